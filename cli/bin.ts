#!/usr/bin/env node
import type { ExitCode } from './core/failure.ts';

/**
 * What the `wavegate` command starts. It looks at the version of Node before it loads anything, because
 * an older one would stop at the first import that it does not know and say nothing helpful.
 */
const needed = [20, 19] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  process.stderr.write(
    `wavegate needs Node ${needed.join('.')} or newer; this is ${process.versions.node}.\n` +
      'Install a maintained version from https://nodejs.org and run the command again.\n',
  );
  process.exitCode = 2;
} else {
  const { main } = await import('./main.ts');
  const ended: ExitCode = await main(process.argv.slice(2));
  process.exitCode = ended;
}
