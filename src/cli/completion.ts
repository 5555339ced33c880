/** Completion scripts for bash, zsh and fish, made from the same parameter definitions as everything else. */
import { FAMILY, type CommandDefinition } from '../powershell/cmdlets/index.js';
import { OUTPUT_FORMATS, PROGRAM_VERBS, UsageError, kebab } from './command-line.js';

const SHARED_OPTIONS = [
  '--output',
  '--json',
  '--color',
  '--no-color',
  '--password-env',
  '--password-file',
  '--password-helper',
  '--non-interactive',
  '--no-agent',
  '--help',
];

const SHELL_OPTIONS = [
  '-Command',
  '-File',
  '-NoProfile',
  '-NoLogo',
  '-NonInteractive',
  '-NoExit',
  '-WorkingDirectory',
  '-CustomPipeName',
];

const SERVE_OPTIONS = [
  '--stdio',
  '--pipe',
  '--address',
  '--port',
  '--path',
  '--tls-cert',
  '--tls-key',
  '--users',
  '--config',
  '--runspace',
  '--state',
  '--in-process',
  '--configuration',
  '--allow-unencrypted',
  '--ready-json',
  '--quiet',
];

interface CompletionWord {
  readonly word: string;
  readonly help: string;
}

const verbs = (): CompletionWord[] => [
  ...FAMILY.flatMap(({ verb, synopsis }) => (verb === undefined ? [] : [{ word: verb, help: synopsis }])),
  ...PROGRAM_VERBS.filter((word) => word !== 'agent').map((word) => ({ word, help: 'the endpoint and the program' })),
  ...FAMILY.map(({ name, synopsis }) => ({ word: name, help: synopsis })),
];

const longOptions = (definition: CommandDefinition): CompletionWord[] =>
  definition.parameters.map(({ name, help }) => ({ word: `--${kebab(name)}`, help }));

const enumOptions = (
  definition: CommandDefinition,
): Array<{ readonly option: string; readonly parameter: string; readonly values: readonly string[] }> =>
  definition.parameters.flatMap(({ name, enumValues }) =>
    enumValues === undefined ? [] : [{ option: `--${kebab(name)}`, parameter: name, values: Object.keys(enumValues) }],
  );

export function completionScript(shell: string | undefined): string {
  switch (shell) {
    case 'bash':
      return bash();
    case 'zsh':
      return zsh();
    case 'fish':
      return fish();
    default:
      throw new UsageError(
        `completion: give the shell: bash, zsh or fish${shell === undefined ? '' : `; not '${shell}'`}.`,
      );
  }
}

/** The values of one option as a case of `case "$prev"`. */
const bashValues = (options: string, values: readonly string[]): string =>
  `      ${options}) _pssession_words '${values.join(' ')}'; return;;`;

function bash(): string {
  const cases = FAMILY.filter(({ verb }) => verb !== undefined).flatMap((definition) => {
    const values = enumOptions(definition);
    return [
      `  ${definition.verb})
    case "$prev" in
${[...values.map(({ option, values: names }) => bashValues(option, names)), bashValues('--output|-o', OUTPUT_FORMATS)].join('\n')}
    esac
    _pssession_words '${[...longOptions(definition).map(({ word }) => word), ...SHARED_OPTIONS].join(' ')}';;`,
      `  ${definition.name})
    case "$prev" in
${[...values.map(({ parameter, values: names }) => bashValues(`-${parameter}`, names)), bashValues('--output|-o', OUTPUT_FORMATS)].join('\n')}
    esac
    _pssession_words '${[...definition.parameters.map(({ name }) => `-${name}`), ...SHARED_OPTIONS].join(' ')}';;`,
    ];
  });
  return `# bash completion for pssession
_pssession_words() {
  local word restore
  restore=$(shopt -p nocasematch)
  shopt -s nocasematch
  COMPREPLY=()
  for word in $1; do [[ "$word" == "$cur"* ]] && COMPREPLY+=("$word"); done
  eval "$restore"
}
_pssession() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  COMPREPLY=()
  # bash takes --option=value apart at the sign.
  if [[ "$cur" == "=" ]]; then cur=""; elif [[ "$prev" == "=" ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  if [[ "$COMP_CWORD" -eq 1 ]]; then
    COMPREPLY=($(compgen -W '${verbs()
      .map(({ word }) => word)
      .join(' ')} ${SHELL_OPTIONS.join(' ')} --help --version' -- "$cur"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  completion) _pssession_words 'bash zsh fish';;
  user) _pssession_words 'add passwd change list remove --users --admin --no-admin --disable --enable --expires --ntlm --digest --group --password-env --password-file --password-helper --json';;
  serve) _pssession_words '${SERVE_OPTIONS.join(' ')}';;
  esac
}
complete -o default -F _pssession pssession
`;
}

