import type { Command } from 'commander';
import { shells } from '../core/choices.ts';
import { CliFailure } from '../core/failure.ts';

interface Completed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  /** What its argument may be, where that is a list. */
  readonly choices: readonly string[];
}

interface CompletedOption {
  readonly long: string;
  readonly description: string;
  readonly choices: readonly string[];
}

/** A completion script from the commands themselves, so that it never falls behind them. */
export function completionScript(shell: string, program: Command): string {
  const commands = program.commands.map(
    (command): Completed => ({
      name: command.name(),
      description: command.description(),
      options: optionsOf(command),
      choices: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    }),
  );
  const common = optionsOf(program);
  switch (shell) {
    case 'bash':
      return bash(commands, common);
    case 'zsh':
      return zsh(commands, common);
    case 'fish':
      return fish(commands);
    default:
      throw new CliFailure('shell-unknown', `There is no completion for ${shell}`, {
        hint: `There is one for ${shells.join(', ')}.`,
      });
  }
}

function optionsOf({ options }: Command): readonly CompletedOption[] {
  return options.flatMap(({ long, description, argChoices = [] }) =>
    long === undefined || long === null ? [] : [{ long, description, choices: argChoices }],
  );
}

const names = (options: readonly CompletedOption[]): string =>
  options.map(({ long }) => long).join(' ');

function bash(commands: readonly Completed[], common: readonly CompletedOption[]): string {
  const cases = commands.map(
    ({ name, options, choices }) =>
      `    ${name}) words="${names(options)}"; choices="${choices.join(' ')}" ;;`,
  );
  const values = [{ name: '', options: common }, ...commands].flatMap(({ name, options }) =>
    options.flatMap(({ long, choices }) =>
      choices.length === 0
        ? []
        : [
            `    ${name === '' ? '*' : name}:${long}) COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$current")); return ;;`,
          ],
    ),
  );
  return `# wavegate completion bash > /etc/bash_completion.d/wavegate
_wavegate() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  local words="" choices="" command="" at
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "\${COMP_WORDS[at]}" in
      -C|--directory|--errors) ((at++)) ;;
      -*) ;;
      *) command="\${COMP_WORDS[at]}"; break ;;
    esac
  done
  case "$command:$before" in
${values.join('\n')}
    *:-C|*:--directory) COMPREPLY=($(compgen -d -- "$current")); return ;;
  esac
  case "$command" in
${cases.join('\n')}
    *) words="${commands.map(({ name }) => name).join(' ')}" ;;
  esac
  if [[ -z "$command" || "$current" == -* ]]; then
    COMPREPLY=($(compgen -W "$words ${names(common)}" -- "$current"))
  elif [[ -n "$choices" ]]; then
    COMPREPLY=($(compgen -W "$choices" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _wavegate wavegate
`;
}

function zsh(commands: readonly Completed[], common: readonly CompletedOption[]): string {
  const described = commands.map(({ name, description }) => `    '${name}:${quote(description)}'`);
  const spec = ({ long, description, choices }: CompletedOption): string =>
    `'${long}[${quote(description)}]${choices.length === 0 ? '' : `:value:(${choices.join(' ')})`}'`;
  const cases = commands.map(
    ({ name, options, choices }) =>
      `    ${name}) _arguments ${options.map(spec).join(' ')} ${choices.length === 0 ? "'*:file:_files'" : `'*:value:(${choices.join(' ')})'`} ;;`,
  );
  return `#compdef wavegate
# wavegate completion zsh > "\${fpath[1]}/_wavegate"
_wavegate() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe 'command' commands
    compadd -- ${names(common)}
    return
  fi
  case "$words[2]" in
${cases.join('\n')}
  esac
}
_wavegate "$@"
`;
}

function fish(commands: readonly Completed[]): string {
  const lines = commands.flatMap(({ name, description, options, choices }) => [
    `complete -c wavegate -n __fish_use_subcommand -a ${name} -d '${quote(description)}'`,
    ...(choices.length === 0
      ? []
      : [
          `complete -c wavegate -f -n '__fish_seen_subcommand_from ${name}' -a '${choices.join(' ')}'`,
        ]),
    ...options.map(
      ({ long, description: text, choices: values }) =>
        `complete -c wavegate -n '__fish_seen_subcommand_from ${name}' -l ${long.replace(/^--/, '')}${values.length === 0 ? '' : ` -x -a '${values.join(' ')}'`} -d '${quote(text)}'`,
    ),
  ]);
  return `# wavegate completion fish > ~/.config/fish/completions/wavegate.fish\n${lines.join('\n')}\n`;
}

const quote = (text: string): string => text.replace(/['[\]:\\]/g, ' ');
