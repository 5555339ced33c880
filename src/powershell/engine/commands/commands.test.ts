/** Commands as scripts use them. What they print was measured with pwsh 7.6.9 where a line says so. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runEngine } from '../test-support/run-script.js';
import { splitArguments } from '../text/argument-line.js';

const output = async (script: string): Promise<readonly string[]> => (await runEngine(script)).output;

describe('dates', () => {
  const DATE = "'2020-01-02T03:04:05'";
  it('take the formats of Unix and those with names (measured)', async () => {
    expect(await output(`Get-Date ${DATE} -UFormat '%A %B %d %Y %H:%M:%S %j %U %p %y %e'`)).toEqual([
      'Thursday January 02 2020 03:04:05 002 0 AM 20  2',
    ]);
    expect(await output(`Get-Date ${DATE} -UFormat '%c | %C %D %g %G %h %I %k %l %R %u %V %w %W %%'`)).toEqual([
      'Thu 02 Jan 2020 03:04:05 | 20 01/02/20 20 2020 Jan 03  3  3 03:04 4 01 4 0 %',
    ]);
    expect(await output(`Get-Date ${DATE} -Format FileDateTime`)).toEqual(['20200102T0304050000']);
    expect(await output(`Get-Date ${DATE} -Year 2021 -Millisecond 7 -Format o`)).toEqual([
      '2021-01-02T03:04:05.0070000',
    ]);
  });
  it('refuse parts that no clock has', async () => {
    expect((await runEngine(`Get-Date ${DATE} -Hour 25`)).ids).toEqual([
      'ParameterArgumentValidationError,Microsoft.PowerShell.Commands.GetDateCommand',
    ]);
  });
});

describe('random numbers', () => {
  it('are those of PowerShell for the same seed (measured)', async () => {
    expect(
      await output(
        'Get-Random -SetSeed 5 -Maximum 1000; 1..5 | ForEach-Object { Get-Random -Maximum 1000 }; Get-Random',
      ),
    ).toEqual(['621', '639', '73', '436', '207', '378', '1890130556']);
    expect(await output('1..20 | Get-Random -SetSeed 9 -Count 5')).toEqual(['14', '10', '20', '15', '19']);
    expect(await output('1..5 | Get-Random -SetSeed 9 -Shuffle')).toEqual(['2', '5', '4', '3', '1']);
  });
  it('need a lower limit below the upper one', async () => {
    expect((await runEngine('Get-Random -Minimum 5 -Maximum 5')).ids).toEqual([
      'MinGreaterThanOrEqualMax,Microsoft.PowerShell.Commands.GetRandomCommand',
    ]);
  });
});

describe('secrets', () => {
  const SECRET = '(ConvertTo-SecureString abc -AsPlainText -Force)';
  it('go through a key and back, and another key does not open them', async () => {
    expect(
      await output(
        `$k = [byte[]](1..16); $t = ConvertFrom-SecureString ${SECRET} -Key $k; ConvertTo-SecureString $t -Key $k | ConvertFrom-SecureString -AsPlainText`,
      ),
    ).toEqual(['abc']);
    const wrong = await runEngine(
      `$t = ConvertFrom-SecureString ${SECRET} -Key ([byte[]](1..16)); ConvertTo-SecureString $t -Key ([byte[]](2..17))`,
    );
    // A wrong key now and then gives padding that looks right: then the text is another.
    expect([...wrong.ids, ...wrong.output].join()).not.toContain('abc');
  });
  it('read what PowerShell wrote with a key (measured)', async () => {
    const written =
      '76492d1116743f0423413b16050a5345MgB8AEMAcABXAEIAaQBQAHoAbQAvADcARQBxAEIAZQA4ADcATgBWAGkAaQBJAEEAPQA9AHwAOAA0ADAAZAA2AGUAZgAwADIAZgA5ADYAYgBlADUAMQAwAGYANgA4ADkAYQA1AGYAMgA1ADcAZgBjAGIANwBhAA==';
    expect(
      await output(
        `ConvertTo-SecureString '${written}' -Key ([byte[]](1..16)) | ConvertFrom-SecureString -AsPlainText`,
      ),
    ).toEqual(['pw']);
  });
  it('make credentials whose domain stands apart', async () => {
    expect(
      await output(
        `$c = [pscredential]::new('dom\\u', ${SECRET}).GetNetworkCredential(); $c.UserName; $c.Domain; $c.Password`,
      ),
    ).toEqual(['u', 'dom', 'abc']);
  });
});

describe('processes', () => {
  it('are found by id and by name, started, waited for and stopped', async () => {
    expect(await output('(Get-Process -Id $PID).Id -eq $PID')).toEqual(['True']);
    expect((await runEngine('Get-Process -Id 99999999')).ids).toEqual([
      'NoProcessFoundForGivenId,Microsoft.PowerShell.Commands.GetProcessCommand',
    ]);
    expect((await runEngine('Stop-Process -Name no-such-process')).ids).toEqual([
      'NoProcessFoundForGivenName,Microsoft.PowerShell.Commands.StopProcessCommand',
    ]);
    const node = process.execPath.replaceAll("'", "''");
    expect(
      await output(
        `$p = Start-Process '${node}' '-e "setTimeout(() => {}, 60000)"' -PassThru; Stop-Process -Id $p.Id; Wait-Process -Id $p.Id -ErrorAction Ignore; [bool](Get-Process -Id $p.Id -ErrorAction Ignore)`,
      ),
    ).toEqual(['False']);
    expect(await output(`(Start-Process '${node}' '-e "process.exit(3)"' -Wait -PassThru).ExitCode`)).toEqual(['3']);
    expect((await runEngine('Start-Process no-such-program-here')).ids).toEqual([
      'InvalidOperationException,Microsoft.PowerShell.Commands.StartProcessCommand',
    ]);
  });
  it('get their arguments as .NET takes one line of them apart', () => {
    expect(splitArguments('a "b c" d\\"e ""')).toEqual(['a', 'b c', 'd"e', '']);
    expect(splitArguments('"C:\\dir\\\\" x\\y')).toEqual(['C:\\dir\\', 'x\\y']);
    expect(splitArguments('   ')).toEqual([]);
  });
});

describe('the web', () => {
  let server: Server;
  let address = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString();
        if (request.url === '/missing') response.writeHead(404, 'Not Found').end('nothing');
        else if (request.url === '/moved') response.writeHead(302, { Location: '/json' }).end();
        else if (request.url === '/text') response.writeHead(200, { 'Content-Type': 'text/plain' }).end('plain text');
        else
          response.writeHead(200, { 'Content-Type': 'application/json' }).end(
            JSON.stringify({
              method: request.method,
              url: request.url,
              body,
              type: request.headers['content-type'] ?? '',
              own: request.headers['x-own'] ?? '',
            }),
          );
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await new Promise((resolve) => {
      server.close(resolve);
    });
  });
  it('gives JSON as objects, sends bodies and headers, follows where it is sent', async () => {
    expect(await output(`$r = Invoke-RestMethod ${address}/moved; $r.method; $r.url`)).toEqual(['GET', '/json']);
    expect(
      await output(
        `$r = Invoke-RestMethod ${address}/x -Method Post -Body @{a=1;b='x y'} -Headers @{'X-Own'='me'}; $r.method; $r.body; $r.type; $r.own`,
      ),
    ).toEqual(['POST', 'a=1&b=x+y', 'application/x-www-form-urlencoded', 'me']);
    expect(await output(`(Invoke-RestMethod ${address}/x -Body @{q=5}).url`)).toEqual(['/x?q=5']);
  });
  it('gives a page with its status, or ends with an error that says why', async () => {
    expect(await output(`$r = Invoke-WebRequest ${address}/text; $r.StatusCode; $r.Content`)).toEqual([
      '200',
      'plain text',
    ]);
    const missing = await runEngine(`Invoke-WebRequest ${address}/missing`);
    expect(missing.errors[0]?.exception.message).toBe(
      'Response status code does not indicate success: 404 (Not Found).',
    );
    expect(missing.ids).toEqual([
      'WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeWebRequestCommand',
    ]);
    const closed = createServer();
    const port = await new Promise<number>((resolve) => {
      closed.listen(0, '127.0.0.1', () => {
        resolve((closed.address() as AddressInfo).port);
      });
    });
    await new Promise((resolve) => {
      closed.close(resolve);
    });
    const refused = await runEngine(`Invoke-RestMethod http://127.0.0.1:${port}/`);
    expect(refused.errors[0]?.exception.message).toMatch(/^Connection refused \(127\.0\.0\.1:\d+\)$/);
  });
  it('tells whether a port answers', async () => {
    const port = (server.address() as AddressInfo).port;
    expect(await output(`Test-Connection 127.0.0.1 -TcpPort ${port}; Test-Connection 127.0.0.1 -TcpPort 1`)).toEqual([
      'True',
      'False',
    ]);
  });
});

describe('items', () => {
  const folder = mkdtempSync(nodePath.join(tmpdir(), 'pssession-items-'));
  const file = nodePath.join(folder, 'a.txt');
  writeFileSync(file, 'text');
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  it('have properties that can be set, and say so where they cannot', async () => {
    expect(
      await output(
        `Set-ItemProperty '${file}' -Name IsReadOnly -Value $true; (Get-Item '${file}').IsReadOnly; Set-ItemProperty '${file}' IsReadOnly $false; (Get-Item '${file}').IsReadOnly`,
      ),
    ).toEqual(['True', 'False']);
    expect((await runEngine(`New-ItemProperty '${file}' -Name x -Value 1`)).ids).toEqual([
      'NotSupported,Microsoft.PowerShell.Commands.NewItemPropertyCommand',
    ]);
  });
  it('change aliases and commands of their own runspace, and of no other', async () => {
    const look = `(Get-Alias gci).Definition; Test-Path Alias:mine; Test-Path Alias:gcm`;
    await output(look); // what a runspace begins with is shared from the second on
    const change = `Set-Alias gci Get-Date -Force; Set-Alias mine Get-Item; Remove-Item Alias:gcm -Force`;
    expect(await output(`${change}; ${look}`)).toEqual(['Get-Date', 'True', 'False']);
    expect(await output(look)).toEqual(['Get-ChildItem', 'False', 'True']);
    expect(await output(`@(Get-Command Get-Item -CommandType Cmdlet).Count`)).toEqual(['1']);
  });
  it('keep aliases in files and take them back', async () => {
    const aliases = nodePath.join(folder, 'aliases.csv');
    expect(
      await output(
        `Set-Alias zz Get-Date -Description 'd, e'; Export-Alias '${aliases}' zz; Remove-Item Alias:zz; Import-Alias '${aliases}'; (Get-Alias zz).Definition`,
      ),
    ).toEqual(['Get-Date']);
    expect(
      (await runEngine(`Set-Alias zz Get-Date; Export-Alias '${aliases}' zz; Import-Alias '${aliases}'`)).ids,
    ).toEqual(['AliasAlreadyExists,Microsoft.PowerShell.Commands.ImportAliasCommand']);
  });
});

describe('script files', () => {
  const folder = mkdtempSync(nodePath.join(tmpdir(), 'pssession-scripts-'));
  beforeAll(() => {
    mkdirSync(nodePath.join(folder, 'tools'));
    writeFileSync(nodePath.join(folder, 'lib.ps1'), 'function Get-Lib { "lib $args" }');
    writeFileSync(nodePath.join(folder, 'tools', 'go.ps1'), '"go $args"');
    writeFileSync(nodePath.join(folder, 'tools', 'prog'), '#!/bin/sh\necho prog\n');
    chmodSync(nodePath.join(folder, 'tools', 'prog'), 0o755);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  // Measured with pwsh 7.6.9 on Linux.
  it('are found with either slash on every OS', async () => {
    const ran = await runEngine(`
      Set-Location '${folder}'
      . .\\lib.ps1; Get-Lib 1
      & .\\tools\\go.ps1 2
      & "$PWD\\tools/go.ps1" 3
      'kept' > .\\tools\\kept.txt; Get-Content ./tools/kept.txt`);
    expect(ran.ids).toEqual([]);
    expect(ran.output).toEqual(['lib 1', 'go 2', 'go 3', 'kept']);
  });
  it.skipIf(process.platform === 'win32')('and so are programs', async () => {
    expect((await runEngine(`Set-Location '${folder}'; & .\\tools\\prog`)).output).toEqual(['prog']);
  });
});

describe('compared objects', () => {
  // Measured with pwsh 7.6.9.
  it('may be none on either side, but not null', async () => {
    const show = '| ForEach-Object { "$($_.InputObject)$($_.SideIndicator)" }';
    expect((await runEngine(`Compare-Object @() 1, 2 ${show}`)).output).toEqual(['1=>', '2=>']);
    expect((await runEngine(`Compare-Object 1 @() ${show}`)).output).toEqual(['1<=']);
    expect((await runEngine('@(Compare-Object @() @()).Count')).output).toEqual(['0']);
    const none = 'ParameterArgumentValidationErrorNullNotAllowed,Microsoft.PowerShell.Commands.CompareObjectCommand';
    expect((await runEngine('Compare-Object $null 1')).ids).toEqual([none]);
    expect((await runEngine('Compare-Object @($null) 1')).ids).toEqual([none]);
  });
});

describe('what this engine cannot do', () => {
  it('is said by name', async () => {
    const compiled = await runEngine("Add-Type -TypeDefinition 'public class Foo { public int A() { return 1; } }'");
    expect(compiled.ids).toEqual(['NotSupported,Microsoft.PowerShell.Commands.AddTypeCommand']);
    expect(compiled.errors[0]?.exception.message).toContain('runs without .NET');
    expect((await runEngine('Restart-Computer')).ids).toEqual([
      'NotSupported,Microsoft.PowerShell.Commands.RestartComputerCommand',
    ]);
    expect((await runEngine('Add-Type -AssemblyName System.Web')).ids).toEqual([]);
  });
});

describe('Get-Command', () => {
  const folder = mkdtempSync(nodePath.join(tmpdir(), 'pssession-commands-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const FOO =
    "function foo { [CmdletBinding(SupportsShouldProcess, DefaultParameterSetName='A')] [OutputType([int])] param([Parameter(Mandatory,ParameterSetName='A',Position=0)][string]$X,[Parameter(ParameterSetName='B')][ValidateSet('q','r')][int[]]$Y,[switch]$Z) 1 }\n";
  it('tells of a function what pwsh 7.6.9 tells', async () => {
    const { output } = await runEngine(
      `${FOO}$c = Get-Command foo; $c.CommandType -is [System.Management.Automation.CommandTypes]; $c.CmdletBinding; $c.DefaultParameterSet; $c.OutputType.Name; "$($c.ParameterSets.Name)"; $c.ParameterSets | ForEach-Object { "$_" }; $c.Parameters.Y.Attributes | ForEach-Object { "$_" }; $c.Parameters.Y.Attributes.ValidValues; $c.ResolveParameter('z').Name`,
    );
    expect(output).toEqual([
      'True',
      'True',
      'A',
      'System.Int32',
      'A B',
      '[-X] <string> [-Z] [-WhatIf] [-Confirm] [<CommonParameters>]',
      '[-Y <int[]>] [-Z] [-WhatIf] [-Confirm] [<CommonParameters>]',
      'System.Management.Automation.ValidateSetAttribute',
      'System.Management.Automation.ParameterAttribute',
      'System.Management.Automation.ArgumentTypeConverterAttribute',
      'q',
      'r',
      'Z',
    ]);
  });
  it('gives attributes as objects of their classes', async () => {
    const { output } = await runEngine(
      `${FOO}$y = (Get-Command foo).Parameters.Y.Attributes; $y | Where-Object { $_ -is [System.Management.Automation.ValidateSetAttribute] } | ForEach-Object ValidValues; ($y | Where-Object { $_ -is [Parameter] }).ParameterSetName; (Get-Command Get-FileHash).Parameters.Algorithm.Attributes.ValidValues -contains 'MD5'; (Get-Command Get-ChildItem).OutputType.Name`,
    );
    expect(output).toEqual(['q', 'r', 'B', 'True', 'System.IO.FileInfo', 'System.IO.DirectoryInfo']);
  });
  it('writes the syntax as one text', async () => {
    const { output } = await runEngine(
      `${FOO}function bare {}; Get-Command foo -Syntax; Get-Command bare -Syntax; Set-Alias f foo; Get-Command f -Syntax`,
    );
    const lines = (name: string): string =>
      `\n${name} [-X] <string> [-Z] [-WhatIf] [-Confirm] [<CommonParameters>]\n\n${name} [-Y <int[]>] [-Z] [-WhatIf] [-Confirm] [<CommonParameters>]\n`;
    expect(output).toEqual([lines('foo'), '\nbare \n', `f (alias) -> foo\n${lines('f')}`]);
  });
  it('finds by verb, noun, parameter, parameter type and kind', async () => {
    expect(
      (await runEngine('(Get-Command -Verb Measure).Name; (Get-Command -Noun Date -Verb G*).Name')).output,
    ).toEqual(['Measure-Command', 'Measure-Object', 'Get-Date']);
    expect((await runEngine('Get-Command -ParameterName MaskInput | ForEach-Object Name')).output).toEqual([
      'Read-Host',
    ]);
    expect((await runEngine('(Get-Command -ParameterType TimeSpan -ParameterName D*).Name')).output).toEqual([
      'Start-Sleep',
    ]);
    expect((await runEngine('filter fil { $_ }; (Get-Command -CommandType Filter).Name')).output).toEqual(['fil']);
    expect((await runEngine('(Get-Command Microsoft.PowerShell.Utility\\Get-Date).Name')).output).toEqual(['Get-Date']);
    expect((await runEngine('(Get-Command Get-* -TotalCount 3).Count')).output).toEqual(['3']);
  });
  it('finds programs and scripts, and says which file they are', async () => {
    const { output } = await runEngine(
      `Set-Content ${folder}/sc.ps1 'param([int]$N) $N'; $s = Get-Command ${folder}/sc.ps1; $s.CommandType; $s.Path -eq '${folder}/sc.ps1'; $s.Parameters.N.ParameterType.Name; & $s -N 4; (Get-Command sh).CommandType; Set-Content ${folder}/me.ps1 '$MyInvocation.MyCommand.Path'; & ${folder}/me.ps1`,
    );
    expect(output).toEqual(['ExternalScript', 'True', 'Int32', '4', 'Application', `${folder}/me.ps1`]);
  });
  it('says what is not there', async () => {
    expect((await runEngine('Get-Command nosuch')).ids).toEqual([
      'CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand',
    ]);
    expect((await runEngine('Get-Command nosuch*; Get-Command -Verb Nope -Noun Nope')).ids).toEqual([]);
    expect((await runEngine('Get-Command -ParameterName dummy')).ids).toEqual([
      'CommandParameterNotFound,Microsoft.PowerShell.Commands.GetCommandCommand',
    ]);
    expect((await runEngine('Get-Command Get-Date -Verb Get')).ids).toEqual([]);
    expect((await runEngine('Get-Command -ArgumentList x')).ids).toEqual([
      'CommandArgsOnlyForSingleCmdlet,Microsoft.PowerShell.Commands.GetCommandCommand',
    ]);
  });
  it('a noun alone means its Get- command, where nothing else has that name', async () => {
    expect((await runEngine("function Get-Thing { 'thing' }; thing")).output).toEqual(['thing']);
    expect((await runEngine('(verb Get).Verb')).output).toEqual(['Get']);
    expect((await runEngine("function sh2 { 'mine' }; function Get-sh2 { 'other' }; sh2")).output).toEqual(['mine']);
    if (process.platform !== 'win32') expect((await runEngine('(date -u +%Z)')).output).toEqual(['UTC']);
  });
  it('-? is the help of a command, whatever it asks for', async () => {
    const { output, ids } = await runEngine(
      'function foo { [CmdletBinding()] param([Parameter(Mandatory)]$H) }; foo -?',
    );
    expect(ids).toEqual([]);
    expect(output.join('\n')).toMatch(/^\s*NAME\s+foo/);
  });
});
