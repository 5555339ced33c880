/** `$PSCmdlet` of an advanced function, `$ExecutionContext`, and what hangs on them. */
import { actionMembers } from './lookup-actions.js';
import { PSList, type PSProgressRecord, type PSValue } from '../../../protocol/objects/index.js';
import { toBoolean, toText } from '../conversion.js';
import { andThen, drive, type Pending, settle, type Steps } from '../pending.js';
import { endCommand, fromOutside } from '../values/escaping.js';
import { actionStopped, ErrorRecordObject, fail, NetThrow, PSError, stopText } from '../values/exceptions.js';
import { NetObject, PSReference, unwrap } from '../values/live.js';
import { addMembers, defineType, type MemberBodies, requireType } from '../values/net-type.js';
import { escapeWildcard, hasWildcard } from '../text/wildcard.js';
import { ScriptBlock } from '../values/script-block.js';
import { Collector, type Frame, siteOf } from './frame.js';
import { writeEach } from './processor.js';
import { inputEnumerator } from './enumerator.js';
import { commandOfCall, stackTrace } from './call-stack.js';
import { inquireAboutRecord } from './inquiry.js';
import { type Answers, askToConfirm, CHOICE_NO, askToContinue, isAsked, sureText, whatIfText } from './confirmation.js';
import { enumerate, getProperty } from './members.js';
import { newSessionState, sessionState, variableIn } from './module-members.js';
import { type Asked, askedAt, first, givenBy, nothing, triedAt } from './own-commands.js';
import { providerPaths } from './path-members.js';
import { COMMAND_RUNTIME, SCRIPT_CMDLET } from './cmdlet-types.js';
import type { CmdletData } from './runtime.js';
import { collectionOf } from '../values/types.js';

const dataOf = (self: PSValue): CmdletData => (self as NetObject<CmdletData>).data;
const frameOf = (self: PSValue): Frame => dataOf(self).frame;

/** Writes a record of the warning, verbose or debug stream as its preference wants it. */
export function writeInformational(f: Frame, kind: 'Warning' | 'Verbose' | 'Debug', message: string): Pending<void> {
  const name = `${kind}Preference`;
  const preference = f.rt.preference(f, name);
  const record = { kind, message };
  f.rt.tapWarning(f, record);
  if (preference === 'silentlycontinue' || preference === 'ignore') return undefined;
  const done = f.streams.informational(record);
  if (preference === 'inquire') return andThen(done, () => drive(inquireAboutRecord(f.rt, f.invocation ?? f, kind)));
  if (preference !== 'stop') return done;
  throw actionStopped(stopText(name, message));
}

function recordOf(self: PSValue, value: PSValue | undefined): ErrorRecordObject {
  const record = unwrap(value ?? null);
  if (!(record instanceof ErrorRecordObject))
    throw fail('ArgumentNull', "Value cannot be null. (Parameter 'errorRecord')", {
      type: 'System.Management.Automation.PSArgumentNullException',
      category: 'InvalidArgument',
    });
  const { frame, signature } = dataOf(self);
  const made = new ErrorRecordObject(record.exception, record.errorId, record.category, record.targetObject);
  Object.assign(made, {
    detailsMessage: record.detailsMessage,
    recommendedAction: record.recommendedAction,
    reason: record.reason,
    targetName: record.targetName,
    targetType: record.targetType,
    scriptStackTrace: record.scriptStackTrace,
  });
  if (signature.errorName !== '') made.commandId = signature.errorName;
  made.activity = signature.commandName;
  made.commandName = signature.commandName;
  made.invocationName = frame.invocation?.invocationName;
  made.command = () => commandOfCall(frame.invocation);
  made.extent = frame.invocation?.extent;
  return made;
}

