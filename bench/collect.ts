import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { build } from 'vite';
import { randomFrom } from './support/random.ts';
import type { Benchmark, Part } from './support/result.ts';
import { median } from './support/statistics.ts';

const files = 100_000;
const folders = 1_000;
const meanBytes = 10_737;
const samples = 3;
const megabyte = 1024 * 1024;

/**
 * The built command line on a repository with 100,000 files and 1 GB, against hashing the same files
 * with `sha256sum` on all cores, in turns. Every file becomes a piece of evidence by its digest.
 */
export const collect: Benchmark = {
  name: 'collect',
  title: 'Collecting a large repository',
  run: async () => {
    const root = mkdtempSync(join(tmpdir(), 'wavegate-bench-'));
    try {
      const repository = join(root, 'repository');
      const bytes = fill(repository);
      const built = join(root, 'cli');
      await build({
        configFile: 'cli/vite.config.ts',
        logLevel: 'error',
        build: { outDir: built, emptyOutDir: true },
      });
      // What changed just now is hashed again: the second run would not be one with nothing to do.
      await new Promise((resolve) => setTimeout(resolve, 2500));
      const first: Run[] = [];
      const second: Run[] = [];
      const hashing: number[] = [];
      for (let sample = 0; sample < samples; sample += 1) {
        rmSync(join(repository, '.wavegate'), { recursive: true, force: true });
        hashing.push(hashAll(repository));
        first.push(await run(built, repository));
        second.push(await run(built, repository));
      }
      const seconds = (runs: readonly Run[]): number => median(runs.map((one) => one.seconds));
      const peak = Math.max(...first.map(({ peakBytes }) => peakBytes)) / megabyte;
      const whole: Part = {
        name: 'collect.first',
        title: `Collecting ${files} files`,
        ratio: seconds(first) / median(hashing),
        goal: 2,
        better: 'lower',
        samples,
      };
      return {
        parts: [
          whole,
          {
            name: 'collect.again',
            title: 'A second run with nothing changed, times faster',
            ratio: seconds(first) / seconds(second),
            goal: 10,
            better: 'higher',
            samples,
          },
          {
            name: 'collect.memory',
            title: 'Most memory while collecting, of 512 MB',
            ratio: peak / 512,
            goal: 1,
            better: 'lower',
            samples,
          },
        ],
        context: {
          files,
          bytes,
          cores: availableParallelism(),
          firstSeconds: seconds(first),
          secondSeconds: seconds(second),
          sha256sumSeconds: median(hashing),
          peakMegabytes: peak,
        },
      };
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
};

/** The same files on every machine: sizes spread around the mean, content that does not repeat. */
function fill(repository: string): number {
  const random = randomFrom(9);
  const pool = Buffer.alloc(4 * meanBytes + 64);
  for (let at = 0; at < pool.length; at += 1) pool[at] = Math.floor(random() * 256);
  let bytes = 0;
  for (let folder = 0; folder < folders; folder += 1) {
    const path = join(repository, 'data', String(folder % 10), String(folder));
    mkdirSync(path, { recursive: true });
    for (let file = 0; file < files / folders; file += 1) {
      const size = Math.floor(random() * 2 * meanBytes);
      const content = Buffer.from(pool.subarray(0, size));
      content.write(`${folder}/${file}\n`.slice(0, size));
      writeFileSync(join(path, `${file}.bin`), content);
      bytes += size;
    }
  }
  writeFileSync(
    join(repository, 'plan.md'),
    '| Wave | Title | Depends on |\n|---|---|---|\n| W1 | One | none |\n| W2 | Two | W1 |\n',
  );
  writeFileSync(
    join(repository, 'wavegate.yaml'),
    [
      'wavegate: 1',
      'project: { id: large }',
      'plans: [{ files: plan.md, format: table, kind: wave }]',
      "evidence: [{ files: 'data/**', kind: file }]",
      '',
    ].join('\n'),
  );
  return bytes;
}

function hashAll(repository: string): number {
  const start = performance.now();
  execFileSync(
    'bash',
    [
      '-c',
      `find data -type f -print0 | xargs -0 -P ${availableParallelism()} -n 512 sha256sum > /dev/null`,
    ],
    { cwd: repository },
  );
  return (performance.now() - start) / 1000;
}

interface Run {
  readonly seconds: number;
  readonly peakBytes: number;
}

/** Linux keeps the peak of a process; it is read until the process is gone. */
function run(built: string, repository: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [join(built, 'wavegate.js'), 'collect', '--quiet'], {
      cwd: repository,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    let peakBytes = 0;
    const timer = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peakBytes = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? peakBytes / 1024) * 1024;
      } catch {
        // The process has ended; what was read last stands.
      }
    }, 20);
    child.on('error', reject);
    child.on('exit', (code) => {
      clearInterval(timer);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ seconds, peakBytes });
      else reject(new Error(`collect ended with ${code}`));
    });
  });
}
