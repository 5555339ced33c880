/** What a command in a text writes, for completion: samples of commands that only look, and declared types of others. */
import { parseInput, type CommandAst, type ExpressionAst } from '../../lang/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { settle, type Steps } from '../pending.js';
import { distinct, Inference, OnlyType, Sketch, sketchOf } from './infer.js';

/** Commands that only look, and how their first objects are had. */
const SAMPLES: Readonly<Record<string, string>> = {
  'get-childitem': 'Get-ChildItem | Select-Object -First 40',
  'get-item': 'Get-Item .; Get-ChildItem -File | Select-Object -First 1',
  'get-process': 'Get-Process -Id $PID',
  'get-date': 'Get-Date',
  'get-command': 'Get-Command Get-Date',
  'get-module': 'Get-Module | Select-Object -First 1',
  'get-variable': 'Get-Variable PID',
  'get-alias': 'Get-Alias | Select-Object -First 1',
  'get-location': 'Get-Location',
  'get-psdrive': 'Get-PSDrive | Select-Object -First 1',
  'get-host': 'Get-Host',
  'get-history': 'Get-History | Select-Object -First 1',
  'get-verb': 'Get-Verb | Select-Object -First 1',
  'get-culture': 'Get-Culture',
  'get-timezone': 'Get-TimeZone',
  'get-job': 'Get-Job | Select-Object -First 1',
  'get-pssession': 'Get-PSSession | Select-Object -First 1',
  'get-member': '1 | Get-Member | Select-Object -First 1',
  'get-content': "'text'",
  'get-random': '1',
  'select-string': "'text' | Select-String text",
  'measure-object': "1 | Measure-Object; 'a' | Measure-Object -Line",
  'resolve-path': 'Get-Location',
};
/** They write what they were given. */
const PASSES = new Set(['where-object', 'sort-object', 'tee-object', 'get-unique']);
const MOST_DEFINITION = 20_000;

export function* outputOfCommand(inference: Inference, command: CommandAst): Steps<readonly PSValue[]> {
  const { session } = inference;
  const [first, ...rest] = command.commandElements;
  if (first?.kind === 'ScriptBlockExpressionAst') return yield* inference.of(first.scriptBlock);
  if (first?.kind !== 'StringConstantExpressionAst') return [];
  const known = yield* session.command(first.value);
  const name = (known?.name ?? first.value).toLowerCase();
  if (name === 'select-object') return yield* selected(inference, command);
  if (PASSES.has(name)) return yield* inference.left(command);
  if (name === 'foreach-object') {
    const blocks = rest.flatMap((one) => (one.kind === 'ScriptBlockExpressionAst' ? [one.scriptBlock] : []));
    const [member] = rest;
    if (member?.kind === 'StringConstantExpressionAst')
      return yield* inference.property(yield* inference.left(command), member.value);
    const found: PSValue[] = [];
    for (const block of blocks) found.push(...(yield* inference.of(block)));
    return distinct(found);
  }
  if (name === 'new-object') {
    const word = rest.find((one) => one.kind === 'StringConstantExpressionAst');
    return word === undefined ? [] : inference.instance(word.value);
  }
  if (
    name === 'group-object' &&
    !rest.some((one) => one.kind === 'CommandParameterAst' && /^ash/i.test(one.parameterName))
  )
    return inference.instance('Microsoft.PowerShell.Commands.GroupInfo');
  // What a command says of itself comes first: it has all members that there could be.
  const names = (known?.output ?? '').split(',').filter((type) => type !== '');
  const instances = names.map((type) => inference.instance(type));
  const declared = instances.flat();
  // Of some types the name alone is known here, or not even that.
  const isKnown = instances.every((some) => some.length > 0 && some.every(hasMembers));
  const sample = declared.length > 0 && isKnown ? undefined : SAMPLES[name];
  if (sample !== undefined && !session.services.restricted) {
    const some = yield* settle(session.invoke(session.services.parse(sample), []));
    return distinct([...some, ...declared.filter((one) => one instanceof Sketch || hasMembers(one))]);
  }
  if (declared.length > 0 || known?.body === undefined || known.body.length > MOST_DEFINITION) return declared;
  const inner = new Inference(known.body, session, inference.level + 1);
  const typed = (inner.root.paramBlock?.attributes ?? [])
    .filter(({ typeName }) => /^(?:System\.Management\.Automation\.)?OutputType(?:Attribute)?$/i.test(typeName.name))
    .flatMap(({ positionalArguments }) => positionalArguments)
    .flatMap((one) =>
      one.kind === 'TypeExpressionAst'
        ? inner.instance(one.typeName.fullName)
        : one.kind === 'StringConstantExpressionAst'
          ? inner.instance(one.value)
          : [],
    );
  if (typed.length > 0) return typed;
  // A function that declares nothing: what its own text gives.
  return inner.level > 3 ? [] : yield* inner.objects(parseInput(known.body).errors.length > 0 ? undefined : inner.root);
}

/** Whether a type says more than every object does. */
const hasMembers = (one: PSValue): boolean =>
  !(one instanceof OnlyType) ||
  one.type
    .chainTypes()
    .some(
      ({ fullName, properties }) =>
        properties.size > 0 || (fullName === 'System.ValueType' && one.type.methods.size > 0),
    );

/** What Select-Object makes: the value of one property, objects with the named ones, or what it was given. */
function* selected(inference: Inference, command: CommandAst): Steps<readonly PSValue[]> {
  const objects = yield* inference.left(command);
  let names: ExpressionAst | undefined;
  let expanded: ExpressionAst | undefined;
  const [, ...elements] = command.commandElements;
  let parameter = '';
  for (const element of elements) {
    if (element.kind === 'CommandParameterAst') {
      parameter = element.parameterName.toLowerCase();
      continue;
    }
    if (parameter === '' || parameter === 'property') names ??= element;
    else if ('expandproperty'.startsWith(parameter) && parameter.length > 2) expanded = element;
    parameter = parameter === '' ? 'taken' : '';
  }
  if (expanded?.kind === 'StringConstantExpressionAst') return yield* inference.property(objects, expanded.value);
  if (names === undefined) return objects;
  const kept = new Map<string, PSValue>();
  for (const one of names.kind === 'ArrayLiteralAst' ? names.elements : [names]) {
    const name = nameOf(one);
    if (name === undefined || /[*?[]/.test(name)) continue;
    kept.set(name, one.kind === 'HashtableAst' ? null : ((yield* inference.property(objects, name))[0] ?? null));
  }
  return kept.size === 0 ? objects : [sketchOf(kept)];
}
/** A property's name, also of a calculated one. */
function nameOf(ast: ExpressionAst): string | undefined {
  if (ast.kind === 'StringConstantExpressionAst') return ast.value;
  if (ast.kind !== 'HashtableAst') return undefined;
  for (const { key, value } of ast.keyValuePairs) {
    if (key.kind !== 'StringConstantExpressionAst' || !/^(?:n(?:ame)?|l(?:abel)?)$/i.test(key.value)) continue;
    const [first] = value.kind === 'PipelineAst' ? value.pipelineElements : [];
    if (first?.kind === 'CommandExpressionAst' && first.expression.kind === 'StringConstantExpressionAst')
      return first.expression.value;
  }
  return undefined;
}
