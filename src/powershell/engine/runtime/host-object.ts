/** `$Host`, as far as it is data: what a script reads of the host that runs it. */
import { PropertyBag, PSObject, PSVersion, type PSValue } from '../../../protocol/objects/index.js';
import type { Runtime } from './runtime.js';

/** The host of the pipeline that runs now. */
export function hostObject(rt: Runtime): PSValue {
  const [major = 0, minor = 0, build] = rt.host.version.split('.').map(Number);
  const properties = new PropertyBag();
  properties.append('Name', rt.host.name);
  properties.append('Version', new PSVersion(major, minor, build));
  properties.append('InstanceId', rt.id);
  return new PSObject({
    typeNames: ['System.Management.Automation.Internal.Host.InternalHost', 'System.Object'],
    extended: properties,
  });
}
