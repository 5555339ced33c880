/** The view of what Get-Error writes, and which error each such object stands for. */
import { PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { CustomView } from './format-data.js';
import { errorText } from './get-error-text.js';
import { DEFAULT_STYLES } from './styles.js';

const RECORD = 'System.Management.Automation.ErrorRecord';
export const originals = new WeakMap<PSObject, PSValue>();

/** Escape sequences are taken out again where text is plain. */
export const GET_ERROR_VIEW: CustomView = {
  shape: 'custom',
  name: 'GetErrorInstance',
  types: [`${RECORD}#PSExtendedError`, 'System.Exception#PSExtendedError'],
  groupBy: { property: 'PSErrorIndex', label: 'ErrorIndex' },
  entries: [
    {
      items: [
        {
          native: (value) => {
            const original = value instanceof PSObject ? originals.get(value) : undefined;
            return original === undefined ? '' : (errorText(original, DEFAULT_STYLES) ?? '');
          },
        },
      ],
    },
  ],
};
