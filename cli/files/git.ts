import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/** What Git says of the checkout. */
export interface GitFacts {
  readonly commit: string;
  readonly committedAt: string;
  readonly branch?: string;
  /** Absent when asking would run something that the repository configures. */
  readonly dirty?: readonly string[];
  /** RFC 3339 in UTC of the last commit that touched a file. */
  readonly changedAt: ReadonlyMap<string, string>;
  readonly warnings: readonly string[];
}

/**
 * Settings with which Git would run a program that the repository names. With one of them in the local
 * configuration the work tree is not compared; everything else below only reads objects.
 */
const running =
  /^(?:filter\..*\.(?:clean|smudge|process)|core\.(?:fsmonitor|hookspath|sshcommand|gitproxy|pager|editor|worktree)|diff\..*|include(?:if)?\..*|alias\..*|extensions\.worktreeconfig)$/i;

const safe = [
  '--no-pager',
  '--no-optional-locks',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'log.showSignature=false',
  '-c',
  'protocol.allow=never',
];

const mostOutput = 256 * 1024 * 1024;

/** Facts of the repository that holds a folder; nothing where there is none, or no Git. */
export async function gitFacts(folder: string): Promise<GitFacts | undefined> {
  const git = async (...words: string[]): Promise<string> => {
    const { stdout } = await exec('git', [...safe, ...words], {
      cwd: folder,
      maxBuffer: mostOutput,
      timeout: 120_000,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        LC_ALL: 'C',
      },
    });
    return stdout;
  };
  try {
    const [commit = '', seconds = ''] = (
      await git('log', '-1', '--no-ext-diff', '--format=%H%n%ct')
    ).split('\n');
    if (!/^[0-9a-f]{40,64}$/.test(commit)) return undefined;
    const warnings: string[] = [];
    const branch = (await git('rev-parse', '--abbrev-ref', 'HEAD')).trim();
    const settings = await git('config', '--local', '--no-includes', '--name-only', '--list').catch(
      () => '',
    );
    const risky = settings.split('\n').filter((name) => running.test(name));
    let dirty: readonly string[] | undefined;
    if (risky.length > 0) {
      warnings.push(`the work tree is not compared, because ${risky[0]} would run a program`);
    } else {
      const status = await git(
        'status',
        '--porcelain=v1',
        '-z',
        '--untracked-files=no',
        '--ignore-submodules=all',
        '--',
        '.',
      );
      dirty = status
        .split('\0')
        .filter((entry) => entry.length > 3)
        .map((entry) => entry.slice(3));
    }
    return {
      commit,
      committedAt: instant(seconds),
      ...(branch !== '' && branch !== 'HEAD' && { branch }),
      ...(dirty !== undefined && { dirty }),
      changedAt: await lastChanges(git, warnings),
      warnings,
    };
  } catch {
    return undefined;
  }
}

/** One walk over the history; the newest commit that names a file wins. */
async function lastChanges(
  git: (...words: string[]) => Promise<string>,
  warnings: string[],
): Promise<ReadonlyMap<string, string>> {
  const changed = new Map<string, string>();
  try {
    const log = await git(
      'log',
      '--no-ext-diff',
      '--no-textconv',
      '--no-renames',
      '--relative',
      '--name-only',
      '-z',
      '-n',
      '20000',
      '--format=%x01%ct',
      '--',
      '.',
    );
    let at = '';
    for (const part of log.split('\0')) {
      // With -z the first name of a commit follows its header after a line break.
      for (const text of part.split('\n')) {
        if (text.startsWith('\u0001')) at = instant(text.slice(1));
        else if (text !== '' && !changed.has(text)) changed.set(text, at);
      }
    }
  } catch {
    warnings.push('the history is too long to read; times of change are left out');
  }
  return changed;
}

function instant(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString();
}
