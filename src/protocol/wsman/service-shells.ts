/** Create, Delete, Get, Enumerate, Pull, Release, the configuration and Identify. protocol.md 7.4, 7.7, 7.13 */
import { tryParseGuid, type Guid } from '../bytes/index.js';
import { wsmanFault } from './fault-table.js';
import type { WsmanFault } from './fault.js';
import type { EnumerationItem, RequestBody, ServiceConfig, ShellListing, ShellRequest } from './messages.js';
import { configurationName, Namespace, OptionName, ResourceUri, wireId } from './names.js';
import { sessionOf, type OperationContext } from './operation-context.js';
import { OutputChannel } from './output-channel.js';
import { pageOf } from './enumerations.js';
import type { Completion, ConfigurationRules, ServiceQuotas, ShellCaller } from './service-api.js';
import { booleanOption, checkOptions, checkProtocolVersion, negotiateIdleTimeout, option } from './service-checks.js';
import { fail, FaultSignal, findSelector, userKey, type ServiceCore } from './service-core.js';
import { removeShell } from './service-receive.js';
import { mayWatch } from './service-watch.js';
import { commandState, detailedListingOf, listingOf, type Deferred, type ServiceShell } from './service-state.js';

type Body<T extends RequestBody['type']> = Extract<RequestBody, { readonly type: T }>;

const MAX_NAME = 255;
const DEFAULT_LOCALE = 'en-US';
/** Header, context and closing tags of an enumeration's answer. Bytes. */
const ENUMERATION_OVERHEAD = 4096;

// Create ----------------------------------------------------------------------------------------------------------

export function create<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Body<'create'>,
): void {
  const { header, caller } = context;
  const resourceUri = header.resourceUri ?? '';
  const isCmd = resourceUri.toLowerCase() === ResourceUri.cmd;
  const configuration = isCmd ? '' : configurationName(resourceUri);
  if (configuration === undefined) fail('INVALID_RESOURCE_URI');
  if (isCmd && core.options.allowCmdShells === false) fail('REMOTESHELLS_NOT_ALLOWED');
  const rules = isCmd ? undefined : core.rulesOf(configuration);
  if (rules === 'unknown') {
    fail('INVALID_RESOURCE_URI', `There is no session configuration named '${configuration.slice(0, 128)}'.`);
  }
  checkOptions(header);
  if (header.compression !== undefined && core.options.allowCompression === false) {
    core.answerFault(
      context,
      wsmanFault('SOAP_FAULT_MUST_UNDERSTAND', {
        notUnderstood: { namespace: Namespace.shell, localName: 'CompressionType' },
      }),
    );
    return;
  }
  const { shell } = body;
  if (isCmd) checkCmdShell(shell);
  else checkPowershellShell(context, shell);
  const shellId = chosenId(core, shell);
  const name = checkedName(shell.name);
  const maxIdleTimeoutMs = rules?.maxIdleTimeoutms ?? core.quotas.maxIdleTimeoutms;
  const idleTimeoutMs =
    shell.idleTimeoutMs === undefined
      ? Math.min(rules?.idleTimeoutms ?? core.quotas.idleTimeoutms, maxIdleTimeoutMs)
      : negotiateIdleTimeout(shell.idleTimeoutMs, maxIdleTimeoutMs);
  checkQuotas(core, caller, configuration, rules);

  const limits = core.limitsFor(rules);
  const record: ServiceShell = {
    shellId,
    kind: isCmd ? 'cmd' : 'powershell',
    configuration,
    resourceUri,
    name: name ?? (isCmd ? '' : core.inventName()),
    owner: caller.user,
    ownerKey: userKey(caller),
    createdMs: core.now,
    maxIdleTimeoutMs,
    maxCommands: rules?.maxConcurrentCommandsPerShell ?? core.quotas.maxConcurrentCommandsPerShell,
    inputStreams: shell.inputStreams.length === 0 ? ['stdin'] : shell.inputStreams,
    outputStreams: shell.outputStreams.length === 0 ? ['stdout', 'stderr'] : shell.outputStreams,
    locale: header.locale ?? DEFAULT_LOCALE,
    dataLocale: header.dataLocale ?? header.locale ?? DEFAULT_LOCALE,
    compressed: header.compression !== undefined,
    disconnectable: shell.shellId !== undefined,
    workingDirectory: shell.workingDirectory,
    environment: shell.environment,
    limits,
    maxOutputAgeMs: rules?.maxOutputAgeMs,
    pool: new OutputChannel(limits),
    commands: new Map(),
    released: new Set(),
    formerSessions: new Set(),
    state: 'Opening',
    lost: false,
    connecting: false,
    connectingFrom: 0,
    clientAddress: caller.clientAddress,
    sessionId: sessionOf(context),
    idleTimeoutMs,
    bufferMode: shell.bufferMode ?? rules?.outputBufferingMode ?? 'Block',
    lastRequestMs: core.now,
    lostAtMs: undefined,
    processId: undefined,
    profileLoaded: !booleanOption(header, OptionName.noProfile),
    memoryUsedMb: 0,
    childProcesses: 0,
    ended: undefined,
    watching: undefined,
    lastWordsMs: undefined,
  };
  core.shells.set(shellId, record);
  const deadline = core.deadlineOf(context);
  core.deferred.set(context.requestId, {
    kind: 'create',
    shellId,
    commandId: undefined,
    deadline,
    context,
    connectionLost: false,
  });
  core.wakeAt(deadline);
  const codePage = option(header, OptionName.codePage);
  core.emit({
    type: 'shellCreated',
    requestId: context.requestId,
    shellId,
    kind: record.kind,
    configuration,
    name: record.name,
    caller,
    creationData: shell.creationData ?? new Uint8Array(0),
    locale: record.locale,
    dataLocale: record.dataLocale,
    noProfile: booleanOption(header, OptionName.noProfile),
    idleTimeoutMs,
    bufferMode: record.bufferMode,
    workingDirectory: shell.workingDirectory,
    environment: shell.environment ?? new Map(),
    codePage: codePage !== undefined && /^\d{1,9}$/.test(codePage) ? Number(codePage) : undefined,
  });
}

