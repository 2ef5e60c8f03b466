import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface Running {
  readonly url: string;
  readonly api: string;
  readonly stop: () => void;
}

/** Builds the servers' script as the command line is built, for a process of its own. */
export async function buildServer(outDir: string): Promise<string> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { conditions: ['node'] },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      minify: false,
      rolldownOptions: {
        input: { server: fileURLToPath(new URL('./server.ts', import.meta.url)) },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
  return join(outDir, 'server.mjs');
}

/** Starts one and waits until it says where it is. */
export function start(script: string, ...args: readonly string[]): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}.`)));
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString();
      const line = said.split('\n')[0] ?? '';
      if (!said.includes('\n')) return;
      const { url, api }: { url: string; api: string } = JSON.parse(line);
      resolve({
        url,
        api,
        stop: () => {
          child.removeAllListeners('exit');
          child.kill();
        },
      });
    });
  });
}
