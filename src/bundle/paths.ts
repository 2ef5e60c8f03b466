/**
 * Whether a path stays inside the bundle: relative, POSIX, normal, and without anything that some
 * system reads differently (backslash, drive, device, control characters, trailing dot or space).
 */
export function isSafePath(path: string): boolean {
  if (path === '' || path.length > 1024 || /[\\\p{Cc}\p{Cf}\p{Cs}]/u.test(path)) return false;
  if (path.startsWith('/') || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(path)) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
