import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { type CheckOptions, check, checkFormats } from './check/check-command.ts';
import { type CollectOptions, collectCommand } from './collect/collect-command.ts';
import type { ExitCode } from './core/failure.ts';
import { examples } from './core/help.ts';
import type { Io } from './core/io.ts';
import { version } from './core/version.ts';
import { type InitOptions, init } from './init/init-command.ts';

export interface GlobalOptions {
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly color?: boolean;
  readonly errors?: 'text' | 'json';
  readonly directory?: string;
}

interface Setup {
  readonly world: Io;
  readonly settings: (options: GlobalOptions) => Io;
}

export interface Program {
  readonly parse: (args: readonly string[]) => Promise<void>;
  readonly exitCode: () => ExitCode;
  /** For shell completion. */
  readonly command: Command;
}

/** Every command with its options and examples; nothing is read or written before one is chosen. */
export function createProgram({ world, settings }: Setup): Program {
  let exitCode: ExitCode = 0;
  const program = new Command('wavegate')
    .description('Collects a delivery plan with its evidence, and judges what may start.')
    .version(version, '-V, --version')
    .option('-q, --quiet', 'say only what was asked for')
    .option('-v, --verbose', 'say everything')
    .option('--no-color', 'no colours; NO_COLOR does the same')
    .addOption(
      new Option('--errors <format>', 'how errors are written')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('-C, --directory <folder>', 'run as if started there', (path) =>
      resolve(world.cwd, path),
    )
    .showHelpAfterError('(wavegate --help, wavegate <command> --help)')
    .exitOverride()
    .configureOutput({
      writeOut: world.stdout,
      writeErr: () => undefined,
    })
    .addHelpText('after', examples.program);
  const io = (): Io => settings(program.opts<GlobalOptions>());
  const does = (work: (io: Io) => Promise<ExitCode>) => async (): Promise<void> => {
    exitCode = await work(io());
  };

  const collected = (value: string, before: readonly string[] | undefined): readonly string[] => [
    ...(before ?? []),
    value,
  ];

  program
    .command('check')
    .description('judge a bundle: exit code 0 passed, 1 not passed, 2 could not be judged')
    .argument('[bundle]', 'folder, .zip or bundle.json', 'wavegate-bundle')
    .option('-p, --project <id>', 'where the folder holds several')
    .option('-r, --revision <id>', 'default: the newest')
    .option('-g, --gate <id>', 'only this gate decides; may be repeated', collected)
    .option('-i, --item <id>', 'only this item decides; may be repeated', collected)
    .option('--as-of <instant>', 'judge as of then (RFC 3339)')
    .addOption(
      new Option(
        '--policy <name>',
        'verified: evidence without a matching digest counts as unknown',
      )
        .choices(['bundle', 'verified'])
        .default('bundle'),
    )
    .option('-b, --baseline <bundle>', 'fail only on what got worse since then')
    .option('--accept-loosened', 'report loosened demands, and do not fail on them')
    .addOption(
      new Option('-f, --format <format>', 'of the report').choices(checkFormats).default('text'),
    )
    .option('-o, --output <file>', 'write the report there')
    .addHelpText('after', examples.check)
    .action(async (bundle: string, options: CheckOptions) =>
      does((world) => check(bundle, options, world))(),
    );

  program
    .command('init')
    .description('look at the repository and propose a commented wavegate.yaml')
    .option('--print', 'print it instead of writing it')
    .option('--exclude <pattern>', 'never looked at; may be repeated', collected)
    .addHelpText('after', examples.init)
    .action(async (options: InitOptions) => does((world) => init(options, world))());

  program
    .command('collect')
    .description('read plan and evidence of a repository and write a bundle')
    .option('-c, --config <file>', 'default: wavegate.yaml here')
    .option('-o, --output <folder>', 'of the bundle', 'wavegate-bundle')
    .option('-r, --revision <id>', 'default: the commit')
    .option('--fresh', 'look at everything again')
    .option('--strict', 'exit code 1 when something was not understood')
    .option('--json', 'report as JSON')
    .option('--check', 'judge it at once')
    .option('-w, --watch', 'collect again whenever something changes')
    .addHelpText('after', examples.collect)
    .action(async (options: CollectOptions) => does((world) => collectCommand(options, world))());

  return {
    parse: async (args) => {
      await program.parseAsync([...args], { from: 'user' });
    },
    exitCode: () => exitCode,
    command: program,
  };
}
