/** System.Exception and everything under it; ErrorRecord and what hangs on it. */
import { recordOf, recordWithin } from '../values/escaping.js';
import nodePath from 'node:path';
import { PSDictionary, PSList, PSObject, PropertyBag, type PSValue } from '../../../protocol/objects/index.js';
import { ErrorCategory, type ErrorCategoryName } from '../../../protocol/errors/index.js';
import { toText } from '../conversion.js';
import { ErrorRecordObject, ExceptionObject } from '../values/exceptions.js';
import { implement } from '../values/bodies.js';
import { ClassInstance, TypeObject, unwrap } from '../values/live.js';
import type { NetType } from '../values/net-type.js';
import { errorData, positionMessage, targetNameOf, targetTypeOf } from '../runtime/wire.js';
import { EXCEPTION_TEXTS } from './exception-texts.js';
import { argumentNull, enumOf, net, num, runtime, text, requireGeneric, requireType } from './support.js';

interface Facts {
  readonly hresult: number;
  readonly message: string;
}
let facts: Map<string, Facts> | undefined;
function factsOf(type: NetType): Facts {
  if (facts === undefined) {
    facts = new Map();
    const lines = /^([\w.]+)\|([0-9a-f]{8})\|(.*)$/gm;
    for (const [, name = '', hresult = '', message = ''] of EXCEPTION_TEXTS.matchAll(lines))
      facts.set(name, { hresult: Number.parseInt(hresult, 16) | 0, message });
  }
  for (const one of type.chainTypes()) {
    const found = facts.get(one.fullName);
    if (found === undefined) continue;
    // `Exception of type 'X' was thrown.` and kin name the class itself.
    if (one !== type || found.message.includes(one.fullName))
      return { hresult: found.hresult, message: found.message.replaceAll(one.fullName, type.fullName) };
    return found;
  }
  return { hresult: -2146233088, message: `Exception of type '${type.fullName}' was thrown.` };
}
/** The message that an exception has when nobody gives it one. */
export const defaultMessage = (type: NetType): string => factsOf(type).message;

function exceptionOf(self: PSValue): ExceptionObject {
  const inner = unwrap(self);
  if (inner instanceof ExceptionObject) return inner;
  if (inner instanceof ClassInstance && inner.inner instanceof ExceptionObject) return inner.inner;
  throw argumentNull('exception');
}
const innerOf = (value: PSValue | undefined): ExceptionObject | undefined => {
  const inner = unwrap(value ?? null);
  return inner instanceof ExceptionObject ? inner : undefined;
};

/** Exception.ToString(): class and message, the inner ones after `--->`. */
export function exceptionText(exception: ExceptionObject): string {
  const { message } = exception;
  let out = message === '' ? exception.type.fullName : `${exception.type.fullName}: ${message}`;
  if (exception.inner !== undefined)
    out += `\n ---> ${exceptionText(exception.inner)}\n   --- End of inner exception stack trace ---`;
  return out;
}

function make(self: PSValue, message: string | undefined, inner?: ExceptionObject): ExceptionObject {
  const type = self instanceof TypeObject ? self.type : requireType('System.Exception');
  const made = new ExceptionObject(type, message ?? defaultMessage(type), inner);
  return made;
}
/** The common constructors: (), (message), (message, inner). */
function construct(self: PSValue, ...args: PSValue[]): ExceptionObject {
  const [first, second] = args;
  if (first === undefined) return make(self, undefined);
  return make(self, text(first), innerOf(second));
}
/** Constructors that name a parameter: the message gets `(Parameter 'x')`. */
function withParameter(exception: ExceptionObject, parameter: string): ExceptionObject {
  if (parameter === '') return exception;
  exception.details.set('ParamName', parameter);
  exception.message = `${exception.message} (Parameter '${parameter}')`;
  return exception;
}

