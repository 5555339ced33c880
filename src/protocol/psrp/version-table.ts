/** The `PSVersionTable` that both sides tell each other in their dictionaries. protocol.md 3.3 */
import { PSDictionary, PSList, PSVersion, TYPE_NAMES, type PSValue } from '../objects/index.js';
import { asPSVersion, asProtocolVersion, type ProtocolVersion } from './protocol-version.js';
import { unwrap } from './property-reader.js';

const VERSION_ARRAY = ['System.Version[]', 'System.Array', 'System.Object'];
const COMPATIBLE: readonly (readonly [number, number])[] = [
  [1, 0],
  [2, 0],
  [3, 0],
  [4, 0],
  [5, 0],
  [5, 1],
  [6, 0],
  [7, 0],
];

/** A dictionary that PowerShell takes as PSPrimitiveDictionary. */
export function primitiveDictionary(entries: Iterable<readonly [string, PSValue]> = []): PSDictionary {
  return new PSDictionary(entries, { typeNames: TYPE_NAMES.primitiveDictionary });
}

/** Tables that were told before: few are different, and an endpoint tells the same one to thousands. */
const told = new Map<string, PSDictionary>();
const MOST_TOLD = 16;

/** @param psVersion `7.4.0` for one: the engine that the other side is to think of. */
export function versionTable(protocolVersion: ProtocolVersion, psVersion: string): PSDictionary {
  const key = `${psVersion} ${String(asPSVersion(protocolVersion))}`;
  const known = told.get(key);
  if (known !== undefined) return known;
  if (told.size >= MOST_TOLD) told.clear();
  const made = makeVersionTable(protocolVersion, psVersion);
  told.set(key, made);
  return made;
}

function makeVersionTable(protocolVersion: ProtocolVersion, psVersion: string): PSDictionary {
  const [major = 7, minor = 0, build = -1] = psVersion.split('.').map(Number);
  return primitiveDictionary([
    ['PSVersion', new PSVersion(major, minor, build)],
    ['PSEdition', major >= 6 ? 'Core' : 'Desktop'],
    [
      'PSCompatibleVersions',
      new PSList(
        COMPATIBLE.filter(([a, b]) => a < major || (a === major && b <= minor)).map(([a, b]) => new PSVersion(a, b)),
        'LST',
        { typeNames: VERSION_ARRAY },
      ),
    ],
    ['PSRemotingProtocolVersion', asPSVersion(protocolVersion)],
    ['SerializationVersion', new PSVersion(1, 1, 0, 1)],
    ['WSManStackVersion', new PSVersion(3, 0)],
  ]);
}

/** `data`, with a version table where it has none. The dictionary given is not changed. */
export function withVersionTable(
  data: PSDictionary | undefined,
  protocolVersion: ProtocolVersion,
  psVersion: string,
): PSDictionary {
  const result = primitiveDictionary();
  for (const [key, value] of data?.entries() ?? []) result.append(key, value);
  if (!result.hasEntry('PSVersionTable')) result.append('PSVersionTable', versionTable(protocolVersion, psVersion));
  return result;
}

/** The protocol version that a server's private data names: what its features are judged by. */
export function protocolVersionOf(data: PSDictionary | null): ProtocolVersion | undefined {
  const table = data?.getEntry('PSVersionTable');
  if (!(table instanceof PSDictionary)) return undefined;
  const version = unwrap(table.getEntry('PSRemotingProtocolVersion') ?? null);
  return version instanceof PSVersion ? asProtocolVersion(version) : undefined;
}
