/**
 * InitialSessionState: what a runspace begins with, as lists of entries that a script fills, empties and hands to
 * `RunspaceFactory` or `[powershell]::Create()`. What the lists do not have, the runspace does not have.
 */
import { commandClass } from '../../runtime/command-classes.js';
import { PSList, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { INITIAL_FUNCTIONS } from '../../commands/initial-functions.js';
import { construct, enumerate } from '../../runtime/members.js';
import { optionsFrom, optionsValue } from '../../runtime/variable-members.js';
import type { Runtime } from '../../runtime/runtime.js';
import type { VariableOptions } from '../../runtime/scope.js';
import { LANGUAGE_MODES, type LanguageMode } from '../../runtime/language-mode.js';
import { NetObject, TypeObject, typedArray, typeObject, unwrap } from '../../values/live.js';
import { addMembers, defineType, type MemberBody, type NetType, requireType } from '../../values/net-type.js';
import { collectionOf, STRING } from '../../values/types.js';
import {
  argumentNull,
  argumentError,
  convertTo,
  enumOf,
  items,
  num,
  requireGeneric,
  runtime,
  text,
} from '../support.js';

const AUTOMATION = 'System.Management.Automation';
const RUNSPACES = `${AUTOMATION}.Runspaces`;
const ASSEMBLY = `${AUTOMATION}, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35`;
const VISIBILITY = `${AUTOMATION}.SessionStateEntryVisibility`;
const OPTIONS = `${AUTOMATION}.ScopedItemOptions`;

type EntryKind =
  | 'Cmdlet'
  | 'Alias'
  | 'Function'
  | 'Variable'
  | 'Provider'
  | 'Application'
  | 'Script'
  | 'Type'
  | 'Format'
  | 'Assembly';
export interface Entry {
  readonly kind: EntryKind;
  readonly name: string;
  /** Of a variable its value, of an alias or function its definition, of a cmdlet or provider its type, else a file. */
  readonly value: PSValue;
  readonly description: string;
  readonly options: VariableOptions;
  readonly helpFile: string;
  isPrivate: boolean;
}
const entry = (kind: EntryKind, name: string, value: PSValue, more: Partial<Entry> = {}): Entry => ({
  kind,
  name,
  value,
  description: '',
  options: {},
  helpFile: '',
  isPrivate: false,
  ...more,
});
const dataOf = (value: PSValue): Entry => (unwrap(value) as NetObject<Entry>).data;

const TYPES = new Map<EntryKind, NetType>();
const typeFor = (kind: EntryKind): NetType => {
  const found = TYPES.get(kind);
  if (found === undefined) throw new Error(`no type for ${kind}`);
  return found;
};
const objectOf = (one: Entry): NetObject<Entry> => new NetObject<Entry>(typeFor(one.kind), one);

const BASE = `${RUNSPACES}.InitialSessionStateEntry`;
const CONSTRAINED = `${RUNSPACES}.ConstrainedSessionStateEntry`;
const COMMAND = `${RUNSPACES}.SessionStateCommandEntry`;
const COMMAND_KINDS: ReadonlySet<EntryKind> = new Set(['Cmdlet', 'Alias', 'Function', 'Application', 'Script']);
const COMMAND_TYPE: Readonly<Partial<Record<EntryKind, string>>> = { Script: 'ExternalScript' };
addMembers(defineType(BASE, { abstract: true }), {
  'string Name': (self) => dataOf(self).name,
  'System.Management.Automation.PSSnapInInfo PSSnapIn': () => null,
  'psmoduleinfo Module': () => null,
  [`${BASE} Clone()`]: (self) => objectOf({ ...dataOf(self) }),
});
addMembers(defineType(CONSTRAINED, { base: BASE, abstract: true }), {
  [`${VISIBILITY} Visibility`]: (self) => enumOf(VISIBILITY, dataOf(self).isPrivate ? 'Private' : 'Public'),
  'set Visibility': (self, value) => {
    dataOf(self).isPrivate = toText(value ?? null) === 'Private';
    return undefined;
  },
});
addMembers(defineType(COMMAND, { base: CONSTRAINED, abstract: true }), {
  [`${AUTOMATION}.CommandTypes CommandType`]: (self) =>
    enumOf(`${AUTOMATION}.CommandTypes`, COMMAND_TYPE[dataOf(self).kind] ?? dataOf(self).kind),
});
function declare(
  kind: EntryKind,
  constructors: readonly string[],
  members: Readonly<Record<string, MemberBody>>,
): void {
  const base = COMMAND_KINDS.has(kind) ? COMMAND : kind === 'Variable' || kind === 'Provider' ? CONSTRAINED : BASE;
  const type = defineType(`${RUNSPACES}.SessionState${kind}Entry`, { base });
  TYPES.set(kind, type);
  const made: Record<string, MemberBody> = { ...members };
  for (const signature of constructors) {
    const names = signature.split(', ').map((one) => one.slice(one.lastIndexOf(' ') + 1));
    made[`new(${signature})`] = (_self, ...args) => {
      const given = (name: string): PSValue => args[names.indexOf(name)] ?? null;
      const first = given(names[0] ?? 'name');
      if (typeof first === 'string' && first === '' && kind !== 'Type')
        throw argumentError('Value cannot be an empty string.', names[0]);
      const options = given('options');
      return objectOf(
        entry(kind, text(first), given(names[1] ?? names[0] ?? ''), {
          description: text(given('description')),
          helpFile: text(given(kind === 'Function' ? 'helpFile' : 'helpFileName')),
          options: options === null ? {} : optionsFrom(options),
        }),
      );
    };
  }
  addMembers(type, made);
}
const value: MemberBody = (self) => dataOf(self).value;
const description: MemberBody = (self) => dataOf(self).description;
const helpFile: MemberBody = (self) => dataOf(self).helpFile;
const options: MemberBody = (self) => optionsValue(dataOf(self).options);
const IMPLEMENTED = 'string name, type implementingType, string helpFileName';
declare('Cmdlet', [IMPLEMENTED], { 'type ImplementingType': value, 'string HelpFileName': helpFile });
declare('Provider', [IMPLEMENTED], { 'type ImplementingType': value, 'string HelpFileName': helpFile });
declare(
  'Alias',
  [
    'string name, string definition',
    'string name, string definition, string description',
    `string name, string definition, string description, ${OPTIONS} options`,
  ],
  { 'string Definition': value, 'string Description': description, [`${OPTIONS} Options`]: options },
);
declare(
  'Function',
  [
    'string name, string definition',
    'string name, string definition, string helpFile',
    `string name, string definition, ${OPTIONS} options, string helpFile`,
  ],
  { 'string Definition': value, [`${OPTIONS} Options`]: options, 'string HelpFile': helpFile },
);
declare(
  'Variable',
  [
    'string name, System.Object value, string description',
    `string name, System.Object value, string description, ${OPTIONS} options`,
  ],
  { 'System.Object Value': value, 'string Description': description, [`${OPTIONS} Options`]: options },
);
declare('Application', ['string path'], { 'string Path': value });
declare('Script', ['string path'], { 'string Path': value });
declare('Type', ['string fileName'], { 'string FileName': value });
declare('Format', ['string fileName'], { 'string FileName': value });
declare('Assembly', ['string name', 'string name, string fileName'], { 'string FileName': value });

// ------------------------------------------------------------------ lists of entries

/** Found by their place, and by name: of one name there may be several. */
class EntryList extends PSList {
  readonly first: readonly PSValue[];
  constructor(type: NetType, list: PSValue[]) {
    super(list, 'IE', { typeNames: type.typeNames });
    this.first = [...list];
  }
}
const listOf = (self: PSValue): EntryList => {
  const inner = unwrap(self);
  if (inner instanceof EntryList) return inner;
  throw argumentNull('self');
};
const named = (name: PSValue | undefined): ((one: PSValue) => boolean) => {
  const wanted = text(name).toLowerCase();
  return (one) => dataOf(one).name.toLowerCase() === wanted;
};
const collectionTypes = new Map<string, NetType>();
function collectionType(element: string): NetType {
  const known = collectionTypes.get(element);
  if (known !== undefined) return known;
  const full = `${RUNSPACES}.${element}`;
  const result = `System.Collections.ObjectModel.Collection[${full}]`;
  const type = defineType(`${RUNSPACES}.InitialSessionStateEntryCollection\`1[[${full}, ${ASSEMBLY}]]`, {
    interfaces: ['System.Collections.IEnumerable'],
  });
  const without = (self: PSValue, drop: (one: PSValue) => boolean): undefined => {
    const list = listOf(self);
    list.items = list.items.filter((one) => !drop(one));
    return undefined;
  };
  addMembers(type, {
    'int Count': (self) => listOf(self).items.length,
    [`${full} get_Item(int index)`]: (self, index) => {
      const found = listOf(self).items[num(index)];
      if (found === undefined)
        throw argumentError(
          'Index was out of range. Must be non-negative and less than the size of the collection.',
          'index',
        );
      return found;
    },
    [`${result} get_Item(string name)`]: (self, name) =>
      collectionOf(listOf(self).items.filter(named(name)), requireType(full)),
    [`void Add(${full} item)`]: (self, item) => {
      if (item === undefined || item === null) throw argumentNull('item');
      listOf(self).items.push(item);
      return undefined;
    },
    [`void Add(System.Collections.Generic.IEnumerable[${full}] items)`]: (self, list) => {
      listOf(self).items.push(...items(list));
      return undefined;
    },
    'void Clear()': (self) => without(self, () => true),
    'void Reset()': (self) => {
      listOf(self).items = [...listOf(self).first];
      return undefined;
    },
    'void Remove(string name, System.Object type)': (self, name, of) => {
      const wanted = unwrap(of ?? null);
      const kind = wanted instanceof TypeObject ? wanted.type : undefined;
      const same = named(name);
      return without(self, (one) => same(one) && (kind === undefined || (unwrap(one) as NetObject).type === kind));
    },
    'void RemoveItem(int index)': (self, index) => {
      listOf(self).items.splice(num(index), 1);
      return undefined;
    },
    'void RemoveItem(int index, int count)': (self, index, count) => {
      listOf(self).items.splice(num(index), num(count));
      return undefined;
    },
    [`${type.fullName.replace(/\[\[.*$/, '')} Clone()`]: (self) =>
      new EntryList(
        type,
        listOf(self).items.map((one) => objectOf({ ...dataOf(one) })),
      ),
  });
  collectionTypes.set(element, type);
  return type;
}
const collection = (element: string, entries: readonly Entry[]): EntryList =>
  new EntryList(collectionType(element), entries.map(objectOf));

// ------------------------------------------------------------------ the state

export interface InitialState {
  readonly commands: EntryList;
  readonly variables: EntryList;
  readonly providers: EntryList;
  readonly environment: EntryList;
  readonly types: EntryList;
  readonly formats: EntryList;
  readonly assemblies: EntryList;
  /** A HashSet. */
  readonly startupScripts: PSValue;
  readonly modules: PSValue[];
  /** All modules in there are imported. */
  readonly moduleFolders: string[];
  readonly settings: Map<string, PSValue>;
  languageMode: LanguageMode;
}
const INITIAL = defineType(`${RUNSPACES}.InitialSessionState`);
export const initialOf = (given: PSValue | undefined): InitialState | undefined => {
  const inner = unwrap(given ?? null);
  return inner instanceof NetObject && inner.type === INITIAL ? (inner.data as InitialState) : undefined;
};
const own = (self: PSValue): InitialState => {
  const found = initialOf(self);
  if (found === undefined) throw argumentNull('self');
  return found;
};

/** The variables of PowerShell's own that are entries, with their descriptions; the rest is in every runspace. */
export const DESCRIBED: Readonly<Record<string, string>> = {
  $: '',
  '^': '',
  StackTrace: '',
  PSStyle: 'Configuration controlling how text is rendered.',
  OutputEncoding: 'The text encoding used when piping text to a native executable file',
  ConfirmPreference:
    'Dictates when confirmation should be requested. Confirmation is requested when the ConfirmImpact of the operation is equal to or greater than $ConfirmPreference. If $ConfirmPreference is None, actions will only be confirmed when Confirm is specified.',
  DebugPreference: 'Dictates the action taken when a Debug message is delivered',
  ErrorActionPreference: 'Dictates the action taken when an error message is delivered',
  ProgressPreference: 'Dictates the action taken when progress records are delivered',
  VerbosePreference: 'Dictates the action taken when a Verbose message is delivered',
  WarningPreference: 'Dictates the action taken when a Warning message is delivered',
  InformationPreference: 'Dictates the action taken when a command generates an item in the Information stream',
  ErrorView: 'Dictates the view mode to use when displaying errors',
  NestedPromptLevel: 'Dictates what type of prompt should be displayed for the current nesting level',
  WhatIfPreference: 'If true, WhatIf is considered to be enabled for all commands.',
  FormatEnumerationLimit: 'Dictates the limit of enumeration on formatting IEnumerable objects',
  PSEmailServer:
    'Variable to contain the name of the email server. This can be used instead of the HostName parameter in the Send-MailMessage cmdlet.',
  PSSessionOption: 'Default session options for new remote sessions',
  PSSessionConfigurationName: 'Name of the session configuration which will be loaded on the remote computer',
  PSSessionApplicationName: 'AppName where the remote connection will be established',
  IsLinux: '',
  IsMacOS: '',
  IsWindows: '',
  IsCoreCLR: '',
  PSNativeCommandUseErrorActionPreference:
    'If true, $ErrorActionPreference applies to native executables, so that non-zero exit codes will generate cmdlet-style errors governed by error action settings',
  PSNativeCommandArgumentPassing: 'Dictates how arguments are passed to native executables.',
};
/** What PowerShell tells of those that are in every runspace. */
export const ALWAYS_DESCRIBED: Readonly<Record<string, string>> = {
  '?': 'Status of last command',
  ExecutionContext: 'The run objects available to cmdlets',
  true: 'Boolean True',
  false: 'Boolean False',
  null: 'References to the null variable always return the null value. Assignments have no effect.',
  HOME: "Folder containing the current user's profile",
  Host: 'A reference to the host of the current runspace',
  MaximumHistoryCount: 'Maximum number of history objects to retain in a session',
  PID: 'Current process ID',
  PSCulture: 'Culture of the current PowerShell session',
  PSUICulture: 'UI culture of the current PowerShell session',
  PSDefaultParameterValues: 'Variable to hold all default <cmdlet:parameter, value> pairs',
  EnabledExperimentalFeatures: 'Variable to hold the enabled experimental feature names',
  PSEdition: 'Edition information for the current PowerShell session',
  PSHOME: 'Parent folder of the host application of the current runspace',
  PSVersionTable: 'Version information for current PowerShell session',
  ShellId: 'The ShellID identifies the current shell.  This is used by #Requires.',
};
const PLATFORM = new Set(['IsLinux', 'IsMacOS', 'IsWindows', 'IsCoreCLR']);
export const PROVIDERS = ['Alias', 'Environment', 'FileSystem', 'Function', 'Variable'];
export const CORE = 'Microsoft.PowerShell.Core';

function commandEntries(rt: Runtime, all: boolean): Entry[] {
  const out: Entry[] = [entry('Application', '*', '*'), entry('Script', '*', '*')];
  for (const [name, definition] of Object.entries(INITIAL_FUNCTIONS)) out.push(entry('Function', name, definition));
  for (const { name, definition, options: allowed } of rt.pristine().aliases?.values() ?? [])
    out.push(entry('Alias', name, definition, { options: allowed }));
  for (const { registration } of rt.commands.all()) {
    const { spec } = registration;
    if (spec.className === '' || (!all && spec.module !== CORE)) continue;
    const type = commandClass(spec.className);
    out.push(entry('Cmdlet', spec.name, typeObject(type), { helpFile: `${spec.module ?? ''}-Help.xml` }));
  }
  return out;
}
function variableEntries(rt: Runtime): Entry[] {
  const { variables } = rt.pristine();
  return Object.entries(DESCRIBED).map(([name, told]) =>
    entry('Variable', name, variables.get(name.toLowerCase())?.read() ?? null, {
      description: told,
      options: PLATFORM.has(name) ? { readOnly: true, allScope: true } : name === 'PSStyle' ? { constant: true } : {},
    }),
  );
}
/** A set of names of files. */
function scripts(files: readonly PSValue[]): PSValue {
  const type = requireGeneric('System.Collections.Generic.HashSet', [STRING]);
  const made = construct(runtime(), type, [typedArray([...files], STRING)]);
  if (made instanceof Promise) throw new Error('a set is made at once');
  return made as PSValue;
}
function make(from: 'nothing' | 'core' | 'all'): PSValue {
  const rt = runtime();
  const whole = from !== 'nothing';
  return new NetObject<InitialState>(INITIAL, {
    commands: collection('SessionStateCommandEntry', whole ? commandEntries(rt, from === 'all') : []),
    variables: collection('SessionStateVariableEntry', whole ? variableEntries(rt) : []),
    providers: collection(
      'SessionStateProviderEntry',
      whole
        ? PROVIDERS.map((name) =>
            entry('Provider', name, typeObject(defineType(`Microsoft.PowerShell.Commands.${name}Provider`)), {
              helpFile: `${AUTOMATION}.dll-Help.xml`,
            }),
          )
        : [],
    ),
    environment: collection('SessionStateVariableEntry', []),
    types: collection('SessionStateTypeEntry', []),
    formats: collection('SessionStateFormatEntry', []),
    assemblies: collection('SessionStateAssemblyEntry', []),
    startupScripts: scripts([]),
    modules: [],
    moduleFolders: [],
    settings: new Map(),
    languageMode: whole ? 'FullLanguage' : 'NoLanguage',
  });
}
const copied = (list: EntryList): EntryList =>
  new EntryList(
    requireType(list.typeNames[0] ?? ''),
    list.items.map((one) => objectOf({ ...dataOf(one) })),
  );
/** A runspace keeps what the lists say when it is made, not what becomes of them. */
export function copyOfState(state: InitialState): InitialState {
  return {
    commands: copied(state.commands),
    variables: copied(state.variables),
    providers: copied(state.providers),
    environment: copied(state.environment),
    types: copied(state.types),
    formats: copied(state.formats),
    assemblies: copied(state.assemblies),
    startupScripts: scripts(enumerate(state.startupScripts) ?? []),
    modules: [...state.modules],
    moduleFolders: [...state.moduleFolders],
    settings: new Map(state.settings),
    languageMode: state.languageMode,
  };
}
const list = (element: string): string => `${RUNSPACES}.InitialSessionStateEntryCollection[${RUNSPACES}.${element}]`;
const NAME = `${RUNSPACES}.InitialSessionState`;
/** What is kept as it was set, with what it is before that. */
const SETTINGS: readonly (readonly [type: string, name: string, before: () => PSValue])[] = [
  ['bool', 'ThrowOnRunspaceOpenError', () => false],
  ['bool', 'UseFullLanguageModeInDebugger', () => false],
  ['bool', 'DisableFormatUpdates', () => false],
  ['string', 'TranscriptDirectory', () => null],
  [`${RUNSPACES}.PSThreadOptions`, 'ThreadOptions', () => enumOf(`${RUNSPACES}.PSThreadOptions`, 'Default')],
  ['System.Threading.ApartmentState', 'ApartmentState', () => enumOf('System.Threading.ApartmentState', 'Unknown')],
  [
    'Microsoft.PowerShell.ExecutionPolicy',
    'ExecutionPolicy',
    () => enumOf('Microsoft.PowerShell.ExecutionPolicy', 'Restricted'),
  ],
];
addMembers(INITIAL, {
  [`static ${NAME} Create()`]: () => make('nothing'),
  [`static ${NAME} CreateDefault()`]: () => make('all'),
  [`static ${NAME} CreateDefault2()`]: () => make('core'),
  [`${NAME} Clone()`]: (self) => new NetObject<InitialState>(INITIAL, copyOfState(own(self))),
  [`${list('SessionStateVariableEntry')} Variables`]: (self) => own(self).variables,
  [`${list('SessionStateVariableEntry')} EnvironmentVariables`]: (self) => own(self).environment,
  [`${list('SessionStateCommandEntry')} Commands`]: (self) => own(self).commands,
  [`${list('SessionStateProviderEntry')} Providers`]: (self) => own(self).providers,
  [`${list('SessionStateTypeEntry')} Types`]: (self) => own(self).types,
  [`${list('SessionStateFormatEntry')} Formats`]: (self) => own(self).formats,
  [`${list('SessionStateAssemblyEntry')} Assemblies`]: (self) => own(self).assemblies,
  'System.Collections.Generic.HashSet[string] StartupScripts': (self) => own(self).startupScripts,
  'System.Object Modules': (self) =>
    new PSList([...own(self).modules], 'LST', {
      typeNames: requireGeneric('System.Collections.ObjectModel.ReadOnlyCollection', [
        requireType('Microsoft.PowerShell.Commands.ModuleSpecification'),
      ]).typeNames,
    }),
  [`${AUTOMATION}.PSLanguageMode LanguageMode`]: (self) =>
    enumOf(`${AUTOMATION}.PSLanguageMode`, own(self).languageMode),
  'set LanguageMode': (self, mode) => {
    const wanted = toText(mode ?? null);
    own(self).languageMode = LANGUAGE_MODES.find((one) => one === wanted) ?? 'FullLanguage';
    return undefined;
  },
  'void ImportPSModule(Params string[] name)': (self, names) => {
    if (names === undefined || names === null) throw argumentNull('name');
    own(self).modules.push(...items(names));
    return undefined;
  },
  'void ImportPSModulesFromPath(string path)': (self, folder) => {
    own(self).moduleFolders.push(text(folder));
    return undefined;
  },
  ...Object.fromEntries(
    SETTINGS.flatMap(([type, name, before]): [string, MemberBody][] => [
      [`${type} ${name}`, (self) => own(self).settings.get(name) ?? before()],
      [
        `set ${name}`,
        (self, set) => {
          own(self).settings.set(
            name,
            convertTo(
              set ?? null,
              requireType(
                name === 'TranscriptDirectory'
                  ? 'System.String'
                  : typeof before() === 'boolean'
                    ? 'System.Boolean'
                    : type,
              ),
            ),
          );
          return undefined;
        },
      ],
    ]),
  ),
});
export { dataOf as entryOf };
