import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** Bytes in memory by the path under which they are served. */
export type Files = ReadonlyMap<string, Uint8Array>;

export interface Site {
  /** With a slash at its end. */
  readonly url: string;
  readonly close: () => void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A plain static host on loopback: a folder, and files that lie in memory. Nothing is cached. */
export async function serve(
  folder: string,
  files: (path: string) => Uint8Array | undefined,
): Promise<Site> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = decodeURIComponent(pathname === '/' ? '/index.html' : pathname);
    const type = types[extname(path)] ?? 'application/octet-stream';
    const head = { 'content-type': type, 'cache-control': 'no-store' };
    const bytes = files(path.slice(1));
    if (bytes !== undefined) {
      response.writeHead(200, { ...head, 'content-length': bytes.byteLength });
      response.end(bytes);
      return;
    }
    const file = join(folder, normalize(path));
    const found = statSync(file, { throwIfNoEntry: false });
    if (found?.isFile() !== true) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('Not Found');
      return;
    }
    response.writeHead(200, { ...head, 'content-length': found.size });
    createReadStream(file).pipe(response);
  });
  return { url: await listening(server), close: () => server.close() };
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('No port'));
      else resolve(`http://127.0.0.1:${address.port}/`);
    });
  });
}
