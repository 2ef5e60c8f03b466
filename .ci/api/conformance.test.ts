import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getResponse } from 'msw';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { createDatabase } from '../../mocks/db.ts';
import { faultyPlanFiles } from '../../mocks/faults/faulty-plan.ts';
import { apiRoots, bundleHandlers } from '../../mocks/handlers/bundles.ts';
import { conformanceChecks } from './conformance.ts';
import { contractFile } from './contract.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

describe('the contract is kept', () => {
  it('by the handlers of the mocks', async () => {
    const files = faultyPlanFiles(['r1', 'r2']);
    const encoder = new TextEncoder();
    const db = createDatabase(async (path) => {
      const text = files.get(path);
      return text === undefined ? undefined : encoder.encode(text);
    });
    const page = 'https://mock.example/';
    const handlers = bundleHandlers(page, db, ['samples']);
    const ask: typeof fetch = async (input, init) =>
      (await getResponse(handlers, new Request(input, init))) ?? Response.error();
    const contract = readFileSync(at(contractFile), 'utf8');
    const unsaid: string[] = [];
    for (const { name, run } of conformanceChecks(contract, {
      root: `${page}${apiRoots.samples}`,
      fetch: ask,
    })) {
      const nothing = await run();
      if (nothing !== undefined) unsaid.push(`${name}: ${nothing}`);
    }
    // The plan of the faults has everything that the contract speaks of.
    expect(unsaid).toEqual([]);
  });

  it('by the built `wavegate serve`, as the suite finds that is started with its address', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wavegate-cli-'));
    await build({
      configFile: at('cli/vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: folder, emptyOutDir: true },
    });
    const served = run(
      join(folder, 'wavegate.js'),
      'serve',
      'public/bundles/projects/build-sequence',
    );
    try {
      const api = await served.firstLine;
      const suite = run('.ci/api/conformance-main.ts', api);
      expect(await suite.ended).toBe(0);
      expect(suite.said()).toMatch(/^1\.\.\d+\nok 1 - /);
      expect(suite.said()).not.toContain('not ok');
      // Nobody keeps the contract there.
      const elsewhere = run('.ci/api/conformance-main.ts', `${api}nowhere`);
      expect(await elsewhere.ended).toBe(1);
      expect(elsewhere.said()).toContain('not ok 1 - ');
    } finally {
      served.stop();
      await served.ended;
      await rm(folder, { recursive: true });
    }
  });
});

/** A program of the project, as its own process. */
function run(...args: string[]) {
  const child = spawn(process.execPath, args, { cwd: at('.'), stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  let line: (text: string) => void = () => undefined;
  const firstLine = new Promise<string>((resolve) => {
    line = resolve;
  });
  child.stdout.on('data', (part: Buffer) => {
    text += part.toString();
    const [first = '', ...rest] = text.split('\n');
    if (rest.length > 0) line(first);
  });
  return {
    firstLine,
    said: () => text,
    ended: new Promise<number | null>((resolve) => child.on('close', resolve)),
    stop: () => child.kill('SIGINT'),
  };
}
