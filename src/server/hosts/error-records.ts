/** Failures of the endpoint's own side as the error records that a PowerShell client shows. */
import { PSSessionError } from '../../protocol/errors/index.js';
import { TYPE_NAMES, type PSErrorRecord } from '../../protocol/objects/index.js';

/** `exceptionType` is the .NET type that the client's error names; default the one for errors of remoting. */
export function errorRecordOf(
  error: unknown,
  exceptionType = 'System.Management.Automation.Remoting.PSRemotingTransportException',
): PSErrorRecord {
  const known = error instanceof PSSessionError;
  // What is not ours may hold anything; its text stays in the log.
  const message = known ? error.message : 'The endpoint failed; its log has the reason.';
  return {
    exception: { typeNames: [exceptionType, ...TYPE_NAMES.exception], message },
    targetObject: null,
    fullyQualifiedErrorId: known ? error.errorId : 'EndpointFailure',
    category: known ? error.category : 'NotSpecified',
    categoryActivity: '',
    categoryReason: exceptionType.split('.').at(-1) ?? exceptionType,
    categoryTargetName: '',
    categoryTargetType: '',
    categoryMessage: '',
  };
}
