/**
 * `$Host`: PowerShell's InternalHost with its UI and RawUI. Methods become host calls; what the client told when it
 * opened (colours, sizes, title) is answered here, and setting it tells the client and is remembered for the session's
 * next pipelines. A client without UI drops what is written and fails what is asked, as PowerShell's remote host does.
 */
import { cultureObject } from '../culture.js';
import { PropertyBag, PSGuid, PSList, PSObject, PSVersion, type PSValue } from '../../../../protocol/objects/index.js';
import { toBoolean, toText } from '../../conversion.js';
import { andThen as then, type Pending } from '../../pending.js';
import type { EngineHost } from '../../runspace-api.js';
import { debuggerOf } from '../../runtime/debugger.js';
import { enumerate } from '../../runtime/members.js';
import { enterNestedPrompt, nestedPromptLevel } from '../../runtime/nested-prompt.js';
import type { Runtime } from '../../runtime/runtime.js';
import { ExitException, NetThrow } from '../../values/exceptions.js';
import { NetObject, unwrap } from '../../values/live.js';
import { addMembers, defineType } from '../../values/net-type.js';
import { enumFromNumber } from '../../values/types.js';
import { LOCAL, localRunspace, runtimeOf } from './local-runspace.js';
import { encodeProgress } from './progress.js';
import {
  CONSOLE_COLOR,
  decodeCells,
  encodeCells,
  encoded,
  encodeDescriptions,
  newCells,
  numberOf,
  structure,
  structureOf,
  type StructureName,
} from './structures.js';

const AUTOMATION = 'System.Management.Automation';
const HOST = `${AUTOMATION}.Host`;
const INTERNAL = `${AUTOMATION}.Internal.Host`;

/** What the three objects of one host share. */
interface HostState {
  readonly rt: Runtime;
  readonly host: EngineHost;
  readonly ui: NetObject<HostState> | undefined;
  readonly rawUI: NetObject<HostState> | undefined;
}
const stateOf = (self: PSValue): HostState => {
  const inner = unwrap(self);
  if (inner instanceof NetObject) return inner.data as HostState;
  throw new NetThrow('System.NullReferenceException', 'Object reference not set to an instance of an object.');
};

/** What scripts set of a host's defaults, for as long as the session goes on. */
const changed = new WeakMap<ReadonlyMap<number, PSValue>, Map<number, PSValue>>();
function changes(host: EngineHost): Map<number, PSValue> {
  let map = changed.get(host.defaults);
  if (map === undefined) changed.set(host.defaults, (map = new Map()));
  return map;
}

/** Sends a host call; what the host refuses is the exception of a .NET method. */
function call(self: PSValue, method: string, parameters: readonly PSValue[] = []): Promise<PSValue> {
  const { rt, host } = stateOf(self);
  return rt.wait(host.call(method, parameters, rt.signal)).catch((error: unknown): never => {
    if (error instanceof Error && 'errorId' in error) {
      // Here nobody is to be asked, or the host of a session elsewhere cannot ask.
      const isHere = error.errorId === 'InvalidOperation';
      throw new NetThrow(isHere ? `${AUTOMATION}.PSInvalidOperationException` : `${HOST}.HostException`, error.message);
    }
    throw error;
  });
}
const tell = async (self: PSValue, method: string, parameters: readonly PSValue[] = []): Promise<undefined> => {
  await call(self, method, parameters);
  return undefined;
};
const unsupported = (what: string): NetThrow =>
  new NetThrow('System.Management.Automation.PSNotImplementedException', `The host of this session cannot ${what}.`);

const credentialOf = (value: PSValue): PSValue => value;

/**
 * What profiles set of the console's colours (`$Host.PrivateData.ErrorForegroundColor`). As in PowerShell, a terminal that
 * takes escape sequences is shown the colours of `$PSStyle` all the same.
 */
