/** `StringDecorated`: a text that tells how long it is without its escape sequences, and gives itself without them. */
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import { toText } from '../conversion.js';
import { active } from '../runtime/members.js';
import { NetThrow } from '../values/exceptions.js';
import { NetObject, unwrap } from '../values/live.js';
import { defineType } from '../values/net-type.js';
import { isDecorated, plainText } from './cells.js';

const own = (self: PSValue): string => (unwrap(self) as NetObject<string>).data;
/** `$PSStyle.OutputRendering` of the session that asks, in lower case. */
function rendering(): string {
  const style = active.runtime?.global.find('psstyle')?.value;
  return style instanceof PSObject ? toText(style.get('OutputRendering') ?? null).toLowerCase() : '';
}
const TYPE = defineType(
  'System.Management.Automation.Internal.StringDecorated',
  {},
  {
    'new(string text)': (_self, text) => new NetObject(TYPE, toText(text ?? null)),
    'bool IsDecorated': (self) => isDecorated(own(self)),
    'int ContentLength': (self) => plainText(own(self)).length,
    'string ToString()': (self) => (rendering() === 'plaintext' ? plainText(own(self)) : own(self)),
    'string ToString(System.Management.Automation.OutputRendering outputRendering)': (self, wanted) => {
      const mode = toText(wanted ?? null);
      if (mode === 'Host')
        throw new NetThrow('System.ArgumentException', "Only 'ANSI' or 'PlainText' is supported for this method.");
      return mode === 'PlainText' ? plainText(own(self)) : own(self);
    },
  },
);
