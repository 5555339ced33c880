/** `$Host` of the embedded engine: what scripts call of it, and what travels. The texts are those of PowerShell 7.6. */
import { describe, expect, it } from 'vitest';
import { encodeClixml } from '../../../../protocol/clixml/index.js';
import {
  pipelineCommand,
  PSObject,
  type PSPowerShellDefinition,
  type PSValue,
} from '../../../../protocol/objects/index.js';
import { createRunspace } from '../../index.js';
import type { EngineHost, ForwardedEvent } from '../../runspace-api.js';

const definition = (command: string): PSPowerShellDefinition => ({
  statements: [[pipelineCommand(command, { isScript: true })]],
  isNested: false,
  history: null,
  redirectShellErrorOutputPipe: true,
});

interface Result {
  readonly output: readonly string[];
  readonly calls: readonly string[];
  readonly errors: readonly string[];
  readonly events: readonly ForwardedEvent[];
}
const text = (value: PSValue): string =>
  Buffer.from(encodeClixml(value))
    .toString('utf8')
    .replace(/^\uFEFF/, '');

async function run(script: string, answer: PSValue = null): Promise<Result> {
  const output: string[] = [];
  const calls: string[] = [];
  const errors: string[] = [];
  const events: ForwardedEvent[] = [];
  const host: EngineHost = {
    name: 'ServerRemoteHost',
    version: '7.6.9',
    defaults: new Map<number, PSValue>([[9, 'title']]),
    hasUI: true,
    call: (method, parameters) => {
      calls.push(
        `${method} ${parameters.map((value) => (value instanceof PSObject ? text(value) : String(value))).join(' ')}`,
      );
      return Promise.resolve(answer);
    },
    userEvent: (event) => events.push(event),
  };
  const outcome = await createRunspace().run({
    definition: definition(script),
    input: undefined,
    host,
    addToHistory: false,
    signal: new AbortController().signal,
    sink: {
      output: (value) => void output.push(text(value)),
      error: (record) => void errors.push(record.exception.message),
      informational: () => undefined,
      progress: () => undefined,
      information: () => undefined,
    },
  });
  if (outcome.state === 'Failed') errors.push(outcome.error.exception.message);
  return { output, calls, errors, events };
}

describe('$Host', () => {
  it('writes and asks by host calls', async () => {
    const { calls, errors } = await run(
      "$Host.UI.Write('Red', 'Black', 'a'); $Host.UI.WriteLine('b'); $null = $Host.UI.ReadLine(); $Host.SetShouldExit(3)",
    );
    expect(errors).toEqual([]);
    expect(calls).toEqual(['Write2 12 0 a', 'WriteLine2 b', 'ReadLine ', 'SetShouldExit 3']);
  });
  it('remembers what a script sets of the screen', async () => {
    const { output, calls } = await run("$r = $Host.UI.RawUI; $r.WindowTitle; $r.WindowTitle = 'new'; $r.WindowTitle");
    expect(output).toEqual(['<S>title</S>', '<S>new</S>']);
    expect(calls).toEqual(['SetWindowTitle new']);
  });
  it('gives a key as PowerShell serializes it: the enum inside a structure is its text', async () => {
    const { output } = await run("[System.Management.Automation.Host.KeyInfo]::new(65, 'a', 'CapsLockOn', $true)");
    expect(output[0]).toContain(
      '<ToString>65,a,CapsLockOn,True</ToString><Props><I32 N="VirtualKeyCode">65</I32><C N="Character">97</C><S N="ControlKeyState">CapsLockOn</S><B N="KeyDown">true</B></Props>',
    );
  });
  it('forwards an event that was subscribed for the client', async () => {
    const { events } = await run(
      "$m = $Host.Runspace.Events; $null = $m.SubscribeEvent($null, 'E', 'E', $null, $null, $true, $true); $null = $m.GenerateEvent('E', 'me', @('x', 1), 'data')",
    );
    expect(events).toMatchObject([{ eventIdentifier: 1, sourceIdentifier: 'E', sender: 'me', messageData: 'data' }]);
  });
  it('fails a call that the host refuses as a method does, and goes on', async () => {
    const { errors, output } = await run("try { $Host.UI.RawUI.BufferSize } catch { 'caught' }; 'on'");
    expect([...output, ...errors].join()).toContain('<S>on</S>');
  });
});

describe('what leaves a session', () => {
  it('follows note properties to any depth and refers to an object that comes again', async () => {
    const { output } = await run(
      '$o = [pscustomobject]@{ a = 1; r = $null }; $o.r = $o; $o; [pscustomobject]@{ b = [pscustomobject]@{ c = @{ d = [pscustomobject]@{ e = 1 } } } }',
    );
    expect(output[0]).toContain('<Ref N="r" RefId="0" />');
    expect(output[1]).toContain('<I32 N="e">1</I32>');
  });
});
