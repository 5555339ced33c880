/** The 56 methods that a server may call on the client's host, with the types of their parameters and results. protocol.md 3.9 */
import type { PSProgressRecord, PSSecureString, PSValue, PSVersion } from '../objects/index.js';
import type { Guid } from '../bytes/index.js';
import type {
  BufferCell,
  ChoiceDescription,
  Coordinates,
  FieldDescription,
  KeyInfo,
  PSCredentialValue,
  Rectangle,
  Size,
} from './host-values.js';

type Cells = readonly (readonly BufferCell[])[];

/** Parameters and result of every method. `void` methods are never answered. Colours are ConsoleColor numbers. */
export interface HostMethods {
  GetName: { parameters: []; result: string };
  GetVersion: { parameters: []; result: PSVersion };
  GetInstanceId: { parameters: []; result: Guid };
  /** A culture's name, `en-US` for one. */
  GetCurrentCulture: { parameters: []; result: string };
  GetCurrentUICulture: { parameters: []; result: string };
  SetShouldExit: { parameters: [exitCode: number]; result: void };
  EnterNestedPrompt: { parameters: []; result: void };
  ExitNestedPrompt: { parameters: []; result: void };
  NotifyBeginApplication: { parameters: []; result: void };
  NotifyEndApplication: { parameters: []; result: void };
  ReadLine: { parameters: []; result: string };
  ReadLineAsSecureString: { parameters: []; result: PSSecureString };
  Write1: { parameters: [value: string]; result: void };
  Write2: { parameters: [foreground: number, background: number, value: string]; result: void };
  WriteLine1: { parameters: []; result: void };
  WriteLine2: { parameters: [value: string]; result: void };
  WriteLine3: { parameters: [foreground: number, background: number, value: string]; result: void };
  WriteErrorLine: { parameters: [value: string]; result: void };
  WriteDebugLine: { parameters: [value: string]; result: void };
  WriteProgress: { parameters: [sourceId: bigint, record: PSProgressRecord]; result: void };
  WriteVerboseLine: { parameters: [value: string]; result: void };
  WriteWarningLine: { parameters: [value: string]; result: void };
  Prompt: {
    parameters: [caption: string, message: string, fields: readonly FieldDescription[]];
    result: ReadonlyMap<string, PSValue>;
  };
  PromptForCredential1: {
    parameters: [caption: string, message: string, userName: string | null, targetName: string | null];
    result: PSCredentialValue | null;
  };
  PromptForCredential2: {
    parameters: [
      caption: string,
      message: string,
      userName: string | null,
      targetName: string | null,
      allowedTypes: number,
      options: number,
    ];
    result: PSCredentialValue | null;
  };
  PromptForChoice: {
    parameters: [caption: string, message: string, choices: readonly ChoiceDescription[], defaultChoice: number];
    result: number;
  };
  GetForegroundColor: { parameters: []; result: number };
  SetForegroundColor: { parameters: [color: number]; result: void };
  GetBackgroundColor: { parameters: []; result: number };
  SetBackgroundColor: { parameters: [color: number]; result: void };
  GetCursorPosition: { parameters: []; result: Coordinates };
  SetCursorPosition: { parameters: [position: Coordinates]; result: void };
  GetWindowPosition: { parameters: []; result: Coordinates };
  SetWindowPosition: { parameters: [position: Coordinates]; result: void };
  GetCursorSize: { parameters: []; result: number };
  SetCursorSize: { parameters: [percent: number]; result: void };
  GetBufferSize: { parameters: []; result: Size };
  SetBufferSize: { parameters: [size: Size]; result: void };
  GetWindowSize: { parameters: []; result: Size };
  SetWindowSize: { parameters: [size: Size]; result: void };
  GetWindowTitle: { parameters: []; result: string };
  SetWindowTitle: { parameters: [title: string]; result: void };
  GetMaxWindowSize: { parameters: []; result: Size };
  GetMaxPhysicalWindowSize: { parameters: []; result: Size };
  GetKeyAvailable: { parameters: []; result: boolean };
  /** ReadKeyOptions flags: AllowCtrlC 1, NoEcho 2, IncludeKeyDown 4, IncludeKeyUp 8. */
  ReadKey: { parameters: [options: number]; result: KeyInfo };
  FlushInputBuffer: { parameters: []; result: void };
  SetBufferContents1: { parameters: [rectangle: Rectangle, fill: BufferCell]; result: void };
  SetBufferContents2: { parameters: [origin: Coordinates, contents: Cells]; result: void };
  GetBufferContents: { parameters: [rectangle: Rectangle]; result: Cells };
  ScrollBufferContents: {
    parameters: [source: Rectangle, destination: Coordinates, clip: Rectangle, fill: BufferCell];
    result: void;
  };
  /** Never sent by PowerShell: a runspace does not travel. */
  PushRunspace: { parameters: [runspace: PSValue]; result: void };
  PopRunspace: { parameters: []; result: void };
  GetIsRunspacePushed: { parameters: []; result: boolean };
  /** Never sent by PowerShell. */
  GetRunspace: { parameters: []; result: PSValue };
  PromptForChoiceMultipleSelection: {
    parameters: [
      caption: string,
      message: string,
      choices: readonly ChoiceDescription[],
      defaultChoices: readonly number[],
    ];
    result: readonly number[];
  };
}