/** @param question instead of the usual one about `description`. */
function* shouldProcess(self: PSValue, description: string, question = '', caption = ''): Steps<PSValue> {
  const { rt } = frameOf(self);
  const data = dataOf(self);
  const { frame } = data;
  // What was answered for all is what is done, and told of no more.
  if (data.answer !== undefined) return data.answer;
  if (rt.asksWhatIf(frame)) {
    if (rt.host.hasUI) yield* settle(rt.callHost('WriteLine2', [whatIfText(description)]));
    return false;
  }
  if (isAsked(data.confirmImpact ?? 'Medium', rt.preference(frame, 'ConfirmPreference')))
    return yield* askToConfirm(rt, data, caption || 'Confirm', question || sureText(description));
  if (data.verbose?.() === true) yield* settle(writeInformational(frame, 'Verbose', description));
  return true;
}
const operation = (self: PSValue, target: PSValue | undefined, action?: PSValue): string =>
  `Performing the operation "${action === undefined ? dataOf(self).signature.commandName : toText(action)}" on target "${toText(target ?? null)}".`;

/** What it answers for all is in the caller's variables. */
function* shouldContinue(
  self: PSValue,
  query: PSValue | undefined,
  caption: PSValue | undefined,
  yes: PSValue | undefined,
  no: PSValue | undefined,
  byDefault?: number,
): Steps<PSValue> {
  if (no instanceof PSReference && toBoolean(no.read())) return false;
  if (yes instanceof PSReference && toBoolean(yes.read())) return true;
  const answers: Answers = {};
  const { rt } = frameOf(self);
  const answer = yield* askToConfirm(rt, answers, toText(caption ?? null), toText(query ?? null), byDefault);
  if (answers.answer === true && yes instanceof PSReference) yes.put(true);
  if (answers.answer === false && no instanceof PSReference) no.put(true);
  return answer;
}
/** What a command and its runtime both do. */
const WRITING: Parameters<typeof addMembers>[1] = {
  'object Host': (self) => frameOf(self).rt.global.find('host')?.read() ?? null,
  'void WriteObject(object sendToPipeline)': (self, value) => nothing(frameOf(self).out.write(value ?? null)),
  'void WriteObject(object sendToPipeline, bool enumerateCollection)': (self, value, all) => {
    const items = toBoolean(all ?? null) ? enumerate(value ?? null) : undefined;
    const { out } = frameOf(self);
    if (items === undefined) return nothing(out.write(value ?? null));
    return nothing(drive(writeEach(out, items)));
  },
  'void WriteError(System.Management.Automation.ErrorRecord errorRecord)': (self, value) => {
    const { frame } = dataOf(self);
    dataOf(self).failed?.();
    const record = recordOf(self, value);
    if (record.scriptStackTrace === '') record.scriptStackTrace = stackTrace(frame.rt.statement, siteOf(frame));
    return nothing(frame.rt.nonTerminating(frame, record, frame.rt.preference(frame, 'ErrorActionPreference')));
  },
  'void ThrowTerminatingError(System.Management.Automation.ErrorRecord errorRecord)': (self, value) => {
    const error = new PSError(recordOf(self, value));
    const frame = frameOf(self);
    error.leaving = frame.invocation;
    error.record.endsCommand = true;
    endCommand(error);
    frame.rt.tapEnding(frame, error);
    throw error;
  },
  'void WriteWarning(string text)': (self, text) =>
    nothing(writeInformational(frameOf(self), 'Warning', toText(text ?? null))),
  'void WriteVerbose(string text)': (self, text) =>
    nothing(writeInformational(frameOf(self), 'Verbose', toText(text ?? null))),
  'void WriteDebug(string text)': (self, text) =>
    nothing(writeInformational(frameOf(self), 'Debug', toText(text ?? null))),
  'void WriteCommandDetail(string text)': () => undefined,
  'void WriteInformation(object messageData, string[] tags)': (self, data, tags) => {
    const f = frameOf(self);
    const preference = f.rt.preference(f, 'InformationPreference');
    const done = f.rt.writeInformation(
      f,
      data ?? null,
      (enumerate(tags ?? null) ?? []).map((tag) => toText(tag)),
      f.invocation === undefined ? '' : f.invocation.scriptName || f.invocation.name,
      preference,
    );
    return nothing(
      preference === 'inquire'
        ? andThen(done, () => drive(inquireAboutRecord(f.rt, f.invocation ?? f, 'Information')))
        : done,
    );
  },
  'void WriteProgress(object progressRecord)': (self, record) => {
    const f = frameOf(self);
    const text = (name: string): string => {
      const value = getProperty(f.rt, record ?? null, name);
      return value instanceof Promise ? '' : toText(value);
    };
    const number = (name: string): number => (text(name) === '' ? -1 : Number(text(name)));
    const made: PSProgressRecord = {
      activity: text('Activity'),
      activityId: number('ActivityId'),
      statusDescription: text('StatusDescription'),
      currentOperation: text('CurrentOperation') === '' ? null : text('CurrentOperation'),
      parentActivityId: number('ParentActivityId'),
      percentComplete: number('PercentComplete'),
      type: text('RecordType') === 'Completed' ? 'Completed' : 'Processing',
      secondsRemaining: number('SecondsRemaining'),
    };
    return nothing(f.streams.progress(made));
  },
  'bool ShouldProcess(string target)': (self, target) => drive(shouldProcess(self, operation(self, target))),
  'bool ShouldProcess(string target, string action)': (self, target, action) =>
    drive(shouldProcess(self, operation(self, target, action ?? null))),
  'bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)': (
    self,
    description,
    warning,
    caption,
  ) => drive(shouldProcess(self, toText(description ?? null), toText(warning ?? null), toText(caption ?? null))),
  'bool ShouldContinue(string query, string caption)': (self, query, caption) =>
    drive(askToContinue(frameOf(self).rt, toText(caption ?? null), toText(query ?? null))),
  'bool ShouldContinue(string query, string caption, [ref] bool yesToAll, [ref] bool noToAll)': (
    self,
    query,
    caption,
    yes,
    no,
  ) => drive(shouldContinue(self, query, caption, yes, no)),
  'bool ShouldContinue(string query, string caption, bool hasSecurityImpact, [ref] bool yesToAll, [ref] bool noToAll)':
    (self, query, caption, risky, yes, no) =>
      // What could do harm is not done by Enter alone.
      drive(shouldContinue(self, query, caption, yes, no, toBoolean(risky ?? null) ? CHOICE_NO : undefined)),
};
addMembers(COMMAND_RUNTIME, { ...WRITING, 'string ToString()': (self) => dataOf(self).signature.commandName });
/** The state in which the command was called. */
const callersState = (self: PSValue): NetObject => newSessionState(dataOf(self).caller ?? frameOf(self).scope.script);
const callersVariable = (self: PSValue, name: PSValue, otherwise: PSValue): PSValue =>
  variableIn(callersState(self), name) ?? otherwise;
