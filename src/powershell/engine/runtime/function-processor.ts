/** Functions and script blocks as commands of a pipeline. */
import { type CheckAnswers, CheckWaits } from './check-answers.js';
import { pushOne } from '../room.js';
import { PSDictionary, PSList, PSObject, PropertyBag, type PSValue } from '../../../protocol/objects/index.js';
import type {
  AttributeBaseAst,
  Extent,
  NamedBlockAst,
  ParameterAst,
  ScriptBlockAst,
  ScriptRequirements,
} from '../../lang/index.js';
import { compileExpression, constantValue, requireTypeName } from '../compile/expressions.js';
import { inBlock, link, mayChangeScope, type Stmt, type VariableRules } from '../compile/link.js';
import { compileList } from '../compile/statements.js';
import {
  attributeFacts,
  attributeRules,
  isAttribute,
  isSameForEachCall,
  textArguments,
} from '../compile/attributes.js';
import { scriptTransform } from '../compile/script-attributes.js';
import type { ParameterSetSpec } from '../command-api.js';
import { makeSwitch, toBoolean, toText, tryConvert } from '../conversion.js';
import { andThen, drive, type Pending, settle, type Steps } from '../pending.js';
import type { Watcher } from './watcher.js';
import { becomesErrorOf, endCommand } from '../values/escaping.js';
import { ExitException, fail, PipelineStopped, PSError, stopText } from '../values/exceptions.js';
import { plain } from '../values/live.js';
import type { ScriptBlock, ScriptCode } from '../values/script-block.js';
import { INT32, SWITCH } from '../values/types.js';
import { type Argument, bindArguments, type Bound, convertDefault, isOpen, type Taken, takeInput } from './binder.js';
import { delayedValues, requireInput } from './delayed-arguments.js';
import {
  type AttributeFact,
  ALL_SETS,
  bindingError,
  makeSignature,
  type ParameterInfo,
  type Signature,
} from './command-signature.js';
import {
  COMMON_PARAMETERS,
  dropPipelineVariable,
  isVerbose,
  preferencesOf,
  SHOULD_PROCESS_PARAMETERS,
  tapOutput,
  tapsOf,
} from './common-parameters.js';
import {
  invocationOf,
  Collector,
  endFlow,
  type Flow,
  FlowEscape,
  type Frame,
  type Invocation,
  NOWHERE,
  type NamedBlock,
  siteOf,
} from './frame.js';
import { type LimitedCommand, limitedSignature } from './command-visibility.js';
import { conversionRefused, frameInside, isConstrained, isCoreType, mayConvert } from './language-mode.js';
import { inputEnumerator } from './enumerator.js';
import { bindByIndex } from './bind-by-index.js';
import { applyDefaults } from './default-parameters.js';
import { setsOfCommandLine } from './parameter-sets.js';
import { definedParameters, tellDynamic, withDynamic } from './dynamic-parameters.js';
import { checkRequirements } from './requirements.js';
import { stackTrace } from './call-stack.js';
import { isHeardAsStop, marking } from './downstream.js';
import { Processor } from './processor.js';
import {
  callScope,
  dotScope,
  enterCode,
  homeOf,
  type ModuleHome,
  scopeFor,
  type Scope,
  type Variable,
} from './scope.js';

export interface CompiledBlock {
  readonly begin: Stmt | undefined;
  readonly process: Stmt | undefined;
  readonly end: Stmt | undefined;
  readonly clean: Stmt | undefined;
  /** Makes more parameters; run only in functions with [CmdletBinding()]. */
  readonly dynamic: Stmt | undefined;
  /** Its code stands in no named block. */
  readonly unnamed: boolean;
  readonly parameters: readonly ParameterAst[];
  readonly slots: readonly ParameterSlot[];
  readonly advanced: boolean;
  readonly shouldProcess: boolean;
  readonly defaultSet: string | undefined;
  readonly positionalBinding: boolean;
  readonly confirmImpact: string | undefined;
  signature: Signature | undefined;
}

/** The variable of a parameter, as each call makes it. */
interface ParameterSlot {
  /** Among the bound values and in the signature. */
  readonly key: string;
  readonly variable: string;
  readonly isPrivate: boolean;
  /** Its default value; undefined where none is written. */
  readonly initial: ((f: Frame) => Pending<PSValue>) | undefined;
  readonly constrain: (f: Frame, variable: Variable) => void;
}
function slotOf(parameter: ParameterAst, ast: ScriptBlockAst): ParameterSlot {
  const { userPath, unqualifiedPath, isPrivate } = parameter.name.variablePath;
  const { defaultValue, attributes } = parameter;
  let initial: ParameterSlot['initial'];
  let shared: ReturnType<typeof link.constraints> | undefined;
  let known: VariableRules | undefined;
  let kept: Variable['rules'];
  const once = attributes.every(isSameForEachCall);
  return {
    key: userPath.toLowerCase(),
    variable: unqualifiedPath,
    isPrivate,
    initial: defaultValue === undefined ? undefined : (f) => (initial ??= compileExpression(defaultValue))(f),
    constrain(f, variable) {
      const rulesOf = once ? (shared ??= link.constraints(attributes)) : link.constraints(attributes);
      const rules = rulesOf(f);
      if (kept === undefined || known !== rules) kept = link.keptRules(unqualifiedPath, rules, !mayChangeScope(ast));
      known = rules;
      variable.rules = kept;
      variable.ruleNames = rules.names;
      variable.attributes = rules.attributes;
    },
  };
}

