/** Looks into the live values of a runspace: members as scripts see them, script blocks run in the command's scope. */
import { PSObject, PSXmlDocument, type PSValue } from '../../../protocol/objects/index.js';
import type { EngineCommandContext } from '../commands/engine-services.js';
import { shownText } from '../conversion.js';
import { andThen as then } from '../pending.js';
import {
  active,
  adaptedNodeName,
  enumerate,
  isProperty,
  listedNames,
  memberNames,
  standardName,
  standardSet,
  typeDataMembers,
  wildcardNames,
} from '../runtime/members.js';
import { PSError } from '../values/exceptions.js';
import { ScriptBlock } from '../values/script-block.js';
import { TypeObject } from '../values/live.js';
import { clrText, typeNamesOf } from '../values/types.js';
import type { FormatAccess } from './access.js';
import { plainAccess } from './plain-access.js';

/** Its `Name` is type data's: behind what it has. */
const ENTRY = 'System.Collections.DictionaryEntry';
/** As a pattern finds them: what was added to the object, then what type data adds, then what it has. */
function patternNames(value: PSValue): readonly string[] {
  const names = memberNames(value);
  const added = typeDataMembers(active.runtime, value).filter(isProperty);
  if (added.length === 0) return names;
  const own = value instanceof PSObject ? (value.extended?.names ?? []) : [];
  return [...new Set([...own, ...added.map(({ name }) => name), ...names])];
}

export function liveAccess(context: EngineCommandContext): FormatAccess {
  const { services } = context;
  const { members } = services;
  const parsed = new Map<string, PSValue>();
  const blockOf = (script: PSValue): PSValue => {
    if (typeof script !== 'string') return script;
    let block = parsed.get(script);
    if (block === undefined) parsed.set(script, (block = services.parse(script)));
    return block;
  };
  return {
    typeNames: typeNamesOf,
    properties: (value) => {
      // A document shows its root, not what its class has.
      if (value instanceof PSXmlDocument) return plainAccess.properties(value);
      // So does a node: attributes and what is in it.
      const nodes = listedNames(value);
      if (nodes !== undefined && nodes.length > 0) return [...nodes];
      // What was added to the object itself comes first.
      const plain = typeNamesOf(value)[0] === ENTRY ? plainAccess.properties(value) : [];
      const names = plain.length > 0 ? plain : memberNames(value);
      return names.length > 0 ? names : plainAccess.properties(value);
    },
    members: (value) => {
      const names = wildcardNames(patternNames(value), value);
      return names.length > 0 && !(value instanceof PSXmlDocument) ? names : plainAccess.properties(value);
    },
    get: (value, name) => {
      try {
        return then(members.get(value, name), (found) => (found === undefined ? plainAccess.get(value, name) : found));
      } catch (error) {
        // A member that this engine only knows by name.
        const known = error instanceof PSError && error.record.errorId === 'NotSupported';
        const found = known ? plainAccess.get(value, name) : undefined;
        if (found === undefined) throw error;
        return found;
      }
    },
    // A type in a cell has its full name, where a text has `int`.
    toText: (value) => {
      if (value instanceof TypeObject) return clrText(value.type);
      // Elements and other nodes of a document show by their name.
      return adaptedNodeName(value) ?? shownText(value);
    },
    items: (value) => enumerate(value),
    defaultProperties: (value) =>
      (active.runtime === undefined ? undefined : standardSet(active.runtime, value, 'DefaultDisplayPropertySet')) ??
      plainAccess.defaultProperties?.(value),
    defaultProperty: (value) =>
      (active.runtime === undefined ? undefined : standardName(active.runtime, value, 'DefaultDisplayProperty')) ??
      plainAccess.defaultProperty?.(value),
    evaluate: (script, value) => {
      const block = blockOf(script);
      return block instanceof ScriptBlock ? services.evaluate(context, block, value, { isQuiet: true }) : [];
    },
  };
}
