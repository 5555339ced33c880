/** What completion offers for the parameters of the family: sessions and jobs that there are, computers seen before. */
import type { SessionContext } from '../../client/session/index.js';
import type { CommandRegistration, ParameterCompletion, ParameterSpec } from '../../powershell/engine/index.js';
import { knownComputers } from './known-computers.js';

type Offer = (word: string) => readonly ParameterCompletion[];

const begins = (text: string, word: string): boolean => text.toLowerCase().startsWith(word.toLowerCase());

/** The same commands with completions for their values. */
export function familyCompletions(
  commands: readonly CommandRegistration[],
  context: SessionContext,
): readonly CommandRegistration[] {
  return commands.map((registration) => ({
    ...registration,
    spec: {
      ...registration.spec,
      parameters: registration.spec.parameters.map((parameter): ParameterSpec => {
        const offer = offerFor(registration.spec.name, parameter.name, context);
        return offer === undefined ? parameter : { ...parameter, complete: offer };
      }),
    },
  }));
}

function offerFor(command: string, parameter: string, context: SessionContext): Offer | undefined {
  const isJob = command.endsWith('-Job');
  switch (parameter) {
    case 'ComputerName':
    case 'HostName':
      return (word) => {
        const open = context.repository.list().map(({ computerName }) => computerName);
        return [...new Set(['localhost', ...open, ...knownComputers(process.env)])]
          .filter((name) => begins(name, word))
          .map((text) => ({ text }));
      };
    case 'Name':
      return isJob ? jobs(context, ({ name }) => name) : sessions(context, ({ name }) => name);
    case 'Id':
      return isJob ? jobs(context, ({ id }) => String(id)) : sessions(context, ({ id }) => String(id));
    case 'InstanceId':
      return isJob ? jobs(context, ({ instanceId }) => instanceId) : sessions(context, ({ instanceId }) => instanceId);
    default:
      return undefined;
  }
}

function sessions(
  context: SessionContext,
  value: (session: ReturnType<SessionContext['repository']['list']>[number]) => string,
): Offer {
  return (word) =>
    context.repository
      .list()
      .filter((session) => begins(value(session), word))
      .map((session) => ({
        text: value(session),
        tip: `${session.id} ${session.name} on ${session.computerName}, ${session.state}`,
      }));
}

function jobs(
  context: SessionContext,
  value: (job: ReturnType<SessionContext['jobs']['list']>[number]) => string,
): Offer {
  return (word) =>
    context.jobs
      .list()
      .filter((job) => begins(value(job), word))
      .map((job) => ({ text: value(job), tip: `${job.id} ${job.name}, ${job.state}` }));
}
