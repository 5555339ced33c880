/** Reads the texts of the built-in commands, and puts them together with what a definition says itself. */
import type { CommandHelp, CommandSpec } from '../../command-api.js';
import { COMMAND_TEXTS, PARAMETER_TEXTS } from './command-texts.js';

interface Example {
  readonly code: string;
  remarks: string;
}
interface Entry {
  description: string;
  readonly examples: Example[];
  readonly parameters: Map<string, string>;
}

let entries: ReadonlyMap<string, Entry> | undefined;

function read(text: string): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  let entry: Entry = { description: '', examples: [], parameters: new Map() };
  for (const line of text.split('\n')) {
    const rest = line.slice(1);
    switch (line[0]) {
      case '#':
        entry = { description: '', examples: [], parameters: new Map() };
        found.set(rest.toLowerCase(), entry);
        break;
      case '>':
        entry.examples.push({ code: rest, remarks: '' });
        break;
      case ' ': {
        const example = entry.examples.at(-1);
        if (example !== undefined) example.remarks = example.remarks === '' ? rest : `${example.remarks} ${rest}`;
        break;
      }
      case '@': {
        const space = rest.indexOf(' ');
        entry.parameters.set(rest.slice(0, space).toLowerCase(), rest.slice(space + 1));
        break;
      }
      default:
        entry.description = entry.description === '' ? line : `${entry.description} ${line}`;
    }
  }
  return found;
}

/** The definition with its help; one that brings its own keeps it. */
export function withBuiltInHelp(spec: CommandSpec): CommandSpec {
  entries ??= read(COMMAND_TEXTS);
  const entry = entries.get(spec.name.toLowerCase());
  const own = spec.help;
  const parameters: Record<string, { text: string; defaultValue?: string | undefined; wildcards?: boolean }> = {};
  for (const { name } of spec.parameters) {
    const text = entry?.parameters.get(name.toLowerCase()) ?? PARAMETER_TEXTS[name];
    if (text !== undefined) parameters[name] = { text };
  }
  const description = own?.description ?? (entry?.description === '' ? undefined : entry?.description);
  const examples = own?.examples ?? entry?.examples.map(({ code, remarks }) => ({ title: '', code, remarks }));
  const help: CommandHelp = {
    ...own,
    ...(description === undefined ? {} : { description }),
    parameters: { ...parameters, ...own?.parameters },
    ...(examples === undefined ? {} : { examples }),
  };
  return { ...spec, help };
}

/** Commands that have a text, in lower case. */
export const commandsWithHelp = (): ReadonlySet<string> => {
  entries ??= read(COMMAND_TEXTS);
  return new Set(entries.keys());
};

/** Parameters that a command's text tells of, in lower case. */
export const describedParameters = (command: string): readonly string[] => {
  entries ??= read(COMMAND_TEXTS);
  return [...(entries.get(command.toLowerCase())?.parameters.keys() ?? [])];
};
