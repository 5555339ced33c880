/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const IO = `
#System.IO.Path|static|System.Object||||100181|!DirectorySeparatorChar !AltDirectorySeparatorChar !VolumeSeparatorChar !PathSeparator !InvalidPathChars
qchar DirectorySeparatorChar {get;}
qchar AltDirectorySeparatorChar {get;}
qchar VolumeSeparatorChar {get;}
qchar PathSeparator {get;}
qchar[] InvalidPathChars {get;}
sstring ChangeExtension(string path, string extension)
sbool Exists(string path)
sstring GetDirectoryName(string path)
sSystem.ReadOnlySpan[char] GetDirectoryName(System.ReadOnlySpan[char] path)
sstring GetExtension(string path)
sSystem.ReadOnlySpan[char] GetExtension(System.ReadOnlySpan[char] path)
sstring GetFileName(string path)
sSystem.ReadOnlySpan[char] GetFileName(System.ReadOnlySpan[char] path)
sstring GetFileNameWithoutExtension(string path)
sSystem.ReadOnlySpan[char] GetFileNameWithoutExtension(System.ReadOnlySpan[char] path)
sstring GetRandomFileName()
sbool IsPathFullyQualified(string path)
sbool IsPathFullyQualified(System.ReadOnlySpan[char] path)
sbool HasExtension(string path)
sbool HasExtension(System.ReadOnlySpan[char] path)
sstring Combine(string path1, string path2)
sstring Combine(string path1, string path2, string path3)
sstring Combine(string path1, string path2, string path3, string path4)
sstring Combine(Params string[] paths)
sstring Combine(System.ReadOnlySpan[string] paths)
sstring Join(System.ReadOnlySpan[char] path1, System.ReadOnlySpan[char] path2)
sstring Join(System.ReadOnlySpan[char] path1, System.ReadOnlySpan[char] path2, System.ReadOnlySpan[char] path3)
sstring Join(System.ReadOnlySpan[char] path1, System.ReadOnlySpan[char] path2, System.ReadOnlySpan[char] path3, System.ReadOnlySpan[char] path4)
sstring Join(string path1, string path2)
sstring Join(string path1, string path2, string path3)
sstring Join(string path1, string path2, string path3, string path4)
sstring Join(Params string[] paths)
sstring Join(System.ReadOnlySpan[string] paths)
sbool TryJoin(System.ReadOnlySpan[char] path1, System.ReadOnlySpan[char] path2, System.Span[char] destination, [ref] int charsWritten)
sbool TryJoin(System.ReadOnlySpan[char] path1, System.ReadOnlySpan[char] path2, System.ReadOnlySpan[char] path3, System.Span[char] destination, [ref] int charsWritten)
sstring GetRelativePath(string relativeTo, string path)
sstring TrimEndingDirectorySeparator(string path)
sSystem.ReadOnlySpan[char] TrimEndingDirectorySeparator(System.ReadOnlySpan[char] path)
sbool EndsInDirectorySeparator(System.ReadOnlySpan[char] path)
sbool EndsInDirectorySeparator(string path)
schar[] GetInvalidFileNameChars()
schar[] GetInvalidPathChars()
sstring GetFullPath(string path)
sstring GetFullPath(string path, string basePath)
sstring GetTempPath()
sstring GetTempFileName()
sbool IsPathRooted(string path)
sbool IsPathRooted(System.ReadOnlySpan[char] path)
sstring GetPathRoot(string path)
sSystem.ReadOnlySpan[char] GetPathRoot(System.ReadOnlySpan[char] path)
#System.IO.File|static|System.Object||||100181|
sSystem.IO.StreamReader OpenText(string path)
sSystem.IO.StreamWriter CreateText(string path)
sSystem.IO.StreamWriter AppendText(string path)
svoid Copy(string sourceFileName, string destFileName)
svoid Copy(string sourceFileName, string destFileName, bool overwrite)
sSystem.IO.FileStream Create(string path)
sSystem.IO.FileStream Create(string path, int bufferSize)
sSystem.IO.FileStream Create(string path, int bufferSize, System.IO.FileOptions options)
svoid Delete(string path)
sbool Exists(string path)
sSystem.IO.FileStream Open(string path, System.IO.FileStreamOptions options)
sSystem.IO.FileStream Open(string path, System.IO.FileMode mode)
sSystem.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access)
sSystem.IO.FileStream Open(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)
sMicrosoft.Win32.SafeHandles.SafeFileHandle OpenHandle(string path, System.IO.FileMode mode = System.IO.FileMode.Open, System.IO.FileAccess access = System.IO.FileAccess.Read, System.IO.FileShare share = System.IO.FileShare.Read, System.IO.FileOptions options = System.IO.FileOptions.None, long preallocationSize = 0)
svoid SetCreationTime(string path, datetime creationTime)
svoid SetCreationTime(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle, datetime creationTime)
svoid SetCreationTimeUtc(string path, datetime creationTimeUtc)
svoid SetCreationTimeUtc(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle, datetime creationTimeUtc)
sdatetime GetCreationTime(string path)
sdatetime GetCreationTime(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle)
sdatetime GetCreationTimeUtc(string path)
sdatetime GetCreationTimeUtc(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle)
svoid SetLastAccessTime(string path, datetime lastAccessTime)
svoid SetLastAccessTime(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle, datetime lastAccessTime)
svoid SetLastAccessTimeUtc(string path, datetime lastAccessTimeUtc)
svoid SetLastAccessTimeUtc(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle, datetime lastAccessTimeUtc)
sdatetime GetLastAccessTime(string path)
sdatetime GetLastAccessTime(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle)
sdatetime GetLastAccessTimeUtc(string path)
sdatetime GetLastAccessTimeUtc(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle)
svoid SetLastWriteTime(string path, datetime lastWriteTime)
svoid SetLastWriteTime(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle, datetime lastWriteTime)
svoid SetLastWriteTimeUtc(string path, datetime lastWriteTimeUtc)
svoid SetLastWriteTimeUtc(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle, datetime lastWriteTimeUtc)
sdatetime GetLastWriteTime(string path)
sdatetime GetLastWriteTime(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle)
sdatetime GetLastWriteTimeUtc(string path)
sdatetime GetLastWriteTimeUtc(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle)
sSystem.IO.FileAttributes GetAttributes(string path)
sSystem.IO.FileAttributes GetAttributes(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle)
svoid SetAttributes(string path, System.IO.FileAttributes fileAttributes)
svoid SetAttributes(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle, System.IO.FileAttributes fileAttributes)
sSystem.IO.UnixFileMode GetUnixFileMode(string path)
sSystem.IO.UnixFileMode GetUnixFileMode(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle)
svoid SetUnixFileMode(string path, System.IO.UnixFileMode mode)
svoid SetUnixFileMode(Microsoft.Win32.SafeHandles.SafeFileHandle fileHandle, System.IO.UnixFileMode mode)
sSystem.IO.FileStream OpenRead(string path)
sSystem.IO.FileStream OpenWrite(string path)
sstring ReadAllText(string path)
sstring ReadAllText(string path, System.Text.Encoding encoding)
svoid WriteAllText(string path, string contents)
svoid WriteAllText(string path, System.ReadOnlySpan[char] contents)
svoid WriteAllText(string path, string contents, System.Text.Encoding encoding)
svoid WriteAllText(string path, System.ReadOnlySpan[char] contents, System.Text.Encoding encoding)
sbyte[] ReadAllBytes(string path)
svoid WriteAllBytes(string path, byte[] bytes)
svoid WriteAllBytes(string path, System.ReadOnlySpan[byte] bytes)
svoid AppendAllBytes(string path, byte[] bytes)
svoid AppendAllBytes(string path, System.ReadOnlySpan[byte] bytes)
sSystem.Threading.Tasks.Task AppendAllBytesAsync(string path, byte[] bytes, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task AppendAllBytesAsync(string path, System.ReadOnlyMemory[byte] bytes, System.Threading.CancellationToken cancellationToken = default)
sstring[] ReadAllLines(string path)
sstring[] ReadAllLines(string path, System.Text.Encoding encoding)
sSystem.Collections.Generic.IEnumerable[string] ReadLines(string path)
sSystem.Collections.Generic.IEnumerable[string] ReadLines(string path, System.Text.Encoding encoding)
sSystem.Collections.Generic.IAsyncEnumerable[string] ReadLinesAsync(string path, System.Threading.CancellationToken cancellationToken = default)
sSystem.Collections.Generic.IAsyncEnumerable[string] ReadLinesAsync(string path, System.Text.Encoding encoding, System.Threading.CancellationToken cancellationToken = default)
svoid WriteAllLines(string path, string[] contents)
svoid WriteAllLines(string path, System.Collections.Generic.IEnumerable[string] contents)
svoid WriteAllLines(string path, string[] contents, System.Text.Encoding encoding)
svoid WriteAllLines(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding)
svoid AppendAllText(string path, string contents)
svoid AppendAllText(string path, System.ReadOnlySpan[char] contents)
svoid AppendAllText(string path, string contents, System.Text.Encoding encoding)
svoid AppendAllText(string path, System.ReadOnlySpan[char] contents, System.Text.Encoding encoding)
svoid AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents)
svoid AppendAllLines(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding)
svoid Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName)
svoid Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName, bool ignoreMetadataErrors)
svoid Move(string sourceFileName, string destFileName)
svoid Move(string sourceFileName, string destFileName, bool overwrite)
svoid Encrypt(string path)
svoid Decrypt(string path)
sSystem.Threading.Tasks.Task[string] ReadAllTextAsync(string path, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task[string] ReadAllTextAsync(string path, System.Text.Encoding encoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task WriteAllTextAsync(string path, string contents, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task WriteAllTextAsync(string path, System.ReadOnlyMemory[char] contents, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task WriteAllTextAsync(string path, string contents, System.Text.Encoding encoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task WriteAllTextAsync(string path, System.ReadOnlyMemory[char] contents, System.Text.Encoding encoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task[byte[]] ReadAllBytesAsync(string path, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task WriteAllBytesAsync(string path, byte[] bytes, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task WriteAllBytesAsync(string path, System.ReadOnlyMemory[byte] bytes, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task[string[]] ReadAllLinesAsync(string path, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task[string[]] ReadAllLinesAsync(string path, System.Text.Encoding encoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task WriteAllLinesAsync(string path, System.Collections.Generic.IEnumerable[string] contents, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task WriteAllLinesAsync(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task AppendAllTextAsync(string path, string contents, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task AppendAllTextAsync(string path, System.ReadOnlyMemory[char] contents, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task AppendAllTextAsync(string path, string contents, System.Text.Encoding encoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task AppendAllTextAsync(string path, System.ReadOnlyMemory[char] contents, System.Text.Encoding encoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task AppendAllLinesAsync(string path, System.Collections.Generic.IEnumerable[string] contents, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task AppendAllLinesAsync(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.IO.FileSystemInfo CreateSymbolicLink(string path, string pathToTarget)
sSystem.IO.FileSystemInfo ResolveLinkTarget(string linkPath, bool returnFinalTarget)
#System.IO.Directory|static|System.Object||||100181|
sSystem.IO.DirectoryInfo GetParent(string path)
sSystem.IO.DirectoryInfo CreateDirectory(string path)
sSystem.IO.DirectoryInfo CreateDirectory(string path, System.IO.UnixFileMode unixCreateMode)
sSystem.IO.DirectoryInfo CreateTempSubdirectory(string prefix = null)
sbool Exists(string path)
svoid SetCreationTime(string path, datetime creationTime)
svoid SetCreationTimeUtc(string path, datetime creationTimeUtc)
sdatetime GetCreationTime(string path)
sdatetime GetCreationTimeUtc(string path)
svoid SetLastWriteTime(string path, datetime lastWriteTime)
svoid SetLastWriteTimeUtc(string path, datetime lastWriteTimeUtc)
sdatetime GetLastWriteTime(string path)
sdatetime GetLastWriteTimeUtc(string path)
svoid SetLastAccessTime(string path, datetime lastAccessTime)
svoid SetLastAccessTimeUtc(string path, datetime lastAccessTimeUtc)
sdatetime GetLastAccessTime(string path)
sdatetime GetLastAccessTimeUtc(string path)
sstring[] GetFiles(string path)
sstring[] GetFiles(string path, string searchPattern)
sstring[] GetFiles(string path, string searchPattern, System.IO.SearchOption searchOption)
sstring[] GetFiles(string path, string searchPattern, System.IO.EnumerationOptions enumerationOptions)
sstring[] GetDirectories(string path)
sstring[] GetDirectories(string path, string searchPattern)
sstring[] GetDirectories(string path, string searchPattern, System.IO.SearchOption searchOption)
sstring[] GetDirectories(string path, string searchPattern, System.IO.EnumerationOptions enumerationOptions)
sstring[] GetFileSystemEntries(string path)
sstring[] GetFileSystemEntries(string path, string searchPattern)
sstring[] GetFileSystemEntries(string path, string searchPattern, System.IO.SearchOption searchOption)
sstring[] GetFileSystemEntries(string path, string searchPattern, System.IO.EnumerationOptions enumerationOptions)
sSystem.Collections.Generic.IEnumerable[string] EnumerateDirectories(string path)
sSystem.Collections.Generic.IEnumerable[string] EnumerateDirectories(string path, string searchPattern)
sSystem.Collections.Generic.IEnumerable[string] EnumerateDirectories(string path, string searchPattern, System.IO.SearchOption searchOption)
sSystem.Collections.Generic.IEnumerable[string] EnumerateDirectories(string path, string searchPattern, System.IO.EnumerationOptions enumerationOptions)
sSystem.Collections.Generic.IEnumerable[string] EnumerateFiles(string path)
sSystem.Collections.Generic.IEnumerable[string] EnumerateFiles(string path, string searchPattern)
sSystem.Collections.Generic.IEnumerable[string] EnumerateFiles(string path, string searchPattern, System.IO.SearchOption searchOption)
sSystem.Collections.Generic.IEnumerable[string] EnumerateFiles(string path, string searchPattern, System.IO.EnumerationOptions enumerationOptions)
sSystem.Collections.Generic.IEnumerable[string] EnumerateFileSystemEntries(string path)
sSystem.Collections.Generic.IEnumerable[string] EnumerateFileSystemEntries(string path, string searchPattern)
sSystem.Collections.Generic.IEnumerable[string] EnumerateFileSystemEntries(string path, string searchPattern, System.IO.SearchOption searchOption)
sSystem.Collections.Generic.IEnumerable[string] EnumerateFileSystemEntries(string path, string searchPattern, System.IO.EnumerationOptions enumerationOptions)
sstring GetDirectoryRoot(string path)
sstring GetCurrentDirectory()
svoid SetCurrentDirectory(string path)
svoid Move(string sourceDirName, string destDirName)
svoid Delete(string path)
svoid Delete(string path, bool recursive)
sstring[] GetLogicalDrives()
sSystem.IO.FileSystemInfo CreateSymbolicLink(string path, string pathToTarget)
sSystem.IO.FileSystemInfo ResolveLinkTarget(string linkPath, bool returnFinalTarget)
#System.IO.FileInfo|class|System.IO.FileSystemInfo|System.Runtime.Serialization.ISerializable|||100101|
pstring Name {get;}
plong Length {get;}
pstring DirectoryName {get;}
pSystem.IO.DirectoryInfo Directory {get;}
pbool IsReadOnly {get;set;}
pbool Exists {get;}
cnew(string fileName)
mSystem.IO.FileStream Open(System.IO.FileStreamOptions options)
mSystem.IO.FileStream Open(System.IO.FileMode mode)
mSystem.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access)
mSystem.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)
mSystem.IO.StreamReader OpenText()
mSystem.IO.StreamWriter CreateText()
mSystem.IO.StreamWriter AppendText()
mSystem.IO.FileInfo CopyTo(string destFileName)
mSystem.IO.FileInfo CopyTo(string destFileName, bool overwrite)
mSystem.IO.FileStream Create()
mSystem.IO.FileStream OpenRead()
mSystem.IO.FileStream OpenWrite()
mvoid MoveTo(string destFileName)
mvoid MoveTo(string destFileName, bool overwrite)
mSystem.IO.FileInfo Replace(string destinationFileName, string destinationBackupFileName)
mSystem.IO.FileInfo Replace(string destinationFileName, string destinationBackupFileName, bool ignoreMetadataErrors)
mvoid Decrypt()
mvoid Encrypt()
#System.IO.DirectoryInfo|class|System.IO.FileSystemInfo|System.Runtime.Serialization.ISerializable|||100101|
pstring Name {get;}
pSystem.IO.DirectoryInfo Parent {get;}
pSystem.IO.DirectoryInfo Root {get;}
pbool Exists {get;}
cnew(string path)
mSystem.IO.DirectoryInfo CreateSubdirectory(string path)
mvoid Create()
mSystem.IO.FileInfo[] GetFiles()
mSystem.IO.FileInfo[] GetFiles(string searchPattern)
mSystem.IO.FileInfo[] GetFiles(string searchPattern, System.IO.SearchOption searchOption)
mSystem.IO.FileInfo[] GetFiles(string searchPattern, System.IO.EnumerationOptions enumerationOptions)
mSystem.IO.FileSystemInfo[] GetFileSystemInfos()
mSystem.IO.FileSystemInfo[] GetFileSystemInfos(string searchPattern)
mSystem.IO.FileSystemInfo[] GetFileSystemInfos(string searchPattern, System.IO.SearchOption searchOption)
mSystem.IO.FileSystemInfo[] GetFileSystemInfos(string searchPattern, System.IO.EnumerationOptions enumerationOptions)
mSystem.IO.DirectoryInfo[] GetDirectories()
mSystem.IO.DirectoryInfo[] GetDirectories(string searchPattern)
mSystem.IO.DirectoryInfo[] GetDirectories(string searchPattern, System.IO.SearchOption searchOption)
mSystem.IO.DirectoryInfo[] GetDirectories(string searchPattern, System.IO.EnumerationOptions enumerationOptions)
mSystem.Collections.Generic.IEnumerable[System.IO.DirectoryInfo] EnumerateDirectories()
mSystem.Collections.Generic.IEnumerable[System.IO.DirectoryInfo] EnumerateDirectories(string searchPattern)
mSystem.Collections.Generic.IEnumerable[System.IO.DirectoryInfo] EnumerateDirectories(string searchPattern, System.IO.SearchOption searchOption)
mSystem.Collections.Generic.IEnumerable[System.IO.DirectoryInfo] EnumerateDirectories(string searchPattern, System.IO.EnumerationOptions enumerationOptions)
mSystem.Collections.Generic.IEnumerable[System.IO.FileInfo] EnumerateFiles()
mSystem.Collections.Generic.IEnumerable[System.IO.FileInfo] EnumerateFiles(string searchPattern)
mSystem.Collections.Generic.IEnumerable[System.IO.FileInfo] EnumerateFiles(string searchPattern, System.IO.SearchOption searchOption)
mSystem.Collections.Generic.IEnumerable[System.IO.FileInfo] EnumerateFiles(string searchPattern, System.IO.EnumerationOptions enumerationOptions)
mSystem.Collections.Generic.IEnumerable[System.IO.FileSystemInfo] EnumerateFileSystemInfos()
mSystem.Collections.Generic.IEnumerable[System.IO.FileSystemInfo] EnumerateFileSystemInfos(string searchPattern)
mSystem.Collections.Generic.IEnumerable[System.IO.FileSystemInfo] EnumerateFileSystemInfos(string searchPattern, System.IO.SearchOption searchOption)
mSystem.Collections.Generic.IEnumerable[System.IO.FileSystemInfo] EnumerateFileSystemInfos(string searchPattern, System.IO.EnumerationOptions enumerationOptions)
mvoid MoveTo(string destDirName)
mvoid Delete(bool recursive)
#System.MarshalByRefObject|abstract|System.Object||||100081|
mSystem.Object GetLifetimeService()
mSystem.Object InitializeLifetimeService()
#System.IO.FileSystemInfo|abstract|System.MarshalByRefObject|System.Runtime.Serialization.ISerializable|||100081|
pstring FullName {get;}
pstring Extension {get;}
pstring Name {get;}
pbool Exists {get;}
pdatetime CreationTime {get;set;}
pdatetime CreationTimeUtc {get;set;}
pdatetime LastAccessTime {get;set;}
pdatetime LastAccessTimeUtc {get;set;}
pdatetime LastWriteTime {get;set;}
pdatetime LastWriteTimeUtc {get;set;}
pstring LinkTarget {get;}
pSystem.IO.UnixFileMode UnixFileMode {get;set;}
pSystem.IO.FileAttributes Attributes {get;set;}
mvoid GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
mvoid Delete()
mvoid CreateAsSymbolicLink(string pathToTarget)
mSystem.IO.FileSystemInfo ResolveLinkTarget(bool returnFinalTarget)
mvoid Refresh()
#System.IO.DriveInfo|class|System.Object|System.Runtime.Serialization.ISerializable|System.IO.FileSystem.DriveInfo, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pstring Name {get;}
pbool IsReady {get;}
pSystem.IO.DirectoryInfo RootDirectory {get;}
pstring VolumeLabel {get;set;}
pSystem.IO.DriveType DriveType {get;}
pstring DriveFormat {get;}
plong AvailableFreeSpace {get;}
plong TotalFreeSpace {get;}
plong TotalSize {get;}
sSystem.IO.DriveInfo[] GetDrives()
cnew(string driveName)
mvoid ISerializable.GetObjectData(System.Runtime.Serialization.SerializationInfo info, System.Runtime.Serialization.StreamingContext context)
#System.IO.Stream|abstract|System.MarshalByRefObject|System.IDisposable System.IAsyncDisposable|||100081|!Null
pbool CanRead {get;}
pbool CanWrite {get;}
pbool CanSeek {get;}
pbool CanTimeout {get;}
plong Length {get;}
plong Position {get;set;}
pint ReadTimeout {get;set;}
pint WriteTimeout {get;set;}
qSystem.IO.Stream Null {get;}
sSystem.IO.Stream Synchronized(System.IO.Stream stream)
mvoid CopyTo(System.IO.Stream destination)
mvoid CopyTo(System.IO.Stream destination, int bufferSize)
mSystem.Threading.Tasks.Task CopyToAsync(System.IO.Stream destination)
mSystem.Threading.Tasks.Task CopyToAsync(System.IO.Stream destination, int bufferSize)
mSystem.Threading.Tasks.Task CopyToAsync(System.IO.Stream destination, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task CopyToAsync(System.IO.Stream destination, int bufferSize, System.Threading.CancellationToken cancellationToken)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid Close()
mSystem.Threading.Tasks.ValueTask DisposeAsync()
mSystem.Threading.Tasks.ValueTask IAsyncDisposable.DisposeAsync()
mvoid Flush()
mSystem.Threading.Tasks.Task FlushAsync()
mSystem.Threading.Tasks.Task FlushAsync(System.Threading.CancellationToken cancellationToken)
mSystem.IAsyncResult BeginRead(byte[] buffer, int offset, int count, System.AsyncCallback callback, System.Object state)
mint EndRead(System.IAsyncResult asyncResult)
mSystem.Threading.Tasks.Task[int] ReadAsync(byte[] buffer, int offset, int count)
mSystem.Threading.Tasks.Task[int] ReadAsync(byte[] buffer, int offset, int count, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.ValueTask[int] ReadAsync(System.Memory[byte] buffer, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask ReadExactlyAsync(System.Memory[byte] buffer, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask ReadExactlyAsync(byte[] buffer, int offset, int count, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask[int] ReadAtLeastAsync(System.Memory[byte] buffer, int minimumBytes, bool throwOnEndOfStream = True, System.Threading.CancellationToken cancellationToken = default)
mSystem.IAsyncResult BeginWrite(byte[] buffer, int offset, int count, System.AsyncCallback callback, System.Object state)
mvoid EndWrite(System.IAsyncResult asyncResult)
mSystem.Threading.Tasks.Task WriteAsync(byte[] buffer, int offset, int count)
mSystem.Threading.Tasks.Task WriteAsync(byte[] buffer, int offset, int count, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.ValueTask WriteAsync(System.ReadOnlyMemory[byte] buffer, System.Threading.CancellationToken cancellationToken = default)
mlong Seek(long offset, System.IO.SeekOrigin origin)
mvoid SetLength(long value)
mint Read(byte[] buffer, int offset, int count)
mint Read(System.Span[byte] buffer)
mint ReadByte()
mvoid ReadExactly(System.Span[byte] buffer)
mvoid ReadExactly(byte[] buffer, int offset, int count)
mint ReadAtLeast(System.Span[byte] buffer, int minimumBytes, bool throwOnEndOfStream = True)
mvoid Write(byte[] buffer, int offset, int count)
mvoid Write(System.ReadOnlySpan[byte] buffer)
mvoid WriteByte(byte value)
#System.IO.MemoryStream|class|System.IO.Stream|System.IDisposable System.IAsyncDisposable|||100001|
pbool CanRead {get;}
pbool CanSeek {get;}
pbool CanWrite {get;}
pint Capacity {get;set;}
plong Length {get;}
plong Position {get;set;}
cnew()
cnew(int capacity)
cnew(byte[] buffer)
cnew(byte[] buffer, bool writable)
cnew(byte[] buffer, int index, int count)
cnew(byte[] buffer, int index, int count, bool writable)
cnew(byte[] buffer, int index, int count, bool writable, bool publiclyVisible)
mbyte[] GetBuffer()
mbool TryGetBuffer([ref] System.ArraySegment[byte] buffer)
mlong Seek(long offset, System.IO.SeekOrigin loc)
mbyte[] ToArray()
mvoid WriteTo(System.IO.Stream stream)
#System.IO.FileStream|class|System.IO.Stream|System.IDisposable System.IAsyncDisposable|||100001|
pSystem.IntPtr Handle {get;}
pbool CanRead {get;}
pbool CanWrite {get;}
pMicrosoft.Win32.SafeHandles.SafeFileHandle SafeFileHandle {get;}
pstring Name {get;}
pbool IsAsync {get;}
plong Length {get;}
plong Position {get;set;}
pbool CanSeek {get;}
cnew(System.IntPtr handle, System.IO.FileAccess access)
cnew(System.IntPtr handle, System.IO.FileAccess access, bool ownsHandle)
cnew(System.IntPtr handle, System.IO.FileAccess access, bool ownsHandle, int bufferSize)
cnew(System.IntPtr handle, System.IO.FileAccess access, bool ownsHandle, int bufferSize, bool isAsync)
cnew(Microsoft.Win32.SafeHandles.SafeFileHandle handle, System.IO.FileAccess access)
cnew(Microsoft.Win32.SafeHandles.SafeFileHandle handle, System.IO.FileAccess access, int bufferSize)
cnew(Microsoft.Win32.SafeHandles.SafeFileHandle handle, System.IO.FileAccess access, int bufferSize, bool isAsync)
cnew(string path, System.IO.FileMode mode)
cnew(string path, System.IO.FileMode mode, System.IO.FileAccess access)
cnew(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share)
cnew(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share, int bufferSize)
cnew(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share, int bufferSize, bool useAsync)
cnew(string path, System.IO.FileMode mode, System.IO.FileAccess access, System.IO.FileShare share, int bufferSize, System.IO.FileOptions options)
cnew(string path, System.IO.FileStreamOptions options)
mvoid Lock(long position, long length)
mvoid Unlock(long position, long length)
mvoid Flush(bool flushToDisk)
#System.IO.TextReader|abstract|System.MarshalByRefObject|System.IDisposable|||100081|!Null
qSystem.IO.TextReader Null {get;}
sSystem.IO.TextReader Synchronized(System.IO.TextReader reader)
mvoid Close()
mvoid Dispose()
mvoid IDisposable.Dispose()
mint Peek()
mint Read()
mint Read(char[] buffer, int index, int count)
mint Read(System.Span[char] buffer)
mstring ReadToEnd()
mint ReadBlock(char[] buffer, int index, int count)
mint ReadBlock(System.Span[char] buffer)
mstring ReadLine()
mSystem.Threading.Tasks.Task[string] ReadLineAsync()
mSystem.Threading.Tasks.ValueTask[string] ReadLineAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[string] ReadToEndAsync()
mSystem.Threading.Tasks.Task[string] ReadToEndAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[int] ReadAsync(char[] buffer, int index, int count)
mSystem.Threading.Tasks.ValueTask[int] ReadAsync(System.Memory[char] buffer, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task[int] ReadBlockAsync(char[] buffer, int index, int count)
mSystem.Threading.Tasks.ValueTask[int] ReadBlockAsync(System.Memory[char] buffer, System.Threading.CancellationToken cancellationToken = default)
#System.IO.TextWriter|abstract|System.MarshalByRefObject|System.IDisposable System.IAsyncDisposable|||100081|!Null
pSystem.IFormatProvider FormatProvider {get;}
pSystem.Text.Encoding Encoding {get;}
pstring NewLine {get;set;}
qSystem.IO.TextWriter Null {get;}
sSystem.IO.TextWriter Synchronized(System.IO.TextWriter writer)
sSystem.IO.TextWriter CreateBroadcasting(Params System.IO.TextWriter[] writers)
mvoid Close()
mvoid Dispose()
mvoid IDisposable.Dispose()
mSystem.Threading.Tasks.ValueTask DisposeAsync()
mSystem.Threading.Tasks.ValueTask IAsyncDisposable.DisposeAsync()
mvoid Flush()
mvoid Write(char value)
mvoid Write(char[] buffer)
mvoid Write(char[] buffer, int index, int count)
mvoid Write(System.ReadOnlySpan[char] buffer)
mvoid Write(bool value)
mvoid Write(int value)
mvoid Write(uint value)
mvoid Write(long value)
mvoid Write(ulong value)
mvoid Write(float value)
mvoid Write(double value)
mvoid Write(decimal value)
mvoid Write(string value)
mvoid Write(System.Object value)
mvoid Write(System.Text.StringBuilder value)
mvoid Write(string format, System.Object arg0)
mvoid Write(string format, System.Object arg0, System.Object arg1)
mvoid Write(string format, System.Object arg0, System.Object arg1, System.Object arg2)
mvoid Write(string format, Params System.Object[] arg)
mvoid Write(string format, System.ReadOnlySpan[System.Object] arg)
mvoid WriteLine()
mvoid WriteLine(char value)
mvoid WriteLine(char[] buffer)
mvoid WriteLine(char[] buffer, int index, int count)
mvoid WriteLine(System.ReadOnlySpan[char] buffer)
mvoid WriteLine(bool value)
mvoid WriteLine(int value)
mvoid WriteLine(uint value)
mvoid WriteLine(long value)
mvoid WriteLine(ulong value)
mvoid WriteLine(float value)
mvoid WriteLine(double value)
mvoid WriteLine(decimal value)
mvoid WriteLine(string value)
mvoid WriteLine(System.Text.StringBuilder value)
mvoid WriteLine(System.Object value)
mvoid WriteLine(string format, System.Object arg0)
mvoid WriteLine(string format, System.Object arg0, System.Object arg1)
mvoid WriteLine(string format, System.Object arg0, System.Object arg1, System.Object arg2)
mvoid WriteLine(string format, Params System.Object[] arg)
mvoid WriteLine(string format, System.ReadOnlySpan[System.Object] arg)
mSystem.Threading.Tasks.Task WriteAsync(char value)
mSystem.Threading.Tasks.Task WriteAsync(string value)
mSystem.Threading.Tasks.Task WriteAsync(System.Text.StringBuilder value, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task WriteAsync(char[] buffer)
mSystem.Threading.Tasks.Task WriteAsync(char[] buffer, int index, int count)
mSystem.Threading.Tasks.Task WriteAsync(System.ReadOnlyMemory[char] buffer, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task WriteLineAsync(char value)
mSystem.Threading.Tasks.Task WriteLineAsync(string value)
mSystem.Threading.Tasks.Task WriteLineAsync(System.Text.StringBuilder value, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task WriteLineAsync(char[] buffer)
mSystem.Threading.Tasks.Task WriteLineAsync(char[] buffer, int index, int count)
mSystem.Threading.Tasks.Task WriteLineAsync(System.ReadOnlyMemory[char] buffer, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task WriteLineAsync()
mSystem.Threading.Tasks.Task FlushAsync()
mSystem.Threading.Tasks.Task FlushAsync(System.Threading.CancellationToken cancellationToken)
#System.IO.StringReader|class|System.IO.TextReader|System.IDisposable|||100001|
cnew(string s)
#System.IO.StringWriter|class|System.IO.TextWriter|System.IDisposable System.IAsyncDisposable|||100001|
pSystem.Text.Encoding Encoding {get;}
cnew()
cnew(System.IFormatProvider formatProvider)
cnew(System.Text.StringBuilder sb)
cnew(System.Text.StringBuilder sb, System.IFormatProvider formatProvider)
mSystem.Text.StringBuilder GetStringBuilder()
#System.IO.StreamReader|class|System.IO.TextReader|System.IDisposable|||100001|!Null
pSystem.Text.Encoding CurrentEncoding {get;}
pSystem.IO.Stream BaseStream {get;}
pbool EndOfStream {get;}
qSystem.IO.StreamReader Null {get;}
cnew(System.IO.Stream stream)
cnew(System.IO.Stream stream, bool detectEncodingFromByteOrderMarks)
cnew(System.IO.Stream stream, System.Text.Encoding encoding)
cnew(System.IO.Stream stream, System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks)
cnew(System.IO.Stream stream, System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks, int bufferSize)
cnew(System.IO.Stream stream, System.Text.Encoding encoding = null, bool detectEncodingFromByteOrderMarks = True, int bufferSize = -1, bool leaveOpen = False)
cnew(string path)
cnew(string path, bool detectEncodingFromByteOrderMarks)
cnew(string path, System.Text.Encoding encoding)
cnew(string path, System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks)
cnew(string path, System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks, int bufferSize)
cnew(string path, System.IO.FileStreamOptions options)
cnew(string path, System.Text.Encoding encoding, bool detectEncodingFromByteOrderMarks, System.IO.FileStreamOptions options)
mvoid DiscardBufferedData()
#System.IO.StreamWriter|class|System.IO.TextWriter|System.IDisposable System.IAsyncDisposable|||100001|!Null
pbool AutoFlush {get;set;}
pSystem.IO.Stream BaseStream {get;}
pSystem.Text.Encoding Encoding {get;}
qSystem.IO.StreamWriter Null {get;}
cnew(System.IO.Stream stream)
cnew(System.IO.Stream stream, System.Text.Encoding encoding)
cnew(System.IO.Stream stream, System.Text.Encoding encoding, int bufferSize)
cnew(System.IO.Stream stream, System.Text.Encoding encoding = null, int bufferSize = -1, bool leaveOpen = False)
cnew(string path)
cnew(string path, bool append)
cnew(string path, bool append, System.Text.Encoding encoding)
cnew(string path, bool append, System.Text.Encoding encoding, int bufferSize)
cnew(string path, System.IO.FileStreamOptions options)
cnew(string path, System.Text.Encoding encoding, System.IO.FileStreamOptions options)
#System.IO.BinaryReader|class|System.Object|System.IDisposable|||100001|
pSystem.IO.Stream BaseStream {get;}
cnew(System.IO.Stream input)
cnew(System.IO.Stream input, System.Text.Encoding encoding)
cnew(System.IO.Stream input, System.Text.Encoding encoding, bool leaveOpen)
mvoid Dispose()
mvoid IDisposable.Dispose()
mvoid Close()
mint PeekChar()
mint Read()
mint Read(char[] buffer, int index, int count)
mint Read(System.Span[char] buffer)
mint Read(byte[] buffer, int index, int count)
mint Read(System.Span[byte] buffer)
mbyte ReadByte()
msbyte ReadSByte()
mbool ReadBoolean()
mchar ReadChar()
mshort ReadInt16()
mushort ReadUInt16()
mint ReadInt32()
muint ReadUInt32()
mlong ReadInt64()
mulong ReadUInt64()
mSystem.Half ReadHalf()
mfloat ReadSingle()
mdouble ReadDouble()
mdecimal ReadDecimal()
mstring ReadString()
mchar[] ReadChars(int count)
mbyte[] ReadBytes(int count)
mvoid ReadExactly(System.Span[byte] buffer)
mint Read7BitEncodedInt()
mlong Read7BitEncodedInt64()
#System.IO.BinaryWriter|class|System.Object|System.IDisposable System.IAsyncDisposable|||100001|!Null
pSystem.IO.Stream BaseStream {get;}
qSystem.IO.BinaryWriter Null {get;}
cnew(System.IO.Stream output)
cnew(System.IO.Stream output, System.Text.Encoding encoding)
cnew(System.IO.Stream output, System.Text.Encoding encoding, bool leaveOpen)
mvoid Close()
mvoid Dispose()
mvoid IDisposable.Dispose()
mSystem.Threading.Tasks.ValueTask DisposeAsync()
mSystem.Threading.Tasks.ValueTask IAsyncDisposable.DisposeAsync()
mvoid Flush()
mlong Seek(int offset, System.IO.SeekOrigin origin)
mvoid Write(bool value)
mvoid Write(byte value)
mvoid Write(sbyte value)
mvoid Write(byte[] buffer)
mvoid Write(byte[] buffer, int index, int count)
mvoid Write(char ch)
mvoid Write(char[] chars)
mvoid Write(char[] chars, int index, int count)
mvoid Write(double value)
mvoid Write(decimal value)
mvoid Write(short value)
mvoid Write(ushort value)
mvoid Write(int value)
mvoid Write(uint value)
mvoid Write(long value)
mvoid Write(ulong value)
mvoid Write(float value)
mvoid Write(System.Half value)
mvoid Write(string value)
mvoid Write(System.ReadOnlySpan[byte] buffer)
mvoid Write(System.ReadOnlySpan[char] chars)
mvoid Write7BitEncodedInt(int value)
mvoid Write7BitEncodedInt64(long value)
#System.IO.BufferedStream|class|System.IO.Stream|System.IDisposable System.IAsyncDisposable|||100101|
pSystem.IO.Stream UnderlyingStream {get;}
pint BufferSize {get;}
pbool CanRead {get;}
pbool CanWrite {get;}
pbool CanSeek {get;}
plong Length {get;}
plong Position {get;set;}
cnew(System.IO.Stream stream)
cnew(System.IO.Stream stream, int bufferSize)
mint Read(System.Span[byte] destination)
#System.IO.EnumerationOptions|class|System.Object||||100001|
pbool RecurseSubdirectories {get;set;}
pbool IgnoreInaccessible {get;set;}
pint BufferSize {get;set;}
pSystem.IO.FileAttributes AttributesToSkip {get;set;}
pSystem.IO.MatchType MatchType {get;set;}
pSystem.IO.MatchCasing MatchCasing {get;set;}
pint MaxRecursionDepth {get;set;}
pbool ReturnSpecialDirectories {get;set;}
cnew()
#System.IO.FileStreamOptions|class|System.Object||||100101|
pSystem.IO.FileMode Mode {get;set;}
pSystem.IO.FileAccess Access {get;set;}
pSystem.IO.FileShare Share {get;set;}
pSystem.IO.FileOptions Options {get;set;}
plong PreallocationSize {get;set;}
pint BufferSize {get;set;}
pSystem.Nullable[System.IO.UnixFileMode] UnixCreateMode {get;set;}
cnew()
#System.IO.Pipes.PipeStream|abstract|System.IO.Stream|System.IDisposable System.IAsyncDisposable|System.IO.Pipes, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pbool IsConnected {get;set;}
pbool IsAsync {get;}
pbool IsMessageComplete {get;}
pMicrosoft.Win32.SafeHandles.SafePipeHandle SafePipeHandle {get;}
pbool CanRead {get;}
pbool CanWrite {get;}
pbool CanSeek {get;}
plong Length {get;}
plong Position {get;set;}
pSystem.IO.Pipes.PipeTransmissionMode TransmissionMode {get;}
pint InBufferSize {get;}
pint OutBufferSize {get;}
pSystem.IO.Pipes.PipeTransmissionMode ReadMode {get;set;}
mvoid WaitForPipeDrain()
#System.IO.Pipes.NamedPipeClientStream|class|System.IO.Pipes.PipeStream|System.IDisposable System.IAsyncDisposable|System.IO.Pipes, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pint NumberOfServerInstances {get;}
pint InBufferSize {get;}
pint OutBufferSize {get;}
cnew(string pipeName)
cnew(string serverName, string pipeName)
cnew(string serverName, string pipeName, System.IO.Pipes.PipeDirection direction)
cnew(string serverName, string pipeName, System.IO.Pipes.PipeDirection direction, System.IO.Pipes.PipeOptions options)
cnew(string serverName, string pipeName, System.IO.Pipes.PipeDirection direction, System.IO.Pipes.PipeOptions options, System.Security.Principal.TokenImpersonationLevel impersonationLevel)
cnew(string serverName, string pipeName, System.IO.Pipes.PipeDirection direction, System.IO.Pipes.PipeOptions options, System.Security.Principal.TokenImpersonationLevel impersonationLevel, System.IO.HandleInheritability inheritability)
cnew(System.IO.Pipes.PipeDirection direction, bool isAsync, bool isConnected, Microsoft.Win32.SafeHandles.SafePipeHandle safePipeHandle)
cnew(string serverName, string pipeName, System.IO.Pipes.PipeAccessRights desiredAccessRights, System.IO.Pipes.PipeOptions options, System.Security.Principal.TokenImpersonationLevel impersonationLevel, System.IO.HandleInheritability inheritability)
mvoid Connect()
mvoid Connect(int timeout)
mvoid Connect(timespan timeout)
mSystem.Threading.Tasks.Task ConnectAsync()
mSystem.Threading.Tasks.Task ConnectAsync(int timeout)
mSystem.Threading.Tasks.Task ConnectAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task ConnectAsync(int timeout, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task ConnectAsync(timespan timeout, System.Threading.CancellationToken cancellationToken = default)
#System.IO.Pipes.NamedPipeServerStream|class|System.IO.Pipes.PipeStream|System.IDisposable System.IAsyncDisposable|System.IO.Pipes, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|=MaxAllowedServerInstances
pint InBufferSize {get;}
pint OutBufferSize {get;}
qint MaxAllowedServerInstances {get;}
cnew(string pipeName)
cnew(string pipeName, System.IO.Pipes.PipeDirection direction)
cnew(string pipeName, System.IO.Pipes.PipeDirection direction, int maxNumberOfServerInstances)
cnew(string pipeName, System.IO.Pipes.PipeDirection direction, int maxNumberOfServerInstances, System.IO.Pipes.PipeTransmissionMode transmissionMode)
cnew(string pipeName, System.IO.Pipes.PipeDirection direction, int maxNumberOfServerInstances, System.IO.Pipes.PipeTransmissionMode transmissionMode, System.IO.Pipes.PipeOptions options)
cnew(string pipeName, System.IO.Pipes.PipeDirection direction, int maxNumberOfServerInstances, System.IO.Pipes.PipeTransmissionMode transmissionMode, System.IO.Pipes.PipeOptions options, int inBufferSize, int outBufferSize)
cnew(System.IO.Pipes.PipeDirection direction, bool isAsync, bool isConnected, Microsoft.Win32.SafeHandles.SafePipeHandle safePipeHandle)
mSystem.Threading.Tasks.Task WaitForConnectionAsync()
mSystem.Threading.Tasks.Task WaitForConnectionAsync(System.Threading.CancellationToken cancellationToken)
mSystem.IAsyncResult BeginWaitForConnection(System.AsyncCallback callback, System.Object state)
mvoid EndWaitForConnection(System.IAsyncResult asyncResult)
mvoid WaitForConnection()
mvoid Disconnect()
mstring GetImpersonationUserName()
mvoid RunAsClient(System.IO.Pipes.PipeStreamImpersonationWorker impersonationWorker)
#System.IO.Pipes.AnonymousPipeServerStream|class|System.IO.Pipes.PipeStream|System.IDisposable System.IAsyncDisposable|System.IO.Pipes, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pMicrosoft.Win32.SafeHandles.SafePipeHandle ClientSafePipeHandle {get;}
pSystem.IO.Pipes.PipeTransmissionMode TransmissionMode {get;}
pSystem.IO.Pipes.PipeTransmissionMode ReadMode {set;}
cnew()
cnew(System.IO.Pipes.PipeDirection direction)
cnew(System.IO.Pipes.PipeDirection direction, System.IO.HandleInheritability inheritability)
cnew(System.IO.Pipes.PipeDirection direction, Microsoft.Win32.SafeHandles.SafePipeHandle serverSafePipeHandle, Microsoft.Win32.SafeHandles.SafePipeHandle clientSafePipeHandle)
cnew(System.IO.Pipes.PipeDirection direction, System.IO.HandleInheritability inheritability, int bufferSize)
mstring GetClientHandleAsString()
mvoid DisposeLocalCopyOfClientHandle()
#System.IO.FileSystemEventArgs|class|System.EventArgs||System.IO.FileSystem.Watcher, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.IO.WatcherChangeTypes ChangeType {get;}
pstring FullPath {get;}
pstring Name {get;}
cnew(System.IO.WatcherChangeTypes changeType, string directory, string name)
#System.IO.RenamedEventArgs|class|System.IO.FileSystemEventArgs||System.IO.FileSystem.Watcher, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pstring OldFullPath {get;}
pstring OldName {get;}
cnew(System.IO.WatcherChangeTypes changeType, string directory, string name, string oldName)
#System.IO.ErrorEventArgs|class|System.EventArgs||System.IO.FileSystem.Watcher, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew(System.Exception exception)
mSystem.Exception GetException()
`;
