import { describe, expect, it } from 'vitest';
import type { ShellSummary } from '../protocol/wsman/index.js';
import { statusOf, statusTable } from './endpoint-status.js';

const NOW = Date.UTC(2026, 10, 26, 12);
const shell = (change: Partial<ShellSummary>): ShellSummary => ({
  shellId: '00000000-0000-0000-0000-000000000001' as ShellSummary['shellId'],
  name: 'night',
  kind: 'powershell',
  configuration: 'Microsoft.PowerShell',
  owner: 'alice',
  clientAddress: '10.0.0.5',
  state: 'Disconnected',
  bufferMode: 'Block',
  idleTimeoutMs: 7_200_000,
  createdMs: NOW - 3_600_000,
  lastRequestMs: NOW - 1_800_000,
  bufferedBytes: 5000,
  commands: [{ commandId: '' as never, commandText: 'Start-Backup', state: 'Running' }],
  ...change,
});

describe('the status of an endpoint', () => {
  it('says whose, since when, from where, what runs, what waits and when it expires', () => {
    const [status] = statusOf([shell({})]);
    expect(status).toMatchObject({ owner: 'alice', from: '10.0.0.5', running: ['Start-Backup'], outputWaiting: 5000 });
    expect(status?.expires).toBe(new Date(NOW + 5_400_000).toISOString());
    const table = statusTable(statusOf([shell({})]), NOW);
    expect(table).toMatch(
      /night +alice +Disconnected +Microsoft\.PowerShell +60 min ago +10\.0\.0\.5 +in 90 min +5 KiB +Start-Backup/,
    );
  });

  it('says Broken, with the reason, of a session whose process died', () => {
    expect(statusOf([shell({ brokenReason: 'It died.' })])[0]).toMatchObject({ state: 'Broken', reason: 'It died.' });
  });

  it('shows what others chose without obeying it: no name and no command reaches the terminal of who looks', () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m\u202e';
    const commands = [{ commandId: '' as never, commandText: `${evil}x`, state: 'Running' as const }];
    const table = statusTable(statusOf([shell({ name: `n${evil}`, owner: `o${evil}`, commands })]), NOW);
    // oxlint-disable-next-line no-control-regex
    expect(table).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(table).toContain('n␛]0;owned␇␛[2J');
  });

  it('says that there is none', () => {
    expect(statusTable([], NOW)).toMatch(/no session/);
  });
});
