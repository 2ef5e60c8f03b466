import { err, ok, type Result } from '../lib/result.ts';
import type { SourceError } from './types.ts';

export interface BodyOptions {
  readonly maxBytes: number;
  readonly onChunk: (loaded: number, total?: number) => void;
  /** All that has come so far, whenever more has; a view of bytes that stay as they are. */
  readonly onBytes?: ((bytes: Uint8Array, total?: number) => void) | undefined;
}

/**
 * Collects a response's body. More than `maxBytes` is `too-large` as soon as it is known, a body that
 * breaks off is `unreachable` with the number of bytes that arrived.
 */
export async function collectBody(
  response: Response,
  where: string,
  { maxBytes, onChunk, onBytes }: BodyOptions,
): Promise<Result<Uint8Array, SourceError>> {
  const tooLarge: SourceError = { code: 'too-large', where, params: { limit: maxBytes } };
  const announced = announcedLength(response);
  if (announced !== undefined && announced > maxBytes) {
    await response.body?.cancel().catch(() => undefined);
    return err(tooLarge);
  }
  if (response.body === null) return ok(new Uint8Array());
  const reader = response.body.getReader();
  const gathered = new GrowingBytes(announced ?? firstRoom);
  let loaded = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      loaded += part.value.byteLength;
      if (loaded > maxBytes) {
        await reader.cancel().catch(() => undefined);
        return err(tooLarge);
      }
      gathered.add(part.value);
      onChunk(loaded, announced);
      onBytes?.(gathered.soFar(), announced);
    }
  } catch {
    return err(cutOff(where, loaded));
  }
  return announced !== undefined && loaded < announced
    ? err(cutOff(where, loaded))
    : ok(gathered.whole());
}

/** Room for a body of which nobody said how large it is. Bytes. */
const firstRoom = 64 * 1024;

/** Bytes in one array from the start, so that what has come can be looked at before the rest. */
class GrowingBytes {
  #room: Uint8Array;
  #length = 0;

  constructor(expected: number) {
    this.#room = new Uint8Array(expected);
  }

  add(chunk: Uint8Array): void {
    const length = this.#length + chunk.byteLength;
    if (length > this.#room.byteLength) {
      const larger = new Uint8Array(Math.max(length, 2 * this.#room.byteLength));
      larger.set(this.soFar());
      this.#room = larger;
    }
    this.#room.set(chunk, this.#length);
    this.#length = length;
  }

  soFar(): Uint8Array {
    return this.#room.subarray(0, this.#length);
  }

  /** Without the room that was not needed: the bytes are kept for long. */
  whole(): Uint8Array {
    return this.#length === this.#room.byteLength ? this.#room : this.#room.slice(0, this.#length);
  }
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
