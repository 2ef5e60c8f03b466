import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { digestOf } from '../../mocks/faults/fault-bundles.ts';
import { evidenceFiles, healthyBundle } from '../../mocks/faults/healthy-bundle.ts';

/** A server at another address that the page reads; the test makes it change, refuse and go. */
export interface LiveServer {
  readonly address: string;
  /** Adds a revision and tells of it. */
  readonly add: (revision: string) => void;
  /** Wants this token from now on. */
  readonly demand: (token: string) => void;
  /**
   * Adds a piece `large` of these bytes, recorded as `recorded`. It is too large for one answer, and of
   * its parts only those from the first byte come before `release`.
   */
  readonly addLarge: (text: string, recorded: string) => void;
  readonly release: () => void;
  readonly close: () => Promise<void>;
}

const largePath = 'evidence/large.log';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Serves the healthy plan by the contract of `docs/api`, as far as a page needs it. */
export async function liveServer(origin: string): Promise<LiveServer> {
  const revisions = ['r1'];
  const streams = new Set<ServerResponse>();
  let token: string | undefined;
  let large: { readonly bytes: Buffer; readonly recorded: Buffer } | undefined;
  const held: (() => void)[] = [];
  let isReleased = false;
  const sendLarge = (range: string | undefined, response: ServerResponse): void => {
    const bytes = large?.bytes ?? Buffer.alloc(0);
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
    if (from === undefined || to === undefined) {
      response.writeHead(413).end();
      return;
    }
    const end = Math.min(bytes.length, Number(to) + 1);
    const send = (): void => {
      response.writeHead(206, {
        etag: `"${sha256(bytes)}"`,
        'content-type': 'text/plain',
        'content-range': `bytes ${from}-${end - 1}/${bytes.length}`,
      });
      response.end(bytes.subarray(Number(from), end));
    };
    if (isReleased || from === '0') send();
    else held.push(send);
  };
  const fileOf = (path: string): string | undefined => {
    if (path === 'index.json') {
      const listed = revisions.map((id, at) => ({
        id,
        label: `Revision ${id}`,
        createdAt: `2026-06-0${at + 1}T08:00:00Z`,
        path: `projects/plan/${id}/`,
      }));
      const project = { id: 'plan', title: 'Live plan', revisions: listed.reverse() };
      return JSON.stringify({ projects: [project] });
    }
    const [, revision = '', name = ''] = /^projects\/plan\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (!revisions.includes(revision)) return undefined;
    if (name === 'bundle.json') {
      const healthy = healthyBundle('plan', (file) => digestOf(evidenceFiles[file]));
      const at = revisions.indexOf(revision) + 1;
      return JSON.stringify({
        ...healthy,
        project: { id: 'plan', title: 'Live plan' },
        evidence: [
          ...(Array.isArray(healthy.evidence) ? healthy.evidence : []),
          ...(large === undefined
            ? []
            : [
                {
                  id: 'large',
                  kind: 'log',
                  name: 'large.log',
                  path: largePath,
                  mediaType: 'text/plain',
                  size: large.recorded.length,
                  digest: { sha256: sha256(large.recorded) },
                },
              ]),
        ],
        revision: {
          id: revision,
          label: `Revision ${revision}`,
          createdAt: `2026-06-0${at}T08:00:00Z`,
        },
      });
    }
    return Object.entries(evidenceFiles).find(([file]) => file === name)?.[1];
  };
  const server = createServer((request, response) => {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader(
      'access-control-allow-headers',
      'authorization, if-none-match, last-event-id, range, if-range',
    );
    response.setHeader('access-control-expose-headers', 'etag, content-range');
    if (request.method === 'OPTIONS') {
      response.writeHead(204).end();
      return;
    }
    if (token !== undefined && request.headers.authorization !== `Bearer ${token}`) {
      response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
      return;
    }
    const path = decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname.slice(1));
    if (path === 'events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      response.write('retry: 200\n\n');
      response.write(eventOf('hello', 0, { epoch: 'e', sequence: revisions.length - 1 }));
      streams.add(response);
      response.on('close', () => streams.delete(response));
      return;
    }
    if (large !== undefined && path.endsWith(`/${largePath}`)) {
      sendLarge(request.headers.range, response);
      return;
    }
    const text = fileOf(path);
    if (text === undefined) {
      response.writeHead(404).end();
      return;
    }
    const etag = `"${digestOf(text)}"`;
    const isKnown = request.headers['if-none-match'] === etag;
    response.writeHead(isKnown ? 304 : 200, { etag, 'content-type': 'application/json' });
    response.end(isKnown ? undefined : text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return {
    address: `http://127.0.0.1:${port}/`,
    add: (revision) => {
      revisions.push(revision);
      const sequence = revisions.length - 1;
      const event = eventOf('revision', sequence, {
        sequence,
        project: 'plan',
        revision,
        kind: 'added',
      });
      for (const stream of streams) stream.write(event);
    },
    demand: (wanted) => {
      token = wanted;
      for (const stream of streams) stream.destroy();
    },
    addLarge: (text, recorded) => {
      large = { bytes: Buffer.from(text), recorded: Buffer.from(recorded) };
    },
    release: () => {
      isReleased = true;
      for (const send of held) send();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function eventOf(type: string, sequence: number, data: object): string {
  return `event: ${type}\nid: e:${sequence}\ndata: ${JSON.stringify(data)}\n\n`;
}