implement('System.Exception', () => ({
  Message: (self) => exceptionOf(self).message,
  InnerException: (self) => exceptionOf(self).inner ?? null,
  HResult: (self) => exceptionOf(self).details.get('HResult') ?? factsOf(exceptionOf(self).type).hresult,
  'set HResult': (self, value) => {
    exceptionOf(self).details.set('HResult', value);
    return undefined;
  },
  Source: (self) => exceptionOf(self).details.get('Source') ?? null,
  'set Source': (self, value) => {
    exceptionOf(self).details.set('Source', value);
    return undefined;
  },
  HelpLink: (self) => exceptionOf(self).details.get('HelpLink') ?? null,
  'set HelpLink': (self, value) => {
    exceptionOf(self).details.set('HelpLink', value);
    return undefined;
  },
  StackTrace: (self) => exceptionOf(self).details.get('StackTrace') ?? null,
  TargetSite: () => null,
  Data: (self) => {
    const { details } = exceptionOf(self);
    let data = details.get('Data');
    if (data === undefined)
      details.set(
        'Data',
        (data = new PSDictionary([], { typeNames: ['System.Collections.ListDictionaryInternal', 'System.Object'] })),
      );
    return data;
  },
  GetBaseException: (self) => {
    let at = exceptionOf(self);
    while (at.inner !== undefined) at = at.inner;
    return at;
  },
  ToString: (self) => exceptionText(exceptionOf(self)),
  new: construct,
}));
implement('System.ArgumentException', () => ({
  ParamName: (self) => exceptionOf(self).details.get('ParamName') ?? null,
  'new(string, string)': (self, message, name) => withParameter(make(self, text(message)), text(name)),
  'new(string, string, System.Exception)': (self, message, name, inner) =>
    withParameter(make(self, text(message), innerOf(inner)), text(name)),
  new: construct,
}));
implement('System.Text.RegularExpressions.RegexMatchTimeoutException', () => ({
  Input: (self) => exceptionOf(self).details.get('Input') ?? null,
  Pattern: (self) => exceptionOf(self).details.get('Pattern') ?? null,
  MatchTimeout: (self) => exceptionOf(self).details.get('MatchTimeout') ?? null,
  new: construct,
}));
for (const name of ['System.ArgumentNullException', 'System.ArgumentOutOfRangeException'])
  implement(name, () => ({
    ActualValue: (self) => exceptionOf(self).details.get('ActualValue') ?? null,
    'new(string)': (self, parameter) => withParameter(make(self, undefined), text(parameter)),
    'new(string, string)': (self, parameter, message) => withParameter(make(self, text(message)), text(parameter)),
    'new(string, System.Object, string)': (self, parameter, actual, message) => {
      const made = withParameter(make(self, text(message)), text(parameter));
      made.details.set('ActualValue', actual);
      if (actual !== null) made.message += `\nActual value was ${toText(actual)}.`;
      return made;
    },
    new: construct,
  }));
implement('System.Management.Automation.NativeCommandExitException', () => ({
  Path: (self) => exceptionOf(self).details.get('Path') ?? null,
  ExitCode: (self) => exceptionOf(self).details.get('ExitCode') ?? 0,
  ProcessId: (self) => exceptionOf(self).details.get('ProcessId') ?? 0,
}));
implement('System.Management.Automation.PSArgumentException', () => ({
  'new(string, string)': (self, message, name) => withParameter(make(self, text(message)), text(name)),
  new: construct,
}));
for (const name of [
  'System.Management.Automation.PSArgumentNullException',
  'System.Management.Automation.PSArgumentOutOfRangeException',
])
  implement(name, () => ({
    'new(string)': (self, parameter) => withParameter(make(self, undefined), text(parameter)),
    'new(string, string)': (self, parameter, message) => withParameter(make(self, text(message)), text(parameter)),
    new: construct,
  }));
for (const name of ['System.ObjectDisposedException', 'System.Management.Automation.PSObjectDisposedException'])
  implement(name, () => ({
    ObjectName: (self) => exceptionOf(self).details.get('ObjectName') ?? '',
    'new(string)': (self, object) => disposed(self, text(object), undefined),
    'new(string, string)': (self, object, message) => disposed(self, text(object), text(message)),
    new: construct,
  }));
