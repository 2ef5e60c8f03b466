import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import type { CheckOptions } from './check/check-command.ts';
import type { CollectOptions } from './collect/collect-command.ts';
import { checkFormats, exportFormats, shells } from './core/choices.ts';
import { CliFailure, type ExitCode } from './core/failure.ts';
import { examples } from './core/help.ts';
import type { Io } from './core/io.ts';
import { version } from './core/version.ts';
import { words } from './core/words.ts';
import type { DiffOptions } from './diff/diff-command.ts';
import type { ExportOptions } from './export/export-command.ts';
import type { InitOptions } from './init/init-command.ts';
import type { PackOptions } from './pack/pack-command.ts';
import type { ServeCommandOptions } from './serve-command.ts';
import type { SignOptions } from './sign/sign-command.ts';
import type { VerifyOptions } from './sign/verify-command.ts';

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
      existing(resolve(world.cwd, path), path),
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
    .option(
      '-k, --key <[owner=]file>',
      'attestations signed with this public key count; may be repeated',
      collected,
    )
    .option('-b, --baseline <bundle>', 'fail only on what got worse since then')
    .option('--accept-loosened', 'report loosened demands, and do not fail on them')
    .addOption(
      new Option('-f, --format <format>', 'of the report')
        .choices([...checkFormats])
        .default('text'),
    )
    .option('-o, --output <file>', 'write the report there')
    .addHelpText('after', examples.check)
    .action(async (bundle: string, options: CheckOptions) =>
      does(async (world) =>
        (await import('./check/check-command.ts')).check(bundle, options, world),
      )(),
    );

  program
    .command('init')
    .description('look at the repository and propose a commented wavegate.yaml')
    .option('--print', 'print it instead of writing it')
    .option('--exclude <pattern>', 'never looked at; may be repeated', collected)
    .addHelpText('after', examples.init)
    .action(async (options: InitOptions) =>
      does(async (world) => (await import('./init/init-command.ts')).init(options, world))(),
    );

  program
    .command('collect')
    .description('read plan and evidence of a repository and write a bundle')
    .option('-c, --config <file>', 'default: wavegate.yaml here')
    .option('-o, --output <folder>', 'of the bundle', 'wavegate-bundle')
    .option('-r, --revision <id>', 'default: the commit', named)
    .option('--fresh', 'look at everything again')
    .option('--strict', 'exit code 1 when something was not understood')
    .option('--json', 'report as JSON')
    .option('--check', 'judge it at once')
    .option('-w, --watch', 'collect again whenever something changes')
    .addHelpText('after', examples.collect)
    .action(async (options: CollectOptions) =>
      does(async (world) =>
        (await import('./collect/collect-command.ts')).collectCommand(options, world),
      )(),
    );

  program
    .command('diff')
    .description('what changed between two bundles: exit code 0 nothing, 1 something')
    .argument('<before>', 'folder, .zip or bundle.json')
    .argument('<after>', 'the same')
    .option('-p, --project <id>', 'where a folder holds several')
    .option('--before <revision>', 'of the first')
    .option('--after <revision>', 'of the second')
    .option('--as-of <instant>', 'judge both as of then')
    .addOption(
      new Option('-f, --format <format>', 'of the report')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText('after', examples.diff)
    .action(async (before: string, after: string, options: DiffOptions) =>
      does(async (world) =>
        (await import('./diff/diff-command.ts')).diff(before, after, options, world),
      )(),
    );

  program
    .command('pack')
    .description('put a bundle into one file: a zip, or one HTML page')
    .argument('[bundle]', 'folder or .zip', 'wavegate-bundle')
    .option('-o, --output <file>', 'default: the name of the bundle')
    .option('--html', 'one page that opens from disk, without a network')
    .option(
      '--budget <megabytes>',
      'of the page (20); heavier evidence is left beside it',
      megabytes,
    )
    .option('--page <file>', 'another page to put it into')
    .option('--force', 'overwrite the output')
    .addHelpText('after', examples.pack)
    .action(async (bundle: string, options: PackOptions) =>
      does(async (world) =>
        (await import('./pack/pack-command.ts')).pack(bundle, options, world),
      )(),
    );

  program
    .command('export')
    .description('write the judgement in a format of others')
    .argument('[bundle]', 'folder, .zip or bundle.json', 'wavegate-bundle')
    .addOption(
      new Option('-f, --format <format>', 'CTRF, SLSA verification summary, or CSV')
        .choices([...exportFormats])
        .makeOptionMandatory(),
    )
    .option('-o, --output <file>', 'default: standard output')
    .option('-p, --project <id>', 'where the folder holds several')
    .option('-r, --revision <id>', 'default: the newest')
    .option('--as-of <instant>', 'judge as of then')
    .addHelpText('after', examples.export)
    .action(async (bundle: string, options: ExportOptions) =>
      does(async (world) =>
        (await import('./export/export-command.ts')).exportBundle(bundle, options, world),
      )(),
    );

  program
    .command('sign')
    .description('sign a bundle folder with a private key (P-256 or Ed25519)')
    .argument('[bundle]', 'folder', 'wavegate-bundle')
    .requiredOption('-k, --key <file>', 'private key, PEM or JWK; never inside the bundle')
    .option('-p, --project <id>', 'where the folder holds several')
    .option('--as-of <instant>', 'judge as of then')
    .addHelpText('after', examples.sign)
    .action(async (bundle: string, options: SignOptions) =>
      does(async (world) =>
        (await import('./sign/sign-command.ts')).sign(bundle, options, world),
      )(),
    );

  program
    .command('verify')
    .description('intact, complete, authentic, recomputed: exit code 0, 1 broken, 2 unknown')
    .argument('[bundle]', 'folder or .zip', 'wavegate-bundle')
    .option('-k, --key <file>', 'public key that you trust; may be repeated', collected)
    .option('-p, --project <id>', 'where the folder holds several')
    .option('-r, --revision <id>', 'default: the newest')
    .addOption(
      new Option('-f, --format <format>', 'of the report')
        .choices(['text', 'json'])
        .default('text'),
    )
    .addHelpText('after', examples.verify)
    .action(async (bundle: string, options: VerifyOptions) =>
      does(async (world) =>
        (await import('./sign/verify-command.ts')).verify(bundle, options, world),
      )(),
    );

  program
    .command('serve')
    .description('show bundles in a browser on this machine')
    .argument('[path]', 'folder of bundles, bundle or .zip', 'wavegate-bundle')
    .option('--port <number>', 'default: any free one')
    .option('--app <folder>', 'another build of the page')
    .option('--host <name>', 'further name that is answered; may be repeated', collected)
    .option('--origin <origin>', 'page of others that may read; may be repeated', collected)
    .addHelpText('after', examples.serve)
    .action(async (path: string, options: ServeCommandOptions) =>
      does(async (world) =>
        (await import('./serve-command.ts')).serveCommand(path, options, world),
      )(),
    );

  program
    .command('schema')
    .description('print the JSON Schema of wavegate.yaml')
    .addHelpText('after', examples.schema)
    .action(async () =>
      does(async (world) => {
        const { configJsonSchema } = await import('./config/config-json-schema.ts');
        world.stdout(configJsonSchema());
        return 0;
      })(),
    );

  program
    .command('completion')
    .description('print a completion script')
    .addArgument(new Argument('<shell>', 'which shell').choices([...shells]))
    .addHelpText('after', examples.completion)
    .action(async (shell: string) =>
      does(async (world) => {
        const { completionScript } = await import('./shell/completion.ts');
        world.stdout(completionScript(shell, program));
        return 0;
      })(),
    );

  return {
    parse: async (args) => {
      await program.parseAsync([...args], { from: 'user' });
    },
    exitCode: () => exitCode,
    command: program,
  };
}

/** @throws CliFailure when there is no such folder: nothing that follows could be meant */
function existing(folder: string, shown: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new CliFailure('not-found', words.folderNotFound(shown));
}

function megabytes(text: string): number {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(number) && number >= 0) return number;
  throw new InvalidArgumentError('It is a number of megabytes, for example 5.');
}

/** In a pipeline a variable that is not set gives no word at all. */
function named(text: string): string {
  if (text.trim() !== '') return text;
  throw new InvalidArgumentError('It is empty; leave it out to take the commit.');
}
