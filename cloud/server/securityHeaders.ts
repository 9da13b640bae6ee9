/**
 * What a browser may do with our pages. Scripts come from us only, and none is inline; styles may be inline because
 * Taro's and NutUI's components set them. Nothing asks for a place, a microphone or a payment.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** The headers of every reply; `isSecure` when browsers reach us by https. */
export function securityHeaders(isSecure: boolean): Record<string, string> {
  return {
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'geolocation=(), microphone=(), payment=()',
    // A year, as hstspreload.org asks for at least.
    ...(isSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
