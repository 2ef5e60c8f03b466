import { err, ok, type Result } from '../lib/result.ts';
import type { SourceError } from './types.ts';

/**
 * Resolves the address of a source against the page. Only `http:` and `https:` without user name and
 * password are accepted; white space, control characters, backslashes and addresses that borrow the
 * page's scheme (`//host`) are refused, because they do not lead where they seem to.
 *
 * @param base the document's base URL, absolute
 */
export function resolveSourceUrl(url: string, base: string): Result<URL, SourceError> {
  const refuse = (reason: string): Result<never, SourceError> =>
    err({ code: 'unsafe-url', where: url, params: { reason } });
  const text = url.trim();
  if (text === '') return refuse('empty');
  if (/[\s\\]/.test(text) || hasControl(text)) return refuse('characters');
  if (text.startsWith('//')) return refuse('no-scheme');
  const resolved = URL.parse(text, base);
  if (resolved === null) return refuse('not-a-url');
  if (resolved.protocol !== 'http:' && resolved.protocol !== 'https:') return refuse('scheme');
  if (resolved.username !== '' || resolved.password !== '') return refuse('user-info');
  resolved.hash = '';
  return ok(resolved);
}

function hasControl(text: string): boolean {
  return [...text].some((char) => {
    const point = char.codePointAt(0) ?? 0;
    return point < 0x20 || (point >= 0x7f && point <= 0x9f);
  });
}