addMembers(SCRIPT_CMDLET, {
  ...WRITING,
  'string ParameterSetName': (self) => dataOf(self).set(),
  'object MyInvocation': (self) => frameOf(self).scope.find('myinvocation')?.read() ?? null,
  'bool Stopping': () => false,
  'object PagingParameters': () => null,
  'object JobRepository': () => null,
  'System.Management.Automation.SessionState SessionState': callersState,
  'object InvokeCommand': (self) => commandIntrinsics(frameOf(self)),
  'object CommandRuntime': (self) => new NetObject(COMMAND_RUNTIME, dataOf(self)),
  'System.Management.Automation.ProviderIntrinsics InvokeProvider': (self) =>
    new NetObject(requireType('System.Management.Automation.ProviderIntrinsics'), { frame: frameOf(self) }),
  'object GetVariableValue(string name)': (self, name = null) => callersVariable(self, name, null),
  'object GetVariableValue(string name, object defaultValue)': (self, name = null, otherwise = null) =>
    callersVariable(self, name, otherwise),
  'string GetUnresolvedProviderPathFromPSPath(string path)': (self, path = null) =>
    frameOf(self).rt.placeAt(frameOf(self), toText(path)).path,
  'System.Collections.ObjectModel.Collection[string] GetResolvedProviderPathFromPSPath(string path, [ref] System.Management.Automation.ProviderInfo provider)':
    (self, path = null, provider = null) => providerPaths(frameOf(self), path, provider),
  'System.Management.Automation.PathInfo CurrentProviderLocation(string providerId)': (self, provider = null) =>
    first(triedAt(frameOf(self), 'Get-Location', { PSProvider: provider })),
  'string GetResourceString(string baseName, string resourceId)': () => '',
});