const named = (attribute: AttributeBaseAst, name: string): PSValue | undefined => {
  if (attribute.kind !== 'AttributeAst') return undefined;
  const found = attribute.namedArguments.find(({ argumentName }) => argumentName.toLowerCase() === name.toLowerCase());
  if (found === undefined) return undefined;
  const { argument } = found;
  if (argument.kind === 'ConstantExpressionAst') return constantValue(argument.value);
  if (argument.kind === 'StringConstantExpressionAst') return argument.value;
  if (argument.kind === 'VariableExpressionAst') return argument.variablePath.userPath.toLowerCase() === 'true';
  return null;
};

const textOf = (value: PSValue | undefined): string | undefined =>
  value === undefined || value === null ? undefined : toText(value);

/** The variable of a parameter: `$private:p` is `p`. */
const variableName = (parameter: string): string => parameter.replace(/^(?:private|local|variable):/i, '');

const watcherOf = ({ rt }: Frame): Watcher | undefined => rt.watcher;
export function compileCode(code: ScriptCode): CompiledBlock {
  if (code.compiled !== undefined) return code.compiled as CompiledBlock;
  const { ast } = code;
  // `using` statements run before the first block that there is.
  const first = ast.dynamicParamBlock ?? ast.beginBlock ?? ast.processBlock ?? ast.endBlock;
  const within =
    (block: NamedBlockAst, body: Stmt): Stmt =>
    (f) => {
      const code = block.unnamed ? ast : block;
      const before = watcherOf(f);
      if (before !== undefined) return before.within(f, code, () => body(f));
      const result = body(f);
      if (result instanceof Promise) return andThen(result, (flow) => watcherOf(f)?.left(f, code, flow) ?? flow);
      return watcherOf(f)?.left(f, code, result) ?? result;
    };
  const list = (block: ScriptBlockAst['endBlock']): Stmt | undefined =>
    block === undefined
      ? undefined
      : within(
          block,
          inBlock(ast, () =>
            compileList(
              block === first && ast.usingStatements.length > 0
                ? [...ast.usingStatements, ...block.statements]
                : block.statements,
              block.traps,
            ),
          ),
        );
  const attributes = ast.paramBlock?.attributes ?? [];
  const parameters = code.parameters ?? ast.paramBlock?.parameters ?? [];
  const binding = attributes.find((attribute) => isAttribute(attribute, 'cmdletbinding'));
  const advanced =
    binding !== undefined ||
    parameters.some(({ attributes: own }) => own.some((attribute) => isAttribute(attribute, 'parameter')));
  const text = binding === undefined ? undefined : named(binding, 'DefaultParameterSetName');
  let process = list(ast.processBlock);
  let end = list(ast.endBlock);
  if (code.isFilter && ast.processBlock === undefined && ast.endBlock?.unnamed === true) {
    process = end;
    end = undefined;
  }
  const compiled: CompiledBlock = {
    begin: list(ast.beginBlock),
    process,
    end,
    clean: list(ast.cleanBlock),
    dynamic: list(ast.dynamicParamBlock),
    unnamed: (ast.processBlock ?? ast.endBlock)?.unnamed === true,
    parameters,
    slots: parameters.map((parameter) => slotOf(parameter, ast)),
    advanced,
    shouldProcess: binding !== undefined && isSaid(binding, 'SupportsShouldProcess'),
    defaultSet: text === undefined || text === null ? undefined : toText(text),
    positionalBinding: binding === undefined || isSaid(binding, 'PositionalBinding', true),
    confirmImpact: binding === undefined ? undefined : textOf(named(binding, 'ConfirmImpact')),
    signature: undefined,
  };
  code.compiled = compiled;
  return compiled;
}

/** A flag of an attribute: `Mandatory`, `Mandatory = 1` and `Mandatory = $true` say the same. */
const isSaid = (attribute: AttributeBaseAst, name: string, otherwise = false): boolean => {
  const value = named(attribute, name);
  return value === undefined ? otherwise : toBoolean(value);
};
const positionOf = (attribute: AttributeBaseAst): number | undefined => {
  const value = named(attribute, 'Position');
  const position = value === undefined || value === null ? undefined : tryConvert(value, INT32);
  return typeof position === 'number' ? position : undefined;
};
const helpMessage = (value: PSValue | undefined): { readonly helpMessage?: string } =>
  value === undefined || value === null ? {} : { helpMessage: toText(value) };
/** @throws {PSError} `Argument`: a text for people that is empty. */
function checkTexts(attribute: AttributeBaseAst): void {
  for (const name of ['HelpMessage', 'HelpMessageBaseName', 'HelpMessageResourceId'])
    if (named(attribute, name) === '')
      throw fail(
        'Argument',
        `Cannot process argument because the value of argument "${name}" is not valid. Change the value of the "${name}" argument and run the operation again.`,
        { category: 'InvalidArgument', type: 'System.Management.Automation.PSArgumentException' },
      );
}

const isSwitch = ({ attributes }: ParameterAst): boolean =>
  attributes.some((one) => one.kind === 'TypeConstraintAst' && /^switch$|SwitchParameter$/i.test(one.typeName.name));
