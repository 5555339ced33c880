/**
 * Members of PowerShell's own types that are not public, which modules reach by reflection all the same: test frameworks
 * run a block in the session state of another so, and make blocks of what they find in a tree.
 */
import type { PSValue } from '../../../protocol/objects/index.js';
import { NetObject, unwrap } from '../values/live.js';
import { type MethodOverload, type NetProperty, NetType, requireType } from '../values/net-type.js';
import { ScriptBlock, UNBOUND } from '../values/script-block.js';
import { scriptPosition } from './extent-object.js';
import { sessionState } from './module-members.js';
import { active, invokeMethod } from './members.js';
import type { ModuleHome, Scope } from './scope.js';

/** Where code belongs: to a module, or (undefined) to the session itself. */
interface InternalState {
  readonly home: ModuleHome | undefined;
}
const STATE = 'System.Management.Automation.SessionStateInternal';
const stateOf = (home: ModuleHome | undefined): NetObject<InternalState> =>
  new NetObject<InternalState>(requireType(STATE), { home });
const blockOf = (self: PSValue): ScriptBlock | undefined => {
  const inner = unwrap(self);
  return inner instanceof ScriptBlock ? inner : undefined;
};

const SESSION_STATE_INTERNAL: NetProperty = {
  name: 'SessionStateInternal',
  type: STATE,
  get: (self) => {
    const block = blockOf(self);
    return block === undefined || block.home === UNBOUND ? null : stateOf(block.home as ModuleHome | undefined);
  },
  set: (self, value) => {
    const block = blockOf(self);
    const state = unwrap(value ?? null);
    if (block !== undefined) block.home = state instanceof NetObject ? (state.data as InternalState).home : UNBOUND;
    return undefined;
  },
};
const SESSION_STATE: NetProperty = {
  name: 'SessionState',
  type: 'System.Management.Automation.SessionState',
  get: (self) => {
    const block = blockOf(self);
    const { runtime } = active;
    if (block === undefined || block.home === UNBOUND || runtime === undefined) return null;
    return sessionState((block.home as ModuleHome | undefined)?.scope ?? runtime.global);
  },
  set: (self, value) => {
    const block = blockOf(self);
    const state = unwrap(value ?? null);
    if (block !== undefined)
      block.home = state instanceof NetObject ? (state.data as { scope: Scope }).scope.module : UNBOUND;
    return undefined;
  },
};
const INTERNAL: NetProperty = {
  name: 'Internal',
  type: STATE,
  get: (self) => {
    const state = unwrap(self);
    return state instanceof NetObject ? stateOf((state.data as { scope: Scope }).scope.module) : null;
  },
  set: undefined,
};
const MODULE: NetProperty = {
  name: 'Module',
  type: 'System.Management.Automation.PSModuleInfo',
  get: (self) => {
    const state = unwrap(self);
    return state instanceof NetObject ? ((state.data as InternalState).home?.object ?? null) : null;
  },
  set: undefined,
};
const SCRIPT_POSITION: NetProperty = {
  name: 'ScriptPosition',
  type: 'System.Management.Automation.Language.IScriptExtent',
  get: (self) => scriptPosition(unwrap(self)),
  set: undefined,
};
const KNOWN: Readonly<Record<string, readonly NetProperty[]>> = {
  'System.Management.Automation.ScriptBlock': [SESSION_STATE_INTERNAL, SESSION_STATE],
  'System.Management.Automation.InvocationInfo': [SCRIPT_POSITION],
  'System.Management.Automation.SessionState': [INTERNAL],
  [STATE]: [MODULE],
};

/** A property of that exact name which only reflection shows; undefined when this engine has none. */
export const internalProperty = (owner: NetType, name: string): NetProperty | undefined =>
  KNOWN[owner.fullName]?.find((one) => one.name === name);

/** What the trees of script blocks and functions are alike in. No script can name it, only an assembly's GetType. */
const PARAMETERS = new NetType('System.Management.Automation.Language.IParameterMetadataProvider', {
  kind: 'interface',
});
const PLAIN = { params: false, optional: false, byRef: false };
const CONSTRUCTORS: Readonly<Record<string, readonly MethodOverload[]>> = {
  'System.Management.Automation.ScriptBlock': [
    {
      signature: `scriptblock new(${PARAMETERS.fullName} ast, bool isFilter)`,
      returnType: 'scriptblock',
      parameters: [
        { name: 'ast', type: PARAMETERS.fullName, ...PLAIN },
        { name: 'isFilter', type: 'bool', ...PLAIN },
      ],
      body: (_self, ast) =>
        active.runtime === undefined ? null : invokeMethod(active.runtime, ast ?? null, 'GetScriptBlock', []),
    },
  ],
};
/** A type of that exact name which only its assembly gives; undefined when this engine has none. */
export const internalType = (fullName: string): NetType | undefined =>
  fullName === PARAMETERS.fullName ? PARAMETERS : undefined;
/** The constructors that only reflection shows. */
export const internalConstructors = (owner: NetType): readonly MethodOverload[] => CONSTRUCTORS[owner.fullName] ?? [];
