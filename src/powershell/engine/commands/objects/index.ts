/** Commands that take objects apart, choose, order and count them. */
import type { CommandRegistration } from '../../command-api.js';
import { getUnique } from './get-unique.js';
import { joinString } from './join-string.js';
import { teeObject } from './tee-object.js';
import { getMember } from './get-member.js';
import { addMember } from './add-member.js';
import { newObject } from './new-object.js';
import { compareObject } from './compare-object.js';
import { forEachObject } from './for-each-object.js';
import { groupObject } from './group-object.js';
import { measureObject } from './measure-object.js';
import { selectObject } from './select-object.js';
import { sortObject } from './sort-object.js';
import { updateList } from './update-list.js';
import { whereObject } from './where-object.js';

export const OBJECT_COMMANDS: readonly CommandRegistration[] = [
  whereObject,
  forEachObject,
  selectObject,
  sortObject,
  groupObject,
  measureObject,
  compareObject,
  getUnique,
  joinString,
  teeObject,
  getMember,
  addMember,
  newObject,
  updateList,
];