function disposed(self: PSValue, object: string, message: string | undefined): ExceptionObject {
  const made = make(self, message);
  made.details.set('ObjectName', object);
  if (object !== '') made.message += `\nObject name: '${object}'.`;
  return made;
}
implement('System.IO.FileNotFoundException', () => ({
  FileName: (self) => exceptionOf(self).details.get('FileName') ?? null,
  'new(string, string)': (self, message, file) => {
    const made = make(self, text(message));
    made.details.set('FileName', text(file));
    return made;
  },
  new: construct,
}));
implement('System.AggregateException', () => ({
  InnerExceptions: (self) => {
    const type = requireGeneric('System.Collections.ObjectModel.ReadOnlyCollection', [requireType('System.Exception')]);
    const { inner, details } = exceptionOf(self);
    const all = details.get('InnerExceptions');
    return new PSList(Array.isArray(all) ? [...(all as PSValue[])] : inner === undefined ? [] : [inner], 'LST', {
      typeNames: type.typeNames,
    });
  },
  new: (self, ...args) => {
    const message = typeof args[0] === 'string' ? args[0] : undefined;
    const inners = args.flatMap((arg) =>
      arg instanceof ExceptionObject ? [arg] : Array.isArray(arg) ? (arg as PSValue[]) : [],
    );
    const [first] = inners;
    const made = make(self, message, first instanceof ExceptionObject ? first : undefined);
    made.details.set('InnerExceptions', inners);
    if (inners.length > 0) {
      const shown = inners.map((one) => `(${one instanceof ExceptionObject ? one.message : toText(one)})`).join(' ');
      made.message = `${made.message} ${shown}`;
    }
    return made;
  },
  Flatten: (self) => exceptionOf(self),
}));
implement('System.ComponentModel.Win32Exception', () => ({
  NativeErrorCode: (self) => exceptionOf(self).details.get('NativeErrorCode') ?? 0,
  ErrorCode: (self) => exceptionOf(self).details.get('HResult') ?? -2147467259,
  'new(int)': (self, error) => {
    const made = make(
      self,
      num(error) === 0
        ? 'Success'
        : num(error) === 2
          ? 'No such file or directory'
          : num(error) === 13
            ? 'Permission denied'
            : `Unknown error ${num(error)}`,
    );
    made.details.set('NativeErrorCode', error);
    return made;
  },
  'new(int, string)': (self, error, message) => {
    const made = make(self, text(message));
    made.details.set('NativeErrorCode', error);
    return made;
  },
  new: construct,
}));
implement('System.Management.Automation.ParameterBindingException', () => ({
  ErrorId: (self) => recordWithin(exceptionOf(self)).errorId,
  // All texts that are about one parameter name it so.
  ParameterName: (self) => /\bparameter(?: name)? '([^']*)'/.exec(exceptionOf(self).message)?.[1] ?? '',
  ParameterType: (self) => exceptionOf(self).details.get('ParameterType') ?? null,
  TypeSpecified: (self) => exceptionOf(self).details.get('TypeSpecified') ?? null,
  CommandInvocation: (self) => invocationWithin(recordWithin(exceptionOf(self))),
  Line: (self) => BigInt(recordWithin(exceptionOf(self)).extent?.startLineNumber ?? -1),
  Offset: (self) => BigInt(recordWithin(exceptionOf(self)).extent?.startColumnNumber ?? -1),
}));
implement('Microsoft.PowerShell.Commands.ProcessCommandException', () => ({
  ProcessName: (self) => {
    const { targetObject } = recordWithin(exceptionOf(self));
    return typeof targetObject === 'string' ? targetObject : '';
  },
}));
implement('System.Xml.XmlException', () => ({
  LineNumber: (self) => exceptionOf(self).details.get('LineNumber') ?? 0,
  LinePosition: (self) => exceptionOf(self).details.get('LinePosition') ?? 0,
  SourceUri: () => null,
  new: construct,
}));

// ------------------------------------------------------------- error records