const CONSOLE_COLORS: Readonly<Record<string, number>> = {
  FormatAccentColor: 10,
  ErrorAccentColor: 11,
  ErrorForegroundColor: 12,
  ErrorBackgroundColor: -1,
  WarningForegroundColor: 14,
  WarningBackgroundColor: -1,
  DebugForegroundColor: 14,
  DebugBackgroundColor: -1,
  VerboseForegroundColor: 14,
  VerboseBackgroundColor: -1,
  ProgressForegroundColor: 0,
  ProgressBackgroundColor: 14,
};
const kept = new WeakMap<Runtime, PSValue>();
function consoleColors(rt: Runtime, host: EngineHost): PSValue {
  // The client of a session keeps its own to itself.
  if (host.nestsPrompts === undefined) return null;
  const colors =
    kept.get(rt) ??
    new PSObject({
      typeNames: ['Microsoft.PowerShell.ConsoleHost+ConsoleColorProxy', 'System.Object'],
      extended: PropertyBag.of(
        Object.fromEntries(
          Object.entries(CONSOLE_COLORS).map(([name, value]) => [name, enumFromNumber(CONSOLE_COLOR, BigInt(value))]),
        ),
      ),
    });
  kept.set(rt, colors);
  return colors;
}

// --------------------------------------------------------------------- host

const HOST_TYPE = defineType(
  `${INTERNAL}.InternalHost`,
  { base: `${HOST}.PSHost` },
  {
    'string Name': (self) => stateOf(self).host.name,
    'version Version': (self) => {
      const [major = 0, minor = 0, build, revision] = stateOf(self).host.version.split('.').map(Number);
      return new PSVersion(major, minor, build, revision);
    },
    'guid InstanceId': (self) => new PSGuid(stateOf(self).rt.id),
    [`${HOST}.PSHostUserInterface UI`]: (self) => stateOf(self).ui ?? null,
    'cultureinfo CurrentCulture': (self) => cultureObject(stateOf(self).rt.installedCulture),
    'cultureinfo CurrentUICulture': (self) => cultureObject(stateOf(self).rt.installedCulture),
    'psobject PrivateData': (self) => consoleColors(stateOf(self).rt, stateOf(self).host),
    'bool DebuggerEnabled': (self) => debuggerOf(stateOf(self).rt).isInteractive,
    'set DebuggerEnabled': (self, value) => {
      debuggerOf(stateOf(self).rt).isInteractive = toBoolean(value ?? null);
      return undefined;
    },
    'bool IsRunspacePushed': () => false,
    [`${AUTOMATION}.Runspaces.Runspace Runspace`]: (self) => localRunspace(stateOf(self).rt),
    'void SetShouldExit(int exitCode)': (self, code) => tell(self, 'SetShouldExit', [numberOf(code)]),
    'void NotifyBeginApplication()': (self) => tell(self, 'NotifyBeginApplication'),
    'void NotifyEndApplication()': (self) => tell(self, 'NotifyEndApplication'),
    'void EnterNestedPrompt()': async (self) => {
      const { rt, host } = stateOf(self);
      if (host.nestsPrompts !== true) throw unsupported('enter a nested prompt');
      await enterNestedPrompt(rt);
      return undefined;
    },
    'void ExitNestedPrompt()': (self) => {
      const { rt } = stateOf(self);
      // As `exit` there, which the host takes for the end of the prompt.
      if (nestedPromptLevel(rt) > 0) throw new ExitException(0, 0, true);
    },
    [`void PushRunspace(${AUTOMATION}.Runspaces.Runspace runspace)`]: () => {
      throw unsupported('push a runspace');
    },
    'void PopRunspace()': (self) => tell(self, 'PopRunspace'),
  },
);
defineType(`${HOST}.PSHost`, { abstract: true });

// ----------------------------------------------------------------------- UI

