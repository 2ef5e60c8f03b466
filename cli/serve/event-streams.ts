import type { IncomingMessage, ServerResponse } from 'node:http';
import { problem } from '../../src/server/answer.ts';
import type { EventHub } from '../../src/server/event-hub.ts';

/** So many readers may follow at once. */
export const maxStreams = 1000;
/** A comment keeps the way open and tells both sides that the other one is there. Milliseconds. */
const heartbeat = 10_000;
/** A reader that does not read is let go; it comes back and gets what it missed. Bytes. */
const maxUnsent = 1_000_000;

export interface EventStreams {
  readonly open: (
    request: IncomingMessage,
    response: ServerResponse,
    headers: Readonly<Record<string, string>>,
  ) => void;
  readonly close: () => void;
}

export function eventStreams(hub: EventHub): EventStreams {
  const open = new Set<ServerResponse>();
  const beat = setInterval(() => {
    for (const response of open) response.write(': \n\n');
  }, heartbeat);
  beat.unref();
  return {
    open: (request, response, headers) => {
      if (open.size >= maxStreams) {
        const busy = problem(503, 'Service Unavailable', 'events', {
          headers: { 'retry-after': '5' },
        });
        response.writeHead(busy.status, { ...headers, ...busy.headers }).end(busy.body);
        return;
      }
      response.writeHead(200, {
        ...headers,
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      response.write('retry: 1000\n\n');
      const lastEventId = request.headers['last-event-id'];
      const leave = hub.listen(
        (text) => {
          response.write(text);
          if (response.writableLength > maxUnsent) response.destroy();
        },
        typeof lastEventId === 'string' ? lastEventId : undefined,
      );
      open.add(response);
      response.on('close', () => {
        leave();
        open.delete(response);
      });
    },
    close: () => {
      clearInterval(beat);
      for (const response of open) response.destroy();
    },
  };
}
