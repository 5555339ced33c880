/** -Culture of the commands that compare: the name of a culture. */
import type { ParameterSpec } from '../../command-api.js';
import { toText } from '../../conversion.js';
import { culture } from '../../net/culture.js';
import { parameter } from '../support/command-spec.js';

export const CULTURE: ParameterSpec = {
  ...parameter('Culture', 'String'),
  accept(value) {
    if (value !== null) culture(toText(value));
  },
};
