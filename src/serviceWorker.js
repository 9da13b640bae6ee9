// Copied as it is to dist/h5/service-worker.js. Keeps the H5 shell readable without network:
// pages come from the network first, hashed scripts and styles from the copy first, and so do the
// pictures and recordings that the page has kept (platform/mediaCopies). It never touches /api or
// anything that is not a GET of this origin.
const shell = 'shell';
const networkPatienceMs = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(refreshShell().then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  if (event.data === 'refresh-shell') event.waitUntil(refreshShell());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (/^\/(js|css|static)\//.test(url.pathname)) event.respondWith(copyFirst(request));
  else if (/^\/files\/[0-9a-f-]+$/.test(url.pathname)) event.respondWith(keptFirst(request, url.pathname));
  else if (request.mode === 'navigate' && !/^\/(api|files|s)\//.test(url.pathname))
    event.respondWith(pageFirst(request));
});

/** Keeps all that today's build names, drops what it does not. */
async function refreshShell() {
  const answer = await fetch('/page-files.json', { cache: 'no-cache' });
  if (!answer.ok) return;
  const { entry, pages } = await answer.json();
  const wanted = new Set([...entry, ...Object.values(pages).flat()].map((file) => `/${file}`));
  const cache = await caches.open(shell);
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  await Promise.all([...wanted].filter((file) => !kept.has(file)).map((file) => cache.add(file)));
  await cache.add('/index.html');
  const isStale = (file) => /^\/(js|css)\//.test(file) && !wanted.has(file);
  await Promise.all([...kept].filter(isStale).map((file) => cache.delete(file)));
}

async function copyFirst(request) {
  const cache = await caches.open(shell);
  const copy = await cache.match(request);
  if (copy) return copy;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

async function pageFirst(request) {
  const patience = new Promise((_, reject) => setTimeout(() => reject(new Error('slow')), networkPatienceMs));
  try {
    return await Promise.race([fetch(request), patience]);
  } catch (error) {
    const copy = await (await caches.open(shell)).match('/index.html');
    if (copy) return copy;
    throw error;
  }
}

/** A kept file by its id, whatever ticket it is asked with: what lies under an id never changes. */
async function keptFirst(request, path) {
  const copy = await (await caches.open('media')).match(path);
  if (!copy) return fetch(request);
  const content = await copy.blob();
  const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.get('range') ?? '');
  const headers = { 'content-type': copy.headers.get('content-type'), 'accept-ranges': 'bytes' };
  if (!range) return new Response(content, { headers });
  const start = Number(range[1]);
  const end = range[2] === '' ? content.size - 1 : Math.min(Number(range[2]), content.size - 1);
  if (start > end)
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${content.size}` } });
  return new Response(content.slice(start, end + 1), {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${start}-${end}/${content.size}` },
  });
}