/** What kind of thing a SessionStateException is about. */
function kindOf(exception: ExceptionObject): string {
  if (exception.type.name === 'ProviderNotFoundException') return 'CmdletProvider';
  const { errorId } = recordWithin(exception);
  if (errorId === 'SessionStateException') return 'Variable';
  if (exception.type.name === 'ItemNotFoundException') return 'Drive';
  return /^(?:Variable|Alias|Function|Scope)/.exec(errorId)?.[0] ?? 'Drive';
}

implement('System.Management.Automation.RemoteException', () => ({
  SerializedRemoteException: (self) => exceptionOf(self).details.get('SerializedRemoteException') ?? null,
  SerializedRemoteInvocationInfo: (self) => exceptionOf(self).details.get('SerializedRemoteInvocationInfo') ?? null,
}));

for (const name of [
  'System.Management.Automation.RuntimeException',
  'System.Management.Automation.PSArgumentException',
  'System.Management.Automation.PSArgumentNullException',
  'System.Management.Automation.PSArgumentOutOfRangeException',
  'System.Management.Automation.PSInvalidOperationException',
  'System.Management.Automation.PSInvalidCastException',
  'System.Management.Automation.PSNotSupportedException',
  'System.Management.Automation.PSNotImplementedException',
  'System.Management.Automation.PSObjectDisposedException',
  'System.Management.Automation.SessionStateException',
  'System.Management.Automation.CommandNotFoundException',
])
  implement(name, () => ({
    ErrorRecord: (self) => recordOf(exceptionOf(self)),
    WasThrownFromThrowStatement: (self) =>
      exceptionOf(self).details.get('WasThrownFromThrowStatement') ?? exceptionOf(self).thrown,
    'set WasThrownFromThrowStatement': (self, value) => {
      exceptionOf(self).details.set('WasThrownFromThrowStatement', value === true);
      return undefined;
    },
    ItemName: (self) => toText(recordWithin(exceptionOf(self)).targetObject),
    SessionStateCategory: (self) =>
      enumOf('System.Management.Automation.SessionStateCategory', kindOf(exceptionOf(self))),
    CommandName: (self) => exceptionOf(self).details.get('CommandName') ?? recordWithin(exceptionOf(self)).targetObject,
    'set CommandName': (self, value) => {
      exceptionOf(self).details.set('CommandName', value);
      return undefined;
    },
    'new(string, System.Exception, System.Management.Automation.ErrorRecord)': (self, message, inner, record) => {
      const made = make(self, text(message), innerOf(inner));
      if (record instanceof ErrorRecordObject) made.errorRecord = record;
      return made;
    },
    new: construct,
  }));

const record = (self: PSValue): ErrorRecordObject => {
  const inner = unwrap(self);
  if (inner instanceof ErrorRecordObject) return inner;
  throw argumentNull('errorRecord');
};
const categoryOf = (value: PSValue): ErrorCategoryName => {
  const name = toText(value);
  return name in ErrorCategory ? (name as ErrorCategoryName) : 'NotSpecified';
};
implement('System.Management.Automation.ErrorRecord', () => ({
  Exception: (self) => record(self).exception,
  TargetObject: (self) => record(self).targetObject,
  FullyQualifiedErrorId: (self) => record(self).fullyQualifiedErrorId,
  ErrorDetails: (self) => {
    const { detailsMessage, recommendedAction } = record(self);
    if (detailsMessage === undefined && recommendedAction === undefined) return null;
    return net('System.Management.Automation.ErrorDetails', {
      message: detailsMessage ?? '',
      action: recommendedAction,
    });
  },
  'set ErrorDetails': (self, value) => {
    const inner = unwrap(value);
    const details = inner instanceof PSObject ? (inner as { data?: Details }).data : undefined;
    record(self).detailsMessage = details?.message;
    record(self).recommendedAction = details?.action;
    return undefined;
  },
  CategoryInfo: (self) => net('System.Management.Automation.ErrorCategoryInfo', record(self)),
  InvocationInfo: (self) => invocationWithin(record(self)),
  ScriptStackTrace: (self) => errorData(runtime(), record(self)).scriptStackTrace ?? null,
  PipelineIterationInfo: () => [],
  ToString: (self) => record(self).message,
  'new(System.Exception, string, System.Management.Automation.ErrorCategory, System.Object)': (
    _self,
    exception,
    errorId,
    category,
    target,
  ) => {
    const inner = unwrap(exception);
    if (!(inner instanceof ExceptionObject)) throw argumentNull('exception');
    return new ErrorRecordObject(inner, text(errorId), categoryOf(category), target);
  },
  'new(System.Management.Automation.ErrorRecord, System.Exception)': (_self, from, replace) => {
    const own = record(from);
    const exception = innerOf(replace) ?? own.exception;
    return new ErrorRecordObject(exception, own.errorId, own.category, own.targetObject);
  },
}));
interface Details {
  readonly message: string;
  action: string | undefined;
}
const details = (self: PSValue): Details => (unwrap(self) as unknown as { data: Details }).data;
implement('System.Management.Automation.ErrorDetails', () => ({
  Message: (self) => details(self).message,
  RecommendedAction: (self) => details(self).action ?? '',
  'set RecommendedAction': (self, value) => {
    details(self).action = text(value);
    return undefined;
  },
  ToString: (self) => details(self).message,
  'new(string)': (_self, message) =>
    net('System.Management.Automation.ErrorDetails', { message: text(message), action: undefined }),
}));

