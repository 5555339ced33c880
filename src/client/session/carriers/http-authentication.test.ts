import { afterEach, describe, expect, it } from 'vitest';
import { PSCredential } from '../model/credential.js';
import { WSManConnectionInfo, type WSManConnectionInit } from '../model/connection-info.js';
import { PSSessionOption } from '../model/session-option.js';
import { authenticatorFor, principalOf, sealingOf, servicePrincipal } from './http-authentication.js';
import { isTrusted } from './trusted-hosts.js';

const credential = new PSCredential('alice', 'secret');
const info = (init: Partial<WSManConnectionInit> = {}): WSManConnectionInfo =>
  new WSManConnectionInfo({ scheme: 'http', computerName: 'server01', ...init });
const codeOf = (init: Partial<WSManConnectionInit>): number | undefined => {
  try {
    authenticatorFor(info(init));
  } catch (error) {
    return (error as { readonly code?: number }).code;
  }
  return undefined;
};

afterEach(() => {
  delete process.env['PSSESSION_TRUSTED_HOSTS'];
  delete process.env['KRB5CCNAME'];
});

describe('what a mechanism needs (cmdlets.md 3.6)', () => {
  it.each([
    ['Basic and Digest want a user name and a password', { authentication: 'Basic' }, 0x803380b0],
    ['Digest too', { authentication: 'Digest' }, 0x803380b0],
    ['CredSSP too', { authentication: 'Credssp' }, 0x803380b0],
    ['Basic is not sent over plain HTTP', { authentication: 'Basic', credential }, 801],
    ['Basic over HTTPS is', { authentication: 'Basic', credential, scheme: 'https' }, undefined],
    ['Basic to this machine is', { authentication: 'Basic', credential, computerName: 'localhost' }, undefined],
    ['Kerberos wants a name', { authentication: 'Kerberos', computerName: '10.0.0.1' }, 0x803381bb],
    [
      'the own ticket wants a name',
      { authentication: 'NegotiateWithImplicitCredential', computerName: '10.0.0.1' },
      0x803381bb,
    ],
    ['a certificate wants HTTPS', { certificateThumbprint: 'ab' }, 0x803380a5],
    ['a certificate over HTTPS', { certificateThumbprint: 'ab', scheme: 'https' }, undefined],
  ] as const)('%s', (_, init, code) => {
    expect(codeOf(init)).toBe(code);
  });
});

describe('TrustedHosts', () => {
  it.each([
    ['server01', 'server01', true],
    ['SERVER01', 'server01', true],
    ['a.example.org', '*.example.org', true],
    ['example.org.evil', '*.example.org', false],
    ['server01', '<local>', true],
    ['server01.example.org', '<local>', false],
    ['10.0.0.5', '10.0.0.*', true],
    ['10.0.0.5', '10.0.1.*', false],
    ['anything', '*', true],
    ['anything', '', false],
  ])('%s in %j: %s', (host, list, expected) => {
    const items = list.split(',').filter((item) => item !== '');
    expect(isTrusted(host, items)).toBe(expected);
    expect(isTrusted(host, undefined)).toBe(true);
  });

  it('keeps NTLM and CredSSP over plain HTTP away from computers that are not in it', () => {
    process.env['PSSESSION_TRUSTED_HOSTS'] = 'server02';
    expect(codeOf({ authentication: 'Negotiate', credential })).toBe(0x803380e4);
    expect(codeOf({ authentication: 'Credssp', credential })).toBe(0x803380e4);
    expect(codeOf({ credential, computerName: '10.0.0.1' })).toBe(0x803381bb);
    expect(codeOf({ authentication: 'Negotiate', credential, scheme: 'https' })).toBeUndefined();
    expect(codeOf({ authentication: 'Negotiate', credential, computerName: 'server02' })).toBeUndefined();
    expect(codeOf({ authentication: 'Negotiate', credential, computerName: 'localhost' })).toBeUndefined();
    // Kerberos proves the server, so that nothing is refused before it was tried.
    const principal = new PSCredential('alice@example.org', 'secret');
    expect(codeOf({ authentication: 'Negotiate', credential: principal })).toBeUndefined();
  });
});

describe('names', () => {
  it.each([
    ['alice@example.org', 'alice@EXAMPLE.ORG'],
    ['example.org\\alice', 'alice@EXAMPLE.ORG'],
    ['EXAMPLE\\alice', undefined],
    ['.\\alice', undefined],
    ['alice', undefined],
  ])('%s is the principal %s', (name, principal) => {
    expect(principalOf(name)).toBe(principal);
  });
  it('of services have a port only when that is asked for', () => {
    expect(servicePrincipal(info())).toBe('HTTP/server01');
    const option = new PSSessionOption({ includePortInSPN: true });
    expect(servicePrincipal(info({ option }))).toBe('HTTP/server01:5985');
  });
  it('are not asked of a KDC where there cannot be a ticket', () => {
    expect(authenticatorFor(info({ computerName: '10.0.0.1' }))).toBeUndefined();
  });
});

describe('messages', () => {
  it('are sealed over plain HTTP, unless the user refuses that, and not over HTTPS', () => {
    expect(sealingOf(info())).toBe(true);
    expect(sealingOf(info({ scheme: 'https' }))).toBe(false);
    expect(sealingOf(info({ option: new PSSessionOption({ noEncryption: true }) }))).toBe(false);
  });
});
