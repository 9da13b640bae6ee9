/**
 * Makes the H5 shell readable without network: registers `src/serviceWorker.js`, on https and on this
 * machine only (browsers refuse it elsewhere), and has it fetch what a newer build changed.
 */
export function registerServiceWorker(): void {
  if (process.env.TARO_ENV === 'weapp' || process.env.NODE_ENV !== 'production') return;
  if (!('serviceWorker' in navigator)) return;
  const isLoopback = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
  if (location.protocol !== 'https:' && !isLoopback) return;
  // After the first screen: the worker must not compete with it for the line.
  window.addEventListener('load', () => {
    navigator.serviceWorker.register('/service-worker.js').then(
      async () => {
        const { active } = await navigator.serviceWorker.ready;
        active?.postMessage('refresh-shell');
      },
      (error: unknown) => console.warn('no offline shell:', error),
    );
  });
}