export type HostMethodName = keyof HostMethods;
export type HostMethodParameters<Name extends HostMethodName> = HostMethods[Name]['parameters'];
export type HostMethodResult<Name extends HostMethodName> = HostMethods[Name]['result'];

/** How a parameter or a result is encoded. */
export type HostValueKind =
  | 'string'
  | 'nullableString'
  | 'int'
  | 'long'
  | 'boolean'
  | 'version'
  | 'guid'
  | 'secureString'
  | 'progress'
  | 'fields'
  | 'answers'
  | 'credential'
  | 'choices'
  | 'ints'
  | 'coordinates'
  | 'size'
  | 'rectangle'
  | 'keyInfo'
  | 'cell'
  | 'cells'
  | 'any';

export interface HostMethod {
  readonly id: number;
  readonly name: HostMethodName;
  readonly parameters: readonly HostValueKind[];
  /** `void`: no answer may be sent. */
  readonly result: HostValueKind | 'void';
}

type Row = readonly [HostMethodName, readonly HostValueKind[], HostValueKind | 'void'];

/** In the order of their numbers, from 1. */
const ROWS: readonly Row[] = [
  ['GetName', [], 'string'],
  ['GetVersion', [], 'version'],
  ['GetInstanceId', [], 'guid'],
  ['GetCurrentCulture', [], 'string'],
  ['GetCurrentUICulture', [], 'string'],
  ['SetShouldExit', ['int'], 'void'],
  ['EnterNestedPrompt', [], 'void'],
  ['ExitNestedPrompt', [], 'void'],
  ['NotifyBeginApplication', [], 'void'],
  ['NotifyEndApplication', [], 'void'],
  ['ReadLine', [], 'string'],
  ['ReadLineAsSecureString', [], 'secureString'],
  ['Write1', ['string'], 'void'],
  ['Write2', ['int', 'int', 'string'], 'void'],
  ['WriteLine1', [], 'void'],
  ['WriteLine2', ['string'], 'void'],
  ['WriteLine3', ['int', 'int', 'string'], 'void'],
  ['WriteErrorLine', ['string'], 'void'],
  ['WriteDebugLine', ['string'], 'void'],
  ['WriteProgress', ['long', 'progress'], 'void'],
  ['WriteVerboseLine', ['string'], 'void'],
  ['WriteWarningLine', ['string'], 'void'],
  ['Prompt', ['string', 'string', 'fields'], 'answers'],
  ['PromptForCredential1', ['string', 'string', 'nullableString', 'nullableString'], 'credential'],
  ['PromptForCredential2', ['string', 'string', 'nullableString', 'nullableString', 'int', 'int'], 'credential'],
  ['PromptForChoice', ['string', 'string', 'choices', 'int'], 'int'],
  ['GetForegroundColor', [], 'int'],
  ['SetForegroundColor', ['int'], 'void'],
  ['GetBackgroundColor', [], 'int'],
  ['SetBackgroundColor', ['int'], 'void'],
  ['GetCursorPosition', [], 'coordinates'],
  ['SetCursorPosition', ['coordinates'], 'void'],
  ['GetWindowPosition', [], 'coordinates'],
  ['SetWindowPosition', ['coordinates'], 'void'],
  ['GetCursorSize', [], 'int'],
  ['SetCursorSize', ['int'], 'void'],
  ['GetBufferSize', [], 'size'],
  ['SetBufferSize', ['size'], 'void'],
  ['GetWindowSize', [], 'size'],
  ['SetWindowSize', ['size'], 'void'],
  ['GetWindowTitle', [], 'string'],
  ['SetWindowTitle', ['string'], 'void'],
  ['GetMaxWindowSize', [], 'size'],
  ['GetMaxPhysicalWindowSize', [], 'size'],
  ['GetKeyAvailable', [], 'boolean'],
  ['ReadKey', ['int'], 'keyInfo'],
  ['FlushInputBuffer', [], 'void'],
  ['SetBufferContents1', ['rectangle', 'cell'], 'void'],
  ['SetBufferContents2', ['coordinates', 'cells'], 'void'],
  ['GetBufferContents', ['rectangle'], 'cells'],
  ['ScrollBufferContents', ['rectangle', 'coordinates', 'rectangle', 'cell'], 'void'],
  ['PushRunspace', ['any'], 'void'],
  ['PopRunspace', [], 'void'],
  ['GetIsRunspacePushed', [], 'boolean'],
  ['GetRunspace', [], 'any'],
  ['PromptForChoiceMultipleSelection', ['string', 'string', 'choices', 'ints'], 'ints'],
];

export const HOST_METHODS: readonly HostMethod[] = ROWS.map(([name, parameters, result], index) => ({
  id: index + 1,
  name,
  parameters,
  result,
}));

const BY_NAME: ReadonlyMap<string, HostMethod> = new Map(HOST_METHODS.map((method) => [method.name, method]));

export function hostMethodById(id: number): HostMethod | undefined {
  return HOST_METHODS[id - 1];
}
export function hostMethodByName(name: string): HostMethod | undefined {
  return BY_NAME.get(name);
}
