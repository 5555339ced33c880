/** Commands that turn objects into texts of other formats, and back. */
import type { CommandRegistration } from '../../command-api.js';
import { CLIXML_COMMANDS } from './clixml-commands.js';
import { CSV_COMMANDS } from './csv-commands.js';
import { convertFromJson, convertToJson } from './json-commands.js';
import './json-object.js';
import { testJson } from './test-json.js';
import { selectXml } from './select-xml.js';
import { STRING_DATA_COMMANDS } from './string-data.js';

export const DATA_COMMANDS: readonly CommandRegistration[] = [
  convertToJson,
  convertFromJson,
  testJson,
  ...CSV_COMMANDS,
  ...CLIXML_COMMANDS,
  ...STRING_DATA_COMMANDS,
  selectXml,
];
