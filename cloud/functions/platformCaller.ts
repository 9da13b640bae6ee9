/** Who called a cloud function, as the platform says. */
export type PlatformCaller =
  | { kind: 'member'; appid: string; openid: string; address: string | null }
  | { kind: 'timer' }
  /** Lent by another mini-program (资源复用), over HTTP, or from nowhere known. */
  | { kind: 'refused'; because: 'lent' | 'http' | 'unknown' };

/**
 * Reads the platform's identity. Call it synchronously at entry: WeChat puts it into environment variables of the
 * whole process, which belong to the next call as soon as this one waits.
 *
 * Not by `getWXContext()`: it turns an openid of digits only into a number, and long ones lose their last digits
 * (test in e2e/cloud-functions). The same variables are read here as text.
 */
export function readPlatformCaller(event: unknown, env: NodeJS.ProcessEnv): PlatformCaller {
  // An HTTP trigger's event names its method; on a warm instance the variables are the previous caller's then.
  if (typeof event === 'object' && event !== null && ('httpMethod' in event || 'requestContext' in event)) {
    return { kind: 'refused', because: 'http' };
  }
  const present = new Set((env.WX_CONTEXT_KEYS ?? '').split(','));
  const read = (name: string) => (present.has(name) ? env[name] || null : null);
  const openid = read('WX_OPENID');
  const appid = read('WX_APPID');
  if (read('WX_FROM_OPENID') || read('WX_FROM_APPID')) return { kind: 'refused', because: 'lent' };
  if (openid && appid) return { kind: 'member', appid, openid, address: read('WX_CLIENTIP') };
  if (!openid && env.TCB_SOURCE === 'wx_trigger') return { kind: 'timer' };
  return { kind: 'refused', because: 'unknown' };
}
