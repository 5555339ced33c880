/** [CompletionCompleters]: what argument completers of scripts offer names of files, commands and variables with. */
import { PSList, type PSValue } from '../../../protocol/objects/index.js';
import type { EngineServices } from '../commands/index.js';
import { toText } from '../conversion.js';
import { drive, type Pending, type Steps } from '../pending.js';
import { flagsOf, runtime } from '../net/support.js';
import { defineType } from '../values/net-type.js';
import { resolveTypeText } from '../values/types.js';
import { commandItems, type OfferedKind } from './command-names.js';
import { arranged, type CompletionItem } from './completion-result.js';
import { operatorItems } from './operator-names.js';
import { files } from './paths.js';
import { completionResult } from './result-types.js';
import { typeItems } from './type-names.js';
import { variableItems } from './variable-names.js';

const RESULT = 'System.Management.Automation.CompletionResult';
const MANY = `System.Collections.Generic.IEnumerable[${RESULT}]`;
const LIST = `System.Collections.Generic.List[${RESULT}]`;
const TYPES = 'System.Management.Automation.CommandTypes';
const KINDS: Readonly<Record<OfferedKind, number>> = { Alias: 1, Function: 2, Filter: 4, Cmdlet: 8, Application: 32 };
const ALL = 383;

const services = (): EngineServices => runtime().servicesHere() as EngineServices;
const given = (word: PSValue | undefined): string => (word === undefined || word === null ? '' : toText(word));
const listed = (items: Iterable<CompletionItem>): PSList =>
  new PSList(
    [...items].map((item) => completionResult(item)),
    'LST',
    { typeNames: resolveTypeText(LIST)?.typeNames ?? [] },
  );
function* commands(name: string, module: string, types: number): Steps<PSList> {
  const kinds = (Object.keys(KINDS) as OfferedKind[]).filter((kind) => (types & KINDS[kind]) !== 0);
  const found = yield* commandItems(module === '' ? name : `${module}\\${name}`, services(), kinds);
  const bare = ({ text }: CompletionItem): string => (module === '' ? text : text.slice(text.indexOf('\\') + 1));
  return listed(found.map((item) => ({ ...item, text: bare(item) })));
}
const commandsOf = (name: PSValue | undefined, module: string, types: number): Pending<PSValue> =>
  drive(commands(given(name), module, types));
defineType(
  'System.Management.Automation.CompletionCompleters',
  { abstract: true },
  {
    [`static ${MANY} CompleteCommand(string commandName)`]: (_self, name) => commandsOf(name, '', ALL),
    [`static ${MANY} CompleteCommand(string commandName, string moduleName)`]: (_self, name, module) =>
      commandsOf(name, given(module), ALL),
    [`static ${MANY} CompleteCommand(string commandName, string moduleName, ${TYPES} commandTypes)`]: (
      _self,
      name,
      module,
      types,
    ) => commandsOf(name, given(module), flagsOf(types)),
    [`static ${MANY} CompleteFilename(string fileName)`]: (_self, name) => {
      const [, quote = '', text = ''] = /^(['"]?)([^]*)$/.exec(given(name)) ?? [];
      return listed(arranged(files({ text, quote }, services())));
    },
    [`static ${LIST} CompleteOperator(string wordToComplete)`]: (_self, word) =>
      listed(operatorItems(`-${given(word).replace(/^-/, '')}`)),
    [`static ${MANY} CompleteType(string typeName)`]: (_self, name) => listed(arranged(typeItems(given(name)))),
    [`static ${MANY} CompleteVariable(string variableName)`]: (_self, name) =>
      listed(arranged(variableItems(given(name), '$', false, [], services()))),
  },
);
