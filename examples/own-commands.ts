/**
 * A function of this program as a command of an endpoint: whoever opens a session there can say `Get-Stock`.
 *
 *     npx tsx examples/own-commands.ts
 */
import { pathToFileURL } from 'node:url';
import { invokeCommand, newPSSession } from 'pssession';
import type { CommandRegistration } from 'pssession/engine';
import { sessionConfiguration } from 'pssession/server';
import { createTestEndpoint } from 'pssession/testing';

const STOCK = new Map([
  ['bolts', 120],
  ['nuts', 0],
]);

const getStock: CommandRegistration = {
  spec: {
    name: 'Get-Stock',
    aliases: [],
    className: '',
    module: 'Warehouse',
    sets: ['__AllParameterSets'],
    defaultSet: '__AllParameterSets',
    supportsShouldProcess: false,
    synopsis: 'Tells how many of an article there are.',
    outputType: 'System.Int32',
    parameters: [
      {
        name: 'Article',
        type: 'String[]',
        aliases: [],
        sets: { '*': { mandatory: true, position: 0, byValue: true, byPropertyName: true } },
        validation: [{ rule: 'NotNullOrEmpty' }],
        complete: (word) => [...STOCK.keys()].filter((name) => name.startsWith(word)).map((text) => ({ text })),
      },
    ],
  },
  create: (context) => ({
    async process() {
      for (const article of (context.arg('Article') ?? []) as string[]) {
        const count = STOCK.get(article);
        if (count === undefined)
          await context.writeError(`There are no ${article} here.`, {
            errorId: 'NoSuchArticle',
            category: 'ObjectNotFound',
            target: article,
          });
        else {
          if (count === 0) await context.writeWarning(`${article} are sold out.`);
          await context.write(count);
        }
      }
    },
  }),
};

export async function ownCommands(print: (line: string) => void): Promise<void> {
  await using endpoint = await createTestEndpoint({
    configurations: [sessionConfiguration({ name: 'Warehouse', runspace: { kind: 'embedded', commands: [getStock] } })],
  });
  await using session = await newPSSession({
    connectionUri: endpoint.url,
    configurationName: 'Warehouse',
    credential: { userName: endpoint.user, password: endpoint.password },
    authentication: 'Basic',
  }).one();
  const run = invokeCommand({ session, scriptBlock: "'bolts', 'nuts', 'screws' | Get-Stock" });
  const { output, warning, error } = await run.collect();
  print(`output: ${output.map(String).join(', ')}`);
  print(`warning: ${warning.map(({ message }) => message).join(', ')}`);
  print(`error: ${error.map(({ fullyQualifiedErrorId }) => fullyQualifiedErrorId).join(', ')}`);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await ownCommands(console.log);
