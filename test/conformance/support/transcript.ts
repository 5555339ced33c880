/**
 * The seven examples of the help page, typed as printed, against computers that answer to the names in it. The stage is
 * set before each example: who made which session where. `npm run transcript` writes the result to
 * docs/get-pssession-examples.md; a test makes it again and compares.
 */
import type { Guid } from '../../../src/protocol/bytes/index.js';
import { freshIds, Lab, type LabClient } from './lab.js';

export interface TypedLine {
  readonly line: string;
  /** What the prompt showed. */
  readonly shown: string;
}
export interface Example {
  readonly number: number;
  /** What was there before the first line. */
  readonly stage: string;
  readonly lines: readonly TypedLine[];
}

/** The instance id that the page prints. */
export const PAGE_INSTANCE_ID = 'a786be29-a6bb-40da-80fb-782c67f7db0f' as Guid;

/** Instance ids that are the same in every transcript. */
function countedInstanceIds(first: Guid, prefix: string): () => Guid {
  let drawn = 0;
  return () => {
    drawn += 1;
    return (drawn === 1 ? first : `${prefix}-0000-4000-8000-${String(drawn).padStart(12, '0')}`) as Guid;
  };
}

/** A client whose ids begin at 1: a PowerShell that was just started. */
const someone = (lab: Lab, prefix: string, first?: Guid): Promise<LabClient> =>
  lab.client({
    nextSessionId: freshIds(),
    newInstanceId: countedInstanceIds(first ?? (`${prefix}-0000-4000-8000-000000000001` as Guid), prefix),
  });

async function typed(client: LabClient, ...lines: readonly string[]): Promise<TypedLine[]> {
  const all: TypedLine[] = [];
  for (const line of lines) all.push({ line, shown: await client.type(line) });
  return all;
}

