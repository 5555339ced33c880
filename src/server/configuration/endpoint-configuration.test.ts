import { describe, expect, it } from 'vitest';
import { loadEndpointConfiguration, parseEndpointConfiguration } from './endpoint-configuration.js';
import { mayUse, sessionConfiguration } from './session-configuration.js';

const parse = (value: unknown): ReturnType<typeof parseEndpointConfiguration> =>
  parseEndpointConfiguration('/etc/pssession/config.json', JSON.stringify(value));
const problem = (value: unknown): string => {
  try {
    parse(value);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return 'no error';
};

describe('the endpoint configuration', () => {
  it('has a default for everything', () => {
    const configuration = parse({});
    expect(configuration.listeners).toEqual([
      { address: '127.0.0.1', port: 5985, path: '/wsman', tls: undefined, allowUnencrypted: false },
    ]);
    expect(configuration.defaultConfiguration).toBe('Microsoft.PowerShell');
    expect(configuration.quotas.MaxEnvelopeSizekb).toBe(500);
    expect([...configuration.configurations.values()].map(({ runspace }) => runspace.kind)).toEqual(['embedded']);
  });

  it('reads everything that it documents', () => {
    const configuration = parse({
      $schema: 'x',
      $comment: 'ignored',
      listeners: [{ address: '0.0.0.0', path: '/ps', tls: { certificateFile: 'c.pem', keyFile: '/k.pem' } }],
      usersFile: 'users.json',
      auditFile: '/var/log/pssession.log',
      failedLoginDelayMs: 500,
      quotas: { MaxShellsPerUser: 5, MaxEnvelopeSizekb: 8192 },
      cmdShell: { enabled: false },
      sessions: { spool: { maxMb: 64, maxAgeSeconds: 3600 } },
      defaultConfiguration: 'real',
      configurations: {
        Real: {
          runspace: { kind: 'command', command: ['pwsh', '-s'], environment: { A: 'b' }, openTimeoutMs: 5000 },
          quotas: { IdleTimeoutms: 60_000, MaxShells: 3 },
          outputBufferingMode: 'Drop',
          spool: { maxKb: 512, maxAgeSeconds: 60 },
          startupScript: '$x = 1',
          allowedGroups: ['ops'],
        },
      },
    });
    expect(configuration.usersFile).toBe('/etc/pssession/users.json');
    expect(configuration.listeners[0]).toMatchObject({ port: 5986, tls: { certificateFile: '/etc/pssession/c.pem' } });
    expect(configuration.defaultConfiguration).toBe('Real');
    expect(configuration.sessions.spool).toEqual({ maxBytes: 67_108_864, maxAgeMs: 3_600_000 });
    expect(configuration.configurations.get('real')).toMatchObject({
      name: 'Real',
      outputBufferingMode: 'Drop',
      spool: { maxBytes: 524_288, maxAgeMs: 60_000 },
      quotas: { IdleTimeoutms: 60_000, MaxShells: 3, MaxConcurrentCommandsPerShell: 2_147_483_647 },
      runspace: { kind: 'command', command: ['pwsh', '-s'], openTimeoutMs: 5000 },
    });
  });

  it('names the file, the path, what was found and what would be right', () => {
    expect(problem({ listeners: [{ port: 70_000 }] })).toBe(
      '/etc/pssession/config.json: listeners[0].port: found 70000; expected a whole number from 0 to 65535.',
    );
    expect(problem({ configurations: { Real: { runspace: { kind: 'pwsh' } } } })).toBe(
      '/etc/pssession/config.json: configurations.Real.runspace.kind: found "pwsh"; expected one of "embedded", "command".',
    );
    expect(problem({ configurations: { Real: { runspace: { kind: 'command' } } } })).toMatch(
      /configurations\.Real\.runspace: expected "command": a program and its arguments/,
    );
    expect(problem({ quotas: { MaxShellPerUser: 3 } })).toMatch(
      /quotas: the key "MaxShellPerUser" is unknown; did you mean "MaxShellsPerUser"\?/,
    );
    expect(problem({ defaultConfiguration: 'x' })).toMatch(
      /defaultConfiguration: found "x"; expected the name of a configuration: Microsoft\.PowerShell\./,
    );
    expect(problem({ listeners: {} })).toMatch(/listeners: found an object; expected a list of objects/);
    expect(problem({ listeners: [{ tls: {} }] })).toMatch(/listeners\[0\]\.tls: .*"certificateFile" and "keyFile"/);
    expect(problem([])).toMatch(/config\.json: found a list; expected an object/);
    expect(problem({ configurations: { A: {}, a: {} } })).toMatch(/a name that no other configuration has/);
    expect(problem({ configurations: { 'a/b': {} } })).toMatch(/a configuration name/);
    expect(problem({ configurations: { A: { quotas: { IdleTimeoutms: 70_000, MaxIdleTimeoutms: 60_000 } } } })).toMatch(
      /IdleTimeoutms \(70000\) at most MaxIdleTimeoutms/,
    );
  });

  it('gives line and column of broken JSON', () => {
    expect(() => parseEndpointConfiguration('c.json', '{\n  "listeners": [,]\n}')).toThrow(/c\.json: .*no valid JSON/);
  });

  it('says that the file is missing', async () => {
    await expect(loadEndpointConfiguration('/nowhere/c.json')).rejects.toThrow(
      '/nowhere/c.json: the file does not exist.',
    );
  });
});

describe('who may use a configuration', () => {
  const bob = { user: 'Bob', groups: ['Ops'], administrator: false };
  it('is everybody, or those named, or administrators, and nobody when it is disabled', () => {
    expect(mayUse(sessionConfiguration({ name: 'A' }), bob)).toBe(true);
    expect(mayUse(sessionConfiguration({ name: 'A', allowedUsers: ['alice'] }), bob)).toBe(false);
    expect(mayUse(sessionConfiguration({ name: 'A', allowedUsers: ['bob'] }), bob)).toBe(true);
    expect(mayUse(sessionConfiguration({ name: 'A', allowedGroups: ['OPS'] }), bob)).toBe(true);
    expect(mayUse(sessionConfiguration({ name: 'A', allowedUsers: ['alice'] }), { ...bob, administrator: true })).toBe(
      true,
    );
    expect(mayUse(sessionConfiguration({ name: 'A', enabled: false }), { ...bob, administrator: true })).toBe(false);
  });
});
