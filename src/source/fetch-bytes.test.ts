import { describe, expect, it, vi } from 'vitest';
import { fetchBytes, idleTimeout, totalTimeout } from './fetch-bytes.ts';
import { fakeEnvironment, settle } from './testing/fake-environment.ts';

const url = new URL('https://host.example/data.json');

/** A body that sends nothing after its first bytes. */
function stalled(signal: AbortSignal | null | undefined): Response {
  return new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new Uint8Array([0x7b]));
        signal?.addEventListener('abort', () => controller.error(new Error('aborted')));
      },
    }),
  );
}

describe('fetchBytes', () => {
  it('gives bytes and media type', async () => {
    const env = fakeEnvironment(
      () => new Response('{}', { headers: { 'content-type': 'Application/JSON; charset=utf-8' } }),
    );
    const file = await fetchBytes(env, url, { expect: 'json' });
    expect(file).toEqual({
      ok: true,
      value: { bytes: new TextEncoder().encode('{}'), mediaType: 'application/json' },
    });
    expect(env.pending()).toEqual([]);
  });

  it.each([
    [400, 'server-error'],
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'not-found'],
    [413, 'too-large'],
    [304, 'server-error'],
    [204, 'server-error'],
    [501, 'server-error'],
  ])('maps status %i to %s without another try', async (status, code) => {
    const env = fakeEnvironment(() => new Response(null, { status }));
    const file = await fetchBytes(env, url, { expect: 'json' });
    expect(file).toEqual({ ok: false, error: { code, where: url.href, status } });
    expect(env.requests).toHaveLength(1);
  });

  it.each([
    [408, 'timeout'],
    [429, 'too-many-requests'],
    [500, 'server-error'],
    [503, 'server-error'],
    [504, 'timeout'],
  ])('tries %i twice more, then says %s', async (status, code) => {
    const env = fakeEnvironment(() => new Response(null, { status }), 0.5);
    const file = fetchBytes(env, url, { expect: 'json' });
    await settle();
    expect(env.requests).toHaveLength(1);
    expect(env.pending()).toEqual([200]);
    await env.advance(200);
    expect(env.requests).toHaveLength(2);
    expect(env.pending()).toEqual([400]);
    await env.advance(400);
    expect(await file).toMatchObject({ ok: false, error: { code, status } });
    expect(env.requests).toHaveLength(3);
  });

  it('succeeds on a later try', async () => {
    let count = 0;
    const env = fakeEnvironment(() => {
      count += 1;
      return count === 1 ? new Response(null, { status: 503 }) : new Response('ok');
    });
    const file = fetchBytes(env, url, { expect: 'any' });
    await settle();
    await env.advance(1);
    expect((await file).ok).toBe(true);
  });

  it.each([
    ['3', [3000]],
    ['Mon, 01 Jun 2026 00:00:05 GMT', [5000]],
    ['soon', [0]],
  ])('waits as long as Retry-After: %s says', async (header, pending) => {
    const env = fakeEnvironment(
      () => new Response(null, { status: 429, headers: { 'retry-after': header } }),
    );
    const controller = new AbortController();
    const file = fetchBytes(env, url, { expect: 'json', signal: controller.signal });
    await settle();
    expect(env.pending()).toEqual(pending);
    controller.abort();
    expect(await file).toMatchObject({ error: { code: 'aborted' } });
  });

  it('does not wait for minutes', async () => {
    const env = fakeEnvironment(
      () => new Response(null, { status: 503, headers: { 'retry-after': '600' } }),
    );
    expect(await fetchBytes(env, url, { expect: 'json' })).toMatchObject({
      error: { code: 'server-error', status: 503 },
    });
  });

  it('says that the network or the policy of another site is in the way', async () => {
    const env = fakeEnvironment(() => {
      throw new TypeError('Failed to fetch');
    });
    expect(await fetchBytes(env, url, { expect: 'json' })).toEqual({
      ok: false,
      error: { code: 'cors-or-network', where: url.href },
    });
  });

  it.each([
    ['silence', idleTimeout],
    ['the whole', totalTimeout],
  ])('gives up after too long: %s', async (_, wait) => {
    const env = fakeEnvironment((__, init) => stalled(init.signal));
    const file = fetchBytes(env, url, { expect: 'json' });
    await settle();
    await env.advance(wait);
    expect(await file).toEqual({ ok: false, error: { code: 'timeout', where: url.href } });
    expect(env.pending()).toEqual([]);
  });

  it('stops when asked', async () => {
    const controller = new AbortController();
    const env = fakeEnvironment((_, init) => stalled(init.signal));
    const file = fetchBytes(env, url, { expect: 'json', signal: controller.signal });
    await settle();
    controller.abort();
    expect(await file).toEqual({ ok: false, error: { code: 'aborted', where: url.href } });
  });

  it('never starts when already stopped', async () => {
    const env = fakeEnvironment(() => new Response('{}'));
    const file = await fetchBytes(env, url, { expect: 'json', signal: AbortSignal.abort() });
    expect(file).toMatchObject({ error: { code: 'aborted' } });
    expect(env.requests).toEqual([]);
  });

  it('says that a body broke off', async () => {
    const env = fakeEnvironment(
      () =>
        new Response(
          new ReadableStream<Uint8Array>({
            pull: (controller) => controller.error(new TypeError('network')),
          }),
        ),
    );
    expect(await fetchBytes(env, url, { expect: 'json' })).toMatchObject({
      error: { code: 'unreachable', params: { reason: 'cut-off' } },
    });
  });

  it('notices fewer bytes than announced', async () => {
    const env = fakeEnvironment(
      () => new Response('{"a":', { headers: { 'content-length': '900' } }),
    );
    expect(await fetchBytes(env, url, { expect: 'json' })).toMatchObject({
      error: { code: 'unreachable', params: { reason: 'cut-off', loaded: 5 } },
    });
  });

  it.each([{ 'content-length': '11' }, {}])('refuses more bytes than allowed', async (headers) => {
    const env = fakeEnvironment(() => new Response('x'.repeat(11), { headers }));
    const file = await fetchBytes(env, url, { expect: 'any', maxBytes: 10 });
    expect(file).toMatchObject({ error: { code: 'too-large', params: { limit: 10 } } });
  });

  it('takes exactly as many bytes as allowed and reports progress', async () => {
    const onProgress = vi.fn();
    const env = fakeEnvironment(
      () => new Response('x'.repeat(10), { headers: { 'content-length': '10' } }),
    );
    const file = await fetchBytes(env, url, { expect: 'any', maxBytes: 10, onProgress });
    expect(file.ok).toBe(true);
    expect(onProgress).toHaveBeenLastCalledWith(10, 10);
  });

  it.each([
    ['text/html', 'json', '<p>'],
    ['text/html; charset=utf-8', 'data', '<p>'],
    ['application/json', 'json', '\n<!DOCTYPE html><title>'],
  ] as const)('takes a page (%s) for no %s', async (type, expect_, body) => {
    const env = fakeEnvironment(() => new Response(body, { headers: { 'content-type': type } }));
    expect(await fetchBytes(env, url, { expect: expect_ })).toMatchObject({
      error: { code: 'wrong-type', params: { hint: 'html-page' } },
    });
  });

  it('reads a page where a page is evidence', async () => {
    const env = fakeEnvironment(
      () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
    );
    expect((await fetchBytes(env, url, { expect: 'any' })).ok).toBe(true);
  });
});
