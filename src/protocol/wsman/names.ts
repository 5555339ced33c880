/** Namespaces, actions, resource URIs and other fixed words of WSMan as remoting uses it. protocol.md 7.1, 7.2 */
export const Namespace = {
  /** Ours: what an endpoint of this program tells beside WinRM's listing. */
  status: 'urn:pssession:status',
  soap: 'http://www.w3.org/2003/05/soap-envelope',
  addressing: 'http://schemas.xmlsoap.org/ws/2004/08/addressing',
  wsman: 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd',
  wsmv: 'http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd',
  shell: 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell',
  transfer: 'http://schemas.xmlsoap.org/ws/2004/09/transfer',
  enumeration: 'http://schemas.xmlsoap.org/ws/2004/09/enumeration',
  eventing: 'http://schemas.xmlsoap.org/ws/2004/08/eventing',
  fault: 'http://schemas.microsoft.com/wbem/wsman/1/wsmanfault',
  config: 'http://schemas.microsoft.com/wbem/wsman/1/config',
  identity: 'http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd',
  powershell: 'http://schemas.microsoft.com/powershell',
} as const;

/** Our prefixes; readers never look at a peer's. */
export const PREFIXES: readonly (readonly [prefix: string, uri: string])[] = [
  ['s', Namespace.soap],
  ['a', Namespace.addressing],
  ['w', Namespace.wsman],
  ['p', Namespace.wsmv],
  ['rsp', Namespace.shell],
  ['x', Namespace.transfer],
  ['n', Namespace.enumeration],
  ['f', Namespace.fault],
  ['cfg', Namespace.config],
  ['wsmid', Namespace.identity],
];

export const Action = {
  create: `${Namespace.transfer}/Create`,
  delete: `${Namespace.transfer}/Delete`,
  get: `${Namespace.transfer}/Get`,
  enumerate: `${Namespace.enumeration}/Enumerate`,
  pull: `${Namespace.enumeration}/Pull`,
  release: `${Namespace.enumeration}/Release`,
  command: `${Namespace.shell}/Command`,
  send: `${Namespace.shell}/Send`,
  receive: `${Namespace.shell}/Receive`,
  signal: `${Namespace.shell}/Signal`,
  disconnect: `${Namespace.shell}/Disconnect`,
  reconnect: `${Namespace.shell}/Reconnect`,
  connect: `${Namespace.shell}/Connect`,
} as const;

export type OperationName = keyof typeof Action;

const BY_ACTION = new Map<string, OperationName>(
  Object.entries(Action).map(([name, uri]) => [uri, name as OperationName]),
);
export function operationOfAction(action: string): OperationName | undefined {
  return BY_ACTION.get(action);
}

export const FaultAction = {
  wsman: 'http://schemas.dmtf.org/wbem/wsman/1/wsman/fault',
  addressing: 'http://schemas.xmlsoap.org/ws/2004/08/addressing/fault',
  enumeration: `${Namespace.enumeration}/fault`,
} as const;

export const ResourceUri = {
  shell: Namespace.shell,
  cmd: `${Namespace.shell}/cmd`,
  command: `${Namespace.shell}/Command`,
  config: Namespace.config,
  /** A session configuration's name follows. */
  powershellPrefix: `${Namespace.powershell}/`,
  defaultConfiguration: `${Namespace.powershell}/Microsoft.PowerShell`,
} as const;

export const ANONYMOUS = 'http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous';
export const SELECTOR_FILTER = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter';

export const CommandStateUri = {
  running: `${Namespace.shell}/CommandState/Running`,
  pending: `${Namespace.shell}/CommandState/Pending`,
  done: `${Namespace.shell}/CommandState/Done`,
} as const;

export const SignalCode = {
  /** Stops a pipeline and keeps its command. The spelling is the wire's. protocol.md 7.5 */
  powershellStop: 'powershell/signal/crtl_c',
  terminate: `${Namespace.shell}/signal/terminate`,
  ctrlC: `${Namespace.shell}/signal/ctrl_c`,
  ctrlBreak: `${Namespace.shell}/signal/ctrl_break`,
  /** Ours, on a shell: the option `watchers` says who may watch it from now on. */
  watchers: 'urn:pssession:watchers',
} as const;

export const OptionName = {
  /** Ours, on an Enumerate of shells: all of them, with what WinRM's listing does not tell. For administrators. */
  everySession: 'PSSESSION_ALL',
  /**
   * Ours. On a Receive: what the shell shows, after this position (empty: all that is kept). On an Enumerate of shells:
   * those that the user may watch.
   */
  watch: 'PSSESSION_WATCH',
  /** Ours, on the Signal `watchers`: accounts and groups, with commas between them. */
  watchers: 'PSSESSION_WATCHERS',
  protocolVersion: 'protocolversion',
  noProfile: 'WINRS_NOPROFILE',
  codePage: 'WINRS_CODEPAGE',
  keepAlive: 'WSMAN_CMDSHELL_OPTION_KEEPALIVE',
  skipCmdShell: 'WINRS_SKIP_CMD_SHELL',
  consoleModeStdin: 'WINRS_CONSOLEMODE_STDIN',
} as const;

/** Streams of the answer to a watcher's Receive: where to go on (`17`, `17 lost`, `17 more`), and whole messages. */
export const ScreenStream = { position: 'position', messages: 'screen' } as const;

/** The session configuration named by a resource URI, or undefined when it names none. Case of the prefix is ignored. */
export function configurationName(resourceUri: string): string | undefined {
  const prefix = ResourceUri.powershellPrefix;
  return resourceUri.length > prefix.length && resourceUri.slice(0, prefix.length).toLowerCase() === prefix
    ? resourceUri.slice(prefix.length)
    : undefined;
}

/** WSMan ids are upper case on the wire; some peers compare them letter by letter. protocol.md 10, trap 42 */
export function wireId(id: string): string {
  return id.toUpperCase();
}
