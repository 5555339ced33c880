/** PSCredential and NetworkCredential: a user's name with a password that stays a SecureString. */
import { PropertyBag, PSObject, PSSecureString, type PSValue } from '../../../../protocol/objects/index.js';
import { toText } from '../../conversion.js';
import { secureOf } from '../../net/security.js';
import { implement } from '../../values/bodies.js';
import { NetThrow } from '../../values/exceptions.js';

const CREDENTIAL = 'System.Management.Automation.PSCredential';
const NETWORK = 'System.Net.NetworkCredential';

export function credentialObject(userName: string, password: PSSecureString): PSObject {
  return new PSObject({
    typeNames: [CREDENTIAL, 'System.Object'],
    toStringText: CREDENTIAL,
    adapted: PropertyBag.of({ UserName: userName, Password: password }),
  });
}
const plainOf = (value: PSValue | undefined): string =>
  value instanceof PSSecureString ? (value.plainText ?? '') : '';

/** `DOMAIN\user` and `user@domain` apart. */
function parts(userName: string): { readonly user: string; readonly domain: string } {
  const slash = userName.indexOf('\\');
  if (slash >= 0) return { domain: userName.slice(0, slash), user: userName.slice(slash + 1) };
  return { user: userName, domain: '' };
}
function networkCredential(userName: string, password: PSSecureString, domain: string): PSObject {
  return new PSObject({
    typeNames: [NETWORK, 'System.Object'],
    toStringText: NETWORK,
    adapted: PropertyBag.of({
      UserName: userName,
      Password: plainOf(password),
      SecurePassword: password,
      Domain: domain,
    }),
  });
}
const own = (self: PSValue, name: string): PSValue => {
  const inner = self instanceof PSObject ? self.get(name) : undefined;
  return inner ?? null;
};

/** The empty one has none. */
function ofNetwork(self: PSValue): PSValue {
  const userName = own(self, 'UserName');
  if (userName === null) return null;
  const { user, domain } = parts(toText(userName));
  const password = own(self, 'Password');
  return networkCredential(
    user,
    password instanceof PSSecureString ? password : PSSecureString.fromPlainText(''),
    domain,
  );
}

implement(CREDENTIAL, () => ({
  'static Empty': () =>
    new PSObject({
      typeNames: [CREDENTIAL, 'System.Object'],
      toStringText: CREDENTIAL,
      adapted: PropertyBag.of({ UserName: null, Password: null }),
    }),
  'new(string, securestring)': (_self, userName = null, password = null) => {
    const name = userName === null ? '' : toText(userName);
    const secret = secureOf(password);
    if (name === '')
      throw new NetThrow(
        'System.Management.Automation.PSArgumentException',
        'Cannot process argument because the value of argument "userName" is not valid. Change the value of the "userName" argument and run the operation again.',
      );
    if (secret === undefined)
      throw new NetThrow(
        'System.Management.Automation.PSArgumentNullException',
        'Cannot process argument because the value of argument "password" is null. Change the value of argument "password" to a non-null value.',
      );
    return credentialObject(name, secret);
  },
  UserName: (self) => own(self, 'UserName'),
  Password: (self) => own(self, 'Password'),
  GetNetworkCredential: ofNetwork,
  'static op_Explicit': (_self, credential = null) => ofNetwork(credential),
}));
implement(NETWORK, () => ({
  'new(string, string)': (_self, user = null, password = null) =>
    networkCredential(toText(user), PSSecureString.fromPlainText(toText(password)), ''),
  'new(string, securestring)': (_self, user = null, password = null) =>
    networkCredential(toText(user), secureOf(password) ?? PSSecureString.fromPlainText(''), ''),
  UserName: (self) => own(self, 'UserName'),
  Password: (self) => own(self, 'Password'),
  SecurePassword: (self) => own(self, 'SecurePassword'),
  Domain: (self) => own(self, 'Domain'),
}));
