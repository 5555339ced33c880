/** Members of .NET types that scripts call; each file declares those of one family. */
import { notSupported, runtime } from './support.js';
import { PSDateTime, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { convertTo, hooks, toText } from '../conversion.js';
import { enumerate, type ExtraMember, hooks2, builtInTypeData } from '../runtime/members.js';
import { currentDates } from '../culture/culture.js';
import { formatDate } from '../text/date-format.js';
import { constructorFor, takesItems } from '../values/conversion-rank.js';
import { typeObject, unwrap } from '../values/live.js';
import { resolveTypeText, typeOf } from '../values/types.js';
import './automation.js';
import { declarePSObject, propertySetOf, psObjectOf, typeNameList } from './member-infos.js';
import './exceptions.js';
import './object.js';
import './array.js';
import { declareAssembly } from './assembly.js';
import './char.js';
import './default-parameter-table.js';
import './dictionaries.js';
import './views.js';
import './comparer-objects.js';
import './queues.js';
import { declareEnumerator } from './lists.js';
import { newRegex } from './regex.js';
import './security.js';
import './priority-queue.js';
import './sets.js';
import './system.js';
import './text.js';
import './network.js';
import './streams/memory-stream.js';
import './streams/text-reader.js';
import './streams/text-writer.js';
import './streams/binary.js';
import './streams/buffered-stream.js';
import './constants.js';
import './xml.js';
import './xml-writer.js';
import './xml-reader.js';
import './xml-convert.js';
import './xml-linq.js';
import './big-integer.js';
import './complex.js';
import './convert.js';
import './calendar.js';
import './culture.js';
import './culture-formats.js';
import './date-kin.js';
import './time-zones.js';
import './date-time.js';
import './time-span.js';
import './file-stream.js';
import { type Room, roomOf } from './drive-info.js';
import { placeOf } from './files.js';
import './file-watcher.js';
import './timers.js';
import './bit-array.js';
import './bits.js';
import './compression.js';
import './zip-archive.js';
import './cryptography/symmetric.js';
import './cryptography/sealed.js';
import './cryptography/certificates.js';
import './delegates.js';
import './serializer.js';
import './text-elements.js';
import './threading.js';
import './tasks.js';
import './http/http-message.js';
import './http/http-client.js';
import './http/web-client.js';
import './sockets/sockets.js';
import './data/data-table.js';
import './sockets/ping.js';
import './mail.js';
import './query-string.js';
import './host/console-read-line.js';
import './host/powershell-object.js';
import './host/debugger-object.js';
import './host/pipeline-object.js';
import { uriFault, uriText } from './identity.js';
import './linq.js';
import './math.js';
import './numbers.js';
import './vectors.js';
import './wide-numbers.js';
import './platform.js';
import { fileTypeData } from '../commands/items/file-item.js';
import { processTypeData } from './process.js';
import './process-start.js';
import './process-wide.js';
import './principals.js';
import './drawing.js';
import './windows-only.js';
import './small-kinds.js';
import './string.js';
import { declareCommandMetadata } from './command-metadata.js';
import { declareLanguageTree } from './language-tree.js';
import './ps-parser.js';
import '../runtime/named-types.js';
import './semantic-version.js';
import './reflection.js';

/** Views of an array or a text: here they are what they look at. */
const VIEWS = /^System\.(?:ReadOnly)?(?:Span|Memory)`1$/;
hooks.convertByConstructor = (value, type, mayWait) => {
  if (VIEWS.test(type.definition?.name ?? '')) {
    const viewed = unwrap(value);
    return Array.isArray(viewed) || viewed instanceof Uint8Array || typeof viewed === 'string' ? value : undefined;
  }
  const from = typeOf(unwrap(value));
  const found = from === undefined ? undefined : constructorFor(from, type);
  const [parameter] = found?.parameters ?? [];
  if (found === undefined || parameter === undefined) return undefined;
  const wanted = resolveTypeText(parameter.type);
  const argument = wanted === undefined ? value : convertTo(value, wanted);
  const made = runtime().atOnce(() => found.body(typeObject(type), argument));
  if (made instanceof Promise && !mayWait)
    throw notSupported(
      `The constructor of ${type.name} cannot wait inside a conversion. Use [${type.name}]::new() instead.`,
    );
  return made;
};
hooks.atOnce = (work) => {
  const rt = runtime();
  const outer = rt.inTry;
  // What fails inside is the conversion's failure, not a statement's.
  rt.inTry = true;
  try {
    return rt.atOnce(work);
  } finally {
    rt.inTry = outer;
  }
};
hooks.uriText = uriText;
hooks.uriFault = uriFault;
hooks.newRegex = newRegex;
hooks.items = (value) => (typeof value === 'string' ? undefined : enumerate(value));
hooks.takesItems = takesItems;
hooks.ofItems = (type, list) =>
  type.constructors
    .find(({ parameters }) => parameters.length === 1 && parameters[0]?.type.includes('[') === true)
    ?.body(typeObject(type), list);
builtInTypeData.set(
  'system.collections.dictionaryentry',
  new Map([['name', { kind: 'AliasProperty', name: 'Name', target: 'Key' } as const]]),
);
const nativeProperty = (type: string, name: string, get: (self: PSValue) => PSValue, isNote = false): void => {
  const lower = type.toLowerCase();
  const table = builtInTypeData.get(lower) ?? new Map<string, ExtraMember>();
  builtInTypeData.set(
    lower,
    table.set(name.toLowerCase(), { kind: 'NativeProperty', name, get, ...(isNote ? { isNote } : {}) }),
  );
};
nativeProperty('System.DateTime', 'DateTime', (self) => {
  const date = unwrap(self);
  const hint = self instanceof PSObject ? self.extended?.get('DisplayHint') : undefined;
  const wanted = hint === undefined ? '' : toText(hint).toLowerCase();
  if (!(date instanceof PSDateTime)) return null;
  const dates = currentDates();
  if (wanted === 'date') return formatDate(date, 'D', dates);
  const time = formatDate(date, 'T', dates);
  return wanted === 'time' ? time : `${formatDate(date, 'D', dates)} ${time}`;
});
nativeProperty('System.Guid', 'Guid', (self) => toText(unwrap(self)));
for (const [name, part] of [
  ['Used', ({ total, available }) => total - available],
  ['Free', ({ available }) => available],
] as const satisfies [string, (room: Room) => bigint][])
  nativeProperty('System.Management.Automation.PSDriveInfo', name, (self) => {
    const drive = unwrap(self);
    const provider = drive instanceof PSObject ? drive.get('Provider') : undefined;
    const found =
      toText(provider ?? null).endsWith('FileSystem') && drive instanceof PSObject
        ? roomOf(toText(drive.get('Root') ?? null))
        : undefined;
    return found === undefined ? null : part(found);
  });
builtInTypeData.set('system.diagnostics.process', processTypeData());
for (const isDirectory of [true, false])
  for (const name of [
    'Mode',
    'ModeWithoutHardLink',
    ...(isDirectory ? [] : ['VersionInfo']),
    'BaseName',
    'ResolvedTarget',
    'Target',
    'LinkType',
    ...(process.platform === 'win32' ? [] : ['UnixMode', 'User', 'Group', 'Size']),
  ])
    nativeProperty(isDirectory ? 'System.IO.DirectoryInfo' : 'System.IO.FileInfo', name, (self) =>
      fileTypeData(placeOf(self), isDirectory, name),
    );
nativeProperty('System.Net.IPAddress', 'IPAddressToString', (self) => toText(unwrap(self)));
nativeProperty('System.Management.Automation.ErrorRecord', 'PSMessageDetails', () => null);
hooks2.psObject = psObjectOf;
hooks2.typeNames = typeNameList;
hooks2.propertySet = propertySetOf;
declarePSObject();
declareEnumerator();
declareAssembly();
declareCommandMetadata();
declareLanguageTree();
