/** GenericIdentity and GenericPrincipal: a name and its roles. */
import type { PSValue } from '../../../protocol/objects/index.js';
import { implement } from '../values/bodies.js';
import { unwrap } from '../values/live.js';
import { argumentNull, dataOf, items, net, text } from './support.js';

const IDENTITY = 'System.Security.Principal.GenericIdentity';
const PRINCIPAL = 'System.Security.Principal.GenericPrincipal';
interface Identity {
  readonly name: string;
  readonly kind: string;
}
interface Principal {
  readonly identity: PSValue;
  readonly roles: readonly string[];
}
implement(IDENTITY, () => ({
  Name: (self) => dataOf<Identity>(self).name,
  AuthenticationType: (self) => dataOf<Identity>(self).kind,
  IsAuthenticated: (self) => dataOf<Identity>(self).name !== '',
  new: (_self, name, kind) => {
    if (name === null) throw argumentNull('name');
    if (kind === null) throw argumentNull('type');
    return net<Identity>(IDENTITY, { name: text(name), kind: kind === undefined ? '' : text(kind) });
  },
}));
implement(PRINCIPAL, () => ({
  Identity: (self) => dataOf<Principal>(self).identity,
  IsInRole: (self, role) => {
    const wanted = text(role).toLowerCase();
    return dataOf<Principal>(self).roles.some((one) => one.toLowerCase() === wanted);
  },
  new: (_self, identity, roles) => {
    if (identity === null) throw argumentNull('identity');
    const list = unwrap(roles ?? null);
    return net<Principal>(PRINCIPAL, { identity, roles: list === null ? [] : items(list).map(text) });
  },
}));
