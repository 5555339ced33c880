/**
 * How Get-PSSession connects: authentication, certificates, credentials, computer names, ports, TLS, redirection and
 * connection URIs. cmdlets.md 3.1-3.3, 3.6, 4
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PSCredential } from '../../src/client/session/index.js';
import { AUTHENTICATION_MECHANISMS } from '../../src/powershell/cmdlets/shared-parameters.js';
import { makeCertificates, opensslAvailable, type TestCertificates } from './support/certificates.js';
import { COLLEAGUE, Lab, ME, securePort, type LabClient } from './support/lab.js';

const CLASS = 'Microsoft.PowerShell.Commands.GetPSSessionCommand';

describe('the temporary connection of Get-PSSession', () => {
  let lab: Lab;
  let me: LabClient;
  let colleague: LabClient;
  let redirector: Server;
  let redirectorUrl = '';

  beforeAll(async () => {
    lab = new Lab();
    await Promise.all([
      lab.add(['localhost', hostname()], { endpoint: { authentication: { digest: true } } }),
      lab.add(['Server01', 'server01.example.com', '192.0.2.11', '[2001:db8::11]'], {
        endpoint: { authentication: { digest: true, credssp: true } },
      }),
      lab.add(['Server02']),
      lab.add(['Old01']),
    ]);
    me = await lab.client();
    colleague = await lab.client({ user: COLLEAGUE });
    await me.values(
      '$a = New-PSSession -ComputerName Server01 -Name mine; $null = New-PSSession -ComputerName localhost -Name local; $null = New-PSSession -ComputerName Server02 -Name second',
    );
    await colleague.values('$null = New-PSSession -ComputerName Server01 -Name theirs');
    redirector = createServer((request, response) => {
      request.resume().on('end', () => response.writeHead(301, { Location: 'http://Server02:5985/wsman' }).end());
    });
    await new Promise<void>((resolve) => redirector.listen(0, '127.0.0.1', resolve));
    redirectorUrl = `http://127.0.0.1:${(redirector.address() as AddressInfo).port}/wsman`;
  });
  afterEach(() => {
    lab.onPost = undefined;
  });
  afterAll(async () => {
    redirector.close();
    await lab[Symbol.asyncDispose]();
  });
  const names = async (script: string): Promise<readonly string[]> => await me.texts(`${script} | ForEach-Object Name`);
  const errorId = async (script: string): Promise<string> => (await me.error(script)).fullyQualifiedErrorId;
  const last = () => {
    const found = lab.requests.at(-1);
    if (found === undefined) throw new Error('nothing was asked of the network');
    return found;
  };

  // ---------------------------------------------------------------- Authentication

  it('[S58] Authentication chooses the mechanism by which the query is authenticated', async () => {
    const before = lab.machine('Server01').audit.length;
    await me.values('Get-PSSession -ComputerName Server01 -Authentication Negotiate');
    const records = lab.machine('Server01').audit.slice(before);
    expect(JSON.stringify(records)).toMatch(/Negotiate|NTLM/);
  });
  it('[S59] Authentication configures the temporary connection, and leaves the sessions as they are', async () => {
    const read = '(Get-PSSession -Name mine).Runspace.ConnectionInfo.AuthenticationMechanism.ToString()';
    const before = await me.texts(read);
    await me.values('Get-PSSession -ComputerName Server01 -Authentication Negotiate');
    expect(last().info.authenticationMechanism).toBe('Negotiate');
    expect(await me.texts(read)).toEqual(before);
  });
  it('[S60] Authentication takes seven values and no other', async () => {
    expect(Object.keys(AUTHENTICATION_MECHANISMS)).toEqual([
      'Default',
      'Basic',
      'Negotiate',
      'NegotiateWithImplicitCredential',
      'Credssp',
      'Digest',
      'Kerberos',
    ]);
    for (const mechanism of Object.keys(AUTHENTICATION_MECHANISMS)) {
      const { errors, failure } = await me.run(`Get-PSSession -ComputerName Server01 -Authentication ${mechanism}`);
      // Whether the mechanism gets through is another matter; it is understood.
      for (const error of [...errors, ...(failure === undefined ? [] : [failure])])
        expect(error.fullyQualifiedErrorId).not.toContain('CannotConvertArgument');
    }
    expect(await errorId('Get-PSSession -ComputerName Server01 -Authentication Ticket')).toBe(
      `CannotConvertArgumentNoMessage,${CLASS}`,
    );
  });
  it('[S61] Authentication is Default when it is not given', async () => {
    await me.values('Get-PSSession -ComputerName Server01');
    expect(last().info.authenticationMechanism).toBe('Default');
    expect(await me.type('Get-Help Get-PSSession -Parameter Authentication')).toMatch(/Default value +Default/);
  });
  it('[S62] the values of Authentication are those of the enumeration AuthenticationMechanism, and the help explains them', async () => {
    const type = '[System.Management.Automation.Runspaces.AuthenticationMechanism]';
    const numbers = await me.texts(
      Object.keys(AUTHENTICATION_MECHANISMS)
        .map((name) => `[int]${type}::${name}`)
        .join('; '),
    );
    expect(numbers.map(Number)).toEqual(Object.values(AUTHENTICATION_MECHANISMS));
    expect(await me.type('Get-Help Get-PSSession -Parameter Authentication')).toMatch(
      /Basic and Digest need a user name/,
    );
  });
  it('[S63] caution: CredSSP hands the credentials over, which is for a second hop, and so needs them', async () => {
    expect(await me.type('Get-Help Get-PSSession -Parameter Authentication')).toMatch(
      /CAUTION: With CredSSP the credentials themselves are passed to the remote computer/,
    );
    await me.set('cred', new PSCredential(ME.user, ME.password).toPSObject());
    await me.run('Get-PSSession -ComputerName Server01 -Authentication Credssp -Credential $cred');
    expect(last().info).toMatchObject({ authenticationMechanism: 'Credssp' });
    expect(last().info.credential?.userName).toBe(ME.user);
  });
  it('[S64, S65] caution: this increases the risk, and a compromised computer can misuse the credentials', async () => {
    const help = (await me.type('Get-Help Get-PSSession -Parameter Authentication')).replace(/\s+/g, ' ');
    expect(help).toContain('it increases the risk');
    expect(help).toContain(
      'if the remote computer is compromised, the credentials that were passed to it can be used to control the network session',
    );
  });

  // ---------------------------------------------------------------- Credential

  it('[S86] Credential runs the command as that user: their sessions are found', async () => {
    await me.set('cred', new PSCredential(COLLEAGUE.user, COLLEAGUE.password).toPSObject());
    expect(await names('Get-PSSession -ComputerName Server01 -Credential $cred')).toEqual(['theirs']);
  });
  it('[S87] Credential: an account that may not connect is an error of that computer', async () => {
    await me.set('cred', new PSCredential('nobody', 'wrong').toPSObject());
    expect(await errorId('Get-PSSession -ComputerName Server01 -Credential $cred')).toBe(
      `AccessDenied,RemotePSSessionQueryFailed,${CLASS}`,
    );
  });
  it('[S88] Credential: the current user when it is not given', async () => {
    expect(await names('Get-PSSession -ComputerName Server01')).toEqual(['mine']);
    expect(await colleague.texts('Get-PSSession -ComputerName Server01 | ForEach-Object Name')).toEqual(['theirs']);
  });
  it('[S89] Credential takes User01, Domain01\\User01, User@Domain.com and credential objects', async () => {
    for (const user of ['User01', 'Domain01\\User01', 'User@Domain.com']) {
      me.host.answers.set('PromptForCredential1', [new PSCredential(user, 'x').toPSObject()]);
      await me.run(`Get-PSSession -ComputerName Server01 -Credential '${user}'`);
      expect(last().info.credential?.userName).toBe(user);
    }
    await me.set('cred', new PSCredential('Domain01\\User01', 'x').toPSObject());
    await me.run('Get-PSSession -ComputerName Server01 -Credential $cred');
    expect(last().info.credential?.userName).toBe('Domain01\\User01');
  });
  it('[S90] Credential: a user name asks for the password', async () => {
    me.host.calls.length = 0;
    me.host.answers.set('PromptForCredential1', [new PSCredential(COLLEAGUE.user, COLLEAGUE.password).toPSObject()]);
    expect(await names(`Get-PSSession -ComputerName Server01 -Credential ${COLLEAGUE.user}`)).toEqual(['theirs']);
    const [call] = me.host.calls.filter(({ method }) => method === 'PromptForCredential1');
    expect(call?.parameters[2]).toBe(COLLEAGUE.user);
  });
  it('[S91] Credential configures the temporary connection, not the sessions', async () => {
    await me.set('cred', new PSCredential(ME.user, ME.password).toPSObject());
    await me.values('Get-PSSession -ComputerName Server01 -Credential $cred');
    expect(last().info.credential?.userName).toBe(ME.user);
    expect(await me.texts('$null -eq (Get-PSSession -Name mine).Runspace.ConnectionInfo.Credential')).toEqual(['true']);
  });

  // ---------------------------------------------------------------- ComputerName

  it('[S76] ComputerName gets the sessions that connect to those computers', async () => {
    expect(await names('Get-PSSession -ComputerName Server01, Server02')).toEqual(
      expect.arrayContaining(['mine', 'second']),
    );
  });
  it('[S77] ComputerName takes no wildcards: a pattern is a name like any other', async () => {
    const before = lab.requests.length;
    const { output, errors } = await me.run('Get-PSSession -ComputerName Server*');
    expect(output).toEqual([]);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.exception.message).toContain('Server*');
    expect(lab.requests.slice(before).filter(({ computerName }) => /^server0\d$/i.test(computerName))).toEqual([]);
  });
  it('[S79] ComputerName: the sessions are stored at the other end: another client finds them', async () => {
    const another = await lab.client();
    expect(
      await another.texts(
        'Get-PSSession -ComputerName Server01 | ForEach-Object { "$($_.Name) $($_.State) $($_.Availability)" }',
      ),
    ).toEqual(['mine Disconnected Busy']);
  });
  it('[S80] ComputerName: a temporary connection to each computer, and no session is left by it', async () => {
    const before = lab.requests.length;
    await me.values('Get-PSSession -ComputerName Server01, Server02');
    expect(lab.requests.slice(before).map(({ computerName }) => computerName)).toEqual(['Server01', 'Server02']);
    expect(await names('Get-PSSession -ComputerName Server02')).toEqual(['second']);
  });
  it('[S81] ComputerName takes a NetBIOS name, an IP address and a domain name, one or several', async () => {
    for (const name of ['Server01', '192.0.2.11', '2001:db8::11', 'server01.example.com'])
      expect([name, await names(`Get-PSSession -ComputerName ${name}`)]).toEqual([name, ['mine']]);
    expect(await names('Get-PSSession -ComputerName Server01, server01.example.com')).toEqual(['mine', 'mine']);
  });
  it('[S82] ComputerName: the local computer is its own name, localhost or a dot', async () => {
    for (const name of [hostname(), 'localhost', '.'])
      expect([name, await names(`Get-PSSession -ComputerName ${name}`)]).toEqual([name, ['local']]);
  });
  it('[S83, S84] ComputerName gets nothing from computers before PowerShell 3.0: they store no sessions (a server of 2.0 lists shells without name and state)', async () => {
    await me.values('$null = New-PSSession -ComputerName Old01 -Name aged');
    expect(await names('Get-PSSession -ComputerName Old01')).toEqual(['aged']);
    lab.oldComputers.add('old01');
    const { output, errors } = await me.run('Get-PSSession -ComputerName Old01');
    expect([output, errors]).toEqual([[], []]);
  });

  // ---------------------------------------------------------------- Port and UseSSL

  it('[S110] Port is the port of the temporary connection', async () => {
    const { port } = lab.machine('Server02');
    expect(await names(`Get-PSSession -ComputerName Server02 -Port ${port}`)).toEqual(['second']);
    expect(last().url).toContain(`:${port}/`);
  });
  it('[S111] Port: the computer has to listen there', async () => {
    expect(await errorId('Get-PSSession -ComputerName Server02 -Port 1')).toBe(
      `CannotConnect,RemotePSSessionQueryFailed,${CLASS}`,
    );
  });
  it('[S112] Port is 5985 for HTTP and 5986 for HTTPS when it is not given', async () => {
    await me.values('Get-PSSession -ComputerName Server02');
    expect(last().url).toMatch(/^http:\/\/Server02:5985\//i);
    await me.run('Get-PSSession -ComputerName Server02 -UseSSL');
    expect(last().url).toMatch(/^https:\/\/Server02:5986\//i);
  });
  it('[S113] Port: another port needs a listener there, and with one it answers', async () => {
    await lab.add(['Server08'], { endpoint: { listeners: [{ port: 0 }, { port: 0 }] } });
    const ports = lab.machine('Server08').endpoint.addresses.map(({ port }) => port);
    expect(new Set(ports).size).toBe(2);
    await me.values('$null = New-PSSession -ComputerName Server08 -Name eighth');
    for (const port of ports)
      expect(await names(`Get-PSSession -ComputerName Server08 -Port ${port}`)).toEqual(['eighth']);
  });
  it('[S114] Port: the help names the two commands that move the listener of Windows (here listeners are in the endpoint configuration)', async () => {
    const help = await me.type('Get-Help Get-PSSession -Parameter Port');
    expect(help.replace(/\s+/g, ' ')).toContain('Remove-Item -Path WSMan:\\localhost\\listener\\listener* -Recurse');
    expect(help.replace(/\s+/g, ' ')).toContain(
      'New-Item -Path WSMan:\\localhost\\listener -Transport http -Address * -Port <number>',
    );
    expect(help).toContain('"listeners"');
  });
  it('[S115] Port configures the temporary connection, not the sessions', async () => {
    const { port } = lab.machine('Server02');
    const before = await me.texts('(Get-PSSession -Name second).Runspace.ConnectionInfo.Port');
    await me.values(`Get-PSSession -ComputerName Server02 -Port ${port}`);
    expect(await me.texts('(Get-PSSession -Name second).Runspace.ConnectionInfo.Port')).toEqual(before);
  });
  it('[S116] Port: the help advises against it', async () => {
    expect((await me.type('Get-Help Get-PSSession -Parameter Port')).replace(/\s+/g, ' ')).toContain(
      'Use another port only if you must',
    );
  });
  it('[S117] Port: one value for all computers of the command', async () => {
    const before = lab.requests.length;
    const { port } = lab.machine('Server02');
    await me.run(`Get-PSSession -ComputerName Server01, Server02 -Port ${port}`);
    expect(lab.requests.slice(before).map(({ info }) => info.wirePort)).toEqual([port, port]);
  });
  it('[S118] Port: a computer that does not listen there cannot be asked, and the others can', async () => {
    const { port } = lab.machine('Server02');
    const { output, errors } = await me.run(`Get-PSSession -ComputerName nowhere.invalid, Server02 -Port ${port}`);
    expect(output).toHaveLength(1);
    expect(errors.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId)).toEqual([
      `ComputerNotFound,RemotePSSessionQueryFailed,${CLASS}`,
    ]);
  });
  it('[S119] Port: the command connects to that port and no other', async () => {
    const before = lab.requests.length;
    const { port } = lab.machine('Server02');
    await me.values(`Get-PSSession -ComputerName Server02 -Port ${port}`);
    expect(lab.requests.slice(before).every(({ url }) => new URL(url).port === String(port))).toBe(true);
  });
  it('[S136] UseSSL: without it the connection is plain HTTP', async () => {
    await me.values('Get-PSSession -ComputerName Server02');
    expect(last().info.scheme).toBe('http');
  });
  it('[S137] UseSSL: where the port has no TLS the command fails', async () => {
    const { port } = lab.machine('Server02');
    const error = await me.error(`Get-PSSession -ComputerName Server02 -UseSSL -Port ${port}`);
    expect(error.fullyQualifiedErrorId).toMatch(new RegExp(`,RemotePSSessionQueryFailed,${CLASS}$`));
  });

  // ---------------------------------------------------------------- redirection and URIs

  it('[S141] AllowRedirection lets the connection be redirected to another URI, and says so', async () => {
    const { output, errors, warnings } = await me.run(
      `Get-PSSession -ConnectionUri ${redirectorUrl} -AllowRedirection`,
    );
    expect(errors).toEqual([]);
    expect(output).toHaveLength(1);
    expect(warnings).toEqual([
      'Your connection has been redirected to the following URI: "http://server02:5985/wsman"',
    ]);
  });
  it('[S142] AllowRedirection: without it nothing is redirected', async () => {
    const before = lab.requests.length;
    const { output } = await me.run(`Get-PSSession -ConnectionUri ${redirectorUrl}`);
    expect(output).toEqual([]);
    expect(lab.requests.slice(before).map(({ computerName }) => computerName)).toEqual(['127.0.0.1']);
  });
  it('[S143] AllowRedirection configures the connection of ConnectionUri', async () => {
    await me.run(
      `Get-PSSession -ConnectionUri ${redirectorUrl} -AllowRedirection -SessionOption @{ MaximumConnectionRedirectionCount = 0 }`,
    );
    expect(
      await errorId(
        `Get-PSSession -ConnectionUri ${redirectorUrl} -AllowRedirection -SessionOption @{ MaximumConnectionRedirectionCount = 0 }`,
      ),
    ).toBe(`RedirectInformationRequired,RemotePSSessionQueryFailed,${CLASS}`);
  });
  it('[S170] ConnectionUri: a redirection is prevented without AllowRedirection, and the error says how to allow it', async () => {
    const error = await me.error(`Get-PSSession -ConnectionUri ${redirectorUrl}`);
    expect(error.fullyQualifiedErrorId).toBe(`RedirectInformationRequired,RemotePSSessionQueryFailed,${CLASS}`);
    expect(error.exception.message).toContain('-AllowRedirection');
    expect(error.exception.message).toContain('MaximumConnectionRedirectionCount');
  });
  it('[S161] ConnectionUri is the endpoint of the temporary connection', async () => {
    expect(await names('Get-PSSession -ConnectionUri http://Server02:5985/wsman')).toEqual(['second']);
    // A URI's host is in lower case, as .NET has it.
    expect(last()).toMatchObject({ computerName: 'server02' });
  });
  it('[S162] ConnectionUri has to be fully qualified', async () => {
    expect(await errorId('Get-PSSession -ConnectionUri Server02/wsman')).toBe(`System.NotSupportedException,${CLASS}`);
  });
  it('[S163] ConnectionUri configures the temporary connection: a session keeps the address it was made with', async () => {
    const read = '(Get-PSSession -Name second).Runspace.ConnectionInfo.ConnectionUri.ToString()';
    const before = await me.texts(read);
    await me.values('Get-PSSession -ConnectionUri http://Server02:5985/wsman');
    expect(await me.texts(read)).toEqual(before);
  });
  it('[S164] ConnectionUri is transport, computer, port and application', async () => {
    await me.values(`Get-PSSession -ConnectionUri http://Server02:${lab.machine('Server02').port}/wsman`);
    const { info } = last();
    expect([info.scheme, info.computerName, info.wirePort, info.appName]).toEqual([
      'http',
      'server02',
      lab.machine('Server02').port,
      '/wsman',
    ]);
  });
  it('[S165] ConnectionUri: http://localhost:5985/WSMAN is what the computer sets make of the local computer', async () => {
    await me.values('Get-PSSession -ComputerName localhost -ApplicationName WSMAN');
    expect(last().info.wireUrl).toBe('http://localhost:5985/WSMAN');
    expect(await names('Get-PSSession -ConnectionUri http://localhost:5985/WSMAN')).toEqual(['local']);
  });
  it('[S166] ConnectionUri: otherwise UseSSL, ComputerName, Port and ApplicationName give its parts', async () => {
    await me.run('Get-PSSession -ComputerName Server02 -UseSSL -Port 4711 -ApplicationName ops');
    expect(last().info.wireUrl).toBe('https://Server02:4711/ops');
  });
  it('[S167] ConnectionUri: its transport is HTTP or HTTPS and nothing else', async () => {
    await me.values('Get-PSSession -ConnectionUri HTTP://Server02:5985/wsman');
    expect(last().info.scheme).toBe('http');
    const error = await me.error('Get-PSSession -ConnectionUri ftp://Server02/wsman');
    expect(error.exception.message).toMatch(/http/i);
  });
  it('[S168] ConnectionUri without a port means 80 for HTTP and 443 for HTTPS', async () => {
    await me.run('Get-PSSession -ConnectionUri http://Server02/wsman');
    expect(last().info.wirePort).toBe(80);
    await me.run('Get-PSSession -ConnectionUri https://Server02/wsman');
    expect(last().info.wirePort).toBe(443);
  });
  it('[S169] ConnectionUri: the ports of remoting are written out, 5985 or 5986', async () => {
    await me.values('Get-PSSession -ConnectionUri http://Server02:5985/wsman');
    expect(last().info.wirePort).toBe(5985);
    await me.run('Get-PSSession -ConnectionUri https://Server02:5986/wsman');
    expect(last().info.wirePort).toBe(5986);
  });
  it('[S172] ConnectionUri gets nothing from computers before PowerShell 3.0', async () => {
    lab.oldComputers.add('old01');
    const { output, errors } = await me.run('Get-PSSession -ConnectionUri http://Old01:5985/wsman');
    expect([output, errors]).toEqual([[], []]);
  });

  // ---------------------------------------------------------------- throttle

  it('[S130] ThrottleLimit is the largest number of connections at once', async () => {
    const most = await inFlight(
      lab,
      me,
      'Get-PSSession -ComputerName Server01, Server02, localhost, server01.example.com -ThrottleLimit 2',
    );
    expect(most).toBe(2);
  });
  it('[S131] ThrottleLimit: omitted or 0 means 32', async () => {
    const list = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 'Server01' : 'Server02')).join(', ');
    expect(await inFlight(lab, me, `Get-PSSession -ComputerName ${list}`)).toBe(32);
    expect(await inFlight(lab, me, `Get-PSSession -ComputerName ${list} -ThrottleLimit 0`)).toBe(32);
  });
  it('[S132] ThrottleLimit counts for this command only', async () => {
    const all = 'Server01, Server02, localhost, server01.example.com';
    expect(await inFlight(lab, me, `Get-PSSession -ComputerName ${all} -ThrottleLimit 1`)).toBe(1);
    expect(await inFlight(lab, me, `Get-PSSession -ComputerName ${all}`)).toBe(4);
  });
  it('computers are asked at once, shown as each answers, and each has its own outcome', async () => {
    const order: string[] = [];
    let release = (): void => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    lab.onPost = (name) => (name === 'Server01' ? slow : undefined);
    const run = me.run(
      'Get-PSSession -ComputerName Server01, nowhere.invalid, Server02 | ForEach-Object { $_.Name; $global:seen += $_.Name }',
    );
    while (!(await settledNames(me)).includes('second')) await new Promise((resolve) => setTimeout(resolve, 10));
    release();
    const { output, errors } = await run;
    order.push(...output.map(String));
    expect(order).toEqual(['second', 'mine']);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.exception.message).toContain('nowhere.invalid');
  });
});

/** What the pipeline under way has shown so far. */
async function settledNames(client: LabClient): Promise<readonly string[]> {
  await Promise.resolve();
  return client.shownSoFar.map(String);
}

