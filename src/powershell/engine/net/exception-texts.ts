/** HResult and default message of .NET's exception classes, as the real ones have them: `type|hresult|message` a line. */
export const EXCEPTION_TEXTS = `
System.Exception|80131500|Exception of type 'System.Exception' was thrown.
System.SystemException|80131501|System error.
System.ApplicationException|80131600|Error in the application.
System.ArgumentException|80070057|Value does not fall within the expected range.
System.ArgumentNullException|80004003|Value cannot be null.
System.ArgumentOutOfRangeException|80131502|Specified argument was out of the range of valid values.
System.ArithmeticException|80070216|Overflow or underflow in the arithmetic operation.
System.DivideByZeroException|80020012|Attempted to divide by zero.
System.OverflowException|80131516|Arithmetic operation resulted in an overflow.
System.FormatException|80131537|One of the identified items was in an invalid format.
System.IndexOutOfRangeException|80131508|Index was outside the bounds of the array.
System.InvalidCastException|80004002|Specified cast is not valid.
System.InvalidOperationException|80131509|Operation is not valid due to the current state of the object.
System.NotImplementedException|80004001|The method or operation is not implemented.
System.NotSupportedException|80131515|Specified method is not supported.
System.NullReferenceException|80004003|Object reference not set to an instance of an object.
System.OutOfMemoryException|8007000e|Insufficient memory to continue the execution of the program.
System.StackOverflowException|800703e9|Operation caused a stack overflow.
System.TimeoutException|80131505|The operation has timed out.
System.UnauthorizedAccessException|80070005|Attempted to perform an unauthorized operation.
System.RankException|80131517|Attempted to operate on an array with the incorrect number of dimensions.
System.ArrayTypeMismatchException|80131503|Attempted to access an element as a type incompatible with the array.
System.MissingMethodException|80131513|Attempted to access a missing method.
System.MissingMemberException|80131512|Attempted to access a missing member.
System.MissingFieldException|80131511|Attempted to access a non-existing field.
System.MemberAccessException|8013151a|Cannot access member.
System.MethodAccessException|80131510|Attempt to access the method failed.
System.TypeLoadException|80131522|Failure has occurred while loading a type.
System.ObjectDisposedException|80131622|Cannot access a disposed object.
System.OperationCanceledException|8013153b|The operation was canceled.
System.AggregateException|80131500|One or more errors occurred.
System.BadImageFormatException|8007000b|Format of the executable (.exe) or library (.dll) is invalid.
System.DllNotFoundException|80131524|Dll was not found.
System.EntryPointNotFoundException|80131523|Entry point was not found.
System.UriFormatException|80131537|One of the identified items was in an invalid format.
System.PlatformNotSupportedException|80131539|Operation is not supported on this platform.
System.InvalidProgramException|8013153a|Common Language Runtime detected an invalid program.
System.AccessViolationException|80004003|Attempted to read or write protected memory. This is often an indication that other memory is corrupt.
System.DuplicateWaitObjectException|80131529|Duplicate objects in argument.
System.FieldAccessException|80131507|Attempted to access a field that is not accessible by the caller.
System.NotFiniteNumberException|80131528|Number encountered was not a finite quantity.
System.TimeZoneNotFoundException|80131500|Exception of type 'System.TimeZoneNotFoundException' was thrown.
System.InvalidTimeZoneException|80131500|Exception of type 'System.InvalidTimeZoneException' was thrown.
System.ContextMarshalException|80131504|Attempted to marshal an object across a context boundary.
System.IO.IOException|80131620|I/O error occurred.
System.IO.FileNotFoundException|80070002|Unable to find the specified file.
System.IO.DirectoryNotFoundException|80070003|Attempted to access a path that is not on the disk.
System.IO.PathTooLongException|800700ce|The specified file name or path is too long, or a component of the specified path is too long.
System.IO.EndOfStreamException|80070026|Attempted to read past the end of the stream.
System.IO.DriveNotFoundException|80070003|Could not find the drive. The drive might not be ready or might not be mapped.
System.IO.FileLoadException|80131621|Could not load the specified file.
System.IO.InvalidDataException|80131501|Found invalid data while decoding.
System.Collections.Generic.KeyNotFoundException|80131577|The given key was not present in the dictionary.
System.Text.RegularExpressions.RegexMatchTimeoutException|80131505|The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors.
System.Text.DecoderFallbackException|80070057|Value does not fall within the expected range.
System.Text.EncoderFallbackException|80070057|Value does not fall within the expected range.
System.Threading.Tasks.TaskCanceledException|8013153b|A task was canceled.
System.Threading.ThreadInterruptedException|80131519|Thread was interrupted from a waiting state.
System.Threading.ThreadStateException|80131520|Thread was in an invalid state for the operation being executed.
System.Threading.SynchronizationLockException|80131518|Object synchronization method was called from an unsynchronized block of code.
System.Threading.SemaphoreFullException|80131501|Adding the specified count to the semaphore would cause it to exceed its maximum count.
System.Threading.WaitHandleCannotBeOpenedException|8013152c|No handle of the given name exists.
System.Threading.AbandonedMutexException|8013152d|The wait completed due to an abandoned mutex.
System.Security.SecurityException|8013150a|Security error.
System.Security.VerificationException|8013150d|Operation could destabilize the runtime.
System.Security.Cryptography.CryptographicException|80131501|Error occurred during a cryptographic operation.
System.Security.Authentication.AuthenticationException|80131501|System error.
System.Security.Authentication.InvalidCredentialException|80131501|System error.
System.Net.WebException|80131509|Operation is not valid due to the current state of the object.
System.Net.Http.HttpRequestException|80131500|Exception of type 'System.Net.Http.HttpRequestException' was thrown.
System.Net.Sockets.SocketException|80004005|Success
System.Net.NetworkInformation.PingException|80131509|
System.ComponentModel.Win32Exception|80004005|Success
System.ComponentModel.InvalidEnumArgumentException|80070057|Value does not fall within the expected range.
System.Runtime.InteropServices.ExternalException|80004005|External component has thrown an exception.
System.Runtime.InteropServices.COMException|80004005|Unexpected HRESULT has been returned from a call to a COM component.
System.Runtime.InteropServices.SEHException|80004005|External component has thrown an exception.
System.Runtime.Serialization.SerializationException|8013150c|Serialization error.
System.Reflection.TargetException|80131603|Exception of type 'System.Reflection.TargetException' was thrown.
System.Reflection.TargetParameterCountException|8002000e|Number of parameters specified does not match the expected number.
System.Reflection.AmbiguousMatchException|8000211d|Ambiguous match found.
System.Reflection.CustomAttributeFormatException|80131605|Binary format of the specified custom attribute was invalid.
System.Reflection.InvalidFilterCriteriaException|80131601|Specified filter criteria was invalid.
System.Data.DataException|80131920|Data Exception.
System.Xml.XmlException|80131940|An XML error has occurred.
System.Xml.XPath.XPathException|80131943|
System.Xml.Schema.XmlSchemaException|80131941|A schema error occurred.
System.Globalization.CultureNotFoundException|80070057|Culture is not supported.
System.Resources.MissingManifestResourceException|80131532|Unable to find manifest resource.
System.Text.Json.JsonException|80131500|Exception of type 'System.Text.Json.JsonException' was thrown.
System.Management.Automation.RuntimeException|80131501|System error.
System.Management.Automation.MethodException|80131501|System.Management.Automation.MethodException
System.Management.Automation.MethodInvocationException|80131501|System.Management.Automation.MethodInvocationException
System.Management.Automation.GetValueException|80131501|System.Management.Automation.GetValueException
System.Management.Automation.GetValueInvocationException|80131501|System.Management.Automation.GetValueInvocationException
System.Management.Automation.SetValueException|80131501|System.Management.Automation.SetValueException
System.Management.Automation.SetValueInvocationException|80131501|System.Management.Automation.SetValueInvocationException
System.Management.Automation.PSInvalidCastException|80004002|System.Management.Automation.PSInvalidCastException
System.Management.Automation.PSArgumentException|80070057|Value does not fall within the expected range.
System.Management.Automation.PSArgumentNullException|80004003|Value cannot be null.
System.Management.Automation.PSArgumentOutOfRangeException|80131502|Specified argument was out of the range of valid values.
System.Management.Automation.PSInvalidOperationException|80131509|Operation is not valid due to the current state of the object.
System.Management.Automation.PSNotImplementedException|80004001|The method or operation is not implemented.
System.Management.Automation.PSNotSupportedException|80131515|Specified method is not supported.
System.Management.Automation.PSObjectDisposedException|80131622|Cannot access a disposed object.
System.Management.Automation.PSSecurityException|80131501|Cannot run software. Permission is denied.
System.Management.Automation.ParameterBindingException|80131501|
System.Management.Automation.ParentContainsErrorRecordException|80131501|
System.Management.Automation.ParseException|80131501|System error.
System.Management.Automation.IncompleteParseException|80131501|System error.
System.Management.Automation.ExtendedTypeSystemException|80131501|System.Management.Automation.ExtendedTypeSystemException
System.Management.Automation.PropertyNotFoundException|80131501|System.Management.Automation.PropertyNotFoundException
System.Management.Automation.CommandNotFoundException|80131501|System error.
System.Management.Automation.CmdletInvocationException|80131501|System error.
System.Management.Automation.CmdletProviderInvocationException|80131501|System error.
System.Management.Automation.ActionPreferenceStopException|80131501|Running commands is prevented by Stop policy settings.
System.Management.Automation.ApplicationFailedException|80131501|System error.
System.Management.Automation.ItemNotFoundException|80131501|System error.
System.Management.Automation.DriveNotFoundException|80131501|System error.
System.Management.Automation.ProviderNotFoundException|80131501|System error.
System.Management.Automation.ProviderInvocationException|80131501|System error.
System.Management.Automation.SessionStateException|80131501|System error.
System.Management.Automation.SessionStateUnauthorizedAccessException|80131501|System error.
System.Management.Automation.ScriptCallDepthException|80131501|The script failed due to call depth overflow.
System.Management.Automation.ScriptRequiresException|80131501|System error.
System.Management.Automation.ScriptBlockToPowerShellNotSupportedException|80131501|System.Management.Automation.ScriptBlockToPowerShellNotSupportedException
System.Management.Automation.PipelineStoppedException|80131501|The pipeline has been stopped.
System.Management.Automation.PipelineDepthException|80131501|The pipeline failed due to call depth overflow.
System.Management.Automation.PipelineClosedException|80131501|System error.
System.Management.Automation.ValidationMetadataException|80131501|System.Management.Automation.ValidationMetadataException
System.Management.Automation.ArgumentTransformationMetadataException|80131501|System.Management.Automation.ArgumentTransformationMetadataException
System.Management.Automation.MetadataException|80131501|System.Management.Automation.MetadataException
System.Management.Automation.HaltCommandException|80131501|The command was stopped by the user.
System.Management.Automation.TerminateException|80131501|System error.
System.Management.Automation.WildcardPatternException|80131501|System error.
System.Management.Automation.RemoteException|80131501|System error.
System.Management.Automation.Remoting.PSRemotingTransportException|80131501|An error of type "System.Management.Automation.Remoting.PSRemotingTransportException" has occurred.
System.Management.Automation.Remoting.PSRemotingDataStructureException|80131501|An error of type "System.Management.Automation.Remoting.PSRemotingDataStructureException" has occurred.
System.Management.Automation.Runspaces.PSConsoleLoadException|80131501|System error.
System.Management.Automation.InvalidJobStateException|80131501|The state of the current job instance is not valid for this operation.
System.Management.Automation.JobFailedException|80131501|
System.Management.Automation.Host.HostException|80131501|An error of type "System.Management.Automation.Host.HostException" has occurred.
System.Management.Automation.Host.PromptingException|80131501|An error of type "System.Management.Automation.Host.PromptingException" has occurred.
System.Management.Automation.Runspaces.InvalidRunspaceStateException|80131501|The runspace state is not valid for this operation.
System.Management.Automation.Runspaces.InvalidPipelineStateException|80131501|The pipeline state is not valid for this operation.
System.Management.Automation.Runspaces.InvalidRunspacePoolStateException|80131501|The state of the runspace pool is not valid for this operation.
System.Management.Automation.InvalidPowerShellStateException|80131501|The state of the current PowerShell instance is not valid for this operation.
`;
