/** Help files and topics that modules bring. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSession } from '../../restricted/test-session.js';

let folder: string;
const parameter = `<maml:name>Path</maml:name><maml:description><maml:para>The path.</maml:para></maml:description>
 <command:parameterValue required="true">String</command:parameterValue><dev:defaultValue>here</dev:defaultValue>`;
const FILE = `<?xml version="1.0" encoding="utf-8"?>
<helpItems schema="maml" xmlns="http://msh"><command:command xmlns:maml="http://schemas.microsoft.com/maml/2004/10"
 xmlns:command="http://schemas.microsoft.com/maml/dev/command/2004/10" xmlns:dev="http://schemas.microsoft.com/maml/dev/2004/10">
<command:details><command:name>Get-Hm</command:name><maml:description><maml:para>Gets it.</maml:para></maml:description></command:details>
<maml:description><maml:para>First.</maml:para><maml:para>Second.</maml:para></maml:description>
<command:parameters><command:parameter required="true" position="0" globbing="true" pipelineInput="False">${parameter}</command:parameter></command:parameters>
<command:examples><command:example><maml:title>Example 1: one</maml:title><dev:code>Get-Hm x
Get-Hm y</dev:code><dev:remarks><maml:para>Remark.</maml:para></dev:remarks></command:example></command:examples>
<command:relatedLinks><maml:navigationLink><maml:linkText>Online</maml:linkText><maml:uri>https://example.com</maml:uri></maml:navigationLink></command:relatedLinks>
</command:command></helpItems>`;

beforeAll(() => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), 'maml-')), 'Hm');
  mkdirSync(path.join(folder, 'en-US'), { recursive: true });
  writeFileSync(
    path.join(folder, 'Hm.psm1'),
    'function Get-Hm { param($Path) }\nfunction Get-Other {\n# .EXTERNALHELP other.xml\nparam($Path) }\nfunction Get-Own {\n<#\n.SYNOPSIS\nof a comment\n#>\n}',
  );
  writeFileSync(path.join(folder, 'en-US', 'hm-Help.xml'), FILE);
  writeFileSync(
    path.join(folder, 'en-US', 'other.xml'),
    FILE.replace('Get-Hm</command:name>', 'Get-Other</command:name>'),
  );
  writeFileSync(
    path.join(folder, 'en-US', 'about_Hm.help.txt'),
    'TOPIC\n    about_Hm\n\nSHORT DESCRIPTION\n    All\n    of it.\n\nLONG\n    x\n',
  );
});
afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

async function run(script: string): Promise<readonly unknown[]> {
  const { output } = await TestSession.unrestricted().script(`Import-Module '${folder}/Hm.psm1'; ${script}`);
  return output;
}

describe('help files of modules', () => {
  it("tell of the module's functions", async () => {
    const [text] = await run('Get-Help Get-Hm -Full | Out-String -Width 100');
    expect(text).toContain('SYNOPSIS\n    Gets it.');
    expect(text).toContain('DESCRIPTION\n    First.\n    \n    Second.');
    expect(text).toContain('Default value                here');
    expect(text).toContain('Position?                    0');
    expect(text).toContain('    Example 1: one\n    \n    Get-Hm x\n    Get-Hm y\n    \n    Remark.');
    expect(text).toContain('RELATED LINKS\n    Online https://example.com');
  });
  it('are objects of the same parts as all help', async () => {
    expect(
      await run(
        '$h = Get-Help Get-Hm; $h.Synopsis; $h.examples.example[0].code; $h.relatedLinks.navigationLink[0].uri; (Get-Help Get-Hm -Parameter Path).required',
      ),
    ).toEqual(['Gets it.', 'Get-Hm x\nGet-Hm y', 'https://example.com', 'true']);
  });
  it('are named by a comment, and leave what a comment tells by itself', async () => {
    expect(await run('(Get-Help Get-Other).Synopsis; (Get-Help Get-Own).Synopsis')).toEqual([
      'Gets it.',
      'of a comment',
    ]);
  });
});

describe('topics of modules', () => {
  it('are found by name, and in lists', async () => {
    expect((await run('Get-Help about_Hm'))[0]).toMatch(/^TOPIC\n/);
    expect(
      await run(
        'Get-Help about_* | Where-Object Name -eq about_Hm | ForEach-Object { "$($_.Category) $($_.Synopsis)" }',
      ),
    ).toEqual(['HelpFile All of it.']);
  });
});
