import { http } from 'msw/http';
import type { Answer, Question } from '../../src/server/answer.ts';
import type { EventHub } from '../../src/server/event-hub.ts';
import type { FaultDesk } from '../faults/behaviours.ts';
import { faultyResponse, openStream, responseOf, scriptedStream } from './faulty-answer.ts';

export interface ApiHandlerOptions {
  /** Root of the interface, absolute, with a final slash. */
  readonly root: string;
  readonly service: (question: Question) => Promise<Answer>;
  readonly hub: EventHub;
  readonly desk: FaultDesk;
  /** Further headers of streams. */
  readonly streamHeaders?: Readonly<Record<string, string>>;
}

/**
 * The contract of `docs/api` as one handler: the service that `wavegate serve` has, with what goes wrong
 * in front of it.
 */
export function apiHandler({ root, service, hub, desk, streamHeaders = {} }: ApiHandlerOptions) {
  const rootPath = new URL(root).pathname;
  return http.all(`${root}*`, async ({ request }) => {
    const url = new URL(request.url);
    const path = url.pathname.slice(rootPath.length);
    if (path === 'events' && request.method === 'GET') {
      const script = desk.nextStream();
      if (script !== undefined) return scriptedStream(script, streamHeaders);
    }
    const proper = () =>
      service({
        method: request.method,
        path,
        query: url.searchParams,
        header: (name) => request.headers.get(name) ?? undefined,
      });
    const behaviour = desk.behaviourFor(`${path}${url.search}`);
    if (behaviour === undefined && path === 'events' && request.method === 'GET') {
      const lastEventId = request.headers.get('last-event-id') ?? undefined;
      const listen = (listener: (text: string) => void) => hub.listen(listener, lastEventId);
      return openStream(listen, request.signal, streamHeaders);
    }
    return behaviour === undefined ? responseOf(await proper()) : faultyResponse(behaviour, proper);
  });
}
