/** Items, paths, locations and contents. */
import { copyItem } from './copy-command.js';
import type { CommandRegistration } from '../../command-api.js';
import {
  clearItem,
  getItemProperty,
  getItemPropertyValue,
  makeFolder,
  moveItem,
  newItem,
  removeItem,
  renameItem,
  setItem,
} from './change-commands.js';
import { addContent, clearContent, getContent, setContent } from './content-commands.js';
import { getChildItem, getItem, testPath } from './item-commands.js';
import {
  getDrive,
  getLocation,
  getProvider,
  newDrive,
  popLocation,
  pushLocation,
  removeDrive,
  setLocation,
} from './location-commands.js';
import { ARCHIVE_COMMANDS } from './archive-commands.js';
import { withCredential } from './credential.js';
import { PROPERTY_COMMANDS } from './property-commands.js';
import { convertPath, joinPath, resolvePath, splitPath } from './path-commands.js';

export const ITEM_COMMANDS: readonly CommandRegistration[] = [
  ...[
    getItem,
    testPath,
    newItem,
    removeItem,
    copyItem,
    moveItem,
    renameItem,
    setItem,
    clearItem,
    getItemProperty,
    getItemPropertyValue,
    getContent,
    setContent,
    addContent,
    clearContent,
    joinPath,
    splitPath,
    resolvePath,
    newDrive,
    ...PROPERTY_COMMANDS,
  ].map(withCredential),
  getChildItem,
  // Elsewhere it is a program.
  ...(process.platform === 'win32' ? [makeFolder] : []),
  convertPath,
  getLocation,
  setLocation,
  pushLocation,
  popLocation,
  getDrive,
  removeDrive,
  getProvider,
  ...ARCHIVE_COMMANDS,
];
