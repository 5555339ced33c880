/** What the parts of this program throw never reaches a script as JavaScript. Ids measured with pwsh 7.6.9. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEngine } from '../test-support/run-script.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(nodePath.join(tmpdir(), 'foreign-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const caught = async (script: string): Promise<string> =>
  (
    await runEngine(`try { ${script} } catch { "$($_.FullyQualifiedErrorId)|$($_.CategoryInfo.Category)|$_" }`)
  ).output.join('\n');

describe('errors of other parts', () => {
  it('are .NET exceptions of the command: formats of dates', async () => {
    expect(await caught('Get-Date -Format 1')).toBe(
      'System.FormatException,Microsoft.PowerShell.Commands.GetDateCommand|NotSpecified|Input string was not in a correct format.',
    );
  });
  it('are .NET exceptions of the command: wildcards without an end', async () => {
    expect(await caught("Get-Variable '[' -ErrorAction Stop")).toBe(
      'RuntimeException,Microsoft.PowerShell.Commands.GetVariableCommand|NotSpecified|The specified wildcard character pattern is not valid: [',
    );
    expect(await caught("$null = 'a' -like '['")).toBe(
      'RuntimeException|NotSpecified|The specified wildcard character pattern is not valid: [',
    );
    expect(await caught("$null = 'a' -like '[z-a]'")).toBe(
      'RuntimeException|NotSpecified|The specified wildcard character pattern is not valid: [z-a]',
    );
  });
  it('say FileOpenFailure for a folder that is to be a file', async () => {
    for (const command of ['Out-File', 'Export-Csv', 'Export-Clixml'])
      expect(await caught(`${command} '${folder}' -InputObject 1 -ErrorAction Stop`)).toMatch(
        new RegExp(
          `^FileOpenFailure,Microsoft.PowerShell.Commands.${command.replace('-', '')}Command\\|OpenError\\|Access to the path`,
        ),
      );
    for (const command of ['Import-Csv', 'Import-Clixml'])
      expect(await caught(`${command} '${folder}' -ErrorAction Stop`)).toContain(
        `Access to the path '${folder}' is denied.`,
      );
  });
  it('of a folder whose content is asked for name it', async () => {
    expect(await caught(`Get-Content '${folder}' -ErrorAction Stop`)).toContain(
      'GetContainerContentException,Microsoft.PowerShell.Commands.GetContentCommand|InvalidOperation|',
    );
    expect(await caught(`Set-Content '${folder}' -Value 1`)).toContain(
      'System.NotSupportedException,Microsoft.PowerShell.Commands.SetContentCommand|',
    );
  });
  it.runIf(process.platform === 'linux')('end where a file system takes no folders', async () => {
    expect(await caught('New-Item /proc/pssession-none -ItemType Directory -ErrorAction Stop')).toBe(
      "CreateDirectoryIOError,Microsoft.PowerShell.Commands.NewItemCommand|WriteError|Could not find file '/proc/pssession-none'.",
    );
  });
});