function checkPowershellShell(context: OperationContext, shell: ShellRequest): void {
  checkProtocolVersion(context.header);
  const input = shell.inputStreams.map((name) => name.toLowerCase()).sort();
  const output = shell.outputStreams.map((name) => name.toLowerCase());
  if (input.join(' ') !== 'pr stdin' || output.join(' ') !== 'stdout') fail('PLUGIN_NULL_INVALID_STREAM_SETS');
  if (shell.creationData === undefined || shell.creationData.length === 0) fail('PLUGIN_NULL_INVALID_INPUT');
}

function checkCmdShell(shell: ShellRequest): void {
  const known = ['stdout', 'stderr'];
  if (shell.inputStreams.some((name) => name.toLowerCase() !== 'stdin')) {
    fail('INVALID_PARAMETER', 'The only input stream of this shell is stdin.');
  }
  if (shell.outputStreams.some((name) => !known.includes(name.toLowerCase()))) {
    fail('INVALID_PARAMETER', 'The output streams of this shell are stdout and stderr.');
  }
}

function chosenId<C extends ShellCaller>(core: ServiceCore<C>, shell: ShellRequest): Guid {
  if (shell.shellId === undefined) return core.newGuid();
  const shellId = tryParseGuid(shell.shellId) ?? fail('SHELL_CLIENTID_NOT_VALID');
  if (core.shells.has(shellId)) fail('SHELL_CLIENTID_RESOURCE_CONFLICT');
  return shellId;
}

/** Control characters, and those that turn the direction of text: what a terminal would obey instead of showing it. */
// oxlint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function checkedName(name: string | undefined): string | undefined {
  if (name === undefined || name === '') return undefined;
  if (name.length > MAX_NAME || UNSEEN.test(name)) fail('CREATESHELL_NAME_INVALID');
  return name;
}

function checkQuotas<C extends ShellCaller>(
  core: ServiceCore<C>,
  caller: C,
  configuration: string,
  rules: ConfigurationRules | undefined,
): void {
  const all = Array.from(core.shells.values(), ({ owner, configuration: name }) => ({ owner, configuration: name }));
  const fault = shellQuotaFault(all, caller.user, configuration, core.quotas, rules);
  if (fault !== undefined) throw new FaultSignal(fault);
}

/**
 * The fault that one more shell of this user and configuration gets, if it is one too many.
 * @param all the shells that are there, wherever they are.
 */
