/** What `--help` prints: for the program, for a command, and for the program's own verbs. */
import { FAMILY, type CommandDefinition, type ParameterDefinition } from '../powershell/cmdlets/index.js';
import { findCommand, kebab } from './command-line.js';

const INDENT = '  ';

/** Breaks text into lines of at most `width` columns, each behind `indent`. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    if (line !== '' && indent.length + line.length + 1 + word.length > width) {
      lines.push(indent + line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(indent + line);
  return lines.join('\n');
}

export function programHelp(width: number): string {
  const verbs = FAMILY.filter(({ verb }) => verb !== undefined);
  const rows = verbs.map(
    ({ verb, name, synopsis }) => `${INDENT}${(verb ?? '').padEnd(12)}${name.padEnd(22)}${synopsis}`,
  );
  return `pssession: PowerShell sessions on local and remote computers

USAGE
  pssession                              an interactive PowerShell prompt
  pssession <command> [options]          one command, from any shell
  pssession -Command <text>, -File <f>   a script
  pssession serve                        an endpoint that holds sessions

COMMANDS (short verb, PowerShell's name; both take the same parameters)
${rows.join('\n')}

THE ENDPOINT
  serve       hold sessions for others to use, over WinRM's protocol or stdio
  user        add, list and remove the accounts of the endpoint
  status      who has which session at this endpoint
  completion  print a completion script for bash, zsh or fish

OPTIONS FOR EVERY COMMAND
  -o, --output <format>     table, list, json, ndjson, csv, clixml, text
      --json                the same as --output json
      --color <when>        auto, always, never (NO_COLOR is honoured)
      --password-env <name> take the credential's password from this environment variable
      --password-file <f>   take it from this file (mode 0600)
      --password-helper <c> take it from what this command prints
      --non-interactive     never ask
  -h, --help                help, also for one command: pssession get --help
      --version             the version

EXAMPLES
  pssession serve --port 5985                            (in one terminal)
  pssession new localhost --name build --credential me   (in another)
  pssession get localhost --credential me
  pssession invoke --session build '{ 1..3 }'

EXIT CODES
  0 everything worked; 1 something failed (each failure is on stderr); 64 the command line was wrong;
  130 interrupted
`
    .split('\n')
    .map((line) => (line.length > width && !line.startsWith(INDENT) ? wrap(line, width, '') : line))
    .join('\n');
}

/** How values that are no words of their own are written in a command line. */
const WRITTEN: Readonly<Partial<Record<string, string>>> = {
  PSSessionOption: "Written as SkipCACheck,OperationTimeout=5000: see 'pssession New-PSSessionOption --help'.",
  Hashtable: 'Written as Name=value,Other=value.',
  'Hashtable[]': 'Each written as Name=value,Other=value.',
};

