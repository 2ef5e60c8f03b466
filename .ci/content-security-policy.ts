/**
 * The Content-Security-Policy of the built pages, written into `index.html` as a meta tag so that it
 * also holds on hosts that set no headers.
 *
 * `connect-src` names whole schemes because a person may point the page at any remote source; what
 * comes from there is data and never code. `frame-src blob:` is for evidence in a sandboxed frame.
 *
 * @param options.mocks the build that brings its own mock back end registers a service worker, which
 *   needs a default Trusted Types policy besides the one of the application
 */
export function contentSecurityPolicy(options: { readonly mocks: boolean }): string {
  const policyNames = options.mocks ? 'wavegate default' : 'wavegate';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self' https: http:",
    "worker-src 'self'",
    "frame-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    `trusted-types ${policyNames}`,
  ].join('; ');
}