const texts = (value: PSValue | undefined): string => toText(value ?? null);
const COLOR = 'System.ConsoleColor';
const CHOICES = `${HOST}.ChoiceDescription[] choices`;
const items = (value: PSValue | undefined): readonly PSValue[] => {
  const inner = unwrap(value ?? null);
  return inner === null ? [] : (enumerate(inner) ?? [inner]);
};
/** Arguments of PromptForCredential: names that are null stay null. */
const nullable = (value: PSValue | undefined): PSValue => {
  const inner = unwrap(value ?? null);
  return inner === null || inner === '' ? inner : toText(inner);
};

const UI_TYPE = defineType(
  `${INTERNAL}.InternalHostUserInterface`,
  { base: `${HOST}.PSHostUserInterface` },
  {
    [`${HOST}.PSHostRawUserInterface RawUI`]: (self) => stateOf(self).rawUI ?? null,
    'bool SupportsVirtualTerminal': (self) => stateOf(self).host.supportsVirtualTerminal === true,
    'string ReadLine()': (self) => call(self, 'ReadLine'),
    'securestring ReadLineAsSecureString()': (self) => call(self, 'ReadLineAsSecureString'),
    'void Write(string value)': (self, value) => tell(self, 'Write1', [texts(value)]),
    [`void Write(${COLOR} foregroundColor, ${COLOR} backgroundColor, string value)`]: (self, front, back, value) =>
      tell(self, 'Write2', [numberOf(front), numberOf(back), texts(value)]),
    'void WriteLine()': (self) => tell(self, 'WriteLine1'),
    'void WriteLine(string value)': (self, value) => tell(self, 'WriteLine2', [texts(value)]),
    [`void WriteLine(${COLOR} foregroundColor, ${COLOR} backgroundColor, string value)`]: (self, front, back, value) =>
      tell(self, 'WriteLine3', [numberOf(front), numberOf(back), texts(value)]),
    'void WriteErrorLine(string value)': (self, value) => tell(self, 'WriteErrorLine', [texts(value)]),
    'void WriteDebugLine(string message)': (self, value) => tell(self, 'WriteDebugLine', [texts(value)]),
    'void WriteVerboseLine(string message)': (self, value) => tell(self, 'WriteVerboseLine', [texts(value)]),
    'void WriteWarningLine(string message)': (self, value) => tell(self, 'WriteWarningLine', [texts(value)]),
    'void WriteProgress(long sourceId, System.Management.Automation.ProgressRecord record)': (self, id, record) =>
      tell(self, 'WriteProgress', [BigInt(numberOf(id)), encodeProgress(record)]),
    [`System.Collections.Generic.Dictionary[string,psobject] Prompt(string caption, string message, ${HOST}.FieldDescription[] descriptions)`]:
      (self, caption, message, fields) =>
        call(self, 'Prompt', [texts(caption), texts(message), encodeDescriptions(items(fields))]),
    'pscredential PromptForCredential(string caption, string message, string userName, string targetName)': async (
      self,
      caption,
      message,
      user,
      target,
    ) =>
      credentialOf(
        await call(self, 'PromptForCredential2', [
          texts(caption),
          texts(message),
          nullable(user),
          nullable(target),
          3,
          1,
        ]),
      ),
    [`pscredential PromptForCredential(string caption, string message, string userName, string targetName, ${AUTOMATION}.PSCredentialTypes allowedCredentialTypes, ${AUTOMATION}.PSCredentialUIOptions options)`]:
      async (self, caption, message, user, target, types, options) =>
        credentialOf(
          await call(self, 'PromptForCredential2', [
            texts(caption),
            texts(message),
            nullable(user),
            nullable(target),
            numberOf(types),
            numberOf(options),
          ]),
        ),
    [`int PromptForChoice(string caption, string message, ${CHOICES}, int defaultChoice)`]: (
      self,
      caption,
      message,
      choices,
      first,
    ) =>
      call(self, 'PromptForChoice', [
        texts(caption),
        texts(message),
        encodeDescriptions(items(choices)),
        numberOf(first),
      ]),
    [`int[] PromptForChoice(string caption, string message, ${CHOICES}, int[] defaultChoices)`]: (
      self,
      caption,
      message,
      choices,
      defaults,
    ) =>
      call(self, 'PromptForChoiceMultipleSelection', [
        texts(caption),
        texts(message),
        encodeDescriptions(items(choices)),
        new PSList(items(defaults).map((item) => numberOf(item))),
      ]),
  },
);
defineType(`${HOST}.PSHostUserInterface`, { abstract: true });

