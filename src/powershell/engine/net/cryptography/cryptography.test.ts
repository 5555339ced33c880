/** Measured with pwsh 7.6.9: a script, and what it gives. */
import { expect, it } from 'vitest';
import { shownBy } from '../../test-support/shown.js';

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [
    '$a=[Security.Cryptography.Aes]::Create(); $a.KeySize; $a.BlockSize; "$($a.Mode) $($a.Padding)"; $a.Key.Length; $a.IV.Length; $a.LegalKeySizes[0].MinSize; $a.LegalKeySizes[0].MaxSize; $a.LegalKeySizes[0].SkipSize; $a.GetType().FullName; $a.FeedbackSize',
    `[System.Int32] 256
[System.Int32] 128
[System.String] CBC PKCS7
[System.Int32] 32
[System.Int32] 16
[System.Int32] 128
[System.Int32] 256
[System.Int32] 64
[System.String] System.Security.Cryptography.AesImplementation
[System.Int32] 8`,
  ],
  [
    `$a=[Security.Cryptography.Aes]::Create(); $a.Key=[byte[]](1..32); $a.IV=[byte[]](1..16); $e=$a.CreateEncryptor(); $c=$e.TransformFinalBlock([byte[]](1..20),0,20); [Convert]::ToBase64String($c); $d=$a.CreateDecryptor().TransformFinalBlock($c,0,$c.Length); $d -join ','; $e.InputBlockSize; $e.CanReuseTransform`,
    `[System.String] pzxVdmZ7e0OiOp/ZMLVGXRR2GIUlqRhUGDG4wzudtDA=
[System.String] 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20
[System.Int32] 16
[System.Boolean] True`,
  ],
  [
    '$a=[Security.Cryptography.Aes]::Create(); $a.Key=[byte[]](1..5)',
    'ERR ExceptionWhenSetting | NotSpecified | SetValueInvocationException | Exception setting "Key": "Specified key is not a valid size for this algorithm."',
  ],
  [
    '$a=[Security.Cryptography.Aes]::Create(); $a.IV=[byte[]](1..5)',
    'ERR ExceptionWhenSetting | NotSpecified | SetValueInvocationException | Exception setting "IV": "Specified initialization vector (IV) does not match the block size for this algorithm."',
  ],
  [
    '$a=[Security.Cryptography.Aes]::Create(); $a.Key=[byte[]](1..32); $a.IV=[byte[]](1..16); $a.CreateDecryptor().TransformFinalBlock([byte[]](1..16),0,16)',
    'ERR CryptographicException | NotSpecified | MethodInvocationException | Exception calling "TransformFinalBlock" with "3" argument(s): "Padding is invalid and cannot be removed."',
  ],
  [
    '$a=[Security.Cryptography.Aes]::Create(); $a.Key=[byte[]](1..32); $a.CreateDecryptor().TransformFinalBlock([byte[]](1..15),0,15)',
    'ERR CryptographicException | NotSpecified | MethodInvocationException | Exception calling "TransformFinalBlock" with "3" argument(s): "The input data is not a complete block."',
  ],
  [
    `$p=[IO.Path]::GetTempFileName(); $a=[Security.Cryptography.Aes]::Create(); $a.Key=[byte[]](1..16); $a.Mode='ECB'; foreach($p in 'Zeros','None','ANSIX923','PKCS7'){ $a.Padding=$p; $x=$a.CreateEncryptor().TransformFinalBlock([byte[]](1..16),0,16); "$p $([Convert]::ToHexString($x))"; ($a.CreateDecryptor().TransformFinalBlock($x,0,$x.Length)) -join ',' }`,
    `[System.String] Zeros 34C33B7F14FD53DCEA25E01A02E16727
[System.String] 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16
[System.String] None 34C33B7F14FD53DCEA25E01A02E16727
[System.String] 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16
[System.String] ANSIX923 34C33B7F14FD53DCEA25E01A02E167273CE3B1DF6B0D29D1DB0154A3CB05E4D9
[System.String] 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16
[System.String] PKCS7 34C33B7F14FD53DCEA25E01A02E167276CC00A66D2AD83FFD76E9A2BCAD89A01
[System.String] 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16`,
  ],
  [
    `$a=[Security.Cryptography.Aes]::Create(); $a.Padding='None'; $a.CreateEncryptor().TransformFinalBlock([byte[]](1..15),0,15)`,
    'ERR CryptographicException | NotSpecified | MethodInvocationException | Exception calling "TransformFinalBlock" with "3" argument(s): "The input data is not a complete block."',
  ],
  [
    `$a=[Security.Cryptography.Aes]::Create(); $a.Key=[byte[]](1..32); $a.IV=[byte[]](1..16); $m=[IO.MemoryStream]::new(); $c=[Security.Cryptography.CryptoStream]::new($m,$a.CreateEncryptor(),'Write'); $w=[IO.StreamWriter]::new($c); $w.Write('hello secret world'); $w.Close(); $b=$m.ToArray(); [Convert]::ToBase64String($b); $c=[Security.Cryptography.CryptoStream]::new([IO.MemoryStream]::new($b),$a.CreateDecryptor(),'Read'); [IO.StreamReader]::new($c).ReadToEnd(); $c.CanWrite`,
    `[System.String] +TQNlUFVItpo8t/NMGjrA0ZAuPNFBMF9Sx94cUQSrV4=
[System.String] hello secret world
[System.Boolean] False`,
  ],
  [
    '$a=[Security.Cryptography.TripleDES]::Create(); $a.Key=[byte[]](1..24); $a.IV=[byte[]](1..8); [Convert]::ToHexString($a.CreateEncryptor().TransformFinalBlock([byte[]](1..10),0,10)); $a.KeySize; $a.BlockSize',
    `[System.String] C7B64CCCCDB0D304D9DC8572427E6493
[System.Int32] 192
[System.Int32] 64`,
  ],
  [
    `$a=[Security.Cryptography.Aes]::Create(); $a.Key=[byte[]](1..32); $x=$a.EncryptCbc([byte[]](1..5),[byte[]](1..16)); [Convert]::ToHexString($x); $a.DecryptCbc($x,[byte[]](1..16)) -join ','; $a.EncryptEcb([byte[]](1..5),'PKCS7').Length`,
    `[System.String] 56D6CF6A76F1E678B63425816F9248E2
[System.String] 1,2,3,4,5
[System.Int32] 16`,
  ],
  [
    `$g=[Security.Cryptography.AesGcm]::new([byte[]](1..32),16); $c=[byte[]]::new(5);$t=[byte[]]::new(16); $g.Encrypt([byte[]](1..12),[byte[]](1..5),$c,$t); [Convert]::ToHexString($c); [Convert]::ToHexString($t); $p=[byte[]]::new(5); $g.Decrypt([byte[]](1..12),$c,$t,$p); $p -join ','; $t[0]=$t[0] -bxor 1; $g.Decrypt([byte[]](1..12),$c,$t,$p)`,
    'ERR AuthenticationTagMismatchException | NotSpecified | MethodInvocationException | Exception calling "Decrypt" with "4" argument(s): "The computed authentication tag did not match the input authentication tag."',
  ],
  [
    `$k=[Security.Cryptography.Rfc2898DeriveBytes]::new('pw',[byte[]](1..8),1000,[Security.Cryptography.HashAlgorithmName]::SHA256); [Convert]::ToHexString($k.GetBytes(20)); [Convert]::ToHexString($k.GetBytes(7)); [Convert]::ToHexString([Security.Cryptography.Rfc2898DeriveBytes]::Pbkdf2('pw',[byte[]](1..8),10,'SHA512',16)); $k.IterationCount; $k.HashAlgorithm.Name; $k.Salt -join ','`,
    `[System.String] B7CC3B0356AF67A04DAE697CD60041A793C05446
[System.String] 73390A260C4271
[System.String] 3F43D9629640EB98A773A368872D03CC
[System.Int32] 1000
[System.String] SHA256
[System.String] 1,2,3,4,5,6,7,8`,
  ],
  [
    `$n=[Security.Cryptography.HashAlgorithmName]::SHA256; "$n"; $n.Name; $n -eq [Security.Cryptography.HashAlgorithmName]'SHA256'; [Security.Cryptography.HashAlgorithmName]::new('x').Name`,
    `[System.String] SHA256
[System.String] SHA256
[System.Boolean] True
[System.String] x`,
  ],
  [
    `[Security.Cryptography.ProtectedData]::Protect([byte[]](1,2),$null,'CurrentUser')`,
    'ERR PlatformNotSupportedException | NotSpecified | MethodInvocationException | Exception calling "Protect" with "3" argument(s): "Operation is not supported on this platform."',
  ],
  [
    '[Security.Cryptography.CryptographicOperations]::FixedTimeEquals([byte[]](1,2),[byte[]](1,2)); $h=[Security.Cryptography.HMACSHA384]::new([byte[]](1..3)); [Convert]::ToHexString($h.ComputeHash([byte[]](1..3))); $h.HashSize; $h.HashName; [Security.Cryptography.SHA512Managed]::new().ComputeHash([byte[]](1)).Length',
    `[System.Boolean] True
[System.String] 4E0F82154D9B7FFBDB672E14481E3634775CE39784AB15900A11DE6D3B6CB510E7F92F7515552F1DA0C1F428FC2A2223
[System.Int32] 384
[System.String] SHA384
[System.Int32] 64`,
  ],
  [
    `$r=[Security.Cryptography.RandomNumberGenerator]::Create(); $b=[byte[]]::new(8); $r.GetBytes($b); $b.Length; $r.GetNonZeroBytes($b); $b -contains 0; [Security.Cryptography.RandomNumberGenerator]::GetString('ab',10) -match '^[ab]{10}$'; [Security.Cryptography.RNGCryptoServiceProvider]::new().GetType().Name; [Security.Cryptography.RandomNumberGenerator]::GetInt32(5,6)`,
    `[System.Int32] 8
[System.Boolean] False
[System.Boolean] True
[System.String] RNGCryptoServiceProvider
[System.Int32] 5`,
  ],
  [
    '$a=New-Object System.Security.Cryptography.AesManaged; $a.Mode=[Security.Cryptography.CipherMode]::CBC; $a.KeySize=128; $a.Key.Length; $a.BlockSize=64',
    'ERR ExceptionWhenSetting | NotSpecified | SetValueInvocationException | Exception setting "BlockSize": "Specified block size is not valid for this algorithm."',
  ],
  [
    `$a=[Security.Cryptography.Aes]::Create(); $a.Key=[byte[]](1..32); $a.IV=[byte[]](1..16);$a.Mode='CFB'; $x=$a.CreateEncryptor().TransformFinalBlock([byte[]](1..5),0,5); [Convert]::ToHexString($x); $a.FeedbackSize=128; $x=$a.CreateEncryptor().TransformFinalBlock([byte[]](1..5),0,5); [Convert]::ToHexString($x);`,
    `[System.String] 4E8E5AE42FB7
[System.String] 4E03532332387974924C5FF5EB5FD475`,
  ],
  [
    `[Convert]::ToHexString([Security.Cryptography.HKDF]::DeriveKey('SHA256',[byte[]](1..10),20,[byte[]](1,2),[byte[]](3)))`,
    '[System.String] 7982DA637309D6A595F5A2A44F1946A20AFD2F98',
  ],
];
it.each(CASES)('encrypts as .NET does: %s', async (script, shown) => {
  expect(await shownBy(script)).toBe(shown.trimEnd());
});
