/** Registered commands as processors: binding, streams with their preferences, errors with their ids. */
import { stackTrace } from './call-stack.js';
import { commandInfo } from './command-data.js';
import type {
  PSErrorRecord,
  PSInformationalRecord,
  PSProgressRecord,
  PSValue,
} from '../../../protocol/objects/index.js';
import type {
  CommandContext,
  CommandImplementation,
  CommandRegistration,
  CommandSpec,
  ErrorInit,
  ParameterSpec,
  ValidationSpec,
} from '../command-api.js';
import { convertTo, toBoolean, toText } from '../conversion.js';
import { drive, type Pending, settle, type Steps, andThen as then } from '../pending.js';
import type { EngineHost } from '../runspace-api.js';
import {
  actionStopped,
  ErrorRecordObject,
  ExceptionObject,
  exceptionType,
  PipelineStopped,
  PSError,
  StopUpstream,
  stopText,
} from '../values/exceptions.js';
import { findType, type NetType, NetType as NetTypeClass, registerType } from '../values/net-type.js';
import { isPlain, ScriptBlock } from '../values/script-block.js';
import { AutomationNull } from '../values/live.js';
import { arrayTypeOf, OBJECT, resolveTypeText } from '../values/types.js';
import { type Argument, bindArguments, type Bound, lookup, takeInput, unknownParameter } from './binder.js';
import { type DelayedArgument, delayedValues, requireInput } from './delayed-arguments.js';
import {
  ALL_SETS,
  type AttributeFact,
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
import { type Answers, askToConfirm, isAsked, sureText, whatIfText } from './confirmation.js';
import { confirmImpact } from './declared-facts.js';
import { escapedError, foreignError } from './foreign-errors.js';
import { type Frame, type Invocation, type OutPipe, type CallSite, siteOf } from './frame.js';
import { enumerate } from './members.js';
import { inquireAboutRecord } from './inquiry.js';
import { becomesErrorOf, endCommand, isBindingError } from '../values/escaping.js';
import { inListedOrder } from './parameter-order.js';
import { applyDefaults } from './default-parameters.js';
import { setsOfCommandLine } from './parameter-sets.js';
import { isDownstream, isHeardAsStop, marking } from './downstream.js';
import { Processor } from './processor.js';
import {
  each,
  inRange,
  inSet,
  invalid,
  matching,
  notNull,
  notNullOrEmpty,
  notNullOrWhiteSpace,
  ofCount,
  ofKind,
  ofLength,
  type Rule,
} from './validation-rules.js';

function specType(parameter: ParameterSpec): NetType {
  if (parameter.type === 'Enum' && parameter.enumType !== undefined)
    return (
      findType(parameter.enumType) ??
      registerType(new NetTypeClass(parameter.enumType, { kind: 'enum', enumValues: parameter.enumValues ?? {} }))
    );
  return resolveTypeText(parameter.type) ?? resolveTypeText(`System.Management.Automation.${parameter.type}`) ?? OBJECT;
}
/** A type by its name, also one that scripts cannot use here. */
function namedType(name: string): NetType {
  if (name.endsWith('[]')) return arrayTypeOf(namedType(name.slice(0, -2)));
  const known = resolveTypeText(name);
  if (known !== undefined) return known;
  const [, bare = name, argument] = /^([^[]+)\[(.+)\]$/.exec(name) ?? [];
  if (argument === undefined) return new NetTypeClass(name);
  const closed = new NetTypeClass(`${bare}\`1[[${argument}]]`);
  closed.genericArguments = [namedType(argument)];
  return closed;
}
function validation(rule: ValidationSpec): Rule {
  switch (rule.rule) {
    case 'NotNull':
      return notNull;
    case 'NotNullOrEmpty':
      return notNullOrEmpty;
    case 'NotNullOrWhiteSpace':
      return notNullOrWhiteSpace;
    case 'Set':
      return inSet(() => rule.values, true);
    case 'NotIn':
      return each((item) => {
        if (rule.values.some((word) => word.toLowerCase() === toText(item).toLowerCase()))
          throw invalid(
            'The parameter NotePropertyName cannot take values that could be converted to the type System.Management.Automation.PSMemberTypes. To define the name of a member with those values, use Add-Member, and specify the member type.',
            'ArgumentIsMemberType',
          );
      });
    case 'Range':
      return inRange(rule.min, rule.max);
    case 'RangeKind':
      return ofKind(rule.kind);
    case 'Count':
      return ofCount(rule.min, rule.max);
    case 'Length':
      return ofLength(rule.min, rule.max);
    case 'Pattern':
      return matching(rule.pattern);
    case 'Own':
      return (value) => {
        const refusal = rule.refusal(value);
        if (refusal !== undefined) throw invalid(refusal, rule.errorId);
        return value;
      };
  }
}
function attributeFact(rule: ValidationSpec): readonly AttributeFact[] {
  switch (rule.rule) {
    case 'NotNull':
    case 'NotNullOrEmpty':
    case 'NotNullOrWhiteSpace':
      return [{ name: `Validate${rule.rule}`, properties: {} }];
    case 'Set':
      return [
        { name: 'ValidateSet', properties: { ErrorMessage: null, IgnoreCase: true, ValidValues: [...rule.values] } },
      ];
    case 'Range':
      return [{ name: 'ValidateRange', properties: { MinRange: rule.min, MaxRange: rule.max, RangeKind: null } }];
    case 'RangeKind':
      return [{ name: 'ValidateRange', properties: { MinRange: null, MaxRange: null, RangeKind: rule.kind } }];
    case 'Count':
    case 'Length':
      return [{ name: `Validate${rule.rule}`, properties: { MinLength: rule.min, MaxLength: rule.max } }];
    case 'Pattern':
      return [
        {
          name: 'ValidatePattern',
          properties: { RegexPattern: rule.pattern, Options: 'IgnoreCase', ErrorMessage: null },
        },
      ];
    case 'NotIn':
    case 'Own':
      return [];
  }
}
const flagFact = (name: string, isSet: boolean | undefined): readonly AttributeFact[] =>
  isSet === true ? [{ name, properties: {} }] : [];
const attributeFacts = (parameter: ParameterSpec): readonly AttributeFact[] => [
  ...parameter.validation.flatMap(attributeFact),
  ...flagFact('AllowNull', parameter.allowNull),
  ...flagFact('AllowEmptyString', parameter.allowEmptyString),
  ...flagFact('AllowEmptyCollection', parameter.allowEmptyCollection),
  ...(parameter.attributes ?? []).map((name) => ({ name, properties: {} })),
];
/** The command's part of its error ids. What is a function in PowerShell has its name there. */
function errorNameOf({ name, className }: CommandSpec): string {
  if (className === '') return name;
  return className.includes('.') ? className : `Microsoft.PowerShell.Commands.${className}`;
}
export function cmdletSignature(spec: CommandSpec): Signature {
  const infos = inListedOrder(spec.name, spec.parameters).map(
    (parameter): ParameterInfo => ({
      name: parameter.name,
      aliases: parameter.aliases,
      type: specType(parameter),
      ...(parameter.shown === undefined ? {} : { shownType: namedType(parameter.shown) }),
      sets: new Map(Object.entries(parameter.sets).map(([name, set]) => [name === '*' ? ALL_SETS : name, set])),
      rules: parameter.validation.map(validation),
      attributes: () => attributeFacts(parameter),
      allowNull: parameter.allowNull ?? false,
      allowEmptyString: parameter.allowEmptyString ?? false,
      allowEmptyCollection: parameter.allowEmptyCollection ?? false,
      ...(parameter.dynamic === undefined
        ? {}
        : { dynamic: true, ofFiles: parameter.dynamic !== 'flat', ofAbsent: parameter.dynamic === 'absent' }),
      convert: parameter.convert,
      transform: parameter.transform,
      accept: parameter.accept,
    }),
  );
  const own = infos.filter(({ dynamic }) => dynamic !== true);
  const shared = [...COMMON_PARAMETERS, ...(spec.supportsShouldProcess ? SHOULD_PROCESS_PARAMETERS : [])].filter(
    (info) => !infos.some(({ name }) => name === info.name),
  );
  return makeSignature({
    commandName: spec.name,
    // What is a function in PowerShell has its name in the ids of its errors.
    errorName: errorNameOf(spec),
    parameters: [...own, ...shared, ...infos.filter(({ dynamic }) => dynamic === true)],
    defaultSet: spec.defaultSet === '' || spec.defaultSet === ALL_SETS ? undefined : spec.defaultSet,
    simple: false,
    isFunction: false,
  });
}

const isSteps = (value: unknown): value is Steps<void> =>
  typeof value === 'object' && value !== null && 'next' in value && 'throw' in value;
const go = (value: Pending<void> | Steps<void> | undefined): Pending<void> => (isSteps(value) ? drive(value) : value);

/** Few parameters say something when they are used, and commands are called often. */
const warningParametersOf = new WeakMap<CommandSpec, readonly ParameterSpec[]>();
function warningParameters(spec: CommandSpec): readonly ParameterSpec[] {
  let found = warningParametersOf.get(spec);
  if (found === undefined) {
    found = spec.parameters.filter(({ warning, obsolete }) => warning !== undefined || obsolete !== undefined);
    warningParametersOf.set(spec, found);
  }
  return found;
}

export class CmdletProcessor extends Processor implements CommandContext {
  get services(): unknown {
    return this.frame.rt.servicesFor(this);
  }
  readonly #registration: CommandRegistration;
  readonly signature: Signature;
  readonly #args: readonly Argument[];
  frame: Frame;
  readonly invocation: Invocation;
  #bound!: Bound;
  #input: ReadonlyMap<string, PSValue> | undefined;
  #implementation: CommandImplementation | undefined;
  #preferences = new Map<string, string>();
  readonly #answers: Answers = {};
  #pipe: OutPipe = { write: () => undefined };
  parameterSetName = ALL_SETS;
  constructor(
    registration: CommandRegistration,
    signature: Signature,
    args: readonly Argument[],
    frame: Frame,
    invocation: Invocation,
  ) {
    super();
    this.#registration = registration;
    this.signature = signature;
    this.#args = args;
    this.frame = frame;
    this.invocation = invocation;
  }
  /** Errors of a command that is limited to some parameters are the command's own; those of its binding are not. */
  get #errorName(): string {
    return errorNameOf(this.#registration.spec);
  }
  /** Where the blocks stand that it runs. */
  #site: CallSite | undefined;
  get blockSite(): CallSite {
    this.#site ??= { name: '', isScript: true, caller: siteOf(this.frame), statement: this.invocation.statement };
    return this.#site;
  }
  get host(): EngineHost {
    return this.frame.rt.heardHost;
  }
  get signal(): AbortSignal {
    return this.frame.rt.signal;
  }

  begin(): Pending<void> {
    return this.#guard(() => drive(this.#begin()));
  }
  *#begin(): Steps<void> {
    const f = this.frame;
    const late = (bound: Bound): void => applyDefaults(f, this.signature, bound);
    this.#bound = bindArguments(f.rt, this.signature, this.#args, late);
    this.#requireProvider();
    if (this.#bound.delayed !== undefined)
      requireInput(this.signature, this.#bound.delayed, this.invocation.expectingInput);
    late(this.#bound);
    const { name: set, missing } = setsOfCommandLine(this.signature, this.#bound, this.invocation.expectingInput);
    this.parameterSetName = set;
    if (missing.length > 0) yield* f.rt.promptMandatory(f, this.signature, this.#bound, missing);
    for (const [name, value] of preferencesOf(this.#bound)) this.#preferences.set(name, toText(value).toLowerCase());
    // PowerShell warns of a value as it binds it: -WarningVariable does not hear it yet.
    const warning = warningParameters(this.#registration.spec);
    for (const { name, warning: of } of warning) {
      const told = this.isBound(name) ? of?.(this.arg(name) ?? null) : undefined;
      if (told !== undefined) yield* settle(this.writeWarning(told));
    }
    this.frame = { ...f, taps: tapsOf(f, this.#bound) };
    this.#pipe = marking(tapOutput(f, this.#bound, this.out), () => this.blockSite);
    for (const { info, value } of this.#bound.values.values()) this.invocation.boundParameters.set(info.name, value);
    for (const { name, obsolete } of warning)
      if (obsolete !== undefined && this.isBound(name))
        yield* settle(this.writeWarning(`Parameter '${name}' is obsolete. ${obsolete}`));
    const { watcher } = f.rt;
    if (watcher !== undefined) yield* watcher.command(f, this.invocation);
    this.#implementation = this.#registration.create(this);
    yield* settle(go(this.#implementation.begin?.()));
  }
  /** Parameters of a provider are there when the first path is one of its own. */
  #requireProvider(): void {
    for (const { info } of this.#bound.values.values()) {
      if (info.ofFiles === undefined) continue;
      const paths = this.#seesPath()
        ? (this.#bound.values.get('path')?.value ?? this.#bound.values.get('literalpath')?.value ?? null)
        : '.';
      const first = toText(Array.isArray(paths) ? (paths[0] ?? null) : paths);
      const onFiles = this.frame.rt.isOnFiles(this.frame, first);
      if (onFiles === undefined ? info.ofAbsent === true || !info.ofFiles : onFiles === info.ofFiles) return;
      const written = this.#args.find(({ name }) => name !== undefined && lookup(this.signature, name) === info);
      throw unknownParameter(this.signature, written);
    }
  }
  /** What follows the name of a parameter of a provider may be its value: it is no path yet when the provider is asked. */
  #seesPath(): boolean {
    const infoOf = ({ name }: Argument): ParameterInfo | undefined =>
      name === undefined ? undefined : lookup(this.signature, name);
    const isPath = (info: ParameterInfo | undefined): boolean => /^(?:literal)?path$/i.test(info?.name ?? '');
    return this.#args.some((argument, index) => {
      if (argument.name !== undefined) return isPath(infoOf(argument));
      const before = this.#args[index - 1];
      return before?.name === undefined || before.value !== undefined || infoOf(before)?.ofFiles === undefined;
    });
  }
  process(value: PSValue): Pending<void> {
    return this.#guard(() => {
      if (value === AutomationNull) return undefined;
      const { delayed } = this.#bound;
      return delayed === undefined ? this.#one(value) : drive(this.#delayed(value, delayed));
    }, true);
  }
  *#delayed(value: PSValue, delayed: readonly DelayedArgument[]): Steps<void> {
    const run = (block: ScriptBlock): Pending<PSValue> =>
      this.frame.rt.callBlock(block, [], { frame: this.frame, site: this.blockSite, input: value });
    let got: Map<string, PSValue>;
    try {
      got = yield* delayedValues(this.signature, delayed, run);
    } catch (error) {
      yield* settle(this.#refused(error, value));
      return;
    }
    yield* settle(this.#one(value, got));
  }
  /** One object that does not fit is an error of its own; the next one may fit. */
  #refused(error: unknown, value: PSValue): Pending<void> {
    if (!(error instanceof PSError) || error.thrown || error.stopped) throw error;
    error.record.targetObject = value;
    return this.writeRecord(error.record);
  }
  #one(value: PSValue, before?: ReadonlyMap<string, PSValue>): Pending<void> {
    const { rt } = this.frame;
    try {
      const taken = takeInput(rt, this.signature, this.#bound, value, before);
      this.#input = taken.input;
      // What an object was bound to may rule out the set that was thought of before, or that of the object before.
      this.parameterSetName = taken.set;
    } catch (error) {
      return this.#refused(error, value);
    }
    const done = go(this.#implementation?.process?.());
    const tick = rt.tick();
    return tick === undefined ? done : then(done, () => tick);
  }
  processNothing(): Pending<void> {
    return this.#guard(() => go(this.#implementation?.process?.()), true);
  }
  end(): Pending<void> {
    this.#input = undefined;
    return this.#guard(() => go(this.#implementation?.end?.()));
  }
  override raw(bytes: Uint8Array): void {
    this.#implementation?.raw?.(bytes);
  }
  override dispose(): void {
    this.#implementation?.dispose?.();
    this.#implementation = undefined;
    dropPipelineVariable(this.frame, this.#bound);
  }
  /** Errors that leave the command carry its name and place. */
  #guard(work: () => Pending<void>, isProcess = false): Pending<void> {
    const failed = (thrown: unknown): never => {
      const error = this.#mark(thrown);
      if (
        error instanceof PSError &&
        this.#implementation !== undefined &&
        !isHeardAsStop(error, this.blockSite) &&
        !(error.thrown && isProcess)
      ) {
        endCommand(error);
        this.frame.rt.tapEnding(this.frame, error);
      }
      throw error;
    };
    try {
      const done = work();
      return done instanceof Promise ? done.catch(failed) : done;
    } catch (error) {
      return failed(error);
    }
  }
  #mark(thrown: unknown): unknown {
    let error = thrown;
    if (!(error instanceof PSError)) {
      // A question that was given up because the command was stopped is no failure of the command.
      if (this.signal.aborted) return new PipelineStopped();
      const made = foreignError(error) ?? escapedError(error);
      if (made === undefined) return error;
      error = made;
      made.record.commandId = this.#errorName;
      if (made.record.category === 'OperationStopped') made.record.category = 'NotSpecified';
    }
    if (error instanceof PSError && error.thrown) {
      if (this.#registration.spec.writesItems === true) this.#takeThrow(error);
      error.leftCommand = true;
    }
    if (error instanceof PSError && (error.record.isRemote || isDownstream(error, this.blockSite))) return error;
    // Arguments that a command inside of this one could not take.
    if (error instanceof PSError && this.#implementation !== undefined && this.#takesOver(error)) {
      this.frame.rt.listError(error);
      becomesErrorOf(error, {
        commandId: this.#errorName,
        activity: this.signature.commandName,
        commandName: this.signature.commandName,
        invocationName: this.invocation.invocationName,
        extent: this.invocation.extent,
        command: () => this.#commandObject(),
      });
    }
    // Arguments that do not fit: of this command, which was not called yet.
    if (error instanceof PSError && this.#implementation === undefined && error.record.command === undefined) {
      error.record.command = () => this.#commandObject();
      error.record.invocationName = '';
    }
    // What a script block fails with that a command runs becomes an error of the command; `throw` stays what it is.
    const named = error instanceof PSError && error.record.errorId.includes(',Microsoft.PowerShell.');
    if (
      error instanceof PSError &&
      !error.thrown &&
      error.record.commandId === undefined &&
      error.record.command === undefined &&
      !error.record.thrown &&
      !named
    ) {
      error.record.commandId = this.#errorName;
      error.record.extent = this.invocation.extent;
      error.record.activity = this.signature.commandName;
    }
    if (error instanceof PSError && error.record.extent === undefined) error.record.extent = this.invocation.extent;
    if (
      error instanceof PSError &&
      error.record.commandName === undefined &&
      error.record.extent === this.invocation.extent
    ) {
      error.record.commandName = this.signature.commandName;
      error.record.command ??= () => this.#commandObject();
      if (error.record.activity === '') error.record.activity = this.signature.commandName;
    }
    return error;
  }
  #takesOver(error: PSError): boolean {
    return !error.thrown && !error.ended && !error.takenOver && isBindingError(error);
  }
  /** What a `throw` behind it says: PowerShell takes it for what the provider failed with, so it ends this command alone. */
  #takeThrow(error: PSError): void {
    const { record, leftCommand } = error;
    if (
      !leftCommand ||
      record.command !== undefined ||
      record.commandId !== undefined ||
      !isDownstream(error, this.blockSite)
    )
      return;
    error.thrown = false;
    record.commandId = this.#errorName;
    record.commandName = this.signature.commandName;
    record.activity = this.signature.commandName;
    record.extent = this.invocation.extent;
    record.command = () => this.#commandObject();
    record.invocation = undefined;
  }
  override commandFound(): PSValue {
    return this.#commandObject();
  }
  #commandObject(): PSValue {
    const { spec } = this.#registration;
    return commandInfo({
      kind: this.invocation.commandType,
      name: spec.name,
      frame: this.frame,
      module: spec.module ?? '',
      spec,
      signature: this.signature,
    });
  }

  // --------------------------------------------------------------- context

  arg(name: string): PSValue | undefined {
    const lower = name.toLowerCase();
    return this.#input?.get(lower) ?? (this.#input?.has(lower) === true ? null : this.#bound.values.get(lower)?.value);
  }
  isBound(name: string): boolean {
    const lower = name.toLowerCase();
    return this.#bound.values.has(lower) || (this.#input?.has(lower) ?? false);
  }
  flag(name: string): boolean {
    const value = this.arg(name);
    return value !== undefined && toBoolean(value);
  }
  tick(work = 1): Promise<void> | undefined {
    return this.frame.rt.tick(work);
  }
  write(value: PSValue): Pending<void> {
    if (value === AutomationNull) return undefined;
    return this.#pipe.write(value) ?? this.frame.rt.tick();
  }
  writeAll(values: Iterable<PSValue>): Pending<void> {
    return drive(this.#writeAll(values));
  }
  *#writeAll(values: Iterable<PSValue>): Steps<void> {
    for (const value of values) {
      const waiting = this.write(value);
      if (waiting instanceof Promise) yield waiting;
      const tick = this.frame.rt.tick();
      if (tick !== undefined) yield tick;
    }
  }
  preference(name: string): string {
    return this.#preferences.get(name) ?? this.frame.rt.preference(this.frame, name);
  }
  makeRecord(message: string, init: ErrorInit): ErrorRecordObject {
    const exception =
      init.exception ??
      new ExceptionObject(
        exceptionType(init.exceptionType ?? 'System.Management.Automation.RuntimeException'),
        message,
      );
    const record = new ErrorRecordObject(exception, init.errorId, init.category, init.target ?? null);
    exception.raised = record;
    if (init.targetType !== undefined) record.targetType = init.targetType;
    record.commandId = this.#errorName;
    record.activity = this.signature.commandName;
    record.commandName = this.signature.commandName;
    record.extent = this.invocation.extent;
    return record;
  }
  writeError(message: string, init: ErrorInit): Pending<void> {
    return this.writeRecord(this.makeRecord(message, init));
  }
  writeErrorRecord(record: PSErrorRecord): Pending<void> {
    const exception = new ExceptionObject(
      exceptionType(record.exception.typeNames[0] ?? 'System.Exception'),
      record.exception.message,
    );
    const made = new ErrorRecordObject(exception, record.fullyQualifiedErrorId, record.category, record.targetObject);
    made.activity = record.categoryActivity;
    made.reason = record.categoryReason;
    made.detailsMessage = record.detailsMessage;
    made.commandName = this.signature.commandName;
    made.extent = this.invocation.extent;
    made.extended = record.source?.extended;
    return this.writeRecord(made);
  }
  writeRecord(record: ErrorRecordObject): Pending<void> {
    record.extent ??= this.invocation.extent;
    record.invocationName ??= this.invocation.invocationName;
    return this.passRecord(record);
  }
  /** Writes a record that knows its place, or has none. */
  passRecord(record: ErrorRecordObject): Pending<void> {
    this.failed = true;
    record.commandName ??= this.signature.commandName;
    if (record.activity === '') record.activity = this.signature.commandName;
    record.command ??= () => this.#commandObject();
    if (record.scriptStackTrace === '')
      record.scriptStackTrace = stackTrace(this.invocation.statement ?? record.extent, siteOf(this.frame));
    return this.handOn(record);
  }
  /** Writes a record that is not this command's, as it is. */
  handOn(record: ErrorRecordObject): Pending<void> {
    this.failed = true;
    return this.frame.rt.nonTerminating(this.frame, record, this.preference('ErrorActionPreference'), this);
  }
  fail(message: string, init: ErrorInit): never {
    throw new PSError(this.makeRecord(message, init));
  }
  #inform(kind: PSInformationalRecord['kind'], message: string, variable: string): Pending<void> {
    const preference = this.preference(variable);
    const record: PSInformationalRecord = { kind, message };
    this.frame.rt.tapWarning(this.frame, record);
    if (preference === 'silentlycontinue' || preference === 'ignore') return undefined;
    const done = this.frame.streams.informational(record);
    if (preference === 'stop') throw this.#stoppedBy(variable, message);
    if (preference === 'inquire') return then(done, () => drive(inquireAboutRecord(this.frame.rt, this, kind)));
    return done;
  }
  #stoppedBy(variable: string, message: string): PSError {
    const error = actionStopped(stopText(variable, message));
    error.record.commandId = this.#errorName;
    return error;
  }
  writeWarning(message: string): Pending<void> {
    return this.#inform('Warning', message, 'WarningPreference');
  }
  writeVerbose(message: string): Pending<void> {
    return this.#inform('Verbose', message, 'VerbosePreference');
  }
  writeDebug(message: string): Pending<void> {
    return this.#inform('Debug', message, 'DebugPreference');
  }
  writeInformation(data: PSValue, tags: readonly string[], source: string): Pending<void> {
    const preference = this.preference('InformationPreference');
    const done = this.frame.rt.writeInformation(this.frame, data, tags, source, preference);
    if (preference === 'stop') throw this.#stoppedBy('InformationPreference', toText(data));
    if (preference === 'inquire')
      return then(done, () => drive(inquireAboutRecord(this.frame.rt, this, 'Information')));
    return done;
  }
  writeProgress(record: PSProgressRecord): Pending<void> {
    const preference = this.preference('ProgressPreference');
    if (preference === 'silentlycontinue' || preference === 'ignore') return undefined;
    return this.frame.streams.progress(record);
  }
  shouldProcess(target: string, action?: string): Pending<boolean> {
    const whatIf =
      this.#bound.values.get('whatif') === undefined ? this.frame.rt.asksWhatIf(this.frame) : this.flag('WhatIf');
    const message = `Performing the operation "${action ?? this.signature.commandName}" on target "${target}".`;
    const { rt } = this.frame;
    if (whatIf) return then(this.host.hasUI ? rt.callHost('WriteLine2', [whatIfText(message)]) : null, () => false);
    const wanted = this.#bound.values.has('confirm')
      ? this.flag('Confirm')
        ? 'Low'
        : 'None'
      : rt.preference(this.frame, 'ConfirmPreference');
    const { name } = this.#registration.spec;
    if (isAsked(confirmImpact(name), wanted))
      return drive(askToConfirm(rt, this.#answers, 'Confirm', sureText(message)));
    return isVerbose(this.#bound) ? then(this.writeVerbose(message), () => true) : true;
  }
  invoke(block: PSValue, args: readonly PSValue[] = [], input?: PSValue): Pending<PSValue[]> {
    if (!(block instanceof ScriptBlock)) return [];
    return then(
      this.frame.rt.callBlock(block, args, {
        frame: this.frame,
        site: this.blockSite,
        dotted: isPlain(block),
        ...(input === undefined ? {} : { input }),
      }),
      (value) => (value === AutomationNull ? [] : [...(enumerate(value) ?? [value])]),
    );
  }
  /** Runs a block in the caller's scope, its output going where this command's does. */
  runHere(block: ScriptBlock, input: PSValue): Pending<void> {
    return this.frame.rt.runBlock(block, [], {
      frame: { ...this.frame, out: this.#pipe },
      site: this.blockSite,
      out: this.#pipe,
      dotted: true,
      input,
    });
  }
  valueHere(block: ScriptBlock, input: PSValue): Pending<PSValue> {
    return this.frame.rt.callBlock(block, [], { frame: this.frame, site: this.blockSite, dotted: true, input });
  }
  stopUpstream(): never {
    throw new StopUpstream(this);
  }
  sleep(milliseconds: number): Promise<void> {
    return this.frame.rt.sleep(milliseconds);
  }
  convert(value: PSValue, type: NetType): PSValue {
    return convertTo(value, type);
  }
}
