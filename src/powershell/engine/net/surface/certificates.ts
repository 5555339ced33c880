/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const CERTIFICATES = `
#System.Security.Cryptography.X509Certificates.X509Certificate|class|System.Object|System.IDisposable System.Runtime.Serialization.IDeserializationCallback System.Runtime.Serialization.ISerializable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.IntPtr Handle {get;}
pstring Issuer {get;}
pstring Subject {get;}
pSystem.ReadOnlyMemory[byte] SerialNumberBytes {get;}
sX509Certificate CreateFromCertFile(string filename)
sX509Certificate CreateFromSignedFile(string filename)
cnew()
cnew(byte[] data)
cnew(byte[] rawData, string password)
cnew(byte[] rawData, securestring password)
cnew(byte[] rawData, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
cnew(byte[] rawData, securestring password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
cnew(System.IntPtr handle)
cnew(string fileName)
cnew(string fileName, string password)
cnew(string fileName, securestring password)
cnew(string fileName, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
cnew(string fileName, securestring password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
cnew(X509Certificate cert)
cnew(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid Reset()
mvoid Dispose()
mvoid IDisposable.Dispose()
mbool Equals(X509Certificate other)
mbyte[] Export(System.Security.Cryptography.X509Certificates.X509ContentType contentType)
mbyte[] Export(System.Security.Cryptography.X509Certificates.X509ContentType contentType, string password)
mbyte[] Export(System.Security.Cryptography.X509Certificates.X509ContentType contentType, securestring password)
mbyte[] ExportPkcs12(System.Security.Cryptography.X509Certificates.Pkcs12ExportPbeParameters exportParameters, string password)
mbyte[] ExportPkcs12(System.Security.Cryptography.PbeParameters exportParameters, string password)
mstring GetRawCertDataString()
mbyte[] GetCertHash()
mbyte[] GetCertHash(System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbool TryGetCertHash(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Span[byte] destination, [ref] int bytesWritten)
mstring GetCertHashString()
mstring GetCertHashString(System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mstring GetEffectiveDateString()
mstring GetExpirationDateString()
mstring GetFormat()
mstring GetPublicKeyString()
mbyte[] GetRawCertData()
mstring GetKeyAlgorithm()
mbyte[] GetKeyAlgorithmParameters()
mstring GetKeyAlgorithmParametersString()
mbyte[] GetPublicKey()
mbyte[] GetSerialNumber()
mstring GetSerialNumberString()
mstring GetName()
mstring GetIssuerName()
mstring ToString(bool fVerbose)
mvoid Import(byte[] rawData)
mvoid Import(byte[] rawData, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
mvoid Import(byte[] rawData, securestring password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
mvoid Import(string fileName)
mvoid Import(string fileName, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
mvoid Import(string fileName, securestring password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
mvoid IDeserializationCallback.OnDeserialization(System.Object sender)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.Security.Cryptography.X509Certificates.X509Certificate2|class|System.Security.Cryptography.X509Certificates.X509Certificate|System.IDisposable System.Runtime.Serialization.IDeserializationCallback System.Runtime.Serialization.ISerializable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool Archived {get;set;}
pSystem.Security.Cryptography.X509Certificates.X509ExtensionCollection Extensions {get;}
pstring FriendlyName {get;set;}
pbool HasPrivateKey {get;}
pSystem.Security.Cryptography.AsymmetricAlgorithm PrivateKey {get;set;}
pX500DistinguishedName IssuerName {get;}
pdatetime NotAfter {get;}
pdatetime NotBefore {get;}
pSystem.Security.Cryptography.X509Certificates.PublicKey PublicKey {get;}
pbyte[] RawData {get;}
pSystem.ReadOnlyMemory[byte] RawDataMemory {get;}
pstring SerialNumber {get;}
pSystem.Security.Cryptography.Oid SignatureAlgorithm {get;}
pX500DistinguishedName SubjectName {get;}
pstring Thumbprint {get;}
pint Version {get;}
sSystem.Security.Cryptography.X509Certificates.X509ContentType GetCertContentType(byte[] rawData)
sSystem.Security.Cryptography.X509Certificates.X509ContentType GetCertContentType(System.ReadOnlySpan[byte] rawData)
sSystem.Security.Cryptography.X509Certificates.X509ContentType GetCertContentType(string fileName)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 CreateFromPemFile(string certPemFilePath, string keyPemFilePath = null)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 CreateFromEncryptedPemFile(string certPemFilePath, System.ReadOnlySpan[char] password, string keyPemFilePath = null)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 CreateFromPem(System.ReadOnlySpan[char] certPem, System.ReadOnlySpan[char] keyPem)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 CreateFromPem(System.ReadOnlySpan[char] certPem)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 CreateFromEncryptedPem(System.ReadOnlySpan[char] certPem, System.ReadOnlySpan[char] keyPem, System.ReadOnlySpan[char] password)
cnew()
cnew(byte[] rawData)
cnew(byte[] rawData, string password)
cnew(byte[] rawData, securestring password)
cnew(byte[] rawData, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
cnew(byte[] rawData, securestring password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
cnew(System.ReadOnlySpan[byte] rawData)
cnew(System.ReadOnlySpan[byte] rawData, System.ReadOnlySpan[char] password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet)
cnew(System.IntPtr handle)
cnew(string fileName)
cnew(string fileName, string password)
cnew(string fileName, securestring password)
cnew(string fileName, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
cnew(string fileName, securestring password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags)
cnew(string fileName, System.ReadOnlySpan[char] password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet)
cnew(X509Certificate certificate)
mstring GetNameInfo(System.Security.Cryptography.X509Certificates.X509NameType nameType, bool forIssuer)
mstring ToString(bool verbose)
mbool Verify()
mSystem.Security.Cryptography.ECDiffieHellman GetECDiffieHellmanPublicKey()
mSystem.Security.Cryptography.ECDiffieHellman GetECDiffieHellmanPrivateKey()
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 CopyWithPrivateKey(System.Security.Cryptography.ECDiffieHellman privateKey)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 CopyWithPrivateKey(System.Security.Cryptography.MLKem privateKey)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 CopyWithPrivateKey(System.Security.Cryptography.MLDsa privateKey)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 CopyWithPrivateKey(System.Security.Cryptography.SlhDsa privateKey)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 CopyWithPrivateKey(System.Security.Cryptography.CompositeMLDsa privateKey)
mSystem.Security.Cryptography.MLKem GetMLKemPublicKey()
mSystem.Security.Cryptography.MLKem GetMLKemPrivateKey()
mSystem.Security.Cryptography.MLDsa GetMLDsaPublicKey()
mSystem.Security.Cryptography.MLDsa GetMLDsaPrivateKey()
mSystem.Security.Cryptography.SlhDsa GetSlhDsaPublicKey()
mSystem.Security.Cryptography.SlhDsa GetSlhDsaPrivateKey()
mSystem.Security.Cryptography.CompositeMLDsa GetCompositeMLDsaPublicKey()
mSystem.Security.Cryptography.CompositeMLDsa GetCompositeMLDsaPrivateKey()
mstring ExportCertificatePem()
mbool TryExportCertificatePem(System.Span[char] destination, [ref] int charsWritten)
mbool MatchesHostname(string hostname, bool allowWildcards = True, bool allowCommonName = True)
#System.Security.Cryptography.X509Certificates.X509CertificateCollection|class|System.Collections.CollectionBase|System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew()
cnew(X509Certificate[] value)
cnew(System.Security.Cryptography.X509Certificates.X509CertificateCollection value)
mX509Certificate get_Item(int index)
mvoid set_Item(int index, X509Certificate value)
mint Add(X509Certificate value)
mvoid AddRange(X509Certificate[] value)
mvoid AddRange(System.Security.Cryptography.X509Certificates.X509CertificateCollection value)
mbool Contains(X509Certificate value)
mvoid CopyTo(X509Certificate[] array, int index)
mSystem.Security.Cryptography.X509Certificates.X509CertificateCollection+X509CertificateEnumerator GetEnumerator()
mint IndexOf(X509Certificate value)
mvoid Insert(int index, X509Certificate value)
mvoid Remove(X509Certificate value)
#System.Security.Cryptography.X509Certificates.X509Certificate2Collection|class|System.Security.Cryptography.X509Certificates.X509CertificateCollection|System.Collections.IList System.Collections.ICollection System.Collections.IEnumerable System.Collections.Generic.IEnumerable\`1[System.Security.Cryptography.X509Certificates.X509Certificate2]|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew()
cnew(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
cnew(System.Security.Cryptography.X509Certificates.X509Certificate2[] certificates)
cnew(System.Security.Cryptography.X509Certificates.X509Certificate2Collection certificates)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 get_Item(int index)
mvoid set_Item(int index, System.Security.Cryptography.X509Certificates.X509Certificate2 value)
mint Add(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
mvoid AddRange(System.Security.Cryptography.X509Certificates.X509Certificate2[] certificates)
mvoid AddRange(System.Security.Cryptography.X509Certificates.X509Certificate2Collection certificates)
mbool Contains(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
mbyte[] Export(System.Security.Cryptography.X509Certificates.X509ContentType contentType)
mbyte[] Export(System.Security.Cryptography.X509Certificates.X509ContentType contentType, string password)
mbyte[] ExportPkcs12(System.Security.Cryptography.X509Certificates.Pkcs12ExportPbeParameters exportParameters, string password)
mbyte[] ExportPkcs12(System.Security.Cryptography.PbeParameters exportParameters, string password)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection Find(System.Security.Cryptography.X509Certificates.X509FindType findType, System.Object findValue, bool validOnly)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2Enumerator GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Security.Cryptography.X509Certificates.X509Certificate2] IEnumerable[X509Certificate2].GetEnumerator()
mvoid Import(byte[] rawData)
mvoid Import(System.ReadOnlySpan[byte] rawData)
mvoid Import(byte[] rawData, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet)
mvoid Import(System.ReadOnlySpan[byte] rawData, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet)
mvoid Import(System.ReadOnlySpan[byte] rawData, System.ReadOnlySpan[char] password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet)
mvoid Import(string fileName)
mvoid Import(string fileName, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet)
mvoid Import(string fileName, System.ReadOnlySpan[char] password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet)
mvoid Insert(int index, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
mvoid Remove(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
mvoid RemoveRange(System.Security.Cryptography.X509Certificates.X509Certificate2[] certificates)
mvoid RemoveRange(System.Security.Cryptography.X509Certificates.X509Certificate2Collection certificates)
mvoid ImportFromPemFile(string certPemFilePath)
mvoid ImportFromPem(System.ReadOnlySpan[char] certPem)
mstring ExportPkcs7Pem()
mbool TryExportPkcs7Pem(System.Span[char] destination, [ref] int charsWritten)
mstring ExportCertificatePems()
mbool TryExportCertificatePems(System.Span[char] destination, [ref] int charsWritten)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection FindByThumbprint(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, string thumbprintHex)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection FindByThumbprint(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[char] thumbprintHex)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection FindByThumbprint(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[byte] thumbprintBytes)
#System.Security.Cryptography.X509Certificates.X509CertificateLoader|static|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 LoadCertificate(System.ReadOnlySpan[byte] data)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 LoadCertificate(byte[] data)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 LoadCertificateFromFile(string path)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 LoadPkcs12(byte[] data, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet, System.Security.Cryptography.X509Certificates.Pkcs12LoaderLimits loaderLimits = null)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 LoadPkcs12(System.ReadOnlySpan[byte] data, System.ReadOnlySpan[char] password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet, System.Security.Cryptography.X509Certificates.Pkcs12LoaderLimits loaderLimits = null)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 LoadPkcs12FromFile(string path, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet, System.Security.Cryptography.X509Certificates.Pkcs12LoaderLimits loaderLimits = null)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 LoadPkcs12FromFile(string path, System.ReadOnlySpan[char] password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet, System.Security.Cryptography.X509Certificates.Pkcs12LoaderLimits loaderLimits = null)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection LoadPkcs12Collection(byte[] data, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet, System.Security.Cryptography.X509Certificates.Pkcs12LoaderLimits loaderLimits = null)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection LoadPkcs12Collection(System.ReadOnlySpan[byte] data, System.ReadOnlySpan[char] password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet, System.Security.Cryptography.X509Certificates.Pkcs12LoaderLimits loaderLimits = null)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection LoadPkcs12CollectionFromFile(string path, string password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet, System.Security.Cryptography.X509Certificates.Pkcs12LoaderLimits loaderLimits = null)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection LoadPkcs12CollectionFromFile(string path, System.ReadOnlySpan[char] password, System.Security.Cryptography.X509Certificates.X509KeyStorageFlags keyStorageFlags = System.Security.Cryptography.X509Certificates.X509KeyStorageFlags.DefaultKeySet, System.Security.Cryptography.X509Certificates.Pkcs12LoaderLimits loaderLimits = null)
#System.Security.Cryptography.X509Certificates.X509Store|class|System.Object|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.IntPtr StoreHandle {get;}
pSystem.Security.Cryptography.X509Certificates.StoreLocation Location {get;}
pstring Name {get;}
pSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection Certificates {get;}
pbool IsOpen {get;}
cnew()
cnew(string storeName)
cnew(System.Security.Cryptography.X509Certificates.StoreName storeName)
cnew(System.Security.Cryptography.X509Certificates.StoreLocation storeLocation)
cnew(System.Security.Cryptography.X509Certificates.StoreName storeName, System.Security.Cryptography.X509Certificates.StoreLocation storeLocation)
cnew(System.Security.Cryptography.X509Certificates.StoreName storeName, System.Security.Cryptography.X509Certificates.StoreLocation storeLocation, System.Security.Cryptography.X509Certificates.OpenFlags flags)
cnew(string storeName, System.Security.Cryptography.X509Certificates.StoreLocation storeLocation)
cnew(string storeName, System.Security.Cryptography.X509Certificates.StoreLocation storeLocation, System.Security.Cryptography.X509Certificates.OpenFlags flags)
cnew(System.IntPtr storeHandle)
mvoid Open(System.Security.Cryptography.X509Certificates.OpenFlags flags)
mvoid Add(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
mvoid AddRange(System.Security.Cryptography.X509Certificates.X509Certificate2Collection certificates)
mvoid Remove(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
mvoid RemoveRange(System.Security.Cryptography.X509Certificates.X509Certificate2Collection certificates)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid Close()
#System.Security.Cryptography.X509Certificates.X509Chain|class|System.Object|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Security.Cryptography.X509Certificates.X509ChainElementCollection ChainElements {get;}
pSystem.Security.Cryptography.X509Certificates.X509ChainPolicy ChainPolicy {get;set;}
pSystem.Security.Cryptography.X509Certificates.X509ChainStatus[] ChainStatus {get;}
pSystem.IntPtr ChainContext {get;}
pMicrosoft.Win32.SafeHandles.SafeX509ChainHandle SafeHandle {get;}
sSystem.Security.Cryptography.X509Certificates.X509Chain Create()
cnew()
cnew(bool useMachineContext)
cnew(System.IntPtr chainContext)
mbool Build(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid Reset()
#System.Security.Cryptography.X509Certificates.X509ChainPolicy|class|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pbool DisableCertificateDownloads {get;set;}
pbool VerificationTimeIgnored {get;set;}
pSystem.Security.Cryptography.OidCollection ApplicationPolicy {get;}
pSystem.Security.Cryptography.OidCollection CertificatePolicy {get;}
pSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection ExtraStore {get;}
pSystem.Security.Cryptography.X509Certificates.X509Certificate2Collection CustomTrustStore {get;}
pSystem.Security.Cryptography.X509Certificates.X509RevocationMode RevocationMode {get;set;}
pSystem.Security.Cryptography.X509Certificates.X509RevocationFlag RevocationFlag {get;set;}
pSystem.Security.Cryptography.X509Certificates.X509VerificationFlags VerificationFlags {get;set;}
pSystem.Security.Cryptography.X509Certificates.X509ChainTrustMode TrustMode {get;set;}
pdatetime VerificationTime {get;set;}
ptimespan UrlRetrievalTimeout {get;set;}
cnew()
mvoid Reset()
mSystem.Security.Cryptography.X509Certificates.X509ChainPolicy Clone()
#System.Security.Cryptography.X509Certificates.X500DistinguishedName|class|System.Security.Cryptography.AsnEncodedData||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pstring Name {get;}
cnew(byte[] encodedDistinguishedName)
cnew(System.ReadOnlySpan[byte] encodedDistinguishedName)
cnew(System.Security.Cryptography.AsnEncodedData encodedDistinguishedName)
cnew(X500DistinguishedName distinguishedName)
cnew(string distinguishedName)
cnew(string distinguishedName, System.Security.Cryptography.X509Certificates.X500DistinguishedNameFlags flag)
mstring Decode(System.Security.Cryptography.X509Certificates.X500DistinguishedNameFlags flag)
mSystem.Collections.Generic.IEnumerable[System.Security.Cryptography.X509Certificates.X500RelativeDistinguishedName] EnumerateRelativeDistinguishedNames(bool reversed = True)
#System.Security.Cryptography.X509Certificates.X509Extension|class|System.Security.Cryptography.AsnEncodedData||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool Critical {get;set;}
cnew(System.Security.Cryptography.AsnEncodedData encodedExtension, bool critical)
cnew(System.Security.Cryptography.Oid oid, byte[] rawData, bool critical)
cnew(System.Security.Cryptography.Oid oid, System.ReadOnlySpan[byte] rawData, bool critical)
cnew(string oid, byte[] rawData, bool critical)
cnew(string oid, System.ReadOnlySpan[byte] rawData, bool critical)
#System.Security.Cryptography.X509Certificates.X509ExtensionCollection|class|System.Object|System.Collections.ICollection System.Collections.IEnumerable System.Collections.Generic.IEnumerable\`1[System.Security.Cryptography.X509Certificates.X509Extension]|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint Count {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
cnew()
mSystem.Security.Cryptography.X509Certificates.X509Extension get_Item(int index)
mSystem.Security.Cryptography.X509Certificates.X509Extension get_Item(string oid)
mint Add(System.Security.Cryptography.X509Certificates.X509Extension extension)
mvoid CopyTo(System.Security.Cryptography.X509Certificates.X509Extension[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
mSystem.Security.Cryptography.X509Certificates.X509ExtensionEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Security.Cryptography.X509Certificates.X509Extension] IEnumerable[X509Extension].GetEnumerator()
#System.Security.Cryptography.X509Certificates.X509KeyUsageExtension|class|System.Security.Cryptography.X509Certificates.X509Extension||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.Cryptography.X509Certificates.X509KeyUsageFlags KeyUsages {get;}
cnew()
cnew(System.Security.Cryptography.AsnEncodedData encodedKeyUsage, bool critical)
cnew(System.Security.Cryptography.X509Certificates.X509KeyUsageFlags keyUsages, bool critical)
#System.Security.Cryptography.X509Certificates.X509BasicConstraintsExtension|class|System.Security.Cryptography.X509Certificates.X509Extension||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pbool CertificateAuthority {get;}
pbool HasPathLengthConstraint {get;}
pint PathLengthConstraint {get;}
sSystem.Security.Cryptography.X509Certificates.X509BasicConstraintsExtension CreateForCertificateAuthority(System.Nullable[int] pathLengthConstraint = default)
sSystem.Security.Cryptography.X509Certificates.X509BasicConstraintsExtension CreateForEndEntity(bool critical = False)
cnew()
cnew(bool certificateAuthority, bool hasPathLengthConstraint, int pathLengthConstraint, bool critical)
cnew(System.Security.Cryptography.AsnEncodedData encodedBasicConstraints, bool critical)
#System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension|class|System.Security.Cryptography.X509Certificates.X509Extension||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.Cryptography.OidCollection EnhancedKeyUsages {get;}
cnew()
cnew(System.Security.Cryptography.AsnEncodedData encodedEnhancedKeyUsages, bool critical)
cnew(System.Security.Cryptography.OidCollection enhancedKeyUsages, bool critical)
#System.Security.Cryptography.X509Certificates.X509SubjectKeyIdentifierExtension|class|System.Security.Cryptography.X509Certificates.X509Extension||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pstring SubjectKeyIdentifier {get;}
pSystem.ReadOnlyMemory[byte] SubjectKeyIdentifierBytes {get;}
cnew()
cnew(System.Security.Cryptography.AsnEncodedData encodedSubjectKeyIdentifier, bool critical)
cnew(byte[] subjectKeyIdentifier, bool critical)
cnew(System.ReadOnlySpan[byte] subjectKeyIdentifier, bool critical)
cnew(System.Security.Cryptography.X509Certificates.PublicKey key, bool critical)
cnew(System.Security.Cryptography.X509Certificates.PublicKey key, System.Security.Cryptography.X509Certificates.X509SubjectKeyIdentifierHashAlgorithm algorithm, bool critical)
cnew(string subjectKeyIdentifier, bool critical)
#System.Security.Cryptography.X509Certificates.PublicKey|class|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.Cryptography.AsnEncodedData EncodedKeyValue {get;}
pSystem.Security.Cryptography.AsnEncodedData EncodedParameters {get;}
pSystem.Security.Cryptography.AsymmetricAlgorithm Key {get;}
pSystem.Security.Cryptography.Oid Oid {get;}
sSystem.Security.Cryptography.X509Certificates.PublicKey CreateFromSubjectPublicKeyInfo(System.ReadOnlySpan[byte] source, [ref] int bytesRead)
cnew(System.Security.Cryptography.Oid oid, System.Security.Cryptography.AsnEncodedData parameters, System.Security.Cryptography.AsnEncodedData keyValue)
cnew(System.Security.Cryptography.AsymmetricAlgorithm key)
cnew(System.Security.Cryptography.MLKem key)
cnew(System.Security.Cryptography.MLDsa key)
cnew(System.Security.Cryptography.SlhDsa key)
cnew(System.Security.Cryptography.CompositeMLDsa key)
mbool TryExportSubjectPublicKeyInfo(System.Span[byte] destination, [ref] int bytesWritten)
mbyte[] ExportSubjectPublicKeyInfo()
mSystem.Security.Cryptography.RSA GetRSAPublicKey()
mSystem.Security.Cryptography.DSA GetDSAPublicKey()
mSystem.Security.Cryptography.ECDsa GetECDsaPublicKey()
mSystem.Security.Cryptography.ECDiffieHellman GetECDiffieHellmanPublicKey()
mSystem.Security.Cryptography.MLKem GetMLKemPublicKey()
mSystem.Security.Cryptography.MLDsa GetMLDsaPublicKey()
mSystem.Security.Cryptography.SlhDsa GetSlhDsaPublicKey()
mSystem.Security.Cryptography.CompositeMLDsa GetCompositeMLDsaPublicKey()
#System.Security.Cryptography.X509Certificates.CertificateRequest|class|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pX500DistinguishedName SubjectName {get;}
pSystem.Collections.ObjectModel.Collection[System.Security.Cryptography.X509Certificates.X509Extension] CertificateExtensions {get;}
pSystem.Collections.ObjectModel.Collection[System.Security.Cryptography.AsnEncodedData] OtherRequestAttributes {get;}
pSystem.Security.Cryptography.X509Certificates.PublicKey PublicKey {get;}
pSystem.Security.Cryptography.HashAlgorithmName HashAlgorithm {get;}
sSystem.Security.Cryptography.X509Certificates.CertificateRequest LoadSigningRequestPem(string pkcs10Pem, System.Security.Cryptography.HashAlgorithmName signerHashAlgorithm, System.Security.Cryptography.X509Certificates.CertificateRequestLoadOptions options = System.Security.Cryptography.X509Certificates.CertificateRequestLoadOptions.Default, System.Security.Cryptography.RSASignaturePadding signerSignaturePadding = null)
sSystem.Security.Cryptography.X509Certificates.CertificateRequest LoadSigningRequestPem(System.ReadOnlySpan[char] pkcs10Pem, System.Security.Cryptography.HashAlgorithmName signerHashAlgorithm, System.Security.Cryptography.X509Certificates.CertificateRequestLoadOptions options = System.Security.Cryptography.X509Certificates.CertificateRequestLoadOptions.Default, System.Security.Cryptography.RSASignaturePadding signerSignaturePadding = null)
sSystem.Security.Cryptography.X509Certificates.CertificateRequest LoadSigningRequest(byte[] pkcs10, System.Security.Cryptography.HashAlgorithmName signerHashAlgorithm, System.Security.Cryptography.X509Certificates.CertificateRequestLoadOptions options = System.Security.Cryptography.X509Certificates.CertificateRequestLoadOptions.Default, System.Security.Cryptography.RSASignaturePadding signerSignaturePadding = null)
sSystem.Security.Cryptography.X509Certificates.CertificateRequest LoadSigningRequest(System.ReadOnlySpan[byte] pkcs10, System.Security.Cryptography.HashAlgorithmName signerHashAlgorithm, [ref] int bytesConsumed, System.Security.Cryptography.X509Certificates.CertificateRequestLoadOptions options = System.Security.Cryptography.X509Certificates.CertificateRequestLoadOptions.Default, System.Security.Cryptography.RSASignaturePadding signerSignaturePadding = null)
cnew(string subjectName, System.Security.Cryptography.ECDsa key, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
cnew(X500DistinguishedName subjectName, System.Security.Cryptography.ECDsa key, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
cnew(string subjectName, System.Security.Cryptography.RSA key, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
cnew(X500DistinguishedName subjectName, System.Security.Cryptography.RSA key, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
cnew(string subjectName, System.Security.Cryptography.MLDsa key)
cnew(X500DistinguishedName subjectName, System.Security.Cryptography.MLDsa key)
cnew(string subjectName, System.Security.Cryptography.SlhDsa key)
cnew(X500DistinguishedName subjectName, System.Security.Cryptography.SlhDsa key)
cnew(string subjectName, System.Security.Cryptography.CompositeMLDsa key)
cnew(X500DistinguishedName subjectName, System.Security.Cryptography.CompositeMLDsa key)
cnew(X500DistinguishedName subjectName, System.Security.Cryptography.X509Certificates.PublicKey publicKey, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
cnew(X500DistinguishedName subjectName, System.Security.Cryptography.X509Certificates.PublicKey publicKey, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding rsaSignaturePadding = null)
mbyte[] CreateSigningRequest()
mbyte[] CreateSigningRequest(System.Security.Cryptography.X509Certificates.X509SignatureGenerator signatureGenerator)
mstring CreateSigningRequestPem()
mstring CreateSigningRequestPem(System.Security.Cryptography.X509Certificates.X509SignatureGenerator signatureGenerator)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 CreateSelfSigned(System.DateTimeOffset notBefore, System.DateTimeOffset notAfter)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 Create(System.Security.Cryptography.X509Certificates.X509Certificate2 issuerCertificate, System.DateTimeOffset notBefore, System.DateTimeOffset notAfter, byte[] serialNumber)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 Create(System.Security.Cryptography.X509Certificates.X509Certificate2 issuerCertificate, System.DateTimeOffset notBefore, System.DateTimeOffset notAfter, System.ReadOnlySpan[byte] serialNumber)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 Create(X500DistinguishedName issuerName, System.Security.Cryptography.X509Certificates.X509SignatureGenerator generator, System.DateTimeOffset notBefore, System.DateTimeOffset notAfter, byte[] serialNumber)
mSystem.Security.Cryptography.X509Certificates.X509Certificate2 Create(X500DistinguishedName issuerName, System.Security.Cryptography.X509Certificates.X509SignatureGenerator generator, System.DateTimeOffset notBefore, System.DateTimeOffset notAfter, System.ReadOnlySpan[byte] serialNumber)
#System.Security.Cryptography.X509Certificates.SubjectAlternativeNameBuilder|class|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
mvoid AddEmailAddress(string emailAddress)
mvoid AddDnsName(string dnsName)
mvoid AddUri(uri uri)
mvoid AddIpAddress(ipaddress ipAddress)
mvoid AddUserPrincipalName(string upn)
mSystem.Security.Cryptography.X509Certificates.X509Extension Build(bool critical = False)
#System.Security.Cryptography.X509Certificates.RSACertificateExtensions|static|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
sSystem.Security.Cryptography.RSA GetRSAPublicKey(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
sSystem.Security.Cryptography.RSA GetRSAPrivateKey(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
sSystem.Security.Cryptography.X509Certificates.X509Certificate2 CopyWithPrivateKey(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate, System.Security.Cryptography.RSA privateKey)
#System.Security.Cryptography.X509Certificates.StoreLocation|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|CurrentUser=1,LocalMachine=2
#System.Security.Cryptography.X509Certificates.StoreName|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|AddressBook=1,AuthRoot=2,CertificateAuthority=3,Disallowed=4,My=5,Root=6,TrustedPeople=7,TrustedPublisher=8
#System.Security.Cryptography.X509Certificates.OpenFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|ReadOnly=0,ReadWrite=1,MaxAllowed=2,OpenExistingOnly=4,IncludeArchived=8
#System.Security.Cryptography.X509Certificates.X509FindType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|FindByThumbprint=0,FindBySubjectName=1,FindBySubjectDistinguishedName=2,FindByIssuerName=3,FindByIssuerDistinguishedName=4,FindBySerialNumber=5,FindByTimeValid=6,FindByTimeNotYetValid=7,FindByTimeExpired=8,FindByTemplateName=9,FindByApplicationPolicy=10,FindByCertificatePolicy=11,FindByExtension=12,FindByKeyUsage=13,FindBySubjectKeyIdentifier=14
#System.Security.Cryptography.X509Certificates.X509ContentType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Unknown=0,Cert=1,SerializedCert=2,Pfx=3,Pkcs12=3,SerializedStore=4,Pkcs7=5,Authenticode=6
#System.Security.Cryptography.X509Certificates.X509KeyUsageFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,EncipherOnly=1,CrlSign=2,KeyCertSign=4,KeyAgreement=8,DataEncipherment=16,KeyEncipherment=32,NonRepudiation=64,DigitalSignature=128,DecipherOnly=32768
#System.Security.Cryptography.X509Certificates.X509KeyStorageFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|DefaultKeySet=0,UserKeySet=1,MachineKeySet=2,Exportable=4,UserProtected=8,PersistKeySet=16,EphemeralKeySet=32
#System.Security.Cryptography.X509Certificates.X509NameType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|SimpleName=0,EmailName=1,UpnName=2,DnsName=3,DnsFromAlternativeName=4,UrlName=5
#System.Security.Cryptography.X509Certificates.X509RevocationMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|NoCheck=0,Online=1,Offline=2
#System.Security.Cryptography.X509Certificates.X509RevocationFlag|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|EndCertificateOnly=0,EntireChain=1,ExcludeRoot=2
#System.Security.Cryptography.X509Certificates.X509VerificationFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|NoFlag=0,IgnoreNotTimeValid=1,IgnoreCtlNotTimeValid=2,IgnoreNotTimeNested=4,IgnoreInvalidBasicConstraints=8,AllowUnknownCertificateAuthority=16,IgnoreWrongUsage=32,IgnoreInvalidName=64,IgnoreInvalidPolicy=128,IgnoreEndRevocationUnknown=256,IgnoreCtlSignerRevocationUnknown=512,IgnoreCertificateAuthorityRevocationUnknown=1024,IgnoreRootRevocationUnknown=2048,AllFlags=4095
#System.Security.Cryptography.X509Certificates.X509ChainStatusFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|NoError=0,NotTimeValid=1,NotTimeNested=2,Revoked=4,NotSignatureValid=8,NotValidForUsage=16,UntrustedRoot=32,RevocationStatusUnknown=64,Cyclic=128,InvalidExtension=256,InvalidPolicyConstraints=512,InvalidBasicConstraints=1024,InvalidNameConstraints=2048,HasNotSupportedNameConstraint=4096,HasNotDefinedNameConstraint=8192,HasNotPermittedNameConstraint=16384,HasExcludedNameConstraint=32768,PartialChain=65536,CtlNotTimeValid=131072,CtlNotSignatureValid=262144,CtlNotValidForUsage=524288,OfflineRevocation=16777216,NoIssuanceChainPolicy=33554432,ExplicitDistrust=67108864,HasNotSupportedCriticalExtension=134217728,HasWeakSignature=1048576
`;
