/** Parameters that several commands of the family share. cmdlets.md 3 */
import { NOT_NULL, NOT_NULL_OR_EMPTY, oneOf, parameter, range, type ParameterDefinition } from './definition.js';

export const AUTHENTICATION_MECHANISMS = {
  Default: 0,
  Basic: 1,
  Negotiate: 2,
  NegotiateWithImplicitCredential: 3,
  Credssp: 4,
  Digest: 5,
  Kerberos: 6,
} as const;
export const SESSION_FILTER_STATES = { All: 0, Opened: 1, Disconnected: 2, Closed: 3, Broken: 4 } as const;
export const OUTPUT_BUFFERING_MODES = { None: 0, Drop: 1, Block: 2 } as const;
export const OUT_TARGETS = { Default: 0, Host: 1, Job: 2 } as const;
export const PROXY_ACCESS_TYPES = { None: 0, IEConfig: 1, WinHttpConfig: 2, AutoDetect: 4, NoProxyServer: 8 } as const;

const each = (names: string, text: string): Readonly<Record<string, string>> => (names === '' ? {} : { [names]: text });

/** Connection parameters of the ComputerName sets (`computer`) and the ConnectionUri sets (`uri`). */
export function connectionParameters(
  computer: string,
  uri: string,
  configuration = `${computer} ${uri}`,
): ParameterDefinition[] {
  const both = `${computer} ${uri}`.trim();
  return [
    parameter(
      'ApplicationName',
      'String',
      each(computer, 'P'),
      "The application name segment of the connection URI: 'WSMan' unless the endpoint listens on another path.",
      {
        remarks:
          "In http://localhost:5985/WSMAN it is WSMan. It chooses which listener is asked; it does not change the application of a session, which is in the session's Runspace.ConnectionInfo.AppName.",
      },
    ),
    parameter(
      'ConfigurationName',
      'String',
      each(configuration, 'P'),
      'The session configuration: a name, or its full resource URI.',
      {
        remarks:
          "http://schemas.microsoft.com/powershell/ is put before a name. A session configuration is what a server offers under a name: what runs there, who may use it, and within which limits. A session's own is in its ConfigurationName property. See about_Session_Configurations.",
      },
    ),
    parameter(
      'AllowRedirection',
      'SwitchParameter',
      each(uri, ''),
      'Follow a redirection of the connection to another URI.',
    ),
    parameter(
      'Credential',
      'PSCredential',
      each(both, ''),
      'The account to connect as. A user name alone asks for its password.',
      {
        defaultValue: 'Current user',
        remarks:
          'A user name such as User01, Domain01\\User01 or User@Domain.com, or a PSCredential as Get-Credential gives it. The account has to be allowed to connect to the computer and to run the command there.',
      },
    ),
    parameter('Authentication', 'Enum', each(both, ''), 'The mechanism that proves who you are.', {
      enumType: 'System.Management.Automation.Runspaces.AuthenticationMechanism',
      enumValues: AUTHENTICATION_MECHANISMS,
      defaultValue: 'Default',
      remarks:
        'Default, Basic, Negotiate, NegotiateWithImplicitCredential, Credssp, Digest or Kerberos. Default lets client and server agree: Kerberos or NTLM. Basic and Digest need a user name and a password; Kerberos needs a domain; NegotiateWithImplicitCredential uses the logon that is already there.\nCAUTION: With CredSSP the credentials themselves are passed to the remote computer, so that it can use them at a third one (a file share, for instance). That is what it is for, and it increases the risk: if the remote computer is compromised, the credentials that were passed to it can be used to control the network session.',
    }),
    parameter(
      'CertificateThumbprint',
      'String',
      each(both, ''),
      'The client certificate to connect with, by its thumbprint.',
      {
        remarks:
          'The thumbprint of an X.509 certificate of an account that may connect. Certificates stand for local accounts of the server only, not for domain accounts. On Windows the Cert: drive lists them (Get-ChildItem Cert:\\CurrentUser\\My); elsewhere they are files in the folder PSSESSION_CERTIFICATES, by default certificates beside the configuration.',
      },
    ),
    parameter(
      'Port',
      'Int32',
      each(computer, ''),
      'The port of the connection: 5985 for HTTP and 5986 for HTTPS unless given.',
      {
        check: range(1, 65_535),
        defaultValue: '5985, 5986',
        remarks:
          'The remote computer has to listen there. On Windows a listener is moved with Remove-Item -Path WSMan:\\localhost\\listener\\listener* -Recurse and New-Item -Path WSMan:\\localhost\\listener -Transport http -Address * -Port <number>; our endpoint has "listeners" in its configuration file. Use another port only if you must: one value counts for all computers of the command, and those that do not listen there cannot be reached.',
      },
    ),
    parameter('UseSSL', 'SwitchParameter', each(computer, ''), 'Connect by HTTPS.'),
  ];
}

/** `-SessionOption`, with the check that some commands put on it. */
export const sessionOption = (sets: string, notNull = false): ParameterDefinition =>
  parameter(
    'SessionOption',
    'PSSessionOption',
    each(sets, ''),
    'Advanced options: an object of New-PSSessionOption, or a hashtable of its properties.',
    notNull ? { check: NOT_NULL } : {},
  );

export const throttleLimit = (sets: string): ParameterDefinition =>
  parameter('ThrottleLimit', 'Int32', each(sets, ''), 'How many connections at once. 0 means 32.', {
    defaultValue: '32',
  });