const invocationWithin = (own: ErrorRecordObject): PSValue => own.invocation ?? invocationOf(own);
/** Where it happened, for a record that no command wrote. */
function invocationOf(own: ErrorRecordObject): PSValue {
  const { extent } = own;
  const data = errorData(runtime(), own).invocationInfo;
  if (extent === undefined && data === undefined) return null;
  const file = extent?.file ?? '';
  return new PSObject({
    typeNames: ['System.Management.Automation.InvocationInfo', 'System.Object'],
    adapted: PropertyBag.of({
      MyCommand: own.command?.() ?? null,
      BoundParameters: new PSDictionary(),
      UnboundArguments: new PSList([]),
      ScriptLineNumber: extent?.startLineNumber ?? 0,
      OffsetInLine: extent?.startColumnNumber ?? 0,
      HistoryId: own.historyId ?? runtime().nextHistoryId,
      ScriptName: file,
      Line: data?.line ?? '',
      Statement: extent?.text ?? '',
      PositionMessage: positionMessage(own),
      PSScriptRoot: data?.psScriptRoot || (file === '' ? '' : nodePath.dirname(file)),
      PSCommandPath: data?.psCommandPath ?? (file === '' ? null : file),
      InvocationName: own.invocationName ?? data?.invocationName ?? '',
      PipelineLength: 0,
      PipelinePosition: 0,
      ExpectingInput: false,
      CommandOrigin: enumOf('System.Management.Automation.CommandOrigin', 'Internal'),
      DisplayScriptPosition: null,
    }),
  });
}

implement('System.Management.Automation.ErrorCategoryInfo', () => {
  const own = (self: PSValue): ErrorRecordObject => (unwrap(self) as unknown as { data: ErrorRecordObject }).data;
  return {
    Category: (self) => enumOf('System.Management.Automation.ErrorCategory', own(self).category),
    'set Category': (self, value) => {
      own(self).category = categoryOf(value);
      return undefined;
    },
    Activity: (self) => own(self).activity,
    'set Activity': (self, value) => {
      own(self).activity = text(value);
      return undefined;
    },
    Reason: (self) => own(self).categoryReason,
    'set Reason': (self, value) => {
      own(self).reason = text(value);
      return undefined;
    },
    TargetName: (self) => targetNameOf(own(self)),
    'set TargetName': (self, value) => {
      own(self).targetName = text(value);
      return undefined;
    },
    TargetType: (self) => targetTypeOf(own(self)),
    'set TargetType': (self, value) => {
      own(self).targetType = text(value);
      return undefined;
    },
    GetMessage: (self) => errorData(runtime(), own(self)).categoryMessage ?? '',
    ToString: (self) => errorData(runtime(), own(self)).categoryMessage ?? '',
  };
});
