/** Functions that the text itself defines: they come before those of the session, and may stand behind the cursor. */
import type { FunctionDefinitionAst } from '../../lang/index.js';
import type { CommandEntry, EngineServices } from '../commands/index.js';
import { settle, type Steps } from '../pending.js';
import { hasWildcard, placeRegex } from '../text/wildcard.js';
import type { CompletionItem } from './completion-result.js';
import type { InvokeCompleter } from './complete-input.js';
import { notedIn, parsed } from './parsed.js';

export function functionIn(text: string, name: string): FunctionDefinitionAst | undefined {
  const lower = name.toLowerCase();
  return notedIn(parsed(text).ast)
    .filter((one) => one.kind === 'FunctionDefinitionAst')
    .findLast((one) => one.name.toLowerCase() === lower);
}

/** Functions of a text that have such a name, and then the commands. */
export function withFunctionsOf(text: string, name: string, items: readonly CompletionItem[]): CompletionItem[] {
  const found: CompletionItem[] = [];
  const known = new Set(items.map((item) => item.text.toLowerCase()));
  const pattern = hasWildcard(name) ? placeRegex(`${name}*`) : undefined;
  for (const one of text === '' || name === '' ? [] : notedIn(parsed(text).ast)) {
    if (one.kind !== 'FunctionDefinitionAst' || known.has(one.name.toLowerCase())) continue;
    if (pattern?.test(one.name) !== true && !one.name.toLowerCase().startsWith(name.toLowerCase())) continue;
    known.add(one.name.toLowerCase());
    found.push({ text: one.name, label: one.name, kind: 'Command', tip: one.name });
  }
  return [...found, ...items];
}
/** The command that such a function is, with its parameters alone: nothing of its body is run. */
export function* textCommand(
  { name, parameters, body }: FunctionDefinitionAst,
  services: EngineServices,
  invoke: InvokeCompleter,
): Steps<CommandEntry | undefined> {
  const inBody = body.paramBlock;
  const block = inBody === undefined ? '' : [...inBody.attributes, inBody].map(({ extent }) => extent.text).join('\n');
  const list = parameters === undefined ? '' : `(${parameters.map(({ extent }) => extent.text).join(', ')})`;
  try {
    const made = services.parse(`function completed${list} { ${block} }; Get-Item -LiteralPath function:completed`);
    const [object] = yield* settle(invoke(made, []));
    if (object === undefined) return undefined;
    return { name, type: 'Function', module: '', object, spec: undefined, definition: body.extent.text.slice(1, -1) };
  } catch {
    return undefined; // what is not finished
  }
}
