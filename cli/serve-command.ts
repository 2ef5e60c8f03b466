import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliFailure, type ExitCode } from './core/failure.ts';
import { type Io, note, plain } from './core/io.ts';
import { systemFailure } from './core/system-failure.ts';
import { words } from './core/words.ts';
import { type Served, serve } from './serve/serve.ts';

export interface ServeCommandOptions {
  readonly port?: string;
  readonly app?: string;
  readonly host?: readonly string[];
  readonly origin?: readonly string[];
}

/** Serves bundles with the page, for this machine alone, until it is stopped. */
export async function serveCommand(
  path: string,
  options: ServeCommandOptions,
  io: Io,
): Promise<ExitCode> {
  const app = options.app === undefined ? ownPage() : resolve(io.cwd, options.app);
  const token = io.env['WAVEGATE_TOKEN'];
  const port = Number(options.port ?? 0);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new CliFailure('usage', `${plain(options.port ?? '')} is no port`, {
      hint: 'A port is a number from 0 to 65535; without one any free one is taken.',
    });
  }
  await wanted(resolve(io.cwd, path), () => words.bundleNotFound(path), words.bundleHint);
  if (options.app !== undefined) {
    const named = options.app;
    await wanted(
      resolve(io.cwd, named),
      () => words.folderNotFound(named),
      'Name a build of the page.',
    );
  }
  let served: Served;
  try {
    served = await serve({
      path: resolve(io.cwd, path),
      port,
      ...(app !== undefined && { app }),
      ...(options.host !== undefined && { hosts: options.host }),
      ...(options.origin !== undefined && { origins: options.origin }),
      ...(token !== undefined && token !== '' && { token }),
      onEvent: (event) => {
        if (event.kind === 'changed')
          note(io, `${event.changes.length} changes; open pages follow.`);
        else note(io, 'What is there cannot be read right now; the last state is served on.');
      },
    });
  } catch (cause) {
    const refused = systemFailure(cause);
    if (refused !== undefined) throw refused;
    throw new CliFailure('serve-failed', cause instanceof Error ? cause.message : String(cause));
  }
  io.stdout(`${served.url}\n`);
  note(
    io,
    app === undefined
      ? 'Only the interface is served: no page was built. Ctrl+C ends it.'
      : 'Ctrl+C ends it.',
  );
  await new Promise<void>((done) => {
    if (io.signal?.aborted === true) done();
    io.signal?.addEventListener('abort', () => done());
  });
  await served.close();
  return 0;
}

async function wanted(path: string, what: () => string, hint: string): Promise<void> {
  if ((await stat(path).catch(() => undefined)) === undefined) {
    throw new CliFailure('not-found', what(), { hint });
  }
}

/** The page that comes with the package. */
function ownPage(): string | undefined {
  const folder = fileURLToPath(new URL('./app', import.meta.url));
  return existsSync(`${folder}/index.html`) ? folder : undefined;
}