/** Help for one command, in the manner in which it was asked for. Undefined for a topic that is no command. */
export function commandHelp(topic: string, width: number): string | undefined {
  const found = findCommand(topic);
  if (found === undefined) return undefined;
  const { definition } = found;
  const lines: string[] = [];
  lines.push(`${definition.name}${definition.verb === undefined ? '' : ` (pssession ${definition.verb})`}`, '');
  lines.push(wrap(definition.synopsis, width, INDENT), '');
  lines.push(wrap(definition.description, width, INDENT), '');
  lines.push('SYNTAX');
  for (const set of definition.sets) lines.push(wrapSyntax(definition, set, width));
  lines.push('', 'PARAMETERS');
  for (const parameter of definition.parameters) {
    const short = definition.verb === undefined ? '' : `    --${kebab(parameter.name)}`;
    lines.push(`${INDENT}-${parameter.name}${typeText(parameter)}${short}`);
    lines.push(wrap(parameter.help, width, `${INDENT}${INDENT}${INDENT}`));
    const written = WRITTEN[parameter.type];
    if (written !== undefined) lines.push(wrap(written, width, `${INDENT}${INDENT}${INDENT}`));
    if (parameter.enumValues !== undefined) {
      lines.push(
        wrap(`One of: ${Object.keys(parameter.enumValues).join(', ')}.`, width, `${INDENT}${INDENT}${INDENT}`),
      );
    }
    if (parameter.defaultValue !== undefined)
      lines.push(`${INDENT}${INDENT}${INDENT}Default: ${parameter.defaultValue}`);
  }
  if (definition.examples.length > 0) {
    lines.push('', 'EXAMPLES');
    for (const example of definition.examples) {
      lines.push(
        `${INDENT}# ${example.title}`,
        `${INDENT}${example.code}`,
        wrap(example.remarks, width, `${INDENT}${INDENT}`),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

const typeText = (parameter: ParameterDefinition): string =>
  parameter.type === 'SwitchParameter'
    ? ''
    : ` <${parameter.type === 'Enum' ? (parameter.enumType?.split('.').at(-1) ?? 'Enum') : parameter.type}>`;

/** One line of SYNTAX as PowerShell prints it: positional parameters first, optional ones in brackets. */
export function syntaxLine(definition: CommandDefinition, set: string): string {
  const members = definition.parameters.filter((parameter) => parameter.sets[set] !== undefined);
  const position = (parameter: ParameterDefinition): number =>
    parameter.sets[set]?.position ?? Number.POSITIVE_INFINITY;
  const ordered = members.toSorted((a, b) => position(a) - position(b));
  const words = ordered.map((parameter) => {
    const membership = parameter.sets[set];
    const name = membership?.position === undefined ? `-${parameter.name}` : `[-${parameter.name}]`;
    const text = `${name}${typeText(parameter)}`;
    return membership?.mandatory === true ? text : `[${text}]`;
  });
  return [definition.name, ...words, '[<CommonParameters>]'].join(' ');
}

function wrapSyntax(definition: CommandDefinition, set: string, width: number): string {
  return wrap(syntaxLine(definition, set), width, INDENT + INDENT).replace(INDENT, '');
}

const PROGRAM_HELP: Readonly<Record<string, string>> = {
  serve: `pssession serve: hold sessions on this computer

USAGE
  pssession serve [options]
  pssession serve --stdio              speak PowerShell's framing on standard input and output, like 'pwsh -s'
  pssession serve --pipe <name>        the same on a named pipe, which Enter-PSHostProcess and others can join

OPTIONS
      --address <address>     where to listen (default 127.0.0.1)
      --port <n>              the port (default 5985, with TLS 5986; 0 takes a free one)
      --tls-cert <file>       certificate (PEM); turns TLS on together with --tls-key
      --tls-key <file>        its private key (PEM)
      --users <file>          the accounts (default: the user's configuration folder; see 'pssession user')
      --config <file>         session configurations and quotas (see docs/configuration.md)
      --runspace <command>    run sessions in this program, for instance 'pwsh -NoLogo -NoProfile -s',
                              instead of in the embedded engine
      --state <folder>        where the sessions of this endpoint and their output are kept
      --attach                with --stdio: sessions in the endpoint of this account, which outlive the connection
                              (as they do behind sshd)
      --local                 an endpoint without a port, for --stdio and programs of this account; leaves by itself
      --in-process            keep sessions in this process: they end with it, and nothing of them is on the disk
      --allow-unencrypted     accept Basic without TLS on an address that is not loopback: passwords and sessions
                              can then be read by anyone on the network
      --ready-json            print one line of JSON with the address when ready, for programs

EXAMPLES
  pssession user add me
  pssession serve --port 5985
`,
  user: `pssession user: the accounts of the endpoint

USAGE
  pssession user add <name> [--admin] [--group <g>]... [--ntlm] [--digest] [<password>]
  pssession user passwd <name> [--ntlm] [--digest] [<password>]
  pssession user change <name> [--group <g>]... [--admin | --no-admin] [--disable | --enable] [--expires <date | never>]
  pssession user list
  pssession user remove <name>

PASSWORD
  --password-env <name>, --password-file <f> (mode 0600) or --password-helper <command>; without one it is asked for

Passwords are asked for without echo and kept as scrypt hashes in a file of mode 0600. With --ntlm the NT hash is kept
too, encrypted, so that clients can use NTLM and CredSSP; with --digest what Digest needs. docs/authentication.md says
what that means.
`,
  completion: `pssession completion: print a completion script

USAGE
  pssession completion bash > ~/.local/share/bash-completion/completions/pssession
  pssession completion zsh > "\${fpath[1]}/_pssession"
  pssession completion fish > ~/.config/fish/completions/pssession.fish
`,
  status: `pssession status: who has which session, since when, from where, what runs, what waits

USAGE
  pssession status [--state <folder>] [--json | --output <format>]        the endpoint of this account, here
  pssession status <computer>... [options] [--json | --output <format>]   the endpoints of other computers
  pssession status --connection-uri <uri> [options]
  pssession status --host-name <computer> [options]                       the same over SSH

Options are those of 'pssession get': --credential, --authentication, --port, --use-ssl and so on. Another computer's
endpoint tells it to its administrators ('pssession user add <name> --admin') and refuses others.
`,
};

export function topicHelp(topic: string, width: number): string | undefined {
  return PROGRAM_HELP[topic.toLowerCase()] ?? commandHelp(topic, width);
}