export function shellQuotaFault(
  all: readonly { readonly owner: string; readonly configuration: string }[],
  owner: string,
  configuration: string,
  quotas: Pick<ServiceQuotas, 'maxShellsPerUser' | 'maxConcurrentUsers'>,
  rules: ConfigurationRules | undefined,
): WsmanFault | undefined {
  const user = owner.toLowerCase();
  const isOwn = (shell: { readonly owner: string }): boolean => shell.owner.toLowerCase() === user;
  if (all.filter(isOwn).length >= quotas.maxShellsPerUser) {
    return wsmanFault('QUOTA_MAX_SHELLS', {
      message: `This user is allowed a maximum number of ${quotas.maxShellsPerUser} concurrent shells (MaxShellsPerUser). Remove sessions or raise the quota.`,
    });
  }
  const tooManyUsers = (shells: readonly { readonly owner: string }[], most: number): boolean =>
    !shells.some(isOwn) && new Set(shells.map((shell) => shell.owner.toLowerCase())).size >= most;
  if (tooManyUsers(all, quotas.maxConcurrentUsers)) return wsmanFault('QUOTA_MAX_SHELLUSERS');
  if (rules === undefined) return undefined;
  const name = configuration.toLowerCase();
  const same = all.filter((shell) => shell.configuration.toLowerCase() === name);
  if (rules.maxShells !== undefined && same.length >= rules.maxShells) return wsmanFault('QUOTA_MAX_PLUGINSHELLS_PPQ');
  if (rules.maxShellsPerUser !== undefined && same.filter(isOwn).length >= rules.maxShellsPerUser) {
    return wsmanFault('QUOTA_MAX_SHELLS_PPQ');
  }
  return tooManyUsers(same, rules.maxConcurrentUsers ?? Number.POSITIVE_INFINITY)
    ? wsmanFault('QUOTA_MAX_USERS_PPQ')
    : undefined;
}

/** The host takes input: the shell exists now. */
export function created<C extends ShellCaller>(
  core: ServiceCore<C>,
  shell: ServiceShell,
  deferred: Deferred<C>,
  completion: Completion,
): void {
  shell.state = 'Connected';
  shell.processId = completion.processId ?? shell.processId;
  shell.profileLoaded = completion.profileLoaded ?? shell.profileLoaded;
  const { context } = deferred;
  core.noteShell(shell);
  core.touch(shell, context);
  if (deferred.connectionLost) {
    shell.lostAtMs = core.now + core.graceMs;
    core.wakeAt(shell.lostAtMs);
    return;
  }
  core.answer(context, {
    type: 'created',
    shellId: shell.shellId,
    resourceUri: shell.resourceUri,
    ...(context.header.to === undefined ? {} : { address: context.header.to }),
    shell: listingOf(shell, core.now, false),
  });
}

// Delete, Get -------------------------------------------------------------------------------------------------------

export function deleteShell<C extends ShellCaller>(core: ServiceCore<C>, context: OperationContext<C>): void {
  const shell = core.shellFor(context, true);
  removeShell(core, shell, 'deleted');
  core.answer(context, { type: 'empty' });
}

export function get<C extends ShellCaller>(core: ServiceCore<C>, context: OperationContext<C>): void {
  const uri = context.header.resourceUri?.toLowerCase();
  if (uri === ResourceUri.config) {
    if (!context.caller.administrator) fail('ACCESS_DENIED', 'Only administrators may read the configuration.');
    core.answer(context, { type: 'config', config: serviceConfig(core) });
    return;
  }
  if (uri !== ResourceUri.shell && findSelector(context.header.selectors, 'ShellId') === undefined) {
    fail('INVALID_RESOURCE_URI');
  }
  const shell = core.shellFor(context, true);
  // Asking how a shell is does not keep it alive, but shows that its own client is there.
  if (shell.state === 'Connected' && sessionOf(context) === shell.sessionId) core.touch(shell, context);
  core.answer(context, { type: 'shell', shell: listingOf(shell, core.now, true) });
}

const CONFIG_GROUPS: readonly string[] = ['', 'Client', 'Service', 'Winrs'];

