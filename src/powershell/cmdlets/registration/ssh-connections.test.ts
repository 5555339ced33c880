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
    expect(errors.join('\n')).toMatch(/'x' cannot be used for Port/);
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