/** The commands of a name that a frame sees, as Get-Command writes them; none is no error. */
function found(frame: Frame, name: PSValue, type: PSValue, pattern: boolean): Pending<readonly PSValue[]> {
  const given = toText(name);
  const asking = {
    Name: !pattern && hasWildcard(given) ? escapeWildcard(given) : given,
    CommandType: type,
    ErrorAction: 'Ignore',
  };
  return andThen(drive(givenBy(frame, 'Microsoft.PowerShell.Core\\Get-Command', asking)), ({ items }) => items);
}
const commandIntrinsics = (frame: Frame): NetObject =>
  new NetObject(requireType('System.Management.Automation.CommandInvocationIntrinsics'), { frame });
const intrinsicFrame = (self: PSValue): Frame => (self as NetObject<{ readonly frame: Frame }>).data.frame;

const OBJECTS = 'System.Collections.ObjectModel.Collection[psobject]';
/** Runs a block in the scope of the method's caller, or in one of its own; `input` is its `$input`. */
function invokeScript(
  self: PSValue,
  block: PSValue,
  local: boolean,
  input: PSValue = null,
  args: PSValue = null,
): Pending<PSValue> {
  const { rt } = intrinsicFrame(self);
  const body = unwrap(block);
  if (!(body instanceof ScriptBlock))
    throw new NetThrow(
      'System.Management.Automation.PSArgumentNullException',
      'Cannot process argument because the value of argument "scriptBlock" is null. Change the value of argument "scriptBlock" to a non-null value.',
    );
  const out = new Collector();
  const scope = local ? rt.childScope(rt.current.scope) : rt.current.scope;
  if (input !== null) scope.force('input', inputEnumerator([...(enumerate(input) ?? [input])]));
  const frame = { ...rt.current, scope };
  return fromOutside(() =>
    andThen(rt.runBlock(body, enumerate(args) ?? [], { dotted: true, frame, out }), () => collectionOf(out.items)),
  );
}
const invokeText = (
  self: PSValue,
  script: PSValue | undefined,
  local: boolean,
  input: PSValue = null,
  args: PSValue = null,
): Pending<PSValue> => {
  const frame = intrinsicFrame(self);
  return andThen(
    fromOutside(() => frame.rt.parseLongHere(frame, toText(script ?? null))),
    (block) => invokeScript(self, block, local, input, args),
  );
};

