/** System.IO.FileSystemWatcher over Node's own watcher. It watches only while somebody listens. */
import { readdirSync, statSync, watch, type FSWatcher } from 'node:fs';
import nodePath from 'node:path';
import type { PSObject, PSValue } from '../../../protocol/objects/index.js';
import { wildcardRegex } from '../text/wildcard.js';
import { NetObject } from '../values/live.js';
import { defineType } from '../values/net-type.js';
import { declareEvents, raise } from './events.js';
import { argumentError, dataOf, enumOf, flag, flagsOf, num, runtime, text } from './support.js';

const WATCHER = 'System.IO.FileSystemWatcher';
/** FileName, DirectoryName, LastWrite: NotifyFilters' default. */
const DEFAULT_FILTER = 19;

defineType('System.IO.WatcherChangeTypes', {
  kind: 'enum',
  flags: true,
  enumValues: { Created: 1, Deleted: 2, Changed: 4, Renamed: 8, All: 15 },
});
defineType('System.IO.NotifyFilters', {
  kind: 'enum',
  flags: true,
  enumValues: {
    FileName: 1,
    DirectoryName: 2,
    Attributes: 4,
    Size: 8,
    LastWrite: 16,
    LastAccess: 32,
    CreationTime: 64,
    Security: 256,
  },
});
interface Change {
  readonly kind: 'Created' | 'Deleted' | 'Changed' | 'Renamed';
  readonly folder: string;
  readonly name: string;
  readonly oldName?: string;
}
const change = (self: PSValue): Change => dataOf<Change>(self);
const CHANGE = defineType(
  'System.IO.FileSystemEventArgs',
  { base: 'System.EventArgs' },
  {
    'System.IO.WatcherChangeTypes ChangeType': (self) => enumOf('System.IO.WatcherChangeTypes', change(self).kind),
    'string FullPath': (self) => nodePath.join(change(self).folder, change(self).name),
    'string Name': (self) => change(self).name,
  },
);
const RENAME = defineType(
  'System.IO.RenamedEventArgs',
  { base: CHANGE.fullName },
  {
    'string OldFullPath': (self) => nodePath.join(change(self).folder, change(self).oldName ?? ''),
    'string OldName': (self) => change(self).oldName ?? '',
  },
);

class WatcherState {
  folder: string;
  filter: string;
  deep = false;
  notify = DEFAULT_FILTER;
  bufferSize = 8192;
  enabled = false;
  listeners = 0;
  self: PSObject | undefined;
  #watcher: FSWatcher | undefined;
  /** Inode by name: a name that comes while one goes, of the same file, is a renaming. */
  #known = new Map<string, number>();
  #gone: { readonly name: string; readonly inode: number; readonly timer: NodeJS.Timeout } | undefined;

  constructor(folder: string, filter: string) {
    this.folder = folder;
    this.filter = filter;
  }
  arm(): void {
    const on = this.enabled && this.listeners > 0 && this.folder !== '';
    if (!on) {
      this.#watcher?.close();
      this.#watcher = undefined;
      this.#flush();
      return;
    }
    if (this.#watcher !== undefined) return;
    const root = nodePath.resolve(runtime().location, this.folder);
    this.#known = this.#list(root);
    this.#watcher = watch(root, { recursive: this.deep }, (_kind, name) => {
      if (name !== null) this.#look(root, name);
    });
    // Whoever waits for the event keeps the process; the watcher alone does not.
    this.#watcher.unref();
  }
  #list(root: string): Map<string, number> {
    const found = new Map<string, number>();
    for (const name of readdirSync(root, { recursive: this.deep, encoding: 'utf8' })) {
      const inode = inodeOf(nodePath.join(root, name));
      if (inode !== undefined) found.set(name, inode);
    }
    return found;
  }
  #look(root: string, name: string): void {
    const before = this.#known.get(name);
    const now = inodeOf(nodePath.join(root, name));
    if (now === undefined) {
      if (before === undefined) return;
      this.#known.delete(name);
      this.#flush();
      // Its new name may follow.
      this.#gone = { name, inode: before, timer: setTimeout(() => this.#flush(), RENAME_WAIT_MS) };
      return;
    }
    this.#known.set(name, now);
    if (before !== undefined) this.#tell({ kind: 'Changed', folder: this.folder, name });
    else if (this.#gone?.inode === now) {
      clearTimeout(this.#gone.timer);
      const oldName = this.#gone.name;
      this.#gone = undefined;
      this.#tell({ kind: 'Renamed', folder: this.folder, name, oldName });
    } else this.#tell({ kind: 'Created', folder: this.folder, name });
  }
  #flush(): void {
    if (this.#gone === undefined) return;
    clearTimeout(this.#gone.timer);
    const { name } = this.#gone;
    this.#gone = undefined;
    this.#tell({ kind: 'Deleted', folder: this.folder, name });
  }
  #tell(what: Change): void {
    const fits = (name: string): boolean =>
      this.filter === '*.*' || this.filter === '' || wildcardRegex(this.filter).test(nodePath.basename(name));
    if (this.self === undefined || !(fits(what.name) || (what.oldName !== undefined && fits(what.oldName)))) return;
    raise(this.self, what.kind, new NetObject(what.kind === 'Renamed' ? RENAME : CHANGE, what));
  }
}
const RENAME_WAIT_MS = 20;
function inodeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.ino;
}

