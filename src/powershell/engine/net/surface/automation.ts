/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const AUTOMATION = `
#System.Management.Automation.PSEngineEvent|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|=Exiting =OnIdle
qstring Exiting {get;}
qstring OnIdle {get;}
#System.Management.Automation.PSObject|class|System.Object|System.IFormattable System.IComparable System.Runtime.Serialization.ISerializable System.Dynamic.IDynamicMetaObjectProvider|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|=AdaptedMemberSetName =ExtendedMemberSetName =BaseObjectMemberSetName
pSystem.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMemberInfo] Members {get;}
pSystem.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSPropertyInfo] Properties {get;}
pSystem.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMethodInfo] Methods {get;}
pSystem.Object ImmediateBaseObject {get;}
pSystem.Object BaseObject {get;}
pSystem.Collections.ObjectModel.Collection[string] TypeNames {get;}
qstring AdaptedMemberSetName {get;}
qstring ExtendedMemberSetName {get;}
qstring BaseObjectMemberSetName {get;}
spsobject op_Implicit(int valueToConvert)
spsobject op_Implicit(string valueToConvert)
spsobject op_Implicit(hashtable valueToConvert)
spsobject op_Implicit(double valueToConvert)
spsobject op_Implicit(bool valueToConvert)
spsobject AsPSObject(System.Object obj)
cnew()
cnew(int instanceMemberCapacity)
cnew(System.Object obj)
mstring ToString(string format, System.IFormatProvider formatProvider)
mstring IFormattable.ToString(string format, System.IFormatProvider formatProvider)
mpsobject Copy()
mint CompareTo(System.Object obj)
mint IComparable.CompareTo(System.Object obj)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mSystem.Dynamic.DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(System.Linq.Expressions.Expression parameter)
#System.Management.Automation.ScriptBlock|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Collections.Generic.List[System.Attribute] Attributes {get;}
pstring File {get;}
pbool IsFilter {get;}
pbool IsConfiguration {get;}
ppsmoduleinfo Module {get;}
pSystem.Management.Automation.PSToken StartPosition {get;}
pbool DebuggerHidden {get;set;}
pguid Id {get;}
pSystem.Management.Automation.Language.Ast Ast {get;}
sscriptblock Create(string script)
mscriptblock GetNewClosure()
mpowershell GetPowerShell(Params System.Object[] args)
mpowershell GetPowerShell(bool isTrustedInput, Params System.Object[] args)
mpowershell GetPowerShell(System.Collections.Generic.Dictionary[string,System.Object] variables, Params System.Object[] args)
mpowershell GetPowerShell(System.Collections.Generic.Dictionary[string,System.Object] variables, [ref] System.Collections.Generic.Dictionary[string,System.Object] usingVariables, Params System.Object[] args)
mpowershell GetPowerShell(System.Collections.Generic.Dictionary[string,System.Object] variables, [ref] System.Collections.Generic.Dictionary[string,System.Object] usingVariables, bool isTrustedInput, Params System.Object[] args)
mSystem.Management.Automation.SteppablePipeline GetSteppablePipeline()
mSystem.Management.Automation.SteppablePipeline GetSteppablePipeline(System.Management.Automation.CommandOrigin commandOrigin)
mSystem.Management.Automation.SteppablePipeline GetSteppablePipeline(System.Management.Automation.CommandOrigin commandOrigin, System.Object[] args)
mSystem.Collections.ObjectModel.Collection[psobject] Invoke(Params System.Object[] args)
mSystem.Collections.ObjectModel.Collection[psobject] InvokeWithContext(System.Collections.IDictionary functionsToDefine, System.Collections.Generic.List[psvariable] variablesToDefine, Params System.Object[] args)
mSystem.Collections.ObjectModel.Collection[psobject] InvokeWithContext(System.Collections.Generic.Dictionary[string,scriptblock] functionsToDefine, System.Collections.Generic.List[psvariable] variablesToDefine, Params System.Object[] args)
mSystem.Object InvokeReturnAsIs(Params System.Object[] args)
mvoid CheckRestrictedLanguage(System.Collections.Generic.IEnumerable[string] allowedCommands, System.Collections.Generic.IEnumerable[string] allowedVariables, bool allowEnvironmentVariables)
#System.Management.Automation.ErrorRecord|class|System.Object|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Exception Exception {get;}
pSystem.Object TargetObject {get;}
pSystem.Management.Automation.ErrorCategoryInfo CategoryInfo {get;}
pstring FullyQualifiedErrorId {get;}
pSystem.Management.Automation.ErrorDetails ErrorDetails {get;set;}
pSystem.Management.Automation.InvocationInfo InvocationInfo {get;}
pstring ScriptStackTrace {get;}
pSystem.Collections.ObjectModel.ReadOnlyCollection[int] PipelineIterationInfo {get;}
cnew(System.Exception exception, string errorId, System.Management.Automation.ErrorCategory errorCategory, System.Object targetObject)
cnew(System.Management.Automation.ErrorRecord errorRecord, System.Exception replaceParentContainsErrorRecordException)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Management.Automation.ErrorDetails|class|System.Object|System.Runtime.Serialization.ISerializable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pstring Message {get;}
pstring RecommendedAction {get;set;}
cnew(string message)
cnew(System.Management.Automation.Cmdlet cmdlet, string baseName, string resourceId, Params System.Object[] args)
cnew(System.Management.Automation.IResourceSupplier resourceSupplier, string baseName, string resourceId, Params System.Object[] args)
cnew(System.Reflection.Assembly assembly, string baseName, string resourceId, Params System.Object[] args)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Management.Automation.ErrorCategoryInfo|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.ErrorCategory Category {get;}
pstring Activity {get;set;}
pstring Reason {get;set;}
pstring TargetName {get;set;}
pstring TargetType {get;set;}
mstring GetMessage()
mstring GetMessage(cultureinfo uiCultureInfo)
#System.Management.Automation.InvocationInfo|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.SwitchParameter|struct|System.ValueType||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100109|
pbool IsPresent {get;}
qswitch Present {get;}
sbool op_Implicit(switch switchParameter)
sswitch op_Implicit(bool value)
sbool op_Equality(switch first, switch second)
sbool op_Equality(switch first, bool second)
sbool op_Equality(bool first, switch second)
sbool op_Inequality(switch first, switch second)
sbool op_Inequality(switch first, bool second)
sbool op_Inequality(bool first, switch second)
cnew(bool isPresent)
mbool ToBool()
#System.Management.Automation.SemanticVersion|class|System.Object|System.IComparable System.IComparable\`1[System.Management.Automation.SemanticVersion] System.IEquatable\`1[System.Management.Automation.SemanticVersion]|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pint Major {get;}
pint Minor {get;}
pint Patch {get;}
pstring PreReleaseLabel {get;}
pstring BuildLabel {get;}
sversion op_Implicit(semver semver)
ssemver Parse(string version)
sbool TryParse(string version, [ref] semver result)
sint Compare(semver versionA, semver versionB)
sbool op_Equality(semver v1, semver v2)
sbool op_Inequality(semver v1, semver v2)
sbool op_LessThan(semver v1, semver v2)
sbool op_LessThanOrEqual(semver v1, semver v2)
sbool op_GreaterThan(semver v1, semver v2)
sbool op_GreaterThanOrEqual(semver v1, semver v2)
cnew(string version)
cnew(int major, int minor, int patch, string preReleaseLabel, string buildLabel)
cnew(int major, int minor, int patch, string label)
cnew(int major, int minor, int patch)
cnew(int major, int minor)
cnew(int major)
cnew(version version)
mint CompareTo(System.Object version)
mint CompareTo(semver value)
mint IComparable.CompareTo(System.Object obj)
mint IComparable[semver].CompareTo(semver other)
mbool Equals(semver other)
mbool IEquatable[semver].Equals(semver other)
#Microsoft.PowerShell.Commands.ModuleSpecification|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pstring Name {get;}
pSystem.Nullable[guid] Guid {get;}
pversion Version {get;}
pstring MaximumVersion {get;}
pversion RequiredVersion {get;}
sbool TryParse(string input, [ref] Microsoft.PowerShell.Commands.ModuleSpecification result)
cnew()
cnew(string moduleName)
cnew(hashtable moduleSpecification)
#Microsoft.PowerShell.Commands.JsonObject|static|System.Object||Microsoft.PowerShell.Commands.Utility, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100181|
sSystem.Object ConvertFromJson(string input, [ref] System.Management.Automation.ErrorRecord error)
sSystem.Object ConvertFromJson(string input, bool returnHashtable, [ref] System.Management.Automation.ErrorRecord error)
sSystem.Object ConvertFromJson(string input, bool returnHashtable, System.Nullable[int] maxDepth, [ref] System.Management.Automation.ErrorRecord error)
sstring ConvertToJson(System.Object objectToProcess, [ref] Microsoft.PowerShell.Commands.JsonObject+ConvertToJsonContext context)
#Microsoft.PowerShell.Commands.JsonObject+ConvertToJsonContext|struct|System.ValueType||Microsoft.PowerShell.Commands.Utility, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||10010a|!MaxDepth !CancellationToken !StringEscapeHandling !EnumsAsStrings !CompressOutput !Cmdlet
pint MaxDepth {get;}
pSystem.Threading.CancellationToken CancellationToken {get;}
pNewtonsoft.Json.StringEscapeHandling StringEscapeHandling {get;}
pbool EnumsAsStrings {get;}
pbool CompressOutput {get;}
pSystem.Management.Automation.PSCmdlet Cmdlet {get;}
cnew(int maxDepth, bool enumsAsStrings, bool compressOutput)
cnew(int maxDepth, bool enumsAsStrings, bool compressOutput, Newtonsoft.Json.StringEscapeHandling stringEscapeHandling, System.Management.Automation.PSCmdlet targetCmdlet, System.Threading.CancellationToken cancellationToken)
#System.Management.Automation.WildcardPattern|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
sWildcardPattern Get(string pattern, System.Management.Automation.WildcardOptions options)
sstring Escape(string pattern)
sbool ContainsWildcardCharacters(string pattern)
sstring Unescape(string pattern)
cnew(string pattern)
cnew(string pattern, System.Management.Automation.WildcardOptions options)
mbool IsMatch(string input)
mstring ToWql()
#System.Management.Automation.LanguagePrimitives|static|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||181|
sbool IsObjectEnumerable(System.Object obj)
sSystem.Collections.IEnumerable GetEnumerable(System.Object obj)
sSystem.Collections.IEnumerator GetEnumerator(System.Object obj)
sSystem.Management.Automation.PSDataCollection[psobject] GetPSDataCollection(System.Object inputValue)
sbool Equals(System.Object first, System.Object second)
sbool Equals(System.Object first, System.Object second, bool ignoreCase)
sbool Equals(System.Object first, System.Object second, bool ignoreCase, System.IFormatProvider formatProvider)
sint Compare(System.Object first, System.Object second)
sint Compare(System.Object first, System.Object second, bool ignoreCase)
sint Compare(System.Object first, System.Object second, bool ignoreCase, System.IFormatProvider formatProvider)
sbool TryCompare(System.Object first, System.Object second, [ref] int result)
sbool TryCompare(System.Object first, System.Object second, bool ignoreCase, [ref] int result)
sbool TryCompare(System.Object first, System.Object second, bool ignoreCase, System.IFormatProvider formatProvider, [ref] int result)
sbool IsTrue(System.Object obj)
sstring ConvertTypeNameToPSTypeName(string typeName)
sSystem.Object ConvertTo(System.Object valueToConvert, type resultType)
sSystem.Object ConvertTo(System.Object valueToConvert, type resultType, System.IFormatProvider formatProvider)
sT ConvertTo[T](System.Object valueToConvert)
sSystem.Object ConvertPSObjectToType(psobject valueToConvert, type resultType, bool recursion, System.IFormatProvider formatProvider, bool ignoreUnknownMembers)
sbool TryConvertTo[T](System.Object valueToConvert, [ref] T result)
sbool TryConvertTo[T](System.Object valueToConvert, System.IFormatProvider formatProvider, [ref] T result)
sbool TryConvertTo(System.Object valueToConvert, type resultType, [ref] System.Object result)
sbool TryConvertTo(System.Object valueToConvert, type resultType, System.IFormatProvider formatProvider, [ref] System.Object result)
#System.Management.Automation.PSReference|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Object Value {get;set;}
cnew(System.Object value)
#System.Management.Automation.PSReference\`1|class|System.Management.Automation.PSReference||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35|T|100000|
#System.Management.Automation.PSNoteProperty|class|System.Management.Automation.PSPropertyInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pbool IsSettable {get;}
pbool IsGettable {get;}
pSystem.Object Value {get;set;}
pstring TypeNameOfValue {get;}
cnew(string name, System.Object value)
#System.Management.Automation.PSScriptProperty|class|System.Management.Automation.PSPropertyInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pscriptblock GetterScript {get;}
pscriptblock SetterScript {get;}
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pbool IsSettable {get;}
pbool IsGettable {get;}
pSystem.Object Value {get;set;}
pstring TypeNameOfValue {get;}
cnew(string name, scriptblock getterScript)
cnew(string name, scriptblock getterScript, scriptblock setterScript)
#System.Management.Automation.PSScriptMethod|class|System.Management.Automation.PSMethodInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pscriptblock Script {get;}
pSystem.Collections.ObjectModel.Collection[string] OverloadDefinitions {get;}
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pstring TypeNameOfValue {get;}
cnew(string name, scriptblock script)
#System.Management.Automation.PSAliasProperty|class|System.Management.Automation.PSPropertyInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pstring ReferencedMemberName {get;}
ptype ConversionType {get;}
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pstring TypeNameOfValue {get;}
pbool IsSettable {get;}
pbool IsGettable {get;}
pSystem.Object Value {get;set;}
cnew(string name, string referencedMemberName)
cnew(string name, string referencedMemberName, type conversionType)
#System.Management.Automation.PSMemberInfo|abstract|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100081|
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pstring Name {get;}
pbool IsInstance {get;}
pSystem.Object Value {get;set;}
pstring TypeNameOfValue {get;}
mSystem.Management.Automation.PSMemberInfo Copy()
#System.Management.Automation.PSPropertyInfo|abstract|System.Management.Automation.PSMemberInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100081|
pbool IsSettable {get;}
pbool IsGettable {get;}
#System.Management.Automation.PSMethodInfo|abstract|System.Management.Automation.PSMemberInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100081|
pSystem.Collections.ObjectModel.Collection[string] OverloadDefinitions {get;}
pSystem.Object Value {get;set;}
mSystem.Object Invoke(Params System.Object[] arguments)
#System.Management.Automation.PSProperty|class|System.Management.Automation.PSPropertyInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pSystem.Object Value {get;set;}
pbool IsSettable {get;}
pbool IsGettable {get;}
pstring TypeNameOfValue {get;}
#System.Management.Automation.PSMethod|class|System.Management.Automation.PSMethodInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pSystem.Collections.ObjectModel.Collection[string] OverloadDefinitions {get;}
pstring TypeNameOfValue {get;}
#System.Management.Automation.PSPropertySet|class|System.Management.Automation.PSMemberInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Collections.ObjectModel.Collection[string] ReferencedPropertyNames {get;}
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pSystem.Object Value {get;set;}
pstring TypeNameOfValue {get;}
cnew(string name, System.Collections.Generic.IEnumerable[string] referencedPropertyNames)
#System.Management.Automation.PSMemberSet|class|System.Management.Automation.PSMemberInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pbool InheritMembers {get;}
pSystem.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMemberInfo] Members {get;}
pSystem.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSPropertyInfo] Properties {get;}
pSystem.Management.Automation.PSMemberInfoCollection[System.Management.Automation.PSMethodInfo] Methods {get;}
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pSystem.Object Value {get;set;}
pstring TypeNameOfValue {get;}
cnew(string name)
cnew(string name, System.Collections.Generic.IEnumerable[System.Management.Automation.PSMemberInfo] members)
#System.Management.Automation.PSCodeProperty|class|System.Management.Automation.PSPropertyInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Reflection.MethodInfo GetterCodeReference {get;}
pSystem.Reflection.MethodInfo SetterCodeReference {get;}
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pbool IsSettable {get;}
pbool IsGettable {get;}
pSystem.Object Value {get;set;}
pstring TypeNameOfValue {get;}
cnew(string name, System.Reflection.MethodInfo getterCodeReference)
cnew(string name, System.Reflection.MethodInfo getterCodeReference, System.Reflection.MethodInfo setterCodeReference)
#System.Management.Automation.PSCodeMethod|class|System.Management.Automation.PSMethodInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Reflection.MethodInfo CodeReference {get;}
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pSystem.Collections.ObjectModel.Collection[string] OverloadDefinitions {get;}
pstring TypeNameOfValue {get;}
cnew(string name, System.Reflection.MethodInfo codeReference)
#System.Management.Automation.PSVariableProperty|class|System.Management.Automation.PSNoteProperty||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
pbool IsSettable {get;}
pbool IsGettable {get;}
pSystem.Object Value {get;set;}
pstring TypeNameOfValue {get;}
cnew(psvariable variable)
#System.Management.Automation.PSParameterizedProperty|class|System.Management.Automation.PSMethodInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pbool IsSettable {get;}
pbool IsGettable {get;}
pSystem.Collections.ObjectModel.Collection[string] OverloadDefinitions {get;}
pstring TypeNameOfValue {get;}
pSystem.Management.Automation.PSMemberTypes MemberType {get;}
mvoid InvokeSet(System.Object valueToSet, Params System.Object[] arguments)
#System.Management.Automation.Runspaces.TypeData|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pstring TypeName {get;}
pSystem.Collections.Generic.Dictionary[string,System.Management.Automation.Runspaces.TypeMemberData] Members {get;}
ptype TypeConverter {get;set;}
ptype TypeAdapter {get;set;}
pbool IsOverride {get;set;}
pstring SerializationMethod {get;set;}
ptype TargetTypeForDeserialization {get;set;}
puint SerializationDepth {get;set;}
pstring DefaultDisplayProperty {get;set;}
pbool InheritPropertySerializationSet {get;set;}
pstring StringSerializationSource {get;set;}
pSystem.Management.Automation.Runspaces.TypeMemberData StringSerializationSourceProperty {get;set;}
pSystem.Management.Automation.Runspaces.PropertySetData DefaultDisplayPropertySet {get;set;}
pSystem.Management.Automation.Runspaces.PropertySetData DefaultKeyPropertySet {get;set;}
pSystem.Management.Automation.Runspaces.PropertySetData PropertySerializationSet {get;set;}
cnew(string typeName)
cnew(type type)
mSystem.Management.Automation.Runspaces.TypeData Copy()
#System.Management.Automation.Runspaces.TypeMemberData|abstract|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100081|
pstring Name {get;set;}
#System.Management.Automation.Runspaces.NotePropertyData|class|System.Management.Automation.Runspaces.TypeMemberData||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pSystem.Object Value {get;set;}
pbool IsHidden {get;set;}
cnew(string name, System.Object value)
#System.Management.Automation.Runspaces.AliasPropertyData|class|System.Management.Automation.Runspaces.TypeMemberData||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pstring ReferencedMemberName {get;set;}
ptype MemberType {get;set;}
pbool IsHidden {get;set;}
cnew(string name, string referencedMemberName)
cnew(string name, string referencedMemberName, type type)
#System.Management.Automation.Runspaces.ScriptPropertyData|class|System.Management.Automation.Runspaces.TypeMemberData||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pscriptblock GetScriptBlock {get;set;}
pscriptblock SetScriptBlock {get;set;}
pbool IsHidden {get;set;}
cnew(string name, scriptblock getScriptBlock)
cnew(string name, scriptblock getScriptBlock, scriptblock setScriptBlock)
#System.Management.Automation.Runspaces.CodePropertyData|class|System.Management.Automation.Runspaces.TypeMemberData||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pSystem.Reflection.MethodInfo GetCodeReference {get;set;}
pSystem.Reflection.MethodInfo SetCodeReference {get;set;}
pbool IsHidden {get;set;}
cnew(string name, System.Reflection.MethodInfo getMethod)
cnew(string name, System.Reflection.MethodInfo getMethod, System.Reflection.MethodInfo setMethod)
#System.Management.Automation.Runspaces.ScriptMethodData|class|System.Management.Automation.Runspaces.TypeMemberData||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pscriptblock Script {get;set;}
cnew(string name, scriptblock scriptToInvoke)
#System.Management.Automation.Runspaces.CodeMethodData|class|System.Management.Automation.Runspaces.TypeMemberData||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pSystem.Reflection.MethodInfo CodeReference {get;set;}
cnew(string name, System.Reflection.MethodInfo methodToCall)
#System.Management.Automation.Runspaces.PropertySetData|class|System.Management.Automation.Runspaces.TypeMemberData||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pSystem.Collections.ObjectModel.Collection[string] ReferencedProperties {get;}
pbool IsHidden {get;set;}
cnew(System.Collections.Generic.IEnumerable[string] referencedProperties)
#System.Management.Automation.Runspaces.MemberSetData|class|System.Management.Automation.Runspaces.TypeMemberData||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pSystem.Collections.ObjectModel.Collection[System.Management.Automation.Runspaces.TypeMemberData] Members {get;}
pbool IsHidden {get;set;}
pbool InheritMembers {get;set;}
cnew(string name, System.Collections.ObjectModel.Collection[System.Management.Automation.Runspaces.TypeMemberData] members)
#System.Management.Automation.PSVariable|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.PSTypeName|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pstring Name {get;}
ptype Type {get;}
pSystem.Management.Automation.Language.TypeDefinitionAst TypeDefinitionAst {get;}
cnew(type type)
cnew(string name)
cnew(string name, type type)
cnew(System.Management.Automation.Language.TypeDefinitionAst typeDefinitionAst)
cnew(System.Management.Automation.Language.ITypeName typeName)
#System.Management.Automation.Language.Parser|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
#System.Management.Automation.PSCustomObject|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.PSPrimitiveDictionary|class|System.Collections.Hashtable|System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback System.ICloneable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
cnew()
cnew(hashtable other)
mvoid Add(string key, bool value)
mvoid Add(string key, bool[] value)
mvoid Add(string key, byte value)
mvoid Add(string key, byte[] value)
mvoid Add(string key, char value)
mvoid Add(string key, char[] value)
mvoid Add(string key, datetime value)
mvoid Add(string key, datetime[] value)
mvoid Add(string key, decimal value)
mvoid Add(string key, decimal[] value)
mvoid Add(string key, double value)
mvoid Add(string key, double[] value)
mvoid Add(string key, guid value)
mvoid Add(string key, guid[] value)
mvoid Add(string key, int value)
mvoid Add(string key, int[] value)
mvoid Add(string key, long value)
mvoid Add(string key, long[] value)
mvoid Add(string key, sbyte value)
mvoid Add(string key, sbyte[] value)
mvoid Add(string key, float value)
mvoid Add(string key, float[] value)
mvoid Add(string key, string value)
mvoid Add(string key, string[] value)
mvoid Add(string key, timespan value)
mvoid Add(string key, timespan[] value)
mvoid Add(string key, ushort value)
mvoid Add(string key, ushort[] value)
mvoid Add(string key, uint value)
mvoid Add(string key, uint[] value)
mvoid Add(string key, ulong value)
mvoid Add(string key, ulong[] value)
mvoid Add(string key, uri value)
mvoid Add(string key, uri[] value)
mvoid Add(string key, version value)
mvoid Add(string key, version[] value)
mvoid Add(string key, psprimitivedictionary value)
mvoid Add(string key, psprimitivedictionary[] value)
mSystem.Object get_Item(string key)
mvoid set_Item(string key, System.Object value)
#System.Management.Automation.CommandInfo|abstract|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100081|
#System.Management.Automation.AliasInfo|class|System.Management.Automation.CommandInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.FunctionInfo|class|System.Management.Automation.CommandInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.CmdletInfo|class|System.Management.Automation.CommandInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.PSModuleInfo|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
#System.Management.Automation.PathInfo|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
#System.Management.Automation.PSDriveInfo|class|System.Object|System.IComparable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.ProviderInfo|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.InformationRecord|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.WarningRecord|class|System.Management.Automation.InformationalRecord||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.VerboseRecord|class|System.Management.Automation.InformationalRecord||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.DebugRecord|class|System.Management.Automation.InformationalRecord||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.ProgressRecord|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#System.Management.Automation.Internal.AutomationNull|static|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100181|
qpsobject Value {get;}
#System.Management.Automation.OrderedHashtable|class|System.Collections.Hashtable|System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback System.ICloneable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pint Count {get;}
pbool IsFixedSize {get;}
pbool IsReadOnly {get;}
pbool IsSynchronized {get;}
pSystem.Collections.ICollection Keys {get;}
pSystem.Collections.ICollection Values {get;}
cnew()
cnew(int capacity)
cnew(System.Collections.IDictionary dictionary)
#System.Management.Automation.DefaultParameterDictionary|class|System.Collections.Hashtable|System.Collections.IDictionary System.Collections.ICollection System.Collections.IEnumerable System.Runtime.Serialization.ISerializable System.Runtime.Serialization.IDeserializationCallback System.ICloneable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
cnew()
cnew(System.Collections.IDictionary dictionary)
mbool ChangeSinceLastCheck()
#System.Management.Automation.HostInformationMessage|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
pstring Message {get;set;}
pSystem.Nullable[bool] NoNewLine {get;set;}
pSystem.Nullable[System.ConsoleColor] ForegroundColor {get;set;}
pSystem.Nullable[System.ConsoleColor] BackgroundColor {get;set;}
cnew()
#Microsoft.PowerShell.Commands.GroupInfo|class|System.Object||Microsoft.PowerShell.Commands.Utility, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100001|
#Microsoft.PowerShell.Commands.FileSystemProvider|class|System.Management.Automation.Provider.NavigationCmdletProvider|System.Management.Automation.IResourceSupplier System.Management.Automation.Provider.IContentCmdletProvider System.Management.Automation.Provider.IPropertyCmdletProvider System.Management.Automation.Provider.ISecurityDescriptorCmdletProvider System.Management.Automation.Provider.ICmdletProviderSupportsHelp|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|=ProviderName
#System.Management.Automation.CredentialAttribute|class|System.Management.Automation.ArgumentTransformationAttribute||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
#System.Management.Automation.Runspaces.PSSession|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pSystem.Management.Automation.Runspaces.TargetMachineType ComputerType {get;set;}
pstring ComputerName {get;}
pstring ContainerId {get;}
pstring VMName {get;}
pSystem.Nullable[guid] VMId {get;}
pstring ConfigurationName {get;}
pguid InstanceId {get;}
pint Id {get;}
pstring Name {get;set;}
pSystem.Management.Automation.Runspaces.RunspaceAvailability Availability {get;}
ppsprimitivedictionary ApplicationPrivateData {get;}
prunspace Runspace {get;}
pstring Transport {get;}
sSystem.Management.Automation.Runspaces.PSSession Create(runspace runspace, string transportName, System.Management.Automation.PSCmdlet psCmdlet)
#System.Management.Automation.Runspaces.Runspace|abstract|System.Object|System.IDisposable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||81|
pSystem.Threading.ApartmentState ApartmentState {get;set;}
pSystem.Management.Automation.Runspaces.PSThreadOptions ThreadOptions {get;set;}
pversion Version {get;}
pbool RunspaceIsRemote {get;}
pSystem.Management.Automation.Runspaces.RunspaceStateInfo RunspaceStateInfo {get;}
pSystem.Management.Automation.Runspaces.RunspaceAvailability RunspaceAvailability {get;set;}
pinitialsessionstate InitialSessionState {get;}
pguid InstanceId {get;}
pSystem.Management.Automation.Runspaces.RunspaceConnectionInfo ConnectionInfo {get;}
pSystem.Management.Automation.Runspaces.RunspaceConnectionInfo OriginalConnectionInfo {get;}
pSystem.Management.Automation.JobManager JobManager {get;}
pSystem.Nullable[datetime] DisconnectedOn {get;}
pSystem.Nullable[datetime] ExpiresOn {get;}
pstring Name {get;set;}
pint Id {get;}
pSystem.Management.Automation.Runspaces.SessionStateProxy SessionStateProxy {get;}
pSystem.Management.Automation.Debugger Debugger {get;}
pSystem.Management.Automation.PSEventManager Events {get;}
qrunspace DefaultRunspace {get;set;}
qbool CanUseDefaultRunspace {get;}
srunspace[] GetRunspaces(System.Management.Automation.Runspaces.RunspaceConnectionInfo connectionInfo)
srunspace[] GetRunspaces(System.Management.Automation.Runspaces.RunspaceConnectionInfo connectionInfo, System.Management.Automation.Host.PSHost host)
srunspace[] GetRunspaces(System.Management.Automation.Runspaces.RunspaceConnectionInfo connectionInfo, System.Management.Automation.Host.PSHost host, System.Management.Automation.Runspaces.TypeTable typeTable)
srunspace GetRunspace(System.Management.Automation.Runspaces.RunspaceConnectionInfo connectionInfo, guid sessionId, System.Nullable[guid] commandId, System.Management.Automation.Host.PSHost host, System.Management.Automation.Runspaces.TypeTable typeTable)
mvoid Disconnect()
mvoid DisconnectAsync()
mvoid Connect()
mvoid ConnectAsync()
mSystem.Management.Automation.Runspaces.Pipeline CreateDisconnectedPipeline()
mpowershell CreateDisconnectedPowerShell()
mSystem.Management.Automation.Runspaces.RunspaceCapability GetCapabilities()
mvoid Open()
mvoid OpenAsync()
mvoid Close()
mvoid CloseAsync()
mSystem.Management.Automation.Runspaces.Pipeline CreatePipeline()
mSystem.Management.Automation.Runspaces.Pipeline CreatePipeline(string command)
mSystem.Management.Automation.Runspaces.Pipeline CreatePipeline(string command, bool addToHistory)
mSystem.Management.Automation.Runspaces.Pipeline CreateNestedPipeline()
mSystem.Management.Automation.Runspaces.Pipeline CreateNestedPipeline(string command, bool addToHistory)
mpsprimitivedictionary GetApplicationPrivateData()
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid ResetRunspaceState()
#System.Management.Automation.RemoteRunspace|class|System.Management.Automation.Runspaces.Runspace|System.IDisposable|System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100000|
pinitialsessionstate InitialSessionState {get;}
pSystem.Management.Automation.JobManager JobManager {get;}
pversion Version {get;}
pSystem.Management.Automation.Runspaces.RunspaceStateInfo RunspaceStateInfo {get;}
pSystem.Management.Automation.Runspaces.PSThreadOptions ThreadOptions {get;set;}
pSystem.Management.Automation.Runspaces.RunspaceAvailability RunspaceAvailability {get;set;}
pSystem.Management.Automation.Runspaces.RunspaceConnectionInfo ConnectionInfo {get;}
pSystem.Management.Automation.Runspaces.RunspaceConnectionInfo OriginalConnectionInfo {get;}
pSystem.Management.Automation.PSEventManager Events {get;}
pSystem.Management.Automation.Debugger Debugger {get;}
#System.Management.Automation.Runspaces.RunspaceStateInfo|class|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pSystem.Management.Automation.Runspaces.RunspaceState State {get;}
pSystem.Exception Reason {get;}
#System.Management.Automation.Runspaces.RunspaceStateEventArgs|class|System.EventArgs||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pSystem.Management.Automation.Runspaces.RunspaceStateInfo RunspaceStateInfo {get;}
#System.Management.Automation.Runspaces.RunspaceAvailabilityEventArgs|class|System.EventArgs||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pSystem.Management.Automation.Runspaces.RunspaceAvailability RunspaceAvailability {get;}
#System.Management.Automation.Runspaces.RunspaceConnectionInfo|abstract|System.Object||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100081|
pstring ComputerName {get;set;}
ppscredential Credential {get;set;}
pSystem.Management.Automation.Runspaces.AuthenticationMechanism AuthenticationMechanism {get;set;}
pstring CertificateThumbprint {get;set;}
pcultureinfo Culture {get;set;}
pcultureinfo UICulture {get;set;}
pint OpenTimeout {get;set;}
pint CancelTimeout {get;set;}
pint OperationTimeout {get;set;}
pint IdleTimeout {get;set;}
pint MaxIdleTimeout {get;}
mvoid SetSessionOptions(System.Management.Automation.Remoting.PSSessionOption options)
mSystem.Management.Automation.Remoting.Client.BaseClientSessionTransportManager CreateClientSessionTransportManager(guid instanceId, string sessionName, System.Management.Automation.Internal.PSRemotingCryptoHelper cryptoHelper)
mSystem.Management.Automation.Runspaces.RunspaceConnectionInfo Clone()
#System.Management.Automation.Runspaces.WSManConnectionInfo|class|System.Management.Automation.Runspaces.RunspaceConnectionInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|=HttpScheme =HttpsScheme
puri ConnectionUri {get;set;}
pstring ComputerName {get;set;}
pstring Scheme {get;set;}
pint Port {get;set;}
pstring AppName {get;set;}
ppscredential Credential {get;set;}
pstring ShellUri {get;set;}
pSystem.Management.Automation.Runspaces.AuthenticationMechanism AuthenticationMechanism {get;set;}
pstring CertificateThumbprint {get;set;}
pint MaximumConnectionRedirectionCount {get;set;}
pSystem.Nullable[int] MaximumReceivedDataSizePerCommand {get;set;}
pSystem.Nullable[int] MaximumReceivedObjectSize {get;set;}
pbool UseCompression {get;set;}
pbool NoMachineProfile {get;set;}
pSystem.Management.Automation.Remoting.ProxyAccessType ProxyAccessType {get;set;}
pSystem.Management.Automation.Runspaces.AuthenticationMechanism ProxyAuthentication {get;set;}
ppscredential ProxyCredential {get;set;}
pbool SkipCACheck {get;set;}
pbool SkipCNCheck {get;set;}
pbool SkipRevocationCheck {get;set;}
pbool NoEncryption {get;set;}
pbool UseUTF16 {get;set;}
pSystem.Management.Automation.Runspaces.OutputBufferingMode OutputBufferingMode {get;set;}
pbool IncludePortInSPN {get;set;}
pbool EnableNetworkAccess {get;set;}
pint MaxConnectionRetryCount {get;set;}
qstring HttpScheme {get;}
qstring HttpsScheme {get;}
cnew(string scheme, string computerName, int port, string appName, string shellUri, pscredential credential, int openTimeout)
cnew(string scheme, string computerName, int port, string appName, string shellUri, pscredential credential)
cnew(bool useSsl, string computerName, int port, string appName, string shellUri, pscredential credential)
cnew(bool useSsl, string computerName, int port, string appName, string shellUri, pscredential credential, int openTimeout)
cnew()
cnew(uri uri, string shellUri, pscredential credential)
cnew(uri uri, string shellUri, string certificateThumbprint)
cnew(uri uri)
mSystem.Management.Automation.Runspaces.WSManConnectionInfo Copy()
#System.Management.Automation.Runspaces.SSHConnectionInfo|class|System.Management.Automation.Runspaces.RunspaceConnectionInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pstring UserName {get;}
pstring KeyFilePath {get;set;}
pint Port {get;set;}
pstring Subsystem {get;set;}
pint ConnectingTimeout {get;set;}
pstring ComputerName {get;set;}
ppscredential Credential {get;set;}
pSystem.Management.Automation.Runspaces.AuthenticationMechanism AuthenticationMechanism {get;set;}
pstring CertificateThumbprint {get;set;}
cnew(string userName, string computerName, string keyFilePath)
cnew(string userName, string computerName, string keyFilePath, int port)
cnew(string userName, string computerName, string keyFilePath, int port, string subsystem)
cnew(string userName, string computerName, string keyFilePath, int port, string subsystem, int connectingTimeout)
cnew(string userName, string computerName, string keyFilePath, int port, string subsystem, int connectingTimeout, hashtable options)
#System.Management.Automation.Runspaces.NamedPipeConnectionInfo|class|System.Management.Automation.Runspaces.RunspaceConnectionInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100101|
pint ProcessId {get;set;}
pstring AppDomainName {get;set;}
pstring CustomPipeName {get;set;}
pstring ComputerName {get;set;}
ppscredential Credential {get;set;}
pSystem.Management.Automation.Runspaces.AuthenticationMechanism AuthenticationMechanism {get;set;}
pstring CertificateThumbprint {get;set;}
cnew()
cnew(int processId)
cnew(int processId, string appDomainName)
cnew(int processId, string appDomainName, int openTimeout)
cnew(string customPipeName)
cnew(string customPipeName, int openTimeout)
#System.Management.Automation.Runspaces.NewProcessConnectionInfo|class|System.Management.Automation.Runspaces.RunspaceConnectionInfo||System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35||100100|
pscriptblock InitializationScript {get;set;}
pbool RunAs32 {get;set;}
pstring WorkingDirectory {get;set;}
pversion PSVersion {get;set;}
pstring ComputerName {get;set;}
ppscredential Credential {get;set;}
pSystem.Management.Automation.Runspaces.AuthenticationMechanism AuthenticationMechanism {get;set;}
pstring CertificateThumbprint {get;set;}
mSystem.Management.Automation.Runspaces.NewProcessConnectionInfo, System.Management.Automation, Version=7.6.0.500, Culture=neutral, PublicKeyToken=31bf3856ad364e35 Copy()
`;