addMembers(requireType('System.Management.Automation.CommandInvocationIntrinsics'), {
  ...actionMembers((self) => intrinsicFrame(self).rt),
  'bool HasErrors': (self) => !intrinsicFrame(self).rt.lastOk,
  'string ExpandString(string source)': (self, source) => {
    const { rt } = intrinsicFrame(self);
    const text = toText(source ?? null).replaceAll('"', '""');
    const parsed = rt.parseLongHere(intrinsicFrame(self), `"${text}"`);
    const made = andThen(parsed, (block) => rt.callBlock(block, [], { dotted: true }));
    return andThen(made, (value) => toText(value));
  },
  [`${OBJECTS} InvokeScript(string script)`]: (self, script) => invokeText(self, script, true),
  [`${OBJECTS} InvokeScript(string script, Params System.Object[] args)`]: (self, script, args) =>
    invokeText(self, script, true, null, args),
  [`${OBJECTS} InvokeScript(System.Management.Automation.SessionState sessionState, scriptblock scriptBlock, Params System.Object[] args)`]:
    (self, _state, block, args) => invokeScript(self, block ?? null, false, null, args),
  [`${OBJECTS} InvokeScript(bool useLocalScope, scriptblock scriptBlock, System.Collections.IList input, Params System.Object[] args)`]:
    (self, local, block, input, args) => invokeScript(self, block ?? null, toBoolean(local ?? null), input, args),
  [`${OBJECTS} InvokeScript(string script, bool useNewScope, System.Management.Automation.Runspaces.PipelineResultTypes writeToPipeline, System.Collections.IList input, Params System.Object[] args)`]:
    (self, script, local, _results, input, args) => invokeText(self, script, toBoolean(local ?? null), input, args),
  'System.Management.Automation.CommandInfo GetCommand(string commandName, System.Management.Automation.CommandTypes type)':
    (self, name, type) =>
      andThen(found(intrinsicFrame(self), name ?? null, type ?? null, false), ([first]) => first ?? null),
  'System.Management.Automation.CommandInfo GetCommand(string commandName, System.Management.Automation.CommandTypes type, System.Object[] arguments)':
    (self, name, type) =>
      andThen(found(intrinsicFrame(self), name ?? null, type ?? null, false), ([first]) => first ?? null),
  'System.Management.Automation.CmdletInfo GetCmdlet(string commandName)': (self, name) =>
    andThen(found(intrinsicFrame(self), name ?? null, 'Cmdlet', false), ([first]) => first ?? null),
  'System.Collections.Generic.List[System.Management.Automation.CmdletInfo] GetCmdlets()': (self) =>
    andThen(found(intrinsicFrame(self), '*', 'Cmdlet', true), (all) => new PSList([...all])),
  'System.Collections.Generic.List[System.Management.Automation.CmdletInfo] GetCmdlets(string pattern)': (
    self,
    pattern,
  ) => andThen(found(intrinsicFrame(self), pattern ?? null, 'Cmdlet', true), (all) => new PSList([...all])),
  'System.Collections.Generic.IEnumerable[System.Management.Automation.CommandInfo] GetCommands(string name, System.Management.Automation.CommandTypes commandTypes, bool nameIsPattern)':
    (self, name, type, pattern) =>
      andThen(found(intrinsicFrame(self), name ?? null, type ?? null, pattern === true), (all) => new PSList([...all])),
  'scriptblock NewScriptBlock(string scriptText)': (self, script) =>
    intrinsicFrame(self).rt.parseLongHere(intrinsicFrame(self), toText(script ?? null), undefined, true),
});

/** `$ExecutionContext` */
export function executionContext(frame: Frame): NetObject {
  return new NetObject(requireType('System.Management.Automation.EngineIntrinsics'), { frame });
}
addMembers(requireType('System.Management.Automation.EngineIntrinsics'), {
  'object Host': (self) => intrinsicFrame(self).rt.global.find('host')?.read() ?? null,
  'object InvokeCommand': (self) => commandIntrinsics(intrinsicFrame(self)),
  'System.Management.Automation.SessionState SessionState': (self) => sessionState(intrinsicFrame(self).scope),
  'System.Management.Automation.ProviderIntrinsics InvokeProvider': (self) =>
    new NetObject(requireType('System.Management.Automation.ProviderIntrinsics'), { frame: intrinsicFrame(self) }),
});

/** A part of `$ExecutionContext.InvokeProvider`. */
const part = (name: string): MemberBodies => {
  const type = `System.Management.Automation.${name}CmdletProviderIntrinsics`;
  return { [`${type} ${name}`]: (self) => new NetObject(requireType(type), { frame: intrinsicFrame(self) }) };
};
addMembers(requireType('System.Management.Automation.ProviderIntrinsics'), {
  ...part('ChildItem'),
  ...part('Content'),
  ...part('Item'),
  ...part('Property'),
});
const asked = (self: PSValue, command: string, parameters?: Asked): Pending<PSList> =>
  askedAt(intrinsicFrame(self), command, parameters);
const tried = (self: PSValue, command: string, parameters?: Asked): Pending<PSList> =>
  triedAt(intrinsicFrame(self), command, parameters);
const property = (self: PSValue, of: PSValue, name: string): Pending<PSValue> =>
  getProperty(intrinsicFrame(self).rt, of, name);
