/** `$Host.Runspace.Debugger`: scripts hear of stops, and give the debugger commands. */
import { PSList, type PSObject, type PSValue } from '../../../../protocol/objects/index.js';
import { debuggerOf, type Processed, resumeAction } from '../../runtime/debugger.js';
import type { Runtime } from '../../runtime/runtime.js';
import { NetObject, unwrap } from '../../values/live.js';
import { defineType } from '../../values/net-type.js';
import { ScriptBlock } from '../../values/script-block.js';
import { drive } from '../../pending.js';
import { addData } from '../data-collections.js';
import { commandText } from './powershell-object.js';

const AUTOMATION = 'System.Management.Automation';
const runtimeOf = (self: PSValue): Runtime => (unwrap(self) as NetObject<Runtime>).data;
const resultOf = (self: PSValue): Processed => (unwrap(self) as NetObject<Processed>).data;
const RESULTS = defineType(
  `${AUTOMATION}.DebuggerCommandResults`,
  {},
  {
    [`System.Nullable[${AUTOMATION}.DebuggerResumeAction] ResumeAction`]: (self) => {
      const { resume } = resultOf(self);
      return resume === undefined ? null : resumeAction(resume);
    },
    'bool EvaluatedByDebugger': (self) => resultOf(self).isOwn,
  },
);
defineType(
  `${AUTOMATION}.Debugger`,
  { abstract: true },
  {
    'void add_DebuggerStop(scriptblock value)': (self, block) => {
      const own = unwrap(block ?? null);
      if (own instanceof ScriptBlock) debuggerOf(runtimeOf(self)).listeners.push(own);
      return undefined;
    },
    'void remove_DebuggerStop(scriptblock value)': (self, block) => {
      const { listeners } = debuggerOf(runtimeOf(self));
      const at = listeners.findLastIndex((one) => one === (unwrap(block ?? null) as PSObject | null));
      if (at >= 0) listeners.splice(at, 1);
      return undefined;
    },
    'bool InBreakpoint': (self) => debuggerOf(runtimeOf(self)).stopped !== undefined,
    'bool IsActive': (self) => {
      const { watcher } = runtimeOf(self);
      return watcher !== undefined && !watcher.isIdle;
    },
    [`${AUTOMATION}.DebuggerCommandResults ProcessCommand(${AUTOMATION}.PSCommand command, System.Object output)`]: (
      self,
      command,
      output,
    ) => {
      const work = drive(debuggerOf(runtimeOf(self)).process(commandText(command ?? null)));
      const done = (processed: Processed): PSValue => {
        const into = unwrap(output ?? null);
        if (into instanceof PSList) for (const value of processed.output) addData(into, value);
        return new NetObject<Processed>(RESULTS, processed);
      };
      return work instanceof Promise ? work.then(done) : done(work);
    },
  },
);
