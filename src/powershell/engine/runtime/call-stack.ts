/** The calls under way, as `ScriptStackTrace` and Get-PSCallStack tell them. */
import nodePath from 'node:path';
import { PSDictionary, PSObject, type PSValue } from '../../../protocol/objects/index.js';
import type { Extent } from '../../lang/index.js';
import { toText } from '../conversion.js';
import { NetObject } from '../values/live.js';
import { addMembers, defineType } from '../values/net-type.js';
import { extentObject } from './extent-object.js';
import type { CallSite, Invocation } from './frame.js';
import type { Scope } from './scope.js';
import { variableObject } from './variable-members.js';

/** Lines of a stack's text: a runaway recursion has thousands. */
const MAX_LINES = 100;

interface StackFrame {
  readonly site: CallSite | undefined;
  readonly extent: Extent;
  /** Its variables; they are there for scripts that look later. */
  readonly scope?: Scope | undefined;
}
/** From the innermost outwards. @param at the statement that is under way in it. */
function* framesOf(at: Extent | undefined, innermost: CallSite | undefined): Generator<StackFrame> {
  let site = innermost;
  let extent = at;
  while (extent !== undefined) {
    yield { site, extent };
    if (site === undefined || site.outermost === true) return;
    extent = site.statement ?? site.extent;
    site = site.caller;
  }
}
function functionName(site: CallSite | undefined): string {
  const own = site === undefined || site.isScript ? '' : site.name;
  return `${own === '' ? '<ScriptBlock>' : own}${site?.block === undefined ? '' : `<${site.block}>`}`;
}
const placeOf = (extent: Extent, file: string): string => `${file}: line ${extent.startLineNumber}`;
const frameText = ({ site, extent }: StackFrame): string =>
  `at ${functionName(site)}, ${placeOf(extent, extent.file ?? '<No file>')}`;

/** `at f, <No file>: line 3`, a line for each call under way. */
export function stackTrace(at: Extent | undefined, innermost: CallSite | undefined): string {
  const lines: string[] = [];
  for (const frame of framesOf(at, innermost)) {
    lines.push(frameText(frame));
    if (lines.length === MAX_LINES) break;
  }
  return lines.join('\n');
}

/** What is under way in the code that nothing else called. */
export function outermostStatement(innermost: CallSite): Extent | undefined {
  let site = innermost;
  while (site.caller?.statement !== undefined) site = site.caller;
  return site.statement;
}

// ------------------------------------------------------- Get-PSCallStack

/** The call that a frame belongs to: a block that a command runs is part of the call around it, a method is no call. */
function callOf(site: CallSite | undefined): Invocation | undefined {
  let one = site;
  while (one !== undefined && one.invocation === undefined && one.isMethod !== true) one = one.caller;
  return one?.invocation;
}
function argumentsText(call: Invocation | undefined): string {
  if (call === undefined) return '{}';
  const bound = [...call.boundParameters].map(([name, value]) => `${name}=${shown(value)}`);
  return `{${[...bound, ...call.unboundArguments.map(shown)].join(', ')}}`;
}
const shown = (value: PSValue): string => (value === null ? '$null' : toText(value));
function commandOf(site: CallSite | undefined): string {
  if (site?.isMethod === true) return '';
  const call = callOf(site);
  return call === undefined || call.name === '' ? '<ScriptBlock>' : call.name;
}

const CALL_STACK_FRAME = defineType('System.Management.Automation.CallStackFrame');
const own = (self: PSValue): StackFrame => (self as NetObject<StackFrame>).data;
const location = ({ extent }: StackFrame): string =>
  extent.file === undefined ? '<No file>' : placeOf(extent, nodePath.basename(extent.file));
addMembers(CALL_STACK_FRAME, {
  // Of PowerShell's type data, which gives them to every frame.
  'string Command': (self) => commandOf(own(self).site),
  'string Location': (self) => location(own(self)),
  'string Arguments': (self) => argumentsText(callOf(own(self).site)),
  'string ScriptName': (self) => own(self).extent.file ?? null,
  'int ScriptLineNumber': (self) => own(self).extent.startLineNumber,
  'System.Management.Automation.InvocationInfo InvocationInfo': (self) => callOf(own(self).site)?.object?.() ?? null,
  'System.Management.Automation.Language.IScriptExtent Position': (self) => extentObject(own(self).extent),
  'string FunctionName': (self) => functionName(own(self).site),
  'System.Collections.Generic.Dictionary[string,System.Management.Automation.PSVariable] GetFrameVariables()': (
    self,
  ) => {
    const variables = new PSDictionary();
    for (const variable of own(self).scope?.variables.values() ?? [])
      variables.setEntry(variable.name, variableObject(variable));
    return variables;
  },
  'string GetScriptLocation()': (self) => location(own(self)),
  'string ToString()': (self) => frameText(own(self)),
});

/** CallStackFrame objects, the innermost first. */
export function callStackOf(at: Extent | undefined, innermost: CallSite | undefined): readonly PSValue[] {
  return [...framesOf(at, innermost)].map(
    (frame) => new NetObject(CALL_STACK_FRAME, { ...frame, scope: callOf(frame.site)?.scope }),
  );
}
/** The command of a call that runs or ran, as an error of it tells it. */
export function commandOfCall(call: Invocation | undefined): PSValue {
  const told = call?.object?.();
  return told instanceof PSObject ? (told.get('MyCommand') ?? null) : null;
}