const DRIVE = 'System.Management.Automation.PSDriveInfo';
function* newDrive(self: PSValue, drive: PSValue, scope: PSValue): Steps<PSList> {
  const provider = yield* settle(property(self, drive, 'Provider'));
  const parameters = {
    Name: yield* settle(property(self, drive, 'Name')),
    PSProvider: yield* settle(property(self, provider, 'Name')),
    Root: yield* settle(property(self, drive, 'Root')),
    Scope: scope,
  };
  return yield* settle(tried(self, 'New-PSDrive', parameters));
}
addMembers(requireType('System.Management.Automation.DriveManagementIntrinsics'), {
  [`${DRIVE} Current`]: (self) =>
    andThen(first(tried(self, 'Get-Location')), (location) => property(self, location, 'Drive')),
  [`${DRIVE} Get(string driveName)`]: (self, name = null) => first(tried(self, 'Get-PSDrive', { LiteralName: name })),
  [`${DRIVE} GetAtScope(string driveName, string scope)`]: (self, name = null, scope = null) =>
    first(tried(self, 'Get-PSDrive', { LiteralName: name, Scope: scope })),
  [`System.Collections.ObjectModel.Collection[${DRIVE}] GetAll()`]: (self) => tried(self, 'Get-PSDrive'),
  [`System.Collections.ObjectModel.Collection[${DRIVE}] GetAllAtScope(string scope)`]: (self, scope = null) =>
    tried(self, 'Get-PSDrive', { Scope: scope }),
  [`System.Collections.ObjectModel.Collection[${DRIVE}] GetAllForProvider(string providerName)`]: (self, name = null) =>
    tried(self, 'Get-PSDrive', { PSProvider: name }),
  [`${DRIVE} New(${DRIVE} drive, string scope)`]: (self, from = null, scope = 'Local') =>
    first(drive(newDrive(self, from, scope))),
  'void Remove(string driveName, bool force, string scope)': (self, name = null, force = false) =>
    nothing(tried(self, 'Remove-PSDrive', { LiteralName: name, Force: force })),
});
const PROVIDER = 'System.Management.Automation.ProviderInfo';
function* providerNamed(self: PSValue, name: PSValue): Steps<PSList> {
  const wanted = toText(name).toLowerCase();
  for (const one of (yield* settle(asked(self, 'Get-PSProvider'))).items)
    if (toText(yield* settle(property(self, one, 'Name'))).toLowerCase() === wanted) return new PSList([one]);
  throw new NetThrow(
    'System.Management.Automation.ProviderNotFoundException',
    `Cannot find a provider with the name '${toText(name)}'.`,
  );
}
addMembers(requireType('System.Management.Automation.CmdletProviderManagementIntrinsics'), {
  [`System.Collections.ObjectModel.Collection[${PROVIDER}] Get(string name)`]: (self, name = null) =>
    tried(self, 'Get-PSProvider', { PSProvider: name }),
  [`System.Collections.Generic.IEnumerable[${PROVIDER}] GetAll()`]: (self) => asked(self, 'Get-PSProvider'),
  [`${PROVIDER} GetOne(string name)`]: (self, name = null) => first(drive(providerNamed(self, name))),
});
const AUTOMATION = 'System.Management.Automation';
defineType(`${AUTOMATION}.CopyContainers`, {
  kind: 'enum',
  enumValues: { CopyTargetContainer: 0, CopyChildrenOfTargetContainer: 1 },
});
const at = (path: PSValue, literal: PSValue): Asked => (literal === true ? { LiteralPath: path } : { Path: path });
const copied = (from: Asked, destination: PSValue, recurse: PSValue, how: PSValue): Asked => ({
  ...from,
  Destination: destination,
  Recurse: recurse,
  Container: toText(how) !== 'CopyChildrenOfTargetContainer',
  PassThru: true,
});
const created = (path: PSValue, name: PSValue, type: PSValue, content: PSValue): Asked => ({
  Path: path,
  ItemType: type,
  Value: content,
  ...(name === null || name === '' ? {} : { Name: name }),
});
const exists = (self: PSValue, parameters: Asked): Pending<boolean> =>
  andThen(asked(self, 'Test-Path', parameters), ({ items }) => items[0] === true);
