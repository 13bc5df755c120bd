import { anna, county, sven } from '../county';
import { press } from '../fields';
import { Post } from '../mails';
import { signIn } from '../sign-in';
import { expect, test } from '../world';

const stranger = { name: 'Jan Wolter', mail: 'jan.wolter@erle.test' };

test('replies from a mailbox are read, and the office decides what they leave open', async ({
  app,
  world,
  page,
}) => {
  await county(app, world);
  const coordinator = await signIn(page, world, app, 'coordinator');
  const { id } = await world.meetings.invitedMeeting(coordinator, {
    title: 'Fachgespräch Wohnen',
    day: '2026-12-10',
    invitees: [anna, sven].map(({ name, mail }) => ({ name, mail })),
  });
  app.clock.pass(61, 'seconds');
  const invitation = await new Post(world, app).to(anna.mail, 'Einladung');
  const reply = {
    uid: invitation.calendar?.uid ?? '',
    attendee: anna.mail,
    partstat: 'ACCEPTED',
    // Outlook for Mac repeats the invitation's.
    dtstamp: (invitation.calendar?.dtstamp ?? '').replace(/[-:]|\.\d+/g, ''),
    date: app.clock.now().toUTCString(),
  };
  const replies = page.getByRole('region', { name: 'Antworten aus Mails' });
  const line = (file: string) => replies.getByRole('listitem').filter({ hasText: file });
  const drop = (name: string, buffer: Buffer) =>
    replies.locator('input[type=file]').setInputFiles({ name, mimeType: 'message/rfc822', buffer });
  const stays = (file: string) => expect(line(file)).toBeFocused();

  await page.goto(`/termine/${id}`);
  await test.step('two answers that differ are told apart by a person', async () => {
    await drop('zusage.eml', world.replyFamilies.outlook(reply));
    await expect(line('zusage.eml')).toContainText(`${anna.name} kommt.`);
    await drop(
      'absage.eml',
      world.replyFamilies.outlook({ ...reply, partstat: 'DECLINED', comment: 'Bin krank' }),
    );
    await expect(line('absage.eml')).toContainText('Eingetragen ist „kommt“, hier steht „kommt nicht“');
    await expect(line('absage.eml')).toContainText('Bin krank');
    await press(line('absage.eml'), 'Jetzt gilt „kommt nicht“');
    await expect(line('absage.eml')).toContainText(`${anna.name} kommt nicht.`);
    await stays('absage.eml');
    await drop('noch-einmal.eml', world.replyFamilies.outlook(reply));
    await press(line('noch-einmal.eml'), 'Es bleibt bei „kommt nicht“');
    await expect(line('noch-einmal.eml')).toContainText(`Es bleibt dabei: ${anna.name} kommt nicht.`);
    await stays('noch-einmal.eml');
  });

  await test.step('what is in words is read and kept beside the answer', async () => {
    await drop('mail.eml', world.wordsMail({ from: sven.mail, text: 'Ja, mit einer Kollegin.' }));
    await expect(line('mail.eml')).toContainText('Ja, mit einer Kollegin.');
    await press(line('mail.eml'), /^kommt$/);
    await expect(line('mail.eml')).toContainText(`${sven.name} kommt.`);
    await stays('mail.eml');
  });

  await test.step('a mail that did not arrive is told', async () => {
    await drop('unzustellbar.eml', bounce(sven.mail));
    await expect(line('unzustellbar.eml')).toContainText(
      `Die Mail an ${sven.name} (${sven.mail}) war unzustellbar.`,
    );
  });

  await test.step('somebody the mail was passed on to is invited, and their answer counts', async () => {
    await drop('weitergeleitet.eml', world.replyFamilies.groupware({ ...reply, attendee: stranger.mail }));
    await press(line('weitergeleitet.eml'), 'Einladen und Antwort eintragen');
    await expect(line('weitergeleitet.eml')).toContainText('ist eingeladen.');
    await expect(line('weitergeleitet.eml')).toContainText('kommt.');
  });

  const { invitations } = await world.meetings.staffMeeting(coordinator, id);
  expect(invitations.map(({ mail, answer, message }) => [mail, answer, message]).sort()).toEqual([
    [anna.mail, 'DECLINED', 'Bin krank\n\nIch antworte über meinen Kalender.'],
    [stranger.mail, 'ACCEPTED', ''],
    [sven.mail, 'ACCEPTED', 'Ja, mit einer Kollegin.'],
  ]);
});

function bounce(mail: string): Buffer {
  const lines = [
    'From: MAILER-DAEMON@mx.beratungsbruecke.test',
    'Subject: Undelivered',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="naht"',
    '',
    '--naht',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.beratungsbruecke.test',
    '',
    `Final-Recipient: rfc822; ${mail}`,
    'Action: failed',
    'Status: 5.1.1',
    '--naht--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}
