import { InboxPoll } from '@runder-tisch/api/create-app';
import { berlinInstantOrNext } from '@runder-tisch/domain/time';
import type { DemoStory } from '../story/demo-story';

/** What came to the office since yesterday, so that its inbox shows what waits for a word. */
export async function receiveMails(story: DemoStory, meetingId: string): Promise<void> {
  const inbox = story.world.app.get(InboxPoll);
  const invitation = await story.invitationTo('health', meetingId);
  const health = { name: story.names.get('health') ?? '', mail: story.mails.get('health') ?? '' };
  const shelter = { name: story.names.get('shelter') ?? '', mail: story.mails.get('shelter') ?? '' };
  const date = story.world.clock.now();
  const answer = (facts: Partial<DemoAnswer>): string =>
    calendar({
      uid: invitation.uid,
      method: 'REPLY',
      attendee: health.mail,
      partstat: 'ACCEPTED',
      date,
      ...facts,
    });
  const day = story.day(13);
  const proposed = {
    from: berlinInstantOrNext({ date: day, time: '10:00' }),
    to: berlinInstantOrNext({ date: day, time: '12:00' }),
  };
  const mails = [
    mail(
      health,
      'Neuer Terminvorschlag',
      date,
      'Am Nachmittag haben wir Sprechstunde, vormittags ginge es gut.',
      {
        method: 'COUNTER',
        content: answer({ method: 'COUNTER', partstat: 'TENTATIVE', proposed }),
      },
    ),
    mail({ name: 'Empfang Frauenhaus (Demo)', mail: 'empfang@frauenhaus.example' }, 'Zugesagt', date, '', {
      method: 'REPLY',
      content: answer({ attendee: shelter.mail }),
    }),
    mail(
      { name: 'Renate Falk (Demo)', mail: 'renate.falk@buergerverein-aken.example' },
      'Frage zum Netzwerk',
      date,
      'Guten Tag,\r\n\r\nwir haben in Aken einen Bürgerverein gegründet und würden gern einmal bei einem Netzwerktreffen zuhören. An wen wende ich mich?\r\n\r\nMit freundlichen Grüßen\r\nRenate Falk',
    ),
  ];
  for (const [at, bytes] of mails.entries()) await inbox.takeFile(`demo-${at}`, bytes);
}

interface DemoAnswer {
  uid: string;
  method: 'REPLY' | 'COUNTER';
  attendee: string;
  partstat: string;
  date: Date;
  proposed?: { from: Date; to: Date };
}

const stamp = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');

function calendar({ uid, method, attendee, partstat, date, proposed }: DemoAnswer): string {
  return [
    'BEGIN:VCALENDAR',
    'PRODID:-//Demo//Kalender//DE',
    'VERSION:2.0',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(date)}`,
    'SEQUENCE:0',
    ...(proposed ? [`DTSTART:${stamp(proposed.from)}`, `DTEND:${stamp(proposed.to)}`] : []),
    'SUMMARY:Netzwerktreffen',
    `ATTENDEE;PARTSTAT=${partstat}:mailto:${attendee}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}

function mail(
  from: { name: string; mail: string },
  subject: string,
  date: Date,
  text: string,
  part?: { method: string; content: string },
): Buffer {
  const encoded = (words: string): string => `=?UTF-8?B?${Buffer.from(words, 'utf8').toString('base64')}?=`;
  const lines = [
    `From: ${encoded(from.name)} <${from.mail}>`,
    `Subject: ${encoded(subject)}`,
    `Date: ${date.toUTCString()}`,
    `Message-ID: <${Buffer.from(subject + from.mail)
      .toString('hex')
      .slice(0, 40)}@demo.example>`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="teil"',
    '',
    '--teil',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    text,
    ...(part
      ? ['--teil', `Content-Type: text/calendar; charset=utf-8; method=${part.method}`, '', part.content]
      : []),
    '--teil--',
    '',
  ];
  return Buffer.from(lines.join('\r\n'), 'utf8');
}
