import type { ServerResponse } from 'node:http';
import type { Behaviour, StreamScript } from '../mocks/faults/behaviours.ts';
import type { Answer } from '../src/server/answer.ts';

/** Time for what was sent to arrive before the connection breaks. Milliseconds. */
const beforeBreaking = 20;

/** Sends an answer as it is. */
export function sendAnswer(response: ServerResponse, { status, headers, body }: Answer): void {
  const isBare = status === 204 || status === 304;
  const length = isBare ? {} : { 'content-length': String(body?.length ?? 0) };
  response.writeHead(status, { ...length, ...headers });
  response.end(isBare ? undefined : body);
}

/** Gives an answer the way a server does that misbehaves, over a real connection. */
export async function misbehave(
  response: ServerResponse,
  behaviour: Behaviour,
  proper: () => Promise<Answer>,
): Promise<void> {
  switch (behaviour.kind) {
    case 'slow':
      await new Promise((resolve) => setTimeout(resolve, behaviour.ms));
      sendAnswer(response, await proper());
      break;
    case 'refuse':
      response.destroy();
      break;
    case 'cut-off':
    case 'stall':
    case 'short':
      sendPart(response, await proper(), behaviour);
      break;
    case 'answer': {
      const { status, type = 'application/problem+json', body = '', headers = {} } = behaviour;
      response.writeHead(status, { 'content-type': type, ...headers });
      response.end(status === 304 || status === 204 ? undefined : body);
      break;
    }
    case 'edit': {
      const answer = await proper();
      const body = Buffer.from(behaviour.change(new TextDecoder().decode(answer.body)));
      const { etag: _, 'repr-digest': __, 'content-length': ___, ...headers } = answer.headers;
      sendAnswer(response, { ...answer, headers, body });
      break;
    }
    case 'garble': {
      const answer = await proper();
      sendAnswer(response, { ...answer, body: answer.body?.map((byte) => byte ^ 0x5a) });
      break;
    }
    case 'stale-304':
      response.writeHead(304, behaviour.etag === undefined ? {} : { etag: behaviour.etag });
      response.end();
      break;
  }
}

function sendPart(
  response: ServerResponse,
  { status, headers, body = new Uint8Array() }: Answer,
  { kind, after }: Extract<Behaviour, { kind: 'cut-off' | 'stall' | 'short' }>,
): void {
  if (status === 304) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  response.write(body.subarray(0, after), () => {
    if (kind === 'cut-off') response.destroy();
    // An end in good order, before what was announced is there.
    if (kind === 'short') response.socket?.end();
  });
}

/** Plays a stream of events by its script. */
export async function playStream(
  response: ServerResponse,
  { pieces, end }: StreamScript,
): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.flushHeaders();
  for (const piece of pieces) {
    response.write(piece);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  if (end === 'close') response.end();
  if (end === 'break') setTimeout(() => response.destroy(), beforeBreaking);
}
