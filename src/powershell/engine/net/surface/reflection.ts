/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const REFLECTION = `
#System.Reflection.MemberInfo|abstract|System.Object|System.Reflection.ICustomAttributeProvider|||100081|
pSystem.Reflection.MemberTypes MemberType {get;}
pstring Name {get;}
ptype DeclaringType {get;}
ptype ReflectedType {get;}
pSystem.Reflection.Module Module {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.CustomAttributeData] CustomAttributes {get;}
pbool IsCollectible {get;}
pint MetadataToken {get;}
sbool op_Equality(System.Reflection.MemberInfo left, System.Reflection.MemberInfo right)
sbool op_Inequality(System.Reflection.MemberInfo left, System.Reflection.MemberInfo right)
mbool HasSameMetadataDefinitionAs(System.Reflection.MemberInfo other)
mbool IsDefined(type attributeType, bool inherit)
mbool ICustomAttributeProvider.IsDefined(type attributeType, bool inherit)
mSystem.Object[] GetCustomAttributes(bool inherit)
mSystem.Object[] GetCustomAttributes(type attributeType, bool inherit)
mSystem.Object[] ICustomAttributeProvider.GetCustomAttributes(bool inherit)
mSystem.Object[] ICustomAttributeProvider.GetCustomAttributes(type attributeType, bool inherit)
mSystem.Collections.Generic.IList[System.Reflection.CustomAttributeData] GetCustomAttributesData()
#System.Reflection.Assembly|abstract|System.Object|System.Reflection.ICustomAttributeProvider System.Runtime.Serialization.ISerializable|||100081|
pSystem.Collections.Generic.IEnumerable[System.Reflection.TypeInfo] DefinedTypes {get;}
pSystem.Collections.Generic.IEnumerable[type] ExportedTypes {get;}
pstring CodeBase {get;}
pSystem.Reflection.MethodInfo EntryPoint {get;}
pstring FullName {get;}
pstring ImageRuntimeVersion {get;}
pbool IsDynamic {get;}
pstring Location {get;}
pbool ReflectionOnly {get;}
pbool IsCollectible {get;}
pbool IsFullyTrusted {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.CustomAttributeData] CustomAttributes {get;}
pstring EscapedCodeBase {get;}
pSystem.Reflection.Module ManifestModule {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.Module] Modules {get;}
pbool GlobalAssemblyCache {get;}
plong HostContext {get;}
pSystem.Security.SecurityRuleSet SecurityRuleSet {get;}
sSystem.Reflection.Assembly Load(string assemblyString)
sSystem.Reflection.Assembly Load(System.Reflection.AssemblyName assemblyRef)
sSystem.Reflection.Assembly Load(byte[] rawAssembly)
sSystem.Reflection.Assembly Load(byte[] rawAssembly, byte[] rawSymbolStore)
sSystem.Reflection.Assembly LoadWithPartialName(string partialName)
sSystem.Reflection.Assembly GetExecutingAssembly()
sSystem.Reflection.Assembly GetCallingAssembly()
sbool op_Equality(System.Reflection.Assembly left, System.Reflection.Assembly right)
sbool op_Inequality(System.Reflection.Assembly left, System.Reflection.Assembly right)
sstring CreateQualifiedName(string assemblyName, string typeName)
sSystem.Reflection.Assembly GetAssembly(type type)
svoid SetEntryAssembly(System.Reflection.Assembly assembly)
sSystem.Reflection.Assembly GetEntryAssembly()
sSystem.Reflection.Assembly LoadFile(string path)
sSystem.Reflection.Assembly LoadFrom(string assemblyFile)
sSystem.Reflection.Assembly LoadFrom(string assemblyFile, byte[] hashValue, System.Configuration.Assemblies.AssemblyHashAlgorithm hashAlgorithm)
sSystem.Reflection.Assembly UnsafeLoadFrom(string assemblyFile)
sSystem.Reflection.Assembly ReflectionOnlyLoad(byte[] rawAssembly)
sSystem.Reflection.Assembly ReflectionOnlyLoad(string assemblyString)
sSystem.Reflection.Assembly ReflectionOnlyLoadFrom(string assemblyFile)
mtype[] GetTypes()
mtype[] GetExportedTypes()
mtype[] GetForwardedTypes()
mSystem.Reflection.ManifestResourceInfo GetManifestResourceInfo(string resourceName)
mstring[] GetManifestResourceNames()
mSystem.IO.Stream GetManifestResourceStream(string name)
mSystem.IO.Stream GetManifestResourceStream(type type, string name)
mSystem.Reflection.AssemblyName GetName()
mSystem.Reflection.AssemblyName GetName(bool copiedName)
mtype GetType(string name)
mtype GetType(string name, bool throwOnError)
mtype GetType(string name, bool throwOnError, bool ignoreCase)
mbool IsDefined(type attributeType, bool inherit)
mbool ICustomAttributeProvider.IsDefined(type attributeType, bool inherit)
mSystem.Collections.Generic.IList[System.Reflection.CustomAttributeData] GetCustomAttributesData()
mSystem.Object[] GetCustomAttributes(bool inherit)
mSystem.Object[] GetCustomAttributes(type attributeType, bool inherit)
mSystem.Object[] ICustomAttributeProvider.GetCustomAttributes(bool inherit)
mSystem.Object[] ICustomAttributeProvider.GetCustomAttributes(type attributeType, bool inherit)
mSystem.Object CreateInstance(string typeName)
mSystem.Object CreateInstance(string typeName, bool ignoreCase)
mSystem.Object CreateInstance(string typeName, bool ignoreCase, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Object[] args, cultureinfo culture, System.Object[] activationAttributes)
mSystem.Reflection.Module GetModule(string name)
mSystem.Reflection.Module[] GetModules()
mSystem.Reflection.Module[] GetModules(bool getResourceModules)
mSystem.Reflection.Module[] GetLoadedModules()
mSystem.Reflection.Module[] GetLoadedModules(bool getResourceModules)
mSystem.Reflection.AssemblyName[] GetReferencedAssemblies()
mSystem.Reflection.Assembly GetSatelliteAssembly(cultureinfo culture)
mSystem.Reflection.Assembly GetSatelliteAssembly(cultureinfo culture, version version)
mSystem.IO.FileStream GetFile(string name)
mSystem.IO.FileStream[] GetFiles()
mSystem.IO.FileStream[] GetFiles(bool getResourceModules)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mbool Equals(System.Object o)
mSystem.Reflection.Module LoadModule(string moduleName, byte[] rawModule)
mSystem.Reflection.Module LoadModule(string moduleName, byte[] rawModule, byte[] rawSymbolStore)
#System.Reflection.AssemblyName|class|System.Object|System.ICloneable System.Runtime.Serialization.IDeserializationCallback System.Runtime.Serialization.ISerializable|||100101|
pstring Name {get;set;}
pversion Version {get;set;}
pcultureinfo CultureInfo {get;set;}
pstring CultureName {get;set;}
pstring CodeBase {get;set;}
pstring EscapedCodeBase {get;}
pSystem.Reflection.ProcessorArchitecture ProcessorArchitecture {get;set;}
pSystem.Reflection.AssemblyContentType ContentType {get;set;}
pSystem.Reflection.AssemblyNameFlags Flags {get;set;}
pSystem.Configuration.Assemblies.AssemblyHashAlgorithm HashAlgorithm {get;set;}
pSystem.Configuration.Assemblies.AssemblyVersionCompatibility VersionCompatibility {get;set;}
pSystem.Reflection.StrongNameKeyPair KeyPair {get;set;}
pstring FullName {get;}
sSystem.Reflection.AssemblyName GetAssemblyName(string assemblyFile)
sbool ReferenceMatchesDefinition(System.Reflection.AssemblyName reference, System.Reflection.AssemblyName definition)
cnew(string assemblyName)
cnew()
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mbyte[] GetPublicKey()
mvoid SetPublicKey(byte[] publicKey)
mbyte[] GetPublicKeyToken()
mvoid SetPublicKeyToken(byte[] publicKeyToken)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid OnDeserialization(System.Object sender)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
#System.Reflection.MethodInfo|abstract|System.Reflection.MethodBase|System.Reflection.ICustomAttributeProvider|||100081|
pSystem.Reflection.MemberTypes MemberType {get;}
pSystem.Reflection.ParameterInfo ReturnParameter {get;}
ptype ReturnType {get;}
pSystem.Reflection.ICustomAttributeProvider ReturnTypeCustomAttributes {get;}
sbool op_Equality(System.Reflection.MethodInfo left, System.Reflection.MethodInfo right)
sbool op_Inequality(System.Reflection.MethodInfo left, System.Reflection.MethodInfo right)
mSystem.Reflection.MethodInfo GetGenericMethodDefinition()
mSystem.Reflection.MethodInfo MakeGenericMethod(Params type[] typeArguments)
mSystem.Reflection.MethodInfo GetBaseDefinition()
mSystem.Delegate CreateDelegate(type delegateType)
mSystem.Delegate CreateDelegate(type delegateType, System.Object target)
mT CreateDelegate[T]()
mT CreateDelegate[T](System.Object target)
#System.Reflection.PropertyInfo|abstract|System.Reflection.MemberInfo|System.Reflection.ICustomAttributeProvider|||100081|
pSystem.Reflection.MemberTypes MemberType {get;}
ptype PropertyType {get;}
pSystem.Reflection.PropertyAttributes Attributes {get;}
pbool IsSpecialName {get;}
pbool CanRead {get;}
pbool CanWrite {get;}
pSystem.Reflection.MethodInfo GetMethod {get;}
pSystem.Reflection.MethodInfo SetMethod {get;}
sbool op_Equality(System.Reflection.PropertyInfo left, System.Reflection.PropertyInfo right)
sbool op_Inequality(System.Reflection.PropertyInfo left, System.Reflection.PropertyInfo right)
mSystem.Reflection.ParameterInfo[] GetIndexParameters()
mSystem.Reflection.MethodInfo[] GetAccessors()
mSystem.Reflection.MethodInfo[] GetAccessors(bool nonPublic)
mSystem.Reflection.MethodInfo GetGetMethod()
mSystem.Reflection.MethodInfo GetGetMethod(bool nonPublic)
mSystem.Reflection.MethodInfo GetSetMethod()
mSystem.Reflection.MethodInfo GetSetMethod(bool nonPublic)
mtype GetModifiedPropertyType()
mtype[] GetOptionalCustomModifiers()
mtype[] GetRequiredCustomModifiers()
mSystem.Object GetValue(System.Object obj)
mSystem.Object GetValue(System.Object obj, System.Object[] index)
mSystem.Object GetValue(System.Object obj, System.Reflection.BindingFlags invokeAttr, System.Reflection.Binder binder, System.Object[] index, cultureinfo culture)
mSystem.Object GetConstantValue()
mSystem.Object GetRawConstantValue()
mvoid SetValue(System.Object obj, System.Object value)
mvoid SetValue(System.Object obj, System.Object value, System.Object[] index)
mvoid SetValue(System.Object obj, System.Object value, System.Reflection.BindingFlags invokeAttr, System.Reflection.Binder binder, System.Object[] index, cultureinfo culture)
#System.Reflection.BindingFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|Default=0,IgnoreCase=1,DeclaredOnly=2,Instance=4,Static=8,Public=16,NonPublic=32,FlattenHierarchy=64,InvokeMethod=256,CreateInstance=512,GetField=1024,SetField=2048,GetProperty=4096,SetProperty=8192,PutDispProperty=16384,PutRefDispProperty=32768,ExactBinding=65536,SuppressChangeType=131072,OptionalParamBinding=262144,IgnoreReturn=16777216,DoNotWrapExceptions=33554432
#System.Reflection.MethodBase|abstract|System.Reflection.MemberInfo|System.Reflection.ICustomAttributeProvider|||100081|
pSystem.Reflection.MethodAttributes Attributes {get;}
pSystem.Reflection.MethodImplAttributes MethodImplementationFlags {get;}
pSystem.Reflection.CallingConventions CallingConvention {get;}
pbool IsAbstract {get;}
pbool IsConstructor {get;}
pbool IsFinal {get;}
pbool IsHideBySig {get;}
pbool IsSpecialName {get;}
pbool IsStatic {get;}
pbool IsVirtual {get;}
pbool IsAssembly {get;}
pbool IsFamily {get;}
pbool IsFamilyAndAssembly {get;}
pbool IsFamilyOrAssembly {get;}
pbool IsPrivate {get;}
pbool IsPublic {get;}
pbool IsConstructedGenericMethod {get;}
pbool IsGenericMethod {get;}
pbool IsGenericMethodDefinition {get;}
pbool ContainsGenericParameters {get;}
pSystem.RuntimeMethodHandle MethodHandle {get;}
pbool IsSecurityCritical {get;}
pbool IsSecuritySafeCritical {get;}
pbool IsSecurityTransparent {get;}
sSystem.Reflection.MethodBase GetMethodFromHandle(System.RuntimeMethodHandle handle)
sSystem.Reflection.MethodBase GetMethodFromHandle(System.RuntimeMethodHandle handle, System.RuntimeTypeHandle declaringType)
sSystem.Reflection.MethodBase GetCurrentMethod()
sbool op_Equality(System.Reflection.MethodBase left, System.Reflection.MethodBase right)
sbool op_Inequality(System.Reflection.MethodBase left, System.Reflection.MethodBase right)
mSystem.Reflection.ParameterInfo[] GetParameters()
mSystem.Reflection.MethodImplAttributes GetMethodImplementationFlags()
mSystem.Reflection.MethodBody GetMethodBody()
mtype[] GetGenericArguments()
mSystem.Object Invoke(System.Object obj, System.Object[] parameters)
mSystem.Object Invoke(System.Object obj, System.Reflection.BindingFlags invokeAttr, System.Reflection.Binder binder, System.Object[] parameters, cultureinfo culture)
#System.Reflection.ConstructorInfo|abstract|System.Reflection.MethodBase|System.Reflection.ICustomAttributeProvider|||100081|!ConstructorName !TypeConstructorName
pSystem.Reflection.MemberTypes MemberType {get;}
qstring ConstructorName {get;}
qstring TypeConstructorName {get;}
sbool op_Equality(System.Reflection.ConstructorInfo left, System.Reflection.ConstructorInfo right)
sbool op_Inequality(System.Reflection.ConstructorInfo left, System.Reflection.ConstructorInfo right)
mSystem.Object Invoke(System.Object[] parameters)
mSystem.Object Invoke(System.Reflection.BindingFlags invokeAttr, System.Reflection.Binder binder, System.Object[] parameters, cultureinfo culture)
#System.Reflection.FieldInfo|abstract|System.Reflection.MemberInfo|System.Reflection.ICustomAttributeProvider|||100081|
pSystem.Reflection.MemberTypes MemberType {get;}
pSystem.Reflection.FieldAttributes Attributes {get;}
ptype FieldType {get;}
pbool IsInitOnly {get;}
pbool IsLiteral {get;}
pbool IsNotSerialized {get;}
pbool IsPinvokeImpl {get;}
pbool IsSpecialName {get;}
pbool IsStatic {get;}
pbool IsAssembly {get;}
pbool IsFamily {get;}
pbool IsFamilyAndAssembly {get;}
pbool IsFamilyOrAssembly {get;}
pbool IsPrivate {get;}
pbool IsPublic {get;}
pbool IsSecurityCritical {get;}
pbool IsSecuritySafeCritical {get;}
pbool IsSecurityTransparent {get;}
pSystem.RuntimeFieldHandle FieldHandle {get;}
sSystem.Reflection.FieldInfo GetFieldFromHandle(System.RuntimeFieldHandle handle)
sSystem.Reflection.FieldInfo GetFieldFromHandle(System.RuntimeFieldHandle handle, System.RuntimeTypeHandle declaringType)
sbool op_Equality(System.Reflection.FieldInfo left, System.Reflection.FieldInfo right)
sbool op_Inequality(System.Reflection.FieldInfo left, System.Reflection.FieldInfo right)
mSystem.Object GetValue(System.Object obj)
mvoid SetValue(System.Object obj, System.Object value)
mvoid SetValue(System.Object obj, System.Object value, System.Reflection.BindingFlags invokeAttr, System.Reflection.Binder binder, cultureinfo culture)
mvoid SetValueDirect(System.TypedReference obj, System.Object value)
mSystem.Object GetValueDirect(System.TypedReference obj)
mSystem.Object GetRawConstantValue()
mtype GetModifiedFieldType()
mtype[] GetOptionalCustomModifiers()
mtype[] GetRequiredCustomModifiers()
#System.Reflection.EventInfo|abstract|System.Reflection.MemberInfo|System.Reflection.ICustomAttributeProvider|||100081|
pSystem.Reflection.MemberTypes MemberType {get;}
pSystem.Reflection.EventAttributes Attributes {get;}
pbool IsSpecialName {get;}
pSystem.Reflection.MethodInfo AddMethod {get;}
pSystem.Reflection.MethodInfo RemoveMethod {get;}
pSystem.Reflection.MethodInfo RaiseMethod {get;}
pbool IsMulticast {get;}
ptype EventHandlerType {get;}
sbool op_Equality(System.Reflection.EventInfo left, System.Reflection.EventInfo right)
sbool op_Inequality(System.Reflection.EventInfo left, System.Reflection.EventInfo right)
mSystem.Reflection.MethodInfo[] GetOtherMethods()
mSystem.Reflection.MethodInfo[] GetOtherMethods(bool nonPublic)
mSystem.Reflection.MethodInfo GetAddMethod()
mSystem.Reflection.MethodInfo GetAddMethod(bool nonPublic)
mSystem.Reflection.MethodInfo GetRemoveMethod()
mSystem.Reflection.MethodInfo GetRemoveMethod(bool nonPublic)
mSystem.Reflection.MethodInfo GetRaiseMethod()
mSystem.Reflection.MethodInfo GetRaiseMethod(bool nonPublic)
mvoid AddEventHandler(System.Object target, System.Delegate handler)
mvoid RemoveEventHandler(System.Object target, System.Delegate handler)
#System.Reflection.ParameterInfo|class|System.Object|System.Reflection.ICustomAttributeProvider System.Runtime.Serialization.IObjectReference|||100001|
pSystem.Reflection.ParameterAttributes Attributes {get;}
pSystem.Reflection.MemberInfo Member {get;}
pstring Name {get;}
ptype ParameterType {get;}
pint Position {get;}
pbool IsIn {get;}
pbool IsLcid {get;}
pbool IsOptional {get;}
pbool IsOut {get;}
pbool IsRetval {get;}
pSystem.Object DefaultValue {get;}
pSystem.Object RawDefaultValue {get;}
pbool HasDefaultValue {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.CustomAttributeData] CustomAttributes {get;}
pint MetadataToken {get;}
mbool IsDefined(type attributeType, bool inherit)
mbool ICustomAttributeProvider.IsDefined(type attributeType, bool inherit)
mSystem.Collections.Generic.IList[System.Reflection.CustomAttributeData] GetCustomAttributesData()
mSystem.Object[] GetCustomAttributes(bool inherit)
mSystem.Object[] GetCustomAttributes(type attributeType, bool inherit)
mSystem.Object[] ICustomAttributeProvider.GetCustomAttributes(bool inherit)
mSystem.Object[] ICustomAttributeProvider.GetCustomAttributes(type attributeType, bool inherit)
mtype GetModifiedParameterType()
mtype[] GetOptionalCustomModifiers()
mtype[] GetRequiredCustomModifiers()
mSystem.Object GetRealObject(System.Runtime.Serialization.StreamingContext context)
mSystem.Object IObjectReference.GetRealObject(System.Runtime.Serialization.StreamingContext context)
#System.RuntimeType|class|System.Reflection.TypeInfo|System.Reflection.ICustomAttributeProvider System.Reflection.IReflect System.Reflection.IReflectableType System.ICloneable|||100100|
pbool IsCollectible {get;}
pSystem.Reflection.MethodBase DeclaringMethod {get;}
pstring FullName {get;}
pstring AssemblyQualifiedName {get;}
pstring Namespace {get;}
pguid GUID {get;}
pbool IsEnum {get;}
pbool IsByRefLike {get;}
pbool IsConstructedGenericType {get;}
pbool IsGenericType {get;}
pbool IsGenericTypeDefinition {get;}
pSystem.Reflection.GenericParameterAttributes GenericParameterAttributes {get;}
pbool IsSZArray {get;}
pint GenericParameterPosition {get;}
pbool ContainsGenericParameters {get;}
pSystem.Runtime.InteropServices.StructLayoutAttribute StructLayoutAttribute {get;}
pbool IsFunctionPointer {get;}
pbool IsUnmanagedFunctionPointer {get;}
pstring Name {get;}
ptype DeclaringType {get;}
pSystem.Reflection.Assembly Assembly {get;}
ptype BaseType {get;}
pbool IsGenericParameter {get;}
pbool IsTypeDefinition {get;}
pbool IsSecurityCritical {get;}
pbool IsSecuritySafeCritical {get;}
pbool IsSecurityTransparent {get;}
pSystem.Reflection.MemberTypes MemberType {get;}
pint MetadataToken {get;}
pSystem.Reflection.Module Module {get;}
ptype ReflectedType {get;}
pSystem.RuntimeTypeHandle TypeHandle {get;}
ptype UnderlyingSystemType {get;}
mtype GetInterface(string fullname, bool ignoreCase)
mtype GetNestedType(string fullname, System.Reflection.BindingFlags bindingAttr)
mbool IsSubclassOf(type type)
mSystem.Object Clone()
mSystem.Object ICloneable.Clone()
mSystem.Object InvokeMember(string name, System.Reflection.BindingFlags bindingFlags, System.Reflection.Binder binder, System.Object target, System.Object[] providedArgs, System.Reflection.ParameterModifier[] modifiers, cultureinfo culture, string[] namedParams)
#System.Reflection.RuntimePropertyInfo|class|System.Reflection.PropertyInfo|System.Reflection.ICustomAttributeProvider|||100100|
pSystem.Reflection.MemberTypes MemberType {get;}
pstring Name {get;}
ptype DeclaringType {get;}
ptype ReflectedType {get;}
pint MetadataToken {get;}
pSystem.Reflection.Module Module {get;}
pbool IsCollectible {get;}
ptype PropertyType {get;}
pSystem.Reflection.PropertyAttributes Attributes {get;}
pbool CanRead {get;}
pbool CanWrite {get;}
mSystem.Reflection.RuntimeMethodInfo~ GetGetMethod(bool nonPublic)
mSystem.Reflection.RuntimeMethodInfo~ GetSetMethod(bool nonPublic)
#System.Reflection.RuntimeMethodInfo|class|System.Reflection.MethodInfo|System.Reflection.ICustomAttributeProvider|||100100|
pstring Name {get;}
ptype DeclaringType {get;}
ptype ReflectedType {get;}
pSystem.Reflection.MemberTypes MemberType {get;}
pint MetadataToken {get;}
pSystem.Reflection.Module Module {get;}
pbool IsSecurityCritical {get;}
pbool IsSecuritySafeCritical {get;}
pbool IsSecurityTransparent {get;}
pSystem.RuntimeMethodHandle MethodHandle {get;}
pSystem.Reflection.MethodAttributes Attributes {get;}
pSystem.Reflection.CallingConventions CallingConvention {get;}
ptype ReturnType {get;}
pSystem.Reflection.ICustomAttributeProvider ReturnTypeCustomAttributes {get;}
pSystem.Reflection.ParameterInfo ReturnParameter {get;}
pbool IsCollectible {get;}
pbool IsGenericMethod {get;}
pbool IsGenericMethodDefinition {get;}
pbool ContainsGenericParameters {get;}
mSystem.Reflection.MethodInfo MakeGenericMethod(Params type[] methodInstantiation)
#System.Reflection.RuntimeConstructorInfo|class|System.Reflection.ConstructorInfo|System.Reflection.ICustomAttributeProvider|||100100|
pstring Name {get;}
pSystem.Reflection.MemberTypes MemberType {get;}
ptype DeclaringType {get;}
ptype ReflectedType {get;}
pint MetadataToken {get;}
pSystem.Reflection.Module Module {get;}
pbool IsCollectible {get;}
pSystem.RuntimeMethodHandle MethodHandle {get;}
pSystem.Reflection.MethodAttributes Attributes {get;}
pSystem.Reflection.CallingConventions CallingConvention {get;}
pbool IsSecurityCritical {get;}
pbool IsSecuritySafeCritical {get;}
pbool IsSecurityTransparent {get;}
pbool ContainsGenericParameters {get;}
#System.Reflection.RuntimeParameterInfo|class|System.Reflection.ParameterInfo|System.Reflection.ICustomAttributeProvider System.Runtime.Serialization.IObjectReference|||100100|
ptype ParameterType {get;}
pstring Name {get;}
pbool HasDefaultValue {get;}
pSystem.Object DefaultValue {get;}
pSystem.Object RawDefaultValue {get;}
pint MetadataToken {get;}
#System.Reflection.RuntimeFieldInfo|abstract|System.Reflection.FieldInfo|System.Reflection.ICustomAttributeProvider|||100080|
pSystem.Reflection.MemberTypes MemberType {get;}
ptype ReflectedType {get;}
ptype DeclaringType {get;}
pSystem.Reflection.Module Module {get;}
pbool IsCollectible {get;}
#System.Reflection.RtFieldInfo|class|System.Reflection.RuntimeFieldInfo|System.Reflection.ICustomAttributeProvider|||100100|
pstring Name {get;}
pint MetadataToken {get;}
pSystem.RuntimeFieldHandle FieldHandle {get;}
pSystem.Reflection.FieldAttributes Attributes {get;}
ptype FieldType {get;}
#System.Reflection.MdFieldInfo|class|System.Reflection.RuntimeFieldInfo|System.Reflection.ICustomAttributeProvider|||100100|
pstring Name {get;}
pint MetadataToken {get;}
pSystem.RuntimeFieldHandle FieldHandle {get;}
pSystem.Reflection.FieldAttributes Attributes {get;}
pbool IsSecurityCritical {get;}
pbool IsSecuritySafeCritical {get;}
pbool IsSecurityTransparent {get;}
ptype FieldType {get;}
#System.Reflection.GenericParameterAttributes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,VarianceMask=3,Covariant=1,Contravariant=2,SpecialConstraintMask=28,ReferenceTypeConstraint=4,NotNullableValueTypeConstraint=8,DefaultConstructorConstraint=16,AllowByRefLike=32
#System.Reflection.MethodImplAttributes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|CodeTypeMask=3,IL=0,Native=1,OPTIL=2,Runtime=3,ManagedMask=4,Unmanaged=4,Managed=0,ForwardRef=16,PreserveSig=128,InternalCall=4096,Synchronized=32,NoInlining=8,AggressiveInlining=256,NoOptimization=64,AggressiveOptimization=512,Async=8192,MaxMethodImplVal=65535
#System.Reflection.Missing|class|System.Object|System.Runtime.Serialization.ISerializable|||100101|!Value
qSystem.Reflection.Missing Value {get;}
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Reflection.Module|abstract|System.Object|System.Reflection.ICustomAttributeProvider System.Runtime.Serialization.ISerializable|||100081|!FilterTypeName !FilterTypeNameIgnoreCase
pSystem.Reflection.Assembly Assembly {get;}
pstring FullyQualifiedName {get;}
pstring Name {get;}
pint MDStreamVersion {get;}
pguid ModuleVersionId {get;}
pstring ScopeName {get;}
pSystem.ModuleHandle ModuleHandle {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.CustomAttributeData] CustomAttributes {get;}
pint MetadataToken {get;}
qSystem.Reflection.TypeFilter FilterTypeName {get;}
qSystem.Reflection.TypeFilter FilterTypeNameIgnoreCase {get;}
sbool op_Equality(System.Reflection.Module left, System.Reflection.Module right)
sbool op_Inequality(System.Reflection.Module left, System.Reflection.Module right)
mvoid GetPEKind([ref] System.Reflection.PortableExecutableKinds peKind, [ref] System.Reflection.ImageFileMachine machine)
mbool IsResource()
mbool IsDefined(type attributeType, bool inherit)
mbool ICustomAttributeProvider.IsDefined(type attributeType, bool inherit)
mSystem.Collections.Generic.IList[System.Reflection.CustomAttributeData] GetCustomAttributesData()
mSystem.Object[] GetCustomAttributes(bool inherit)
mSystem.Object[] GetCustomAttributes(type attributeType, bool inherit)
mSystem.Object[] ICustomAttributeProvider.GetCustomAttributes(bool inherit)
mSystem.Object[] ICustomAttributeProvider.GetCustomAttributes(type attributeType, bool inherit)
mSystem.Reflection.MethodInfo GetMethod(string name)
mSystem.Reflection.MethodInfo GetMethod(string name, type[] types)
mSystem.Reflection.MethodInfo GetMethod(string name, System.Reflection.BindingFlags bindingAttr, System.Reflection.Binder binder, System.Reflection.CallingConventions callConvention, type[] types, System.Reflection.ParameterModifier[] modifiers)
mSystem.Reflection.MethodInfo[] GetMethods()
mSystem.Reflection.MethodInfo[] GetMethods(System.Reflection.BindingFlags bindingFlags)
mSystem.Reflection.FieldInfo GetField(string name)
mSystem.Reflection.FieldInfo GetField(string name, System.Reflection.BindingFlags bindingAttr)
mSystem.Reflection.FieldInfo[] GetFields()
mSystem.Reflection.FieldInfo[] GetFields(System.Reflection.BindingFlags bindingFlags)
mtype[] GetTypes()
mtype GetType(string className)
mtype GetType(string className, bool ignoreCase)
mtype GetType(string className, bool throwOnError, bool ignoreCase)
mtype[] FindTypes(System.Reflection.TypeFilter filter, System.Object filterCriteria)
mSystem.Reflection.FieldInfo ResolveField(int metadataToken)
mSystem.Reflection.FieldInfo ResolveField(int metadataToken, type[] genericTypeArguments, type[] genericMethodArguments)
mSystem.Reflection.MemberInfo ResolveMember(int metadataToken)
mSystem.Reflection.MemberInfo ResolveMember(int metadataToken, type[] genericTypeArguments, type[] genericMethodArguments)
mSystem.Reflection.MethodBase ResolveMethod(int metadataToken)
mSystem.Reflection.MethodBase ResolveMethod(int metadataToken, type[] genericTypeArguments, type[] genericMethodArguments)
mbyte[] ResolveSignature(int metadataToken)
mstring ResolveString(int metadataToken)
mtype ResolveType(int metadataToken)
mtype ResolveType(int metadataToken, type[] genericTypeArguments, type[] genericMethodArguments)
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mbool Equals(System.Object o)
#System.Reflection.TypeInfo|abstract|System.Type|System.Reflection.ICustomAttributeProvider System.Reflection.IReflect System.Reflection.IReflectableType|||100081|
ptype[] GenericTypeParameters {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.ConstructorInfo] DeclaredConstructors {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.EventInfo] DeclaredEvents {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.FieldInfo] DeclaredFields {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.MemberInfo] DeclaredMembers {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.MethodInfo] DeclaredMethods {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.TypeInfo] DeclaredNestedTypes {get;}
pSystem.Collections.Generic.IEnumerable[System.Reflection.PropertyInfo] DeclaredProperties {get;}
pSystem.Collections.Generic.IEnumerable[type] ImplementedInterfaces {get;}
mtype AsType()
mSystem.Reflection.EventInfo GetDeclaredEvent(string name)
mSystem.Reflection.FieldInfo GetDeclaredField(string name)
mSystem.Reflection.MethodInfo GetDeclaredMethod(string name)
mSystem.Reflection.TypeInfo GetDeclaredNestedType(string name)
mSystem.Reflection.PropertyInfo GetDeclaredProperty(string name)
mSystem.Collections.Generic.IEnumerable[System.Reflection.MethodInfo] GetDeclaredMethods(string name)
mbool IsAssignableFrom(System.Reflection.TypeInfo typeInfo)
mSystem.Reflection.TypeInfo IReflectableType.GetTypeInfo()
#System.Reflection.CustomAttributeData|class|System.Object||||100001|
ptype AttributeType {get;}
pSystem.Reflection.ConstructorInfo Constructor {get;}
pSystem.Collections.Generic.IList[System.Reflection.CustomAttributeTypedArgument] ConstructorArguments {get;}
pSystem.Collections.Generic.IList[System.Reflection.CustomAttributeNamedArgument] NamedArguments {get;}
sSystem.Collections.Generic.IList[System.Reflection.CustomAttributeData] GetCustomAttributes(System.Reflection.MemberInfo target)
sSystem.Collections.Generic.IList[System.Reflection.CustomAttributeData] GetCustomAttributes(System.Reflection.Module target)
sSystem.Collections.Generic.IList[System.Reflection.CustomAttributeData] GetCustomAttributes(System.Reflection.Assembly target)
sSystem.Collections.Generic.IList[System.Reflection.CustomAttributeData] GetCustomAttributes(System.Reflection.ParameterInfo target)
#System.Reflection.Emit.AssemblyBuilder|abstract|System.Reflection.Assembly|System.Reflection.ICustomAttributeProvider System.Runtime.Serialization.ISerializable|||100081|
pstring CodeBase {get;}
pstring Location {get;}
pSystem.Reflection.MethodInfo EntryPoint {get;}
pbool IsDynamic {get;}
sSystem.Reflection.Emit.AssemblyBuilder DefineDynamicAssembly(System.Reflection.AssemblyName name, System.Reflection.Emit.AssemblyBuilderAccess access)
sSystem.Reflection.Emit.AssemblyBuilder DefineDynamicAssembly(System.Reflection.AssemblyName name, System.Reflection.Emit.AssemblyBuilderAccess access, System.Collections.Generic.IEnumerable[System.Reflection.Emit.CustomAttributeBuilder] assemblyAttributes)
mSystem.Reflection.Emit.ModuleBuilder DefineDynamicModule(string name)
mSystem.Reflection.Emit.ModuleBuilder GetDynamicModule(string name)
mvoid SetCustomAttribute(System.Reflection.ConstructorInfo con, byte[] binaryAttribute)
mvoid SetCustomAttribute(System.Reflection.Emit.CustomAttributeBuilder customBuilder)
#System.Reflection.Emit.AssemblyBuilderAccess|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|Run=1,RunAndCollect=9
#System.Reflection.Emit.ModuleBuilder|abstract|System.Reflection.Module|System.Reflection.ICustomAttributeProvider System.Runtime.Serialization.ISerializable|||100081|
mvoid CreateGlobalFunctions()
mSystem.Reflection.Emit.EnumBuilder DefineEnum(string name, System.Reflection.TypeAttributes visibility, type underlyingType)
mSystem.Diagnostics.SymbolStore.ISymbolDocumentWriter DefineDocument(string url, guid language, guid languageVendor, guid documentType)
mSystem.Diagnostics.SymbolStore.ISymbolDocumentWriter DefineDocument(string url, guid language = default)
mSystem.Reflection.Emit.MethodBuilder DefineGlobalMethod(string name, System.Reflection.MethodAttributes attributes, type returnType, type[] parameterTypes)
mSystem.Reflection.Emit.MethodBuilder DefineGlobalMethod(string name, System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] parameterTypes)
mSystem.Reflection.Emit.MethodBuilder DefineGlobalMethod(string name, System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] requiredReturnTypeCustomModifiers, type[] optionalReturnTypeCustomModifiers, type[] parameterTypes, type[][] requiredParameterTypeCustomModifiers, type[][] optionalParameterTypeCustomModifiers)
mSystem.Reflection.Emit.FieldBuilder DefineInitializedData(string name, byte[] data, System.Reflection.FieldAttributes attributes)
mSystem.Reflection.Emit.MethodBuilder DefinePInvokeMethod(string name, string dllName, System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] parameterTypes, System.Runtime.InteropServices.CallingConvention nativeCallConv, System.Runtime.InteropServices.CharSet nativeCharSet)
mSystem.Reflection.Emit.MethodBuilder DefinePInvokeMethod(string name, string dllName, string entryName, System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] parameterTypes, System.Runtime.InteropServices.CallingConvention nativeCallConv, System.Runtime.InteropServices.CharSet nativeCharSet)
mSystem.Reflection.Emit.TypeBuilder DefineType(string name)
mSystem.Reflection.Emit.TypeBuilder DefineType(string name, System.Reflection.TypeAttributes attr)
mSystem.Reflection.Emit.TypeBuilder DefineType(string name, System.Reflection.TypeAttributes attr, type parent)
mSystem.Reflection.Emit.TypeBuilder DefineType(string name, System.Reflection.TypeAttributes attr, type parent, type[] interfaces)
mSystem.Reflection.Emit.TypeBuilder DefineType(string name, System.Reflection.TypeAttributes attr, type parent, int typesize)
mSystem.Reflection.Emit.TypeBuilder DefineType(string name, System.Reflection.TypeAttributes attr, type parent, System.Reflection.Emit.PackingSize packsize)
mSystem.Reflection.Emit.TypeBuilder DefineType(string name, System.Reflection.TypeAttributes attr, type parent, System.Reflection.Emit.PackingSize packingSize, int typesize)
mSystem.Reflection.Emit.FieldBuilder DefineUninitializedData(string name, int size, System.Reflection.FieldAttributes attributes)
mSystem.Reflection.MethodInfo GetArrayMethod(type arrayClass, string methodName, System.Reflection.CallingConventions callingConvention, type returnType, type[] parameterTypes)
mvoid SetCustomAttribute(System.Reflection.ConstructorInfo con, byte[] binaryAttribute)
mvoid SetCustomAttribute(System.Reflection.Emit.CustomAttributeBuilder customBuilder)
mint GetTypeMetadataToken(type type)
mint GetFieldMetadataToken(System.Reflection.FieldInfo field)
mint GetMethodMetadataToken(System.Reflection.MethodInfo method)
mint GetMethodMetadataToken(System.Reflection.ConstructorInfo constructor)
mint GetSignatureMetadataToken(System.Reflection.Emit.SignatureHelper signature)
mint GetStringMetadataToken(string stringConstant)
#System.Reflection.Emit.TypeBuilder|abstract|System.Reflection.TypeInfo|System.Reflection.ICustomAttributeProvider System.Reflection.IReflect System.Reflection.IReflectableType|||100081|=UnspecifiedTypeSize
pSystem.Reflection.Emit.PackingSize PackingSize {get;}
pint Size {get;}
qint UnspecifiedTypeSize {get;}
sSystem.Reflection.MethodInfo GetMethod(type type, System.Reflection.MethodInfo method)
sSystem.Reflection.ConstructorInfo GetConstructor(type type, System.Reflection.ConstructorInfo constructor)
sSystem.Reflection.FieldInfo GetField(type type, System.Reflection.FieldInfo field)
mvoid AddInterfaceImplementation(type interfaceType)
mtype CreateType()
mSystem.Reflection.TypeInfo CreateTypeInfo()
mSystem.Reflection.Emit.ConstructorBuilder DefineConstructor(System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type[] parameterTypes)
mSystem.Reflection.Emit.ConstructorBuilder DefineConstructor(System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type[] parameterTypes, type[][] requiredCustomModifiers, type[][] optionalCustomModifiers)
mSystem.Reflection.Emit.ConstructorBuilder DefineDefaultConstructor(System.Reflection.MethodAttributes attributes)
mSystem.Reflection.Emit.EventBuilder DefineEvent(string name, System.Reflection.EventAttributes attributes, type eventtype)
mSystem.Reflection.Emit.FieldBuilder DefineField(string fieldName, type type, System.Reflection.FieldAttributes attributes)
mSystem.Reflection.Emit.FieldBuilder DefineField(string fieldName, type type, type[] requiredCustomModifiers, type[] optionalCustomModifiers, System.Reflection.FieldAttributes attributes)
mSystem.Reflection.Emit.GenericTypeParameterBuilder[] DefineGenericParameters(Params string[] names)
mSystem.Reflection.Emit.FieldBuilder DefineInitializedData(string name, byte[] data, System.Reflection.FieldAttributes attributes)
mSystem.Reflection.Emit.MethodBuilder DefineMethod(string name, System.Reflection.MethodAttributes attributes)
mSystem.Reflection.Emit.MethodBuilder DefineMethod(string name, System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention)
mSystem.Reflection.Emit.MethodBuilder DefineMethod(string name, System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] parameterTypes)
mSystem.Reflection.Emit.MethodBuilder DefineMethod(string name, System.Reflection.MethodAttributes attributes, type returnType, type[] parameterTypes)
mSystem.Reflection.Emit.MethodBuilder DefineMethod(string name, System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] returnTypeRequiredCustomModifiers, type[] returnTypeOptionalCustomModifiers, type[] parameterTypes, type[][] parameterTypeRequiredCustomModifiers, type[][] parameterTypeOptionalCustomModifiers)
mvoid DefineMethodOverride(System.Reflection.MethodInfo methodInfoBody, System.Reflection.MethodInfo methodInfoDeclaration)
mSystem.Reflection.Emit.TypeBuilder DefineNestedType(string name)
mSystem.Reflection.Emit.TypeBuilder DefineNestedType(string name, System.Reflection.TypeAttributes attr)
mSystem.Reflection.Emit.TypeBuilder DefineNestedType(string name, System.Reflection.TypeAttributes attr, type parent)
mSystem.Reflection.Emit.TypeBuilder DefineNestedType(string name, System.Reflection.TypeAttributes attr, type parent, type[] interfaces)
mSystem.Reflection.Emit.TypeBuilder DefineNestedType(string name, System.Reflection.TypeAttributes attr, type parent, int typeSize)
mSystem.Reflection.Emit.TypeBuilder DefineNestedType(string name, System.Reflection.TypeAttributes attr, type parent, System.Reflection.Emit.PackingSize packSize)
mSystem.Reflection.Emit.TypeBuilder DefineNestedType(string name, System.Reflection.TypeAttributes attr, type parent, System.Reflection.Emit.PackingSize packSize, int typeSize)
mSystem.Reflection.Emit.MethodBuilder DefinePInvokeMethod(string name, string dllName, System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] parameterTypes, System.Runtime.InteropServices.CallingConvention nativeCallConv, System.Runtime.InteropServices.CharSet nativeCharSet)
mSystem.Reflection.Emit.MethodBuilder DefinePInvokeMethod(string name, string dllName, string entryName, System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] parameterTypes, System.Runtime.InteropServices.CallingConvention nativeCallConv, System.Runtime.InteropServices.CharSet nativeCharSet)
mSystem.Reflection.Emit.MethodBuilder DefinePInvokeMethod(string name, string dllName, string entryName, System.Reflection.MethodAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] returnTypeRequiredCustomModifiers, type[] returnTypeOptionalCustomModifiers, type[] parameterTypes, type[][] parameterTypeRequiredCustomModifiers, type[][] parameterTypeOptionalCustomModifiers, System.Runtime.InteropServices.CallingConvention nativeCallConv, System.Runtime.InteropServices.CharSet nativeCharSet)
mSystem.Reflection.Emit.PropertyBuilder DefineProperty(string name, System.Reflection.PropertyAttributes attributes, type returnType, type[] parameterTypes)
mSystem.Reflection.Emit.PropertyBuilder DefineProperty(string name, System.Reflection.PropertyAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] parameterTypes)
mSystem.Reflection.Emit.PropertyBuilder DefineProperty(string name, System.Reflection.PropertyAttributes attributes, type returnType, type[] returnTypeRequiredCustomModifiers, type[] returnTypeOptionalCustomModifiers, type[] parameterTypes, type[][] parameterTypeRequiredCustomModifiers, type[][] parameterTypeOptionalCustomModifiers)
mSystem.Reflection.Emit.PropertyBuilder DefineProperty(string name, System.Reflection.PropertyAttributes attributes, System.Reflection.CallingConventions callingConvention, type returnType, type[] returnTypeRequiredCustomModifiers, type[] returnTypeOptionalCustomModifiers, type[] parameterTypes, type[][] parameterTypeRequiredCustomModifiers, type[][] parameterTypeOptionalCustomModifiers)
mSystem.Reflection.Emit.ConstructorBuilder DefineTypeInitializer()
mSystem.Reflection.Emit.FieldBuilder DefineUninitializedData(string name, int size, System.Reflection.FieldAttributes attributes)
mbool IsCreated()
mvoid SetCustomAttribute(System.Reflection.ConstructorInfo con, byte[] binaryAttribute)
mvoid SetCustomAttribute(System.Reflection.Emit.CustomAttributeBuilder customBuilder)
mvoid SetParent(type parent)
#System.Reflection.Emit.MethodBuilder|abstract|System.Reflection.MethodInfo|System.Reflection.ICustomAttributeProvider|||100081|
pbool InitLocals {get;set;}
mSystem.Reflection.Emit.GenericTypeParameterBuilder[] DefineGenericParameters(Params string[] names)
mSystem.Reflection.Emit.ParameterBuilder DefineParameter(int position, System.Reflection.ParameterAttributes attributes, string strParamName)
mSystem.Reflection.Emit.ILGenerator GetILGenerator()
mSystem.Reflection.Emit.ILGenerator GetILGenerator(int size)
mvoid SetCustomAttribute(System.Reflection.ConstructorInfo con, byte[] binaryAttribute)
mvoid SetCustomAttribute(System.Reflection.Emit.CustomAttributeBuilder customBuilder)
mvoid SetImplementationFlags(System.Reflection.MethodImplAttributes attributes)
mvoid SetParameters(Params type[] parameterTypes)
mvoid SetReturnType(type returnType)
mvoid SetSignature(type returnType, type[] returnTypeRequiredCustomModifiers, type[] returnTypeOptionalCustomModifiers, type[] parameterTypes, type[][] parameterTypeRequiredCustomModifiers, type[][] parameterTypeOptionalCustomModifiers)
#System.Reflection.Emit.OpCodes|class|System.Object||||100001|!Nop !Break !Ldarg_0 !Ldarg_1 !Ldarg_2 !Ldarg_3 !Ldloc_0 !Ldloc_1 !Ldloc_2 !Ldloc_3 !Stloc_0 !Stloc_1 !Stloc_2 !Stloc_3 !Ldarg_S !Ldarga_S !Starg_S !Ldloc_S !Ldloca_S !Stloc_S !Ldnull !Ldc_I4_M1 !Ldc_I4_0 !Ldc_I4_1 !Ldc_I4_2 !Ldc_I4_3 !Ldc_I4_4 !Ldc_I4_5 !Ldc_I4_6 !Ldc_I4_7 !Ldc_I4_8 !Ldc_I4_S !Ldc_I4 !Ldc_I8 !Ldc_R4 !Ldc_R8 !Dup !Pop !Jmp !Call !Calli !Ret !Br_S !Brfalse_S !Brtrue_S !Beq_S !Bge_S !Bgt_S !Ble_S !Blt_S !Bne_Un_S !Bge_Un_S !Bgt_Un_S !Ble_Un_S !Blt_Un_S !Br !Brfalse !Brtrue !Beq !Bge !Bgt !Ble !Blt !Bne_Un !Bge_Un !Bgt_Un !Ble_Un !Blt_Un !Switch !Ldind_I1 !Ldind_U1 !Ldind_I2 !Ldind_U2 !Ldind_I4 !Ldind_U4 !Ldind_I8 !Ldind_I !Ldind_R4 !Ldind_R8 !Ldind_Ref !Stind_Ref !Stind_I1 !Stind_I2 !Stind_I4 !Stind_I8 !Stind_R4 !Stind_R8 !Add !Sub !Mul !Div !Div_Un !Rem !Rem_Un !And !Or !Xor !Shl !Shr !Shr_Un !Neg !Not !Conv_I1 !Conv_I2 !Conv_I4 !Conv_I8 !Conv_R4 !Conv_R8 !Conv_U4 !Conv_U8 !Callvirt !Cpobj !Ldobj !Ldstr !Newobj !Castclass !Isinst !Conv_R_Un !Unbox !Throw !Ldfld !Ldflda !Stfld !Ldsfld !Ldsflda !Stsfld !Stobj !Conv_Ovf_I1_Un !Conv_Ovf_I2_Un !Conv_Ovf_I4_Un !Conv_Ovf_I8_Un !Conv_Ovf_U1_Un !Conv_Ovf_U2_Un !Conv_Ovf_U4_Un !Conv_Ovf_U8_Un !Conv_Ovf_I_Un !Conv_Ovf_U_Un !Box !Newarr !Ldlen !Ldelema !Ldelem_I1 !Ldelem_U1 !Ldelem_I2 !Ldelem_U2 !Ldelem_I4 !Ldelem_U4 !Ldelem_I8 !Ldelem_I !Ldelem_R4 !Ldelem_R8 !Ldelem_Ref !Stelem_I !Stelem_I1 !Stelem_I2 !Stelem_I4 !Stelem_I8 !Stelem_R4 !Stelem_R8 !Stelem_Ref !Ldelem !Stelem !Unbox_Any !Conv_Ovf_I1 !Conv_Ovf_U1 !Conv_Ovf_I2 !Conv_Ovf_U2 !Conv_Ovf_I4 !Conv_Ovf_U4 !Conv_Ovf_I8 !Conv_Ovf_U8 !Refanyval !Ckfinite !Mkrefany !Ldtoken !Conv_U2 !Conv_U1 !Conv_I !Conv_Ovf_I !Conv_Ovf_U !Add_Ovf !Add_Ovf_Un !Mul_Ovf !Mul_Ovf_Un !Sub_Ovf !Sub_Ovf_Un !Endfinally !Leave !Leave_S !Stind_I !Conv_U !Prefix7 !Prefix6 !Prefix5 !Prefix4 !Prefix3 !Prefix2 !Prefix1 !Prefixref !Arglist !Ceq !Cgt !Cgt_Un !Clt !Clt_Un !Ldftn !Ldvirtftn !Ldarg !Ldarga !Starg !Ldloc !Ldloca !Stloc !Localloc !Endfilter !Unaligned !Volatile !Tailcall !Initobj !Constrained !Cpblk !Initblk !Rethrow !Sizeof !Refanytype !Readonly
qSystem.Reflection.Emit.OpCode Nop {get;}
qSystem.Reflection.Emit.OpCode Break {get;}
qSystem.Reflection.Emit.OpCode Ldarg_0 {get;}
qSystem.Reflection.Emit.OpCode Ldarg_1 {get;}
qSystem.Reflection.Emit.OpCode Ldarg_2 {get;}
qSystem.Reflection.Emit.OpCode Ldarg_3 {get;}
qSystem.Reflection.Emit.OpCode Ldloc_0 {get;}
qSystem.Reflection.Emit.OpCode Ldloc_1 {get;}
qSystem.Reflection.Emit.OpCode Ldloc_2 {get;}
qSystem.Reflection.Emit.OpCode Ldloc_3 {get;}
qSystem.Reflection.Emit.OpCode Stloc_0 {get;}
qSystem.Reflection.Emit.OpCode Stloc_1 {get;}
qSystem.Reflection.Emit.OpCode Stloc_2 {get;}
qSystem.Reflection.Emit.OpCode Stloc_3 {get;}
qSystem.Reflection.Emit.OpCode Ldarg_S {get;}
qSystem.Reflection.Emit.OpCode Ldarga_S {get;}
qSystem.Reflection.Emit.OpCode Starg_S {get;}
qSystem.Reflection.Emit.OpCode Ldloc_S {get;}
qSystem.Reflection.Emit.OpCode Ldloca_S {get;}
qSystem.Reflection.Emit.OpCode Stloc_S {get;}
qSystem.Reflection.Emit.OpCode Ldnull {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_M1 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_0 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_1 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_2 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_3 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_4 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_5 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_6 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_7 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_8 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4_S {get;}
qSystem.Reflection.Emit.OpCode Ldc_I4 {get;}
qSystem.Reflection.Emit.OpCode Ldc_I8 {get;}
qSystem.Reflection.Emit.OpCode Ldc_R4 {get;}
qSystem.Reflection.Emit.OpCode Ldc_R8 {get;}
qSystem.Reflection.Emit.OpCode Dup {get;}
qSystem.Reflection.Emit.OpCode Pop {get;}
qSystem.Reflection.Emit.OpCode Jmp {get;}
qSystem.Reflection.Emit.OpCode Call {get;}
qSystem.Reflection.Emit.OpCode Calli {get;}
qSystem.Reflection.Emit.OpCode Ret {get;}
qSystem.Reflection.Emit.OpCode Br_S {get;}
qSystem.Reflection.Emit.OpCode Brfalse_S {get;}
qSystem.Reflection.Emit.OpCode Brtrue_S {get;}
qSystem.Reflection.Emit.OpCode Beq_S {get;}
qSystem.Reflection.Emit.OpCode Bge_S {get;}
qSystem.Reflection.Emit.OpCode Bgt_S {get;}
qSystem.Reflection.Emit.OpCode Ble_S {get;}
qSystem.Reflection.Emit.OpCode Blt_S {get;}
qSystem.Reflection.Emit.OpCode Bne_Un_S {get;}
qSystem.Reflection.Emit.OpCode Bge_Un_S {get;}
qSystem.Reflection.Emit.OpCode Bgt_Un_S {get;}
qSystem.Reflection.Emit.OpCode Ble_Un_S {get;}
qSystem.Reflection.Emit.OpCode Blt_Un_S {get;}
qSystem.Reflection.Emit.OpCode Br {get;}
qSystem.Reflection.Emit.OpCode Brfalse {get;}
qSystem.Reflection.Emit.OpCode Brtrue {get;}
qSystem.Reflection.Emit.OpCode Beq {get;}
qSystem.Reflection.Emit.OpCode Bge {get;}
qSystem.Reflection.Emit.OpCode Bgt {get;}
qSystem.Reflection.Emit.OpCode Ble {get;}
qSystem.Reflection.Emit.OpCode Blt {get;}
qSystem.Reflection.Emit.OpCode Bne_Un {get;}
qSystem.Reflection.Emit.OpCode Bge_Un {get;}
qSystem.Reflection.Emit.OpCode Bgt_Un {get;}
qSystem.Reflection.Emit.OpCode Ble_Un {get;}
qSystem.Reflection.Emit.OpCode Blt_Un {get;}
qSystem.Reflection.Emit.OpCode Switch {get;}
qSystem.Reflection.Emit.OpCode Ldind_I1 {get;}
qSystem.Reflection.Emit.OpCode Ldind_U1 {get;}
qSystem.Reflection.Emit.OpCode Ldind_I2 {get;}
qSystem.Reflection.Emit.OpCode Ldind_U2 {get;}
qSystem.Reflection.Emit.OpCode Ldind_I4 {get;}
qSystem.Reflection.Emit.OpCode Ldind_U4 {get;}
qSystem.Reflection.Emit.OpCode Ldind_I8 {get;}
qSystem.Reflection.Emit.OpCode Ldind_I {get;}
qSystem.Reflection.Emit.OpCode Ldind_R4 {get;}
qSystem.Reflection.Emit.OpCode Ldind_R8 {get;}
qSystem.Reflection.Emit.OpCode Ldind_Ref {get;}
qSystem.Reflection.Emit.OpCode Stind_Ref {get;}
qSystem.Reflection.Emit.OpCode Stind_I1 {get;}
qSystem.Reflection.Emit.OpCode Stind_I2 {get;}
qSystem.Reflection.Emit.OpCode Stind_I4 {get;}
qSystem.Reflection.Emit.OpCode Stind_I8 {get;}
qSystem.Reflection.Emit.OpCode Stind_R4 {get;}
qSystem.Reflection.Emit.OpCode Stind_R8 {get;}
qSystem.Reflection.Emit.OpCode Add {get;}
qSystem.Reflection.Emit.OpCode Sub {get;}
qSystem.Reflection.Emit.OpCode Mul {get;}
qSystem.Reflection.Emit.OpCode Div {get;}
qSystem.Reflection.Emit.OpCode Div_Un {get;}
qSystem.Reflection.Emit.OpCode Rem {get;}
qSystem.Reflection.Emit.OpCode Rem_Un {get;}
qSystem.Reflection.Emit.OpCode And {get;}
qSystem.Reflection.Emit.OpCode Or {get;}
qSystem.Reflection.Emit.OpCode Xor {get;}
qSystem.Reflection.Emit.OpCode Shl {get;}
qSystem.Reflection.Emit.OpCode Shr {get;}
qSystem.Reflection.Emit.OpCode Shr_Un {get;}
qSystem.Reflection.Emit.OpCode Neg {get;}
qSystem.Reflection.Emit.OpCode Not {get;}
qSystem.Reflection.Emit.OpCode Conv_I1 {get;}
qSystem.Reflection.Emit.OpCode Conv_I2 {get;}
qSystem.Reflection.Emit.OpCode Conv_I4 {get;}
qSystem.Reflection.Emit.OpCode Conv_I8 {get;}
qSystem.Reflection.Emit.OpCode Conv_R4 {get;}
qSystem.Reflection.Emit.OpCode Conv_R8 {get;}
qSystem.Reflection.Emit.OpCode Conv_U4 {get;}
qSystem.Reflection.Emit.OpCode Conv_U8 {get;}
qSystem.Reflection.Emit.OpCode Callvirt {get;}
qSystem.Reflection.Emit.OpCode Cpobj {get;}
qSystem.Reflection.Emit.OpCode Ldobj {get;}
qSystem.Reflection.Emit.OpCode Ldstr {get;}
qSystem.Reflection.Emit.OpCode Newobj {get;}
qSystem.Reflection.Emit.OpCode Castclass {get;}
qSystem.Reflection.Emit.OpCode Isinst {get;}
qSystem.Reflection.Emit.OpCode Conv_R_Un {get;}
qSystem.Reflection.Emit.OpCode Unbox {get;}
qSystem.Reflection.Emit.OpCode Throw {get;}
qSystem.Reflection.Emit.OpCode Ldfld {get;}
qSystem.Reflection.Emit.OpCode Ldflda {get;}
qSystem.Reflection.Emit.OpCode Stfld {get;}
qSystem.Reflection.Emit.OpCode Ldsfld {get;}
qSystem.Reflection.Emit.OpCode Ldsflda {get;}
qSystem.Reflection.Emit.OpCode Stsfld {get;}
qSystem.Reflection.Emit.OpCode Stobj {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_I1_Un {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_I2_Un {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_I4_Un {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_I8_Un {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_U1_Un {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_U2_Un {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_U4_Un {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_U8_Un {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_I_Un {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_U_Un {get;}
qSystem.Reflection.Emit.OpCode Box {get;}
qSystem.Reflection.Emit.OpCode Newarr {get;}
qSystem.Reflection.Emit.OpCode Ldlen {get;}
qSystem.Reflection.Emit.OpCode Ldelema {get;}
qSystem.Reflection.Emit.OpCode Ldelem_I1 {get;}
qSystem.Reflection.Emit.OpCode Ldelem_U1 {get;}
qSystem.Reflection.Emit.OpCode Ldelem_I2 {get;}
qSystem.Reflection.Emit.OpCode Ldelem_U2 {get;}
qSystem.Reflection.Emit.OpCode Ldelem_I4 {get;}
qSystem.Reflection.Emit.OpCode Ldelem_U4 {get;}
qSystem.Reflection.Emit.OpCode Ldelem_I8 {get;}
qSystem.Reflection.Emit.OpCode Ldelem_I {get;}
qSystem.Reflection.Emit.OpCode Ldelem_R4 {get;}
qSystem.Reflection.Emit.OpCode Ldelem_R8 {get;}
qSystem.Reflection.Emit.OpCode Ldelem_Ref {get;}
qSystem.Reflection.Emit.OpCode Stelem_I {get;}
qSystem.Reflection.Emit.OpCode Stelem_I1 {get;}
qSystem.Reflection.Emit.OpCode Stelem_I2 {get;}
qSystem.Reflection.Emit.OpCode Stelem_I4 {get;}
qSystem.Reflection.Emit.OpCode Stelem_I8 {get;}
qSystem.Reflection.Emit.OpCode Stelem_R4 {get;}
qSystem.Reflection.Emit.OpCode Stelem_R8 {get;}
qSystem.Reflection.Emit.OpCode Stelem_Ref {get;}
qSystem.Reflection.Emit.OpCode Ldelem {get;}
qSystem.Reflection.Emit.OpCode Stelem {get;}
qSystem.Reflection.Emit.OpCode Unbox_Any {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_I1 {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_U1 {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_I2 {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_U2 {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_I4 {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_U4 {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_I8 {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_U8 {get;}
qSystem.Reflection.Emit.OpCode Refanyval {get;}
qSystem.Reflection.Emit.OpCode Ckfinite {get;}
qSystem.Reflection.Emit.OpCode Mkrefany {get;}
qSystem.Reflection.Emit.OpCode Ldtoken {get;}
qSystem.Reflection.Emit.OpCode Conv_U2 {get;}
qSystem.Reflection.Emit.OpCode Conv_U1 {get;}
qSystem.Reflection.Emit.OpCode Conv_I {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_I {get;}
qSystem.Reflection.Emit.OpCode Conv_Ovf_U {get;}
qSystem.Reflection.Emit.OpCode Add_Ovf {get;}
qSystem.Reflection.Emit.OpCode Add_Ovf_Un {get;}
qSystem.Reflection.Emit.OpCode Mul_Ovf {get;}
qSystem.Reflection.Emit.OpCode Mul_Ovf_Un {get;}
qSystem.Reflection.Emit.OpCode Sub_Ovf {get;}
qSystem.Reflection.Emit.OpCode Sub_Ovf_Un {get;}
qSystem.Reflection.Emit.OpCode Endfinally {get;}
qSystem.Reflection.Emit.OpCode Leave {get;}
qSystem.Reflection.Emit.OpCode Leave_S {get;}
qSystem.Reflection.Emit.OpCode Stind_I {get;}
qSystem.Reflection.Emit.OpCode Conv_U {get;}
qSystem.Reflection.Emit.OpCode Prefix7 {get;}
qSystem.Reflection.Emit.OpCode Prefix6 {get;}
qSystem.Reflection.Emit.OpCode Prefix5 {get;}
qSystem.Reflection.Emit.OpCode Prefix4 {get;}
qSystem.Reflection.Emit.OpCode Prefix3 {get;}
qSystem.Reflection.Emit.OpCode Prefix2 {get;}
qSystem.Reflection.Emit.OpCode Prefix1 {get;}
qSystem.Reflection.Emit.OpCode Prefixref {get;}
qSystem.Reflection.Emit.OpCode Arglist {get;}
qSystem.Reflection.Emit.OpCode Ceq {get;}
qSystem.Reflection.Emit.OpCode Cgt {get;}
qSystem.Reflection.Emit.OpCode Cgt_Un {get;}
qSystem.Reflection.Emit.OpCode Clt {get;}
qSystem.Reflection.Emit.OpCode Clt_Un {get;}
qSystem.Reflection.Emit.OpCode Ldftn {get;}
qSystem.Reflection.Emit.OpCode Ldvirtftn {get;}
qSystem.Reflection.Emit.OpCode Ldarg {get;}
qSystem.Reflection.Emit.OpCode Ldarga {get;}
qSystem.Reflection.Emit.OpCode Starg {get;}
qSystem.Reflection.Emit.OpCode Ldloc {get;}
qSystem.Reflection.Emit.OpCode Ldloca {get;}
qSystem.Reflection.Emit.OpCode Stloc {get;}
qSystem.Reflection.Emit.OpCode Localloc {get;}
qSystem.Reflection.Emit.OpCode Endfilter {get;}
qSystem.Reflection.Emit.OpCode Unaligned {get;}
qSystem.Reflection.Emit.OpCode Volatile {get;}
qSystem.Reflection.Emit.OpCode Tailcall {get;}
qSystem.Reflection.Emit.OpCode Initobj {get;}
qSystem.Reflection.Emit.OpCode Constrained {get;}
qSystem.Reflection.Emit.OpCode Cpblk {get;}
qSystem.Reflection.Emit.OpCode Initblk {get;}
qSystem.Reflection.Emit.OpCode Rethrow {get;}
qSystem.Reflection.Emit.OpCode Sizeof {get;}
qSystem.Reflection.Emit.OpCode Refanytype {get;}
qSystem.Reflection.Emit.OpCode Readonly {get;}
sbool TakesSingleByteArgument(System.Reflection.Emit.OpCode inst)
#System.Reflection.CallingConventions|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|Standard=1,VarArgs=2,Any=3,HasThis=32,ExplicitThis=64
#System.Reflection.ProcessorArchitecture|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|None=0,MSIL=1,X86=2,IA64=3,Amd64=4,Arm=5
#System.Reflection.IntrospectionExtensions|static|System.Object||||100181|
sSystem.Reflection.TypeInfo GetTypeInfo(type type)
#System.Reflection.PropertyAttributes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,SpecialName=512,RTSpecialName=1024,HasDefault=4096,Reserved2=8192,Reserved3=16384,Reserved4=32768,ReservedMask=62464
#System.Reflection.FieldAttributes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|FieldAccessMask=7,PrivateScope=0,Private=1,FamANDAssem=2,Assembly=3,Family=4,FamORAssem=5,Public=6,Static=16,InitOnly=32,Literal=64,NotSerialized=128,SpecialName=512,PinvokeImpl=8192,RTSpecialName=1024,HasFieldMarshal=4096,HasDefault=32768,HasFieldRVA=256,ReservedMask=38144
#System.Reflection.ParameterAttributes|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
eflags|System.Int32|None=0,In=1,Out=2,Lcid=4,Retval=8,Optional=16,HasDefault=4096,HasFieldMarshal=8192,Reserved3=16384,Reserved4=32768,ReservedMask=61440
#System.Runtime.Loader.AssemblyLoadContext|class|System.Object||||100001|
pSystem.Collections.Generic.IEnumerable[System.Reflection.Assembly] Assemblies {get;}
pbool IsCollectible {get;}
pstring Name {get;}
qSystem.Runtime.Loader.AssemblyLoadContext Default {get;}
qSystem.Collections.Generic.IEnumerable[System.Runtime.Loader.AssemblyLoadContext] All {get;}
qSystem.Runtime.Loader.AssemblyLoadContext CurrentContextualReflectionContext {get;}
sSystem.Runtime.Loader.AssemblyLoadContext GetLoadContext(System.Reflection.Assembly assembly)
sSystem.Reflection.AssemblyName GetAssemblyName(string assemblyPath)
sSystem.Runtime.Loader.AssemblyLoadContext+ContextualReflectionScope EnterContextualReflection(System.Reflection.Assembly activating)
cnew(string name, bool isCollectible = False)
mvoid SetProfileOptimizationRoot(string directoryPath)
mvoid StartProfileOptimization(string profile)
mSystem.Reflection.Assembly LoadFromAssemblyName(System.Reflection.AssemblyName assemblyName)
mSystem.Reflection.Assembly LoadFromAssemblyPath(string assemblyPath)
mSystem.Reflection.Assembly LoadFromNativeImagePath(string nativeImagePath, string assemblyPath)
mSystem.Reflection.Assembly LoadFromStream(System.IO.Stream assembly)
mSystem.Reflection.Assembly LoadFromStream(System.IO.Stream assembly, System.IO.Stream assemblySymbols)
mvoid Unload()
mSystem.Runtime.Loader.AssemblyLoadContext+ContextualReflectionScope EnterContextualReflection()
#System.Runtime.InteropServices.GCHandle|struct|System.ValueType|System.IEquatable\`1[System.Runtime.InteropServices.GCHandle]|||100109|
pSystem.Object Target {get;set;}
pbool IsAllocated {get;}
sSystem.Runtime.InteropServices.GCHandle Alloc(System.Object value)
sSystem.Runtime.InteropServices.GCHandle Alloc(System.Object value, System.Runtime.InteropServices.GCHandleType type)
sSystem.Runtime.InteropServices.GCHandle op_Explicit(System.IntPtr value)
sSystem.IntPtr op_Explicit(System.Runtime.InteropServices.GCHandle value)
sSystem.Runtime.InteropServices.GCHandle FromIntPtr(System.IntPtr value)
sSystem.IntPtr ToIntPtr(System.Runtime.InteropServices.GCHandle value)
sbool op_Equality(System.Runtime.InteropServices.GCHandle a, System.Runtime.InteropServices.GCHandle b)
sbool op_Inequality(System.Runtime.InteropServices.GCHandle a, System.Runtime.InteropServices.GCHandle b)
mvoid Free()
mSystem.IntPtr AddrOfPinnedObject()
mbool Equals(System.Object o)
mbool Equals(System.Runtime.InteropServices.GCHandle other)
mbool IEquatable[GCHandle].Equals(System.Runtime.InteropServices.GCHandle other)
#System.Runtime.InteropServices.GCHandleType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Weak=0,WeakTrackResurrection=1,Normal=2,Pinned=3
#System.Runtime.InteropServices.SafeHandle|abstract|System.Runtime.ConstrainedExecution.CriticalFinalizerObject|System.IDisposable|||100081|
pbool IsClosed {get;}
pbool IsInvalid {get;}
mSystem.IntPtr DangerousGetHandle()
mvoid Close()
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid SetHandleAsInvalid()
mvoid DangerousAddRef([ref] bool success)
mvoid DangerousRelease()
#System.Runtime.InteropServices.RuntimeEnvironment|static|System.Object||System.Runtime.InteropServices, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
qstring SystemConfigurationFile {get;}
sbool FromGlobalAccessCache(System.Reflection.Assembly a)
sstring GetRuntimeDirectory()
sSystem.IntPtr GetRuntimeInterfaceAsIntPtr(guid clsid, guid riid)
sSystem.Object GetRuntimeInterfaceAsObject(guid clsid, guid riid)
sstring GetSystemVersion()
#System.Runtime.InteropServices.NativeLibrary|static|System.Object||||100181|
sSystem.IntPtr Load(string libraryPath)
sSystem.IntPtr Load(string libraryName, System.Reflection.Assembly assembly, System.Nullable[System.Runtime.InteropServices.DllImportSearchPath] searchPath)
sbool TryLoad(string libraryPath, [ref] System.IntPtr handle)
sbool TryLoad(string libraryName, System.Reflection.Assembly assembly, System.Nullable[System.Runtime.InteropServices.DllImportSearchPath] searchPath, [ref] System.IntPtr handle)
svoid Free(System.IntPtr handle)
sSystem.IntPtr GetExport(System.IntPtr handle, string name)
sbool TryGetExport(System.IntPtr handle, string name, [ref] System.IntPtr address)
svoid SetDllImportResolver(System.Reflection.Assembly assembly, System.Runtime.InteropServices.DllImportResolver resolver)
sSystem.IntPtr GetMainProgramHandle()
#System.Runtime.InteropServices.CharSet|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|None=1,Ansi=2,Unicode=3,Auto=4
#System.Runtime.InteropServices.CallingConvention|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Winapi=1,Cdecl=2,StdCall=3,ThisCall=4,FastCall=5
#System.Runtime.InteropServices.LayoutKind|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Sequential=0,Explicit=2,Auto=3
#System.Runtime.InteropServices.UnmanagedType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Bool=2,I1=3,U1=4,I2=5,U2=6,I4=7,U4=8,I8=9,U8=10,R4=11,R8=12,Currency=15,BStr=19,LPStr=20,LPWStr=21,LPTStr=22,ByValTStr=23,IUnknown=25,IDispatch=26,Struct=27,Interface=28,SafeArray=29,ByValArray=30,SysInt=31,SysUInt=32,VBByRefStr=34,AnsiBStr=35,TBStr=36,VariantBool=37,FunctionPtr=38,AsAny=40,LPArray=42,LPStruct=43,CustomMarshaler=44,Error=45,IInspectable=46,HString=47,LPUTF8Str=48
#System.Runtime.Serialization.FormatterServices|static|System.Object||System.Runtime.Serialization.Formatters, Version=8.1.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
sSystem.Reflection.MemberInfo[] GetSerializableMembers(type type)
sSystem.Reflection.MemberInfo[] GetSerializableMembers(type type, System.Runtime.Serialization.StreamingContext context)
svoid CheckTypeSecurity(type t, System.Runtime.Serialization.Formatters.TypeFilterLevel securityLevel)
sSystem.Object GetUninitializedObject(type type)
sSystem.Object GetSafeUninitializedObject(type type)
sSystem.Object PopulateObjectMembers(System.Object obj, System.Reflection.MemberInfo[] members, System.Object[] data)
sSystem.Object[] GetObjectData(System.Object obj, System.Reflection.MemberInfo[] members)
sSystem.Runtime.Serialization.ISerializationSurrogate GetSurrogateForCyclicalReference(System.Runtime.Serialization.ISerializationSurrogate innerSurrogate)
stype GetTypeFromAssembly(System.Reflection.Assembly assem, string name)
#System.Runtime.Versioning.FrameworkName|class|System.Object|System.IEquatable\`1[System.Runtime.Versioning.FrameworkName]|||100101|
pstring Identifier {get;}
pversion Version {get;}
pstring Profile {get;}
pstring FullName {get;}
sbool op_Equality(System.Runtime.Versioning.FrameworkName left, System.Runtime.Versioning.FrameworkName right)
sbool op_Inequality(System.Runtime.Versioning.FrameworkName left, System.Runtime.Versioning.FrameworkName right)
cnew(string identifier, version version)
cnew(string identifier, version version, string profile)
cnew(string frameworkName)
mbool Equals(System.Runtime.Versioning.FrameworkName other)
mbool IEquatable[FrameworkName].Equals(System.Runtime.Versioning.FrameworkName other)
#System.Resources.ResourceManager|class|System.Object||||100001|!MagicNumber !HeaderVersionNumber
pstring BaseName {get;}
pbool IgnoreCase {get;set;}
ptype ResourceSetType {get;}
qint MagicNumber {get;}
qint HeaderVersionNumber {get;}
sSystem.Resources.ResourceManager CreateFileBasedResourceManager(string baseName, string resourceDir, type usingResourceSet)
cnew(string baseName, System.Reflection.Assembly assembly)
cnew(string baseName, System.Reflection.Assembly assembly, type usingResourceSet)
cnew(type resourceSource)
mvoid ReleaseAllResources()
mSystem.Resources.ResourceSet GetResourceSet(cultureinfo culture, bool createIfNotExists, bool tryParents)
mstring GetString(string name)
mstring GetString(string name, cultureinfo culture)
mSystem.Object GetObject(string name)
mSystem.Object GetObject(string name, cultureinfo culture)
mSystem.IO.UnmanagedMemoryStream GetStream(string name)
mSystem.IO.UnmanagedMemoryStream GetStream(string name, cultureinfo culture)
#System.ComponentModel.TypeConverter|class|System.Object||System.ComponentModel.TypeConverter, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew()
mbool CanConvertFrom(type sourceType)
mbool CanConvertFrom(System.ComponentModel.ITypeDescriptorContext context, type sourceType)
mbool CanConvertTo(type destinationType)
mbool CanConvertTo(System.ComponentModel.ITypeDescriptorContext context, type destinationType)
mSystem.Object ConvertFrom(System.Object value)
mSystem.Object ConvertFrom(System.ComponentModel.ITypeDescriptorContext context, cultureinfo culture, System.Object value)
mSystem.Object ConvertFromInvariantString(string text)
mSystem.Object ConvertFromInvariantString(System.ComponentModel.ITypeDescriptorContext context, string text)
mSystem.Object ConvertFromString(string text)
mSystem.Object ConvertFromString(System.ComponentModel.ITypeDescriptorContext context, string text)
mSystem.Object ConvertFromString(System.ComponentModel.ITypeDescriptorContext context, cultureinfo culture, string text)
mSystem.Object ConvertTo(System.Object value, type destinationType)
mSystem.Object ConvertTo(System.ComponentModel.ITypeDescriptorContext context, cultureinfo culture, System.Object value, type destinationType)
mstring ConvertToInvariantString(System.Object value)
mstring ConvertToInvariantString(System.ComponentModel.ITypeDescriptorContext context, System.Object value)
mstring ConvertToString(System.Object value)
mstring ConvertToString(System.ComponentModel.ITypeDescriptorContext context, System.Object value)
mstring ConvertToString(System.ComponentModel.ITypeDescriptorContext context, cultureinfo culture, System.Object value)
mSystem.Object CreateInstance(System.Collections.IDictionary propertyValues)
mSystem.Object CreateInstance(System.ComponentModel.ITypeDescriptorContext context, System.Collections.IDictionary propertyValues)
mbool GetCreateInstanceSupported()
mbool GetCreateInstanceSupported(System.ComponentModel.ITypeDescriptorContext context)
mSystem.ComponentModel.PropertyDescriptorCollection GetProperties(System.Object value)
mSystem.ComponentModel.PropertyDescriptorCollection GetProperties(System.ComponentModel.ITypeDescriptorContext context, System.Object value)
mSystem.ComponentModel.PropertyDescriptorCollection GetProperties(System.ComponentModel.ITypeDescriptorContext context, System.Object value, System.Attribute[] attributes)
mbool GetPropertiesSupported()
mbool GetPropertiesSupported(System.ComponentModel.ITypeDescriptorContext context)
mSystem.Collections.ICollection GetStandardValues()
mSystem.ComponentModel.TypeConverter+StandardValuesCollection GetStandardValues(System.ComponentModel.ITypeDescriptorContext context)
mbool GetStandardValuesExclusive()
mbool GetStandardValuesExclusive(System.ComponentModel.ITypeDescriptorContext context)
mbool GetStandardValuesSupported()
mbool GetStandardValuesSupported(System.ComponentModel.ITypeDescriptorContext context)
mbool IsValid(System.Object value)
mbool IsValid(System.ComponentModel.ITypeDescriptorContext context, System.Object value)
#System.ComponentModel.TypeDescriptor|class|System.Object||System.ComponentModel.TypeConverter, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
qtype InterfaceType {get;}
qtype ComObjectType {get;}
qSystem.ComponentModel.IComNativeDescriptorHandler ComNativeDescriptorHandler {get;set;}
svoid RegisterType[T]()
sSystem.ComponentModel.TypeDescriptionProvider AddAttributes(type type, Params System.Attribute[] attributes)
sSystem.ComponentModel.TypeDescriptionProvider AddAttributes(System.Object instance, Params System.Attribute[] attributes)
svoid AddEditorTable(type editorBaseType, hashtable table)
svoid AddProvider(System.ComponentModel.TypeDescriptionProvider provider, type type)
svoid AddProvider(System.ComponentModel.TypeDescriptionProvider provider, System.Object instance)
svoid AddProviderTransparent(System.ComponentModel.TypeDescriptionProvider provider, type type)
svoid AddProviderTransparent(System.ComponentModel.TypeDescriptionProvider provider, System.Object instance)
svoid CreateAssociation(System.Object primary, System.Object secondary)
sSystem.ComponentModel.EventDescriptor CreateEvent(type componentType, string name, type type, Params System.Attribute[] attributes)
sSystem.ComponentModel.EventDescriptor CreateEvent(type componentType, System.ComponentModel.EventDescriptor oldEventDescriptor, Params System.Attribute[] attributes)
sSystem.Object CreateInstance(System.IServiceProvider provider, type objectType, type[] argTypes, System.Object[] args)
sSystem.ComponentModel.PropertyDescriptor CreateProperty(type componentType, string name, type type, Params System.Attribute[] attributes)
sSystem.ComponentModel.PropertyDescriptor CreateProperty(type componentType, System.ComponentModel.PropertyDescriptor oldPropertyDescriptor, Params System.Attribute[] attributes)
sSystem.Object GetAssociation(type type, System.Object primary)
sSystem.ComponentModel.AttributeCollection GetAttributes(type componentType)
sSystem.ComponentModel.AttributeCollection GetAttributes(System.Object component)
sSystem.ComponentModel.AttributeCollection GetAttributes(System.Object component, bool noCustomTypeDesc)
sstring GetClassName(System.Object component)
sstring GetClassName(System.Object component, bool noCustomTypeDesc)
sstring GetClassName(type componentType)
sstring GetComponentName(System.Object component)
sstring GetComponentName(System.Object component, bool noCustomTypeDesc)
sSystem.ComponentModel.TypeConverter GetConverter(System.Object component)
sSystem.ComponentModel.TypeConverter GetConverter(System.Object component, bool noCustomTypeDesc)
sSystem.ComponentModel.TypeConverter GetConverter(type type)
sSystem.ComponentModel.TypeConverter GetConverterFromRegisteredType(System.Object component)
sSystem.ComponentModel.TypeConverter GetConverterFromRegisteredType(type type)
sSystem.ComponentModel.EventDescriptor GetDefaultEvent(type componentType)
sSystem.ComponentModel.EventDescriptor GetDefaultEvent(System.Object component)
sSystem.ComponentModel.EventDescriptor GetDefaultEvent(System.Object component, bool noCustomTypeDesc)
sSystem.ComponentModel.PropertyDescriptor GetDefaultProperty(type componentType)
sSystem.ComponentModel.PropertyDescriptor GetDefaultProperty(System.Object component)
sSystem.ComponentModel.PropertyDescriptor GetDefaultProperty(System.Object component, bool noCustomTypeDesc)
sSystem.Object GetEditor(System.Object component, type editorBaseType)
sSystem.Object GetEditor(System.Object component, type editorBaseType, bool noCustomTypeDesc)
sSystem.Object GetEditor(type type, type editorBaseType)
sSystem.ComponentModel.EventDescriptorCollection GetEvents(type componentType)
sSystem.ComponentModel.EventDescriptorCollection GetEvents(type componentType, System.Attribute[] attributes)
sSystem.ComponentModel.EventDescriptorCollection GetEvents(System.Object component)
sSystem.ComponentModel.EventDescriptorCollection GetEvents(System.Object component, bool noCustomTypeDesc)
sSystem.ComponentModel.EventDescriptorCollection GetEvents(System.Object component, System.Attribute[] attributes)
sSystem.ComponentModel.EventDescriptorCollection GetEvents(System.Object component, System.Attribute[] attributes, bool noCustomTypeDesc)
sSystem.ComponentModel.EventDescriptorCollection GetEventsFromRegisteredType(type componentType)
sstring GetFullComponentName(System.Object component)
sSystem.ComponentModel.PropertyDescriptorCollection GetProperties(type componentType)
sSystem.ComponentModel.PropertyDescriptorCollection GetProperties(type componentType, System.Attribute[] attributes)
sSystem.ComponentModel.PropertyDescriptorCollection GetProperties(System.Object component)
sSystem.ComponentModel.PropertyDescriptorCollection GetProperties(System.Object component, bool noCustomTypeDesc)
sSystem.ComponentModel.PropertyDescriptorCollection GetProperties(System.Object component, System.Attribute[] attributes)
sSystem.ComponentModel.PropertyDescriptorCollection GetProperties(System.Object component, System.Attribute[] attributes, bool noCustomTypeDesc)
sSystem.ComponentModel.PropertyDescriptorCollection GetPropertiesFromRegisteredType(type componentType)
sSystem.ComponentModel.PropertyDescriptorCollection GetPropertiesFromRegisteredType(System.Object component)
sSystem.ComponentModel.TypeDescriptionProvider GetProvider(type type)
sSystem.ComponentModel.TypeDescriptionProvider GetProvider(System.Object instance)
stype GetReflectionType(type type)
stype GetReflectionType(System.Object instance)
svoid Refresh(System.Object component)
svoid Refresh(type type)
svoid Refresh(System.Reflection.Module module)
svoid Refresh(System.Reflection.Assembly assembly)
sSystem.ComponentModel.Design.IDesigner CreateDesigner(System.ComponentModel.IComponent component, type designerBaseType)
svoid RemoveAssociation(System.Object primary, System.Object secondary)
svoid RemoveAssociations(System.Object primary)
svoid RemoveProvider(System.ComponentModel.TypeDescriptionProvider provider, type type)
svoid RemoveProvider(System.ComponentModel.TypeDescriptionProvider provider, System.Object instance)
svoid RemoveProviderTransparent(System.ComponentModel.TypeDescriptionProvider provider, type type)
svoid RemoveProviderTransparent(System.ComponentModel.TypeDescriptionProvider provider, System.Object instance)
svoid SortDescriptorArray(System.Collections.IList infos)
#System.ComponentModel.Component|class|System.MarshalByRefObject|System.ComponentModel.IComponent System.IDisposable|System.ComponentModel.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.ComponentModel.ISite Site {get;set;}
pSystem.ComponentModel.IContainer Container {get;}
cnew()
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.ComponentModel.DescriptionAttribute|class|System.Attribute||System.ComponentModel.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|!Default
pstring Description {get;}
qSystem.ComponentModel.DescriptionAttribute Default {get;}
cnew()
cnew(string description)
#System.ComponentModel.PropertyDescriptor|abstract|System.ComponentModel.MemberDescriptor||System.ComponentModel.TypeConverter, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
ptype ComponentType {get;}
pSystem.ComponentModel.TypeConverter Converter {get;}
pSystem.ComponentModel.TypeConverter ConverterFromRegisteredType {get;}
pbool IsLocalizable {get;}
pbool IsReadOnly {get;}
pSystem.ComponentModel.DesignerSerializationVisibility SerializationVisibility {get;}
ptype PropertyType {get;}
pbool SupportsChangeEvents {get;}
mvoid AddValueChanged(System.Object component, System.EventHandler handler)
mbool CanResetValue(System.Object component)
mSystem.ComponentModel.PropertyDescriptorCollection GetChildProperties()
mSystem.ComponentModel.PropertyDescriptorCollection GetChildProperties(System.Attribute[] filter)
mSystem.ComponentModel.PropertyDescriptorCollection GetChildProperties(System.Object instance)
mSystem.ComponentModel.PropertyDescriptorCollection GetChildProperties(System.Object instance, System.Attribute[] filter)
mSystem.Object GetEditor(type editorBaseType)
mSystem.Object GetValue(System.Object component)
mvoid RemoveValueChanged(System.Object component, System.EventHandler handler)
mvoid ResetValue(System.Object component)
mvoid SetValue(System.Object component, System.Object value)
mbool ShouldSerializeValue(System.Object component)
#System.ComponentModel.PropertyDescriptorCollection|class|System.Object|System.Collections.ICollection System.Collections.IEnumerable System.Collections.IList System.Collections.IDictionary|System.ComponentModel.TypeConverter, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|!Empty
pint Count {get;}
pSystem.Object SyncRoot {get;}
pbool IsSynchronized {get;}
pbool IsReadOnly {get;}
pbool IsFixedSize {get;}
pSystem.Collections.ICollection Keys {get;}
pSystem.Collections.ICollection Values {get;}
qSystem.ComponentModel.PropertyDescriptorCollection Empty {get;}
cnew(System.ComponentModel.PropertyDescriptor[] properties)
cnew(System.ComponentModel.PropertyDescriptor[] properties, bool readOnly)
mSystem.ComponentModel.PropertyDescriptor get_Item(int index)
mSystem.ComponentModel.PropertyDescriptor get_Item(string name)
mSystem.Object IList.get_Item(int index)
mSystem.Object IDictionary.get_Item(System.Object key)
mint Add(System.ComponentModel.PropertyDescriptor value)
mint IList.Add(System.Object value)
mvoid IDictionary.Add(System.Object key, System.Object value)
mvoid Clear()
mvoid IList.Clear()
mvoid IDictionary.Clear()
mbool Contains(System.ComponentModel.PropertyDescriptor value)
mbool IList.Contains(System.Object value)
mbool IDictionary.Contains(System.Object key)
mvoid CopyTo(array array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.ComponentModel.PropertyDescriptor Find(string name, bool ignoreCase)
mint IndexOf(System.ComponentModel.PropertyDescriptor value)
mint IList.IndexOf(System.Object value)
mvoid Insert(int index, System.ComponentModel.PropertyDescriptor value)
mvoid IList.Insert(int index, System.Object value)
mvoid Remove(System.ComponentModel.PropertyDescriptor value)
mvoid IList.Remove(System.Object value)
mvoid IDictionary.Remove(System.Object key)
mvoid RemoveAt(int index)
mvoid IList.RemoveAt(int index)
mSystem.ComponentModel.PropertyDescriptorCollection Sort()
mSystem.ComponentModel.PropertyDescriptorCollection Sort(string[] names)
mSystem.ComponentModel.PropertyDescriptorCollection Sort(string[] names, System.Collections.IComparer comparer)
mSystem.ComponentModel.PropertyDescriptorCollection Sort(System.Collections.IComparer comparer)
mSystem.Collections.IEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.IDictionaryEnumerator IDictionary.GetEnumerator()
mvoid IList.set_Item(int index, System.Object value)
mvoid IDictionary.set_Item(System.Object key, System.Object value)
#System.ComponentModel.INotifyPropertyChanged|interface|||System.ObjectModel, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.ComponentModel.PropertyChangedEventArgs|class|System.EventArgs||System.ObjectModel, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring PropertyName {get;}
cnew(string propertyName)
#System.ComponentModel.CancelEventArgs|class|System.EventArgs||System.ComponentModel, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool Cancel {get;set;}
cnew()
cnew(bool cancel)
#System.ComponentModel.EditorBrowsableState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|||101|
e|System.Int32|Always=0,Never=1,Advanced=2
#System.ObsoleteAttribute|class|System.Attribute||||100101|
pstring Message {get;}
pbool IsError {get;}
pstring DiagnosticId {get;set;}
pstring UrlFormat {get;set;}
cnew()
cnew(string message)
cnew(string message, bool error)
#System.FlagsAttribute|class|System.Attribute||||100001|
cnew()
#System.SerializableAttribute|class|System.Attribute||||100101|
cnew()
#System.AttributeUsageAttribute|class|System.Attribute||||100101|
pSystem.AttributeTargets ValidOn {get;}
pbool AllowMultiple {get;set;}
pbool Inherited {get;set;}
cnew(System.AttributeTargets validOn)
#System.ThreadStaticAttribute|class|System.Attribute||||100001|
cnew()
`;
