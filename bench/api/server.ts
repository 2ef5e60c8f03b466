import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import process from 'node:process';
import { serve } from '../../cli/serve/serve.ts';

/*
 * The servers that are measured, each in a process of its own. Says where it is as one line of JSON.
 * `api <folder> <app>`: the reference server. `plain <folder>`: the same files, and nothing but them.
 */

const [kind, folder = '', app] = process.argv.slice(2);

if (kind === 'api') {
  const served = await serve({ path: folder, ...(app === undefined ? {} : { app }) });
  say(served.url, served.api);
} else {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '', 'http://host').pathname));
    readFile(join(folder, path)).then(
      (bytes) => {
        response.writeHead(200, {
          'content-type': 'application/json',
          'content-length': bytes.length,
        });
        response.end(bytes);
      },
      () => response.writeHead(404).end(),
    );
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    say(`http://127.0.0.1:${port}/`, `http://127.0.0.1:${port}/`);
  });
}

function say(url: string, api: string): void {
  process.stdout.write(`${JSON.stringify({ url, api })}\n`);
}
