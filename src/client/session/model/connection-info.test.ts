import { describe, expect, it } from 'vitest';
import { PSTimeSpan } from '../../../protocol/objects/index.js';
import {
  checkComputerNames,
  configurationNameOf,
  connectionInfoForComputer,
  connectionInfoForUri,
  resolveComputerName,
  shellUriOf,
  SSHConnectionInfo,
} from './connection-info.js';
import { PSCredential } from './credential.js';
import { PSSessionOption } from './session-option.js';
import { inspect } from 'node:util';

const option = new PSSessionOption();
const credential = { userName: 'DOMAIN\\user', password: 'secret' };

describe('computer names and URIs [cmdlets.md 3.1-3.3]', () => {
  it.each([
    ['server01', {}, 'http://server01/wsman', 80, 5985, 'http://server01:5985/wsman'],
    ['server01', { useSSL: true }, 'https://server01/wsman', 443, 5986, 'https://server01:5986/wsman'],
    ['server01', { port: 8081 }, 'http://server01:8081/wsman', 8081, 8081, 'http://server01:8081/wsman'],
    ['.', {}, 'http://localhost/wsman', 80, 5985, 'http://localhost:5985/wsman'],
    [' ::1 ', {}, 'http://[::1]/wsman', 80, 5985, 'http://[::1]:5985/wsman'],
    ['a', { applicationName: 'PowerShell' }, 'http://a/PowerShell', 80, 5985, 'http://a:5985/PowerShell'],
  ])('%s %j', (name, parameters, uri, port, wirePort, wireUrl) => {
    const info = connectionInfoForComputer(name, { ...parameters, option });
    expect([info.connectionUri, info.port, info.wirePort, info.wireUrl]).toEqual([uri, port, wirePort, wireUrl]);
  });

  it.each([
    // Without an application PowerShell writes the URI anew, and its port with it.
    ['http://server/', 'http://server:80/wsman', '/wsman', 'http://server:80/wsman'],
    ['https://server', 'https://server:443/wsman', '/wsman', 'https://server:443/wsman'],
    ['HTTP://server:5985/wsman', 'HTTP://server:5985/wsman', '/wsman', 'http://server:5985/wsman'],
    [
      'https://server/powershell/?x=1',
      'https://server/powershell/?x=1',
      '/powershell/',
      'https://server:443/powershell/?x=1',
    ],
  ])('%s is shown as %s, with the application %s, and goes to %s', (uri, shown, path, wireUrl) => {
    const info = connectionInfoForUri(uri, { option });
    expect([info.connectionUri, info.appName, info.wireUrl]).toEqual([shown, path, wireUrl]);
    expect(info.clone().wireUrl).toBe(wireUrl);
  });

  it('refuses what is no URI or has another scheme', () => {
    expect(() => connectionInfoForUri('server/wsman', { option })).toThrow(
      expect.objectContaining({ errorId: 'System.NotSupportedException' }),
    );
    expect(() => connectionInfoForUri('ftp://server/', { option })).toThrow(
      expect.objectContaining({ errorId: 'System.ArgumentException' }),
    );
    expect(() => connectionInfoForComputer('a b', { option })).toThrow(
      expect.objectContaining({ errorId: 'System.UriFormatException' }),
    );
    expect(() => connectionInfoForComputer('a', { port: 0, option })).toThrow(
      expect.objectContaining({ errorId: 'ParameterArgumentValidationError' }),
    );
  });

  it('checks names where New-PSSession and Invoke-Command do', () => {
    expect(() => checkComputerNames(['Server01', 'a.b.c', '10.0.0.1', '::1', '.', 'x_y'])).not.toThrow();
    for (const name of ['http://a', 'a b', 'a/b', '', '-a', 'a..b']) {
      expect(() => checkComputerNames(['ok', name]), name).toThrow(
        expect.objectContaining({ errorId: 'PSSessionInvalidComputerName', targetObject: ['ok', name] }),
      );
    }
    expect(resolveComputerName(' fe80::1 ')).toBe('[fe80::1]');
  });

  it('puts the prefix before configuration names and takes it off again', () => {
    expect(shellUriOf('ITTasks')).toBe('http://schemas.microsoft.com/powershell/ITTasks');
    expect(shellUriOf('HTTP://schemas.microsoft.com/PowerShell/x')).toBe('HTTP://schemas.microsoft.com/PowerShell/x');
    expect(configurationNameOf('http://Schemas.microsoft.com/powershell/ITTasks')).toBe('ITTasks');
    expect(configurationNameOf('http://other/ITTasks')).toBe('http://other/ITTasks');
  });

  it('follows a redirection to another place', () => {
    const info = connectionInfoForUri('http://a:1/x', { option });
    const original = info.clone();
    info.redirectTo('https://b/powershell');
    expect([info.wireUrl, info.computerName]).toEqual(['https://b:443/powershell', 'b']);
    expect(original.wireUrl).toBe('http://a:1/x');
  });
});

