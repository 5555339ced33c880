/** Makes a shell again from what was written of it. */
import { OutputChannel, type ChannelLimits } from './output-channel.js';
import { rememberReply } from './service-receive.js';
import type { RestoredShell } from './service-records.js';
import type { ServiceCommand, ServiceShell } from './service-state.js';

/** A shell without a host. Its commands that were not done are the caller's to end. */
export function shellOf(
  restored: RestoredShell,
  limits: ChannelLimits,
  maxOutputAgeMs: number | undefined,
): ServiceShell {
  const { facts } = restored;
  const { pool, commands, formerSessions, released, brokenReason: _, ...same } = facts;
  const shell: ServiceShell = {
    ...same,
    ownerKey: facts.owner.toLowerCase(),
    workingDirectory: undefined,
    environment: undefined,
    limits,
    maxOutputAgeMs,
    pool: OutputChannel.restore(limits, pool, restored.pool, 'discard'),
    commands: new Map(),
    released: new Set(released),
    formerSessions: new Set(formerSessions),
    connecting: false,
    connectingFrom: 0,
    lostAtMs: undefined,
    processId: undefined,
    memoryUsedMb: 0,
    childProcesses: 0,
    ended: undefined,
    watching: undefined,
    lastWordsMs: undefined,
  };
  if (pool.last !== undefined) rememberReply(shell, shell.pool, undefined, pool.last);
  for (const command of commands) {
    const channel = OutputChannel.restore(
      limits,
      command.channel,
      restored.commands.get(command.commandId) ?? [],
      command.channel.done ? 'keep' : 'discard',
    );
    const entry: ServiceCommand = { ...command, channel };
    shell.commands.set(command.commandId, entry);
    if (command.channel.last !== undefined) rememberReply(shell, channel, command.commandId, command.channel.last);
  }
  return shell;
}