const zshText = (text: string): string =>
  text.replaceAll("'", "'\\''").replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ';');

function zsh(): string {
  const cases = FAMILY.filter(({ verb }) => verb !== undefined).map((definition) => {
    const enums = new Map(enumOptions(definition).map(({ option, values }) => [option, values]));
    const specs = definition.parameters.map((parameter) => {
      const option = `--${kebab(parameter.name)}`;
      const help = zshText(parameter.help);
      if (parameter.type === 'SwitchParameter') return `      '${option}[${help}]'`;
      const values = enums.get(option);
      return `      '${option}=[${help}]:value:${values === undefined ? '' : `(${values.join(' ')})`}'`;
    });
    return `    ${definition.verb})
      _arguments \\
${specs.join(' \\\n')} \\
      '--output=[how to print]:format:(${OUTPUT_FORMATS.join(' ')})' '*: :_hosts';;
    ${definition.name}) compadd -M 'm:{a-zA-Z}={A-Za-z}' -- ${definition.parameters.map(({ name }) => `-${name}`).join(' ')};;`;
  });
  return `#compdef pssession
_pssession() {
  if (( CURRENT == 2 )); then
    local -a words_
    words_=(
${verbs()
  .map(({ word, help }) => `      '${word}:${zshText(help)}'`)
  .join('\n')}
    )
    _describe 'command' words_
    return
  fi
  local verb="$words[2]"
  shift words; (( CURRENT-- ))
  case "$verb" in
${cases.join('\n')}
    serve) compadd -- ${SERVE_OPTIONS.join(' ')};;
    completion) _values shell bash zsh fish;;
    user) _values action add passwd change list remove;;
  esac
}
_pssession "$@"
`;
}

const fishText = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll("'", "\\'");

function fish(): string {
  const lines = ['# fish completion for pssession', 'complete -c pssession -f'];
  for (const { word, help } of verbs()) {
    lines.push(`complete -c pssession -n '__fish_use_subcommand' -a '${word}' -d '${fishText(help)}'`);
  }
  for (const definition of FAMILY) {
    if (definition.verb === undefined) continue;
    const enums = new Map(enumOptions(definition).map(({ option, values }) => [option, values]));
    for (const parameter of definition.parameters) {
      const option = kebab(parameter.name);
      const values = enums.get(`--${option}`);
      const takes =
        parameter.type === 'SwitchParameter' ? '' : values === undefined ? ' -r' : ` -x -a '${values.join(' ')}'`;
      lines.push(
        `complete -c pssession -n '__fish_seen_subcommand_from ${definition.verb}' -l ${option}${takes} -d '${fishText(parameter.help)}'`,
      );
    }
    lines.push(
      `complete -c pssession -n '__fish_seen_subcommand_from ${definition.verb}' -l output -x -a '${OUTPUT_FORMATS.join(' ')}'`,
    );
  }
  for (const definition of FAMILY) {
    for (const { name, help, type, enumValues } of definition.parameters) {
      const takes =
        type === 'SwitchParameter'
          ? ''
          : enumValues === undefined
            ? ' -r'
            : ` -x -a '${Object.keys(enumValues).join(' ')}'`;
      lines.push(
        `complete -c pssession -n '__fish_seen_subcommand_from ${definition.name}' -o ${name}${takes} -d '${fishText(help)}'`,
      );
    }
  }
  for (const option of SERVE_OPTIONS)
    lines.push(`complete -c pssession -n '__fish_seen_subcommand_from serve' -l ${option.slice(2)}`);
  lines.push("complete -c pssession -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'");
  lines.push("complete -c pssession -n '__fish_seen_subcommand_from user' -a 'add passwd change list remove'");
  return `${lines.join('\n')}\n`;
}
