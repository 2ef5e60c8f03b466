import type { Command } from 'commander';
import { shells } from '../core/choices.ts';
import { CliFailure } from '../core/failure.ts';

interface Completed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly { readonly long: string; readonly description: string }[];
}

/** A completion script from the commands themselves, so that it never falls behind them. */
export function completionScript(shell: string, program: Command): string {
  const commands = program.commands.map(
    (command): Completed => ({
      name: command.name(),
      description: command.description(),
      options: command.options.flatMap(({ long, description }) =>
        long === undefined || long === null ? [] : [{ long, description }],
      ),
    }),
  );
  const common = program.options.flatMap(({ long }) => long ?? []);
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

function bash(commands: readonly Completed[], common: readonly string[]): string {
  const cases = commands.map(
    ({ name, options }) => `    ${name}) words="${options.map(({ long }) => long).join(' ')}" ;;`,
  );
  return `# wavegate completion bash > /etc/bash_completion.d/wavegate
_wavegate() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words=""
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="${[...commands.map(({ name }) => name), ...common].join(' ')}" ;;
  esac
  if [[ "$current" == -* || $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "$words ${common.join(' ')}" -- "$current"))
  else
    COMPREPLY=($(compgen -f -- "$current"))
  fi
}
complete -o filenames -F _wavegate wavegate
`;
}

function zsh(commands: readonly Completed[], common: readonly string[]): string {
  const described = commands.map(({ name, description }) => `    '${name}:${quote(description)}'`);
  const cases = commands.map(
    ({ name, options }) =>
      `    ${name}) _arguments ${options.map(({ long, description }) => `'${long}[${quote(description)}]'`).join(' ')} '*:file:_files' ;;`,
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
    compadd -- ${common.join(' ')}
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
  const lines = commands.flatMap(({ name, description, options }) => [
    `complete -c wavegate -n __fish_use_subcommand -a ${name} -d '${quote(description)}'`,
    ...options.map(
      ({ long, description: text }) =>
        `complete -c wavegate -n '__fish_seen_subcommand_from ${name}' -l ${long.replace(/^--/, '')} -d '${quote(text)}'`,
    ),
  ]);
  return `# wavegate completion fish > ~/.config/fish/completions/wavegate.fish\n${lines.join('\n')}\n`;
}

const quote = (text: string): string => text.replace(/['[\]:\\]/g, ' ');