/** The most connections that were open at once while a script ran. */
async function inFlight(lab: Lab, client: LabClient, script: string): Promise<number> {
  let now = 0;
  let most = 0;
  const waiting: (() => void)[] = [];
  lab.onPost = async () => {
    now += 1;
    most = Math.max(most, now);
    // Nobody goes on before no more come: so the highest number is really reached.
    await new Promise<void>((resolve) => {
      waiting.push(resolve);
      const seen = waiting.length;
      setTimeout(() => {
        if (waiting.length === seen) for (const go of waiting.splice(0)) go();
      }, 20);
    });
    now -= 1;
  };
  try {
    await client.values(script);
  } finally {
    lab.onPost = undefined;
    for (const go of waiting.splice(0)) go();
  }
  return most;
}

describe.skipIf(!opensslAvailable)('TLS and client certificates', () => {
  let certificates: TestCertificates;
  let lab: Lab;
  let me: LabClient;
  const folderBefore = process.env['PSSESSION_CERTIFICATES'];

  beforeAll(async () => {
    certificates = makeCertificates(['Server01']);
    process.env['PSSESSION_CERTIFICATES'] = certificates.clientFolder;
    lab = new Lab();
    await lab.add(['Server01'], {
      endpoint: {
        listeners: [
          { port: 0 },
          {
            port: 0,
            tls: {
              certificateFile: certificates.certificateFile,
              keyFile: certificates.keyFile,
              clientCertificateAuthority: certificates.authorityFile,
            } as never,
          },
        ],
        authentication: { certificates: [{ user: ME.user, subject: 'me' }] },
      },
    });
    me = await lab.client();
    await me.values('$a = New-PSSession -ComputerName Server01 -Name mine');
  });
  afterAll(async () => {
    if (folderBefore === undefined) delete process.env['PSSESSION_CERTIFICATES'];
    else process.env['PSSESSION_CERTIFICATES'] = folderBefore;
    await lab[Symbol.asyncDispose]();
    certificates[Symbol.dispose]();
  });
  const query = (more: string): string =>
    `Get-PSSession -ComputerName Server01 -UseSSL -SessionOption @{ SkipCACheck = $true } ${more} | ForEach-Object Name`;

  it('[S135] UseSSL connects over TLS', async () => {
    expect(await me.texts(query(''))).toEqual(['mine']);
    expect(lab.requests.at(-1)?.url).toMatch(/^https:/);
    expect(
      await me.texts(
        `Get-PSSession -ComputerName Server01 -UseSSL -Port ${securePort(lab.machine('Server01'))} -SessionOption @{ SkipCACheck = $true } | ForEach-Object Name`,
      ),
    ).toEqual(['mine']);
  });
  it('[S138] UseSSL configures the connection to the computer, not the sessions', async () => {
    await me.texts(query(''));
    expect(await me.texts('(Get-PSSession -Name mine).Runspace.ConnectionInfo.Scheme')).toEqual(['http']);
  });
  it('[S68, S71] CertificateThumbprint: the X.509 certificate of an account that may connect proves who asks', async () => {
    const before = lab.machine('Server01').audit.length;
    expect(await me.texts(query(`-CertificateThumbprint ${certificates.clientThumbprint}`))).toEqual(['mine']);
    expect(JSON.stringify(lab.machine('Server01').audit.slice(before))).toContain('Certificate');
  });
  it('[S69] CertificateThumbprint is the thumbprint; one that no certificate has is an error', async () => {
    const error = await me.error(
      query("-CertificateThumbprint '00112233445566778899aabbccddeeff00112233'").replace(' | ForEach-Object Name', ''),
    );
    expect(error.exception.message).toContain('00112233445566778899aabbccddeeff00112233');
  });
  it('[S70] CertificateThumbprint configures the temporary connection, not the sessions', async () => {
    await me.texts(query(`-CertificateThumbprint ${certificates.clientThumbprint}`));
    expect(lab.requests.at(-1)?.info.certificateThumbprint).toBe(certificates.clientThumbprint);
    expect(
      await me.texts('$null -eq (Get-PSSession -Name mine).Runspace.ConnectionInfo.CertificateThumbprint'),
    ).toEqual(['true']);
  });
  it('[S72] CertificateThumbprint: certificates stand for local accounts of the server only', async () => {
    await lab.add(['Server09'], {
      endpoint: {
        listeners: [
          {
            port: 0,
            tls: {
              certificateFile: certificates.certificateFile,
              keyFile: certificates.keyFile,
              clientCertificateAuthority: certificates.authorityFile,
            } as never,
          },
        ],
        authentication: { certificates: [{ user: 'DOMAIN\\someone', subject: 'me' }] },
      },
    });
    const error = await me.error(
      `Get-PSSession -ComputerName Server09 -UseSSL -SessionOption @{ SkipCACheck = $true } -CertificateThumbprint ${certificates.clientThumbprint}`,
    );
    expect(error.fullyQualifiedErrorId).toBe(`AccessDenied,RemotePSSessionQueryFailed,${CLASS}`);
    expect((await me.type('Get-Help Get-PSSession -Parameter CertificateThumbprint')).replace(/\s+/g, ' ')).toContain(
      'local accounts of the server only, not for domain accounts',
    );
  });
  it('[S73] CertificateThumbprint: on Windows the Cert: drive lists certificates; here they are files of a folder, found by their thumbprint', async () => {
    const help = (await me.type('Get-Help Get-PSSession -Parameter CertificateThumbprint')).replace(/\s+/g, ' ');
    expect(help).toContain('Get-ChildItem Cert:\\CurrentUser\\My');
    expect(help).toContain('PSSESSION_CERTIFICATES');
    expect(await me.texts(query(`-CertificateThumbprint ${certificates.clientThumbprint}`))).toEqual(['mine']);
  });
  it('a certificate and a credential exclude each other', async () => {
    await me.set('cred', new PSCredential(ME.user, ME.password).toPSObject());
    const error = await me.error(
      `Get-PSSession -ComputerName Server01 -Credential $cred -CertificateThumbprint ${certificates.clientThumbprint}`,
    );
    expect([error.fullyQualifiedErrorId, error.category]).toEqual([`ParameterBindingFailed,${CLASS}`, 'WriteError']);
  });
});
