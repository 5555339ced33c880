/** Measured with pwsh 7.6.9: a script, and what it gives. */
import { expect, it } from 'vitest';
import { shownBy } from '../test-support/shown.js';

const CASES: readonly (readonly [script: string, shown: string])[] = [
  [
    `$m=[Net.Mail.MailMessage]::new('a@b.c','d@e.f,g@h.i'); $m.From.Address; $m.To.Count; $m.To[0].Address; $m.To[1].Host; $m.Subject='s'; $m.Body='b'; $m.IsBodyHtml; "$($m.Priority)"; $m.CC.Add('x@y.z'); $m.CC.ToString(); $m.Attachments.Count; $m.Headers.Count; $m.Sender; $m.ReplyToList.Count`,
    `[System.String] a@b.c
[System.Int32] 2
[System.String] d@e.f
[System.String] h.i
[System.Boolean] False
[System.String] Normal
[System.String] x@y.z
[System.Int32] 0
[System.Int32] 0
<null>
[System.Int32] 0`,
  ],
  [
    `$s=[Net.Mail.SmtpClient]::new('localhost',1); $s.Host; $s.Port; $s.EnableSsl; $s.Timeout; "$($s.DeliveryMethod)"; $s.UseDefaultCredentials; $s.Credentials`,
    `[System.String] localhost
[System.Int32] 1
[System.Boolean] False
[System.Int32] 100000
[System.String] Network
[System.Boolean] False
<null>`,
  ],
  [
    `$m=[Net.Mail.MailMessage]::new(); $m.From='a@b.c'; $m.To.Add('d@e.f'); [Net.Mail.SmtpClient]::new('127.0.0.1',1).Send($m)`,
    'ERR SmtpException | NotSpecified | MethodInvocationException | Exception calling "Send" with "1" argument(s): "Failure sending mail."',
  ],
  [
    `$m=[Net.Mail.MailMessage]::new(); [Net.Mail.SmtpClient]::new('127.0.0.1',1).Send($m)`,
    'ERR InvalidOperationException | NotSpecified | MethodInvocationException | Exception calling "Send" with "1" argument(s): "A from address must be specified."',
  ],
  [
    `$a=[Net.Mail.Attachment]::new([IO.MemoryStream]::new([byte[]](1,2)),'n.txt'); $a.Name; $a.ContentType.MediaType; $a.ContentStream.Length; $m=[Net.Mail.MailMessage]::new(); $m.Attachments.Add($a); $m.Attachments[0].Name; [Net.Mail.MailMessage]::new('a','b')`,
    'ERR FormatException | NotSpecified | MethodInvocationException | Exception calling ".ctor" with "2" argument(s): "The specified string is not in the form required for an e-mail address."',
  ],
];
it.each(CASES)('composes mail as .NET does: %s', async (script, shown) => {
  expect(await shownBy(script)).toBe(shown.trimEnd());
});
