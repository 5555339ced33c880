/** Measured with pwsh 7.6.9: a script, and what it gives. */
import { expect, it } from 'vitest';
import { shownBy } from '../../test-support/shown.js';

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [
    `$l=[Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback,0); $l.Start(); $p=$l.LocalEndpoint.Port; $c=[Net.Sockets.TcpClient]::new(); $c.Connected; $c.Connect('127.0.0.1',$p); $c.Connected; $l.Pending(); $s=$l.AcceptTcpClient(); $w=[IO.StreamWriter]::new($c.GetStream()); $w.WriteLine('hello'); $w.Flush(); $r=[IO.StreamReader]::new($s.GetStream()); $r.ReadLine(); $s.GetStream().DataAvailable; $b=[Text.Encoding]::ASCII.GetBytes('pong'); $s.GetStream().Write($b,0,4); $q=[byte[]]::new(10); $n=$c.GetStream().Read($q,0,10); $n; [Text.Encoding]::ASCII.GetString($q,0,$n); $s.Close(); $c.GetStream().Read($q,0,10); $c.Client.RemoteEndPoint.Port -eq $p; $c.Close(); $c.Connected; $l.Stop()`,
    `[System.Boolean] False
[System.Boolean] True
[System.Boolean] True
[System.String] hello
[System.Boolean] False
[System.Int32] 4
[System.String] pong
[System.Int32] 0
[System.Boolean] True
[System.Boolean] False`,
  ],
  [
    `$c=[Net.Sockets.TcpClient]::new(); $c.Connect('127.0.0.1',1)`,
    'ERR SocketException | NotSpecified | MethodInvocationException | Exception calling "Connect" with "2" argument(s): "Connection refused [::ffff:127.0.0.1]:1"',
  ],
  [
    `[Net.Sockets.TcpClient]::new('127.0.0.1',1)`,
    'ERR SocketException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "2" argument(s): "Connection refused [::ffff:127.0.0.1]:1"',
  ],
  [
    `$c=[Net.Sockets.TcpClient]::new(); $t=$c.ConnectAsync('127.0.0.1',1); $t.Wait(2000)`,
    'ERR AggregateException | NotSpecified | MethodInvocationException | Exception calling "Wait" with "1" argument(s): "One or more errors occurred. (Connection refused)"',
  ],
  [
    '$c=[Net.Sockets.TcpClient]::new(); $c.GetStream()',
    'ERR InvalidOperationException | NotSpecified | MethodInvocationException | Exception calling "GetStream" with "0" argument(s): "The operation is not allowed on non-connected sockets."',
  ],
  [
    '$l=[Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback,0); $l.AcceptTcpClient()',
    'ERR InvalidOperationException | NotSpecified | MethodInvocationException | Exception calling "AcceptTcpClient" with "0" argument(s): "Not listening. You must call the Start() method before calling this method."',
  ],
  [
    '$c=[Net.Sockets.TcpClient]::new(); $c.Close(); $c.GetStream()',
    `ERR ObjectDisposedException | NotSpecified | MethodInvocationException | Exception calling "GetStream" with "0" argument(s): "Cannot access a disposed object.
Object name: 'System.Net.Sockets.TcpClient'."`,
  ],
  [
    `$c=[Net.Sockets.TcpClient]::new(); $a=$c.BeginConnect('127.0.0.1',1,$null,$null); $a.AsyncWaitHandle.WaitOne(1000,$false); $c.Connected; $c.EndConnect($a)`,
    'ERR SocketException | NotSpecified | MethodInvocationException | Exception calling "EndConnect" with "1" argument(s): "Connection refused"',
  ],
  [
    `$u=[Net.Sockets.UdpClient]::new(0); $p=$u.Client.LocalEndPoint.Port; $v=[Net.Sockets.UdpClient]::new(); $v.Connect('127.0.0.1',$p); $v.Send([byte[]](1,2,3),3); $e=[Net.IPEndPoint]::new([Net.IPAddress]::Any,0); $b=$u.Receive([ref]$e); $b -join ','; $e.Address.ToString(); $u.Close(); $v.Close()`,
    `[System.Int32] 3
[System.String] 1,2,3
[System.String] 127.0.0.1`,
  ],
  [
    '$c=[Net.Sockets.TcpClient]::new(); $c.ReceiveTimeout=500; $c.ReceiveTimeout; $c.NoDelay; $c.SendTimeout; $c.Available',
    `[System.Int32] 500
[System.Boolean] False
[System.Int32] 0
[System.Int32] 0`,
  ],
  [
    `$l=[Net.Sockets.TcpListener]::new([Net.IPAddress]::Loopback,0); $l.Start(); $c=[Net.Sockets.TcpClient]::new('127.0.0.1',$l.LocalEndpoint.Port); $s=$l.AcceptTcpClient(); $c.GetStream().ReadTimeout=100; $c.GetStream().ReadByte()`,
    'ERR IOException | NotSpecified | MethodInvocationException | Exception calling "ReadByte" with "0" argument(s): "Unable to read data from the transport connection: Connection timed out."',
  ],
  [
    `$c=[Net.Sockets.TcpClient]::new(); $c.Connect('127.0.0.1',99999)`,
    `ERR ArgumentOutOfRangeException | NotSpecified | MethodInvocationException | Exception calling "Connect" with "2" argument(s): "Specified argument was out of the range of valid values. (Parameter 'port')"`,
  ],
];
it.each(CASES)('connects as .NET does: %s', async (script, shown) => {
  expect(await shownBy(script)).toBe(shown.trimEnd());
});
