/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const EXCEPTIONS = `
#System.Exception|class|System.Object|System.Runtime.Serialization.ISerializable|||102001|
pSystem.Reflection.MethodBase TargetSite {get;}
pstring Message {get;}
pSystem.Collections.IDictionary Data {get;}
pSystem.Exception InnerException {get;}
pstring HelpLink {get;set;}
pstring Source {get;set;}
pint HResult {get;set;}
pstring StackTrace {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
mSystem.Exception GetBaseException()
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.SystemException|class|System.Exception|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.ApplicationException|class|System.Exception|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.ArgumentException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
pstring Message {get;}
pstring ParamName {get;}
svoid ThrowIfNullOrEmpty(string argument, string paramName = null)
svoid ThrowIfNullOrWhiteSpace(string argument, string paramName = null)
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, string paramName, System.Exception innerException)
cnew(string message, string paramName)
#System.ArgumentNullException|class|System.ArgumentException|System.Runtime.Serialization.ISerializable|||102001|
svoid ThrowIfNull(System.Object argument, string paramName = null)
svoid ThrowIfNull(System.Void*~ argument, string paramName = null)
cnew()
cnew(string paramName)
cnew(string message, System.Exception innerException)
cnew(string paramName, string message)
#System.ArgumentOutOfRangeException|class|System.ArgumentException|System.Runtime.Serialization.ISerializable|||102001|
pstring Message {get;}
pSystem.Object ActualValue {get;}
svoid ThrowIfZero[T](T value, string paramName = null)
svoid ThrowIfNegative[T](T value, string paramName = null)
svoid ThrowIfNegativeOrZero[T](T value, string paramName = null)
svoid ThrowIfEqual[T](T value, T other, string paramName = null)
svoid ThrowIfNotEqual[T](T value, T other, string paramName = null)
svoid ThrowIfGreaterThan[T](T value, T other, string paramName = null)
svoid ThrowIfGreaterThanOrEqual[T](T value, T other, string paramName = null)
svoid ThrowIfLessThan[T](T value, T other, string paramName = null)
svoid ThrowIfLessThanOrEqual[T](T value, T other, string paramName = null)
cnew()
cnew(string paramName)
cnew(string paramName, string message)
cnew(string message, System.Exception innerException)
cnew(string paramName, System.Object actualValue, string message)
#System.ArithmeticException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.DivideByZeroException|class|System.ArithmeticException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.OverflowException|class|System.ArithmeticException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.FormatException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.IndexOutOfRangeException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.InvalidCastException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, int errorCode)
#System.InvalidOperationException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.NotImplementedException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.NotSupportedException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.NullReferenceException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.OutOfMemoryException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.StackOverflowException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.TimeoutException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.UnauthorizedAccessException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.RankException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.ArrayTypeMismatchException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.MissingMethodException|class|System.MissingMemberException|System.Runtime.Serialization.ISerializable|||102001|
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string className, string methodName)
#System.MissingMemberException|class|System.MemberAccessException|System.Runtime.Serialization.ISerializable|||102001|
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string className, string memberName)
#System.MissingFieldException|class|System.MissingMemberException|System.Runtime.Serialization.ISerializable|||102001|
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string className, string fieldName)
#System.MemberAccessException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.MethodAccessException|class|System.MemberAccessException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.TypeLoadException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
pstring Message {get;}
pstring TypeName {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.TypeInitializationException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
pstring TypeName {get;}
cnew(string fullTypeName, System.Exception innerException)
#System.ObjectDisposedException|class|System.InvalidOperationException|System.Runtime.Serialization.ISerializable|||102001|
pstring Message {get;}
pstring ObjectName {get;}
svoid ThrowIf(bool condition, System.Object instance)
svoid ThrowIf(bool condition, type type)
cnew(string objectName)
cnew(string objectName, string message)
cnew(string message, System.Exception innerException)
#System.OperationCanceledException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
pSystem.Threading.CancellationToken CancellationToken {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(System.Threading.CancellationToken token)
cnew(string message, System.Threading.CancellationToken token)
cnew(string message, System.Exception innerException, System.Threading.CancellationToken token)
#System.AggregateException|class|System.Exception|System.Runtime.Serialization.ISerializable|||102001|
pSystem.Collections.ObjectModel.ReadOnlyCollection[System.Exception] InnerExceptions {get;}
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(System.Collections.Generic.IEnumerable[System.Exception] innerExceptions)
cnew(Params System.Exception[] innerExceptions)
cnew(string message, System.Collections.Generic.IEnumerable[System.Exception] innerExceptions)
cnew(string message, Params System.Exception[] innerExceptions)
mvoid Handle(System.Func[System.Exception,bool] predicate)
mSystem.AggregateException Flatten()
#System.BadImageFormatException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
pstring Message {get;}
pstring FileName {get;}
pstring FusionLog {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string message, string fileName)
cnew(string message, string fileName, System.Exception inner)
#System.DllNotFoundException|class|System.TypeLoadException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.EntryPointNotFoundException|class|System.TypeLoadException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.UriFormatException|class|System.FormatException|System.Runtime.Serialization.ISerializable|System.Private.Uri, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string textString)
cnew(string textString, System.Exception e)
#System.PlatformNotSupportedException|class|System.NotSupportedException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.InvalidProgramException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.AccessViolationException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.DuplicateWaitObjectException|class|System.ArgumentException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string parameterName)
cnew(string parameterName, string message)
cnew(string message, System.Exception innerException)
#System.FieldAccessException|class|System.MemberAccessException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.NotFiniteNumberException|class|System.ArithmeticException|System.Runtime.Serialization.ISerializable|||102001|
pdouble OffendingNumber {get;}
cnew()
cnew(double offendingNumber)
cnew(string message)
cnew(string message, double offendingNumber)
cnew(string message, System.Exception innerException)
cnew(string message, double offendingNumber, System.Exception innerException)
#System.TimeZoneNotFoundException|class|System.Exception|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.InvalidTimeZoneException|class|System.Exception|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.ContextMarshalException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.IO.IOException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, int hresult)
cnew(string message, System.Exception innerException)
#System.IO.FileNotFoundException|class|System.IO.IOException|System.Runtime.Serialization.ISerializable|||102001|
pstring Message {get;}
pstring FileName {get;}
pstring FusionLog {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, string fileName)
cnew(string message, string fileName, System.Exception innerException)
#System.IO.DirectoryNotFoundException|class|System.IO.IOException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.IO.PathTooLongException|class|System.IO.IOException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.IO.EndOfStreamException|class|System.IO.IOException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.IO.DriveNotFoundException|class|System.IO.IOException|System.Runtime.Serialization.ISerializable|System.IO.FileSystem.DriveInfo, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.IO.FileLoadException|class|System.IO.IOException|System.Runtime.Serialization.ISerializable|||102001|
pstring Message {get;}
pstring FileName {get;}
pstring FusionLog {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string message, string fileName)
cnew(string message, string fileName, System.Exception inner)
#System.IO.InvalidDataException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Collections.Generic.KeyNotFoundException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Text.RegularExpressions.RegexParseException|class|System.ArgumentException|System.Runtime.Serialization.ISerializable|System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102101|
pSystem.Text.RegularExpressions.RegexParseError Error {get;}
pint Offset {get;}
#System.Text.RegularExpressions.RegexMatchTimeoutException|class|System.TimeoutException|System.Runtime.Serialization.ISerializable|System.Text.RegularExpressions, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pstring Input {get;}
pstring Pattern {get;}
ptimespan MatchTimeout {get;}
cnew(string regexInput, string regexPattern, timespan matchTimeout)
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.Text.DecoderFallbackException|class|System.ArgumentException|System.Runtime.Serialization.ISerializable|||102101|
pbyte[] BytesUnknown {get;}
pint Index {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, byte[] bytesUnknown, int index)
#System.Text.EncoderFallbackException|class|System.ArgumentException|System.Runtime.Serialization.ISerializable|||102101|
pchar CharUnknown {get;}
pchar CharUnknownHigh {get;}
pchar CharUnknownLow {get;}
pint Index {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
mbool IsUnknownSurrogate()
#System.Threading.Tasks.TaskCanceledException|class|System.OperationCanceledException|System.Runtime.Serialization.ISerializable|||102001|
pSystem.Threading.Tasks.Task Task {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, System.Exception innerException, System.Threading.CancellationToken token)
cnew(System.Threading.Tasks.Task task)
#System.Threading.ThreadAbortException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
pSystem.Object ExceptionState {get;}
#System.Threading.ThreadInterruptedException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Threading.ThreadStateException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Threading.SynchronizationLockException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Threading.SemaphoreFullException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Threading.WaitHandleCannotBeOpenedException|class|System.ApplicationException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Threading.AbandonedMutexException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
pSystem.Threading.Mutex Mutex {get;}
pint MutexIndex {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(int location, System.Threading.WaitHandle handle)
cnew(string message, int location, System.Threading.WaitHandle handle)
cnew(string message, System.Exception inner, int location, System.Threading.WaitHandle handle)
#System.Security.SecurityException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
pSystem.Object Demanded {get;set;}
pSystem.Object DenySetInstance {get;set;}
pSystem.Reflection.AssemblyName FailedAssemblyInfo {get;set;}
pstring GrantedSet {get;set;}
pSystem.Reflection.MethodInfo Method {get;set;}
pstring PermissionState {get;set;}
ptype PermissionType {get;set;}
pSystem.Object PermitOnlySetInstance {get;set;}
pstring RefusedSet {get;set;}
pstring Url {get;set;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string message, type type)
cnew(string message, type type, string state)
#System.Security.VerificationException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Security.Cryptography.CryptographicException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(int hr)
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string format, string insert)
#System.Security.Authentication.AuthenticationException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Net.Security, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Security.Authentication.InvalidCredentialException|class|System.Security.Authentication.AuthenticationException|System.Runtime.Serialization.ISerializable|System.Net.Security, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Net.WebException|class|System.InvalidOperationException|System.Runtime.Serialization.ISerializable|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pSystem.Net.WebExceptionStatus Status {get;}
pSystem.Net.WebResponse Response {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, System.Net.WebExceptionStatus status)
cnew(string message, System.Exception innerException, System.Net.WebExceptionStatus status, System.Net.WebResponse response)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo serializationInfo, System.Runtime.Serialization.StreamingContext streamingContext)
#System.Net.Http.HttpRequestException|class|System.Exception|System.Runtime.Serialization.ISerializable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Net.Http.HttpRequestError HttpRequestError {get;}
pSystem.Nullable[System.Net.HttpStatusCode] StatusCode {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string message, System.Exception inner, System.Nullable[System.Net.HttpStatusCode] statusCode)
cnew(System.Net.Http.HttpRequestError httpRequestError, string message = null, System.Exception inner = null, System.Nullable[System.Net.HttpStatusCode] statusCode = default)
#System.Net.Sockets.SocketException|class|System.ComponentModel.Win32Exception|System.Runtime.Serialization.ISerializable|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pstring Message {get;}
pSystem.Net.Sockets.SocketError SocketErrorCode {get;}
pint ErrorCode {get;}
cnew(int errorCode)
cnew(int errorCode, string message)
cnew()
#System.Net.NetworkInformation.PingException|class|System.InvalidOperationException|System.Runtime.Serialization.ISerializable|System.Net.Ping, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew(string message)
cnew(string message, System.Exception innerException)
#System.ComponentModel.Win32Exception|class|System.Runtime.InteropServices.ExternalException|System.Runtime.Serialization.ISerializable|||102001|
pint NativeErrorCode {get;}
cnew()
cnew(int error)
cnew(int error, string message)
cnew(string message)
cnew(string message, System.Exception innerException)
#System.ComponentModel.InvalidEnumArgumentException|class|System.ArgumentException|System.Runtime.Serialization.ISerializable|System.ComponentModel.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string argumentName, int invalidValue, type enumClass)
#System.Runtime.InteropServices.ExternalException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
pint ErrorCode {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string message, int errorCode)
#System.Runtime.InteropServices.COMException|class|System.Runtime.InteropServices.ExternalException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string message, int errorCode)
#System.Runtime.InteropServices.SEHException|class|System.Runtime.InteropServices.ExternalException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
mbool CanResume()
#System.Runtime.Serialization.SerializationException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Reflection.TargetInvocationException|class|System.ApplicationException|System.Runtime.Serialization.ISerializable|||102101|
cnew(System.Exception inner)
cnew(string message, System.Exception inner)
#System.Reflection.TargetException|class|System.ApplicationException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.Reflection.TargetParameterCountException|class|System.ApplicationException|System.Runtime.Serialization.ISerializable|||102101|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.Reflection.AmbiguousMatchException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.Reflection.CustomAttributeFormatException|class|System.FormatException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.Reflection.InvalidFilterCriteriaException|class|System.ApplicationException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.Reflection.ReflectionTypeLoadException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
ptype[] Types {get;}
pSystem.Exception[] LoaderExceptions {get;}
pstring Message {get;}
cnew(type[] classes, System.Exception[] exceptions)
cnew(type[] classes, System.Exception[] exceptions, string message)
#System.Data.DataException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string s, System.Exception innerException)
#System.Xml.XmlException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||102001|
pint LineNumber {get;}
pint LinePosition {get;}
pstring SourceUri {get;}
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, System.Exception innerException, int lineNumber, int linePosition)
#System.Xml.XPath.XPathException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||102001|
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Xml.Schema.XmlSchemaException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||102001|
pstring SourceUri {get;}
pint LineNumber {get;}
pint LinePosition {get;}
pSystem.Xml.Schema.XmlSchemaObject SourceSchemaObject {get;}
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, System.Exception innerException, int lineNumber, int linePosition)
#System.Globalization.CultureNotFoundException|class|System.ArgumentException|System.Runtime.Serialization.ISerializable|||102001|
pSystem.Nullable[int] InvalidCultureId {get;}
pstring InvalidCultureName {get;}
pstring Message {get;}
cnew()
cnew(string message)
cnew(string paramName, string message)
cnew(string message, System.Exception innerException)
cnew(string paramName, string invalidCultureName, string message)
cnew(string message, string invalidCultureName, System.Exception innerException)
cnew(string message, int invalidCultureId, System.Exception innerException)
cnew(string paramName, int invalidCultureId, string message)
#System.Resources.MissingManifestResourceException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.Text.Json.JsonException|class|System.Exception|System.Runtime.Serialization.ISerializable|System.Text.Json, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||102001|
pSystem.Nullable[long] LineNumber {get;}
pSystem.Nullable[long] BytePositionInLine {get;}
pstring Path {get;}
pstring Message {get;}
cnew(string message, string path, System.Nullable[long] lineNumber, System.Nullable[long] bytePositionInLine, System.Exception innerException)
cnew(string message, string path, System.Nullable[long] lineNumber, System.Nullable[long] bytePositionInLine)
cnew(string message, System.Exception innerException)
cnew(string message)
cnew()
#System.Management.Automation.RuntimeException|class|System.SystemException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pbool WasThrownFromThrowStatement {get;set;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, System.Exception innerException, System.Management.Automation.ErrorRecord errorRecord)
#System.Management.Automation.MethodException|class|System.Management.Automation.ExtendedTypeSystemException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.MethodInvocationException|class|System.Management.Automation.MethodException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.GetValueException|class|System.Management.Automation.ExtendedTypeSystemException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.GetValueInvocationException|class|System.Management.Automation.GetValueException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.SetValueException|class|System.Management.Automation.ExtendedTypeSystemException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.SetValueInvocationException|class|System.Management.Automation.SetValueException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PSInvalidCastException|class|System.InvalidCastException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PSArgumentException|class|System.ArgumentException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, string paramName)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PSArgumentNullException|class|System.ArgumentNullException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pstring Message {get;}
cnew()
cnew(string paramName)
cnew(string message, System.Exception innerException)
cnew(string paramName, string message)
#System.Management.Automation.PSArgumentOutOfRangeException|class|System.ArgumentOutOfRangeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
cnew()
cnew(string paramName)
cnew(string paramName, System.Object actualValue, string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PSInvalidOperationException|class|System.InvalidOperationException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PSNotImplementedException|class|System.NotImplementedException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PSNotSupportedException|class|System.NotSupportedException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PSObjectDisposedException|class|System.ObjectDisposedException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
cnew(string objectName)
cnew(string objectName, string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PSSecurityException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ParameterBindingException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pstring Message {get;}
pstring ParameterName {get;}
ptype ParameterType {get;}
ptype TypeSpecified {get;}
pstring ErrorId {get;}
plong Line {get;}
plong Offset {get;}
pSystem.Management.Automation.InvocationInfo CommandInvocation {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ParentContainsErrorRecordException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pstring Message {get;}
cnew(System.Exception wrapperException)
cnew(string message)
cnew()
cnew(string message, System.Exception innerException)
#System.Management.Automation.ParseException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.Language.ParseError[] Errors {get;}
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(System.Management.Automation.Language.ParseError[] errors)
#System.Management.Automation.IncompleteParseException|class|System.Management.Automation.ParseException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ExtendedTypeSystemException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PropertyNotFoundException|class|System.Management.Automation.ExtendedTypeSystemException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.CommandNotFoundException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pstring CommandName {get;set;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.CmdletInvocationException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.CmdletProviderInvocationException|class|System.Management.Automation.CmdletInvocationException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ProviderInvocationException ProviderInvocationException {get;}
pSystem.Management.Automation.ProviderInfo ProviderInfo {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ActionPreferenceStopException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ApplicationFailedException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ItemNotFoundException|class|System.Management.Automation.SessionStateException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.DriveNotFoundException|class|System.Management.Automation.SessionStateException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ProviderNotFoundException|class|System.Management.Automation.SessionStateException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ProviderInvocationException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ProviderInfo ProviderInfo {get;}
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.SessionStateException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pstring ItemName {get;}
pSystem.Management.Automation.SessionStateCategory SessionStateCategory {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.SessionStateUnauthorizedAccessException|class|System.Management.Automation.SessionStateException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ScriptCallDepthException|class|System.SystemException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pint CallDepth {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ScriptRequiresException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pstring CommandName {get;}
pversion RequiresPSVersion {get;}
pSystem.Collections.ObjectModel.ReadOnlyCollection[string] MissingPSSnapIns {get;}
pstring RequiresShellId {get;}
pstring RequiresShellPath {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ScriptBlockToPowerShellNotSupportedException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PipelineStoppedException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PipelineDepthException|class|System.SystemException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pint CallDepth {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.PipelineClosedException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ValidationMetadataException|class|System.Management.Automation.MetadataException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.ArgumentTransformationMetadataException|class|System.Management.Automation.MetadataException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.MetadataException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.HaltCommandException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.BreakException|class|System.Management.Automation.LoopFlowException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
#System.Management.Automation.ContinueException|class|System.Management.Automation.LoopFlowException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
#System.Management.Automation.FlowControlException|abstract|System.SystemException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100081|
#System.Management.Automation.LoopFlowException|abstract|System.Management.Automation.FlowControlException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100081|
pstring Label {get;}
#System.Management.Automation.ExitException|class|System.Management.Automation.FlowControlException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Object Argument {get;}
#System.Management.Automation.TerminateException|class|System.Management.Automation.FlowControlException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
cnew()
#System.Management.Automation.WildcardPatternException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.NativeCommandExitException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pstring Path {get;}
pint ExitCode {get;}
pint ProcessId {get;}
#System.Management.Automation.RemoteException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
ppsobject SerializedRemoteException {get;}
ppsobject SerializedRemoteInvocationInfo {get;}
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.Remoting.PSRemotingTransportException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pint ErrorCode {get;set;}
pstring TransportMessage {get;set;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.Remoting.PSRemotingDataStructureException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.Runspaces.PSConsoleLoadException|class|System.SystemException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.InvalidJobStateException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.JobState CurrentState {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(System.Management.Automation.JobState currentState, string actionMessage)
#System.Management.Automation.JobFailedException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Exception Reason {get;}
pSystem.Management.Automation.Language.ScriptExtent DisplayScriptPosition {get;}
pstring Message {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(System.Exception innerException, System.Management.Automation.Language.ScriptExtent displayScriptPosition)
#System.Management.Automation.Host.HostException|class|System.Management.Automation.RuntimeException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, System.Exception innerException, string errorId, System.Management.Automation.ErrorCategory errorCategory)
#System.Management.Automation.Host.PromptingException|class|System.Management.Automation.Host.HostException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, System.Exception innerException, string errorId, System.Management.Automation.ErrorCategory errorCategory)
#System.Management.Automation.Runspaces.InvalidRunspaceStateException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.Runspaces.RunspaceState CurrentState {get;}
pSystem.Management.Automation.Runspaces.RunspaceState ExpectedState {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.Runspaces.InvalidPipelineStateException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.Runspaces.PipelineState CurrentState {get;}
pSystem.Management.Automation.Runspaces.PipelineState ExpectedState {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.Runspaces.InvalidRunspacePoolStateException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.Runspaces.RunspacePoolState CurrentState {get;}
pSystem.Management.Automation.Runspaces.RunspacePoolState ExpectedState {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Management.Automation.InvalidPowerShellStateException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.PSInvocationState CurrentState {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Xml.Schema.XmlSchemaValidationException|class|System.Xml.Schema.XmlSchemaException|System.Runtime.Serialization.ISerializable|System.Private.Xml, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||102001|
pSystem.Object SourceObject {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
cnew(string message, System.Exception innerException, int lineNumber, int linePosition)
#System.Net.Mail.SmtpException|class|System.Exception|System.Runtime.Serialization.ISerializable|System.Net.Mail, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||102001|
pSystem.Net.Mail.SmtpStatusCode StatusCode {get;set;}
cnew(System.Net.Mail.SmtpStatusCode statusCode)
cnew(System.Net.Mail.SmtpStatusCode statusCode, string message)
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo serializationInfo, System.Runtime.Serialization.StreamingContext streamingContext)
#System.Net.Http.HttpIOException|class|System.IO.IOException|System.Runtime.Serialization.ISerializable|System.Net.Http, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Net.Http.HttpRequestError HttpRequestError {get;}
pstring Message {get;}
cnew(System.Net.Http.HttpRequestError httpRequestError, string message = null, System.Exception innerException = null)
#System.Net.WebSockets.WebSocketException|class|System.ComponentModel.Win32Exception|System.Runtime.Serialization.ISerializable|System.Net.WebSockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102101|
pint ErrorCode {get;}
pSystem.Net.WebSockets.WebSocketError WebSocketErrorCode {get;}
cnew()
cnew(System.Net.WebSockets.WebSocketError error)
cnew(System.Net.WebSockets.WebSocketError error, string message)
cnew(System.Net.WebSockets.WebSocketError error, System.Exception innerException)
cnew(System.Net.WebSockets.WebSocketError error, string message, System.Exception innerException)
cnew(int nativeError)
cnew(int nativeError, string message)
cnew(int nativeError, System.Exception innerException)
cnew(System.Net.WebSockets.WebSocketError error, int nativeError)
cnew(System.Net.WebSockets.WebSocketError error, int nativeError, string message)
cnew(System.Net.WebSockets.WebSocketError error, int nativeError, System.Exception innerException)
cnew(System.Net.WebSockets.WebSocketError error, int nativeError, string message, System.Exception innerException)
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Net.HttpListenerException|class|System.ComponentModel.Win32Exception|System.Runtime.Serialization.ISerializable|System.Net.HttpListener, Version=10.0.0.0, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||102001|
pint ErrorCode {get;}
cnew()
cnew(int errorCode)
cnew(int errorCode, string message)
#System.Net.CookieException|class|System.FormatException|System.Runtime.Serialization.ISerializable|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo serializationInfo, System.Runtime.Serialization.StreamingContext streamingContext)
#System.Net.ProtocolViolationException|class|System.InvalidOperationException|System.Runtime.Serialization.ISerializable|System.Net.Requests, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string message)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo serializationInfo, System.Runtime.Serialization.StreamingContext streamingContext)
#System.Net.NetworkInformation.NetworkInformationException|class|System.ComponentModel.Win32Exception|System.Runtime.Serialization.ISerializable|System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
pint ErrorCode {get;}
cnew()
cnew(int errorCode)
#System.Data.ConstraintException|class|System.Data.DataException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.DuplicateNameException|class|System.Data.DataException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.NoNullAllowedException|class|System.Data.DataException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.ReadOnlyException|class|System.Data.DataException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.RowNotInTableException|class|System.Data.DataException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.InvalidExpressionException|class|System.Data.DataException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.SyntaxErrorException|class|System.Data.InvalidExpressionException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.EvaluateException|class|System.Data.InvalidExpressionException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.MissingPrimaryKeyException|class|System.Data.DataException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.VersionNotFoundException|class|System.Data.DataException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.DeletedRowInaccessibleException|class|System.Data.DataException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Data.InvalidConstraintException|class|System.Data.DataException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string s)
cnew(string message, System.Exception innerException)
#System.Security.Cryptography.CryptographicUnexpectedOperationException|class|System.Security.Cryptography.CryptographicException|System.Runtime.Serialization.ISerializable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
cnew(string format, string insert)
#System.Security.Cryptography.AuthenticationTagMismatchException|class|System.Security.Cryptography.CryptographicException|System.Runtime.Serialization.ISerializable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.Security.Principal.IdentityNotMappedException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.Security.Principal.Windows, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.Principal.IdentityReferenceCollection UnmappedIdentities {get;}
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo serializationInfo, System.Runtime.Serialization.StreamingContext streamingContext)
#System.Threading.BarrierPostPhaseException|class|System.Exception|System.Runtime.Serialization.ISerializable|System.Threading, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(System.Exception innerException)
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Threading.LockRecursionException|class|System.Exception|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.Threading.Tasks.TaskSchedulerException|class|System.Exception|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(System.Exception innerException)
cnew(string message, System.Exception innerException)
#System.AppDomainUnloadedException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.CannotUnloadAppDomainException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.InsufficientMemoryException|class|System.OutOfMemoryException|System.Runtime.Serialization.ISerializable|||102101|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.InsufficientExecutionStackException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#System.MulticastNotSupportedException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#System.IO.InternalBufferOverflowException|class|System.SystemException|System.Runtime.Serialization.ISerializable|System.IO.FileSystem.Watcher, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102001|
cnew()
cnew(string message)
cnew(string message, System.Exception inner)
#Microsoft.PowerShell.Commands.WriteErrorException|class|System.SystemException|System.Runtime.Serialization.ISerializable|Microsoft.PowerShell.Commands.Utility, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#Microsoft.PowerShell.Commands.HelpCategoryInvalidException|class|System.ArgumentException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pstring HelpCategory {get;}
pstring Message {get;}
cnew(string helpCategory)
cnew()
cnew(string helpCategory, System.Exception innerException)
#Microsoft.PowerShell.Commands.HelpNotFoundException|class|System.SystemException|System.Runtime.Serialization.ISerializable System.Management.Automation.IContainsErrorRecord|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorRecord ErrorRecord {get;}
pstring HelpTopic {get;}
pstring Message {get;}
cnew(string helpTopic)
cnew()
cnew(string helpTopic, System.Exception innerException)
#Microsoft.PowerShell.Commands.ProcessCommandException|class|System.SystemException|System.Runtime.Serialization.ISerializable|Microsoft.PowerShell.Commands.Management, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pstring ProcessName {get;set;}
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
#Microsoft.PowerShell.Commands.HttpResponseException|class|System.Net.Http.HttpRequestException|System.Runtime.Serialization.ISerializable|Microsoft.PowerShell.Commands.Utility, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pSystem.Net.Http.HttpResponseMessage Response {get;}
cnew(string message, System.Net.Http.HttpResponseMessage response)
#System.Data.Common.DbException|abstract|System.Runtime.InteropServices.ExternalException|System.Runtime.Serialization.ISerializable|System.Data.Common, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102081|
pbool IsTransient {get;}
pstring SqlState {get;}
pSystem.Data.Common.DbBatchCommand BatchCommand {get;}
#System.Data.SqlClient.SqlException|class|System.Data.Common.DbException|System.Runtime.Serialization.ISerializable|System.Data.SqlClient, Version=4.6.1.6, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||102101|
pSystem.Data.SqlClient.SqlErrorCollection Errors {get;}
pguid ClientConnectionId {get;}
pbyte Class {get;}
pint LineNumber {get;}
pint Number {get;}
pstring Procedure {get;}
pstring Server {get;}
pbyte State {get;}
pstring Source {get;}
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo si, System.Runtime.Serialization.StreamingContext context)
#System.Data.Odbc.OdbcException|class|System.Data.Common.DbException|System.Runtime.Serialization.ISerializable|System.Data.Odbc, Version=10.0.0.14, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||102101|
pSystem.Data.Odbc.OdbcErrorCollection Errors {get;}
pstring Source {get;}
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo si, System.Runtime.Serialization.StreamingContext context)
#System.Data.OleDb.OleDbException|class|System.Data.Common.DbException|System.Runtime.Serialization.ISerializable|System.Data.OleDb, Version=10.0.0.14, Culture=neutral, PublicKeyToken=cc7b13ffcd2ddd51||100101|
pSystem.Data.OleDb.OleDbErrorCollection Errors {get;}
pint ErrorCode {get;}
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo si, System.Runtime.Serialization.StreamingContext context)
#System.ExecutionEngineException|class|System.SystemException|System.Runtime.Serialization.ISerializable|||102101|
cnew()
cnew(string message)
cnew(string message, System.Exception innerException)
`;
