/** -Culture of the commands that compare: the name of a culture, or its number (`0x419`, `1049`). */
import type { ParameterSpec } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { byId, culture } from '../../net/culture.js';
import { parameter } from '../support/command-spec.js';

export const CULTURE: ParameterSpec = {
  ...parameter('Culture', 'String'),
  accept(value) {
    const name = value === null ? '' : toText(value);
    const number = /^\s*(?:0x([\da-f]{1,8})|([\d,]*\d[\d,]*))\s*$/i.exec(name);
    if (number === null) culture(name);
    else byId(number[1] === undefined ? Number(number[2]?.replaceAll(',', '')) : Number.parseInt(number[1], 16));
  },
};
