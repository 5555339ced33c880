/** The sessions of the endpoint on this computer, for who runs it: whose, since when, from where, what runs, what waits. */
import { configurationOfShell, shellExpiryMs, type ShellStatus } from '../client/session/index.js';
import type { ShellSummary } from '../protocol/wsman/index.js';

/** One session as `pssession status --json` prints it. Times are ISO 8601, UTC. */
export interface SessionStatus {
  readonly name: string;
  readonly instanceId: string;
  readonly owner: string;
  readonly configuration: string;
  readonly state: 'Connected' | 'Disconnected' | 'Broken';
  readonly since: string;
  readonly from: string;
  /** When it goes if nobody comes. */
  readonly expires: string;
  /** Text of the commands that run or wait for somebody to answer. */
  readonly running: readonly string[];
  /** Bytes. */
  readonly outputWaiting: number;
  /** Who looks at what it shows. */
  readonly watchers?: readonly string[];
  readonly reason?: string;
  /** Where several computers were asked. */
  readonly computer?: string;
}

export function statusOf(shells: readonly ShellSummary[]): SessionStatus[] {
  const iso = (ms: number): string => new Date(ms).toISOString();
  return shells
    .map((shell): SessionStatus => {
      const running = shell.commands.filter(({ state }) => state !== 'Done').map(({ commandText }) => commandText);
      return {
        name: shell.name,
        instanceId: shell.shellId,
        owner: shell.owner,
        configuration: shell.kind === 'cmd' ? 'cmd' : shell.configuration,
        state: shell.brokenReason === undefined ? shell.state : 'Broken',
        since: iso(shell.createdMs),
        from: shell.clientAddress,
        expires: iso(shellExpiryMs(shell.lastRequestMs, shell.idleTimeoutMs)),
        running,
        outputWaiting: shell.bufferedBytes,
        ...(shell.watchers === undefined || shell.watchers.length === 0 ? {} : { watchers: shell.watchers }),
        ...(shell.brokenReason === undefined ? {} : { reason: shell.brokenReason }),
      };
    })
    .sort((left, right) => left.since.localeCompare(right.since));
}

/** What another computer's endpoint told, as the local one tells it. A server of another kind tells less. */
export function remoteStatusOf(
  shells: readonly ShellStatus[],
  nowMs: number,
  computer: string | undefined,
): SessionStatus[] {
  const summaries = shells.map((shell): ShellSummary => {
    const configuration = configurationOfShell(shell.resourceUri);
    const { details } = shell;
    return {
      shellId: shell.shellId as ShellSummary['shellId'],
      name: shell.name,
      kind: configuration === undefined ? 'cmd' : 'powershell',
      configuration: configuration ?? '',
      owner: shell.owner,
      clientAddress: shell.clientAddress,
      state: shell.state === 'Disconnected' ? 'Disconnected' : 'Connected',
      bufferMode: 'Block',
      idleTimeoutMs: shell.idleTimeoutMs,
      createdMs: nowMs - shell.runTimeMs,
      lastRequestMs: nowMs - shell.inactivityMs,
      bufferedBytes: details?.outputWaitingBytes ?? 0,
      ...(details?.watchers === undefined ? {} : { watchers: details.watchers }),
      ...(details?.brokenReason === undefined ? {} : { brokenReason: details.brokenReason }),
      commands: (details?.running ?? []).map((commandText) => ({
        commandId: shell.shellId as ShellSummary['shellId'],
        commandText,
        state: 'Running',
      })),
    };
  });
  return statusOf(summaries).map((status) => (computer === undefined ? status : { ...status, computer }));
}

/** What others chose must not move the cursor, colour or rename the terminal of who looks: ESC is shown as ␛. */
function visible(session: SessionStatus): SessionStatus {
  return JSON.parse(JSON.stringify(session), (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/[\p{Cc}\p{Cf}]/gu, picture) : value,
  ) as SessionStatus;
}
function picture(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (/\s/.test(character)) return character;
  return code < 0x20 ? String.fromCodePoint(0x2400 + code) : '\ufffd';
}

/** A table for people; times as they are from now. */
export function statusTable(list: readonly SessionStatus[], nowMs: number): string {
  if (list.length === 0) return 'The endpoint holds no session.\n';
  const several = list.some(({ computer }) => computer !== undefined);
  const watched = list.some(({ watchers }) => watchers !== undefined);
  const rows = list.map(visible).map((session) => [
    ...(several ? [session.computer ?? ''] : []),
    session.name,
    session.owner,
    session.state,
    session.configuration,
    `${span(nowMs - Date.parse(session.since))} ago`,
    session.from,
    session.state === 'Connected' ? '' : `in ${span(Date.parse(session.expires) - nowMs)}`,
    bytes(session.outputWaiting),
    ...(watched ? [session.watchers?.join('; ') ?? ''] : []),
    session.running.length === 0
      ? ''
      : session.running
          .map((text) => text.replaceAll(/\s+/g, ' '))
          .join('; ')
          .slice(0, 40),
  ]);
  const head = [
    ...(several ? ['Computer'] : []),
    'Name',
    'Owner',
    'State',
    'Configuration',
    'Since',
    'From',
    'Expires',
    'Waiting',
    ...(watched ? ['Watched by'] : []),
    'Running',
  ];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return `${[head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('\n')}\n`;
}

function span(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return `${seconds} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

function bytes(count: number): string {
  if (count < 1024) return count === 0 ? '' : `${count} B`;
  return count < 1_048_576 ? `${Math.round(count / 1024)} KiB` : `${(count / 1_048_576).toFixed(1)} MiB`;
}