// -------------------------------------------------------------------- RawUI

/** The client's value of a default (protocol.md 3.8, HostDefaultData), or what scripts made of it since; null: it has no screen. */
function known(self: PSValue, index: number): PSValue {
  const { host } = stateOf(self);
  return changes(host).get(index) ?? host.defaults.get(index) ?? null;
}
const structureOrNull = (type: StructureName, value: PSValue): PSValue =>
  value === null ? null : structure(type, value);
const set = (self: PSValue, index: number, method: string, value: PSValue): Pending<undefined> => {
  return then(tell(self, method, [value]), () => {
    changes(stateOf(self).host).set(index, value);
    return undefined;
  });
};
const color = (name: string, index: number) => ({
  [`${COLOR} ${name}`]: (self: PSValue): PSValue =>
    known(self, index) === null ? null : enumFromNumber(CONSOLE_COLOR, BigInt(numberOf(known(self, index)))),
  [`set ${COLOR} ${name}`]: (self: PSValue, value: PSValue): Pending<undefined> =>
    set(self, index, `Set${name}`, numberOf(value)),
});
const place = (name: string, type: StructureName, index: number, settable = true) => ({
  [`${HOST}.${type} ${name}`]: (self: PSValue): PSValue => structureOrNull(type, known(self, index)),
  ...(settable && {
    [`set ${HOST}.${type} ${name}`]: (self: PSValue, value: PSValue): Pending<undefined> =>
      set(self, index, `Set${name}`, encoded(value)),
  }),
});
const RECTANGLE = `${HOST}.Rectangle`;
const CELL = `${HOST}.BufferCell`;
const length = (value: PSValue | undefined): number => texts(value).length;
const cell = (character: string, front: PSValue | undefined, back: PSValue | undefined): PSValue =>
  structure('BufferCell', {
    character,
    foregroundColor: numberOf(front),
    backgroundColor: numberOf(back),
    bufferCellType: 0,
  });

