/** A path that leads nowhere, in PowerShell's words. */
import type { ErrorCategoryName } from '../../../../protocol/errors/index.js';
import { UNAUTHORIZED } from '../../runtime/locked.js';

const AUTOMATION = 'System.Management.Automation';

const IS_LOCKED = /Not(?:Writable|Removable)$|^CannotRename/;

export class ProviderError extends Error {
  /** Named after the exception where PowerShell has no id of its own for it. */
  readonly errorId: string;
  readonly target: string;
  constructor(message: string, errorId: string, target: string) {
    super(message);
    this.errorId = errorId;
    this.target = target;
  }
  get exceptionType(): string {
    if (this.errorId.startsWith('System.')) return this.errorId;
    if (this.errorId === 'Argument') return `${AUTOMATION}.PSArgumentException`;
    if (IS_LOCKED.test(this.errorId)) return UNAUTHORIZED;
    if (this.errorId === 'DriveNotFound') return `${AUTOMATION}.DriveNotFoundException`;
    return `${AUTOMATION}.${this.errorId === 'ProviderNotFound' ? 'ProviderNotFoundException' : 'ItemNotFoundException'}`;
  }
  get category(): ErrorCategoryName {
    if (this.errorId === 'Argument') return 'InvalidArgument';
    if (IS_LOCKED.test(this.errorId)) return 'WriteError';
    if (this.errorId === 'System.UnauthorizedAccessException') return 'PermissionDenied';
    return this.errorId.startsWith('System.') ? 'InvalidArgument' : 'ObjectNotFound';
  }
}