/** Plays all examples. Takes a few seconds. */
export async function playExamples(): Promise<readonly Example[]> {
  const examples: Example[] = [];
  const play = async (
    number: number,
    stage: string,
    act: (lab: Lab) => Promise<readonly TypedLine[]>,
  ): Promise<void> => {
    await using lab = new Lab();
    await Promise.all(
      [['localhost', 'workstation'], ['Server01'], ['Server02'], ['Server03'], ['Server12']].map((names) =>
        lab.add(names),
      ),
    );
    examples.push({ number, stage, lines: await act(lab) });
  };

  await play(
    1,
    'This session made two sessions, to this computer and to Server01. Another session of the same user has one to this computer too.',
    async (lab) => {
      const [me, other] = [await someone(lab, '11111111'), await someone(lab, '22222222')];
      await me.values(
        'New-PSSession -ComputerName localhost -Name Here; New-PSSession -ComputerName Server01 -Name Away',
      );
      await other.values('New-PSSession -ComputerName localhost -Name Other');
      return await typed(me, 'Get-PSSession');
    },
  );

  await play(
    2,
    'Three sessions are connected to this computer: one of this session, one of another session here, one that another computer made and left.',
    async (lab) => {
      const [other, far] = [await someone(lab, '22222222'), await someone(lab, '33333333')];
      const me = await someone(lab, '11111111');
      await me.values('New-PSSession -ComputerName localhost -Name Mine');
      await other.values('New-PSSession -ComputerName localhost -Name FromHere');
      await far.values('New-PSSession -ComputerName localhost -Name FromAfar | Disconnect-PSSession');
      return await typed(me, 'Get-PSSession -ComputerName localhost', 'Get-PSSession -ComputerName .');
    },
  );

  await play(
    3,
    'Two other sessions of the same user hold Session3 and Test on Server02; this session made ScheduledJobs there.',
    async (lab) => {
      const [me, first, second] = [
        await someone(lab, '11111111'),
        await someone(lab, '22222222'),
        await someone(lab, '33333333'),
      ];
      await first.values('New-PSSession -ComputerName Server02 -Name Session3 -ConfigurationName ITTasks');
      await me.values('New-PSSession -ComputerName Server02 -Name ScheduledJobs');
      await second.values('New-PSSession -ComputerName Server02 -Name Test');
      return await typed(me, 'Get-PSSession -ComputerName Server02');
    },
  );

  await play(4, 'A new session.', async (lab) => {
    const me = await someone(lab, '11111111');
    // Sessions are shown as they open: the first is the quickest here.
    const slowness = new Map([
      ['Server02', 60],
      ['Server03', 120],
    ]);
    lab.onPost = (name) => new Promise((resolve) => setTimeout(resolve, slowness.get(name) ?? 0));
    return [
      ...(await typed(me, 'New-PSSession -ComputerName Server01, Server02, Server03', '$s1, $s2, $s3 = Get-PSSession')),
      ...(await typed(me, '$s1', '$s2', '$s3')),
    ];
  });

  await play(5, 'This session made two sessions; the first has the instance id that the page prints.', async (lab) => {
    const me = await someone(lab, '11111111', PAGE_INSTANCE_ID);
    await me.values('New-PSSession -ComputerName Server01; New-PSSession -ComputerName Server02');
    return await typed(
      me,
      'Get-PSSession | Format-Table -Property ComputerName, InstanceID',
      `$s = Get-PSSession -InstanceID ${PAGE_INSTANCE_ID}`,
      'Remove-PSSession -Session $s',
      'Get-PSSession',
    );
  });

  await play(
    6,
    'A colleague who works under the same account left BackupJob04 on Server02 and has another ITTasks session on Server12. This session has two sessions of its own.',
    async (lab) => {
      const colleague = await someone(lab, '22222222');
      await colleague.values(
        'New-PSSession -ComputerName Server02 -Name BackupJob04 -ConfigurationName ITTasks | Disconnect-PSSession; New-PSSession -ComputerName Server12 -Name Nightly -ConfigurationName ITTasks; New-PSSession -ComputerName Server02 -Name BackupJob05',
      );
      const me = await someone(lab, '11111111');
      await me.values('New-PSSession -ComputerName Server01; New-PSSession -ComputerName Server03');
      // Computers are shown as they answer; Server12 is the slower one.
      lab.onPost = (name) => (name === 'Server12' ? new Promise((resolve) => setTimeout(resolve, 250)) : undefined);
      return await typed(
        me,
        'Get-PSSession -ComputerName Server02, Server12 -Name BackupJob* -ConfigurationName ITTasks -SessionOption @{OperationTimeout=240000}',
        '$s = Get-PSSession -ComputerName Server02 -Name BackupJob04 -ConfigurationName ITTasks | Connect-PSSession',
        '$s',
      );
    },
  );

  await play(7, 'This session made three sessions.', async (lab) => {
    const me = await someone(lab, '11111111');
    await me.values('foreach ($c in "Server01", "Server02", "Server03") { New-PSSession -ComputerName $c }');
    return await typed(me, 'Get-PSSession -ID 2');
  });
  return examples;
}

export function transcriptMarkdown(examples: readonly Example[]): string {
  const parts = examples.map(({ number, stage, lines }) =>
    [
      `## Example ${number}`,
      '',
      stage,
      '',
      '```',
      ...lines.flatMap(({ line, shown }) => [`PS> ${line}`, ...(shown === '' ? [] : [shown, ''])]),
      '```',
    ]
      .join('\n')
      .replace(/\n+```$/, '\n```'),
  );
  return [
    '# The examples of the Get-PSSession page',
    '',
    'Each example of the help page typed as printed, at computers that answer to its names. Made by `npm run transcript`:',
    'the text before an example says which sessions were there, all lines and their output are what the program showed.',
    'Names that the page leaves to PowerShell are `Runspace` and the id, as PowerShell 7 makes them.',
    '',
    parts.join('\n\n'),
    '',
  ].join('\n');
}
