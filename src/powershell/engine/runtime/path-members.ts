/** `$ExecutionContext.SessionState.Path`: paths as the session means them, and where it stands. */
import nodePath from 'node:path';
import { PSList, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { andThen, drive, type Pending, settle, type Steps } from '../pending.js';
import { PSReference } from '../values/live.js';
import { addMembers, requireType } from '../values/net-type.js';
import { collectionOf, STRING } from '../values/types.js';
import type { Frame } from './frame.js';
import { getProperty } from './members.js';
import { asker, first, nothing, triedAt } from './own-commands.js';

const AUTOMATION = 'System.Management.Automation';
const put = (target: PSValue | undefined, value: PSValue): void => {
  if (target instanceof PSReference) target.put(value);
};
/** The paths that a pattern means, as their provider knows them; the provider goes into a reference. */
export const providerPaths = (frame: Frame, path: PSValue, provider: PSValue): Pending<PSValue> =>
  drive(resolved(frame, path, provider));
function* resolved(frame: Frame, path: PSValue, provider: PSValue): Steps<PSValue> {
  const { items } = yield* settle(triedAt(frame, 'Resolve-Path', { Path: path }));
  const out: PSValue[] = [];
  for (const item of items) out.push(yield* settle(getProperty(frame.rt, item, 'ProviderPath')));
  put(provider, frame.rt.placeAt(frame, toText(path)).provider);
  return collectionOf(out, STRING);
}
const DRIVE = /^([^:\\/]+):(?!:)/;
const isSeparator = nodePath.sep === '/' ? /\\/g : /\//g;
const inOurWay = (path: string): string => path.replace(isSeparator, nodePath.sep);
/** The drive that a path names, and whether it says where it begins. */
function absolute(frame: Frame, path: string): { readonly isAbsolute: boolean; readonly drive: Pending<PSValue> } {
  const named = DRIVE.exec(path)?.[1];
  if (named !== undefined) return { isAbsolute: true, drive: named };
  const drive = getProperty(frame.rt, frame.rt.placeAt(frame, path).drive, 'Name');
  return { isAbsolute: nodePath.isAbsolute(path), drive };
}

addMembers(requireType(`${AUTOMATION}.PathIntrinsics`), {
  [`${AUTOMATION}.PathInfo CurrentLocation`]: () => asker().rt.currentPath(),
  [`${AUTOMATION}.PathInfo CurrentFileSystemLocation`]: () =>
    first(triedAt(asker(), 'Get-Location', { PSProvider: 'FileSystem' })),
  [`${AUTOMATION}.PathInfo CurrentProviderLocation(string providerName)`]: (_self, provider = null) =>
    first(triedAt(asker(), 'Get-Location', { PSProvider: provider })),
  'string GetUnresolvedProviderPathFromPSPath(string path)': (_self, path = null) =>
    asker().rt.placeAt(asker(), toText(path)).path,
  [`string GetUnresolvedProviderPathFromPSPath(string path, [ref] ${AUTOMATION}.ProviderInfo provider, [ref] ${AUTOMATION}.PSDriveInfo drive)`]:
    (_self, given = null, provider = null, driveOfIt = null) => {
      const place = asker().rt.placeAt(asker(), toText(given));
      put(provider, place.provider);
      put(driveOfIt, place.drive);
      return place.path;
    },
  [`System.Collections.ObjectModel.Collection[string] GetResolvedProviderPathFromPSPath(string path, [ref] ${AUTOMATION}.ProviderInfo provider)`]:
    (_self, path = null, provider = null) => providerPaths(asker(), path, provider),
  'System.Collections.ObjectModel.Collection[string] GetResolvedProviderPathFromProviderPath(string path, string providerId)':
    (_self, path = null, provider = null) => providerPaths(asker(), `${toText(provider)}::${toText(path)}`, null),
  [`System.Collections.ObjectModel.Collection[${AUTOMATION}.PathInfo] GetResolvedPSPathFromPSPath(string path)`]: (
    _self,
    path = null,
  ) =>
    andThen(triedAt(asker(), 'Resolve-Path', { Path: path }), ({ items }) =>
      collectionOf([...items], requireType(`${AUTOMATION}.PathInfo`)),
    ),
  'bool IsProviderQualified(string path)': (_self, path = null) => /^[\w.\\]+::/.test(toText(path)),
  'bool IsPSAbsolute(string path, [ref] string driveName)': (_self, path = null, name = null) => {
    const { isAbsolute, drive: named } = absolute(asker(), toText(path));
    return andThen(named, (found) => {
      put(name, found);
      return isAbsolute;
    });
  },
  'bool IsValid(string path)': (_self, path = null) => {
    const text = toText(path);
    if (text !== '') asker().rt.placeAt(asker(), text);
    return !text.includes('\0');
  },
  'string Combine(string parent, string child)': (_self, parent = null, child = null) => {
    const [from, to] = [inOurWay(toText(parent)), inOurWay(toText(child))];
    if (from === '') return to;
    const folder = from.endsWith(nodePath.sep) ? from : from + nodePath.sep;
    return folder + (to.startsWith(nodePath.sep) ? to.slice(1) : to);
  },
  'string ParseParent(string path, string root)': (_self, path = null) => {
    const text = inOurWay(toText(path)).replace(/(?!^)[\\/]+$/, '');
    return text.slice(0, Math.max(0, text.lastIndexOf(nodePath.sep)));
  },
  'string ParseChildName(string path)': (_self, path = null) => {
    const text = inOurWay(toText(path)).replace(/[\\/]+$/, '');
    return text.slice(text.lastIndexOf(nodePath.sep) + 1);
  },
  'string NormalizeRelativePath(string path, string basePath)': (_self, path = null, base = null) => {
    const { rt } = asker();
    return nodePath.relative(rt.placeAt(asker(), toText(base)).path, rt.placeAt(asker(), toText(path)).path);
  },
  [`${AUTOMATION}.PathInfo SetLocation(string path)`]: (_self, path = null) =>
    first(triedAt(asker(), 'Set-Location', { Path: path, PassThru: true })),
  'void PushCurrentLocation(string stackName)': (_self, stack = null) =>
    nothing(triedAt(asker(), 'Push-Location', toText(stack) === '' ? {} : { StackName: stack })),
  [`${AUTOMATION}.PathInfo PopLocation(string stackName)`]: (_self, stack = null) =>
    first(triedAt(asker(), 'Pop-Location', { PassThru: true, ...(toText(stack) === '' ? {} : { StackName: stack }) })),
  [`${AUTOMATION}.PathInfoStack LocationStack(string stackName)`]: (_self, stack = null) =>
    andThen(
      triedAt(asker(), 'Get-Location', toText(stack) === '' ? { Stack: true } : { StackName: stack }),
      ({ items }) => new PSList([...items]),
    ),
});
