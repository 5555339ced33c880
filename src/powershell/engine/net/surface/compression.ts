/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const COMPRESSION = `
#System.IO.Compression.GZipStream|class|System.IO.Stream|System.IDisposable System.IAsyncDisposable|System.IO.Compression, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||100001|
pbool CanRead {get;}
pbool CanWrite {get;}
pbool CanSeek {get;}
plong Length {get;}
plong Position {get;set;}
pSystem.IO.Stream BaseStream {get;}
cnew(System.IO.Stream stream, System.IO.Compression.CompressionMode mode)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionMode mode, bool leaveOpen)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel, bool leaveOpen)
cnew(System.IO.Stream stream, System.IO.Compression.ZLibCompressionOptions compressionOptions, bool leaveOpen = False)
mSystem.IAsyncResult BeginRead(byte[] buffer, int offset, int count, System.AsyncCallback asyncCallback, System.Object asyncState)
mSystem.IAsyncResult BeginWrite(byte[] buffer, int offset, int count, System.AsyncCallback asyncCallback, System.Object asyncState)
#System.IO.Compression.DeflateStream|class|System.IO.Stream|System.IDisposable System.IAsyncDisposable|System.IO.Compression, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||100001|
pSystem.IO.Stream BaseStream {get;}
pbool CanRead {get;}
pbool CanWrite {get;}
pbool CanSeek {get;}
plong Length {get;}
plong Position {get;set;}
cnew(System.IO.Stream stream, System.IO.Compression.CompressionMode mode)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionMode mode, bool leaveOpen)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel, bool leaveOpen)
cnew(System.IO.Stream stream, System.IO.Compression.ZLibCompressionOptions compressionOptions, bool leaveOpen = False)
mSystem.IAsyncResult BeginRead(byte[] buffer, int offset, int count, System.AsyncCallback asyncCallback, System.Object asyncState)
mSystem.IAsyncResult BeginWrite(byte[] buffer, int offset, int count, System.AsyncCallback asyncCallback, System.Object asyncState)
#System.IO.Compression.ZLibStream|class|System.IO.Stream|System.IDisposable System.IAsyncDisposable|System.IO.Compression, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||100101|
pbool CanRead {get;}
pbool CanWrite {get;}
pbool CanSeek {get;}
plong Length {get;}
plong Position {get;set;}
pSystem.IO.Stream BaseStream {get;}
cnew(System.IO.Stream stream, System.IO.Compression.CompressionMode mode)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionMode mode, bool leaveOpen)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel, bool leaveOpen)
cnew(System.IO.Stream stream, System.IO.Compression.ZLibCompressionOptions compressionOptions, bool leaveOpen = False)
mSystem.IAsyncResult BeginRead(byte[] buffer, int offset, int count, System.AsyncCallback asyncCallback, System.Object asyncState)
mSystem.IAsyncResult BeginWrite(byte[] buffer, int offset, int count, System.AsyncCallback asyncCallback, System.Object asyncState)
#System.IO.Compression.BrotliStream|class|System.IO.Stream|System.IDisposable System.IAsyncDisposable|System.IO.Compression.Brotli, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||100101|
pSystem.IO.Stream BaseStream {get;}
pbool CanRead {get;}
pbool CanWrite {get;}
pbool CanSeek {get;}
plong Length {get;}
plong Position {get;set;}
cnew(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionLevel compressionLevel, bool leaveOpen)
cnew(System.IO.Stream stream, System.IO.Compression.BrotliCompressionOptions compressionOptions, bool leaveOpen = False)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionMode mode)
cnew(System.IO.Stream stream, System.IO.Compression.CompressionMode mode, bool leaveOpen)
mSystem.IAsyncResult BeginWrite(byte[] buffer, int offset, int count, System.AsyncCallback asyncCallback, System.Object asyncState)
mSystem.IAsyncResult BeginRead(byte[] buffer, int offset, int count, System.AsyncCallback asyncCallback, System.Object asyncState)
#System.IO.Compression.ZipFile|static|System.Object||System.IO.Compression.ZipFile, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||100181|
sSystem.IO.Compression.ZipArchive OpenRead(string archiveFileName)
sSystem.IO.Compression.ZipArchive Open(string archiveFileName, System.IO.Compression.ZipArchiveMode mode)
sSystem.IO.Compression.ZipArchive Open(string archiveFileName, System.IO.Compression.ZipArchiveMode mode, System.Text.Encoding entryNameEncoding)
svoid CreateFromDirectory(string sourceDirectoryName, string destinationArchiveFileName)
svoid CreateFromDirectory(string sourceDirectoryName, string destinationArchiveFileName, System.IO.Compression.CompressionLevel compressionLevel, bool includeBaseDirectory)
svoid CreateFromDirectory(string sourceDirectoryName, string destinationArchiveFileName, System.IO.Compression.CompressionLevel compressionLevel, bool includeBaseDirectory, System.Text.Encoding entryNameEncoding)
svoid CreateFromDirectory(string sourceDirectoryName, System.IO.Stream destination)
svoid CreateFromDirectory(string sourceDirectoryName, System.IO.Stream destination, System.IO.Compression.CompressionLevel compressionLevel, bool includeBaseDirectory)
svoid CreateFromDirectory(string sourceDirectoryName, System.IO.Stream destination, System.IO.Compression.CompressionLevel compressionLevel, bool includeBaseDirectory, System.Text.Encoding entryNameEncoding)
sSystem.Threading.Tasks.Task[System.IO.Compression.ZipArchive] OpenReadAsync(string archiveFileName, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task[System.IO.Compression.ZipArchive] OpenAsync(string archiveFileName, System.IO.Compression.ZipArchiveMode mode, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task[System.IO.Compression.ZipArchive] OpenAsync(string archiveFileName, System.IO.Compression.ZipArchiveMode mode, System.Text.Encoding entryNameEncoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task CreateFromDirectoryAsync(string sourceDirectoryName, string destinationArchiveFileName, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task CreateFromDirectoryAsync(string sourceDirectoryName, string destinationArchiveFileName, System.IO.Compression.CompressionLevel compressionLevel, bool includeBaseDirectory, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task CreateFromDirectoryAsync(string sourceDirectoryName, string destinationArchiveFileName, System.IO.Compression.CompressionLevel compressionLevel, bool includeBaseDirectory, System.Text.Encoding entryNameEncoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task CreateFromDirectoryAsync(string sourceDirectoryName, System.IO.Stream destination, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task CreateFromDirectoryAsync(string sourceDirectoryName, System.IO.Stream destination, System.IO.Compression.CompressionLevel compressionLevel, bool includeBaseDirectory, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task CreateFromDirectoryAsync(string sourceDirectoryName, System.IO.Stream destination, System.IO.Compression.CompressionLevel compressionLevel, bool includeBaseDirectory, System.Text.Encoding entryNameEncoding, System.Threading.CancellationToken cancellationToken = default)
svoid ExtractToDirectory(string sourceArchiveFileName, string destinationDirectoryName)
svoid ExtractToDirectory(string sourceArchiveFileName, string destinationDirectoryName, bool overwriteFiles)
svoid ExtractToDirectory(string sourceArchiveFileName, string destinationDirectoryName, System.Text.Encoding entryNameEncoding)
svoid ExtractToDirectory(string sourceArchiveFileName, string destinationDirectoryName, System.Text.Encoding entryNameEncoding, bool overwriteFiles)
svoid ExtractToDirectory(System.IO.Stream source, string destinationDirectoryName)
svoid ExtractToDirectory(System.IO.Stream source, string destinationDirectoryName, bool overwriteFiles)
svoid ExtractToDirectory(System.IO.Stream source, string destinationDirectoryName, System.Text.Encoding entryNameEncoding)
svoid ExtractToDirectory(System.IO.Stream source, string destinationDirectoryName, System.Text.Encoding entryNameEncoding, bool overwriteFiles)
sSystem.Threading.Tasks.Task ExtractToDirectoryAsync(string sourceArchiveFileName, string destinationDirectoryName, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task ExtractToDirectoryAsync(string sourceArchiveFileName, string destinationDirectoryName, bool overwriteFiles, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task ExtractToDirectoryAsync(string sourceArchiveFileName, string destinationDirectoryName, System.Text.Encoding entryNameEncoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task ExtractToDirectoryAsync(string sourceArchiveFileName, string destinationDirectoryName, System.Text.Encoding entryNameEncoding, bool overwriteFiles, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task ExtractToDirectoryAsync(System.IO.Stream source, string destinationDirectoryName, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task ExtractToDirectoryAsync(System.IO.Stream source, string destinationDirectoryName, bool overwriteFiles, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task ExtractToDirectoryAsync(System.IO.Stream source, string destinationDirectoryName, System.Text.Encoding entryNameEncoding, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task ExtractToDirectoryAsync(System.IO.Stream source, string destinationDirectoryName, System.Text.Encoding entryNameEncoding, bool overwriteFiles, System.Threading.CancellationToken cancellationToken = default)
#System.IO.Compression.ZipArchive|class|System.Object|System.IDisposable System.IAsyncDisposable|System.IO.Compression, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||100001|
pstring Comment {get;set;}
pSystem.Collections.ObjectModel.ReadOnlyCollection[System.IO.Compression.ZipArchiveEntry] Entries {get;}
pSystem.IO.Compression.ZipArchiveMode Mode {get;}
sSystem.Threading.Tasks.Task[System.IO.Compression.ZipArchive] CreateAsync(System.IO.Stream stream, System.IO.Compression.ZipArchiveMode mode, bool leaveOpen, System.Text.Encoding entryNameEncoding, System.Threading.CancellationToken cancellationToken = default)
cnew(System.IO.Stream stream)
cnew(System.IO.Stream stream, System.IO.Compression.ZipArchiveMode mode)
cnew(System.IO.Stream stream, System.IO.Compression.ZipArchiveMode mode, bool leaveOpen)
cnew(System.IO.Stream stream, System.IO.Compression.ZipArchiveMode mode, bool leaveOpen, System.Text.Encoding entryNameEncoding)
mSystem.IO.Compression.ZipArchiveEntry CreateEntry(string entryName)
mSystem.IO.Compression.ZipArchiveEntry CreateEntry(string entryName, System.IO.Compression.CompressionLevel compressionLevel)
mvoid Dispose()
mvoid IDisposable.Dispose()
mSystem.IO.Compression.ZipArchiveEntry GetEntry(string entryName)
mSystem.Threading.Tasks.ValueTask DisposeAsync()
mSystem.Threading.Tasks.ValueTask IAsyncDisposable.DisposeAsync()
#System.IO.Compression.ZipArchiveEntry|class|System.Object||System.IO.Compression, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||100001|
pSystem.IO.Compression.ZipArchive Archive {get;}
puint Crc32 {get;}
pbool IsEncrypted {get;}
plong CompressedLength {get;}
pint ExternalAttributes {get;set;}
pstring Comment {get;set;}
pstring FullName {get;}
pSystem.DateTimeOffset LastWriteTime {get;set;}
plong Length {get;}
pstring Name {get;}
mvoid Delete()
mSystem.IO.Stream Open()
mSystem.Threading.Tasks.Task[System.IO.Stream] OpenAsync(System.Threading.CancellationToken cancellationToken = default)
#System.IO.Compression.ZipFileExtensions|static|System.Object||System.IO.Compression.ZipFile, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||100181|
sSystem.IO.Compression.ZipArchiveEntry CreateEntryFromFile(System.IO.Compression.ZipArchive destination, string sourceFileName, string entryName)
sSystem.IO.Compression.ZipArchiveEntry CreateEntryFromFile(System.IO.Compression.ZipArchive destination, string sourceFileName, string entryName, System.IO.Compression.CompressionLevel compressionLevel)
sSystem.Threading.Tasks.Task[System.IO.Compression.ZipArchiveEntry] CreateEntryFromFileAsync(System.IO.Compression.ZipArchive destination, string sourceFileName, string entryName, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task[System.IO.Compression.ZipArchiveEntry] CreateEntryFromFileAsync(System.IO.Compression.ZipArchive destination, string sourceFileName, string entryName, System.IO.Compression.CompressionLevel compressionLevel, System.Threading.CancellationToken cancellationToken = default)
svoid ExtractToDirectory(System.IO.Compression.ZipArchive source, string destinationDirectoryName)
svoid ExtractToDirectory(System.IO.Compression.ZipArchive source, string destinationDirectoryName, bool overwriteFiles)
sSystem.Threading.Tasks.Task ExtractToDirectoryAsync(System.IO.Compression.ZipArchive source, string destinationDirectoryName, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task ExtractToDirectoryAsync(System.IO.Compression.ZipArchive source, string destinationDirectoryName, bool overwriteFiles, System.Threading.CancellationToken cancellationToken = default)
svoid ExtractToFile(System.IO.Compression.ZipArchiveEntry source, string destinationFileName)
svoid ExtractToFile(System.IO.Compression.ZipArchiveEntry source, string destinationFileName, bool overwrite)
sSystem.Threading.Tasks.Task ExtractToFileAsync(System.IO.Compression.ZipArchiveEntry source, string destinationFileName, System.Threading.CancellationToken cancellationToken = default)
sSystem.Threading.Tasks.Task ExtractToFileAsync(System.IO.Compression.ZipArchiveEntry source, string destinationFileName, bool overwrite, System.Threading.CancellationToken cancellationToken = default)
#System.IO.Compression.ZipArchiveMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.IO.Compression, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089||101|
e|System.Int32|Read=0,Create=1,Update=2
`;