export const computerName = (
  type: 'String' | 'String[]',
  sets: Readonly<Record<string, string>>,
  help: string,
): ParameterDefinition => parameter('ComputerName', type, sets, help, { alias: ['Cn'], check: NOT_NULL_OR_EMPTY });

export const connectionUri = (
  type: 'Uri' | 'Uri[]',
  sets: Readonly<Record<string, string>>,
  help: string,
): ParameterDefinition =>
  parameter('ConnectionUri', type, sets, help, { alias: ['URI', 'CU'], check: NOT_NULL_OR_EMPTY });

/** SSH's parameters. `computer` in the sets' name: SSHHost. cmdlets.md 6.1 */
export function sshParameters(
  type: 'String' | 'String[]',
  ssh: string,
  hash: string,
  position: string,
  subsystem = 'powershell',
): ParameterDefinition[] {
  return [
    parameter(
      'HostName',
      type,
      { [ssh]: `M ${position}`.trim() },
      'The host to reach by SSH: host, user@host or user@host:port.',
      { check: NOT_NULL_OR_EMPTY },
    ),
    parameter('UserName', 'String', each(ssh, ''), 'The user on the SSH host.', { check: NOT_NULL_OR_EMPTY }),
    parameter('KeyFilePath', 'String', each(ssh, ''), 'The private key file for SSH.', {
      alias: ['IdentityFilePath'],
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('Subsystem', 'String', each(ssh, 'P'), 'The subsystem of sshd that starts the session.', {
      defaultValue: subsystem,
    }),
    parameter(
      'ConnectingTimeout',
      'Int32',
      each(ssh, ''),
      'How long the SSH connection may take, in milliseconds; 0 and less: no limit.',
      {
        defaultValue: 'no limit',
      },
    ),
    parameter(
      'SSHTransport',
      'SwitchParameter',
      each(ssh, ''),
      'Says that the connection is SSH. Only true is possible.',
      { check: oneOf('true') },
    ),
    parameter('Options', 'Hashtable', each(ssh, ''), 'Options for the ssh program, as ssh_config names them.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    ...(hash === ''
      ? []
      : [
          parameter(
            'SSHConnection',
            'Hashtable[]',
            { [hash]: 'M' },
            'Hashtables of SSH connections: ComputerName or HostName, UserName, KeyFilePath, Port, Subsystem, ConnectingTimeout, Options.',
            { check: NOT_NULL_OR_EMPTY },
          ),
        ]),
  ];
}

/** `-WhatIf` and `-Confirm`, for commands that support them. */
export const shouldProcessParameters = (sets: string): ParameterDefinition[] => [
  parameter('WhatIf', 'SwitchParameter', each(sets, ''), 'Say what would happen, and do nothing.', { alias: ['wi'] }),
  parameter('Confirm', 'SwitchParameter', each(sets, ''), 'Ask before each change.', { alias: ['cf'] }),
];

/** Sessions into virtual machines and containers of this computer. cmdlets.md 5.2, 6.1, 10.1, 11, 12.2 */
export function virtualTargets(
  containerSets: string,
  vmIdSets: string,
  vmNameSets: string,
  init: {
    readonly container: string;
    readonly vmId: string;
    readonly vmName: string;
    readonly wildcards?: boolean;
    readonly single?: boolean;
  },
): ParameterDefinition[] {
  const text = init.single === true ? 'String' : 'String[]';
  return [
    parameter('ContainerId', text, { [containerSets]: init.container }, 'Containers, by id.', {
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('VMId', init.single === true ? 'Guid' : 'Guid[]', { [vmIdSets]: init.vmId }, 'Virtual machines, by id.', {
      alias: ['VMGuid'],
      check: NOT_NULL_OR_EMPTY,
    }),
    parameter('VMName', text, { [vmNameSets]: init.vmName }, 'Virtual machines, by name.', {
      check: NOT_NULL_OR_EMPTY,
      wildcards: init.wildcards ?? false,
    }),
  ];
}

export const runAsAdministrator = (sets: string): ParameterDefinition =>
  parameter('RunAsAdministrator', 'SwitchParameter', each(sets, ''), 'Work as administrator of the container.');

/**
 * -Credential as commands that reach virtual machines have it: mandatory in those sets; everywhere by property name.
 */
export function withVirtual(
  parameters: readonly ParameterDefinition[],
  vmSets: string,
  inVm = 'M P',
): ParameterDefinition[] {
  return parameters.map((one) => {
    if (one.name !== 'Credential') return one;
    const sets: Record<string, string> = { [Object.keys(one.sets).join(' ')]: 'P', [vmSets]: inVm };
    return { ...one, sets: parameter(one.name, one.type, sets, one.help).sets };
  });
}

/** A parameter with membership in these of its sets only. */
export function onlyIn(one: ParameterDefinition, sets: string): ParameterDefinition {
  const names = sets.split(' ');
  return { ...one, sets: Object.fromEntries(Object.entries(one.sets).filter(([set]) => names.includes(set))) };
}

/** -Port as commands that reach SSH hosts have it. */
export const withSSHPort = (parameters: readonly ParameterDefinition[], sshSets: string): ParameterDefinition[] =>
  parameters.map((one) =>
    one.name === 'Port'
      ? { ...one, sets: { ...one.sets, ...parameter(one.name, one.type, { [sshSets]: '' }, one.help).sets } }
      : one,
  );
