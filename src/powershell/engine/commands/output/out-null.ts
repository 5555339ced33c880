/** Out-Null: takes everything and gives nothing. */
import { defineCommand, parameter } from '../support/command-spec.js';

export const outNull = defineCommand(
  'Out-Null',
  {
    module: 'Microsoft.PowerShell.Core',
    synopsis: 'Hides the output instead of sending it down the pipeline or displaying it.',
  },
  [parameter('InputObject', 'PSObject', 'V')],
  () => ({ process: () => undefined }),
);