/** A type in brackets is one of the attributes, the last one. */
const TYPE_CONVERTER: AttributeFact = {
  name: 'ArgumentTypeConverter',
  properties: { TransformNullOptionalParameters: true },
};
/** The set that a Parameter attribute names; an empty name is none. */
function setOf(attribute: AttributeBaseAst): string {
  const given = named(attribute, 'ParameterSetName') ?? null;
  const text = given === null ? '' : toText(given);
  return text === '' ? ALL_SETS : text;
}
/** @param index its place among those that are no switches. */
function parameterSets(
  parameter: ParameterAst,
  index: number,
  compiled: CompiledBlock,
  anyPosition: boolean,
): Map<string, ParameterSetSpec> {
  const sets = new Map<string, ParameterSetSpec>();
  for (const attribute of parameter.attributes) {
    if (!isAttribute(attribute, 'parameter')) continue;
    checkTexts(attribute);
    const position = positionOf(attribute);
    sets.set(setOf(attribute), {
      mandatory: isSaid(attribute, 'Mandatory'),
      position,
      byValue: isSaid(attribute, 'ValueFromPipeline'),
      byPropertyName: isSaid(attribute, 'ValueFromPipelineByPropertyName'),
      remaining: isSaid(attribute, 'ValueFromRemainingArguments'),
      hidden: isSaid(attribute, 'DontShow'),
      ...helpMessage(named(attribute, 'HelpMessage')),
    });
  }
  if (sets.size === 0)
    sets.set(ALL_SETS, { mandatory: false, position: undefined, byValue: false, byPropertyName: false });
  if (!anyPosition && !isSwitch(parameter) && compiled.positionalBinding)
    for (const [set, spec] of sets)
      if (spec.position === undefined && spec.remaining !== true) sets.set(set, { ...spec, position: index });
  return sets;
}

/** As many as the bits of the number that PowerShell keeps them in. */
const MAX_SETS = 32;
function checkSets(parameters: readonly ParameterInfo[]): void {
  const names = new Set(parameters.flatMap(({ sets }) => [...sets.keys()].map((set) => set.toLowerCase())));
  names.delete(ALL_SETS.toLowerCase());
  if (names.size > MAX_SETS)
    throw fail(
      'ParsingTooManyParameterSets',
      'Cannot get or run the command. The maximum number of parameter sets for this command has been exceeded.',
      { category: 'MetadataError', type: 'System.Management.Automation.ParsingMetadataException' },
    );
}

export function signatureOf(
  asker: Frame,
  code: ScriptCode,
  name: string,
  home: ModuleHome | undefined = asker.scope.module,
): Signature {
  const compiled = compileCode(code);
  if (compiled.signature !== undefined && compiled.signature.commandName === name) return compiled.signature;
  // Names of types are those of the code's own module, whoever calls.
  const f = asker.scope.module === home ? asker : { ...asker, scope: scopeFor(asker.scope, home) };
  // Who says one position, or names a set, says all positions.
  const anyPosition = compiled.parameters.some(({ attributes }) =>
    attributes.some(
      (attribute) =>
        isAttribute(attribute, 'parameter') &&
        (named(attribute, 'Position') !== undefined || setOf(attribute) !== ALL_SETS),
    ),
  );
  let switches = 0;
  const infos = compiled.parameters.map((parameter, index): ParameterInfo => {
    if (isSwitch(parameter)) switches += 1;
    const constraint = [...parameter.attributes].reverse().find((attribute) => attribute.kind === 'TypeConstraintAst');
    // The last one that is written comes first.
    const aliases = parameter.attributes.filter((attribute) => isAttribute(attribute, 'alias')).reverse();
    const has = (wanted: string): boolean => parameter.attributes.some((attribute) => isAttribute(attribute, wanted));
    return {
      name: parameter.name.variablePath.userPath,
      aliases: aliases.flatMap((attribute) => textArguments(attribute)).map((text) => text ?? ''),
      type: constraint === undefined ? undefined : requireTypeName(constraint.typeName, f, constraint.extent),
      sets: parameterSets(parameter, index - switches, compiled, anyPosition),
      rules: attributeRules(f, parameter.attributes),
      transform: scriptTransform(f, parameter.attributes),
      psTypeName: textArguments(parameter.attributes.find((attribute) => isAttribute(attribute, 'pstypename')))[0],
      attributes: () => [
        ...attributeFacts(f, parameter.attributes),
        ...(constraint === undefined ? [] : [TYPE_CONVERTER]),
      ],
      allowNull: has('allownull'),
      allowEmptyString: has('allowemptystring'),
      allowEmptyCollection: has('allowemptycollection'),
    };
  });
  checkSets(infos);
  if (compiled.advanced)
    infos.push(
      ...COMMON_PARAMETERS.filter((info) => !infos.some((own) => own.name.toLowerCase() === info.name.toLowerCase())),
    );
  if (compiled.shouldProcess) infos.push(...SHOULD_PROCESS_PARAMETERS);
  const signature = makeSignature({
    commandName: name,
    errorName: name,
    parameters: infos,
    defaultSet: compiled.defaultSet,
    simple: !compiled.advanced,
    isFunction: true,
  });
  compiled.signature = signature;
  return signature;
}

/** The signature of a function that was made where only core types may be converted to. */
function constrainedSignature(signature: Signature): Signature {
  const parameters = signature.parameters.map((info): ParameterInfo => {
    const { type } = info;
    if (type === undefined || info.common === true || isCoreType(type)) return info;
    return {
      ...info,
      transform: (value) => {
        if (!mayConvert(value, type)) throw conversionRefused(type);
        return value;
      },
    };
  });
  return makeSignature({ ...signature, parameters });
}
const dotSourceRefused = (name: string): PSError => {
  const error = fail(
    'DotSourceNotSupported',
    "Cannot dot-source this command because it was defined in a different language mode. To invoke this command without importing its contents, omit the '.' operator.",
    { category: 'InvalidOperation', type: 'System.NotSupportedException' },
  );
  if (name === '') return error;
  error.record.commandId = name;
  error.record.activity = name;
  return error;
};

