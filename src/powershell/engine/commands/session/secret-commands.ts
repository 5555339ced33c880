/** ConvertTo-SecureString, ConvertFrom-SecureString and Get-Credential. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { PSObject, PSSecureString, type PSValue } from '../../../../protocol/objects/index.js';
import type { CommandRegistration } from '../../command-api.js';
import { integerOf, toText } from '../../conversion.js';
import { secureOf } from '../../net/security.js';
import { nobodyToAsk } from '../../runtime/nobody.js';
import { unwrap } from '../../values/live.js';
import type { EngineCommandContext } from '../engine-services.js';
import { text } from '../support/arguments.js';
import { defineCommand, flag, NOT_NULL, parameter, NOT_EMPTY } from '../support/command-spec.js';
import { listOf } from '../support/objects.js';
import { credentialObject } from './credential-object.js';

const SECURITY = 'Microsoft.PowerShell.Security' as const;
/** In front of every text that a key encrypted; behind it base64 of UTF-16: `2|IV in base64|AES-CBC in hexadecimal`. */
const EXPORT_HEADER = '76492d1116743f0423413b16050a5345';
const KEY_SIZES = [16, 24, 32];

const utf16 = (value: string): Buffer => Buffer.from(value, 'utf16le');

function keyBytes(context: EngineCommandContext): Buffer | undefined {
  let key: Buffer | undefined;
  const secure = secureOf(context.arg('SecureKey') ?? null);
  if (secure !== undefined) key = utf16(secure.plainText ?? '');
  else if (context.isBound('Key')) {
    const given = unwrap(context.arg('Key') ?? null);
    key =
      given instanceof Uint8Array
        ? Buffer.from(given)
        : Buffer.from(listOf(given).map((one) => Number(integerOf(one) ?? 0n)));
  }
  if (key !== undefined && !KEY_SIZES.includes(key.length))
    context.fail('The specified key is not valid. A key has 16, 24 or 32 bytes.', {
      errorId: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
    });
  return key;
}
const cipherName = (key: Buffer): string => `aes-${key.length * 8}-cbc`;
function encrypted(plain: string, key: Buffer): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv(cipherName(key), key, iv);
  const data = Buffer.concat([cipher.update(utf16(plain)), cipher.final()]);
  return EXPORT_HEADER + utf16(`2|${iv.toString('base64')}|${data.toString('hex')}`).toString('base64');
}
const HEX = /^(?:[0-9a-f]{2})+$/i;
/** @returns undefined for a text that is none, or for another key. */
function decrypted(given: string, key: Buffer): string | undefined {
  let data = given;
  let iv = Buffer.alloc(16);
  if (given.toLowerCase().startsWith(EXPORT_HEADER)) {
    const inner = Buffer.from(given.slice(EXPORT_HEADER.length), 'base64').toString('utf16le').split('|');
    if (inner.length === 3) {
      iv = Buffer.from(inner[1] ?? '', 'base64');
      data = inner[2] ?? '';
    }
  }
  if (!HEX.test(data) || iv.length !== 16) return undefined;
  try {
    const decipher = createDecipheriv(cipherName(key), key, iv);
    return Buffer.concat([decipher.update(Buffer.from(data, 'hex')), decipher.final()]).toString('utf16le');
  } catch {
    return undefined;
  }
}

const convertTo = defineCommand(
  'ConvertTo-SecureString',
  {
    module: SECURITY,
    defaultSet: 'Secure',
    output: 'System.Security.SecureString',
    synopsis: 'Converts plain text or encrypted strings to secure strings.',
  },
  [
    parameter('String', 'String', 'M 0 V'),
    flag('AsPlainText', 'PlainText: 1'),
    flag('Force', 'PlainText: 2'),
    parameter('SecureKey', 'SecureString', 'Secure: 1'),
    parameter('Key', 'Byte[]', 'Open: '),
  ],
  (context) => ({
    process() {
      const given = text(context, 'String') ?? '';
      if (context.flag('AsPlainText')) return context.write(PSSecureString.fromPlainText(given));
      const key = keyBytes(context);
      if (key !== undefined) {
        const plain = decrypted(given, key);
        if (plain !== undefined) return context.write(PSSecureString.fromPlainText(plain));
        return context.writeError('Padding is invalid and cannot be removed.', {
          errorId: 'ImportSecureString_InvalidArgument_CryptographicError',
          category: 'InvalidArgument',
          exceptionType: 'System.Security.Cryptography.CryptographicException',
        });
      }
      if (process.platform === 'win32')
        context.fail(
          'Strings that Windows encrypted for its user cannot be read here. Use -Key, -SecureKey or -AsPlainText.',
          {
            errorId: 'NotSupported',
            category: 'NotImplemented',
            exceptionType: 'System.NotSupportedException',
          },
        );
      // Where the system has no keys for its users PowerShell only writes the characters in hexadecimal.
      if (HEX.test(given) && given.length % 4 === 0)
        return context.write(PSSecureString.fromPlainText(Buffer.from(given, 'hex').toString('utf16le')));
      // Two characters are a byte; what remains is no secret of this system's.
      const wrong = given.length % 2 === 0 ? given.match(/../gs)?.find((pair) => !HEX.test(pair)) : undefined;
      if (wrong !== undefined)
        context.fail(`The input string '${wrong}' was not in a correct format.`, {
          errorId: 'System.FormatException',
          category: 'NotSpecified',
          exceptionType: 'System.FormatException',
        });
      const said =
        given.length % 2 === 0
          ? 'Could not decrypt data. The data was not encrypted with this key.'
          : `The parameter value "${given}" is not a valid encrypted string.`;
      return context.writeError(said, {
        errorId: 'ImportSecureString_InvalidArgument',
        category: 'InvalidArgument',
        exceptionType: 'System.Management.Automation.PSArgumentException',
      });
    },
  }),
);

