/** The text of a script, module or manifest file: UTF-8, unless a mark at its start says another encoding. */
import { readFileSync } from 'node:fs';
import { decodeFile, UTF8 } from '../commands/support/encoding.js';

/** @throws what the file system says. */
export const readScriptFile = (path: string): string => decodeFile(readFileSync(path), UTF8);
