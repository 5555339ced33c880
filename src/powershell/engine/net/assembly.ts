/** System.Reflection.Assembly: known by its full name; what scripts ask of it is its name and types by name. */
import { existsSync } from 'node:fs';
import nodePath from 'node:path';
import type { PSValue } from '../../../protocol/objects/index.js';
import { convertTo } from '../conversion.js';
import { attributeObject } from '../runtime/attribute-objects.js';
import { internalType } from '../runtime/internal-members.js';
import { implement } from '../values/bodies.js';
import { typedArray, typeObject, TypeObject, unwrap } from '../values/live.js';
import { addMembers, findType, type NetType, requireType } from '../values/net-type.js';
import { assemblyOf, resolveTypeText, VERSION } from '../values/types.js';
import { argumentError, argumentNull, dataOf, net, notSupported, text, throwNet, currentFolder } from './support.js';
import { frameworkAssembly } from './framework-assemblies.js';
import { surfaceNames } from './surface/index.js';
import { TYPE_ACCELERATORS } from './type-accelerators.js';

const ASSEMBLY = 'System.Reflection.Assembly';
const NAME = 'System.Reflection.AssemblyName';
const own = (self: PSValue): string => dataOf<string>(self);
/** Where the classes of scripts are. */
const CLASSES = 'PowerShell Class Assembly';
/** Classes that only reflection finds. */
const HIDDEN: readonly NetType[] = [TYPE_ACCELERATORS];

function typeIn(assembly: string, name: PSValue | undefined, throwOnError: boolean, ignoreCase: boolean): PSValue {
  if (name === undefined || name === null) throw argumentNull('name');
  const wanted = text(name);
  const same = (one: NetType): boolean =>
    ignoreCase ? one.fullName.toLowerCase() === wanted.toLowerCase() : one.fullName === wanted;
  const found = HIDDEN.find(same) ?? internalType(wanted) ?? resolveTypeText(wanted);
  if (found !== undefined && same(found) && assemblyOf(found) === assembly) return typeObject(found);
  if (throwOnError)
    throw throwNet('System.TypeLoadException', `Could not resolve type '${wanted}' in assembly '${assembly}'.`);
  return null;
}
const unknown = (what: string, end: string): Error =>
  throwNet(
    'System.IO.FileNotFoundException',
    `Could not load file or assembly '${what}'. The system cannot find the file specified.${end}`,
  );
/** One of PowerShell's own by its simple or full name. */
const byName = (name: string): string | undefined => frameworkAssembly((name.split(',')[0] ?? '').trim());
function load(name: PSValue): PSValue {
  if (name === null) throw argumentNull('assemblyString');
  const found = byName(text(name));
  if (found === undefined) {
    const full = text(name).includes(',') ? text(name) : `${text(name)}, Culture=neutral, PublicKeyToken=null`;
    throw unknown(full, '\n');
  }
  return net(ASSEMBLY, found);
}
/** An assembly's file: one of PowerShell's own is known by its name, code of others cannot run here. */
function loadFile(path: PSValue, end: string): PSValue {
  if (path === null) throw argumentNull('assemblyFile');
  const place = nodePath.resolve(currentFolder(), text(path));
  if (!existsSync(place)) throw unknown(place, end);
  const found = frameworkAssembly(nodePath.basename(place).replace(/\.dll$/i, ''));
  if (found === undefined)
    throw throwNet(
      'System.NotSupportedException',
      `'${place}' cannot be loaded: this engine does not run compiled .NET code.`,
    );
  return net(ASSEMBLY, found);
}
implement(ASSEMBLY, () => ({
  ToString: (self) => own(self),
  'static LoadWithPartialName': (_self, name) => {
    if (name === null) throw argumentNull('partialName');
    const found = byName(text(name));
    return found === undefined ? null : net(ASSEMBLY, found);
  },
  'static Load(string)': (_self, name) => load(name),
  'static LoadFrom(string)': (_self, path) => loadFile(path, '\n'),
  'static UnsafeLoadFrom': (_self, path) => loadFile(path, '\n'),
  'static LoadFile(string)': (_self, path) => {
    const place = text(path);
    if (!nodePath.isAbsolute(place)) throw argumentError(`Path "${place}" is not an absolute path.`, 'path');
    return loadFile(place, '');
  },
  'static GetAssembly': (_self, type) => {
    const inner = unwrap(type ?? null);
    if (!(inner instanceof TypeObject)) throw argumentNull('type');
    return net(ASSEMBLY, assemblyOf(inner.type));
  },
}));
implement(NAME, () => ({
  'new(string)': (_self, name) => net(NAME, text(name)),
  ToString: (self) => own(self),
}));

const simpleName = (self: PSValue): string => own(self).split(',')[0] ?? '';
const part = (self: PSValue, name: string): string => new RegExp(`${name}=([^,]*)`).exec(own(self))?.[1] ?? '';

/** Those of its types that are known here. */
function typesIn(self: PSValue): PSValue {
  const name = own(self);
  const found = surfaceNames().flatMap((one) => {
    const type = findType(one);
    return type !== undefined && assemblyOf(type) === name ? [typeObject(type)] : [];
  });
  return typedArray(found, requireType('System.Type'));
}
/** Members of Assembly and AssemblyName, which the surface has by name only. */
export function declareAssembly(): void {
  addMembers(requireType(ASSEMBLY), {
    'string FullName': own,
    'System.Collections.Generic.IEnumerable[type] ExportedTypes': typesIn,
    'type[] GetTypes()': typesIn,
    'type[] GetExportedTypes()': typesIn,
    'bool IsDynamic': (self) => simpleName(self) === CLASSES,
    'bool ReflectionOnly': () => false,
    'bool GlobalAssemblyCache': () => false,
    'type GetType(string name)': (self, name) => typeIn(own(self), name, false, false),
    'type GetType(string name, bool throwOnError)': (self, name, fail) => typeIn(own(self), name, fail === true, false),
    'type GetType(string name, bool throwOnError, bool ignoreCase)': (self, name, fail, ignoreCase) =>
      typeIn(own(self), name, fail === true, ignoreCase === true),
    [`${NAME} GetName()`]: (self) => net(NAME, own(self)),
    'System.Object[] GetCustomAttributes(bool inherit)': (self) => {
      if (simpleName(self) !== CLASSES)
        throw notSupported('The attributes of .NET types are not available in this engine.');
      return [attributeObject('DynamicClassImplementationAssembly', {})];
    },
    'bool Equals(System.Object o)': (self, other) => other !== undefined && other !== null && text(other) === own(self),
  });
  addMembers(requireType(NAME), {
    'string FullName': own,
    'string Name': simpleName,
    'version Version': (self) => convertTo(part(self, 'Version'), VERSION),
    'string CultureName': (self) => part(self, 'Culture').replace('neutral', ''),
  });
}
