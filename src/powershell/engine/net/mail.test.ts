/** A server of SMTP that keeps what it is told; messages measured with pwsh 7.6.9. */
import nodeNet, { type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { shownBy } from '../test-support/shown.js';

/** Answers each line as a server would; `refuse` is said to RCPT. */
async function withServer<T>(
  refuse: string | undefined,
  work: (port: number, lines: readonly string[]) => Promise<T>,
): Promise<T> {
  const lines: string[] = [];
  const server = nodeNet.createServer((socket) => {
    let data = false;
    let kept = '';
    const say = (line: string): void => {
      socket.write(`${line}\r\n`);
    };
    socket.on('error', () => undefined);
    socket.on('data', (part) => {
      kept += part.toString('latin1');
      for (let at = kept.indexOf('\r\n'); at >= 0; at = kept.indexOf('\r\n')) {
        const line = kept.slice(0, at);
        kept = kept.slice(at + 2);
        lines.push(line);
        if (data) {
          if (line !== '.') continue;
          data = false;
          say('250 queued');
        } else if (line.startsWith('EHLO')) socket.write('250-host\r\n250 AUTH LOGIN\r\n');
        else if (line.startsWith('RCPT') && refuse !== undefined) say(refuse);
        else if (line.startsWith('AUTH')) say('334 VXNlcm5hbWU6');
        else if (line === 'dQ==') say('334 UGFzc3dvcmQ6');
        else if (line === 'cA==') say('235 ok');
        else if (line === 'DATA') {
          data = true;
          say('354 go on');
        } else say(line === 'QUIT' ? '221 bye' : '250 ok');
      }
    });
    say('220 ready');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  try {
    return await work((server.address() as AddressInfo).port, lines);
  } finally {
    server.close();
  }
}
const client = (port: number): string => `$s = [Net.Mail.SmtpClient]::new('127.0.0.1', ${port});`;

it('gives a message with its recipients, user and attachment to a server', async () => {
  await withServer(undefined, async (port, lines) => {
    const shown = await shownBy(`${client(port)} $s.Credentials = [Net.NetworkCredential]::new('u', 'p')
      $m = [Net.Mail.MailMessage]::new('"Me" <a@b.c>', 'd@e.f,g@h.i', 'Tést', ".x\`n.y")
      $m.Bcc.Add('j@k.l'); $m.Headers.Add('X-A', "1\`r\`nX-B: 2")
      $m.Attachments.Add([Net.Mail.Attachment]::new([IO.MemoryStream]::new([byte[]](1, 2, 3)), 'n.txt'))
      $s.Send($m); 'sent'`);
    expect(shown).toBe('[System.String] sent');
    expect(lines).toContain('MAIL FROM:<a@b.c>');
    expect(lines.filter((line) => line.startsWith('RCPT'))).toEqual([
      'RCPT TO:<d@e.f>',
      'RCPT TO:<g@h.i>',
      'RCPT TO:<j@k.l>',
    ]);
    expect(lines).toContain('From: "Me" <a@b.c>');
    expect(lines).toContain('Subject: =?utf-8?B?VMOpc3Q=?=');
    expect(lines).toContain('LngKLnk=');
    expect(lines).toContain('Content-Disposition: attachment; filename="n.txt"');
    expect(lines).toContain('AQID');
    // A header's text makes no header of its own, and who is hidden is not named.
    expect(lines).toContain('X-A: 1 X-B: 2');
    expect(lines.some((line) => /^X-B:|^Bcc/i.test(line))).toBe(false);
  });
});
it('says what the server answered', async () => {
  const shown = await withServer('550 nobody here', (port) =>
    shownBy(`${client(port)} $s.Send('a@b.c', 'd@e.f', 's', 'b')`),
  );
  expect(shown).toBe(
    'ERR SmtpException | NotSpecified | MethodInvocationException | Exception calling "Send" with "4" argument(s): "Transaction failed. The server response was: nobody here"',
  );
});
