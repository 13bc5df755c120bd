let number = 0;
/** No two mails are one: each has a Message-ID of its own, as in real life. */
export const fresh = (raw: Buffer): Buffer =>
  Buffer.from(
    raw.toString('latin1').replace('<antwort@beispiel.test>', `<antwort-${(number += 1)}@beispiel.test>`),
    'latin1',
  );

/** As Postfix writes it, with the head of the mail it speaks of. */
export function bounce(mail: string, messageId: string): Buffer {
  const lines = [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.beispiel.test',
    'Subject: Undelivered Mail Returned to Sender',
    'Message-ID: <antwort@beispiel.test>',
    'Date: Tue, 24 Nov 2026 17:00:00 +0000',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="naht"',
    '',
    '--naht',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.beispiel.test',
    '',
    `Final-Recipient: rfc822; ${mail}`,
    'Action: failed',
    'Status: 5.1.1',
    '--naht',
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${messageId}`,
    `To: ${mail}`,
    '--naht--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

/** The calendar file of a mail of ours, its lines unfolded. */
export function icsIn(raw: string): string {
  const packed = /filename=invite\.ics[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1] ?? '';
  return Buffer.from(packed, 'base64').toString('utf8').replace(/\r\n /g, '');
}
