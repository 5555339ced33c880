/** Faults that the shell layer itself answers with; those of the protocol are the wsman room's. protocol.md 7.12 */
import type { WsmanFault } from '../../protocol/wsman/index.js';
import { PSSessionError, WsmanFaultError } from '../../protocol/errors/index.js';

export const FaultCode = {
  accessDenied: 5,
  invalidParameter: 87,
  internalError: 1359,
  programNotFound: 2_147_942_402,
  directoryNotFound: 2_147_942_403,
  invalidResourceUri: 2_150_858_811,
  shellNotFound: 2_150_858_843,
  codePage: 2_150_859_072,
  remoteShellsNotAllowed: 2_150_859_180,
  sessionCreationFailed: 2_152_991_674,
  managedException: 2_152_992_672,
  connectFailed: 2_152_992_675,
} as const;

export function accessDenied(reason: string): WsmanFault {
  return { role: 'Sender', subcode: 'w:AccessDenied', reason, code: FaultCode.accessDenied };
}

export function internalFault(code: number, reason: string): WsmanFault {
  return { role: 'Receiver', subcode: 'w:InternalError', reason, code };
}

/** A failure of the PowerShell side, worded as its plugin does. */
export function providerFault(code: number, error: unknown): WsmanFault {
  if (error instanceof WsmanFaultError) {
    return { role: 'Sender', subcode: error.subcode ?? 'w:InternalError', reason: error.message, code: error.code };
  }
  const text = error instanceof PSSessionError ? error.message : 'The endpoint failed; its log has the reason.';
  return { ...internalFault(code, text), provider: { name: 'microsoft.powershell', text } };
}
