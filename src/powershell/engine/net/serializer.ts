/** System.Management.Automation.PSSerializer: CLIXML of values, and values of it. */
import { decodeDocumentInPieces, encodeDocumentInPieces } from '../../../protocol/clixml/index.js';
import { PSSessionError } from '../../../protocol/errors/index.js';
import type { PSValue } from '../../../protocol/objects/index.js';
import { andThen, drive, type Pending, settle, type Steps, ticking } from '../pending.js';
import { toWireLong } from '../runtime/wire.js';
import { indentedXml } from '../text/xml-indent.js';
import { defineType } from '../values/net-type.js';
import { rehydrated } from '../runtime/rehydrate.js';
import { STORED_SECRETS } from './security.js';
import { num, runtime, text, throwNet } from './support.js';

const DEFAULT_DEPTH = 1;
const serialize = (value: PSValue | undefined, depth: number): Pending<PSValue> => drive(serializeSteps(value, depth));
function* serializeSteps(value: PSValue | undefined, depth: number): Steps<PSValue> {
  const tick = ticking();
  const data = yield* settle(toWireLong(runtime(), value ?? null, depth));
  const bytes = yield* encodeDocumentInPieces([data], { depth, ...STORED_SECRETS }, runtime().ticker);
  return yield* indentedXml(new TextDecoder('utf-8').decode(bytes), tick);
}
function* deserialize(source: PSValue | undefined): Steps<readonly PSValue[]> {
  try {
    const entries = yield* decodeDocumentInPieces(text(source), STORED_SECRETS, runtime().ticker);
    return entries.map(({ value }) => rehydrated(value));
  } catch (error) {
    if (!(error instanceof PSSessionError)) throw error;
    throw throwNet('System.Xml.XmlException', error.message);
  }
}
defineType(
  'System.Management.Automation.PSSerializer',
  {},
  {
    'static string Serialize(System.Object source)': (_self, value) => serialize(value, DEFAULT_DEPTH),
    'static string Serialize(System.Object source, int depth)': (_self, value, depth) => serialize(value, num(depth)),
    'static System.Object Deserialize(string source)': (_self, source) =>
      andThen(drive(deserialize(source)), (values) => (values.length === 1 ? (values[0] ?? null) : [...values])),
    'static System.Object[] DeserializeAsList(string source)': (_self, source) =>
      andThen(drive(deserialize(source)), (values) => [...values]),
  },
);
