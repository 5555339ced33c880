/** The mechanisms that an endpoint has by its configuration, in the order in which they are offered. protocol.md 8.3 */
import { hostname } from 'node:os';
import { systemRandom } from '../../io/runtime/index.js';
import {
  channelBindingHash,
  NtlmServerContext,
  Oid,
  SpnegoServerContext,
  type AcceptorContext,
  type SpnegoMechanism,
} from '../../protocol/auth/index.js';
import { accountNames, type AccountDirectory, type AccountLookup } from '../accounts/account.js';
import {
  DEFAULT_AUTHENTICATION,
  type AuthenticationConfiguration,
} from '../configuration/authentication-configuration.js';
import type { EndpointOptions } from '../endpoint-options.js';
import { BasicMechanism } from './basic.js';
import { ContextMechanism } from './context-mechanism.js';
import type { AuthenticationMechanism, ConnectionFacts } from './mechanism.js';

export async function standardMechanisms(options: EndpointOptions): Promise<readonly AuthenticationMechanism[]> {
  const settings = { ...DEFAULT_AUTHENTICATION, ...options.authentication };
  const mechanisms: AuthenticationMechanism[] = [];
  const { directory } = options.users;
  if (directory !== undefined) {
    await directory.refresh();
    mechanisms.push(...directoryMechanisms(options, settings, directory));
  }
  if (settings.basic) mechanisms.push(new BasicMechanism(options.users));
  return mechanisms;
}

function directoryMechanisms(
  options: EndpointOptions,
  settings: AuthenticationConfiguration,
  directory: AccountDirectory,
): readonly AuthenticationMechanism[] {
  const machine = options.machineName ?? hostname();
  const account = async (user: string): Promise<AccountLookup> => {
    await directory.refresh();
    return directory.find(user);
  };
  const ntlm = async (facts: ConnectionFacts): Promise<NtlmServerContext> => {
    await directory.refresh();
    return new NtlmServerContext({
      computerName: machine,
      dnsName: machine,
      random: systemRandom,
      now: () => Date.now(),
      hardening: settings.channelBinding,
      ...bindings(facts),
      lookup: (user, domain) => {
        const found = directory.equivalents(...accountNames(user, domain));
        return found?.ntHash === undefined ? undefined : { ntHash: found.ntHash, account: found.user };
      },
    });
  };
  const spnego = async (facts: ConnectionFacts): Promise<AcceptorContext> => {
    const inner = await ntlm(facts);
    const offered: SpnegoMechanism<AcceptorContext>[] = [{ oids: [Oid.Ntlm], create: () => inner }];
    return new SpnegoServerContext(offered);
  };
  const mechanisms: AuthenticationMechanism[] = [];
  if (settings.negotiate) {
    mechanisms.push(
      new ContextMechanism({
        scheme: 'Negotiate',
        available: () => directory.has('ntHash'),
        begin: spnego,
        account,
      }),
    );
  }
  return mechanisms;
}

const bindings = (facts: ConnectionFacts): { channelBindings?: Uint8Array } =>
  facts.serverCertificate === undefined ? {} : { channelBindings: channelBindingHash(facts.serverCertificate) };
