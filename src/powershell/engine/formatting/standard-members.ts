/** `PSStandardMembers` of PowerShell's own types: what they show when nobody says what. */
import { type ExtraMember, hiddenTypeData } from '../runtime/members.js';
import { DEFAULT_PROPERTIES, DEFAULT_PROPERTY } from './data/default-properties.js';

const SET = 'PSStandardMembers';
for (const typeName of new Set([...Object.keys(DEFAULT_PROPERTIES), ...Object.keys(DEFAULT_PROPERTY)])) {
  const lower = typeName.toLowerCase();
  const members: ExtraMember[] = [];
  const properties = DEFAULT_PROPERTIES[typeName];
  if (properties !== undefined) members.push({ kind: 'PropertySet', name: 'DefaultDisplayPropertySet', properties });
  const property = DEFAULT_PROPERTY[typeName];
  if (property !== undefined)
    members.push({ kind: 'NativeProperty', isNote: true, name: 'DefaultDisplayProperty', get: () => property });
  const table = hiddenTypeData.get(lower) ?? new Map<string, ExtraMember>();
  hiddenTypeData.set(lower, table.set(SET.toLowerCase(), { kind: 'MemberSet', name: SET, members, isHidden: true }));
}
