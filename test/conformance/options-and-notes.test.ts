/** SessionOption, and the notes of the page: what is listed, where it is kept, what state and availability mean. cmdlets.md 2, 3.7, 13, 18 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InteractiveSession } from '../../src/client/session/index.js';
import { sessionConfiguration } from '../../src/server/index.js';
import { DEFAULT_CONFIGURATION_QUOTAS } from '../../src/server/configuration/quotas.js';
import { Lab, type LabClient } from './support/lab.js';

const CLASS = 'Microsoft.PowerShell.Commands.GetPSSessionCommand';
const SHOW = 'ForEach-Object { "$($_.Name) $($_.State) $($_.Availability)" }';

describe('SessionOption', () => {
  let lab: Lab;
  let me: LabClient;

  beforeAll(async () => {
    lab = new Lab();
    await lab.add(['Server01'], {
      configurations: [
        sessionConfiguration({ name: 'Microsoft.PowerShell' }),
        sessionConfiguration({
          name: 'Short',
          outputBufferingMode: 'Drop',
          quotas: { ...DEFAULT_CONFIGURATION_QUOTAS, IdleTimeoutms: 900_000, MaxIdleTimeoutms: 1_800_000 },
        }),
      ],
    });
    me = await lab.client();
  });
  afterAll(() => lab[Symbol.asyncDispose]());
  const last = () => {
    const found = lab.requests.at(-1);
    if (found === undefined) throw new Error('nothing was asked of the network');
    return found.info;
  };

  it('[S174] SessionOption sets advanced options of the connection', async () => {
    await me.values(
      'Get-PSSession -ComputerName Server01 -SessionOption (New-PSSessionOption -OpenTimeout 5000 -OperationTimeout 70000)',
    );
    expect([last().openTimeoutMs, last().operationTimeoutMs]).toEqual([5000, 70_000]);
  });
  it('[S175] SessionOption is an option object, or a hashtable of names and values', async () => {
    await me.values(
      '$o = New-PSSessionOption -OperationTimeout 61000; Get-PSSession -ComputerName Server01 -SessionOption $o',
    );
    expect(last().operationTimeoutMs).toBe(61_000);
    await me.values(
      "Get-PSSession -ComputerName Server01 -SessionOption @{ operationtimeout = '00:01:02'; SkipCACheck = $true }",
    );
    expect([last().operationTimeoutMs, last().option.skipCACheck]).toEqual([62_000, true]);
  });
  it.each([
    [
      '-SessionOption @{ OperationTimeout = "x" }',
      'Cannot bind parameter \'SessionOption\'. Cannot create object of type "System.Management.Automation.Remoting.PSSessionOption". Cannot convert value "x" to type "System.TimeSpan". Error: "String \'x\' was not recognized as a valid TimeSpan."',
    ],
    [
      '-SessionOption @{ ProxyAuthentication = "Kerberos" }',
      'Cannot bind parameter \'SessionOption\'. Cannot create object of type "System.Management.Automation.Remoting.PSSessionOption". Kerberos cannot be specified as a proxy authentication mechanism. Only Basic,Negotiate or Digest are supported for proxy authentication.',
    ],
    [
      '-CertificateThumbprint abc -Credential $c',
      'Cannot bind parameter \'Credential\' to the target. Exception setting "Credential": "A CertificateThumbPrint cannot be specified when Credential is specified."',
    ],
    [
      '-Credential $c -CertificateThumbprint abc',
      'Cannot bind parameter \'CertificateThumbprint\' to the target. Exception setting "CertificateThumbprint": "A CertificateThumbPrint cannot be specified when Credential is specified."',
    ],
    [
      '-CertificateThumbprint abc -Authentication Kerberos',
      'Cannot bind parameter \'Authentication\' to the target. Exception setting "Authentication": "A CertificateThumbPrint cannot be specified when Kerberos is specified."',
    ],
    [
      '-Authentication NegotiateWithImplicitCredential -Credential $c',
      'Cannot bind parameter \'Credential\' to the target. Exception setting "Credential": "A Credential cannot be specified when NegotiateWithImplicitCredential is specified."',
    ],
  ])('is refused in the words of PowerShell: %s', async (parameters, text) => {
    const made = "$c = [pscredential]::new('me', (ConvertTo-SecureString p -AsPlainText -Force))";
    expect((await me.error(`${made}; Get-PSSession -ComputerName Server02 ${parameters}`)).exception.message).toBe(
      text,
    );
  });

  it('[S176] the defaults come from $PSSessionOption if it is set', async () => {
    await me.values(
      '$PSSessionOption = New-PSSessionOption -OperationTimeout 63000; Get-PSSession -ComputerName Server01',
    );
    expect(last().operationTimeoutMs).toBe(63_000);
    await me.values('Remove-Variable PSSessionOption; Get-PSSession -ComputerName Server01');
    expect(last().operationTimeoutMs).toBe(180_000);
  });
  it('[S177] otherwise the session configuration of the server decides: idle time and buffering', async () => {
    expect(
      await me.texts(
        '$s = New-PSSession -ComputerName Server01 -ConfigurationName Short; "$($s.IdleTimeout) $($s.OutputBufferingMode)"; Remove-PSSession $s',
      ),
    ).toEqual(['900000 Drop']);
  });
  it('[S178] what SessionOption says counts more than both', async () => {
    expect(
      await me.texts(
        '$PSSessionOption = New-PSSessionOption -IdleTimeout 1000000; $s = New-PSSession -ComputerName Server01 -ConfigurationName Short -SessionOption (New-PSSessionOption -IdleTimeout 1200000 -OutputBufferingMode Block); "$($s.IdleTimeout) $($s.OutputBufferingMode)"; Remove-PSSession $s; Remove-Variable PSSessionOption',
      ),
    ).toEqual(['1200000 Block']);
  });
  it('[S179] maxima of the session configuration count more than SessionOption', async () => {
    const error = await me.error(
      'New-PSSession -ComputerName Server01 -ConfigurationName Short -SessionOption (New-PSSessionOption -IdleTimeout 7200000)',
    );
    expect(error.fullyQualifiedErrorId).toMatch(/PSSessionOpenFailed$/);
    expect(error.category).toBe('OpenError');
  });
  it('[S180] the options, the variable and the configurations are explained where the page says', async () => {
    expect(await me.type('Get-Help New-PSSessionOption -Full')).toMatch(
      /-OperationTimeout <Int32>[\s\S]*Default value +180000/,
    );
    expect(await me.type('Get-Help New-PSSessionOption')).toContain('$PSSessionOption');
    expect(await me.type('Get-Help about_Session_Configurations')).toContain('within which limits');
    const names = await me.texts('New-PSSessionOption | Get-Member -MemberType Property | ForEach-Object Name');
    expect(names).toHaveLength(23);
  });
});

describe('the notes of the page', () => {
  let lab: Lab;
  let me: LabClient;
  let other: LabClient;
  let entered: InteractiveSession | undefined;

  beforeAll(async () => {
    lab = new Lab();
    await Promise.all([lab.add(['localhost']), lab.add(['Server01']), lab.add(['Server02'])]);
    me = await lab.client({
      interactive: {
        push: (session) => {
          entered = session;
        },
        pop: async () => {
          await entered?.leave();
          entered = undefined;
        },
        get isPushed() {
          return entered !== undefined;
        },
      },
    });
    other = await lab.client();
    await me.values('$mine = New-PSSession -ComputerName Server01 -Name mine');
    await other.values(
      '$theirs = New-PSSession -ComputerName Server01 -Name theirs; $left = New-PSSession -ComputerName Server01 -Name left | Disconnect-PSSession',
    );
  });
  afterAll(() => lab[Symbol.asyncDispose]());

  it('[S185] sessions of New-PSSession, Enter-PSSession and Invoke-Command are user-managed: their server lists them', async () => {
    await me.values('Enter-PSSession -ComputerName Server02');
    expect(entered).toBeDefined();
    expect(
      await other.texts(`Get-PSSession -ComputerName Server02 | ForEach-Object { "$($_.State) $($_.Availability)" }`),
    ).toEqual(['Disconnected Busy']);
    // An interactive session is temporary: it is not in the list of the session that entered it, and gone when it is left.
    expect(await me.texts('Get-PSSession | ForEach-Object Name')).toEqual(['mine']);
    await me.values('Exit-PSSession');
    expect(await other.texts('Get-PSSession -ComputerName Server02 | ForEach-Object Name')).toEqual([]);
    await me.values(
      'Invoke-Command -ComputerName Server02 { Start-Sleep -Seconds 30 } -AsJob -JobName asleep | Out-Null',
    );
    let seen: readonly string[] = [];
    for (let tries = 0; seen.length === 0 && tries < 200; tries += 1)
      seen = await other.texts(
        `Get-PSSession -ComputerName Server02 | ForEach-Object { "$($_.State) $($_.Availability)" }`,
      );
    expect(seen).toEqual(['Disconnected Busy']);
    await me.values('Stop-Job -Name asleep; Remove-Job -Name asleep');
  });
  it('[S186] the session that is there from the start is not listed', async () => {
    const fresh = await lab.client();
    expect(await fresh.texts('Get-PSSession; 1 + 1')).toEqual(['2']);
  });
  it('[S187] sessions are stored on the computer that receives the connection', async () => {
    expect(await other.texts('Get-PSSession -ComputerName Server01 | ForEach-Object Name')).toEqual([
      'mine',
      'theirs',
      'left',
    ]);
    expect(await other.texts('Get-PSSession -ComputerName localhost | ForEach-Object Name')).toEqual([]);
  });
  it('[S188] a temporary connection runs the query, and nothing is left of it', async () => {
    const before = lab.requests.length;
    await me.values('Get-PSSession -ComputerName Server01');
    expect(lab.requests.slice(before)).toHaveLength(1);
    expect(await other.texts('Get-PSSession -ComputerName Server01 | ForEach-Object Name')).toEqual([
      'mine',
      'theirs',
      'left',
    ]);
    expect(me.context.repository.size).toBe(1);
  });
  it('[S189] ComputerName or ConnectionUri name the remote computer', async () => {
    for (const where of ['-ComputerName Server01', '-ConnectionUri http://Server01:5985/wsman'])
      expect(await me.texts(`Get-PSSession ${where} | ForEach-Object Name`)).toEqual(['mine', 'theirs', 'left']);
  });
  it('[S190] Name, Id, InstanceId and State filter', async () => {
    expect(await me.texts('Get-PSSession -ComputerName Server01 -Name l* | ForEach-Object Name')).toEqual(['left']);
    expect(await me.texts('Get-PSSession -Id $mine.Id | ForEach-Object Name')).toEqual(['mine']);
    expect(
      await me.texts('Get-PSSession -ComputerName Server01 -InstanceId $mine.InstanceId | ForEach-Object Name'),
    ).toEqual(['mine']);
    expect(await me.texts('Get-PSSession -ComputerName Server01 -State Opened | ForEach-Object Name')).toEqual([
      'mine',
    ]);
  });
  it('[S191] the rest configures the temporary session', async () => {
    await me.values(
      'Get-PSSession -ComputerName Server01 -SessionOption @{ OpenTimeout = 12345 } -Authentication Negotiate',
    );
    const { info } = lab.requests.at(-1) ?? { info: undefined };
    expect([info?.openTimeoutMs, info?.authenticationMechanism]).toEqual([12_345, 'Negotiate']);
    expect(await me.texts('$mine.Runspace.ConnectionInfo.OpenTimeout')).toEqual(['180000']);
  });
  it('[S192] only servers of PowerShell 3.0 or later have sessions to get', async () => {
    lab.oldComputers.add('server01');
    try {
      expect(await me.texts('Get-PSSession -ComputerName Server01 | ForEach-Object Name')).toEqual([]);
    } finally {
      lab.oldComputers.delete('server01');
    }
    expect(await me.texts('Get-PSSession -ComputerName Server01 | ForEach-Object Name')).toHaveLength(3);
  });
  it('[S193] State is relative: Disconnected means not connected to this session', async () => {
    expect(await me.texts(`Get-PSSession -ComputerName Server01 -Name theirs | ${SHOW}`)).toEqual([
      'theirs Disconnected Busy',
    ]);
    expect(await other.texts(`$theirs | ${SHOW}`)).toEqual(['theirs Opened Available']);
  });
  it('[S194] a session that is Disconnected here may be connected to another session, and works there', async () => {
    expect(await me.texts('(Get-PSSession -ComputerName Server01 -Name theirs).State')).toEqual(['Disconnected']);
    expect(await other.texts('"$(Invoke-Command -Session $theirs { 6 * 7 })"')).toEqual(['42']);
  });
  it('[S195] Availability decides whether you can connect', async () => {
    const { output, errors } = await me.run(
      'Get-PSSession -ComputerName Server01 -State Disconnected | Connect-PSSession',
    );
    expect(output).toHaveLength(1); // the one whose availability was None
    expect(errors).toHaveLength(1); // the Busy one
    expect(await me.texts(`Get-PSSession -Name left | ${SHOW}`)).toEqual(['left Opened Available']);
    await me.values('Disconnect-PSSession -Name left');
  });
  it('[S196] None: you can connect', async () => {
    expect(await other.texts('(Get-PSSession -ComputerName Server01 -Name left).Availability')).toEqual(['None']);
    expect(await other.texts(`Connect-PSSession -ComputerName Server01 -Name left | ${SHOW}`)).toEqual([
      'left Opened Available',
    ]);
  });
  it('[S197] Busy: it is connected to another session, and you cannot', async () => {
    expect(await me.texts('(Get-PSSession -ComputerName Server01 -Name theirs).Availability')).toEqual(['Busy']);
    const error = await me.error('Connect-PSSession -ComputerName Server01 -Name theirs');
    expect([error.fullyQualifiedErrorId, error.category]).toEqual([
      'PSSessionConnectFailed,Microsoft.PowerShell.Commands.ConnectPSSessionCommand',
      'InvalidOperation',
    ]);
    // Its holder is not disturbed.
    expect(await other.texts(`$theirs | ${SHOW}`)).toEqual(['theirs Opened Available']);
  });
  it('[S198] State has the values of the enumeration RunspaceState', async () => {
    const names = 'BeforeOpen Opening Opened Closed Closing Broken Disconnecting Disconnected Connecting'.split(' ');
    expect(
      await me.texts(
        names.map((name) => `[int][System.Management.Automation.Runspaces.RunspaceState]::${name}`).join('; '),
      ),
    ).toEqual(names.map((_, number) => String(number)));
    expect(await me.texts('$mine.State -is [System.Management.Automation.Runspaces.RunspaceState]')).toEqual(['true']);
  });
  it('[S199] Availability has the values of the enumeration RunspaceAvailability', async () => {
    const names = 'None Available AvailableForNestedCommand Busy RemoteDebug'.split(' ');
    expect(
      await me.texts(
        names.map((name) => `[int][System.Management.Automation.Runspaces.RunspaceAvailability]::${name}`).join('; '),
      ),
    ).toEqual(names.map((_, number) => String(number)));
    expect(
      await me.texts('$mine.Availability -is [System.Management.Automation.Runspaces.RunspaceAvailability]'),
    ).toEqual(['true']);
  });
  it('[S200] the ten related commands and topics are there, each with its help', async () => {
    const links = [
      ...'Connect Disconnect Receive Enter Exit'.split(' ').map((verb) => `${verb}-PSSession`),
      'Invoke-Command',
      'New-PSSession',
      'Remove-PSSession',
      'about_PSSessions',
      'about_Remote',
    ];
    expect(links).toHaveLength(10);
    const shown = await me.type('Get-Help Get-PSSession');
    for (const link of links) {
      expect(shown).toContain(link);
      expect((await me.type(`Get-Help ${link}`)).length).toBeGreaterThan(100);
      if (link.includes('-')) expect(await me.texts(`(Get-Command ${link}).Name`)).toEqual([link]);
    }
  });
  it('errors of a query name the command', async () => {
    expect((await me.error('Get-PSSession -ComputerName nowhere.invalid')).fullyQualifiedErrorId).toBe(
      `ComputerNotFound,RemotePSSessionQueryFailed,${CLASS}`,
    );
  });
});
