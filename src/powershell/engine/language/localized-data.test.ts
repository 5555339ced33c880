/** Data sections and Import-LocalizedData: what they give was measured with pwsh 7.6.9. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linesOf } from './run-script.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(nodePath.join(tmpdir(), 'pssession-localized-'));
  const write = (name: string, text: string): void => {
    mkdirSync(nodePath.dirname(nodePath.join(folder, name)), { recursive: true });
    writeFileSync(nodePath.join(folder, name), text);
  };
  write('en-US/m.psd1', "ConvertFrom-StringData @'\nhello=Hello\nbye=Bye\n'@");
  write('de/m.psd1', "@{ hello = 'Hallo' }");
  write('en-US/bad.psd1', 'Get-Date');
  write('en-US/more.psd1', 'Get-Random -Maximum 1');
  write('plain.psd1', "@{ a = 'root' }");
  write('script.ps1', 'Import-LocalizedData q -FileName m -UICulture de-AT; $q.hello');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('Import-LocalizedData', () => {
  it('takes the file of the culture, of its parent, or of no culture', async () => {
    const from = `-BaseDirectory '${folder}'`;
    expect(
      await linesOf(
        `Import-LocalizedData ${from} -FileName m -UICulture en-US -BindingVariable msg; $msg.hello; $msg.Count
         (Import-LocalizedData ${from} -FileName m.psd1 -UICulture de-DE).hello; (Import-LocalizedData ${from} -FileName plain).a
         & '${folder}/script.ps1'; Import-LocalizedData ${from} -FileName more -UICulture en-US -SupportedCommand Get-Random`,
      ),
    ).toEqual(['Hello', '2', 'Hallo', 'root', 'Hallo', '0']);
  });
  it.each([
    ['-FileName m -UICulture fr-FR', /^ERROR ImportLocalizedData,.*Cannot find the PowerShell data file 'm\.psd1'/],
    ['-FileName en-US/m', /^ERROR InvalidOperation,.*should not contain a path/],
    ['-FileName bad -UICulture en-US', /^ERROR InvalidOperation,[^]*'Get-Date' is not allowed/],
    ['', /^ERROR InvalidOperation,.*FileName parameter was not specified/],
  ])('refuses what is wrong: %s', async (args, wanted) => {
    expect((await linesOf(`Import-LocalizedData -BaseDirectory '${folder}' ${args}`)).join('\n')).toMatch(wanted);
  });
});

describe('data sections', () => {
  it('run the commands that they allow, and types of .NET are there without loading', async () => {
    expect(
      await linesOf(
        `data D { @{x=1} }; $D.x; data G -SupportedCommand Get-Random { Get-Random -Maximum 1 }; $G
         Add-Type -AssemblyName System.Web, System.Xml; try { Add-Type -TypeDefinition 'class A {}' } catch { "$_" }`,
      ),
    ).toEqual([
      '1',
      '0',
      'Add-Type cannot compile: this engine runs without .NET, and reads only enumerations and classes of fields and automatic properties. Write the type as a PowerShell class, or run the script in a PowerShell session (New-PSSession).',
    ]);
    // PowerShell 7 takes assemblies by their file alone.
    expect((await linesOf("using assembly System.Net.Http\n'after'")).join()).toMatch(
      /^STOP ErrorLoadingAssembly: [^]*Cannot load assembly 'System\.Net\.Http'\./,
    );
  });
});
