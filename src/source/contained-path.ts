import { err, ok, type Result } from '../lib/result.ts';
import type { SourceError } from './types.ts';

const maxPathLength = 1024;
/** A name can be percent-encoded more than once; what still changes after this many rounds is refused. */
const maxDecodings = 4;

/**
 * Accepts a relative POSIX path that stays inside its folder and gives it back without a leading
 * `./`. Everything else is `unsafe-path`: absolute paths, drive letters and schemes, backslashes,
 * control characters, empty and dot segments, also when they are percent-encoded once or more.
 *
 * @param options.folder also accepts a path that ends in `/`, and the empty path
 */
export function containedPath(
  path: string,
  options: { readonly folder?: boolean } = {},
): Result<string, SourceError> {
  const refuse = (): Result<never, SourceError> => err({ code: 'unsafe-path', where: path });
  let plain = path.startsWith('./') ? path.slice(2) : path;
  if (options.folder === true) {
    if (plain === '' || plain === '.') return ok('');
    plain = plain.endsWith('/') ? plain.slice(0, -1) : plain;
  }
  if (plain.length > maxPathLength || !plain.isWellFormed() || !isPlain(plain)) return refuse();
  let decoded = plain;
  for (let round = 0; round < maxDecodings; round += 1) {
    const next = decodeOnce(decoded);
    if (next === decoded) return ok(plain);
    if (!isPlain(next)) return refuse();
    decoded = next;
  }
  return refuse();
}

/** Encodes a contained path for use in a URL; `#`, `?` and `%` in names stay part of the name. */
export function pathToUrl(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Folder part with its final `/`, or the empty string. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Name part after the last `/`. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function isPlain(path: string): boolean {
  // Readers of addresses skip spaces in front, so ` a:` is a scheme to them.
  if (hasControl(path) || path.includes('\\') || /^\s*[a-z][a-z0-9+.-]*:/i.test(path)) return false;
  // Some systems drop trailing dots and spaces, so `.. ` is as good as `..` there.
  return path.split('/').every((segment) => segment !== '' && !/^[.\s]+$/.test(segment));
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || (unit >= 0x7f && unit <= 0x9f)) return true;
  }
  return false;
}

/** Decodes every valid escape and leaves the others, as the most lenient server would. */
function decodeOnce(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    }
  });
}
