/** Get-Help of functions, as pwsh 7.6.9 lays it out. */
import { describe, expect, it } from 'vitest';
import { TestSession } from '../../restricted/test-session.js';

const THING = `
function Get-Thing {
<#
.SYNOPSIS
 Gets a thing.
.DESCRIPTION
 A longer text.
.PARAMETER Name
 The name of it.
.EXAMPLE
 Get-Thing -Name a

 Gives the a thing.
.INPUTS
 System.String
.NOTES
 A note.
.LINK
 https://example.com/x
#>
[CmdletBinding()] param([Parameter(Mandatory,Position=0,ValueFromPipeline)][string]$Name,[int]$Count=3,[switch]$Go) 1 }
function plain($A,[ValidateSet('q','r')][string]$B) {}
`;
async function help(command: string): Promise<string> {
  const { output, ids } = await TestSession.unrestricted().script(`${THING}${command} | Out-String -Width 120`);
  expect(ids).toEqual([]);
  return output
    .join('\n')
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}

describe('help of functions', () => {
  it('is what the comments say, with the syntax', async () => {
    expect(await help('Get-Help Get-Thing')).toBe(`NAME
    Get-Thing

SYNOPSIS
    Gets a thing.

SYNTAX
    Get-Thing [-Name] <String> [-Count <Int32>] [-Go] [<CommonParameters>]

DESCRIPTION
    A longer text.

RELATED LINKS
    https://example.com/x

REMARKS
    To see the examples, type: "Get-Help Get-Thing -Examples"
    For more information, type: "Get-Help Get-Thing -Detailed"
    For technical information, type: "Get-Help Get-Thing -Full"
    For online help, type: "Get-Help Get-Thing -Online"`);
  });
  it('tells of one parameter', async () => {
    expect(await help('Get-Help Get-Thing -Parameter Name')).toBe(`-Name <String>
    The name of it.

    Required?                    true
    Position?                    1
    Default value
    Accept pipeline input?       true (ByValue)
    Aliases
    Accept wildcard characters?  false`);
    expect(await help('Get-Help Get-Thing -Parameter Count')).toMatch(/Default value {16}3\n/);
  });
  it('has examples, inputs and notes where they are asked for', async () => {
    const full = await help('Get-Help Get-Thing -Full');
    expect(full).toContain('INPUTS\n    System.String\n');
    expect(full).toContain('NOTES\n\n        A note.\n');
    expect(full).toContain(
      '    -------------------------- EXAMPLE 1 --------------------------\n\n    PS > Get-Thing -Name a\n\n    Gives the a thing.',
    );
    expect(await help('Get-Help Get-Thing -Examples')).not.toContain('DESCRIPTION');
  });
  it('without comments is the syntax, also by -?', async () => {
    const expected = `NAME
    plain

SYNTAX
    plain [[-A] <Object>] [[-B] {q | r}]

ALIASES
    None

REMARKS
    None`;
    expect(await help('Get-Help plain')).toBe(expected);
    expect(await help('plain -?')).toBe(expected);
  });
  it('gives the synopsis as a property', async () => {
    expect(await help('(Get-Help Get-Thing).Synopsis')).toBe('Gets a thing.');
  });

  it('is an object with the parts of a help file [pwsh 7.6.9]', async () => {
    const ask = async (script: string): Promise<readonly string[]> =>
      (await TestSession.unrestricted().script(`${THING}$h = Get-Help Get-Thing\n${script}`)).output;
    expect(await ask('$h.PSObject.TypeNames; (Get-Help Get-Thing -Full).PSObject.TypeNames')).toEqual([
      'MamlCommandHelpInfo',
      'HelpInfo',
      'MamlCommandHelpInfo#FullView',
      'HelpInfo#FullView',
      'MamlCommandHelpInfo',
      'HelpInfo',
    ]);
    expect(await ask('$h.Name; $h.Category; $h.Synopsis; $h.description[0].Text; $h.details.name')).toEqual([
      'Get-Thing',
      'Function',
      'Gets a thing.',
      'A longer text.',
      'Get-Thing',
    ]);
    expect(
      await ask(
        '$e = $h.examples.example; $e.title; $e.code; $e.introduction.Text; $e.remarks.Count; $e.remarks[0].Text',
      ),
    ).toEqual([
      '-------------------------- EXAMPLE 1 --------------------------',
      'Get-Thing -Name a',
      'PS > ',
      '5',
      'Gives the a thing.',
    ]);
    expect(
      await ask(
        '$h.parameters.parameter | ForEach-Object { "$($_.name) $($_.type.name) $($_.required) $($_.position) $($_.pipelineInput) $($_.defaultValue) $($_.description)" }',
      ),
    ).toEqual([
      'Name String true 1 true (ByValue)  @{Text=The name of it.}',
      'Count Int32 false named false 3 ',
      'Go SwitchParameter false named false False ',
    ]);
    expect(
      await ask(
        '$h.syntax.syntaxItem.name; $h.syntax.syntaxItem.parameter.name -join ","; $h.inputTypes.inputType.type.name; $h.alertSet.alert[0].Text; $h.relatedLinks.navigationLink.uri; "$($h.syntax)"',
      ),
    ).toEqual([
      'Get-Thing',
      'Name,Count,Go',
      'System.String',
      'A note.',
      'https://example.com/x',
      '@{syntaxItem=@{name=Get-Thing; parameter=System.Management.Automation.PSObject[]}}',
    ]);
    expect(
      await ask('(Get-Help plain).PSObject.TypeNames; (Get-Help plain).Syntax.syntaxItem.parameter.parameterValue'),
    ).toEqual(['ExtendedCmdletHelpInfo', 'CmdletHelpInfo', 'HelpInfo', 'Object', 'string']);
  });
  it('is found by what its comments say of its place, and by its kind', async () => {
    const marked = `function one { <#
.SYNOPSIS
 a
.COMPONENT
 Net
.ROLE
 Admin
#> param() }
function two { <#
.SYNOPSIS
 b
.FORWARDHELPTARGETNAME one
#> param() }
`;
    const ask = async (script: string): Promise<readonly string[]> => {
      const { output, ids } = await TestSession.unrestricted().script(marked + script);
      return [...output, ...ids];
    };
    expect(await ask('(Get-Help one -Component net).Name; (Get-Help one -Role Adm*).Name')).toEqual(['one', 'one']);
    expect(await ask('(Get-Help two).Synopsis')).toEqual(['a']);
    expect(await ask('Get-Help one -Functionality x')).toEqual([
      'HelpNotFound,Microsoft.PowerShell.Commands.GetHelpCommand',
    ]);
    expect(await ask('(Get-Help Get-C*ture -Category Cmdlet).Category | Select-Object -Unique')).toEqual(['Cmdlet']);
    expect(await ask('Get-Help one -Parameter zz')).toEqual([
      'NoParmsFound,Microsoft.PowerShell.Commands.GetHelpCommand',
    ]);
  });
  it('names the page on the web where it cannot be opened', async () => {
    const { ids } = await TestSession.unrestricted().script(
      `${THING}Get-Help Get-Thing -Online; Get-Help plain -Online`,
    );
    expect(ids).toEqual([
      'InvalidOperation,Microsoft.PowerShell.Commands.GetHelpCommand',
      'InvalidOperation,Microsoft.PowerShell.Commands.GetHelpCommand',
    ]);
  });
});
