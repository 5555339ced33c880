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
});
