import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ExitCode } from '../core/failure.ts';
import type { Io } from '../core/io.ts';
import { run } from '../main.ts';

export interface Ran {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process with everything that it says caught. */
export async function wavegate(args: readonly string[], world: Partial<Io> = {}): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const exitCode = await run(args, {
    cwd: process.cwd(),
    env: {},
    stdout: (text) => out.push(text),
    stderr: (text) => err.push(text),
    isTerminal: false,
    colour: false,
    verbosity: 'normal',
    now: () => new Date().toISOString(),
    ...world,
  });
  return { exitCode, out: out.join(''), err: err.join('') };
}

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wavegate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