addMembers(requireType('System.Management.Automation.ItemCmdletProviderIntrinsics'), {
  [`${OBJECTS} Set(string path, object value, bool force, bool literalPath)`]: (self, path = null, value = null) => {
    const named = /^function:[\\/]?((?:\w+:)?)(.+)$/i.exec(toText(path));
    const block = unwrap(value);
    if (named === null || !(block instanceof ScriptBlock))
      return asked(self, 'Set-Item', {
        LiteralPath: path,
        Value: value,
        Force: true,
        PassThru: true,
        ErrorAction: 'Stop',
      });
    const frame = intrinsicFrame(self);
    frame.rt.defineFunction(frame.scope, `${named[1] ?? ''}${named[2] ?? ''}`, block, false);
    return andThen(found(frame, named[2] ?? '', 'Function', false), (all) => new PSList([...all]));
  },
  [`${OBJECTS} Set(string path, System.Object value)`]: (self, path = null, value = null) =>
    tried(self, 'Set-Item', { Path: path, Value: value, PassThru: true }),
  'bool Exists(string path)': (self, path = null) => exists(self, { Path: path }),
  'bool Exists(string path, bool force, bool literalPath)': (self, path = null, _force = false, literal = false) =>
    exists(self, at(path, literal)),
  'bool IsContainer(string path)': (self, path = null) => exists(self, { Path: path, PathType: 'Container' }),
  [`${OBJECTS} Get(string path)`]: (self, path = null) => tried(self, 'Get-Item', { Path: path }),
  [`${OBJECTS} Get(string[] path, bool force, bool literalPath)`]: (
    self,
    path = null,
    force = false,
    literal = false,
  ) => tried(self, 'Get-Item', { ...at(path, literal), Force: force }),
  'void Invoke(string path)': (self, path = null) => nothing(tried(self, 'Invoke-Item', { Path: path })),
  'void Invoke(string[] path, bool literalPath)': (self, path = null, literal = false) =>
    nothing(tried(self, 'Invoke-Item', at(path, literal))),
  [`${OBJECTS} Clear(string path)`]: (self, path = null) => tried(self, 'Clear-Item', { Path: path }),
  [`${OBJECTS} Clear(string[] path, bool force, bool literalPath)`]: (
    self,
    path = null,
    force = false,
    literal = false,
  ) => tried(self, 'Clear-Item', { ...at(path, literal), Force: force }),
  [`${OBJECTS} Copy(string path, string destinationPath, bool recurse, ${AUTOMATION}.CopyContainers copyContainers)`]: (
    self,
    path = null,
    destination = null,
    recurse = false,
    how = null,
  ) => tried(self, 'Copy-Item', copied({ Path: path }, destination, recurse, how)),
  [`${OBJECTS} Copy(string[] path, string destinationPath, bool recurse, ${AUTOMATION}.CopyContainers copyContainers, bool force, bool literalPath)`]:
    (self, path = null, destination = null, recurse = false, how = null, force = false, literal = false) =>
      tried(self, 'Copy-Item', { ...copied(at(path, literal), destination, recurse, how), Force: force }),
  [`${OBJECTS} Move(string path, string destination)`]: (self, path = null, destination = null) =>
    tried(self, 'Move-Item', { Path: path, Destination: destination, PassThru: true }),
  [`${OBJECTS} Move(string[] path, string destination, bool force, bool literalPath)`]: (
    self,
    path = null,
    destination = null,
    force = false,
    literal = false,
  ) => tried(self, 'Move-Item', { ...at(path, literal), Destination: destination, Force: force, PassThru: true }),
  [`${OBJECTS} New(string path, string name, string itemTypeName, System.Object content)`]: (
    self,
    path = null,
    name = null,
    type = null,
    content = null,
  ) => tried(self, 'New-Item', created(path, name, type, content)),
  [`${OBJECTS} New(string[] path, string name, string itemTypeName, System.Object content, bool force)`]: (
    self,
    path = null,
    name = null,
    type = null,
    content = null,
    force = false,
  ) => tried(self, 'New-Item', { ...created(path, name, type, content), Force: force }),
  'void Remove(string path, bool recurse)': (self, path = null, recurse = false) =>
    nothing(tried(self, 'Remove-Item', { Path: path, Recurse: recurse })),
  'void Remove(string[] path, bool recurse, bool force, bool literalPath)': (
    self,
    path = null,
    recurse = false,
    force = false,
    literal = false,
  ) => nothing(tried(self, 'Remove-Item', { ...at(path, literal), Recurse: recurse, Force: force })),
  [`${OBJECTS} Rename(string path, string newName)`]: (self, path = null, name = null) =>
    tried(self, 'Rename-Item', { Path: path, NewName: name, PassThru: true }),
  [`${OBJECTS} Rename(string path, string newName, bool force)`]: (self, path = null, name = null, force = false) =>
    tried(self, 'Rename-Item', { Path: path, NewName: name, Force: force, PassThru: true }),
});
const NAMES = 'System.Collections.ObjectModel.Collection[string]';
const children = (self: PSValue, parameters: Asked): Pending<PSList> => tried(self, 'Get-ChildItem', parameters);
addMembers(requireType('System.Management.Automation.ChildItemCmdletProviderIntrinsics'), {
  [`${OBJECTS} Get(string path, bool recurse)`]: (self, path = null, recurse = false) =>
    children(self, { Path: path, Recurse: recurse }),
  [`${OBJECTS} Get(string[] path, bool recurse, bool force, bool literalPath)`]: (
    self,
    path = null,
    recurse = false,
    force = false,
    literal = false,
  ) => children(self, { ...at(path, literal), Recurse: recurse, Force: force }),
  [`${OBJECTS} Get(string[] path, bool recurse, uint depth, bool force, bool literalPath)`]: (
    self,
    path = null,
    recurse = false,
    depth = null,
    force = false,
    literal = false,
  ) => children(self, { ...at(path, literal), ...(recurse === true ? { Depth: depth } : {}), Force: force }),
  [`${NAMES} GetNames(string path, ${AUTOMATION}.ReturnContainers returnContainers, bool recurse)`]: (
    self,
    path = null,
    _which = null,
    recurse = false,
  ) => children(self, { Path: path, Recurse: recurse, Name: true }),
  [`${NAMES} GetNames(string[] path, ${AUTOMATION}.ReturnContainers returnContainers, bool recurse, bool force, bool literalPath)`]:
    (self, path = null, _which = null, recurse = false, force = false, literal = false) =>
      children(self, { ...at(path, literal), Recurse: recurse, Force: force, Name: true }),
  'bool HasChild(string path)': (self, path = null) => drive(hasChild(self, { Path: path })),
  'bool HasChild(string path, bool force, bool literalPath)': (self, path = null, force = false, literal = false) =>
    drive(hasChild(self, { ...at(path, literal), Force: force })),
});
function* hasChild(self: PSValue, parameters: Asked): Steps<boolean> {
  const [item = null] = (yield* settle(tried(self, 'Get-Item', { ...parameters, Force: true }))).items;
  if ((yield* settle(property(self, item, 'PSIsContainer'))) === false) return false;
  return (yield* settle(children(self, parameters))).items.length > 0;
}
addMembers(requireType('System.Management.Automation.ContentCmdletProviderIntrinsics'), {
  'void Clear(string path)': (self, path = null) => nothing(tried(self, 'Clear-Content', { Path: path })),
  'void Clear(string[] path, bool force, bool literalPath)': (self, path = null, force = false, literal = false) =>
    nothing(tried(self, 'Clear-Content', { ...at(path, literal), Force: force })),
});
const SOME = 'System.Collections.ObjectModel.Collection[string]';
addMembers(requireType('System.Management.Automation.PropertyCmdletProviderIntrinsics'), {
  [`${OBJECTS} Get(string path, ${SOME} providerSpecificPickList)`]: (self, path = null, names = null) =>
    tried(self, 'Get-ItemProperty', { Path: path, ...(names === null ? {} : { Name: names }) }),
  [`${OBJECTS} Get(string[] path, ${SOME} providerSpecificPickList, bool literalPath)`]: (
    self,
    path = null,
    names = null,
    literal = false,
  ) => tried(self, 'Get-ItemProperty', { ...at(path, literal), ...(names === null ? {} : { Name: names }) }),
  [`${OBJECTS} Set(string path, psobject propertyValue)`]: (self, path = null, value = null) =>
    tried(self, 'Set-ItemProperty', { Path: path, InputObject: value, PassThru: true }),
});
