/** What PowerShell's own assembly tells scripts of the system, and the null that is a text: Platform, NullString. */
import { NetObject, WithText } from '../values/live.js';
import { addMembers, defineType } from '../values/net-type.js';

const SPACE = 'System.Management.Automation';
const FACTS = {
  IsCoreCLR: true,
  IsIoT: false,
  IsLinux: process.platform === 'linux',
  IsMacOS: process.platform === 'darwin',
  IsNanoServer: false,
  IsStaSupported: process.platform === 'win32',
  IsWindows: process.platform === 'win32',
  IsWindowsDesktop: process.platform === 'win32',
} as const;
const PLATFORM = defineType(`${SPACE}.Platform`, { staticClass: true });
for (const [name, value] of Object.entries(FACTS)) addMembers(PLATFORM, { [`static bool ${name}`]: () => value });

/** Where a script wants a text it is the empty one; it is not `$null`. */
class NullText extends WithText {
  override toString(): string {
    return '';
  }
}
const NULL_STRING = defineType(`${SPACE}.Language.NullString`);
const VALUE = new NetObject(NULL_STRING, new NullText());
addMembers(NULL_STRING, { [`static ${SPACE}.Language.NullString Value`]: () => VALUE, 'string ToString()': () => '' });
