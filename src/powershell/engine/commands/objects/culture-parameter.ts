/** -Culture of the commands that compare: the name of a culture, or its number (`0x419`, `1049`). */
import type { ParameterSpec } from '../../command-api.js';
import type { PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { currentCulture } from '../../culture/culture.js';
import { byId, culture } from '../../net/culture.js';
import type { EngineCommandContext } from '../engine-services.js';
import { parameter } from '../support/command-spec.js';

export const CULTURE: ParameterSpec = {
  ...parameter('Culture', 'String'),
  accept(value) {
    cultureName(value);
  },
};
function cultureName(value: PSValue): string {
  const name = value === null ? '' : toText(value);
  const number = /^\s*(?:0x([\da-f]{1,8})|([\d,]*\d[\d,]*))\s*$/i.exec(name);
  if (number === null) return toText(culture(name));
  return byId(number[1] === undefined ? Number(number[2]?.replaceAll(',', '')) : Number.parseInt(number[1], 16));
}
/** The culture whose alphabet counts: what the command is told, else that of the runspace. */
export const alphabetOf = (context: EngineCommandContext): string =>
  context.isBound('Culture') ? cultureName(context.arg('Culture') ?? null) : currentCulture().name;
