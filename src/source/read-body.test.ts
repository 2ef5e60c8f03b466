import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectBody } from './read-body.ts';

const maxBytes = 1_000_000;

function responseOf(chunks: readonly Uint8Array[], announced?: number): Response {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(chunk);
      controller.close();
    },
  });
  return new Response(
    body,
    announced === undefined ? {} : { headers: { 'content-length': `${announced}` } },
  );
}

describe('collectBody', () => {
  it('shows what has come from the beginning, and gives the same bytes, announced or not', async () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 100_000 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(chunks, fc.boolean(), async (parts, isAnnounced) => {
        const whole = parts.flatMap((part) => [...part]);
        const seen: number[] = [];
        const body = await collectBody(
          responseOf(parts, isAnnounced ? whole.length : undefined),
          'here',
          {
            maxBytes,
            onChunk: () => undefined,
            onBytes: (bytes, total) => {
              seen.push(bytes.length);
              expect(total).toBe(isAnnounced ? whole.length : undefined);
              expect(bytes.every((byte, at) => byte === whole[at])).toBe(true);
            },
          },
        );
        if (!body.ok) throw new Error(body.error.code);
        expect(body.value.length).toBe(whole.length);
        expect(body.value.every((byte, at) => byte === whole[at])).toBe(true);
        expect(body.value.buffer.byteLength).toBe(whole.length);
        expect(seen.at(-1) ?? 0).toBe(whole.length);
      }),
      { numRuns: 20 },
    );
  });

  it('takes more than was announced, and less for broken off', async () => {
    const options = { maxBytes, onChunk: () => undefined };
    const part = new Uint8Array(10).fill(7);
    expect(await collectBody(responseOf([part, part], 12), 'here', options)).toEqual({
      ok: true,
      value: new Uint8Array(20).fill(7),
    });
    expect(await collectBody(responseOf([part], 12), 'here', options)).toMatchObject({
      ok: false,
      error: { code: 'unreachable', params: { reason: 'cut-off', loaded: 10 } },
    });
  });
});
