/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const CRYPTOGRAPHY = `
#System.Security.Cryptography.HashAlgorithm|abstract|System.Object|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pint HashSize {get;}
pbyte[] Hash {get;}
pint InputBlockSize {get;}
pint OutputBlockSize {get;}
pbool CanTransformMultipleBlocks {get;}
pbool CanReuseTransform {get;}
sSystem.Security.Cryptography.HashAlgorithm Create()
sSystem.Security.Cryptography.HashAlgorithm Create(string hashName)
mbyte[] ComputeHash(byte[] buffer)
mbyte[] ComputeHash(byte[] buffer, int offset, int count)
mbyte[] ComputeHash(System.IO.Stream inputStream)
mbool TryComputeHash(System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
mSystem.Threading.Tasks.Task[byte[]] ComputeHashAsync(System.IO.Stream inputStream, System.Threading.CancellationToken cancellationToken = default)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid Clear()
mint TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)
mint ICryptoTransform.TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)
mbyte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)
mbyte[] ICryptoTransform.TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)
mvoid Initialize()
#System.Security.Cryptography.MD5|abstract|System.Security.Cryptography.HashAlgorithm|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|=HashSizeInBits =HashSizeInBytes
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sSystem.Security.Cryptography.MD5 Create()
sSystem.Security.Cryptography.MD5 Create(string algName)
sbyte[] HashData(byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
#System.Security.Cryptography.SHA1|abstract|System.Security.Cryptography.HashAlgorithm|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|=HashSizeInBits =HashSizeInBytes
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sSystem.Security.Cryptography.SHA1 Create()
sSystem.Security.Cryptography.SHA1 Create(string hashName)
sbyte[] HashData(byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
#System.Security.Cryptography.SHA256|abstract|System.Security.Cryptography.HashAlgorithm|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|=HashSizeInBits =HashSizeInBytes
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sSystem.Security.Cryptography.SHA256 Create()
sSystem.Security.Cryptography.SHA256 Create(string hashName)
sbyte[] HashData(byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
#System.Security.Cryptography.SHA384|abstract|System.Security.Cryptography.HashAlgorithm|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|=HashSizeInBits =HashSizeInBytes
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sSystem.Security.Cryptography.SHA384 Create()
sSystem.Security.Cryptography.SHA384 Create(string hashName)
sbyte[] HashData(byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
#System.Security.Cryptography.SHA512|abstract|System.Security.Cryptography.HashAlgorithm|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|=HashSizeInBits =HashSizeInBytes
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sSystem.Security.Cryptography.SHA512 Create()
sSystem.Security.Cryptography.SHA512 Create(string hashName)
sbyte[] HashData(byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
#System.Security.Cryptography.HMAC|abstract|System.Security.Cryptography.KeyedHashAlgorithm|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pstring HashName {get;set;}
pbyte[] Key {get;set;}
sSystem.Security.Cryptography.HMAC Create()
sSystem.Security.Cryptography.HMAC Create(string algorithmName)
#System.Security.Cryptography.HMACSHA1|class|System.Security.Cryptography.HMAC|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|=HashSizeInBits =HashSizeInBytes
pbyte[] Key {get;set;}
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sbyte[] HashData(byte[] key, byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source)
sbyte[] HashData(byte[] key, System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(byte[] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
cnew()
cnew(byte[] key)
cnew(byte[] key, bool useManagedSha1)
#System.Security.Cryptography.HMACSHA256|class|System.Security.Cryptography.HMAC|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|=HashSizeInBits =HashSizeInBytes
pbyte[] Key {get;set;}
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sbyte[] HashData(byte[] key, byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source)
sbyte[] HashData(byte[] key, System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(byte[] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
cnew()
cnew(byte[] key)
#System.Security.Cryptography.HMACSHA512|class|System.Security.Cryptography.HMAC|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|=HashSizeInBits =HashSizeInBytes
pbool ProduceLegacyHmacValues {get;set;}
pbyte[] Key {get;set;}
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sbyte[] HashData(byte[] key, byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source)
sbyte[] HashData(byte[] key, System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(byte[] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
cnew()
cnew(byte[] key)
#System.Security.Cryptography.HMACMD5|class|System.Security.Cryptography.HMAC|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|=HashSizeInBits =HashSizeInBytes
pbyte[] Key {get;set;}
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sbyte[] HashData(byte[] key, byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source)
sbyte[] HashData(byte[] key, System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(byte[] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
cnew()
cnew(byte[] key)
#System.Security.Cryptography.KeyedHashAlgorithm|abstract|System.Security.Cryptography.HashAlgorithm|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pbyte[] Key {get;set;}
sSystem.Security.Cryptography.KeyedHashAlgorithm Create()
sSystem.Security.Cryptography.KeyedHashAlgorithm Create(string algName)
#System.Security.Cryptography.RandomNumberGenerator|abstract|System.Object|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
sSystem.Security.Cryptography.RandomNumberGenerator Create()
sSystem.Security.Cryptography.RandomNumberGenerator Create(string rngName)
svoid Fill(System.Span[byte] data)
sint GetInt32(int fromInclusive, int toExclusive)
sint GetInt32(int toExclusive)
sbyte[] GetBytes(int count)
svoid GetItems[T](System.ReadOnlySpan[T] choices, System.Span[T] destination)
sT[] GetItems[T](System.ReadOnlySpan[T] choices, int length)
sstring GetString(System.ReadOnlySpan[char] choices, int length)
svoid GetHexString(System.Span[char] destination, bool lowercase = False)
sstring GetHexString(int stringLength, bool lowercase = False)
svoid Shuffle[T](System.Span[T] values)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid GetBytes(byte[] data)
mvoid GetBytes(byte[] data, int offset, int count)
mvoid GetBytes(System.Span[byte] data)
mvoid GetNonZeroBytes(byte[] data)
mvoid GetNonZeroBytes(System.Span[byte] data)
#System.Security.Cryptography.SHA256Managed|class|System.Security.Cryptography.SHA256|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
#System.Security.Cryptography.SHA1Managed|class|System.Security.Cryptography.SHA1|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
#System.Security.Cryptography.SHA1CryptoServiceProvider|class|System.Security.Cryptography.SHA1|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
#System.Security.Cryptography.MD5CryptoServiceProvider|class|System.Security.Cryptography.MD5|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
#System.Security.Cryptography.SHA256CryptoServiceProvider|class|System.Security.Cryptography.SHA256|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
#System.Security.Cryptography.Rfc2898DeriveBytes|class|System.Security.Cryptography.DeriveBytes|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Security.Cryptography.HashAlgorithmName HashAlgorithm {get;}
pint IterationCount {get;set;}
pbyte[] Salt {get;set;}
sbyte[] Pbkdf2(byte[] password, byte[] salt, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, int outputLength)
sbyte[] Pbkdf2(System.ReadOnlySpan[byte] password, System.ReadOnlySpan[byte] salt, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, int outputLength)
svoid Pbkdf2(System.ReadOnlySpan[byte] password, System.ReadOnlySpan[byte] salt, System.Span[byte] destination, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
sbyte[] Pbkdf2(string password, byte[] salt, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, int outputLength)
sbyte[] Pbkdf2(System.ReadOnlySpan[char] password, System.ReadOnlySpan[byte] salt, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, int outputLength)
svoid Pbkdf2(System.ReadOnlySpan[char] password, System.ReadOnlySpan[byte] salt, System.Span[byte] destination, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
cnew(byte[] password, byte[] salt, int iterations)
cnew(byte[] password, byte[] salt, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
cnew(string password, byte[] salt)
cnew(string password, byte[] salt, int iterations)
cnew(string password, byte[] salt, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
cnew(string password, int saltSize)
cnew(string password, int saltSize, int iterations)
cnew(string password, int saltSize, int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbyte[] CryptDeriveKey(string algname, string alghashname, int keySize, byte[] rgbIV)
#System.Security.Cryptography.HMACSHA384|class|System.Security.Cryptography.HMAC|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|=HashSizeInBits =HashSizeInBytes
pbool ProduceLegacyHmacValues {get;set;}
pbyte[] Key {get;set;}
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sbyte[] HashData(byte[] key, byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source)
sbyte[] HashData(byte[] key, System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(byte[] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
cnew()
cnew(byte[] key)
#System.Security.Cryptography.HMACSHA3_256|class|System.Security.Cryptography.HMAC|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|=HashSizeInBits =HashSizeInBytes
pbyte[] Key {get;set;}
qbool IsSupported {get;}
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sbyte[] HashData(byte[] key, byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.ReadOnlySpan[byte] key, System.IO.Stream source)
sbyte[] HashData(byte[] key, System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(byte[] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
cnew()
cnew(byte[] key)
#System.Security.Cryptography.HashAlgorithmName|struct|System.ValueType|System.IEquatable\`1[System.Security.Cryptography.HashAlgorithmName]|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100109|
pstring Name {get;}
qSystem.Security.Cryptography.HashAlgorithmName MD5 {get;}
qSystem.Security.Cryptography.HashAlgorithmName SHA1 {get;}
qSystem.Security.Cryptography.HashAlgorithmName SHA256 {get;}
qSystem.Security.Cryptography.HashAlgorithmName SHA384 {get;}
qSystem.Security.Cryptography.HashAlgorithmName SHA512 {get;}
qSystem.Security.Cryptography.HashAlgorithmName SHA3_256 {get;}
qSystem.Security.Cryptography.HashAlgorithmName SHA3_384 {get;}
qSystem.Security.Cryptography.HashAlgorithmName SHA3_512 {get;}
sbool op_Equality(System.Security.Cryptography.HashAlgorithmName left, System.Security.Cryptography.HashAlgorithmName right)
sbool op_Inequality(System.Security.Cryptography.HashAlgorithmName left, System.Security.Cryptography.HashAlgorithmName right)
sbool TryFromOid(string oidValue, [ref] System.Security.Cryptography.HashAlgorithmName value)
sSystem.Security.Cryptography.HashAlgorithmName FromOid(string oidValue)
cnew(string name)
mbool Equals(System.Security.Cryptography.HashAlgorithmName other)
mbool IEquatable[HashAlgorithmName].Equals(System.Security.Cryptography.HashAlgorithmName other)
#System.Security.Cryptography.SymmetricAlgorithm|abstract|System.Object|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pint FeedbackSize {get;set;}
pint BlockSize {get;set;}
pbyte[] IV {get;set;}
pbyte[] Key {get;set;}
pint KeySize {get;set;}
pSystem.Security.Cryptography.KeySizes[] LegalBlockSizes {get;}
pSystem.Security.Cryptography.KeySizes[] LegalKeySizes {get;}
pSystem.Security.Cryptography.CipherMode Mode {get;set;}
pSystem.Security.Cryptography.PaddingMode Padding {get;set;}
sSystem.Security.Cryptography.SymmetricAlgorithm Create()
sSystem.Security.Cryptography.SymmetricAlgorithm Create(string algName)
mSystem.Security.Cryptography.ICryptoTransform CreateDecryptor()
mSystem.Security.Cryptography.ICryptoTransform CreateDecryptor(byte[] rgbKey, byte[] rgbIV)
mSystem.Security.Cryptography.ICryptoTransform CreateEncryptor()
mSystem.Security.Cryptography.ICryptoTransform CreateEncryptor(byte[] rgbKey, byte[] rgbIV)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid Clear()
mvoid SetKey(System.ReadOnlySpan[byte] key)
mvoid GenerateIV()
mvoid GenerateKey()
mbool ValidKeySize(int bitLength)
mint GetCiphertextLengthEcb(int plaintextLength, System.Security.Cryptography.PaddingMode paddingMode)
mint GetCiphertextLengthCbc(int plaintextLength, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.PKCS7)
mint GetCiphertextLengthCfb(int plaintextLength, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.None, int feedbackSizeInBits = 8)
mbyte[] DecryptEcb(byte[] ciphertext, System.Security.Cryptography.PaddingMode paddingMode)
mbyte[] DecryptEcb(System.ReadOnlySpan[byte] ciphertext, System.Security.Cryptography.PaddingMode paddingMode)
mint DecryptEcb(System.ReadOnlySpan[byte] ciphertext, System.Span[byte] destination, System.Security.Cryptography.PaddingMode paddingMode)
mbool TryDecryptEcb(System.ReadOnlySpan[byte] ciphertext, System.Span[byte] destination, System.Security.Cryptography.PaddingMode paddingMode, [ref] int bytesWritten)
mbyte[] EncryptEcb(byte[] plaintext, System.Security.Cryptography.PaddingMode paddingMode)
mbyte[] EncryptEcb(System.ReadOnlySpan[byte] plaintext, System.Security.Cryptography.PaddingMode paddingMode)
mint EncryptEcb(System.ReadOnlySpan[byte] plaintext, System.Span[byte] destination, System.Security.Cryptography.PaddingMode paddingMode)
mbool TryEncryptEcb(System.ReadOnlySpan[byte] plaintext, System.Span[byte] destination, System.Security.Cryptography.PaddingMode paddingMode, [ref] int bytesWritten)
mbyte[] DecryptCbc(byte[] ciphertext, byte[] iv, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.PKCS7)
mbyte[] DecryptCbc(System.ReadOnlySpan[byte] ciphertext, System.ReadOnlySpan[byte] iv, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.PKCS7)
mint DecryptCbc(System.ReadOnlySpan[byte] ciphertext, System.ReadOnlySpan[byte] iv, System.Span[byte] destination, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.PKCS7)
mbool TryDecryptCbc(System.ReadOnlySpan[byte] ciphertext, System.ReadOnlySpan[byte] iv, System.Span[byte] destination, [ref] int bytesWritten, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.PKCS7)
mbyte[] EncryptCbc(byte[] plaintext, byte[] iv, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.PKCS7)
mbyte[] EncryptCbc(System.ReadOnlySpan[byte] plaintext, System.ReadOnlySpan[byte] iv, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.PKCS7)
mint EncryptCbc(System.ReadOnlySpan[byte] plaintext, System.ReadOnlySpan[byte] iv, System.Span[byte] destination, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.PKCS7)
mbool TryEncryptCbc(System.ReadOnlySpan[byte] plaintext, System.ReadOnlySpan[byte] iv, System.Span[byte] destination, [ref] int bytesWritten, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.PKCS7)
mbyte[] DecryptCfb(byte[] ciphertext, byte[] iv, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.None, int feedbackSizeInBits = 8)
mbyte[] DecryptCfb(System.ReadOnlySpan[byte] ciphertext, System.ReadOnlySpan[byte] iv, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.None, int feedbackSizeInBits = 8)
mint DecryptCfb(System.ReadOnlySpan[byte] ciphertext, System.ReadOnlySpan[byte] iv, System.Span[byte] destination, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.None, int feedbackSizeInBits = 8)
mbool TryDecryptCfb(System.ReadOnlySpan[byte] ciphertext, System.ReadOnlySpan[byte] iv, System.Span[byte] destination, [ref] int bytesWritten, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.None, int feedbackSizeInBits = 8)
mbyte[] EncryptCfb(byte[] plaintext, byte[] iv, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.None, int feedbackSizeInBits = 8)
mbyte[] EncryptCfb(System.ReadOnlySpan[byte] plaintext, System.ReadOnlySpan[byte] iv, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.None, int feedbackSizeInBits = 8)
mint EncryptCfb(System.ReadOnlySpan[byte] plaintext, System.ReadOnlySpan[byte] iv, System.Span[byte] destination, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.None, int feedbackSizeInBits = 8)
mbool TryEncryptCfb(System.ReadOnlySpan[byte] plaintext, System.ReadOnlySpan[byte] iv, System.Span[byte] destination, [ref] int bytesWritten, System.Security.Cryptography.PaddingMode paddingMode = System.Security.Cryptography.PaddingMode.None, int feedbackSizeInBits = 8)
#System.Security.Cryptography.Aes|abstract|System.Security.Cryptography.SymmetricAlgorithm|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
sSystem.Security.Cryptography.Aes Create()
sSystem.Security.Cryptography.Aes Create(string algorithmName)
sint GetKeyWrapPaddedLength(int plaintextLengthInBytes)
mbyte[] EncryptKeyWrapPadded(byte[] plaintext)
mbyte[] EncryptKeyWrapPadded(System.ReadOnlySpan[byte] plaintext)
mvoid EncryptKeyWrapPadded(System.ReadOnlySpan[byte] plaintext, System.Span[byte] destination)
mbyte[] DecryptKeyWrapPadded(byte[] ciphertext)
mbyte[] DecryptKeyWrapPadded(System.ReadOnlySpan[byte] ciphertext)
mint DecryptKeyWrapPadded(System.ReadOnlySpan[byte] ciphertext, System.Span[byte] destination)
mbool TryDecryptKeyWrapPadded(System.ReadOnlySpan[byte] ciphertext, System.Span[byte] destination, [ref] int bytesWritten)
#System.Security.Cryptography.AesManaged|class|System.Security.Cryptography.Aes|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint FeedbackSize {get;set;}
pint BlockSize {get;set;}
pbyte[] IV {get;set;}
pbyte[] Key {get;set;}
pint KeySize {get;set;}
pSystem.Security.Cryptography.CipherMode Mode {get;set;}
pSystem.Security.Cryptography.PaddingMode Padding {get;set;}
pSystem.Security.Cryptography.KeySizes[] LegalBlockSizes {get;}
pSystem.Security.Cryptography.KeySizes[] LegalKeySizes {get;}
cnew()
#System.Security.Cryptography.AesCryptoServiceProvider|class|System.Security.Cryptography.Aes|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint FeedbackSize {get;set;}
pint BlockSize {get;set;}
pbyte[] IV {get;set;}
pbyte[] Key {get;set;}
pint KeySize {get;set;}
pSystem.Security.Cryptography.CipherMode Mode {get;set;}
pSystem.Security.Cryptography.PaddingMode Padding {get;set;}
pSystem.Security.Cryptography.KeySizes[] LegalBlockSizes {get;}
pSystem.Security.Cryptography.KeySizes[] LegalKeySizes {get;}
cnew()
#System.Security.Cryptography.AesGcm|class|System.Object|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Nullable[int] TagSizeInBytes {get;}
qSystem.Security.Cryptography.KeySizes NonceByteSizes {get;}
qSystem.Security.Cryptography.KeySizes TagByteSizes {get;}
qbool IsSupported {get;}
cnew(System.ReadOnlySpan[byte] key, int tagSizeInBytes)
cnew(byte[] key, int tagSizeInBytes)
cnew(System.ReadOnlySpan[byte] key)
cnew(byte[] key)
mvoid Encrypt(byte[] nonce, byte[] plaintext, byte[] ciphertext, byte[] tag, byte[] associatedData = null)
mvoid Encrypt(System.ReadOnlySpan[byte] nonce, System.ReadOnlySpan[byte] plaintext, System.Span[byte] ciphertext, System.Span[byte] tag, System.ReadOnlySpan[byte] associatedData = default)
mvoid Decrypt(byte[] nonce, byte[] ciphertext, byte[] tag, byte[] plaintext, byte[] associatedData = null)
mvoid Decrypt(System.ReadOnlySpan[byte] nonce, System.ReadOnlySpan[byte] ciphertext, System.ReadOnlySpan[byte] tag, System.Span[byte] plaintext, System.ReadOnlySpan[byte] associatedData = default)
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Security.Cryptography.AesCcm|class|System.Object|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
qSystem.Security.Cryptography.KeySizes NonceByteSizes {get;}
qSystem.Security.Cryptography.KeySizes TagByteSizes {get;}
qbool IsSupported {get;}
cnew(System.ReadOnlySpan[byte] key)
cnew(byte[] key)
mvoid Encrypt(byte[] nonce, byte[] plaintext, byte[] ciphertext, byte[] tag, byte[] associatedData = null)
mvoid Encrypt(System.ReadOnlySpan[byte] nonce, System.ReadOnlySpan[byte] plaintext, System.Span[byte] ciphertext, System.Span[byte] tag, System.ReadOnlySpan[byte] associatedData = default)
mvoid Decrypt(byte[] nonce, byte[] ciphertext, byte[] tag, byte[] plaintext, byte[] associatedData = null)
mvoid Decrypt(System.ReadOnlySpan[byte] nonce, System.ReadOnlySpan[byte] ciphertext, System.ReadOnlySpan[byte] tag, System.Span[byte] plaintext, System.ReadOnlySpan[byte] associatedData = default)
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Security.Cryptography.Rijndael|abstract|System.Security.Cryptography.SymmetricAlgorithm|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
sSystem.Security.Cryptography.Rijndael Create()
sSystem.Security.Cryptography.Rijndael Create(string algName)
#System.Security.Cryptography.RijndaelManaged|class|System.Security.Cryptography.Rijndael|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint BlockSize {get;set;}
pint FeedbackSize {get;set;}
pbyte[] IV {get;set;}
pbyte[] Key {get;set;}
pint KeySize {get;set;}
pSystem.Security.Cryptography.CipherMode Mode {get;set;}
pSystem.Security.Cryptography.PaddingMode Padding {get;set;}
pSystem.Security.Cryptography.KeySizes[] LegalKeySizes {get;}
cnew()
#System.Security.Cryptography.TripleDES|abstract|System.Security.Cryptography.SymmetricAlgorithm|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pbyte[] Key {get;set;}
sSystem.Security.Cryptography.TripleDES Create()
sSystem.Security.Cryptography.TripleDES Create(string str)
sbool IsWeakKey(byte[] rgbKey)
#System.Security.Cryptography.TripleDESCryptoServiceProvider|class|System.Security.Cryptography.TripleDES|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint FeedbackSize {get;set;}
pint BlockSize {get;set;}
pbyte[] IV {get;set;}
pbyte[] Key {get;set;}
pint KeySize {get;set;}
pSystem.Security.Cryptography.CipherMode Mode {get;set;}
pSystem.Security.Cryptography.PaddingMode Padding {get;set;}
pSystem.Security.Cryptography.KeySizes[] LegalBlockSizes {get;}
pSystem.Security.Cryptography.KeySizes[] LegalKeySizes {get;}
cnew()
#System.Security.Cryptography.DES|abstract|System.Security.Cryptography.SymmetricAlgorithm|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pbyte[] Key {get;set;}
sSystem.Security.Cryptography.DES Create()
sSystem.Security.Cryptography.DES Create(string algName)
sbool IsWeakKey(byte[] rgbKey)
sbool IsSemiWeakKey(byte[] rgbKey)
#System.Security.Cryptography.DESCryptoServiceProvider|class|System.Security.Cryptography.DES|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint BlockSize {get;set;}
pint FeedbackSize {get;set;}
pbyte[] IV {get;set;}
pbyte[] Key {get;set;}
pint KeySize {get;set;}
pSystem.Security.Cryptography.KeySizes[] LegalBlockSizes {get;}
pSystem.Security.Cryptography.KeySizes[] LegalKeySizes {get;}
pSystem.Security.Cryptography.CipherMode Mode {get;set;}
pSystem.Security.Cryptography.PaddingMode Padding {get;set;}
cnew()
#System.Security.Cryptography.RC2|abstract|System.Security.Cryptography.SymmetricAlgorithm|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pint KeySize {get;set;}
pint EffectiveKeySize {get;set;}
sSystem.Security.Cryptography.RC2 Create()
sSystem.Security.Cryptography.RC2 Create(string AlgName)
#System.Security.Cryptography.ICryptoTransform|interface||System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||1000a1|
#System.Security.Cryptography.CryptoStream|class|System.IO.Stream|System.IDisposable System.IAsyncDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool CanRead {get;}
pbool CanSeek {get;}
pbool CanWrite {get;}
plong Length {get;}
plong Position {get;set;}
pbool HasFlushedFinalBlock {get;}
cnew(System.IO.Stream stream, System.Security.Cryptography.ICryptoTransform transform, System.Security.Cryptography.CryptoStreamMode mode)
cnew(System.IO.Stream stream, System.Security.Cryptography.ICryptoTransform transform, System.Security.Cryptography.CryptoStreamMode mode, bool leaveOpen)
mvoid FlushFinalBlock()
mSystem.Threading.Tasks.ValueTask FlushFinalBlockAsync(System.Threading.CancellationToken cancellationToken = default)
mvoid Clear()
#System.Security.Cryptography.CryptoStreamMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Read=0,Write=1
#System.Security.Cryptography.CryptographicOperations|static|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
sbool FixedTimeEquals(System.ReadOnlySpan[byte] left, System.ReadOnlySpan[byte] right)
svoid ZeroMemory(System.Span[byte] buffer)
sbyte[] HashData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, byte[] source)
sbyte[] HashData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[byte] source)
sint HashData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sbyte[] HashData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.IO.Stream source)
sint HashData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.IO.Stream source, System.Span[byte] destination)
sbool TryHashData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sbyte[] HmacData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, byte[] key, byte[] source)
sbyte[] HmacData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source)
sint HmacData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sbyte[] HmacData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, byte[] key, System.IO.Stream source)
sbyte[] HmacData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[byte] key, System.IO.Stream source)
sint HmacData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[byte] key, System.IO.Stream source, System.Span[byte] destination)
sbool TryHmacData(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[byte] key, System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HmacDataAsync(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, byte[] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HmacDataAsync(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[byte[]] HmacDataAsync(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlyMemory[byte] key, System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
#System.Security.Cryptography.DeriveBytes|abstract|System.Object|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
mbyte[] GetBytes(int cb)
mvoid Reset()
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Security.Cryptography.HKDF|static|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
sbyte[] Extract(System.Security.Cryptography.HashAlgorithmName hashAlgorithmName, byte[] ikm, byte[] salt = null)
sint Extract(System.Security.Cryptography.HashAlgorithmName hashAlgorithmName, System.ReadOnlySpan[byte] ikm, System.ReadOnlySpan[byte] salt, System.Span[byte] prk)
sbyte[] Expand(System.Security.Cryptography.HashAlgorithmName hashAlgorithmName, byte[] prk, int outputLength, byte[] info = null)
svoid Expand(System.Security.Cryptography.HashAlgorithmName hashAlgorithmName, System.ReadOnlySpan[byte] prk, System.Span[byte] output, System.ReadOnlySpan[byte] info)
sbyte[] DeriveKey(System.Security.Cryptography.HashAlgorithmName hashAlgorithmName, byte[] ikm, int outputLength, byte[] salt = null, byte[] info = null)
svoid DeriveKey(System.Security.Cryptography.HashAlgorithmName hashAlgorithmName, System.ReadOnlySpan[byte] ikm, System.Span[byte] output, System.ReadOnlySpan[byte] salt, System.ReadOnlySpan[byte] info)
#System.Security.Cryptography.IncrementalHash|class|System.Object|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint HashLengthInBytes {get;}
pSystem.Security.Cryptography.HashAlgorithmName AlgorithmName {get;}
sSystem.Security.Cryptography.IncrementalHash CreateHash(System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
sSystem.Security.Cryptography.IncrementalHash CreateHMAC(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, byte[] key)
sSystem.Security.Cryptography.IncrementalHash CreateHMAC(System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.ReadOnlySpan[byte] key)
mvoid AppendData(byte[] data)
mvoid AppendData(byte[] data, int offset, int count)
mvoid AppendData(System.ReadOnlySpan[byte] data)
mbyte[] GetHashAndReset()
mint GetHashAndReset(System.Span[byte] destination)
mbool TryGetHashAndReset(System.Span[byte] destination, [ref] int bytesWritten)
mbyte[] GetCurrentHash()
mint GetCurrentHash(System.Span[byte] destination)
mbool TryGetCurrentHash(System.Span[byte] destination, [ref] int bytesWritten)
mSystem.Security.Cryptography.IncrementalHash Clone()
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Security.Cryptography.RNGCryptoServiceProvider|class|System.Security.Cryptography.RandomNumberGenerator|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
cnew(string str)
cnew(byte[] rgb)
cnew(System.Security.Cryptography.CspParameters cspParams)
#System.Security.Cryptography.SHA384CryptoServiceProvider|class|System.Security.Cryptography.SHA384|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
#System.Security.Cryptography.SHA512CryptoServiceProvider|class|System.Security.Cryptography.SHA512|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
#System.Security.Cryptography.SHA384Managed|class|System.Security.Cryptography.SHA384|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
#System.Security.Cryptography.SHA512Managed|class|System.Security.Cryptography.SHA512|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
cnew()
#System.Security.Cryptography.SHA3_256|abstract|System.Security.Cryptography.HashAlgorithm|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|=HashSizeInBits =HashSizeInBytes
qbool IsSupported {get;}
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sSystem.Security.Cryptography.SHA3_256 Create()
sbyte[] HashData(byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
#System.Security.Cryptography.SHA3_384|abstract|System.Security.Cryptography.HashAlgorithm|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|=HashSizeInBits =HashSizeInBytes
qbool IsSupported {get;}
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sSystem.Security.Cryptography.SHA3_384 Create()
sbyte[] HashData(byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
#System.Security.Cryptography.SHA3_512|abstract|System.Security.Cryptography.HashAlgorithm|System.IDisposable System.Security.Cryptography.ICryptoTransform|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|=HashSizeInBits =HashSizeInBytes
qbool IsSupported {get;}
qint HashSizeInBits {get;}
qint HashSizeInBytes {get;}
sSystem.Security.Cryptography.SHA3_512 Create()
sbyte[] HashData(byte[] source)
sbyte[] HashData(System.ReadOnlySpan[byte] source)
sint HashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination)
sint HashData(System.IO.Stream source, System.Span[byte] destination)
sbyte[] HashData(System.IO.Stream source)
sbool TryHashData(System.ReadOnlySpan[byte] source, System.Span[byte] destination, [ref] int bytesWritten)
sSystem.Threading.Tasks.ValueTask[byte[]] HashDataAsync(System.IO.Stream source, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.ValueTask[int] HashDataAsync(System.IO.Stream source, System.Memory[byte] destination, System.Threading.CancellationToken cancellationToken = default)
#System.Security.Cryptography.KeySizes|class|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint MinSize {get;}
pint MaxSize {get;}
pint SkipSize {get;}
cnew(int minSize, int maxSize, int skipSize)
#System.Security.Cryptography.AsymmetricAlgorithm|abstract|System.Object|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pint KeySize {get;set;}
pSystem.Security.Cryptography.KeySizes[] LegalKeySizes {get;}
pstring SignatureAlgorithm {get;}
pstring KeyExchangeAlgorithm {get;}
sSystem.Security.Cryptography.AsymmetricAlgorithm Create()
sSystem.Security.Cryptography.AsymmetricAlgorithm Create(string algName)
mvoid FromXmlString(string xmlString)
mstring ToXmlString(bool includePrivateParameters)
mvoid Clear()
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid ImportEncryptedPkcs8PrivateKey(System.ReadOnlySpan[byte] passwordBytes, System.ReadOnlySpan[byte] source, [ref] int bytesRead)
mvoid ImportEncryptedPkcs8PrivateKey(System.ReadOnlySpan[char] password, System.ReadOnlySpan[byte] source, [ref] int bytesRead)
mvoid ImportPkcs8PrivateKey(System.ReadOnlySpan[byte] source, [ref] int bytesRead)
mvoid ImportSubjectPublicKeyInfo(System.ReadOnlySpan[byte] source, [ref] int bytesRead)
mbyte[] ExportEncryptedPkcs8PrivateKey(System.ReadOnlySpan[byte] passwordBytes, System.Security.Cryptography.PbeParameters pbeParameters)
mbyte[] ExportEncryptedPkcs8PrivateKey(System.ReadOnlySpan[char] password, System.Security.Cryptography.PbeParameters pbeParameters)
mbyte[] ExportPkcs8PrivateKey()
mbyte[] ExportSubjectPublicKeyInfo()
mbool TryExportEncryptedPkcs8PrivateKey(System.ReadOnlySpan[byte] passwordBytes, System.Security.Cryptography.PbeParameters pbeParameters, System.Span[byte] destination, [ref] int bytesWritten)
mbool TryExportEncryptedPkcs8PrivateKey(System.ReadOnlySpan[char] password, System.Security.Cryptography.PbeParameters pbeParameters, System.Span[byte] destination, [ref] int bytesWritten)
mbool TryExportPkcs8PrivateKey(System.Span[byte] destination, [ref] int bytesWritten)
mbool TryExportSubjectPublicKeyInfo(System.Span[byte] destination, [ref] int bytesWritten)
mvoid ImportFromEncryptedPem(System.ReadOnlySpan[char] input, System.ReadOnlySpan[char] password)
mvoid ImportFromEncryptedPem(System.ReadOnlySpan[char] input, System.ReadOnlySpan[byte] passwordBytes)
mvoid ImportFromPem(System.ReadOnlySpan[char] input)
mstring ExportPkcs8PrivateKeyPem()
mstring ExportEncryptedPkcs8PrivateKeyPem(System.ReadOnlySpan[char] password, System.Security.Cryptography.PbeParameters pbeParameters)
mstring ExportEncryptedPkcs8PrivateKeyPem(System.ReadOnlySpan[byte] passwordBytes, System.Security.Cryptography.PbeParameters pbeParameters)
mstring ExportSubjectPublicKeyInfoPem()
mbool TryExportSubjectPublicKeyInfoPem(System.Span[char] destination, [ref] int charsWritten)
mbool TryExportPkcs8PrivateKeyPem(System.Span[char] destination, [ref] int charsWritten)
mbool TryExportEncryptedPkcs8PrivateKeyPem(System.ReadOnlySpan[char] password, System.Security.Cryptography.PbeParameters pbeParameters, System.Span[char] destination, [ref] int charsWritten)
mbool TryExportEncryptedPkcs8PrivateKeyPem(System.ReadOnlySpan[byte] passwordBytes, System.Security.Cryptography.PbeParameters pbeParameters, System.Span[char] destination, [ref] int charsWritten)
#System.Security.Cryptography.RSA|abstract|System.Security.Cryptography.AsymmetricAlgorithm|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pstring KeyExchangeAlgorithm {get;}
pstring SignatureAlgorithm {get;}
sSystem.Security.Cryptography.RSA Create()
sSystem.Security.Cryptography.RSA Create(string algName)
sSystem.Security.Cryptography.RSA Create(int keySizeInBits)
sSystem.Security.Cryptography.RSA Create(System.Security.Cryptography.RSAParameters parameters)
mint GetMaxOutputSize()
mSystem.Security.Cryptography.RSAParameters ExportParameters(bool includePrivateParameters)
mvoid ImportParameters(System.Security.Cryptography.RSAParameters parameters)
mbyte[] Encrypt(byte[] data, System.Security.Cryptography.RSAEncryptionPadding padding)
mbyte[] Encrypt(System.ReadOnlySpan[byte] data, System.Security.Cryptography.RSAEncryptionPadding padding)
mint Encrypt(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.RSAEncryptionPadding padding)
mbyte[] Decrypt(byte[] data, System.Security.Cryptography.RSAEncryptionPadding padding)
mbyte[] Decrypt(System.ReadOnlySpan[byte] data, System.Security.Cryptography.RSAEncryptionPadding padding)
mint Decrypt(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.RSAEncryptionPadding padding)
mbyte[] SignHash(byte[] hash, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbyte[] SignHash(System.ReadOnlySpan[byte] hash, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mint SignHash(System.ReadOnlySpan[byte] hash, System.Span[byte] destination, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbool VerifyHash(byte[] hash, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbool VerifyHash(System.ReadOnlySpan[byte] hash, System.ReadOnlySpan[byte] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbool TryDecrypt(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.RSAEncryptionPadding padding, [ref] int bytesWritten)
mbool TryEncrypt(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.RSAEncryptionPadding padding, [ref] int bytesWritten)
mbool TrySignHash(System.ReadOnlySpan[byte] hash, System.Span[byte] destination, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding, [ref] int bytesWritten)
mbyte[] DecryptValue(byte[] rgb)
mbyte[] EncryptValue(byte[] rgb)
mbyte[] SignData(byte[] data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbyte[] SignData(byte[] data, int offset, int count, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbyte[] SignData(System.IO.Stream data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbyte[] SignData(System.ReadOnlySpan[byte] data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mint SignData(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbool TrySignData(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding, [ref] int bytesWritten)
mbool VerifyData(byte[] data, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbool VerifyData(byte[] data, int offset, int count, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbool VerifyData(System.IO.Stream data, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbool VerifyData(System.ReadOnlySpan[byte] data, System.ReadOnlySpan[byte] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.RSASignaturePadding padding)
mbyte[] ExportRSAPrivateKey()
mbool TryExportRSAPrivateKey(System.Span[byte] destination, [ref] int bytesWritten)
mbyte[] ExportRSAPublicKey()
mbool TryExportRSAPublicKey(System.Span[byte] destination, [ref] int bytesWritten)
mvoid ImportRSAPublicKey(System.ReadOnlySpan[byte] source, [ref] int bytesRead)
mvoid ImportRSAPrivateKey(System.ReadOnlySpan[byte] source, [ref] int bytesRead)
mstring ExportRSAPrivateKeyPem()
mstring ExportRSAPublicKeyPem()
mbool TryExportRSAPrivateKeyPem(System.Span[char] destination, [ref] int charsWritten)
mbool TryExportRSAPublicKeyPem(System.Span[char] destination, [ref] int charsWritten)
#System.Security.Cryptography.RSACryptoServiceProvider|class|System.Security.Cryptography.RSA|System.IDisposable System.Security.Cryptography.ICspAsymmetricAlgorithm|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.Cryptography.CspKeyContainerInfo CspKeyContainerInfo {get;}
pstring KeyExchangeAlgorithm {get;}
pint KeySize {get;set;}
pSystem.Security.Cryptography.KeySizes[] LegalKeySizes {get;}
pbool PersistKeyInCsp {get;set;}
pbool PublicOnly {get;}
pstring SignatureAlgorithm {get;}
qbool UseMachineKeyStore {get;set;}
cnew()
cnew(int dwKeySize)
cnew(int dwKeySize, System.Security.Cryptography.CspParameters parameters)
cnew(System.Security.Cryptography.CspParameters parameters)
mbyte[] Decrypt(byte[] rgb, bool fOAEP)
mbyte[] Encrypt(byte[] rgb, bool fOAEP)
mbyte[] ExportCspBlob(bool includePrivateParameters)
mbyte[] ICspAsymmetricAlgorithm.ExportCspBlob(bool includePrivateParameters)
mvoid ImportCspBlob(byte[] keyBlob)
mvoid ICspAsymmetricAlgorithm.ImportCspBlob(byte[] rawData)
mbyte[] SignData(byte[] buffer, int offset, int count, System.Object halg)
mbyte[] SignData(byte[] buffer, System.Object halg)
mbyte[] SignData(System.IO.Stream inputStream, System.Object halg)
mbyte[] SignHash(byte[] rgbHash, string str)
mbool VerifyData(byte[] buffer, System.Object halg, byte[] signature)
mbool VerifyHash(byte[] rgbHash, string str, byte[] rgbSignature)
#System.Security.Cryptography.RSAParameters|struct|System.ValueType||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100109|D DP DQ Exponent InverseQ Modulus P Q
pbyte[] D {get;set;}
pbyte[] DP {get;set;}
pbyte[] DQ {get;set;}
pbyte[] Exponent {get;set;}
pbyte[] InverseQ {get;set;}
pbyte[] Modulus {get;set;}
pbyte[] P {get;set;}
pbyte[] Q {get;set;}
#System.Security.Cryptography.RSAEncryptionPadding|class|System.Object|System.IEquatable\`1[System.Security.Cryptography.RSAEncryptionPadding]|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.Cryptography.RSAEncryptionPaddingMode Mode {get;}
pSystem.Security.Cryptography.HashAlgorithmName OaepHashAlgorithm {get;}
qSystem.Security.Cryptography.RSAEncryptionPadding Pkcs1 {get;}
qSystem.Security.Cryptography.RSAEncryptionPadding OaepSHA1 {get;}
qSystem.Security.Cryptography.RSAEncryptionPadding OaepSHA256 {get;}
qSystem.Security.Cryptography.RSAEncryptionPadding OaepSHA384 {get;}
qSystem.Security.Cryptography.RSAEncryptionPadding OaepSHA512 {get;}
qSystem.Security.Cryptography.RSAEncryptionPadding OaepSHA3_256 {get;}
qSystem.Security.Cryptography.RSAEncryptionPadding OaepSHA3_384 {get;}
qSystem.Security.Cryptography.RSAEncryptionPadding OaepSHA3_512 {get;}
sSystem.Security.Cryptography.RSAEncryptionPadding CreateOaep(System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
sbool op_Equality(System.Security.Cryptography.RSAEncryptionPadding left, System.Security.Cryptography.RSAEncryptionPadding right)
sbool op_Inequality(System.Security.Cryptography.RSAEncryptionPadding left, System.Security.Cryptography.RSAEncryptionPadding right)
mbool Equals(System.Security.Cryptography.RSAEncryptionPadding other)
mbool IEquatable[RSAEncryptionPadding].Equals(System.Security.Cryptography.RSAEncryptionPadding other)
#System.Security.Cryptography.RSASignaturePadding|class|System.Object|System.IEquatable\`1[System.Security.Cryptography.RSASignaturePadding]|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.Cryptography.RSASignaturePaddingMode Mode {get;}
qSystem.Security.Cryptography.RSASignaturePadding Pkcs1 {get;}
qSystem.Security.Cryptography.RSASignaturePadding Pss {get;}
sbool op_Equality(System.Security.Cryptography.RSASignaturePadding left, System.Security.Cryptography.RSASignaturePadding right)
sbool op_Inequality(System.Security.Cryptography.RSASignaturePadding left, System.Security.Cryptography.RSASignaturePadding right)
mbool Equals(System.Security.Cryptography.RSASignaturePadding other)
mbool IEquatable[RSASignaturePadding].Equals(System.Security.Cryptography.RSASignaturePadding other)
#System.Security.Cryptography.ECDsa|abstract|System.Security.Cryptography.ECAlgorithm|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pstring KeyExchangeAlgorithm {get;}
pstring SignatureAlgorithm {get;}
sSystem.Security.Cryptography.ECDsa Create()
sSystem.Security.Cryptography.ECDsa Create(System.Security.Cryptography.ECCurve curve)
sSystem.Security.Cryptography.ECDsa Create(System.Security.Cryptography.ECParameters parameters)
sSystem.Security.Cryptography.ECDsa Create(string algorithm)
mbyte[] SignData(byte[] data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbyte[] SignData(byte[] data, int offset, int count, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbyte[] SignData(byte[] data, int offset, int count, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbyte[] SignData(byte[] data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbyte[] SignData(System.IO.Stream data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbyte[] SignData(System.IO.Stream data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbyte[] SignData(System.ReadOnlySpan[byte] data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbyte[] SignData(System.ReadOnlySpan[byte] data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mint SignData(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mint SignData(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbyte[] SignHash(byte[] hash, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbyte[] SignHash(System.ReadOnlySpan[byte] hash, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbyte[] SignHash(System.ReadOnlySpan[byte] hash)
mint SignHash(System.ReadOnlySpan[byte] hash, System.Span[byte] destination, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mint SignHash(System.ReadOnlySpan[byte] hash, System.Span[byte] destination)
mbyte[] SignHash(byte[] hash)
mbool TrySignData(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, [ref] int bytesWritten)
mbool TrySignData(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat, [ref] int bytesWritten)
mbool VerifyData(byte[] data, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbool VerifyData(byte[] data, int offset, int count, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbool VerifyData(byte[] data, int offset, int count, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifyData(byte[] data, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifyData(System.ReadOnlySpan[byte] data, System.ReadOnlySpan[byte] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbool VerifyData(System.ReadOnlySpan[byte] data, System.ReadOnlySpan[byte] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifyData(System.IO.Stream data, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbool VerifyData(System.IO.Stream data, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifyHash(byte[] hash, byte[] signature)
mbool VerifyHash(System.ReadOnlySpan[byte] hash, System.ReadOnlySpan[byte] signature)
mbool VerifyHash(byte[] hash, byte[] signature, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifyHash(System.ReadOnlySpan[byte] hash, System.ReadOnlySpan[byte] signature, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool TrySignHash(System.ReadOnlySpan[byte] hash, System.Span[byte] destination, [ref] int bytesWritten)
mbool TrySignHash(System.ReadOnlySpan[byte] hash, System.Span[byte] destination, System.Security.Cryptography.DSASignatureFormat signatureFormat, [ref] int bytesWritten)
mint GetMaxSignatureSize(System.Security.Cryptography.DSASignatureFormat signatureFormat)
#System.Security.Cryptography.ECCurve|struct|System.ValueType||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100109|A B G Order Cofactor Seed CurveType Hash Polynomial Prime
pSystem.Security.Cryptography.Oid Oid {get;}
pbool IsPrime {get;}
pbool IsCharacteristic2 {get;}
pbool IsExplicit {get;}
pbool IsNamed {get;}
pbyte[] A {get;set;}
pbyte[] B {get;set;}
pSystem.Security.Cryptography.ECPoint G {get;set;}
pbyte[] Order {get;set;}
pbyte[] Cofactor {get;set;}
pbyte[] Seed {get;set;}
pSystem.Security.Cryptography.ECCurve+ECCurveType CurveType {get;set;}
pSystem.Nullable[System.Security.Cryptography.HashAlgorithmName] Hash {get;set;}
pbyte[] Polynomial {get;set;}
pbyte[] Prime {get;set;}
sSystem.Security.Cryptography.ECCurve CreateFromOid(System.Security.Cryptography.Oid curveOid)
sSystem.Security.Cryptography.ECCurve CreateFromFriendlyName(string oidFriendlyName)
sSystem.Security.Cryptography.ECCurve CreateFromValue(string oidValue)
mvoid Validate()
#System.Security.Cryptography.DSA|abstract|System.Security.Cryptography.AsymmetricAlgorithm|System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
sSystem.Security.Cryptography.DSA Create(string algName)
sSystem.Security.Cryptography.DSA Create()
sSystem.Security.Cryptography.DSA Create(int keySizeInBits)
sSystem.Security.Cryptography.DSA Create(System.Security.Cryptography.DSAParameters parameters)
mSystem.Security.Cryptography.DSAParameters ExportParameters(bool includePrivateParameters)
mvoid ImportParameters(System.Security.Cryptography.DSAParameters parameters)
mbyte[] CreateSignature(byte[] rgbHash)
mbyte[] CreateSignature(byte[] rgbHash, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifySignature(byte[] rgbHash, byte[] rgbSignature)
mbool VerifySignature(byte[] rgbHash, byte[] rgbSignature, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifySignature(System.ReadOnlySpan[byte] hash, System.ReadOnlySpan[byte] signature)
mbool VerifySignature(System.ReadOnlySpan[byte] hash, System.ReadOnlySpan[byte] signature, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbyte[] SignData(byte[] data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbyte[] SignData(byte[] data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbyte[] SignData(byte[] data, int offset, int count, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbyte[] SignData(byte[] data, int offset, int count, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbyte[] SignData(System.IO.Stream data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbyte[] SignData(System.IO.Stream data, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifyData(byte[] data, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbool VerifyData(byte[] data, int offset, int count, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbool VerifyData(byte[] data, int offset, int count, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifyData(System.IO.Stream data, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbool VerifyData(System.ReadOnlySpan[byte] data, System.ReadOnlySpan[byte] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm)
mbool VerifyData(byte[] data, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifyData(System.IO.Stream data, byte[] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool VerifyData(System.ReadOnlySpan[byte] data, System.ReadOnlySpan[byte] signature, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat)
mbool TryCreateSignature(System.ReadOnlySpan[byte] hash, System.Span[byte] destination, [ref] int bytesWritten)
mbool TryCreateSignature(System.ReadOnlySpan[byte] hash, System.Span[byte] destination, System.Security.Cryptography.DSASignatureFormat signatureFormat, [ref] int bytesWritten)
mbool TrySignData(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, [ref] int bytesWritten)
mbool TrySignData(System.ReadOnlySpan[byte] data, System.Span[byte] destination, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, System.Security.Cryptography.DSASignatureFormat signatureFormat, [ref] int bytesWritten)
mint GetMaxSignatureSize(System.Security.Cryptography.DSASignatureFormat signatureFormat)
#System.Security.Cryptography.PbeParameters|class|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Security.Cryptography.PbeEncryptionAlgorithm EncryptionAlgorithm {get;}
pSystem.Security.Cryptography.HashAlgorithmName HashAlgorithm {get;}
pint IterationCount {get;}
cnew(System.Security.Cryptography.PbeEncryptionAlgorithm encryptionAlgorithm, System.Security.Cryptography.HashAlgorithmName hashAlgorithm, int iterationCount)
#System.Security.Cryptography.PbeEncryptionAlgorithm|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Unknown=0,Aes128Cbc=1,Aes192Cbc=2,Aes256Cbc=3,TripleDes3KeyPkcs12=4
#System.Security.Cryptography.Oid|class|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pstring Value {get;set;}
pstring FriendlyName {get;set;}
sSystem.Security.Cryptography.Oid FromFriendlyName(string friendlyName, System.Security.Cryptography.OidGroup group)
sSystem.Security.Cryptography.Oid FromOidValue(string oidValue, System.Security.Cryptography.OidGroup group)
cnew()
cnew(string oid)
cnew(string value, string friendlyName)
cnew(System.Security.Cryptography.Oid oid)
#System.Security.Cryptography.OidCollection|class|System.Object|System.Collections.ICollection System.Collections.IEnumerable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint Count {get;}
pbool IsSynchronized {get;}
pSystem.Object SyncRoot {get;}
cnew()
mint Add(System.Security.Cryptography.Oid oid)
mSystem.Security.Cryptography.Oid get_Item(int index)
mSystem.Security.Cryptography.Oid get_Item(string oid)
mSystem.Security.Cryptography.OidEnumerator GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mvoid CopyTo(System.Security.Cryptography.Oid[] array, int index)
mvoid ICollection.CopyTo(array array, int index)
#System.Security.Cryptography.AsnEncodedData|class|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Security.Cryptography.Oid Oid {get;set;}
pbyte[] RawData {get;set;}
cnew(byte[] rawData)
cnew(System.ReadOnlySpan[byte] rawData)
cnew(System.Security.Cryptography.AsnEncodedData asnEncodedData)
cnew(System.Security.Cryptography.Oid oid, byte[] rawData)
cnew(string oid, byte[] rawData)
cnew(System.Security.Cryptography.Oid oid, System.ReadOnlySpan[byte] rawData)
cnew(string oid, System.ReadOnlySpan[byte] rawData)
mvoid CopyFrom(System.Security.Cryptography.AsnEncodedData asnEncodedData)
mstring Format(bool multiLine)
#System.Security.Cryptography.CspParameters|class|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|ProviderType ProviderName KeyContainerName KeyNumber
pSystem.Security.Cryptography.CspProviderFlags Flags {get;set;}
psecurestring KeyPassword {get;set;}
pSystem.IntPtr ParentWindowHandle {get;set;}
pint ProviderType {get;set;}
pstring ProviderName {get;set;}
pstring KeyContainerName {get;set;}
pint KeyNumber {get;set;}
cnew()
cnew(int dwTypeIn)
cnew(int dwTypeIn, string strProviderNameIn)
cnew(int dwTypeIn, string strProviderNameIn, string strContainerNameIn)
#System.Security.Cryptography.ProtectedData|static|System.Object||System.Security.Cryptography.ProtectedData, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
sbyte[] Protect(byte[] userData, byte[] optionalEntropy, System.Security.Cryptography.DataProtectionScope scope)
sbyte[] Protect(System.ReadOnlySpan[byte] userData, System.Security.Cryptography.DataProtectionScope scope, System.ReadOnlySpan[byte] optionalEntropy = default)
sint Protect(System.ReadOnlySpan[byte] userData, System.Security.Cryptography.DataProtectionScope scope, System.Span[byte] destination, System.ReadOnlySpan[byte] optionalEntropy = default)
sbool TryProtect(System.ReadOnlySpan[byte] userData, System.Security.Cryptography.DataProtectionScope scope, System.Span[byte] destination, [ref] int bytesWritten, System.ReadOnlySpan[byte] optionalEntropy = default)
sbyte[] Unprotect(byte[] encryptedData, byte[] optionalEntropy, System.Security.Cryptography.DataProtectionScope scope)
sbyte[] Unprotect(System.ReadOnlySpan[byte] encryptedData, System.Security.Cryptography.DataProtectionScope scope, System.ReadOnlySpan[byte] optionalEntropy = default)
sint Unprotect(System.ReadOnlySpan[byte] encryptedData, System.Security.Cryptography.DataProtectionScope scope, System.Span[byte] destination, System.ReadOnlySpan[byte] optionalEntropy = default)
sbool TryUnprotect(System.ReadOnlySpan[byte] encryptedData, System.Security.Cryptography.DataProtectionScope scope, System.Span[byte] destination, [ref] int bytesWritten, System.ReadOnlySpan[byte] optionalEntropy = default)
#System.Security.Cryptography.DataProtectionScope|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography.ProtectedData, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|CurrentUser=0,LocalMachine=1
#System.Security.Cryptography.ToBase64Transform|class|System.Object|System.Security.Cryptography.ICryptoTransform System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint InputBlockSize {get;}
pint OutputBlockSize {get;}
pbool CanTransformMultipleBlocks {get;}
pbool CanReuseTransform {get;}
cnew()
mint TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)
mint ICryptoTransform.TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)
mbyte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)
mbyte[] ICryptoTransform.TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid Clear()
#System.Security.Cryptography.FromBase64Transform|class|System.Object|System.Security.Cryptography.ICryptoTransform System.IDisposable|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint InputBlockSize {get;}
pint OutputBlockSize {get;}
pbool CanTransformMultipleBlocks {get;}
pbool CanReuseTransform {get;}
cnew()
cnew(System.Security.Cryptography.FromBase64TransformMode whitespaces)
mint TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)
mint ICryptoTransform.TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)
mbyte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)
mbyte[] ICryptoTransform.TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)
mvoid Clear()
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Security.Cryptography.FromBase64TransformMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|IgnoreWhiteSpaces=0,DoNotIgnoreWhiteSpaces=1
#System.Security.Cryptography.KeyNumber|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Exchange=1,Signature=2
#System.Security.Cryptography.PemEncoding|static|System.Object||System.Security.Cryptography, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100181|
sSystem.Security.Cryptography.PemFields Find(System.ReadOnlySpan[char] pemData)
sSystem.Security.Cryptography.PemFields FindUtf8(System.ReadOnlySpan[byte] pemData)
sbool TryFind(System.ReadOnlySpan[char] pemData, [ref] System.Security.Cryptography.PemFields fields)
sbool TryFindUtf8(System.ReadOnlySpan[byte] pemData, [ref] System.Security.Cryptography.PemFields fields)
sint GetEncodedSize(int labelLength, int dataLength)
sbool TryWrite(System.ReadOnlySpan[char] label, System.ReadOnlySpan[byte] data, System.Span[char] destination, [ref] int charsWritten)
sbool TryWriteUtf8(System.ReadOnlySpan[byte] utf8Label, System.ReadOnlySpan[byte] data, System.Span[byte] destination, [ref] int bytesWritten)
sbyte[] WriteUtf8(System.ReadOnlySpan[byte] utf8Label, System.ReadOnlySpan[byte] data)
schar[] Write(System.ReadOnlySpan[char] label, System.ReadOnlySpan[byte] data)
sstring WriteString(System.ReadOnlySpan[char] label, System.ReadOnlySpan[byte] data)
`;
