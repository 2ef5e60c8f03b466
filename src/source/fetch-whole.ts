import { err, ok, type Result } from '../lib/result.ts';
import type { SourceEnvironment } from './environment.ts';
import { type FetchedBytes, type FetchOptions, fetchBytes, maxFileBytes } from './fetch-bytes.ts';
import { concatenate } from './read-body.ts';
import type { FilePart, SourceError } from './types.ts';

/** A file that is too large for one answer is had in parts of this size. Bytes. */
export const partBytes = 8 * 1024 * 1024;

/**
 * Reads one address, in parts where the server says that it is too large for one answer (413). All parts
 * are of one version, by its entity tag, so that what is put together are the very bytes of the file:
 * its digest holds, and what is judged is judged from all of it.
 *
 * @param part bytes asked for at a time
 */
export async function fetchWhole(
  env: SourceEnvironment,
  url: URL,
  options: FetchOptions,
  part = partBytes,
): Promise<Result<FetchedBytes, SourceError>> {
  const whole = await fetchBytes(env, url, options);
  if (whole.ok || whole.error.status !== 413) return whole;
  const { known: _, arriving: __, onProgress, ...plain } = options;
  const limit = options.maxBytes ?? maxFileBytes;
  const parts: Uint8Array[] = [];
  let loaded = 0;
  let size = Number.POSITIVE_INFINITY;
  let first: FetchedBytes | undefined;
  while (loaded < size) {
    const before = loaded;
    const fetched = await fetchBytes(env, url, {
      ...plain,
      // Only the beginning of a document looks like a page.
      expect: before === 0 ? options.expect : 'any',
      range: {
        from: before,
        to: before + part - 1,
        ...(first?.etag === undefined ? {} : { etag: first.etag }),
      },
      onProgress: (more) => onProgress?.(before + more, Number.isFinite(size) ? size : undefined),
    });
    // A server that knows no ranges has said what it had to say.
    if (!fetched.ok) return before === 0 ? whole : fetched;
    const { bytes, partOf, etag } = fetched.value;
    if (partOf === undefined) return fetched;
    if (partOf > limit) return err({ code: 'too-large', where: url.href, params: { limit } });
    if (etag === undefined || (first !== undefined && etag !== first.etag) || bytes.length === 0) {
      return err({ code: 'unreachable', where: url.href, params: { reason: 'cut-off', loaded } });
    }
    first ??= fetched.value;
    size = partOf;
    parts.push(bytes);
    loaded += bytes.length;
  }
  const { partOf: ___, ...rest } = first ?? { bytes: new Uint8Array() };
  return ok({ ...rest, bytes: concatenate(parts, loaded) });
}

/** Bytes of a file from one offset up to another. A host that knows no ranges has none to give. */
export async function fetchPart(
  env: SourceEnvironment,
  url: URL,
  [from, to]: readonly [number, number],
  options: Pick<FetchOptions, 'headers' | 'signal'>,
): Promise<Result<FilePart, SourceError>> {
  const range = { from, to: to - 1 };
  const part = await fetchBytes(env, url, {
    ...options,
    expect: 'any',
    range,
    maxBytes: to - from,
  });
  if (!part.ok) return part;
  const { bytes, partOf = bytes.length } = part.value;
  return ok({ bytes, size: partOf });
}
