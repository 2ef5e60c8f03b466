import type { LinkRefusal } from './wording/en.ts';

/** What an untrusted address turned out to be. */
export type ExternalUrl =
  | {
      readonly ok: true;
      readonly kind: 'web';
      readonly href: string;
      /** Host with port, in punycode, so that look-alike letters show. */
      readonly host: string;
      /** Whether the transport is encrypted. */
      readonly secure: boolean;
    }
  | { readonly ok: true; readonly kind: 'mail'; readonly href: string; readonly address: string }
  | { readonly ok: false; readonly reason: LinkRefusal };

const refuse = (reason: LinkRefusal): ExternalUrl => ({ ok: false, reason });

/** Checks for C0, C1, DEL, direction and zero-width characters, which parsers drop or hide. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const mailAddress = /^[\w.!#$'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+$/u;

/**
 * Judges an address from a bundle. The URL parser repairs a lot (tabs in a scheme, backslashes,
 * missing slashes); whatever needed such repair is refused, since it says one thing to a reader
 * and another to the browser.
 */
export function parseExternalUrl(address: string): ExternalUrl {
  if (hidden.test(address)) return refuse('control-characters');
  const text = address.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return refuse('not-absolute');
  if (scheme === 'mailto') {
    const to = text.slice('mailto:'.length);
    if (to.includes('?')) return refuse('mail-headers');
    if (!mailAddress.test(to)) return refuse('malformed');
    return { ok: true, kind: 'mail', href: `mailto:${to}`, address: to };
  }
  if (scheme !== 'http' && scheme !== 'https') return refuse('scheme');
  if (!/^https?:\/\/[^/\\]/i.test(text) || /[\\\s]/.test(text)) return refuse('malformed');
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return refuse('malformed');
  }
  // An "@" before the path is refused even when the parser found empty userinfo.
  const authority = /^https?:\/\/([^/?#]*)/i.exec(text)?.[1] ?? '';
  if (url.username !== '' || url.password !== '' || authority.includes('@')) {
    return refuse('userinfo');
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuse('scheme');
  return {
    ok: true,
    kind: 'web',
    href: url.href,
    host: url.host,
    secure: url.protocol === 'https:',
  };
}
