import { HttpResponse } from 'msw/http';
import { delay } from 'msw/utils/delay';
import type { Answer } from '../../src/server/answer.ts';
import type { Behaviour, StreamScript } from '../faults/behaviours.ts';

/** Time for what was sent to arrive before the connection breaks. Milliseconds. */
const beforeBreaking = 20;

const encoder = new TextEncoder();

/** An answer as a response. */
export function responseOf({ status, headers, body }: Answer): Response {
  const hasBody = status !== 204 && status !== 304 && body !== undefined;
  return new HttpResponse(hasBody ? body.slice().buffer : null, { status, headers });
}

/** The same answer from a server that misbehaves. */
export async function faultyResponse(
  behaviour: Behaviour,
  proper: () => Promise<Answer>,
): Promise<Response> {
  switch (behaviour.kind) {
    case 'slow':
      await delay(behaviour.ms);
      return responseOf(await proper());
    case 'refuse':
      return HttpResponse.error();
    case 'cut-off':
    case 'stall':
    case 'short':
      return partial(await proper(), behaviour);
    case 'answer': {
      const { status, type = 'application/problem+json', body = '', headers = {} } = behaviour;
      return new HttpResponse(status === 304 || status === 204 ? null : body, {
        status,
        headers: { 'content-type': type, ...headers },
      });
    }
    case 'edit': {
      const answer = await proper();
      const text = behaviour.change(new TextDecoder().decode(answer.body));
      const { etag: _, 'repr-digest': __, ...headers } = answer.headers;
      return responseOf({ ...answer, headers, body: encoder.encode(text) });
    }
    case 'garble': {
      const answer = await proper();
      return responseOf({ ...answer, body: answer.body?.map((byte) => byte ^ 0x5a) });
    }
    case 'stale-304':
      return new HttpResponse(null, {
        status: 304,
        headers: behaviour.etag === undefined ? {} : { etag: behaviour.etag },
      });
  }
}

function partial(
  { status, headers, body = new Uint8Array() }: Answer,
  { kind, after }: Extract<Behaviour, { kind: 'cut-off' | 'stall' | 'short' }>,
): Response {
  const stream = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      controller.enqueue(body.slice(0, after));
      if (kind === 'short') controller.close();
      if (kind !== 'cut-off') return;
      await delay(beforeBreaking);
      controller.error(new TypeError('The connection was closed.'));
    },
  });
  return new HttpResponse(status === 304 ? null : stream, {
    status,
    headers: { ...headers, 'content-length': String(body.byteLength) },
  });
}

/** A stream of events that goes by a script. */
export function scriptedStream(
  { pieces, end }: StreamScript,
  headers: Readonly<Record<string, string>>,
): Response {
  const stream = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      for (const piece of pieces) {
        controller.enqueue(encoder.encode(piece));
        await delay(1);
      }
      if (end === 'close') controller.close();
      if (end !== 'break') return;
      await delay(beforeBreaking);
      controller.error(new TypeError('The connection was closed.'));
    },
  });
  return new HttpResponse(stream, {
    headers: { 'content-type': 'text/event-stream', ...headers },
  });
}

/** A stream that stays open and is told what happens. */
export function openStream(
  listen: (listener: (text: string) => void) => () => void,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>>,
): Response {
  let leave: () => void = () => undefined;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      leave = listen((text) => controller.enqueue(encoder.encode(text)));
      signal.addEventListener('abort', leave);
    },
    cancel: () => leave(),
  });
  return new HttpResponse(stream, {
    headers: { 'content-type': 'text/event-stream', ...headers },
  });
}