const state = (self: PSValue): WatcherState => dataOf<WatcherState>(self);
function checked(path: string): string {
  const stats = statSync(nodePath.resolve(runtime().location, path), { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) throw argumentError(`The directory name '${path}' does not exist.`, 'path');
  return path;
}
const make = (folder: string, filter: string): PSValue => {
  const made = new NetObject(TYPE, new WatcherState(folder, filter));
  made.data.self = made;
  return made;
};
const enable = (self: PSValue, on: boolean): undefined => {
  state(self).enabled = on;
  state(self).arm();
};
const TYPE = defineType(
  WATCHER,
  { base: 'System.ComponentModel.Component' },
  {
    'new()': () => make('', '*'),
    'new(string path)': (_self, path) => make(checked(text(path)), '*'),
    'new(string path, string filter)': (_self, path, filter) => make(checked(text(path)), text(filter)),
    'bool EnableRaisingEvents': (self) => state(self).enabled,
    'set EnableRaisingEvents': (self, value) => enable(self, flag(value)),
    'string Filter': (self) => state(self).filter,
    'set Filter': (self, value) => {
      state(self).filter = text(value);
      return undefined;
    },
    'bool IncludeSubdirectories': (self) => state(self).deep,
    'set IncludeSubdirectories': (self, value) => {
      state(self).deep = flag(value);
      return undefined;
    },
    'int InternalBufferSize': (self) => state(self).bufferSize,
    'set InternalBufferSize': (self, value) => {
      state(self).bufferSize = Math.max(4096, num(value));
      return undefined;
    },
    'System.IO.NotifyFilters NotifyFilter': (self) => enumOf('System.IO.NotifyFilters', state(self).notify),
    'set NotifyFilter': (self, value) => {
      state(self).notify = flagsOf(value);
      return undefined;
    },
    'string Path': (self) => state(self).folder,
    'set Path': (self, value) => {
      state(self).folder = checked(text(value));
      return undefined;
    },
    'void Dispose()': (self) => enable(self, false),
  },
);
const attach = (source: PSObject): (() => void) => {
  state(source).listeners += 1;
  state(source).arm();
  return () => {
    state(source).listeners -= 1;
    state(source).arm();
  };
};
const FILE_EVENT = {
  handler: 'System.IO.FileSystemEventHandler',
  args: 'System.IO.FileSystemEventArgs',
  attach,
} as const;
declareEvents(WATCHER, [
  { name: 'Changed', ...FILE_EVENT },
  { name: 'Created', ...FILE_EVENT },
  { name: 'Deleted', ...FILE_EVENT },
  { name: 'Disposed', handler: 'System.EventHandler', args: 'System.EventArgs' },
  { name: 'Error', handler: 'System.IO.ErrorEventHandler', args: 'System.IO.ErrorEventArgs' },
  { name: 'Renamed', handler: 'System.IO.RenamedEventHandler', args: 'System.IO.RenamedEventArgs', attach },
]);
