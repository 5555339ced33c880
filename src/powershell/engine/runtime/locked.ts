/** Variables, functions and aliases that may not be changed: which they are, and what PowerShell says of them. */
import { fail, type PSError } from '../values/exceptions.js';

export const UNAUTHORIZED = 'System.Management.Automation.SessionStateUnauthorizedAccessException';

const TEXTS = {
  VariableNotWritable: (name: string) => `Cannot overwrite variable ${name} because it is read-only or constant.`,
  VariableNotRemovable: (name: string) =>
    `Cannot remove variable ${name} because it is constant or read-only. If the variable is read-only, try the operation again specifying the Force option.`,
  FunctionNotWritable: (name: string) => `Cannot write to function ${name} because it is read-only or constant.`,
  FunctionNotRemovable: (name: string) => `Cannot remove function ${name} because it is constant.`,
  AliasNotWritable: (name: string) =>
    `Alias is not writeable because alias ${name} is read-only or constant and cannot be written to.`,
  AliasNotRemovable: (name: string) => `Alias was not removed because alias ${name} is constant or read-only.`,
  CannotRenameVariable: (name: string) => `Cannot rename variable because variable ${name} is read-only or constant.`,
  CannotRenameFunction: (name: string) => `Cannot rename function because function ${name} is read-only or constant.`,
  CannotRenameAlias: (name: string) => `Cannot rename alias because alias ${name} is read-only or constant.`,
} as const;
/** The id of the error. */
export type LockedId = keyof typeof TEXTS;

export const lockedText = (id: LockedId, name: string): string => TEXTS[id](name);
/** The error as a script gets it. */
export const lockedError = (id: LockedId, name: string): PSError =>
  fail(id, lockedText(id, name), { category: 'WriteError', target: name, type: UNAUTHORIZED });

/** Whether it may not be touched: constants never, what is read-only with force. */
export const isLocked = (entry: { readonly options: readonly string[] } | undefined, force = false): boolean =>
  entry !== undefined && (entry.options.includes('Constant') || (entry.options.includes('ReadOnly') && !force));
