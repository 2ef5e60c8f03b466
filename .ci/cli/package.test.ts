import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const exec = (command: string, args: readonly string[], cwd = process.cwd()): string =>
  execFileSync(command, [...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_update_notifier: 'false', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

it('is a package that installs into an empty folder, without a network, and runs', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wavegate-package-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const built = join(folder, 'built');
  const node = process.execPath;
  exec(node, [
    'node_modules/vite/bin/vite.js',
    'build',
    '--config',
    'cli/vite.config.ts',
    '--outDir',
    built,
    '--logLevel',
    'error',
  ]);
  exec(node, ['.ci/cli/package.ts', built]);
  const [packed] = JSON.parse(exec('npm', ['pack', '--json', '--pack-destination', folder], built));
  const home = join(folder, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{"private": true}');
  exec(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join(folder, packed.filename)],
    home,
  );
  const wavegate = join(home, 'node_modules/.bin/wavegate');
  expect(exec(wavegate, ['--version'], home).trim()).toBe(packed.version);
  expect(exec(wavegate, ['--help'], home)).toContain('Exit codes:');
  expect(() => exec(wavegate, ['check', 'nowhere'], home)).toThrow(/There is no bundle at nowhere/);
  // The word for a Node that is too old comes before anything that it could not load.
  const older =
    "Object.defineProperty(process,'versions',{value:{...process.versions,node:'18.20.4'}})";
  const start = ['--import', `data:text/javascript,${older}`, join(built, 'wavegate.js'), '--help'];
  expect(() => exec(node, start)).toThrow(/wavegate needs Node 20\.19 or newer; this is 18\.20\.4/);
});