/** The names and the order of Windows: single values, then Client, Service and Winrs. protocol.md 7.7, 7.13 */
function serviceConfig<C extends ShellCaller>(core: ServiceCore<C>): ServiceConfig {
  const { quotas } = core;
  const unlimited = '4294967295';
  const values = new Map<string, string>([
    ['MaxEnvelopeSizekb', String(quotas.maxEnvelopeSizekb)],
    ['MaxTimeoutms', String(quotas.maxTimeoutms)],
    ['MaxBatchItems', String(quotas.maxBatchItems)],
    ['MaxProviderRequests', unlimited],
    ['Service/MaxConcurrentOperations', unlimited],
    ['Service/MaxConcurrentOperationsPerUser', String(quotas.maxConcurrentOperationsPerUser)],
    ['Service/EnumerationTimeoutms', String(quotas.enumerationTimeoutms)],
    ['Service/AllowRemoteAccess', 'true'],
    ['Winrs/AllowRemoteShellAccess', String(core.options.allowCmdShells !== false)],
    ['Winrs/IdleTimeout', String(quotas.idleTimeoutms)],
    ['Winrs/MaxConcurrentUsers', String(quotas.maxConcurrentUsers)],
    ['Winrs/MaxShellRunTime', String(quotas.maxShellRunTimems)],
    ['Winrs/MaxProcessesPerShell', String(quotas.maxProcessesPerShell)],
    ['Winrs/MaxMemoryPerShellMB', String(quotas.maxMemoryPerShellMB)],
    ['Winrs/MaxShellsPerUser', String(quotas.maxShellsPerUser)],
    ...(core.options.config ?? []),
  ]);
  const group = (path: string): number => CONFIG_GROUPS.indexOf(path.slice(0, Math.max(0, path.indexOf('/'))));
  return new Map([...values].sort(([a], [b]) => group(a) - group(b)));
}

// Enumerate, Pull, Release --------------------------------------------------------------------------------------------

export function enumerate<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Body<'enumerate'>,
  otherShells: readonly ShellListing[],
): void {
  if (body.otherDialect !== undefined) fail('ENUMERATE_FILTERING_NOT_SUPPORTED');
  const items = itemsOf(core, context, body, otherShells);
  const owner = userKey(context.caller);
  if (!body.optimize) {
    const name = openEnumeration(core, owner, items);
    core.answer(context, { type: 'enumerated', pulled: false, context: name, items: [], end: false });
    return;
  }
  // A list in one answer, and pages only when asked for or when it does not fit.
  const most = Math.min(body.maxElements ?? core.quotas.maxBatchItems, core.quotas.maxBatchItems);
  const page = pageOf(items, 0, most, context.maxAnswerBytes - ENUMERATION_OVERHEAD);
  if (!page.fits) fail('ENVELOPE_TOO_LARGE');
  const rest = page.end ? undefined : openEnumeration(core, owner, items.slice(page.taken));
  core.answer(context, {
    type: 'enumerated',
    pulled: false,
    ...(rest === undefined ? {} : { context: rest }),
    items: [],
    ...(page.written === undefined ? {} : { written: page.written }),
    end: page.end,
  });
}

function openEnumeration<C extends ShellCaller>(
  core: ServiceCore<C>,
  owner: string,
  items: readonly EnumerationItem[],
): string {
  const name = `uuid:${wireId(core.newGuid())}`;
  core.enumerations.open(name, owner, items, core.now);
  core.wakeAt(core.now + core.quotas.enumerationTimeoutms);
  return name;
}