const convertFrom = defineCommand(
  'ConvertFrom-SecureString',
  {
    module: SECURITY,
    defaultSet: 'Secure',
    output: 'System.String',
    synopsis: 'Converts a secure string to an encrypted standard string.',
  },
  [
    parameter('SecureString', 'SecureString', 'M 0 V'),
    flag('AsPlainText', 'AsPlainText: '),
    parameter('SecureKey', 'SecureString', 'Secure: 1'),
    parameter('Key', 'Byte[]', 'Open: '),
  ],
  (context) => ({
    process() {
      const plain = secureOf(context.arg('SecureString') ?? null)?.plainText ?? '';
      if (plain === '')
        context.fail(
          'Cannot process argument because the value of argument "SecureString" is not valid. Change the value of the "SecureString" argument and run the operation again.',
          {
            errorId: 'Argument',
            category: 'InvalidArgument',
            exceptionType: 'System.Management.Automation.PSArgumentException',
          },
        );
      if (context.flag('AsPlainText')) return context.write(plain);
      const key = keyBytes(context);
      if (key !== undefined) return context.write(encrypted(plain, key));
      if (process.platform === 'win32')
        context.fail('Strings cannot be encrypted for a user of Windows here. Use -Key or -SecureKey.', {
          errorId: 'NotSupported',
          category: 'NotImplemented',
          exceptionType: 'System.NotSupportedException',
        });
      return context.write(utf16(plain).toString('hex'));
    },
  }),
);

async function ask(context: EngineCommandContext, title: string, message: string, user: string): Promise<PSValue> {
  if (!context.host.hasUI) throw nobodyToAsk(message);
  const answer = await context.host.call('PromptForCredential1', [title, message, user, ''], context.signal);
  if (!(answer instanceof PSObject)) return null;
  const name = answer.get('UserName') ?? answer.get('userName');
  const password = answer.get('Password') ?? answer.get('password');
  return password instanceof PSSecureString ? credentialObject(toText(name ?? ''), password) : answer;
}
const getCredential = defineCommand(
  'Get-Credential',
  {
    module: SECURITY,
    defaultSet: 'CredentialSet',
    output: 'System.Management.Automation.PSCredential',
    synopsis: 'Gets a credential object based on a user name and password.',
  },
  [
    parameter('Credential', 'Object', 'CredentialSet: 0', {
      check: NOT_NULL,
      attributes: 'Credential',
      shown: 'pscredential',
    }),
    parameter('Message', 'String', 'MessageSet: ', { check: NOT_EMPTY }),
    parameter('UserName', 'String', 'MessageSet: 0', { check: NOT_EMPTY }),
    parameter('Title', 'String', 'MessageSet: ', { check: NOT_EMPTY }),
  ],
  (context) => ({
    async process() {
      const given = unwrap(context.arg('Credential') ?? null);
      if (given instanceof PSObject && given.get('Password') !== undefined) {
        await context.write(given);
        return;
      }
      const user = text(context, 'UserName') ?? (given === null ? '' : toText(given));
      const made = await ask(
        context,
        text(context, 'Title') ?? 'PowerShell credential request',
        text(context, 'Message') ?? 'Enter your credentials.',
        user,
      );
      if (made !== null) await context.write(made);
    },
  }),
);
export const SECRET_COMMANDS: readonly CommandRegistration[] = [convertTo, convertFrom, getCredential];
