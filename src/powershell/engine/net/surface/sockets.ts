/** Made by test/programs/net-surface.ts from the real engine; the format is described there. */
export const SOCKETS = `
#System.Net.Sockets.Socket|class|System.Object|System.IDisposable|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Available {get;}
pSystem.Net.EndPoint LocalEndPoint {get;}
pSystem.Net.EndPoint RemoteEndPoint {get;}
pSystem.IntPtr Handle {get;}
pSystem.Net.Sockets.SafeSocketHandle SafeHandle {get;}
pbool Blocking {get;set;}
pbool UseOnlyOverlappedIO {get;set;}
pbool Connected {get;}
pSystem.Net.Sockets.AddressFamily AddressFamily {get;}
pSystem.Net.Sockets.SocketType SocketType {get;}
pSystem.Net.Sockets.ProtocolType ProtocolType {get;}
pbool IsBound {get;}
pbool ExclusiveAddressUse {get;set;}
pint ReceiveBufferSize {get;set;}
pint SendBufferSize {get;set;}
pint ReceiveTimeout {get;set;}
pint SendTimeout {get;set;}
pSystem.Net.Sockets.LingerOption LingerState {get;set;}
pbool NoDelay {get;set;}
pshort Ttl {get;set;}
pbool DontFragment {get;set;}
pbool MulticastLoopback {get;set;}
pbool EnableBroadcast {get;set;}
pbool DualMode {get;set;}
qbool SupportsIPv4 {get;}
qbool SupportsIPv6 {get;}
qbool OSSupportsIPv4 {get;}
qbool OSSupportsIPv6 {get;}
qbool OSSupportsUnixDomainSockets {get;}
svoid Select(System.Collections.IList checkRead, System.Collections.IList checkWrite, System.Collections.IList checkError, int microSeconds)
svoid Select(System.Collections.IList checkRead, System.Collections.IList checkWrite, System.Collections.IList checkError, timespan timeout)
sbool ConnectAsync(System.Net.Sockets.SocketType socketType, System.Net.Sockets.ProtocolType protocolType, System.Net.Sockets.SocketAsyncEventArgs e)
svoid CancelConnectAsync(System.Net.Sockets.SocketAsyncEventArgs e)
cnew(System.Net.Sockets.SocketType socketType, System.Net.Sockets.ProtocolType protocolType)
cnew(System.Net.Sockets.AddressFamily addressFamily, System.Net.Sockets.SocketType socketType, System.Net.Sockets.ProtocolType protocolType)
cnew(System.Net.Sockets.SafeSocketHandle handle)
cnew(System.Net.Sockets.SocketInformation socketInformation)
mvoid Bind(System.Net.EndPoint localEP)
mvoid Connect(System.Net.EndPoint remoteEP)
mvoid Connect(ipaddress address, int port)
mvoid Connect(string host, int port)
mvoid Connect(ipaddress[] addresses, int port)
mvoid Close()
mvoid Close(int timeout)
mvoid Listen()
mvoid Listen(int backlog)
mSystem.Net.Sockets.Socket Accept()
mint Send(byte[] buffer, int size, System.Net.Sockets.SocketFlags socketFlags)
mint Send(byte[] buffer, System.Net.Sockets.SocketFlags socketFlags)
mint Send(byte[] buffer)
mint Send(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers)
mint Send(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers, System.Net.Sockets.SocketFlags socketFlags)
mint Send(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.Sockets.SocketError errorCode)
mint Send(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags)
mint Send(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.Sockets.SocketError errorCode)
mint Send(System.ReadOnlySpan[byte] buffer)
mint Send(System.ReadOnlySpan[byte] buffer, System.Net.Sockets.SocketFlags socketFlags)
mint Send(System.ReadOnlySpan[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.Sockets.SocketError errorCode)
mvoid SendFile(string fileName)
mvoid SendFile(string fileName, byte[] preBuffer, byte[] postBuffer, System.Net.Sockets.TransmitFileOptions flags)
mvoid SendFile(string fileName, System.ReadOnlySpan[byte] preBuffer, System.ReadOnlySpan[byte] postBuffer, System.Net.Sockets.TransmitFileOptions flags)
mint SendTo(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEP)
mint SendTo(byte[] buffer, int size, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEP)
mint SendTo(byte[] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEP)
mint SendTo(byte[] buffer, System.Net.EndPoint remoteEP)
mint SendTo(System.ReadOnlySpan[byte] buffer, System.Net.EndPoint remoteEP)
mint SendTo(System.ReadOnlySpan[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEP)
mint SendTo(System.ReadOnlySpan[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.SocketAddress socketAddress)
mint Receive(byte[] buffer, int size, System.Net.Sockets.SocketFlags socketFlags)
mint Receive(byte[] buffer, System.Net.Sockets.SocketFlags socketFlags)
mint Receive(byte[] buffer)
mint Receive(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags)
mint Receive(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.Sockets.SocketError errorCode)
mint Receive(System.Span[byte] buffer)
mint Receive(System.Span[byte] buffer, System.Net.Sockets.SocketFlags socketFlags)
mint Receive(System.Span[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.Sockets.SocketError errorCode)
mint Receive(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers)
mint Receive(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers, System.Net.Sockets.SocketFlags socketFlags)
mint Receive(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.Sockets.SocketError errorCode)
mint ReceiveMessageFrom(byte[] buffer, int offset, int size, [ref] System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.EndPoint remoteEP, [ref] System.Net.Sockets.IPPacketInformation ipPacketInformation)
mint ReceiveMessageFrom(System.Span[byte] buffer, [ref] System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.EndPoint remoteEP, [ref] System.Net.Sockets.IPPacketInformation ipPacketInformation)
mint ReceiveFrom(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.EndPoint remoteEP)
mint ReceiveFrom(byte[] buffer, int size, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.EndPoint remoteEP)
mint ReceiveFrom(byte[] buffer, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.EndPoint remoteEP)
mint ReceiveFrom(byte[] buffer, [ref] System.Net.EndPoint remoteEP)
mint ReceiveFrom(System.Span[byte] buffer, [ref] System.Net.EndPoint remoteEP)
mint ReceiveFrom(System.Span[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.EndPoint remoteEP)
mint ReceiveFrom(System.Span[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.SocketAddress receivedAddress)
mint IOControl(int ioControlCode, byte[] optionInValue, byte[] optionOutValue)
mint IOControl(System.Net.Sockets.IOControlCode ioControlCode, byte[] optionInValue, byte[] optionOutValue)
mvoid SetSocketOption(System.Net.Sockets.SocketOptionLevel optionLevel, System.Net.Sockets.SocketOptionName optionName, int optionValue)
mvoid SetSocketOption(System.Net.Sockets.SocketOptionLevel optionLevel, System.Net.Sockets.SocketOptionName optionName, byte[] optionValue)
mvoid SetSocketOption(System.Net.Sockets.SocketOptionLevel optionLevel, System.Net.Sockets.SocketOptionName optionName, bool optionValue)
mvoid SetSocketOption(System.Net.Sockets.SocketOptionLevel optionLevel, System.Net.Sockets.SocketOptionName optionName, System.Object optionValue)
mvoid SetRawSocketOption(int optionLevel, int optionName, System.ReadOnlySpan[byte] optionValue)
mSystem.Object GetSocketOption(System.Net.Sockets.SocketOptionLevel optionLevel, System.Net.Sockets.SocketOptionName optionName)
mvoid GetSocketOption(System.Net.Sockets.SocketOptionLevel optionLevel, System.Net.Sockets.SocketOptionName optionName, byte[] optionValue)
mbyte[] GetSocketOption(System.Net.Sockets.SocketOptionLevel optionLevel, System.Net.Sockets.SocketOptionName optionName, int optionLength)
mint GetRawSocketOption(int optionLevel, int optionName, System.Span[byte] optionValue)
mvoid SetIPProtectionLevel(System.Net.Sockets.IPProtectionLevel level)
mbool Poll(int microSeconds, System.Net.Sockets.SelectMode mode)
mbool Poll(timespan timeout, System.Net.Sockets.SelectMode mode)
mSystem.IAsyncResult BeginConnect(System.Net.EndPoint remoteEP, System.AsyncCallback callback, System.Object state)
mSystem.IAsyncResult BeginConnect(string host, int port, System.AsyncCallback requestCallback, System.Object state)
mSystem.IAsyncResult BeginConnect(ipaddress address, int port, System.AsyncCallback requestCallback, System.Object state)
mSystem.IAsyncResult BeginConnect(ipaddress[] addresses, int port, System.AsyncCallback requestCallback, System.Object state)
mvoid EndConnect(System.IAsyncResult asyncResult)
mSystem.IAsyncResult BeginDisconnect(bool reuseSocket, System.AsyncCallback callback, System.Object state)
mvoid Disconnect(bool reuseSocket)
mvoid EndDisconnect(System.IAsyncResult asyncResult)
mSystem.IAsyncResult BeginSend(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, System.AsyncCallback callback, System.Object state)
mSystem.IAsyncResult BeginSend(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.Sockets.SocketError errorCode, System.AsyncCallback callback, System.Object state)
mSystem.IAsyncResult BeginSend(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers, System.Net.Sockets.SocketFlags socketFlags, System.AsyncCallback callback, System.Object state)
mSystem.IAsyncResult BeginSend(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.Sockets.SocketError errorCode, System.AsyncCallback callback, System.Object state)
mint EndSend(System.IAsyncResult asyncResult)
mint EndSend(System.IAsyncResult asyncResult, [ref] System.Net.Sockets.SocketError errorCode)
mSystem.IAsyncResult BeginSendFile(string fileName, System.AsyncCallback callback, System.Object state)
mSystem.IAsyncResult BeginSendFile(string fileName, byte[] preBuffer, byte[] postBuffer, System.Net.Sockets.TransmitFileOptions flags, System.AsyncCallback callback, System.Object state)
mvoid EndSendFile(System.IAsyncResult asyncResult)
mSystem.IAsyncResult BeginSendTo(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEP, System.AsyncCallback callback, System.Object state)
mint EndSendTo(System.IAsyncResult asyncResult)
mSystem.IAsyncResult BeginReceive(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, System.AsyncCallback callback, System.Object state)
mSystem.IAsyncResult BeginReceive(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.Sockets.SocketError errorCode, System.AsyncCallback callback, System.Object state)
mSystem.IAsyncResult BeginReceive(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers, System.Net.Sockets.SocketFlags socketFlags, System.AsyncCallback callback, System.Object state)
mSystem.IAsyncResult BeginReceive(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.Sockets.SocketError errorCode, System.AsyncCallback callback, System.Object state)
mint EndReceive(System.IAsyncResult asyncResult)
mint EndReceive(System.IAsyncResult asyncResult, [ref] System.Net.Sockets.SocketError errorCode)
mSystem.IAsyncResult BeginReceiveMessageFrom(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.EndPoint remoteEP, System.AsyncCallback callback, System.Object state)
mint EndReceiveMessageFrom(System.IAsyncResult asyncResult, [ref] System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.EndPoint endPoint, [ref] System.Net.Sockets.IPPacketInformation ipPacketInformation)
mSystem.IAsyncResult BeginReceiveFrom(byte[] buffer, int offset, int size, System.Net.Sockets.SocketFlags socketFlags, [ref] System.Net.EndPoint remoteEP, System.AsyncCallback callback, System.Object state)
mint EndReceiveFrom(System.IAsyncResult asyncResult, [ref] System.Net.EndPoint endPoint)
mSystem.IAsyncResult BeginAccept(System.AsyncCallback callback, System.Object state)
mSystem.IAsyncResult BeginAccept(int receiveSize, System.AsyncCallback callback, System.Object state)
mSystem.IAsyncResult BeginAccept(System.Net.Sockets.Socket acceptSocket, int receiveSize, System.AsyncCallback callback, System.Object state)
mSystem.Net.Sockets.Socket EndAccept(System.IAsyncResult asyncResult)
mSystem.Net.Sockets.Socket EndAccept([ref] byte[] buffer, System.IAsyncResult asyncResult)
mSystem.Net.Sockets.Socket EndAccept([ref] byte[] buffer, [ref] int bytesTransferred, System.IAsyncResult asyncResult)
mvoid Shutdown(System.Net.Sockets.SocketShutdown how)
mbool AcceptAsync(System.Net.Sockets.SocketAsyncEventArgs e)
mSystem.Threading.Tasks.Task[System.Net.Sockets.Socket] AcceptAsync()
mSystem.Threading.Tasks.ValueTask[System.Net.Sockets.Socket] AcceptAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Sockets.Socket] AcceptAsync(System.Net.Sockets.Socket acceptSocket)
mSystem.Threading.Tasks.ValueTask[System.Net.Sockets.Socket] AcceptAsync(System.Net.Sockets.Socket acceptSocket, System.Threading.CancellationToken cancellationToken)
mbool ConnectAsync(System.Net.Sockets.SocketAsyncEventArgs e)
mSystem.Threading.Tasks.Task ConnectAsync(System.Net.EndPoint remoteEP)
mSystem.Threading.Tasks.ValueTask ConnectAsync(System.Net.EndPoint remoteEP, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task ConnectAsync(ipaddress address, int port)
mSystem.Threading.Tasks.ValueTask ConnectAsync(ipaddress address, int port, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task ConnectAsync(ipaddress[] addresses, int port)
mSystem.Threading.Tasks.ValueTask ConnectAsync(ipaddress[] addresses, int port, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task ConnectAsync(string host, int port)
mSystem.Threading.Tasks.ValueTask ConnectAsync(string host, int port, System.Threading.CancellationToken cancellationToken)
mbool DisconnectAsync(System.Net.Sockets.SocketAsyncEventArgs e)
mSystem.Threading.Tasks.ValueTask DisconnectAsync(bool reuseSocket, System.Threading.CancellationToken cancellationToken = default)
mbool ReceiveAsync(System.Net.Sockets.SocketAsyncEventArgs e)
mSystem.Threading.Tasks.Task[int] ReceiveAsync(System.ArraySegment[byte] buffer)
mSystem.Threading.Tasks.Task[int] ReceiveAsync(System.ArraySegment[byte] buffer, System.Net.Sockets.SocketFlags socketFlags)
mSystem.Threading.Tasks.ValueTask[int] ReceiveAsync(System.Memory[byte] buffer, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask[int] ReceiveAsync(System.Memory[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task[int] ReceiveAsync(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers)
mSystem.Threading.Tasks.Task[int] ReceiveAsync(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers, System.Net.Sockets.SocketFlags socketFlags)
mbool ReceiveFromAsync(System.Net.Sockets.SocketAsyncEventArgs e)
mSystem.Threading.Tasks.Task[System.Net.Sockets.SocketReceiveFromResult] ReceiveFromAsync(System.ArraySegment[byte] buffer, System.Net.EndPoint remoteEndPoint)
mSystem.Threading.Tasks.Task[System.Net.Sockets.SocketReceiveFromResult] ReceiveFromAsync(System.ArraySegment[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEndPoint)
mSystem.Threading.Tasks.ValueTask[System.Net.Sockets.SocketReceiveFromResult] ReceiveFromAsync(System.Memory[byte] buffer, System.Net.EndPoint remoteEndPoint, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask[System.Net.Sockets.SocketReceiveFromResult] ReceiveFromAsync(System.Memory[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEndPoint, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask[int] ReceiveFromAsync(System.Memory[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.SocketAddress receivedAddress, System.Threading.CancellationToken cancellationToken = default)
mbool ReceiveMessageFromAsync(System.Net.Sockets.SocketAsyncEventArgs e)
mSystem.Threading.Tasks.Task[System.Net.Sockets.SocketReceiveMessageFromResult] ReceiveMessageFromAsync(System.ArraySegment[byte] buffer, System.Net.EndPoint remoteEndPoint)
mSystem.Threading.Tasks.Task[System.Net.Sockets.SocketReceiveMessageFromResult] ReceiveMessageFromAsync(System.ArraySegment[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEndPoint)
mSystem.Threading.Tasks.ValueTask[System.Net.Sockets.SocketReceiveMessageFromResult] ReceiveMessageFromAsync(System.Memory[byte] buffer, System.Net.EndPoint remoteEndPoint, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask[System.Net.Sockets.SocketReceiveMessageFromResult] ReceiveMessageFromAsync(System.Memory[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEndPoint, System.Threading.CancellationToken cancellationToken = default)
mbool SendAsync(System.Net.Sockets.SocketAsyncEventArgs e)
mSystem.Threading.Tasks.Task[int] SendAsync(System.ArraySegment[byte] buffer)
mSystem.Threading.Tasks.Task[int] SendAsync(System.ArraySegment[byte] buffer, System.Net.Sockets.SocketFlags socketFlags)
mSystem.Threading.Tasks.ValueTask[int] SendAsync(System.ReadOnlyMemory[byte] buffer, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask[int] SendAsync(System.ReadOnlyMemory[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task[int] SendAsync(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers)
mSystem.Threading.Tasks.Task[int] SendAsync(System.Collections.Generic.IList[System.ArraySegment[byte]] buffers, System.Net.Sockets.SocketFlags socketFlags)
mbool SendPacketsAsync(System.Net.Sockets.SocketAsyncEventArgs e)
mbool SendToAsync(System.Net.Sockets.SocketAsyncEventArgs e)
mSystem.Threading.Tasks.Task[int] SendToAsync(System.ArraySegment[byte] buffer, System.Net.EndPoint remoteEP)
mSystem.Threading.Tasks.Task[int] SendToAsync(System.ArraySegment[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEP)
mSystem.Threading.Tasks.ValueTask[int] SendToAsync(System.ReadOnlyMemory[byte] buffer, System.Net.EndPoint remoteEP, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask[int] SendToAsync(System.ReadOnlyMemory[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.EndPoint remoteEP, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask[int] SendToAsync(System.ReadOnlyMemory[byte] buffer, System.Net.Sockets.SocketFlags socketFlags, System.Net.SocketAddress socketAddress, System.Threading.CancellationToken cancellationToken = default)
mvoid Dispose()
mvoid IDisposable.Dispose()
mSystem.Threading.Tasks.ValueTask SendFileAsync(string fileName, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.ValueTask SendFileAsync(string fileName, System.ReadOnlyMemory[byte] preBuffer, System.ReadOnlyMemory[byte] postBuffer, System.Net.Sockets.TransmitFileOptions flags, System.Threading.CancellationToken cancellationToken = default)
mSystem.Net.Sockets.SocketInformation DuplicateAndClose(int targetProcessId)
#System.Net.Sockets.TcpClient|class|System.Object|System.IDisposable|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Available {get;}
pSystem.Net.Sockets.Socket Client {get;set;}
pbool Connected {get;}
pbool ExclusiveAddressUse {get;set;}
pint ReceiveBufferSize {get;set;}
pint SendBufferSize {get;set;}
pint ReceiveTimeout {get;set;}
pint SendTimeout {get;set;}
pSystem.Net.Sockets.LingerOption LingerState {get;set;}
pbool NoDelay {get;set;}
cnew()
cnew(System.Net.Sockets.AddressFamily family)
cnew(IPEndpoint localEP)
cnew(string hostname, int port)
mvoid Connect(string hostname, int port)
mvoid Connect(ipaddress address, int port)
mvoid Connect(IPEndpoint remoteEP)
mvoid Connect(ipaddress[] ipAddresses, int port)
mSystem.Threading.Tasks.Task ConnectAsync(ipaddress address, int port)
mSystem.Threading.Tasks.Task ConnectAsync(string host, int port)
mSystem.Threading.Tasks.Task ConnectAsync(ipaddress[] addresses, int port)
mSystem.Threading.Tasks.Task ConnectAsync(IPEndpoint remoteEP)
mSystem.Threading.Tasks.ValueTask ConnectAsync(ipaddress address, int port, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.ValueTask ConnectAsync(string host, int port, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.ValueTask ConnectAsync(ipaddress[] addresses, int port, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.ValueTask ConnectAsync(IPEndpoint remoteEP, System.Threading.CancellationToken cancellationToken)
mSystem.IAsyncResult BeginConnect(ipaddress address, int port, System.AsyncCallback requestCallback, System.Object state)
mSystem.IAsyncResult BeginConnect(string host, int port, System.AsyncCallback requestCallback, System.Object state)
mSystem.IAsyncResult BeginConnect(ipaddress[] addresses, int port, System.AsyncCallback requestCallback, System.Object state)
mvoid EndConnect(System.IAsyncResult asyncResult)
mSystem.Net.Sockets.NetworkStream GetStream()
mvoid Close()
mvoid Dispose()
mvoid IDisposable.Dispose()
#System.Net.Sockets.TcpListener|class|System.Object|System.IDisposable|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Net.Sockets.Socket Server {get;}
pSystem.Net.EndPoint LocalEndpoint {get;}
pbool ExclusiveAddressUse {get;set;}
sSystem.Net.Sockets.TcpListener Create(int port)
cnew(IPEndpoint localEP)
cnew(ipaddress localaddr, int port)
cnew(int port)
mvoid AllowNatTraversal(bool allowed)
mvoid Start()
mvoid Start(int backlog)
mvoid Stop()
mvoid Dispose()
mvoid IDisposable.Dispose()
mbool Pending()
mSystem.Net.Sockets.Socket AcceptSocket()
mSystem.Net.Sockets.TcpClient AcceptTcpClient()
mSystem.IAsyncResult BeginAcceptSocket(System.AsyncCallback callback, System.Object state)
mSystem.Net.Sockets.Socket EndAcceptSocket(System.IAsyncResult asyncResult)
mSystem.IAsyncResult BeginAcceptTcpClient(System.AsyncCallback callback, System.Object state)
mSystem.Net.Sockets.TcpClient EndAcceptTcpClient(System.IAsyncResult asyncResult)
mSystem.Threading.Tasks.Task[System.Net.Sockets.Socket] AcceptSocketAsync()
mSystem.Threading.Tasks.ValueTask[System.Net.Sockets.Socket] AcceptSocketAsync(System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task[System.Net.Sockets.TcpClient] AcceptTcpClientAsync()
mSystem.Threading.Tasks.ValueTask[System.Net.Sockets.TcpClient] AcceptTcpClientAsync(System.Threading.CancellationToken cancellationToken)
#System.Net.Sockets.UdpClient|class|System.Object|System.IDisposable|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Available {get;}
pSystem.Net.Sockets.Socket Client {get;set;}
pshort Ttl {get;set;}
pbool DontFragment {get;set;}
pbool MulticastLoopback {get;set;}
pbool EnableBroadcast {get;set;}
pbool ExclusiveAddressUse {get;set;}
cnew()
cnew(System.Net.Sockets.AddressFamily family)
cnew(int port)
cnew(int port, System.Net.Sockets.AddressFamily family)
cnew(IPEndpoint localEP)
cnew(string hostname, int port)
mvoid AllowNatTraversal(bool allowed)
mvoid Dispose()
mvoid IDisposable.Dispose()
mSystem.IAsyncResult BeginSend(byte[] datagram, int bytes, System.AsyncCallback requestCallback, System.Object state)
mSystem.IAsyncResult BeginSend(byte[] datagram, int bytes, string hostname, int port, System.AsyncCallback requestCallback, System.Object state)
mSystem.IAsyncResult BeginSend(byte[] datagram, int bytes, IPEndpoint endPoint, System.AsyncCallback requestCallback, System.Object state)
mint EndSend(System.IAsyncResult asyncResult)
mSystem.IAsyncResult BeginReceive(System.AsyncCallback requestCallback, System.Object state)
mbyte[] EndReceive(System.IAsyncResult asyncResult, [ref] IPEndpoint remoteEP)
mvoid JoinMulticastGroup(ipaddress multicastAddr)
mvoid JoinMulticastGroup(ipaddress multicastAddr, ipaddress localAddress)
mvoid JoinMulticastGroup(int ifindex, ipaddress multicastAddr)
mvoid JoinMulticastGroup(ipaddress multicastAddr, int timeToLive)
mvoid DropMulticastGroup(ipaddress multicastAddr)
mvoid DropMulticastGroup(ipaddress multicastAddr, int ifindex)
mSystem.Threading.Tasks.Task[int] SendAsync(byte[] datagram, int bytes)
mSystem.Threading.Tasks.ValueTask[int] SendAsync(System.ReadOnlyMemory[byte] datagram, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task[int] SendAsync(byte[] datagram, int bytes, string hostname, int port)
mSystem.Threading.Tasks.ValueTask[int] SendAsync(System.ReadOnlyMemory[byte] datagram, string hostname, int port, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task[int] SendAsync(byte[] datagram, int bytes, IPEndpoint endPoint)
mSystem.Threading.Tasks.ValueTask[int] SendAsync(System.ReadOnlyMemory[byte] datagram, IPEndpoint endPoint, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task[System.Net.Sockets.UdpReceiveResult] ReceiveAsync()
mSystem.Threading.Tasks.ValueTask[System.Net.Sockets.UdpReceiveResult] ReceiveAsync(System.Threading.CancellationToken cancellationToken)
mvoid Close()
mvoid Connect(string hostname, int port)
mvoid Connect(ipaddress addr, int port)
mvoid Connect(IPEndpoint endPoint)
mbyte[] Receive([ref] IPEndpoint remoteEP)
mint Send(byte[] dgram, int bytes, IPEndpoint endPoint)
mint Send(System.ReadOnlySpan[byte] datagram, IPEndpoint endPoint)
mint Send(byte[] dgram, int bytes, string hostname, int port)
mint Send(System.ReadOnlySpan[byte] datagram, string hostname, int port)
mint Send(byte[] dgram, int bytes)
mint Send(System.ReadOnlySpan[byte] datagram)
#System.Net.Sockets.NetworkStream|class|System.IO.Stream|System.IDisposable System.IAsyncDisposable|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Net.Sockets.Socket Socket {get;}
pbool CanRead {get;}
pbool CanSeek {get;}
pbool CanWrite {get;}
pbool CanTimeout {get;}
pint ReadTimeout {get;set;}
pint WriteTimeout {get;set;}
pbool DataAvailable {get;}
plong Length {get;}
plong Position {get;set;}
cnew(System.Net.Sockets.Socket socket)
cnew(System.Net.Sockets.Socket socket, bool ownsSocket)
cnew(System.Net.Sockets.Socket socket, System.IO.FileAccess access)
cnew(System.Net.Sockets.Socket socket, System.IO.FileAccess access, bool ownsSocket)
mvoid Close(int timeout)
mvoid Close(timespan timeout)
#System.Net.Sockets.UdpReceiveResult|struct|System.ValueType|System.IEquatable\`1[System.Net.Sockets.UdpReceiveResult]|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100109|
pbyte[] Buffer {get;}
pIPEndpoint RemoteEndPoint {get;}
sbool op_Equality(System.Net.Sockets.UdpReceiveResult left, System.Net.Sockets.UdpReceiveResult right)
sbool op_Inequality(System.Net.Sockets.UdpReceiveResult left, System.Net.Sockets.UdpReceiveResult right)
cnew(byte[] buffer, IPEndpoint remoteEndPoint)
mbool Equals(System.Net.Sockets.UdpReceiveResult other)
mbool IEquatable[UdpReceiveResult].Equals(System.Net.Sockets.UdpReceiveResult other)
#System.Net.Sockets.LingerOption|class|System.Object||System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pbool Enabled {get;set;}
pint LingerTime {get;set;}
cnew(bool enable, int seconds)
mbool Equals(System.Object comparand)
#System.Net.Sockets.SocketType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Stream=1,Dgram=2,Raw=3,Rdm=4,Seqpacket=5,Unknown=-1
#System.Net.Sockets.SocketFlags|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
eflags|System.Int32|None=0,OutOfBand=1,Peek=2,DontRoute=4,Truncated=256,ControlDataTruncated=512,Broadcast=1024,Multicast=2048,Partial=32768
#System.Net.Sockets.SocketShutdown|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Receive=0,Send=1,Both=2
#System.Net.Sockets.SocketOptionLevel|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Socket=65535,IP=0,IPv6=41,Tcp=6,Udp=17
#System.Net.Sockets.SocketOptionName|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Debug=1,AcceptConnection=2,ReuseAddress=4,KeepAlive=8,DontRoute=16,Broadcast=32,UseLoopback=64,Linger=128,OutOfBandInline=256,DontLinger=-129,ExclusiveAddressUse=-5,SendBuffer=4097,ReceiveBuffer=4098,SendLowWater=4099,ReceiveLowWater=4100,SendTimeout=4101,ReceiveTimeout=4102,Error=4103,Type=4104,ReuseUnicastPort=12295,MaxConnections=2147483647,IPOptions=1,HeaderIncluded=2,TypeOfService=3,IpTimeToLive=4,MulticastInterface=9,MulticastTimeToLive=10,MulticastLoopback=11,AddMembership=12,DropMembership=13,DontFragment=14,AddSourceMembership=15,DropSourceMembership=16,BlockSource=17,UnblockSource=18,PacketInformation=19,HopLimit=21,IPProtectionLevel=23,IPv6Only=27,NoDelay=1,BsdUrgent=2,Expedited=2,FastOpen=15,TcpKeepAliveRetryCount=16,TcpKeepAliveTime=3,TcpKeepAliveInterval=17,NoChecksum=1,ChecksumCoverage=20,UpdateAcceptContext=28683,UpdateConnectContext=28688
#System.Net.Sockets.SelectMode|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Sockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|SelectRead=0,SelectWrite=1,SelectError=2
#System.Net.NetworkInformation.Ping|class|System.ComponentModel.Component|System.ComponentModel.IComponent System.IDisposable|System.Net.Ping, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
cnew()
mSystem.Net.NetworkInformation.PingReply Send(string hostNameOrAddress)
mSystem.Net.NetworkInformation.PingReply Send(string hostNameOrAddress, int timeout)
mSystem.Net.NetworkInformation.PingReply Send(ipaddress address)
mSystem.Net.NetworkInformation.PingReply Send(ipaddress address, int timeout)
mSystem.Net.NetworkInformation.PingReply Send(string hostNameOrAddress, int timeout, byte[] buffer)
mSystem.Net.NetworkInformation.PingReply Send(ipaddress address, int timeout, byte[] buffer)
mSystem.Net.NetworkInformation.PingReply Send(string hostNameOrAddress, int timeout, byte[] buffer, System.Net.NetworkInformation.PingOptions options)
mSystem.Net.NetworkInformation.PingReply Send(ipaddress address, int timeout, byte[] buffer, System.Net.NetworkInformation.PingOptions options)
mSystem.Net.NetworkInformation.PingReply Send(ipaddress address, timespan timeout, byte[] buffer = null, System.Net.NetworkInformation.PingOptions options = null)
mSystem.Net.NetworkInformation.PingReply Send(string hostNameOrAddress, timespan timeout, byte[] buffer = null, System.Net.NetworkInformation.PingOptions options = null)
mvoid SendAsync(string hostNameOrAddress, System.Object userToken)
mvoid SendAsync(string hostNameOrAddress, int timeout, System.Object userToken)
mvoid SendAsync(ipaddress address, System.Object userToken)
mvoid SendAsync(ipaddress address, int timeout, System.Object userToken)
mvoid SendAsync(string hostNameOrAddress, int timeout, byte[] buffer, System.Object userToken)
mvoid SendAsync(ipaddress address, int timeout, byte[] buffer, System.Object userToken)
mvoid SendAsync(string hostNameOrAddress, int timeout, byte[] buffer, System.Net.NetworkInformation.PingOptions options, System.Object userToken)
mvoid SendAsync(ipaddress address, int timeout, byte[] buffer, System.Net.NetworkInformation.PingOptions options, System.Object userToken)
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.PingReply] SendPingAsync(ipaddress address)
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.PingReply] SendPingAsync(string hostNameOrAddress)
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.PingReply] SendPingAsync(ipaddress address, int timeout)
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.PingReply] SendPingAsync(string hostNameOrAddress, int timeout)
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.PingReply] SendPingAsync(ipaddress address, int timeout, byte[] buffer)
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.PingReply] SendPingAsync(string hostNameOrAddress, int timeout, byte[] buffer)
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.PingReply] SendPingAsync(ipaddress address, int timeout, byte[] buffer, System.Net.NetworkInformation.PingOptions options)
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.PingReply] SendPingAsync(ipaddress address, timespan timeout, byte[] buffer = null, System.Net.NetworkInformation.PingOptions options = null, System.Threading.CancellationToken cancellationToken = default)
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.PingReply] SendPingAsync(string hostNameOrAddress, int timeout, byte[] buffer, System.Net.NetworkInformation.PingOptions options)
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.PingReply] SendPingAsync(string hostNameOrAddress, timespan timeout, byte[] buffer = null, System.Net.NetworkInformation.PingOptions options = null, System.Threading.CancellationToken cancellationToken = default)
mvoid SendAsyncCancel()
#System.Net.NetworkInformation.PingReply|class|System.Object||System.Net.Ping, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pSystem.Net.NetworkInformation.IPStatus Status {get;}
pipaddress Address {get;}
plong RoundtripTime {get;}
pSystem.Net.NetworkInformation.PingOptions Options {get;}
pbyte[] Buffer {get;}
#System.Net.NetworkInformation.PingOptions|class|System.Object||System.Net.Ping, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Ttl {get;set;}
pbool DontFragment {get;set;}
cnew()
cnew(int ttl, bool dontFragment)
#System.Net.NetworkInformation.IPStatus|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.Ping, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Success=0,DestinationNetworkUnreachable=11002,DestinationHostUnreachable=11003,DestinationProtocolUnreachable=11004,DestinationPortUnreachable=11005,DestinationProhibited=11004,NoResources=11006,BadOption=11007,HardwareError=11008,PacketTooBig=11009,TimedOut=11010,BadRoute=11012,TtlExpired=11013,TtlReassemblyTimeExceeded=11014,ParameterProblem=11015,SourceQuench=11016,BadDestination=11018,DestinationUnreachable=11040,TimeExceeded=11041,BadHeader=11042,UnrecognizedNextHeader=11043,IcmpError=11044,DestinationScopeMismatch=11045,Unknown=-1
#System.Net.NetworkInformation.NetworkInterface|abstract|System.Object||System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pstring Id {get;}
pstring Name {get;}
pstring Description {get;}
pSystem.Net.NetworkInformation.OperationalStatus OperationalStatus {get;}
plong Speed {get;}
pbool IsReceiveOnly {get;}
pbool SupportsMulticast {get;}
pSystem.Net.NetworkInformation.NetworkInterfaceType NetworkInterfaceType {get;}
qint IPv6LoopbackInterfaceIndex {get;}
qint LoopbackInterfaceIndex {get;}
sSystem.Net.NetworkInformation.NetworkInterface[] GetAllNetworkInterfaces()
sbool GetIsNetworkAvailable()
mSystem.Net.NetworkInformation.IPInterfaceProperties GetIPProperties()
mSystem.Net.NetworkInformation.IPInterfaceStatistics GetIPStatistics()
mSystem.Net.NetworkInformation.IPv4InterfaceStatistics GetIPv4Statistics()
mPhysicalAddress GetPhysicalAddress()
mbool Supports(System.Net.NetworkInformation.NetworkInterfaceComponent networkInterfaceComponent)
#System.Net.NetworkInformation.IPInterfaceProperties|abstract|System.Object||System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pbool IsDnsEnabled {get;}
pstring DnsSuffix {get;}
pbool IsDynamicDnsEnabled {get;}
pSystem.Net.NetworkInformation.UnicastIPAddressInformationCollection UnicastAddresses {get;}
pSystem.Net.NetworkInformation.MulticastIPAddressInformationCollection MulticastAddresses {get;}
pSystem.Net.NetworkInformation.IPAddressInformationCollection AnycastAddresses {get;}
pSystem.Net.NetworkInformation.IPAddressCollection DnsAddresses {get;}
pSystem.Net.NetworkInformation.GatewayIPAddressInformationCollection GatewayAddresses {get;}
pSystem.Net.NetworkInformation.IPAddressCollection DhcpServerAddresses {get;}
pSystem.Net.NetworkInformation.IPAddressCollection WinsServersAddresses {get;}
mSystem.Net.NetworkInformation.IPv4InterfaceProperties GetIPv4Properties()
mSystem.Net.NetworkInformation.IPv6InterfaceProperties GetIPv6Properties()
#System.Net.NetworkInformation.IPAddressCollection|class|System.Object|System.Collections.Generic.ICollection\`1[System.Net.IPAddress] System.Collections.Generic.IEnumerable\`1[System.Net.IPAddress] System.Collections.IEnumerable|System.Net.Primitives, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Count {get;}
pbool IsReadOnly {get;}
mvoid CopyTo(ipaddress[] array, int offset)
mvoid ICollection[ipaddress].CopyTo(ipaddress[] array, int arrayIndex)
mvoid Add(ipaddress address)
mvoid ICollection[ipaddress].Add(ipaddress item)
mbool Contains(ipaddress address)
mbool ICollection[ipaddress].Contains(ipaddress item)
mSystem.Collections.Generic.IEnumerator[ipaddress] GetEnumerator()
mSystem.Collections.Generic.IEnumerator[ipaddress] IEnumerable[ipaddress].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mipaddress get_Item(int index)
mbool Remove(ipaddress address)
mbool ICollection[ipaddress].Remove(ipaddress item)
mvoid Clear()
mvoid ICollection[ipaddress].Clear()
#System.Net.NetworkInformation.IPAddressInformation|abstract|System.Object||System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pipaddress Address {get;}
pbool IsDnsEligible {get;}
pbool IsTransient {get;}
#System.Net.NetworkInformation.UnicastIPAddressInformation|abstract|System.Net.NetworkInformation.IPAddressInformation||System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
plong AddressPreferredLifetime {get;}
plong AddressValidLifetime {get;}
plong DhcpLeaseLifetime {get;}
pSystem.Net.NetworkInformation.DuplicateAddressDetectionState DuplicateAddressDetectionState {get;}
pSystem.Net.NetworkInformation.PrefixOrigin PrefixOrigin {get;}
pSystem.Net.NetworkInformation.SuffixOrigin SuffixOrigin {get;}
pipaddress IPv4Mask {get;}
pint PrefixLength {get;}
#System.Net.NetworkInformation.UnicastIPAddressInformationCollection|class|System.Object|System.Collections.Generic.ICollection\`1[System.Net.NetworkInformation.UnicastIPAddressInformation] System.Collections.Generic.IEnumerable\`1[System.Net.NetworkInformation.UnicastIPAddressInformation] System.Collections.IEnumerable|System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Count {get;}
pbool IsReadOnly {get;}
mvoid CopyTo(System.Net.NetworkInformation.UnicastIPAddressInformation[] array, int offset)
mvoid ICollection[UnicastIPAddressInformation].CopyTo(System.Net.NetworkInformation.UnicastIPAddressInformation[] array, int arrayIndex)
mvoid Add(System.Net.NetworkInformation.UnicastIPAddressInformation address)
mvoid ICollection[UnicastIPAddressInformation].Add(System.Net.NetworkInformation.UnicastIPAddressInformation item)
mbool Contains(System.Net.NetworkInformation.UnicastIPAddressInformation address)
mbool ICollection[UnicastIPAddressInformation].Contains(System.Net.NetworkInformation.UnicastIPAddressInformation item)
mSystem.Collections.Generic.IEnumerator[System.Net.NetworkInformation.UnicastIPAddressInformation] GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Net.NetworkInformation.UnicastIPAddressInformation] IEnumerable[UnicastIPAddressInformation].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mSystem.Net.NetworkInformation.UnicastIPAddressInformation get_Item(int index)
mbool Remove(System.Net.NetworkInformation.UnicastIPAddressInformation address)
mbool ICollection[UnicastIPAddressInformation].Remove(System.Net.NetworkInformation.UnicastIPAddressInformation item)
mvoid Clear()
mvoid ICollection[UnicastIPAddressInformation].Clear()
#System.Net.NetworkInformation.GatewayIPAddressInformation|abstract|System.Object||System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pipaddress Address {get;}
#System.Net.NetworkInformation.GatewayIPAddressInformationCollection|class|System.Object|System.Collections.Generic.ICollection\`1[System.Net.NetworkInformation.GatewayIPAddressInformation] System.Collections.Generic.IEnumerable\`1[System.Net.NetworkInformation.GatewayIPAddressInformation] System.Collections.IEnumerable|System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Count {get;}
pbool IsReadOnly {get;}
mvoid CopyTo(System.Net.NetworkInformation.GatewayIPAddressInformation[] array, int offset)
mvoid ICollection[GatewayIPAddressInformation].CopyTo(System.Net.NetworkInformation.GatewayIPAddressInformation[] array, int arrayIndex)
mSystem.Net.NetworkInformation.GatewayIPAddressInformation get_Item(int index)
mvoid Add(System.Net.NetworkInformation.GatewayIPAddressInformation address)
mvoid ICollection[GatewayIPAddressInformation].Add(System.Net.NetworkInformation.GatewayIPAddressInformation item)
mbool Contains(System.Net.NetworkInformation.GatewayIPAddressInformation address)
mbool ICollection[GatewayIPAddressInformation].Contains(System.Net.NetworkInformation.GatewayIPAddressInformation item)
mSystem.Collections.Generic.IEnumerator[System.Net.NetworkInformation.GatewayIPAddressInformation] GetEnumerator()
mSystem.Collections.Generic.IEnumerator[System.Net.NetworkInformation.GatewayIPAddressInformation] IEnumerable[GatewayIPAddressInformation].GetEnumerator()
mSystem.Collections.IEnumerator IEnumerable.GetEnumerator()
mbool Remove(System.Net.NetworkInformation.GatewayIPAddressInformation address)
mbool ICollection[GatewayIPAddressInformation].Remove(System.Net.NetworkInformation.GatewayIPAddressInformation item)
mvoid Clear()
mvoid ICollection[GatewayIPAddressInformation].Clear()
#System.Net.NetworkInformation.IPGlobalProperties|abstract|System.Object||System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pstring DhcpScopeName {get;}
pstring DomainName {get;}
pstring HostName {get;}
pbool IsWinsProxy {get;}
pSystem.Net.NetworkInformation.NetBiosNodeType NodeType {get;}
sSystem.Net.NetworkInformation.IPGlobalProperties GetIPGlobalProperties()
mIPEndpoint[] GetActiveUdpListeners()
mIPEndpoint[] GetActiveTcpListeners()
mSystem.Net.NetworkInformation.TcpConnectionInformation[] GetActiveTcpConnections()
mSystem.IAsyncResult BeginGetUnicastAddresses(System.AsyncCallback callback, System.Object state)
mSystem.Net.NetworkInformation.UnicastIPAddressInformationCollection EndGetUnicastAddresses(System.IAsyncResult asyncResult)
mSystem.Net.NetworkInformation.TcpStatistics GetTcpIPv4Statistics()
mSystem.Net.NetworkInformation.TcpStatistics GetTcpIPv6Statistics()
mSystem.Net.NetworkInformation.UdpStatistics GetUdpIPv4Statistics()
mSystem.Net.NetworkInformation.UdpStatistics GetUdpIPv6Statistics()
mSystem.Net.NetworkInformation.IcmpV4Statistics GetIcmpV4Statistics()
mSystem.Net.NetworkInformation.IcmpV6Statistics GetIcmpV6Statistics()
mSystem.Net.NetworkInformation.IPGlobalStatistics GetIPv4GlobalStatistics()
mSystem.Net.NetworkInformation.IPGlobalStatistics GetIPv6GlobalStatistics()
mSystem.Net.NetworkInformation.UnicastIPAddressInformationCollection GetUnicastAddresses()
mSystem.Threading.Tasks.Task[System.Net.NetworkInformation.UnicastIPAddressInformationCollection] GetUnicastAddressesAsync()
#System.Net.NetworkInformation.TcpConnectionInformation|abstract|System.Object||System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pIPEndpoint LocalEndPoint {get;}
pIPEndpoint RemoteEndPoint {get;}
pSystem.Net.NetworkInformation.TcpState State {get;}
#System.Net.NetworkInformation.NetworkInterfaceType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Unknown=1,Ethernet=6,TokenRing=9,Fddi=15,BasicIsdn=20,PrimaryIsdn=21,Ppp=23,Loopback=24,Ethernet3Megabit=26,Slip=28,Atm=37,GenericModem=48,FastEthernetT=62,Isdn=63,FastEthernetFx=69,Wireless80211=71,AsymmetricDsl=94,RateAdaptDsl=95,SymmetricDsl=96,VeryHighSpeedDsl=97,IPOverAtm=114,GigabitEthernet=117,Tunnel=131,MultiRateSymmetricDsl=143,HighPerformanceSerialBus=144,Wman=237,Wwanpp=243,Wwanpp2=244
#System.Net.NetworkInformation.OperationalStatus|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Up=1,Down=2,Testing=3,Unknown=4,Dormant=5,NotPresent=6,LowerLayerDown=7
#System.Net.NetworkInformation.TcpState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.NetworkInformation, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Unknown=0,Closed=1,Listen=2,SynSent=3,SynReceived=4,Established=5,FinWait1=6,FinWait2=7,CloseWait=8,Closing=9,LastAck=10,TimeWait=11,DeleteTcb=12
#System.Net.WebSockets.WebSocket|abstract|System.Object|System.IDisposable|System.Net.WebSockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100081|
pSystem.Nullable[System.Net.WebSockets.WebSocketCloseStatus] CloseStatus {get;}
pstring CloseStatusDescription {get;}
pstring SubProtocol {get;}
pSystem.Net.WebSockets.WebSocketState State {get;}
qtimespan DefaultKeepAliveInterval {get;}
sSystem.ArraySegment[byte] CreateClientBuffer(int receiveBufferSize, int sendBufferSize)
sSystem.ArraySegment[byte] CreateServerBuffer(int receiveBufferSize)
sSystem.Net.WebSockets.WebSocket CreateFromStream(System.IO.Stream stream, bool isServer, string subProtocol, timespan keepAliveInterval)
sSystem.Net.WebSockets.WebSocket CreateFromStream(System.IO.Stream stream, System.Net.WebSockets.WebSocketCreationOptions options)
sbool IsApplicationTargeting45()
svoid RegisterPrefixes()
sSystem.Net.WebSockets.WebSocket CreateClientWebSocket(System.IO.Stream innerStream, string subProtocol, int receiveBufferSize, int sendBufferSize, timespan keepAliveInterval, bool useZeroMaskingKey, System.ArraySegment[byte] internalBuffer)
mvoid Abort()
mSystem.Threading.Tasks.Task CloseAsync(System.Net.WebSockets.WebSocketCloseStatus closeStatus, string statusDescription, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task CloseOutputAsync(System.Net.WebSockets.WebSocketCloseStatus closeStatus, string statusDescription, System.Threading.CancellationToken cancellationToken)
mvoid Dispose()
mvoid IDisposable.Dispose()
mSystem.Threading.Tasks.Task[System.Net.WebSockets.WebSocketReceiveResult] ReceiveAsync(System.ArraySegment[byte] buffer, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.ValueTask[System.Net.WebSockets.ValueWebSocketReceiveResult] ReceiveAsync(System.Memory[byte] buffer, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task SendAsync(System.ArraySegment[byte] buffer, System.Net.WebSockets.WebSocketMessageType messageType, bool endOfMessage, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.ValueTask SendAsync(System.ReadOnlyMemory[byte] buffer, System.Net.WebSockets.WebSocketMessageType messageType, bool endOfMessage, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.ValueTask SendAsync(System.ReadOnlyMemory[byte] buffer, System.Net.WebSockets.WebSocketMessageType messageType, System.Net.WebSockets.WebSocketMessageFlags messageFlags, System.Threading.CancellationToken cancellationToken = default)
#System.Net.WebSockets.ClientWebSocket|class|System.Net.WebSockets.WebSocket|System.IDisposable|System.Net.WebSockets.Client, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pSystem.Net.WebSockets.ClientWebSocketOptions Options {get;}
pSystem.Nullable[System.Net.WebSockets.WebSocketCloseStatus] CloseStatus {get;}
pstring CloseStatusDescription {get;}
pstring SubProtocol {get;}
pSystem.Net.WebSockets.WebSocketState State {get;}
pSystem.Net.HttpStatusCode HttpStatusCode {get;}
pSystem.Collections.Generic.IReadOnlyDictionary[string,System.Collections.Generic.IEnumerable[string]] HttpResponseHeaders {get;set;}
cnew()
mSystem.Threading.Tasks.Task ConnectAsync(uri uri, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.Task ConnectAsync(uri uri, System.Net.Http.HttpMessageInvoker invoker, System.Threading.CancellationToken cancellationToken)
mSystem.Threading.Tasks.ValueTask SendAsync(System.ReadOnlyMemory[byte] buffer, System.Net.WebSockets.WebSocketMessageType messageType, System.Net.WebSockets.WebSocketMessageFlags messageFlags, System.Threading.CancellationToken cancellationToken)
#System.Net.WebSockets.ClientWebSocketOptions|class|System.Object||System.Net.WebSockets.Client, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100101|
pversion HttpVersion {get;set;}
pSystem.Net.Http.HttpVersionPolicy HttpVersionPolicy {get;set;}
pbool UseDefaultCredentials {get;set;}
pSystem.Net.ICredentials Credentials {get;set;}
pSystem.Net.IWebProxy Proxy {get;set;}
pSystem.Security.Cryptography.X509Certificates.X509CertificateCollection ClientCertificates {get;set;}
pSystem.Net.Security.RemoteCertificateValidationCallback RemoteCertificateValidationCallback {get;set;}
pSystem.Net.CookieContainer Cookies {get;set;}
ptimespan KeepAliveInterval {get;set;}
ptimespan KeepAliveTimeout {get;set;}
pSystem.Net.WebSockets.WebSocketDeflateOptions DangerousDeflateOptions {get;set;}
pbool CollectHttpResponseDetails {get;set;}
mvoid SetRequestHeader(string headerName, string headerValue)
mvoid AddSubProtocol(string subProtocol)
mvoid SetBuffer(int receiveBufferSize, int sendBufferSize)
mvoid SetBuffer(int receiveBufferSize, int sendBufferSize, System.ArraySegment[byte] buffer)
#System.Net.WebSockets.WebSocketState|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.WebSockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|None=0,Connecting=1,Open=2,CloseSent=3,CloseReceived=4,Closed=5,Aborted=6
#System.Net.WebSockets.WebSocketMessageType|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.WebSockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|Text=0,Binary=1,Close=2
#System.Net.WebSockets.WebSocketCloseStatus|enum|System.Enum|System.IComparable System.IFormattable System.IConvertible|System.Net.WebSockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||101|
e|System.Int32|NormalClosure=1000,EndpointUnavailable=1001,ProtocolError=1002,InvalidMessageType=1003,Empty=1005,InvalidPayloadData=1007,PolicyViolation=1008,MessageTooBig=1009,MandatoryExtension=1010,InternalServerError=1011
#System.Net.WebSockets.WebSocketReceiveResult|class|System.Object||System.Net.WebSockets, Version=10.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a||100001|
pint Count {get;}
pbool EndOfMessage {get;}
pSystem.Net.WebSockets.WebSocketMessageType MessageType {get;}
pSystem.Nullable[System.Net.WebSockets.WebSocketCloseStatus] CloseStatus {get;}
pstring CloseStatusDescription {get;}
cnew(int count, System.Net.WebSockets.WebSocketMessageType messageType, bool endOfMessage)
cnew(int count, System.Net.WebSockets.WebSocketMessageType messageType, bool endOfMessage, System.Nullable[System.Net.WebSockets.WebSocketCloseStatus] closeStatus, string closeStatusDescription)
`;
