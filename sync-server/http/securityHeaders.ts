// Headers that go with every answer: what the app's pages may load, and who may embed them.
// https://developer.mozilla.org/docs/Web/HTTP/Headers/Content-Security-Policy

export function securityHeaders(publicOrigin: string): Readonly<Record<string, string>> {
  // Older Safari does not count a socket of the same host as 'self'.
  const socketOrigin = publicOrigin.replace(/^http/, 'ws');
  const policy = [
    "default-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${socketOrigin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    // The camera reads invitations (QR).
    'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
    ...(publicOrigin.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
