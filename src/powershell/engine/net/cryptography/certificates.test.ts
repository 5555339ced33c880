/** Measured with pwsh 7.6.9: a script, and what it gives. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import nodePath from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shownBy } from '../../test-support/shown.js';

/** Made for this test alone; nobody has its key. */
const PEM = `-----BEGIN CERTIFICATE-----
MIIDpDCCAoygAwIBAgIUPqC9GqneDXpyBZMpedenhRlSHRMwDQYJKoZIhvcNAQEL
BQAwTDELMAkGA1UEBhMCVVMxEDAOBgNVBAoMB0V4LCBJbmMxFTATBgNVBAMMDHRl
c3QuZXhhbXBsZTEUMBIGCSqGSIb3DQEJARYFYUBiLmMwHhcNMjYxMTI3MDYxODM1
WhcNMzYxMTI0MDYxODM1WjBMMQswCQYDVQQGEwJVUzEQMA4GA1UECgwHRXgsIElu
YzEVMBMGA1UEAwwMdGVzdC5leGFtcGxlMRQwEgYJKoZIhvcNAQkBFgVhQGIuYzCC
ASIwDQYJKoZIhvcNAQEBBQADggEPADCCAQoCggEBAKSKPL4Ex0xTfe6TDgdyXOMJ
aAU6urNs3MK0gT1KCMmtMqkbWip4YJWDtzP0VshiXyPzBBoEvtESB37t9jWFd3zr
IZF0WwAy8UjkTMWQAfipQDSh2N7a701q68OUguK9N5sTbOtCq7h1lHDwVLZrQ9cn
qIC0lYNTs2iH14+sAGmF+dDkhMQdaao6TQ2LNln2ZsJrmIYaYaFDxZJn05/8L4Az
UtJseO53MdWhD9X97vC/lpOMaucZKLl3vqCta66xIrrgIRMORLBk7ZJYBFDe/wjC
912YjIHRdcL7Qy8Bo5UnF1MbLNPmlEOP7ZOS3C54NqlqAhzUqiB9ZR9j9AUba8EC
AwEAAaN+MHwwHQYDVR0OBBYEFA9A52vsd/adPHdVh60fv1USKBygMB8GA1UdIwQY
MBaAFA9A52vsd/adPHdVh60fv1USKBygMA8GA1UdEwEB/wQFMAMBAf8wKQYDVR0R
BCIwIIIMdGVzdC5leGFtcGxlghB3d3cudGVzdC5leGFtcGxlMA0GCSqGSIb3DQEB
CwUAA4IBAQCi1FkoLy5vws5KxRJEBYKOK0DARx/goPoujc/wdjC4AsTs9DpAK/vQ
Z3Czxu5ly3LqXMnKsZ8YPToBLHe+rfRrE7U++ccjEPgq4hbMOH3VTqLxvgkg6sSk
PdkYSZ3lZ8fnd5aGp4sYmMJOw7Mv4F3MC/It8UXeVcUG7G9ss4Bdc5HJWbc3XHoy
ibxwb60M+BemAQMVoZ8TQgwJbOGLJM9FAGDt1R4rHCX52AhoPnuHTqhAfB0rflDM
7y8YjqYBvmLA7bNMFQS13Q4ivGFvzLXBPukvkd1ezsRfTOd0oJY+6ibvetOnpDYX
gJ5h4V2IoEkexVc1y2I3g5B6SPJIAYWW
-----END CERTIFICATE-----
`;
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(nodePath.join(tmpdir(), 'pssession-certificates-'));
  writeFileSync(nodePath.join(folder, 'c.pem'), PEM);
  writeFileSync(nodePath.join(folder, 'c.der'), Buffer.from(PEM.replace(/-----.*-----/g, ''), 'base64'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [
    `$c=[Security.Cryptography.X509Certificates.X509Certificate2]::new("$folder/c.pem"); $c.Subject; $c.Issuer; $c.Thumbprint; $c.SerialNumber; $c.NotBefore.ToUniversalTime(); $c.NotAfter.ToUniversalTime(); $c.HasPrivateKey; $c.Version; $c.FriendlyName; $c.Archived; $c.SignatureAlgorithm.FriendlyName; $c.SignatureAlgorithm.Value; $c.PublicKey.Oid.FriendlyName; $c.GetNameInfo('SimpleName',$false); $c.GetNameInfo('DnsName',$false); $c.SubjectName.Name; $c.RawData.Length; $c.GetCertHashString(); $c.GetSerialNumberString(); $c.Extensions.Count; $c.Extensions[0].Oid.Value; $c.GetKeyAlgorithm()`,
    `[System.String] E=a@b.c, CN=test.example, O="Ex, Inc", C=US
[System.String] E=a@b.c, CN=test.example, O="Ex, Inc", C=US
[System.String] 7135B9DCACAC98EB6256A1BC96AF43C664541B42
[System.String] 3EA0BD1AA9DE0D7A7205932979D7A78519521D13
[System.DateTime] 11/27/2026 06:18:35
[System.DateTime] 11/24/2036 06:18:35
[System.Boolean] False
[System.Int32] 3
[System.String] 
[System.Boolean] False
[System.String] sha256RSA
[System.String] 1.2.840.113549.1.1.11
[System.String] RSA
[System.String] test.example
[System.String] test.example
[System.String] E=a@b.c, CN=test.example, O="Ex, Inc", C=US
[System.Int32] 936
[System.String] 7135B9DCACAC98EB6256A1BC96AF43C664541B42
[System.String] 3EA0BD1AA9DE0D7A7205932979D7A78519521D13
[System.Int32] 4
[System.String] 2.5.29.14
[System.String] 1.2.840.113549.1.1.1`,
  ],
  [
    `$c=[Security.Cryptography.X509Certificates.X509Certificate2]::new([IO.File]::ReadAllBytes("$folder/c.der")); $c.Thumbprint.Length; $c.ToString().Split("\`n")[0]; $c.Equals($c); $c.GetRawCertData().Length; $c.Export('Cert').Length; $c.ExportCertificatePem().Split("\`n")[0]; $c.DnsNameList.Unicode -join ','`,
    `[System.Int32] 40
[System.String] [Subject]
[System.Boolean] True
[System.Int32] 936
[System.Int32] 936
[System.String] -----BEGIN CERTIFICATE-----
[System.String] `,
  ],
  [
    `[Security.Cryptography.X509Certificates.X509Certificate2]::new('/nope.cer')`,
    'ERR OpenSslCryptographicException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "1" argument(s): "error:10000080:BIO routines::no such file"',
  ],
  [
    '[Security.Cryptography.X509Certificates.X509Certificate2]::new([byte[]](1,2,3))',
    'ERR CryptographicException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "1" argument(s): "ASN1 corrupted data."',
  ],
  [
    `$x=[Security.Cryptography.X509Certificates.X509Certificate2Collection]::new(); $c=[Security.Cryptography.X509Certificates.X509Certificate2]::new("$folder/c.pem"); $x.Add($c); $x.Count; $x.Find('FindByThumbprint',$c.Thumbprint,$false).Count; $x.Find('FindBySubjectName','test.example',$false).Count;  $x[0].Subject; $x.Contains($c)`,
    `[System.Int32] 0
[System.Int32] 1
[System.Int32] 1
[System.Int32] 1
[System.String] E=a@b.c, CN=test.example, O="Ex, Inc", C=US
[System.Boolean] True`,
  ],
  [
    `$s=[Security.Cryptography.X509Certificates.X509Store]::new('My','CurrentUser'); $s.Open('ReadOnly'); $s.Certificates.Count; $s.Name; $s.Location; $s.Close(); $s.IsOpen`,
    `[System.Int32] 0
[System.String] My
[System.Security.Cryptography.X509Certificates.StoreLocation] CurrentUser
[System.Boolean] False`,
  ],
  [
    `[Security.Cryptography.X509Certificates.X509Store]::new('My','LocalMachine').Open('ReadOnly')`,
    'ERR CryptographicException | NotSpecified | MethodInvocationException | Exception calling "Open" with "1" argument(s): "Unix LocalMachine X509Store is limited to the Root and CertificateAuthority stores."',
  ],
  [
    `$s=[Security.Cryptography.X509Certificates.X509Store]::new('Root','LocalMachine'); $s.Open('ReadOnly'); $s.Certificates.Count -gt 0; $s.IsOpen`,
    `[System.Boolean] True
[System.Boolean] True`,
  ],
  [
    `[Security.Cryptography.X509Certificates.X509CertificateLoader]::LoadCertificateFromFile("$folder/c.pem").Subject`,
    '[System.String] E=a@b.c, CN=test.example, O="Ex, Inc", C=US',
  ],
  [
    `$q=[Web.HttpUtility]::ParseQueryString('a=1&b=x%20y&a=2'); $q['a']; $q['b']; $q.Count; $q.ToString(); $q.Add('c','d e'); "$($q.ToString())"; [Web.HttpUtility]::ParseQueryString('').Count`,
    `[System.String] 1,2
[System.String] x y
[System.Int32] 2
[System.String] a=1&a=2&b=x+y
[System.String] a=1&a=2&b=x+y&c=d+e
[System.Int32] 0`,
  ],
];
it.each(CASES)('reads certificates as .NET does: %s', async (script, shown) => {
  expect(await shownBy(`$folder = '${folder}'; ${script}`)).toBe(shown.trimEnd());
});