function itemsOf<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Body<'enumerate'>,
  otherShells: readonly ShellListing[],
): readonly EnumerationItem[] {
  const { caller, header } = context;
  const uri = header.resourceUri?.toLowerCase();
  const mine = (shell: ServiceShell): boolean =>
    shell.state !== 'Opening' && (caller.administrator || shell.ownerKey === userKey(caller));
  if (uri === ResourceUri.shell) {
    const shells = [...core.shells.values()].filter(mine);
    if (header.options.some(({ name }) => name === OptionName.everySession)) {
      if (!caller.administrator) {
        core.refused(context, undefined, 5);
        return fail('ACCESS_DENIED', 'Only administrators of the endpoint may see the sessions of all users.');
      }
      const own = shells.map((shell) => detailedListingOf(shell, core.now));
      return [...own, ...otherShells.filter((shell) => shell.isOthers !== true)].map(told);
    }
    if (header.options.some(({ name }) => name === OptionName.watch)) {
      const own = listingsFor(core, caller, core.now);
      return [...own, ...otherShells].filter((shell) => shell.mayWatch === true).map(told);
    }
    const own = shells.map((shell) => listingOf(shell, core.now, true));
    const others = otherShells
      .filter((shell) => shell.isOthers !== true)
      .map(({ details: _details, ...shell }) => shell);
    return [...own, ...others].map((shell) => ({ type: 'shell', shell }));
  }
  if (uri !== ResourceUri.command.toLowerCase()) return fail('INVALID_RESOURCE_URI');
  const wanted = findSelector(body.filter ?? header.selectors, 'ShellId');
  if (wanted === undefined) return fail('ENUMERATE_SHELLCOMMANDS_FILTER_EXPECTED');
  const shellId = tryParseGuid(wanted);
  const shell = shellId === undefined ? undefined : core.shells.get(shellId);
  // It is told of elsewhere, where nobody answers now.
  if (shell === undefined && otherShells.some((other) => tryParseGuid(other.shellId) === shellId)) return [];
  if (shell === undefined || !mine(shell)) {
    if (shell !== undefined) core.refused(context, shell.shellId, 5);
    return fail('UNEXPECTED_SELECTORS');
  }
  return Array.from(shell.commands.values(), (command) => ({
    type: 'command',
    command: {
      shellId: shell.shellId,
      commandId: command.commandId,
      commandLine: command.commandText,
      state: commandState(command),
    },
  }));
}

const told = ({ mayWatch: _may, isOthers: _others, ...shell }: ShellListing): EnumerationItem => ({
  type: 'shell',
  shell,
});

/**
 * What an endpoint may tell this caller of its shells, in whichever list: his own, all for an administrator, and those
 * of others that he may watch.
 */
export function listingsFor<C extends ShellCaller>(
  core: ServiceCore<C>,
  caller: Pick<C, 'user' | 'administrator' | 'groups'>,
  now: number,
): readonly ShellListing[] {
  const key = userKey(caller);
  const listings: ShellListing[] = [];
  for (const shell of core.shells.values()) {
    if (shell.state === 'Opening') continue;
    const isOwn = shell.ownerKey === key;
    const mayBeWatched = shell.kind === 'powershell' && mayWatch(shell, caller);
    if (!isOwn && !caller.administrator && !mayBeWatched) continue;
    listings.push({
      ...(isOwn || caller.administrator ? detailedListingOf(shell, now) : listingOf(shell, now, false)),
      mayWatch: mayBeWatched,
      ...(isOwn || caller.administrator ? {} : { isOthers: true }),
    });
  }
  return listings;
}

export function pull<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Body<'pull'>,
): void {
  // Without MaxElements a Pull gets one item. [WS-Enumeration]
  const most = Math.min(body.maxElements ?? 1, core.quotas.maxBatchItems);
  const budget = context.maxAnswerBytes - ENUMERATION_OVERHEAD;
  const page = core.enumerations.pull(body.context, userKey(context.caller), most, budget, core.now);
  if (page === undefined) fail('ENUMERATE_INVALID_CONTEXT');
  if (!page.fits) fail('ENVELOPE_TOO_LARGE');
  core.answer(context, {
    type: 'enumerated',
    pulled: true,
    ...(page.end ? {} : { context: body.context }),
    items: [],
    ...(page.written === undefined ? {} : { written: page.written }),
    end: page.end,
  });
}

export function release<C extends ShellCaller>(
  core: ServiceCore<C>,
  context: OperationContext<C>,
  body: Body<'release'>,
): void {
  if (!core.enumerations.release(body.context, userKey(context.caller))) fail('ENUMERATE_INVALID_CONTEXT');
  core.answer(context, { type: 'empty' });
}

export function identify<C extends ShellCaller>(core: ServiceCore<C>, context: OperationContext<C>): void {
  core.answer(context, {
    type: 'identified',
    protocolVersion: Namespace.wsman,
    productVendor: core.options.productVendor ?? 'pssession',
    productVersion: core.options.productVersion ?? 'OS: 0.0.0 SP: 0.0 Stack: 3.0',
    securityProfiles: [],
  });
}