const RAW_TYPE = defineType(
  `${INTERNAL}.InternalHostRawUserInterface`,
  { base: `${HOST}.PSHostRawUserInterface` },
  {
    ...color('ForegroundColor', 0),
    ...color('BackgroundColor', 1),
    ...place('CursorPosition', 'Coordinates', 2),
    [`${HOST}.Coordinates CursorPosition`]: async (self) =>
      structureOrNull(
        'Coordinates',
        stateOf(self).host.asksCursor === true ? await call(self, 'GetCursorPosition') : known(self, 2),
      ),
    ...place('WindowPosition', 'Coordinates', 3),
    'int CursorSize': (self) => known(self, 4),
    'set int CursorSize': (self, value) => set(self, 4, 'SetCursorSize', numberOf(value)),
    ...place('BufferSize', 'Size', 5),
    ...place('WindowSize', 'Size', 6),
    ...place('MaxWindowSize', 'Size', 7, false),
    ...place('MaxPhysicalWindowSize', 'Size', 8, false),
    'bool KeyAvailable': (self) => (stateOf(self).host.hasUI ? call(self, 'GetKeyAvailable') : null),
    'string WindowTitle': (self) => known(self, 9),
    'set string WindowTitle': (self, value) => set(self, 9, 'SetWindowTitle', texts(value)),
    [`${HOST}.KeyInfo ReadKey(${HOST}.ReadKeyOptions options)`]: async (self, options) =>
      structure('KeyInfo', await call(self, 'ReadKey', [numberOf(options)])),
    [`${HOST}.KeyInfo ReadKey()`]: async (self) => structure('KeyInfo', await call(self, 'ReadKey', [4])),
    'void FlushInputBuffer()': (self) => tell(self, 'FlushInputBuffer'),
    [`void SetBufferContents(${HOST}.Coordinates origin, ${CELL}[,] contents)`]: (self, origin, contents) =>
      tell(self, 'SetBufferContents2', [encoded(origin), encodeCells(contents)]),
    [`void SetBufferContents(${RECTANGLE} r, ${CELL} fill)`]: (self, rectangle, fill) =>
      tell(self, 'SetBufferContents1', [encoded(rectangle), encoded(fill)]),
    [`${CELL}[,] GetBufferContents(${RECTANGLE} r)`]: async (self, rectangle) =>
      decodeCells(await call(self, 'GetBufferContents', [encoded(rectangle)])),
    [`void ScrollBufferContents(${RECTANGLE} source, ${HOST}.Coordinates destination, ${RECTANGLE} clip, ${CELL} fill)`]:
      (self, source, destination, clip, fill) =>
        tell(self, 'ScrollBufferContents', [encoded(source), encoded(destination), encoded(clip), encoded(fill)]),
    'int LengthInBufferCells(string source)': (_self, source) => length(source),
    'int LengthInBufferCells(string source, int offset)': (_self, source, offset) =>
      Math.max(0, length(source) - numberOf(offset)),
    'int LengthInBufferCells(char source)': () => 1,
    [`${CELL}[,] NewBufferCellArray(int width, int height, ${CELL} contents)`]: (_self, width, height, contents) =>
      filled(numberOf(height), numberOf(width), contents),
    [`${CELL}[,] NewBufferCellArray(${HOST}.Size size, ${CELL} contents)`]: (_self, size, contents) => {
      const { fields } = structureOf(size);
      return filled(numberOf(fields['height']), numberOf(fields['width']), contents);
    },
    [`${CELL}[,] NewBufferCellArray(string[] contents, ${COLOR} foregroundColor, ${COLOR} backgroundColor)`]: (
      _self,
      lines,
      front,
      back,
    ) => {
      const rows = items(lines).map((line) => toText(line));
      const columns = Math.max(0, ...rows.map((row) => row.length));
      return newCells(rows.length, columns, (row, column) => cell(rows[row]?.[column] ?? ' ', front, back));
    },
  },
);
defineType(`${HOST}.PSHostRawUserInterface`, { abstract: true });

function filled(rows: number, columns: number, contents: PSValue | undefined): PSValue {
  if (rows <= 0 || columns <= 0)
    throw new NetThrow(
      'System.Management.Automation.PSArgumentOutOfRangeException',
      `Cannot process argument because the value of argument "${rows <= 0 ? 'height' : 'width'}" is out of range.`,
    );
  const { fields } = structureOf(contents);
  return newCells(rows, columns, () => structure('BufferCell', fields));
}

/** The `$Host` of a pipeline. @param host the pipeline's, or its pool's. */
export function hostObject(rt: Runtime, host: EngineHost = rt.host): PSValue {
  const rawUI = new NetObject<HostState>(RAW_TYPE, { rt, host, ui: undefined, rawUI: undefined });
  const ui = new NetObject<HostState>(UI_TYPE, { rt, host, ui: undefined, rawUI });
  return new NetObject<HostState>(HOST_TYPE, { rt, host, ui, rawUI });
}

// Not public in .NET; remoting code reaches it by reflection to speak to the session's host, not the pipeline's.
addMembers(LOCAL, {
  [`${HOST}.PSHost Host`]: (self) => {
    const rt = runtimeOf(self);
    return hostObject(rt, rt.host.pool ?? rt.host);
  },
});
