import { err, ok, type Result } from '../lib/result.ts';
import type { SourceError } from './types.ts';

export interface BodyOptions {
  readonly maxBytes: number;
  readonly onChunk: (loaded: number, total?: number) => void;
}

/**
 * Collects a response's body. More than `maxBytes` is `too-large` as soon as it is known, a body that
 * breaks off is `unreachable` with the number of bytes that arrived.
 */
export async function collectBody(
  response: Response,
  where: string,
  { maxBytes, onChunk }: BodyOptions,
): Promise<Result<Uint8Array, SourceError>> {
  const tooLarge: SourceError = { code: 'too-large', where, params: { limit: maxBytes } };
  const announced = announcedLength(response);
  if (announced !== undefined && announced > maxBytes) {
    await response.body?.cancel().catch(() => undefined);
    return err(tooLarge);
  }
  if (response.body === null) return ok(new Uint8Array());
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let loaded = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      loaded += part.value.byteLength;
      if (loaded > maxBytes) {
        await reader.cancel().catch(() => undefined);
        return err(tooLarge);
      }
      chunks.push(part.value);
      onChunk(loaded, announced);
    }
  } catch {
    return err(cutOff(where, loaded));
  }
  return announced !== undefined && loaded < announced
    ? err(cutOff(where, loaded))
    : ok(concatenate(chunks, loaded));
}

/** One array of all chunks; `length` is their sum. */
export function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

function cutOff(where: string, loaded: number): SourceError {
  return { code: 'unreachable', where, params: { reason: 'cut-off', loaded } };
}

/**
 * With a content encoding the header counts other bytes than the ones that arrive here; a response
 * from another origin does not show whether it has one.
 */
function announcedLength(response: Response): number | undefined {
  const header = response.headers.get('content-length');
  if (response.type === 'cors' || header === null || !/^\d+$/.test(header)) return undefined;
  const encoding = response.headers.get('content-encoding');
  return encoding === null || encoding === 'identity' ? Number(header) : undefined;
}
