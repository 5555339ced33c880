/** Transcripts. Their form was measured with pwsh 7.6.9. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestSession } from '../../restricted/test-session.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'transcripts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const read = (name: string): string[] => readFileSync(path.join(folder, name), 'utf8').split('\n');
const STARS = '**********************';

describe('Start-Transcript', () => {
  it('writes what is shown, between a header and an end', async () => {
    const session = TestSession.unrestricted();
    const started = await session.script(`Start-Transcript -Path ${folder}/a.txt -UseMinimalHeader`);
    expect(started.output).toEqual([`Transcript started, output file is ${folder}/a.txt`]);
    await session.script(
      `'x'; Write-Host hi; Write-Warning w; Write-Error e; [pscustomobject]@{ A = 1; B = 2 }; Write-Verbose v -Verbose`,
    );
    await session.script(`throw 'last'`);
    const stopped = await session.script('Stop-Transcript');
    expect(stopped.output).toEqual([`Transcript stopped, output file is ${folder}/a.txt`]);
    await session.script(`'after'`);
    const lines = read('a.txt');
    expect(lines.slice(0, 2)).toEqual([STARS, 'PowerShell transcript start']);
    expect(lines[2]).toMatch(/^Start time: \d{14}$/);
    expect(lines).toEqual(expect.arrayContaining(['x', 'hi', 'WARNING: w', 'VERBOSE: v', 'A B', '- -', '1 2']));
    expect(lines.join('\n')).toMatch(/Write-Error: .*e/s);
    expect(lines.join('\n')).toMatch(/last/);
    expect(lines.slice(-5, -3)).toEqual([STARS, 'PowerShell transcript end']);
    expect(lines).not.toContain('after');
    expect(statSync(path.join(folder, 'a.txt')).mode & 0o777).toBe(0o600);
  });
  it('says why it cannot be started, and loses what a disk does not take', async () => {
    const session = TestSession.unrestricted();
    const why = async (script: string): Promise<string> =>
      String((await session.script(`try { ${script} } catch { "$($_.FullyQualifiedErrorId): $_" }`)).output[0]);
    expect(await why(`Start-Transcript ${folder}`)).toBe(
      `CannotStartTranscription,Microsoft.PowerShell.Commands.StartTranscriptCommand: Transcription cannot be started due to the error: File path ${folder} resolves to a directory.`,
    );
    writeFileSync(path.join(folder, 'r.txt'), '', { mode: 0o444 });
    expect(await why(`Start-Transcript ${folder}/r.txt`)).toMatch(/^FileReadOnly,.*File .*r\.txt is read-only\./);
    expect(await why(`Start-Transcript ${folder}/r.txt -Force`)).toMatch(/^Transcript started/);
    await session.script('Stop-Transcript');
    if (process.platform !== 'linux') return;
    expect(await why('Start-Transcript /proc/nosuch/a.txt')).toMatch(/Could not find file '\/proc\/nosuch'\.$/);
    expect(await why('Start-Transcript /dev/full')).toMatch(/^CannotStartTranscription/);
  });
  it('names the machine, the account and the versions in its header', async () => {
    const session = TestSession.unrestricted();
    await session.script(`Start-Transcript -LiteralPath ${folder}/b.txt; Stop-Transcript`);
    const text = read('b.txt').join('\n');
    expect(text).toContain(`Machine: ${hostname()} (`);
    expect(text).toContain(`Process ID: ${process.pid}`);
    expect(text).toContain('PSVersion: 7.6.9');
    expect(text).toContain('PSCompatibleVersions: 1.0, 2.0, 3.0, 4.0, 5.0, 5.1, 6.0, 7.0');
  });
  it('appends, minds -NoClobber, and makes names of its own in a folder', async () => {
    const session = TestSession.unrestricted();
    await session.script(
      `Start-Transcript ${folder}/c.txt; Stop-Transcript; Start-Transcript ${folder}/c.txt -Append; Stop-Transcript`,
    );
    expect(read('c.txt').filter((line) => line === 'PowerShell transcript start')).toHaveLength(2);
    const { ids, errors } = await session.script(`Start-Transcript ${folder}/c.txt -NoClobber`);
    expect(ids).toEqual(['NoClobber,Microsoft.PowerShell.Commands.StartTranscriptCommand']);
    expect(errors[0]?.exception.message).toBe(`File ${folder}/c.txt already exists and NoClobber was specified.`);
    await session.script(`Start-Transcript -OutputDirectory ${folder}/d; Stop-Transcript`);
    expect(readdirSync(path.join(folder, 'd'))[0]).toMatch(/^PowerShell_transcript\..+\.[\w-]{8}\.\d{14}\.txt$/);
  });
  it('ends in the order begun last, and then there is none', async () => {
    const session = TestSession.unrestricted();
    await session.script(`Start-Transcript ${folder}/e.txt`);
    await session.script(`Start-Transcript ${folder}/f.txt`);
    expect((await session.script('Stop-Transcript')).output).toEqual([
      `Transcript stopped, output file is ${folder}/f.txt`,
    ]);
    expect((await session.script('Stop-Transcript')).output).toEqual([
      `Transcript stopped, output file is ${folder}/e.txt`,
    ]);
    const { ids, errors } = await session.script('Stop-Transcript');
    expect(ids).toEqual(['InvalidOperation,Microsoft.PowerShell.Commands.StopTranscriptCommand']);
    expect(errors[0]?.exception.message).toBe(
      'An error occurred stopping transcription: The host is not currently transcribing.',
    );
  });
});

describe('TranscriptDirectory', () => {
  it('has a transcript of each session, with commands and their parameters, that its caller cannot end', async () => {
    const session = await TestSession.open(
      `SessionType = 'RestrictedRemoteServer'; TranscriptDirectory = '${folder}/sessions'; VisibleCmdlets = 'Get-Date', 'Stop-Transcript', 'Write-Error'`,
    );
    await session.commands(['Get-Date', { Year: 2000, Format: 'yyyy' }], 'Measure-Object');
    await session.commands(['Write-Error', { Message: 'oops' }]);
    expect((await session.commands('Stop-Transcript')).ids).toHaveLength(1);
    await session.script('1 + 1');
    await session.commands(['Get-Date', { Year: 2001, Format: 'yyyy' }]);
    await session.runspace.dispose();
    const [file = ''] = readdirSync(path.join(folder, 'sessions'));
    const lines = read(`sessions/${file}`);
    expect(lines).toEqual(
      expect.arrayContaining([
        'PS>CommandInvocation(Get-Date): "Get-Date"',
        '>> ParameterBinding(Get-Date): name="Year"; value="2000"',
        '>> ParameterBinding(Get-Date): name="Format"; value="yyyy"',
        '>> CommandInvocation(Measure-Object): "Measure-Object"',
        'Write-Error: oops',
        'PS>1 + 1',
        '2001',
        'PowerShell transcript end',
      ]),
    );
    expect(statSync(path.join(folder, 'sessions', file)).mode & 0o777).toBe(0o600);
  });
});
