import './core/older-node.ts';
import { CommanderError } from 'commander';
import { CliFailure, type ExitCode, placeText } from './core/failure.ts';
import { type Io, paint, type Verbosity, wantsColour } from './core/io.ts';
import { systemFailure } from './core/system-failure.ts';
import { words } from './core/words.ts';
import { createProgram } from './program.ts';

/** Runs one command line. Never throws: every ending has an exit code and a message. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  return run(args, {
    cwd: process.cwd(),
    env: process.env,
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    isTerminal: process.stderr.isTTY === true,
    colour: wantsColour(process.env, process.stdout.isTTY === true, undefined),
    verbosity: 'normal',
    now: () => new Date().toISOString(),
    signal: stop.signal,
  });
}

/** The same with its own world; for tests. */
export async function run(args: readonly string[], world: Io): Promise<ExitCode> {
  const settings = { asJson: false, io: world };
  const program = createProgram({
    world,
    settings: ({ quiet, verbose, color, errors, directory }) => {
      const verbosity: Verbosity =
        quiet === true ? 'quiet' : verbose === true ? 'verbose' : 'normal';
      settings.asJson = errors === 'json';
      settings.io = {
        ...world,
        cwd: directory ?? world.cwd,
        verbosity,
        colour: color === false ? false : world.colour,
      };
      return settings.io;
    },
  });
  try {
    await program.parse(args);
    return program.exitCode();
  } catch (cause) {
    if (cause instanceof CommanderError) {
      if (cause.exitCode === 0) return 0;
      report(settings, usageFailure(cause, args));
      return 2;
    }
    const failure =
      cause instanceof CliFailure
        ? cause
        : (systemFailure(cause) ??
          new CliFailure(
            'internal',
            words.internal(cause instanceof Error ? cause.message : String(cause)),
            { hint: words.internalHint },
          ));
    report(settings, failure);
    if (settings.io.verbosity === 'verbose' && cause instanceof Error) {
      settings.io.stderr(`${cause.stack ?? ''}\n`);
    }
    return 2;
  }
}

/** What was wrong with the words of the command line, and where to read which there are. */
function usageFailure({ code, message }: CommanderError, args: readonly string[]): CliFailure {
  if (code === 'commander.help') {
    return new CliFailure('usage', words.commandUnknown(args.at(-1) ?? ''), {
      hint: words.usageHint(undefined),
    });
  }
  const command = args.find((word) => !word.startsWith('-'));
  const isKnown = command !== undefined && code !== 'commander.unknownCommand';
  return new CliFailure('usage', message.replace(/^error: /, ''), {
    hint: words.usageHint(isKnown ? command : undefined),
  });
}

function report(
  { asJson, io }: { readonly asJson: boolean; readonly io: Io },
  { code, message, hint, place }: CliFailure,
): void {
  if (asJson) {
    io.stderr(`${JSON.stringify({ error: { code, message, hint, ...place } })}\n`);
    return;
  }
  const at = placeText(place);
  io.stderr(`${paint(io, 'bad', 'wavegate:')} ${at === '' ? '' : `${at}: `}${message}\n`);
  if (hint !== undefined) io.stderr(`${hint}\n`);
}
