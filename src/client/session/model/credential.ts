/** Who connects. A password never shows in text, JSON or `util.inspect`. cmdlets.md 3.6 */
import { inspect } from 'node:util';
import { ArgumentError, catalogued } from '../../../protocol/errors/index.js';
import { PropertyBag, PSObject, PSSecureString } from '../../../protocol/objects/index.js';

export class PSCredential {
  readonly userName: string;
  readonly password: PSSecureString;

  constructor(userName: string, password: string | PSSecureString) {
    if (userName.trim() === '') throw new ArgumentError('userName', 'A credential needs a user name.');
    this.userName = userName;
    this.password = typeof password === 'string' ? PSSecureString.fromPlainText(password) : password;
  }

  /** Takes what the library's `credential` options take. */
  static from(value: CredentialInput): PSCredential {
    return value instanceof PSCredential ? value : new PSCredential(value.userName, value.password);
  }

  /** The CLIXML form's value back to a credential; undefined when `value` is none. protocol.md 3.8 */
  static fromPSObject(value: unknown): PSCredential | undefined {
    if (!(value instanceof PSObject) || !value.isType('System.Management.Automation.PSCredential')) return undefined;
    const user = value.get('UserName');
    const password = value.get('Password');
    return typeof user === 'string' && user !== '' && password instanceof PSSecureString
      ? new PSCredential(user, password)
      : undefined;
  }

  toPSObject(): PSObject {
    return new PSObject({
      typeNames: ['System.Management.Automation.PSCredential', 'System.Object'],
      toStringText: 'System.Management.Automation.PSCredential',
      adapted: PropertyBag.of({ UserName: this.userName, Password: this.password }),
    });
  }

  /** `DOMAIN\user` in two parts; a UPN (`user@domain`) stays whole, as NTLM wants it. protocol.md trap 79 */
  networkCredential(): { readonly userName: string; readonly domain: string; readonly password: string } {
    const slash = this.userName.indexOf('\\');
    const password = this.password.plainText;
    if (password === undefined) {
      throw catalogued('ParameterArgumentTransformationError', ['Credential', 'its password is not readable here']);
    }
    return slash < 0
      ? { userName: this.userName, domain: '', password }
      : { userName: this.userName.slice(slash + 1), domain: this.userName.slice(0, slash), password };
  }

  toJSON(): { readonly userName: string } {
    return { userName: this.userName };
  }
  toString(): string {
    return 'System.Management.Automation.PSCredential';
  }
  [inspect.custom](): string {
    return `PSCredential { userName: '${this.userName}' }`;
  }
}

export type CredentialInput = PSCredential | { readonly userName: string; readonly password: string | PSSecureString };