export interface FunctionCall {
  readonly block: ScriptBlock;
  readonly name: string;
  readonly isFilter: boolean;
  readonly args: readonly Argument[];
  readonly frame: Frame;
  readonly invocation: Invocation;
  readonly dotted: boolean;
  readonly module: ModuleHome | undefined;
  /** Only these of its parameters, for a caller of a restricted session. */
  readonly limit?: LimitedCommand | undefined;
  /** Where the name stands, of a script that was called by its path. */
  readonly nameExtent?: Extent | undefined;
  /** The file, of a script that was called by its path: `exit` ends it, `$script:` is its scope. */
  readonly script?: string;
  /** Arguments that go to the parameters one by one, as the methods of script blocks have it: see bind-by-index. */
  readonly byIndex?: readonly PSValue[] | undefined;
  /** Dotted, it leaves its variables behind, but not those that its parameters made. */
  readonly dropsParameters?: boolean;
  /** What `$input` is, of a block that runs once for all of it. */
  readonly input?: PSValue | undefined;
}

const valuesOf = (values: Bound['values']): ReadonlyMap<string, PSValue> =>
  new Map([...values.values()].map(({ info, value }) => [info.name, value]));
function tableOf(f: Frame, values: ReadonlyMap<string, PSValue>): PSDictionary {
  const table = f.rt.boundParameters();
  for (const [name, value] of values) table.setEntry(name, value);
  return table;
}

