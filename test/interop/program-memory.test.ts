/** Scripts that want all the memory of the program: each ends with the reason, and the same prompt goes on. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';

vi.setConfig({ testTimeout: 120_000 });

const MAIN = path.resolve('dist/cli/main.js');
const built = existsSync(MAIN);
if (!built) console.warn('memory of the program: SKIPPED, dist/ is not built (npm run build)');

/** A small heap is soon full. CPU is bounded, and not time: others may have the processor. */
const HEAP_MB = 200;
const CPU_SECONDS = 30;
/** What is young takes 16 MB on every Node: of 64 MB, as since Node 24, V8 collects a heap so small without a pause. */
const FLAGS = `--max-old-space-size=${HEAP_MB} --max-semi-space-size=16`;
const PROGRAM = `ulimit -t ${CPU_SECONDS}; exec '${process.execPath}' ${FLAGS} '${MAIN}' -NoProfile -Command -`;

/** Lines at one prompt. */
function prompt(...lines: readonly string[]): { readonly status: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', PROGRAM], {
    input: `$PSStyle.OutputRendering = 'PlainText'\n${lines.join('\n\n')}\n`,
    encoding: 'utf8',
  });
  return { status, out: stdout + stderr };
}

describe.skipIf(!built || process.platform === 'win32')('a script that fills the memory of its program', () => {
  it.each([
    [
      'many small texts in a list',
      '$l = [Collections.ArrayList]::new(); while ($true) { [void] $l.Add("x$($l.Count)") }',
    ],
    ['an array that doubles', '$a = @(1); while ($true) { $a += $a }'],
    ['a set', '$h = [Collections.Generic.HashSet[int]]::new(); while ($true) { [void] $h.Add($i++) }'],
    ['a text that doubles', '$s = "a"; while ($true) { $s = $s.ToUpper() + $s }'],
    ['long texts, many within a moment', '$a = @(); while ($true) { $a += , ("x" * 300kb).ToUpper() }'],
    ['a builder of texts', '$b = [Text.StringBuilder]::new(); while ($true) { [void] $b.AppendLine("line" * 1000) }'],
    ['texts of which two fill a page', '$l = while ($true) { ("x" * 100kb).ToUpper() }'],
    [
      'a text that is inserted into',
      '$b = [Text.StringBuilder]::new(); while ($true) { [void] $b.Insert(0, "a text" * 40) }',
    ],
    ['arrays in one list', '$l = while ($true) { , @(1) * 13000 }'],
    [
      'copies of a long array',
      '$t = foreach ($i in 1..900000) { "text $i" }; $a = 1..3000000; $b = $a + $a; $c = $b.Clone(); $d = $c.Clone(); [int[]] $d',
    ],
    ['input of Sort-Object', '1..2000000000 | Sort-Object'],
    ['Split', '$s = "0123456789abcd," * 4000000; $s.Split(",").Count'],
    [
      'subscriptions to events',
      '$i = 0; while ($true) { $null = Register-EngineEvent -SourceIdentifier "e$($i++)" -Action { 1 } }',
    ],
    ['-split', '$s = "a," * 50000000; $s -split ","'],
    ['Replace', '$s = "ab" * 20000000; $s.Replace("a", "ccccccccc").Length'],
    ['-replace', '$s = "ab" * 100000000; $s -replace "a", "c"'],
    ['UTF-32', '$s = "ab" * 50000000; [Text.Encoding]::UTF32.GetBytes($s).Count'],
    ['ConvertFrom-Json', '"[" + "{`"a`":1}," * 10000000 + "1]" | ConvertFrom-Json | Out-Null'],
  ])('%s: ends with the reason, and what it held is free again', (_what, script) => {
    const { status, out } = prompt(script, '"then: $(6 * 7)"');
    expect(out).toMatch(/(?:more memory than|more than|beyond what) this engine/);
    expect(out).toContain('then: 42');
    expect(status).not.toBeNull();
  });

  it('holds it in a variable: small commands go on, and what is removed is free again', () => {
    const { out } = prompt(
      '$l = [Collections.Generic.List[object]]::new(); while ($true) { $l.Add(@{ at = $l.Count }) }',
      '"still: $($l.Count -gt 1000)"',
      '$l = $null',
      '$a = foreach ($i in 1..500000) { "text $i" }; "free: $($a.Count)"',
    );
    expect(out).toContain('still: True\nfree: 500000\n');
  });

  it('is a function: what its variables held is free for others, and not when it is called again', () => {
    const fill = '$l = [Collections.ArrayList]::new(); while ($true) { [void] $l.Add(@{ at = $l.Count }) }';
    const { out } = prompt(
      `function fill { ${fill} }`,
      'fill',
      '$a = foreach ($i in 1..500000) { "text $i" }; "free: $($a.Count)"',
    );
    expect(out).toMatch(/more memory than this engine/);
    expect(out).toContain('free: 500000\n');
  });

  it('is an action of events that come faster than it runs: the error is listed, and the prompt goes on', () => {
    const { status, out } = prompt(
      '1..50 | ForEach-Object { $t = [Timers.Timer]::new(1); $null = Register-ObjectEvent $t Elapsed -Action { $global:l += , (1..2000) }; $t.Start() }',
      'foreach ($i in 1..100) { Start-Sleep -Milliseconds 200; if ($Error.Count -gt 0) { break } }; Get-EventSubscriber | Unregister-Event; "told: $($Error[0].FullyQualifiedErrorId)"',
      '$l = $null; "then: $(6 * 7)"',
    );
    expect(out).toBe('told: OutOfMemory\nthen: 42\n');
    expect(status).toBe(0);
  });

  it('may take what it let go of, when it was told', () => {
    const { out } = prompt(
      '$l = [Collections.ArrayList]::new(); try { while ($true) { [void] $l.Add(@{ at = $l.Count }) } } catch { $l = $null; ' +
        '$a = foreach ($i in 1..500000) { "text $i" }; "free: $($a.Count)" }',
    );
    expect(out).toBe('free: 500000\n');
  });

  it('is told as PowerShell tells it, once', () => {
    const { out } = prompt(
      'try { $l = while ($true) { "x$(($i++))" } } catch [OutOfMemoryException] { "caught: $($_.CategoryInfo.Category)" }',
      '"then: $(6 * 7)"',
    );
    expect(out).toBe('caught: LimitsExceeded\nthen: 42\n');
  });
});
