/** CommandCompletion and CompletionResult as scripts see and make them. */
import { PropertyBag, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, toText } from '../conversion.js';
import { fail } from '../values/exceptions.js';
import { NetObject } from '../values/live.js';
import { defineType } from '../values/net-type.js';
import type { Completion, CompletionItem, CompletionKind } from './completion-result.js';

const KIND = defineType('System.Management.Automation.CompletionResultType', {
  kind: 'enum',
  enumValues: {
    Text: 0,
    History: 1,
    Command: 2,
    ProviderItem: 3,
    ProviderContainer: 4,
    Property: 5,
    Method: 6,
    ParameterName: 7,
    ParameterValue: 8,
    Variable: 9,
    Namespace: 10,
    Type: 11,
    Keyword: 12,
    DynamicKeyword: 13,
  },
});
interface Result {
  readonly text: string;
  readonly label: string;
  readonly kind: PSValue;
  readonly tip: string;
}
const RESULT = defineType('System.Management.Automation.CompletionResult');
const resultOf = (self: PSValue): Result => (self as NetObject<Result>).data;
function made(...texts: readonly [PSValue, PSValue, PSValue, PSValue]): NetObject<Result> {
  const [text, label, kind, tip] = texts;
  const given = (value: PSValue, name: string): string => {
    const shown = toText(value);
    if (shown !== '') return shown;
    throw fail(
      'Argument',
      `Cannot process argument because the value of argument "${name}" is not valid. Change the value of the "${name}" argument and run the operation again.`,
      {
        category: 'InvalidArgument',
        type: 'System.Management.Automation.PSArgumentException',
      },
    );
  };
  return new NetObject<Result>(RESULT, {
    text: given(text, 'completionText'),
    label: given(label, 'listItemText'),
    kind: convertTo(kind, KIND),
    tip: given(tip, 'toolTip'),
  });
}
defineType(
  'System.Management.Automation.CompletionResult',
  {},
  {
    'new(string completionText)': (_self, text) => made(text ?? null, text ?? null, 'Text', text ?? null),
    'new(string completionText, string listItemText, System.Management.Automation.CompletionResultType resultType, string toolTip)':
      (_self, text, label, kind, tip) => made(text ?? null, label ?? null, kind ?? null, tip ?? null),
    'string CompletionText': (self) => resultOf(self).text,
    'string ListItemText': (self) => resultOf(self).label,
    'System.Management.Automation.CompletionResultType ResultType': (self) => resultOf(self).kind,
    'string ToolTip': (self) => resultOf(self).tip,
  },
);
/** What a completer wrote, when it is a CompletionResult. */
export function completionResultOf(value: PSValue): (Result & { readonly kindName: CompletionKind }) | undefined {
  const result = value instanceof NetObject && value.type === RESULT ? (value.data as Result) : travelled(value);
  if (result === undefined) return undefined;
  // The names of the enumeration are the kinds.
  return { ...result, kindName: toText(result.kind) as CompletionKind };
}

/** One that TabExpansion2 gave. */
function travelled(value: PSValue): Result | undefined {
  if (!(value instanceof PSObject) || value.typeNames[0] !== RESULT.fullName) return undefined;
  const read = (name: string): PSValue => value.adapted?.get(name) ?? null;
  return {
    text: toText(read('CompletionText')),
    label: toText(read('ListItemText')),
    kind: read('ResultType'),
    tip: toText(read('ToolTip')),
  };
}
/** An item as a value of its class. */
export const completionResult = ({ text, label = text, kind, tip = '' }: CompletionItem): PSValue =>
  made(text, label, kind, tip === '' ? text : tip);

/** As it travels to a prompt on another computer, too: plain properties. */
export function completionObject({ start, length, items }: Completion): PSObject {
  const matches = items.map(
    (item) =>
      new PSObject({
        typeNames: ['System.Management.Automation.CompletionResult', 'System.Object'],
        adapted: PropertyBag.of({
          CompletionText: item.text,
          ListItemText: item.label ?? item.text,
          ResultType: convertTo(item.kind, KIND),
          ToolTip: item.tip === undefined || item.tip === '' ? item.text : item.tip,
        }),
      }),
  );
  return new PSObject({
    typeNames: ['System.Management.Automation.CommandCompletion', 'System.Object'],
    adapted: PropertyBag.of({
      CurrentMatchIndex: -1,
      ReplacementIndex: start,
      ReplacementLength: length,
      CompletionMatches: matches,
    }),
  });
}