/** Variables that tell of a call. */
const AUTOMATIC = ['MyInvocation', 'PSBoundParameters', 'args', '_', 'PSItem'] as const;
export class FunctionProcessor extends Processor {
  readonly #call: FunctionCall;
  readonly #compiled: CompiledBlock;
  readonly #frame: Frame;
  #scope!: Scope;
  #inner: Frame;
  #signature!: Signature;
  /** A parameter has the name of `$input`: where items are processed the variable is the parameter's. */
  get #ownsInput(): boolean {
    return this.#signature.byName.has('input');
  }
  /** `$input` of an advanced function is a list before the end, and an array there; of others an enumerator. */
  get #listsInput(): boolean {
    return this.#compiled.advanced && this.#call.input === undefined;
  }
  #bound: Bound = { values: new Map(), rest: [], sets: [] };
  readonly #input: PSValue[] = [];
  readonly #fromInput = new Set<string>();
  /** `$PSBoundParameters`, once somebody has asked for it. */
  #boundTable: PSDictionary | undefined;
  #began = false;
  /** What tells of the call in whose scope dotted code runs. */
  readonly #before: [string, PSValue | undefined][] = [];
  /** The file whose code the scope was running, where this is dotted into it. */
  #fileBefore: string | undefined;
  /** One of its other blocks has begun: from here on `clean` has to run. */
  #hasRun = false;
  #set = ALL_SETS;
  #ended = false;
  /** Its arguments fitted. */
  wasCalled = false;
  #endsSession = false;
  constructor(call: FunctionCall) {
    super();
    this.#call = call;
    this.#frame = call.frame;
    this.#inner = frameInside(call.frame, call.block);
    this.#compiled = compileCode(call.block.code);
  }

  begin(): Pending<void> {
    const { dotted, module, name, args, block } = this.#call;
    const f = this.#frame;
    this.#scope = dotted ? dotScope(f.scope, module) : callScope(f.scope, module, this.#call.script !== undefined);
    const { restriction } = f.rt;
    const inside = this.#inner;
    if (restriction !== undefined && dotted && inside.trust !== undefined && isConstrained(f))
      throw dotSourceRefused(name);
    this.#signature = signatureOf(inside, block.code, name, module);
    if (restriction !== undefined && isConstrained(inside)) this.#signature = constrainedSignature(this.#signature);
    const { limit } = this.#call;
    if (limit !== undefined) this.#signature = limitedSignature(this.#signature, limit);
    const { scriptRequirements } = block.code.ast;
    const required = this.#call.script === undefined ? undefined : scriptRequirements;
    const dynamic = this.#compiled.advanced && this.#call.byIndex === undefined ? this.#compiled.dynamic : undefined;
    if (required !== undefined || (dynamic !== undefined && limit === undefined))
      return drive(this.#prepare(required, dynamic));
    try {
      this.#bind(args);
    } catch (error) {
      if (error instanceof CheckWaits) return drive(this.#startLater(error, args));
      throw error;
    }
    return drive(this.#start());
  }
  *#startLater({ answered }: CheckWaits, args: readonly Argument[]): Steps<void> {
    yield* settle(answered);
    yield* this.#bindSteps(args);
    yield* this.#start();
  }
  /** Binds, as often as its checks have to wait. */
  *#bindSteps(args: readonly Argument[]): Steps<void> {
    for (;;)
      try {
        this.#bind(args);
        this.#answers = undefined;
        return;
      } catch (error) {
        if (!(error instanceof CheckWaits)) throw error;
        yield* settle(error.answered);
      }
  }
  #bind(args: readonly Argument[]): void {
    const { rt } = this.#frame;
    const { byIndex } = this.#call;
    if (byIndex !== undefined) {
      this.#bound = this.#binding(() => bindByIndex(this.#signature, this.#compiled.parameters.length, byIndex));
      return;
    }
    const late = (bound: Bound): void => {
      if (this.#compiled.advanced) applyDefaults(this.#frame, this.#signature, bound);
    };
    this.#bound = this.#binding(() => bindArguments(rt, this.#signature, args, late));
    this.#binding(() => late(this.#bound));
    const { delayed } = this.#bound;
    if (delayed !== undefined) requireInput(this.#signature, delayed, this.#call.invocation.expectingInput);
  }
  /** What `#Requires` asks for, and the parameters that a `dynamicparam` block makes of those that are bound. */
  *#prepare(required: ScriptRequirements | undefined, dynamic: Stmt | undefined): Steps<void> {
    const { name, args, nameExtent } = this.#call;
    const { rt } = this.#frame;
    if (required !== undefined) {
      try {
        yield* settle(checkRequirements(this.#frame, required, name));
      } catch (error) {
        if (error instanceof PSError) {
          error.record.extent ??= nameExtent;
          // The script that a host runs (`-File`) was called by no name.
          if (nameExtent?.file !== undefined || rt.scriptFile === undefined)
            error.record.invocationName ??= this.#call.invocation.invocationName;
        }
        throw error;
      }
    }
    const defined = dynamic === undefined ? [] : yield* this.#dynamic(dynamic);
    yield* this.#bindSteps(args);
    this.#tell = () => tellDynamic(defined, this.#bound);
    yield* this.#start();
  }
  /** Runs the block with what is bound so far in its variables, and takes its parameters into the signature. */
  *#dynamic(dynamic: Stmt): Steps<ReturnType<typeof definedParameters>> {
    const f = this.#frame;
    const { args, invocation, block } = this.#call;
    const whole = this.#signature;
    this.#signature = { ...whole, partial: true };
    yield* this.#bindSteps(args);
    const scope = this.#scope;
    const dictionary = tableOf(f, valuesOf(this.#bound.values));
    for (const { info, value } of this.#bound.values.values()) scope.force(info.name, value);
    for (const { name: parameter } of this.#compiled.parameters)
      if (!this.#bound.values.has(parameter.variablePath.userPath.toLowerCase()))
        scope.force(parameter.variablePath.userPath, null);
    scope.force('PSBoundParameters', dictionary);
    scope.force('args', []);
    scope.force('MyInvocation', f.rt.invocationObject(f, invocation, dictionary, block, this.#call.script));
    const out = new Collector();
    const inner: Frame = { ...f, scope, out, invocation, returnOut: undefined, trust: this.#inner.trust };
    const { sets } = this.#bound;
    const set = sets.length === 1 ? (sets[0] ?? ALL_SETS) : (whole.defaultSet ?? ALL_SETS);
    scope.force('PSCmdlet', f.rt.cmdletObject({ frame: inner, caller: f.scope, set: () => set, signature: whole }));
    try {
      yield* settle(dynamic(inner));
    } catch (error) {
      const failure = f.rt.asError(error);
      // What the command itself ends by is its own error already.
      if (failure === undefined) throw error;
      if (failure.leaving === invocation) {
        failure.leaving = undefined;
        endCommand(failure);
        throw failure;
      }
      const { message } = failure.record;
      throw bindingError(
        whole,
        'GetDynamicParametersException',
        `Cannot retrieve the dynamic parameters for the cmdlet. ${failure.stopped ? stopText('ErrorActionPreference', message) : message}`,
        'InvalidArgument',
        'ParameterBindingException',
        failure.record.exception,
      );
    }
    const defined = definedParameters(out.items);
    this.#signature = withDynamic(f, whole, defined);
    return defined;
  }
  /** The signature as it is with these arguments, dynamic parameters included, without running the command. */
  *describe(): Steps<Signature> {
    const { module, name, block } = this.#call;
    this.#scope = callScope(this.#frame.scope, module, false);
    this.#signature = signatureOf(this.#inner, block.code, name, module);
    if (this.#compiled.dynamic !== undefined) yield* this.#dynamic(this.#compiled.dynamic);
    return this.#signature;
  }
  #tell: () => void = () => undefined;
  #answers: CheckAnswers | undefined;
  /** Checks of parameters run inside the function. */
  #binding<T>(work: () => T): T {
    const { rt } = this.#frame;
    const outer = rt.binding;
    rt.binding = { scope: this.#scope, bound: this.#bound, answers: this.#answers };
    try {
      return work();
    } catch (error) {
      if (error instanceof CheckWaits) this.#answers = rt.binding.answers;
      if (error instanceof PSError && (error.record.commandId ?? '') === this.#signature.errorName) {
        error.record.commandName ??= this.#signature.commandName;
        error.record.command ??= () => this.#commandObject();
        if (this.#call.name === '' && !this.#compiled.advanced) error.record.blockText = toText(this.#call.block);
      }
      throw error;
    } finally {
      rt.binding = outer;
    }
  }
  *#start(): Steps<void> {
    const f = this.#frame;
    const { invocation } = this.#call;
    const signature = this.#signature;
    const bound = this.#bound;
    if (f.rt.deep) yield Promise.resolve();
    f.rt.enterCall();
    this.#began = true;
    this.wasCalled = true;
    const { byIndex } = this.#call;
    if (byIndex === undefined) {
      try {
        const { name, missing } = setsOfCommandLine(signature, bound, invocation.expectingInput);
        this.#set = name;
        if (missing.length > 0) yield* f.rt.promptMandatory(f, signature, bound, missing);
      } catch (error) {
        if (error instanceof PSError) error.record.extent ??= invocation.extent;
        throw error;
      }
    }
    const scope = this.#scope;
    if (byIndex === undefined) {
      for (const { info, value } of bound.values.values()) invocation.boundParameters.set(info.name, value);
      this.#tell();
      invocation.unboundArguments = bound.rest;
    }
    if (this.#call.dotted) {
      // Of the session's own scope; one that was made for a call keeps what it is from.
      if (scope === f.rt.global) {
        this.#fileBefore = scope.file;
        scope.file = this.#call.block.code.ast.extent.file ?? '';
      }
      for (const name of AUTOMATIC) this.#before.push([name, scope.own(name.toLowerCase())?.read()]);
      // Variables that were there already are the block's parameters, and keep what it leaves in them.
      for (const { variable } of this.#call.dropsParameters === true ? this.#compiled.slots : [])
        if (scope.own(variable.toLowerCase()) === undefined) this.#before.push([variable, undefined]);
    }
    const { block, script } = this.#call;
    const bindings = (): PSDictionary =>
      (this.#boundTable ??= tableOf(f, byIndex === undefined ? invocation.boundParameters : valuesOf(bound.values)));
    let told: PSValue | undefined;
    const tell = (): PSValue =>
      (told ??= f.rt.invocationObject(
        f,
        invocation,
        byIndex === undefined ? bindings() : tableOf(f, new Map()),
        block,
        script,
      ));
    invocation.object = tell;
    if (!this.#call.dotted) enterCode(scope, block.code.ast);
    // A block that a command runs in place tells of who called that command.
    if (this.#call.dropsParameters !== true) scope.forceLater('MyInvocation', tell);
    scope.forceLater('PSBoundParameters', bindings);
    scope.force('args', this.#compiled.advanced && byIndex === undefined ? [] : bound.rest);
    if (this.#call.script !== undefined) {
      // The script of `-File`, and not those that it calls.
      this.#endsSession = f.rt.exitEndsSession;
      f.rt.exitEndsSession = false;
    }
    this.out = tapOutput(f, bound, this.out);
    if (invocation.pipelinePosition < invocation.pipelineLength) this.out = marking(this.out, () => invocation);
    invocation.scope = scope;
    this.#inner = {
      ...f,
      site: undefined,
      scope,
      out: this.out,
      taps: tapsOf(f, bound),
      invocation,
      returnOut: undefined,
      trust: this.#inner.trust,
    };
    if (this.#compiled.advanced && byIndex === undefined)
      scope.forceLater('PSCmdlet', () =>
        f.rt.cmdletObject({
          frame: this.#inner,
          caller: f.scope,
          set: () => this.#set,
          signature,
          confirmImpact: this.#compiled.confirmImpact,
          verbose: () => isVerbose(bound),
          failed: () => {
            this.failed = true;
          },
        }),
      );
    yield* this.#defaults();
    // Default values are made under the preferences of whoever calls.
    for (const [name, value] of preferencesOf(bound)) scope.force(name, value);
    const { watcher } = f.rt;
    if (watcher !== undefined && invocation.name !== '')
      yield* watcher.command(this.#inner, invocation, this.#call.block.code.ast);
    if (this.#compiled.begin !== undefined) {
      if (this.#listsInput && !this.#ownsInput) scope.force('input', new PSList([]));
      yield* this.#run(this.#compiled.begin, 'Begin');
    }
  }
  *#defaults(): Steps<void> {
    for (const slot of this.#compiled.slots) {
      const entry = this.#bound.values.get(slot.key);
      const info = this.#signature.byName.get(slot.key);
      // In a simple function `$args` is what is left over, whatever a parameter of that name got.
      if (!this.#compiled.advanced && slot.variable.toLowerCase() === 'args') continue;
      const value = entry === undefined ? yield* this.#initial(slot, info) : entry.value;
      fill(this.#inner, slot, info, value);
    }
  }
  /**
   * Where default values are made: the function is not called yet, and its errors are none of its output. Where they
   * are merged into that, they are the caller's, and those of a simple function without a `begin` block are not told at all.
   */
  get #early(): Frame {
    const inner = this.#inner;
    const { earlyErrors } = this;
    if (earlyErrors !== undefined) {
      const { advanced, begin } = this.#compiled;
      const error: Frame['streams']['error'] = advanced || begin !== undefined ? earlyErrors : () => undefined;
      return { ...inner, taps: undefined, streams: { ...inner.streams, error } };
    }
    return inner.taps === undefined ? inner : { ...inner, taps: undefined };
  }
  /** A parameter's value when nothing was bound to it. */
  *#initial(slot: ParameterSlot, info: ParameterInfo | undefined): Steps<PSValue> {
    const { rt } = this.#frame;
    if (slot.initial !== undefined) {
      const value = plain(yield* settle(slot.initial(this.#early)));
      return info?.type === undefined ? value : convertDefault(this.#signature, info, value);
    }
    if (info?.type === SWITCH) return makeSwitch(false);
    return info?.type === undefined ? null : rt.emptyParameter(info.type);
  }
  *#run(body: Stmt, block: NamedBlock | undefined, isProcess = false): Steps<void> {
    const { rt } = this.#frame;
    this.#hasRun = true;
    this.#call.invocation.block = block;
    const loops = rt.loopDepth;
    const { current } = rt;
    let flow: Flow | undefined;
    rt.current = this.#inner;
    try {
      const result = body(this.#inner);
      flow = result instanceof Promise ? ((yield result) as Flow | undefined) : result;
    } catch (error) {
      if (error instanceof PSError) this.#endedBy(error, isProcess);
      if (!(error instanceof ExitException) || this.#call.script === undefined || this.#endsSession) throw error;
      if (error.ofProcess) throw error;
      // `exit` in a script file ends that script.
      rt.setExitCode(error.code);
      this.failed = error.code !== 0;
      this.#ended = true;
    } finally {
      rt.current = current;
    }
    rt.loopDepth = loops;
    if (flow !== undefined && flow.kind !== 'return') throw new FlowEscape(flow);
  }

  /** What ends it is told to the commands around it; its own variables have theirs from its statements. */
  #endedBy(error: PSError, isProcess: boolean): void {
    const { invocation, byIndex } = this.#call;
    const { advanced } = this.#compiled;
    if (advanced && byIndex === undefined) error.leftCommand = true;
    // A block that a command or a method runs is no command.
    if (byIndex === undefined && !isHeardAsStop(error, invocation) && !(error.thrown && (isProcess || !advanced))) {
      if (advanced) this.#failedBy(error);
      this.#frame.rt.tapEnding(this.#frame, error);
    }
    if (error.leaving === invocation) error.leaving = undefined;
  }

  /** The error is the function's from here on. */
  #failedBy(error: PSError): void {
    if (error.ended || error.thrown || error.stopped) return;
    const { rt } = this.#frame;
    const { invocation } = this.#call;
    const { commandName, errorName } = this.#signature;
    rt.listError(error);
    becomesErrorOf(error, {
      commandId: errorName === '' ? undefined : errorName,
      activity: commandName,
      commandName,
      invocationName: invocation.invocationName,
      extent: invocation.extent,
      command: () => this.#commandObject(),
    });
    endCommand(error);
  }

  process(value: PSValue): Pending<void> {
    if (this.#ended) return undefined;
    const { process } = this.#compiled;
    if (process === undefined && !this.#compiled.advanced) {
      pushOne(this.#input, value);
      return undefined;
    }
    return drive(this.#placed(value));
  }
  /** What the object before this one bound goes back to what it was without it; `$PSBoundParameters` keeps it. */
  *#reset(): Steps<void> {
    for (const name of this.#fromInput) {
      const slot = this.#compiled.slots.find(({ key }) => key === name);
      const info = this.#signature.byName.get(name);
      if (slot === undefined || info === undefined) continue;
      this.#scope.force(slot.variable, yield* this.#initial(slot, info));
    }
    this.#fromInput.clear();
  }
  /** What cannot be bound is shown where the command stands. */
  *#placed(value: PSValue): Steps<void> {
    try {
      yield* this.#one(value);
    } catch (error) {
      this.#placeBinding(error);
      throw error;
    }
  }
  /** What is done about objects that do not fit; settled by the first of them. */
  #errorAction: string | undefined;
  /** Reports what one object of the input could not be bound for. */
  *#refuse(error: PSError): Steps<void> {
    const { record } = error;
    record.invocationName ??= this.#call.invocation.invocationName;
    this.#placeBinding(error);
    record.scriptStackTrace = stackTrace(this.#call.invocation.statement, siteOf(this.#frame));
    const { rt, taps } = this.#frame;
    const inside = { ...this.#inner, taps };
    this.#errorAction ??= rt.preference(inside, 'ErrorActionPreference');
    yield* settle(rt.nonTerminating(inside, record, this.#errorAction));
  }
  /** An error of binding stands where the command does, and is the command's. */
  #placeBinding(error: unknown): void {
    if (!(error instanceof PSError) || (error.record.commandId ?? '') !== this.#signature.errorName) return;
    const { record } = error;
    record.extent ??= this.#call.invocation.extent;
    record.commandName ??= this.#signature.commandName;
    record.invocationName ??= '';
    record.command ??= () => this.#commandObject();
  }
  override commandFound(): PSValue {
    return this.#commandObject();
  }
  #commandObject(): PSValue {
    const { invocation, block, script, name } = this.#call;
    return this.#frame.rt.commandOf(this.#frame, name, invocation, block, script);
  }
  /** What one object gives the parameters, as often as their checks have to wait. */
  *#take(value: PSValue, made: Parameters<typeof takeInput>[4]): Steps<Taken> {
    const { rt } = this.#frame;
    for (;;)
      try {
        const taken = this.#binding(() => takeInput(rt, this.#signature, this.#bound, value, made));
        this.#answers = undefined;
        return taken;
      } catch (error) {
        if (!(error instanceof CheckWaits)) throw error;
        yield* settle(error.answered);
      }
  }
  *#one(value: PSValue): Steps<void> {
    const scope = this.#scope;
    if (this.#fromInput.size > 0) yield* this.#reset();
    const { rt } = this.#frame;
    const signature = this.#signature;
    if (!signature.simple || signature.parameters.some(isOpen)) {
      let taken: Taken;
      try {
        const { delayed } = this.#bound;
        const run = (code: ScriptBlock): Pending<PSValue> =>
          rt.callBlock(code, [], { frame: this.#frame, input: value });
        const made = delayed === undefined ? undefined : yield* delayedValues(signature, delayed, run);
        taken = yield* this.#take(value, made);
      } catch (error) {
        // One object that does not fit is an error of its own; the next one may fit.
        if (!(error instanceof PSError) || error.thrown || error.stopped) throw error;
        error.record.targetObject = value;
        yield* this.#refuse(error);
        return;
      }
      for (const [key, item] of taken.input) {
        const info = signature.byName.get(key);
        if (info === undefined) continue;
        scope.force(variableName(info.name), item);
        this.#fromInput.add(key);
        this.#call.invocation.boundParameters.set(info.name, item);
        this.#boundTable?.setEntry(info.name, item);
      }
      this.#set = taken.set;
    }
    if (this.#compiled.process === undefined) {
      // Nobody has used it: it waits for `$input` in the end block.
      pushOne(this.#input, value);
      return;
    }
    scope.force('_', value);
    scope.force('PSItem', value);
    if (!this.#ownsInput) scope.force('input', this.#listsInput ? new PSList([value]) : inputEnumerator([value]));
    yield* this.#run(this.#compiled.process, this.#compiled.unnamed ? undefined : 'Process', true);
    const tick = rt.tick();
    if (tick !== undefined) yield tick;
  }
  processNothing(): Pending<void> {
    if (this.#ended) return undefined;
    const { process } = this.#compiled;
    if (process === undefined) return undefined;
    // Its `$_` is nothing then, and not that of who calls it.
    this.#scope.force('_', null);
    this.#scope.force('PSItem', null);
    const { input } = this.#call;
    if (!this.#ownsInput) {
      if (input !== undefined) this.#scope.force('input', input);
      else if (this.#listsInput) this.#scope.force('input', new PSList([]));
    }
    return drive(this.#run(process, this.#compiled.unnamed ? undefined : 'Process', true));
  }
  end(): Pending<void> {
    if (this.#ended) return undefined;
    this.#ended = true;
    const { end } = this.#compiled;
    if (end === undefined) return undefined;
    if (this.#call.invocation.expectingInput || this.#input.length > 0 || !this.#call.dotted)
      this.#scope.force(
        'input',
        this.#listsInput ? [...this.#input] : (this.#call.input ?? inputEnumerator(this.#input)),
      );
    return drive(this.#run(end, this.#compiled.unnamed ? undefined : 'End'));
  }
  override dispose(): Pending<void> {
    const began = this.#began;
    if (began) this.#frame.rt.leaveCall();
    this.#began = false;
    this.#call.invocation.scope = undefined;
    dropPipelineVariable(this.#frame, this.#bound);
    this.#restore();
    const { clean } = this.#compiled;
    return clean === undefined || !this.#hasRun ? undefined : drive(this.#clean(clean));
  }
  /** Dotted code leaves its variables where it was called, and not what tells of its own call. */
  #restore(): void {
    if (this.#fileBefore !== undefined) this.#scope.file = this.#fileBefore;
    for (const [name, value] of this.#before.splice(0))
      if (value === undefined) this.#scope.remove(name.toLowerCase());
      else this.#scope.force(name, value);
  }
  /** Its output goes nowhere; what it fails with is reported, and hides no error that is under way. */
  *#clean(clean: Stmt): Steps<void> {
    const { rt } = this.#frame;
    const outer = rt.inTry;
    const { lastOk } = rt;
    rt.inTry = false;
    try {
      yield* settle(clean({ ...this.#inner, out: NOWHERE }));
    } catch (error) {
      const failure = rt.asError(error);
      this.failed = true;
      if (failure === undefined) {
        if (error instanceof PipelineStopped) return;
        throw error;
      }
      yield* settle(rt.reportError(this.#inner, failure.record));
    } finally {
      rt.inTry = outer;
      // Its statements are none of the caller's.
      rt.lastOk = lastOk && !this.failed;
    }
  }
}
/** Gives the variable of a parameter its value, in the scope of the call. */
function fill(f: Frame, slot: ParameterSlot, info: ParameterInfo | undefined, value: PSValue): void {
  const variable = f.scope.force(slot.variable, value);
  if (slot.isPrivate) variable.options = { ...variable.options, private: true };
  if (info?.type !== undefined || (info?.rules.length ?? 0) > 0) slot.constrain(f, variable);
}
/** Runs the body of a class's method: it has no input, no line around it, and nothing to bind by name. */
export function runMethod(f: Frame, block: ScriptBlock, args: readonly PSValue[]): Pending<void> {
  const { rt, scope } = f;
  const { slots, end } = compileCode(block.code);
  const { values } = bindByIndex(signatureOf(f, block.code, ''), slots.length, args);
  for (const slot of slots) {
    const entry = values.get(slot.key);
    fill(f, slot, entry?.info, entry?.value ?? null);
  }
  scope.force('args', []);
  scope.forceLater('PSBoundParameters', () => tableOf(f, valuesOf(values)));
  scope.forceLater('MyInvocation', () =>
    rt.invocationObject(f, invocationOf('', 'Function'), rt.boundParameters(), block),
  );
  if (end === undefined) return undefined;
  const { current } = rt;
  rt.current = f;
  try {
    return andThen(end(f), endFlow);
  } finally {
    rt.current = current;
  }
}
export { PSObject, PropertyBag, toBoolean };

/** What Get-Command tells of a function: with the parameters that its `dynamicparam` block makes for these arguments. */
export function describedSignature(
  f: Frame,
  block: ScriptBlock,
  name: string,
  args: readonly PSValue[],
): Pending<Signature> {
  if (compileCode(block.code).dynamic === undefined) return signatureOf(f, block.code, name, homeOf(block, f.scope));
  const invocation = invocationOf(name, 'Function');
  const quiet = { ...f.streams, error: () => undefined };
  return drive(
    new FunctionProcessor({
      block,
      name,
      isFilter: false,
      args: args.map(describedArgument),
      frame: { ...f, streams: quiet },
      invocation,
      dotted: false,
      module: undefined,
    }).describe(),
  );
}
/** Names of parameters are texts there. */
function describedArgument(value: PSValue): Argument {
  const text = toText(value);
  const name = typeof value === 'string' ? /^-([\p{L}_?][^:]*)$/u.exec(value)?.[1] : undefined;
  return name === undefined ? { value, text } : { name, text };
}
