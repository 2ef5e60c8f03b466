/**
 * Names of projects and revisions inside an address. A plain name stands as it is; any other one is
 * written as `~` and the base64url of its UTF-8, so that no name leads anywhere else.
 */
export function segmentOf(id: string): string {
  return /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,99}$/.test(id) ? id : `~${toBase64Url(id)}`;
}

/** The inverse of {@link segmentOf}; `undefined` for what it does not write. */
export function idOfSegment(segment: string): string | undefined {
  if (!segment.startsWith('~')) return segmentOf(segment) === segment ? segment : undefined;
  const id = fromBase64Url(segment.slice(1));
  return id !== undefined && segmentOf(id) === segment ? id : undefined;
}

/** Where a revision's files lie, relative to the root; ends in `/`. */
export function revisionPath(project: string, revision: string): string {
  return `projects/${segmentOf(project)}/${segmentOf(revision)}/`;
}

/** An opaque place in a list of revisions: behind the revision with this id. */
export function cursorAfter(revision: string): string {
  return toBase64Url(JSON.stringify({ after: revision }));
}

/** `undefined` for a text that is no cursor. */
export function readCursor(cursor: string): string | undefined {
  const text = fromBase64Url(cursor);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' &&
      value !== null &&
      'after' in value &&
      typeof value.after === 'string'
      ? value.after
      : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 4648, section 4. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}

/** `undefined` for what is no base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function toBase64Url(text: string): string {
  return toBase64(new TextEncoder().encode(text))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64Url(text: string): string | undefined {
  if (!/^[\w-]*$/.test(text)) return undefined;
  const bytes = fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
  if (bytes === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