describe('credentials [cmdlets.md 3.6]', () => {
  it.each([
    [{ credential, certificateThumbprint: 'AB' }],
    [{ authentication: 'Basic' as const, certificateThumbprint: 'AB' }],
    [{ credential, authentication: 'NegotiateWithImplicitCredential' as const }],
  ])('refuses %j', (parameters) => {
    expect(() => connectionInfoForComputer('a', { ...parameters, option })).toThrow(
      expect.objectContaining({ errorId: 'ParameterBindingFailed', category: 'WriteError' }),
    );
  });

  it('never shows a password', () => {
    const made = PSCredential.from(credential);
    expect(
      `${String(made)} ${JSON.stringify(made)} ${inspect(made)} ${inspect({ a: { b: made } }, { depth: 9 })}`,
    ).not.toContain('secret');
    expect(made.networkCredential()).toEqual({ userName: 'user', domain: 'DOMAIN', password: 'secret' });
    expect(new PSCredential('u@d.com', 'p').networkCredential()).toMatchObject({ userName: 'u@d.com', domain: '' });
  });
});

describe('session options [cmdlets.md 13, 23 D3]', () => {
  it('have two sets of defaults', () => {
    const [bare, created] = [new PSSessionOption(), PSSessionOption.create()];
    expect([bare.maximumReceivedObjectSize, bare.maxConnectionRetryCount]).toEqual([209_715_200, 5]);
    expect([created.maximumReceivedObjectSize, created.maxConnectionRetryCount]).toEqual([null, 0]);
    for (const each of [bare, created]) {
      expect([each.openTimeoutMs, each.operationTimeoutMs, each.cancelTimeoutMs, each.idleTimeoutMs]).toEqual([
        180_000, 180_000, 60_000, -1,
      ]);
    }
  });

  it('come from a hashtable: integers are milliseconds, or ticks when strict', () => {
    expect(PSSessionOption.fromHashtable([['OperationTimeout', 240_000]]).operationTimeoutMs).toBe(240_000);
    expect(PSSessionOption.fromHashtable([['operationtimeout', 240_000]], true).operationTimeoutMs).toBe(24);
    expect(PSSessionOption.fromHashtable([['OpenTimeout', '00:01:30']]).openTimeoutMs).toBe(90_000);
    expect(PSSessionOption.fromHashtable([['IdleTimeout', new PSTimeSpan(600_000_000n)]]).idleTimeoutMs).toBe(60_000);
    expect(PSSessionOption.fromHashtable([['CancelTimeout', new PSTimeSpan(-5_000_000n)]]).cancelTimeoutMs).toBe(
      2_147_483_647,
    );
    expect(PSSessionOption.fromHashtable([['OutputBufferingMode', 'drop']]).outputBufferingMode).toBe('Drop');
  });

  it.each([
    ['NoSuchThing', 1],
    ['OperationTimeout', 'soon'],
    ['NoCompression', 'yes'],
    ['OutputBufferingMode', 'Sometimes'],
  ])('refuse %s = %s by its id', (key, value) => {
    expect(() => PSSessionOption.fromHashtable([[key, value]])).toThrow(
      expect.objectContaining({ errorId: 'CannotConvertArgumentNoMessage', category: 'InvalidArgument' }),
    );
  });
});

describe('SSH targets [cmdlets.md 6.1]', () => {
  it('take user and port out of the host name, which wins', () => {
    const info = new SSHConnectionInfo({ hostName: 'bob@server:2222', userName: 'alice', port: 22 });
    expect([info.computerName, info.userName, info.port, info.subsystem]).toEqual([
      'server',
      'bob',
      2222,
      'powershell',
    ]);
    expect(new SSHConnectionInfo({ hostName: 'u@[::1]:22' })).toMatchObject({ computerName: '::1', port: 22 });
  });
  it('refuse what ssh would take for an option', () => {
    expect(() => new SSHConnectionInfo({ hostName: '-oProxyCommand=x' })).toThrow(
      expect.objectContaining({ errorId: 'PSSessionInvalidComputerName' }),
    );
    expect(() => new SSHConnectionInfo({ hostName: '' })).toThrow();
  });
});
