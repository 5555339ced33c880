/** -SSHConnection and -SSHTransport as the commands read them. */
import { describe, expect, it } from 'vitest';
import { SessionContext } from '../../../client/session/index.js';
import { createRunspace } from '../../engine/index.js';
import { scriptRun } from '../../engine/test-support/run-script.js';
import { sessionRegistrations } from './index.js';

async function errorsOf(script: string): Promise<readonly string[]> {
  const runspace = createRunspace({ commands: sessionRegistrations(new SessionContext()) });
  const errors: string[] = [];
  const outcome = await runspace.run(
    scriptRun(script, {
      error: (record) => void errors.push(`${record.fullyQualifiedErrorId}: ${record.exception.message}`),
    }),
  );
  if (outcome.state === 'Failed')
    errors.push(`${outcome.error.fullyQualifiedErrorId}: ${outcome.error.exception.message}`);
  await runspace.dispose();
  return errors;
}

describe('SSH connections of the commands', () => {
  it.each(['New-PSSession', 'Invoke-Command { }'])('are read from hashtables by %s', async (command) => {
    // The port is refused only where the table was read.
    const errors = await errorsOf(`${command} -SSHConnection @{ HostName = 'h'; Port = 'x' }`);
    expect(errors.join('\n')).toMatch(/^Argument,.*Cannot convert value "x" to type "System\.Int32"/);
  });
  it.each([
    ['@{ HostName = "a"; ComputerName = "b" }', 'contains both a ComputerName and HostName parameter.  Only one can'],
    ['@{ 1 = 5 }', 'parameter name or element is null or empty.'],
    ['@{ UserName = "a" }', 'is missing the required ComputerName or HostName parameter.'],
    ['@{ HostName = "a"; Foo = 1 }', 'parameter Foo is not supported.'],
    [
      '@{ HostName = "a"; KeyFilePath = "b"; IdentityFilePath = "b" }',
      'contains both a KeyFilePath and IdentityFilePath',
    ],
  ])('are refused as PowerShell refuses them: %s', async (table, words) => {
    const errors = await errorsOf(
      `try { New-PSSession -SSHConnection ${table} } catch { Write-Error $_.Exception.GetType().FullName; throw }`,
    );
    expect(errors.join('\n')).toContain('System.Management.Automation.PSArgumentException');
    expect(errors.join('\n')).toContain(`The provided SSHConnection hashtable ${words}`);
  });
  it.each(['u@', 'a:x', 'a b', 'u@h:70000'])('go to names of hosts, not to %j', async (name) => {
    const errors = await errorsOf(`New-PSSession -HostName 'good', '${name}'`);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^PSSessionInvalidComputerName,Microsoft\.PowerShell\.Commands\.NewPSSessionCommand/);
  });
  it('take a key that is there', async () => {
    const errors = await errorsOf('New-PSSession -HostName h -KeyFilePath nosuchfile');
    expect(errors.join('\n')).toMatch(/^PathNotFound,.*Cannot find path '\/.*nosuchfile' because it does not exist\.$/);
  });
  it.each([
    ['@{ HostName = "nosuch.invalid"; UserName = 6 }', /^(?!.*is not a function)/],
    [
      '@{ HostName = "nosuch.invalid"; Subsystem = 5; Options = "x"; Port = 0 }',
      /^(?!.*is not a function|.*Options|.*Port)/,
    ],
    ['@{ HostName = "a"; Port = 70000 }', /^System\.ArgumentException,.*between 1 and 65535/],
    ['@{ HostName = "a"; KeyFilePath = "/nosuch" }', /KeyFilePath: there is no such file/],
  ])('take what they are given as text, and say what is wrong with it: %s', async (table, words) => {
    const errors = await errorsOf(`New-PSSession -SSHConnection ${table}`);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(words);
  });
  it('have no empty value', async () => {
    const errors = await errorsOf('New-PSSession -SSHConnection @{ HostName = $null }');
    expect(errors.join('\n')).toMatch(/^Argument,Microsoft\.PowerShell\.Commands\.NewPSSessionCommand/);
  });
  it('are SSH, or the switch is not given', async () => {
    const errors = await errorsOf('New-PSSession -HostName h -SSHTransport:$false');
    expect(errors.join('\n')).toMatch(/^ParameterArgumentValidationError,.*"False" does not belong to the set "true"/);
  });
});
