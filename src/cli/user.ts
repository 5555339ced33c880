/** `pssession user add|passwd|change|list|remove`: the accounts of the endpoint. */
import path from 'node:path';
import { storePaths } from '../io/store/index.js';
import { PSSessionError } from '../protocol/errors/index.js';
import { UsersFile, type UserChange } from '../server/index.js';
import { UsageError, type PasswordSource } from './command-line.js';
import { askPassword, passwordFrom } from './password.js';
import { readProgramArguments } from './program-arguments.js';

export async function runUser(words: readonly string[]): Promise<number> {
  const { values, positionals } = readProgramArguments('user', words, {
    users: { type: 'string' },
    admin: { type: 'boolean' },
    group: { type: 'string', multiple: true },
    'password-env': { type: 'string' },
    'password-file': { type: 'string' },
    'password-helper': { type: 'string' },
    json: { type: 'boolean' },
    ntlm: { type: 'boolean' },
    digest: { type: 'boolean' },
    disable: { type: 'boolean' },
    enable: { type: 'boolean' },
    'no-admin': { type: 'boolean' },
    expires: { type: 'string' },
  });
  const [action, name, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError(`user: '${rest.join(' ')}' is too much.`, "Try 'pssession user --help'.");
  const users = new UsersFile(values.users ?? defaultUsersFile());
  const source = sourceOf(values['password-env'], values['password-file'], values['password-helper']);
  const kept = {
    ...(values.ntlm === undefined ? {} : { ntlm: values.ntlm }),
    ...(values.digest === undefined ? {} : { digest: values.digest }),
  };
  try {
    switch (action) {
      case 'add': {
        const user = needName(action, name);
        const password = await newPassword(user, source);
        await users.add(
          user,
          password,
          {
            ...(values.group === undefined ? {} : { groups: values.group }),
            ...(values.admin === undefined ? {} : { administrator: values.admin }),
          },
          kept,
        );
        process.stdout.write(`Added '${user}' to ${users.path}\n`);
        return 0;
      }
      case 'passwd': {
        const user = needName(action, name);
        await users.setPassword(user, await newPassword(user, source), kept);
        process.stdout.write(`Changed the password of '${user}'\n`);
        return 0;
      }
      case 'change': {
        const user = needName(action, name);
        const change = changeOf(values);
        if (Object.keys(change).length === 0)
          throw new UsageError(
            'user change: say what to change: --group, --admin, --no-admin, --disable, --enable or --expires.',
            "Try 'pssession user --help'.",
          );
        await users.update(user, change);
        process.stdout.write(`Changed '${user}'\n`);
        return 0;
      }
      case 'remove': {
        const user = needName(action, name);
        await users.remove(user);
        process.stdout.write(`Removed '${user}' from ${users.path}\n`);
        return 0;
      }
      case 'list': {
        const list = await users.list();
        if (values.json === true) process.stdout.write(`${JSON.stringify(list, undefined, 2)}\n`);
        else if (list.length === 0)
          process.stdout.write(`There are no accounts in ${users.path}. Add one: pssession user add <name>\n`);
        for (const { user, groups, administrator, disabled, expires, ntlm, digest } of values.json === true
          ? []
          : list) {
          const notes = [
            administrator ? 'administrator' : '',
            disabled ? 'disabled' : '',
            expires === undefined ? '' : `until ${expires}`,
            ntlm === true ? 'NTLM' : '',
            digest === true ? 'Digest' : '',
            ...groups,
          ].filter((note) => note !== '');
          process.stdout.write(`${user}${notes.length === 0 ? '' : `  (${notes.join(', ')})`}\n`);
        }
        return 0;
      }
      default:
        throw new UsageError(
          `user: say what to do: add, passwd, change, list or remove${action === undefined ? '' : `; not '${action}'`}.`,
          "Try 'pssession user --help'.",
        );
    }
  } catch (error) {
    if (!(error instanceof PSSessionError)) throw error;
    process.stderr.write(`pssession: ${error.message}\n`);
    return 1;
  }
}

/** `users.json` in the user's configuration folder. */
export const defaultUsersFile = (): string => path.join(storePaths(process.env).configuration, 'users.json');

function needName(action: string, name: string | undefined): string {
  if (name === undefined)
    throw new UsageError(`user ${action}: give the account's name.`, "Try 'pssession user --help'.");
  return name;
}

interface ChangeOptions {
  readonly group?: string[] | undefined;
  readonly admin?: boolean | undefined;
  readonly 'no-admin'?: boolean | undefined;
  readonly disable?: boolean | undefined;
  readonly enable?: boolean | undefined;
  readonly expires?: string | undefined;
}

/** `--expires never` takes the date away. */
function changeOf(values: ChangeOptions): UserChange {
  return {
    ...(values.group === undefined ? {} : { groups: values.group }),
    ...(values.admin === true ? { administrator: true } : {}),
    ...(values['no-admin'] === true ? { administrator: false } : {}),
    ...(values.disable === true ? { disabled: true } : {}),
    ...(values.enable === true ? { disabled: false } : {}),
    ...(values.expires === undefined ? {} : { expires: values.expires === 'never' ? null : values.expires }),
  };
}

function sourceOf(
  env: string | undefined,
  file: string | undefined,
  helper: string | undefined,
): PasswordSource | undefined {
  if (env !== undefined) return { from: 'env', name: env };
  if (file !== undefined) return { from: 'file', path: file };
  return helper === undefined ? undefined : { from: 'helper', command: helper };
}

async function newPassword(user: string, source: PasswordSource | undefined): Promise<string> {
  if (source !== undefined) return await passwordFrom(source);
  const first = await askPassword(`Password for '${user}': `);
  if (first === undefined || first === '') throw new UsageError('No password was given; nothing was changed.');
  const second = await askPassword('The same again: ');
  if (first !== second) throw new UsageError('The two passwords differ; nothing was changed.');
  return first;
}
