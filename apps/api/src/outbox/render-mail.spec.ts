import ICAL from 'ical.js';
import { type Attachment, simpleParser } from 'mailparser';
import type { CalendarEvent } from '@runder-tisch/domain/calendar';
import { invitationIcs } from '../calendar/ics';
import { ProblemException } from '../problem/problem';
import type { MailIdentity } from './mail-identity';
import type { OutgoingMail } from './outgoing-mail';
import { type RenderedMail, renderMail } from './render-mail';

const identity: MailIdentity = {
  senderName: 'Landkreis Anhalt-Bitterfeld, Sozialplanung',
  senderAddress: 'runder-tisch@kreis.test',
  replyAddress: 'netzwerke@kreis.test',
  inboxAddress: null,
  instanceHost: 'runder-tisch-3f2a.test',
};
const ID = '0194c9d2-6c1e-7b3a-9d55-2f1c5a7e8b90';
const now = new Date('2026-11-23T08:00:00Z');

const event: CalendarEvent = {
  uid: `${ID}@runder-tisch-3f2a`,
  sequence: 0,
  dtstamp: now,
  startsAt: new Date('2026-12-05T13:00:00Z'),
  endsAt: new Date('2026-12-05T15:30:00Z'),
  title: 'Netzwerk Frühe Hilfen; Winter, Teil 1',
  place: 'Köthen',
  description: 'Wir laden Sie ein.\nAntworten: https://runder-tisch.test/a/geheim',
  organizer: { name: 'Ute Kern', mail: 'netzwerke@kreis.test' },
  attendee: {
    name: 'Jörg Weiß',
    mail: 'j.weiss@ahornhaus.test',
    role: 'REQ-PARTICIPANT',
    partstat: 'NEEDS-ACTION',
    rsvp: true,
  },
  status: 'CONFIRMED',
};

const mail: OutgoingMail = {
  to: { name: 'Jörg Weiß, Ahornhaus', address: 'j.weiss@ahornhaus.test' },
  subject: 'Einladung: Netzwerk Frühe Hilfen am 5. Dezember 2026 in Köthen (Anhalt), Kreishaus',
  text: 'Guten Tag, Herr Weiß,\n\n.ein Punkt am Zeilenanfang\nGrüße aus Köthen\n',
  html: '<p>Guten Tag, Herr Weiß,</p><p>Grüße aus Köthen</p>',
  purpose: 'invitation',
  objectKind: 'invitation',
  objectId: ID,
  calendar: { method: 'REQUEST', content: invitationIcs(event, 'REQUEST') },
};

function render(
  patch: Partial<OutgoingMail> = {},
  sender: Partial<MailIdentity> = {},
): Promise<RenderedMail> {
  return renderMail({ ...mail, ...patch }, { ...identity, ...sender }, ID, now);
}

function calendarPart(attachments: readonly Attachment[], type: string): Attachment {
  const found = attachments.find((attachment) => attachment.contentType === type);
  if (!found) {
    throw new Error(`no part ${type}`);
  }
  return found;
}

describe('a rendered mail', () => {
  it('carries text, HTML and calendar as alternatives, the calendar last, and the file once more', async () => {
    const { raw } = await render();
    const source = raw.toString('utf8');
    const types = [...source.matchAll(/^Content-Type: ([^\r\n]+(?:\r\n[ \t][^\r\n]+)*)/gm)].map((match) =>
      (match[1] ?? '').replace(/\r\n\s+/g, ' '),
    );
    expect(types.map((type) => type.split(';')[0])).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ]);
    expect(types[4]).toMatch(/charset=utf-8/i);
    expect(types[4]).toMatch(/method=REQUEST/);
    expect(source).toMatch(/Content-Disposition: attachment; filename="?invite\.ics"?/);
  });

  it('says the same in both calendar parts, and its METHOD is that of the MIME part', async () => {
    const parsed = await simpleParser((await render()).raw);
    const inline = calendarPart(parsed.attachments, 'text/calendar').content.toString('utf8');
    const file = calendarPart(parsed.attachments, 'application/ics').content.toString('utf8');
    expect(inline).toBe(mail.calendar?.content);
    expect(file).toBe(inline);
    const calendar = new ICAL.Component(ICAL.parse(inline) as never);
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(calendar.getFirstSubcomponent('vevent')?.getFirstPropertyValue('summary')).toBe(event.title);
  });

  it('is read by a mail program as it was meant', async () => {
    const parsed = await simpleParser((await render()).raw);
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text).toContain('Grüße aus Köthen');
    expect(parsed.text).toContain('.ein Punkt am Zeilenanfang');
    expect(parsed.from?.value).toEqual([{ name: identity.senderName, address: 'runder-tisch@kreis.test' }]);
    expect(parsed.replyTo?.value).toEqual([{ name: identity.senderName, address: 'netzwerke@kreis.test' }]);
    expect(parsed.to).toMatchObject({
      value: [{ name: 'Jörg Weiß, Ahornhaus', address: 'j.weiss@ahornhaus.test' }],
    });
    expect(parsed.messageId).toBe(`<${ID}@runder-tisch-3f2a.test>`);
    expect(parsed.date).toEqual(now);
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('names one recipient and nobody else', async () => {
    const source = (await render()).raw.toString('utf8');
    expect(source.match(/^To:/gm)).toHaveLength(1);
    expect(source).not.toMatch(/^(Cc|Bcc):/m);
  });

  it('keeps its lines short enough for any server and free of 8-bit', async () => {
    const { raw } = await render({ text: 'ä'.repeat(5000) });
    expect(
      Math.max(
        ...raw
          .toString('latin1')
          .split('\r\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(998);
    expect(raw.every((byte) => byte < 128)).toBe(true);
  });

  it('takes the name and the reply address of whoever writes', async () => {
    const parsed = await simpleParser(
      (await render({ fromName: 'Ute Kern', replyTo: { name: 'Ute Kern', address: 'kern@kreis.test' } })).raw,
    );
    expect(parsed.from?.text).toBe('"Ute Kern" <runder-tisch@kreis.test>');
    expect(parsed.replyTo?.text).toBe('"Ute Kern" <kern@kreis.test>');
  });

  it('attaches a PDF under its German name', async () => {
    const content = Buffer.from('%PDF-1.7 test');
    const parsed = await simpleParser(
      (
        await render({
          attachments: [{ name: 'Protokoll Köthen 5/12.pdf', mediaType: 'application/pdf', content }],
        })
      ).raw,
    );
    const pdf = calendarPart(parsed.attachments, 'application/pdf');
    expect(pdf.filename).toBe('Protokoll Köthen 5-12.pdf');
    expect(pdf.content).toEqual(content);
  });

  it('tells recipients of a network how to sort it', async () => {
    const source = (await render({ listId: 'netz-1' })).raw.toString('utf8');
    expect(source).toMatch(/^List-I[Dd]: <netz-1\.runder-tisch-3f2a\.test>/m);
  });

  it('writes a domain with umlauts as the mail system knows it', async () => {
    const rendered = await render({ to: { name: '', address: 'info@müller.test' } });
    expect(rendered.to.address).toBe('info@xn--mller-kva.test');
  });

  it('is the preview of itself', async () => {
    expect((await render()).preview).toEqual({
      from: 'Landkreis Anhalt-Bitterfeld, Sozialplanung <runder-tisch@kreis.test>',
      replyTo: 'Landkreis Anhalt-Bitterfeld, Sozialplanung <netzwerke@kreis.test>',
      text: mail.text,
      html: mail.html,
      calendar: mail.calendar,
      attachments: [],
    });
  });
});

describe('what must not reach a header', () => {
  const evil = ['\r\nBcc: alle@kreis.test', '\nX: 1', '\r', '\u0000', '\u0085', '\u2028'];

  async function codeOf(rendering: Promise<unknown>): Promise<string> {
    return rendering.then(
      () => 'rendered',
      (error: unknown) => (error instanceof ProblemException ? error.code : String(error)),
    );
  }

  it.each(evil)('is refused in subject, names and addresses: %j', async (text) => {
    const inName = `Ute${text}`;
    for (const [patch, sender] of [
      [{ subject: inName }, {}],
      [{ to: { name: inName, address: 'a@b.test' } }, {}],
      [{ replyTo: { name: inName, address: 'a@b.test' } }, {}],
      [{ fromName: inName }, {}],
      [{ listId: inName }, {}],
      [{ attachments: [{ name: inName, mediaType: 'text/plain', content: Buffer.from('') }] }, {}],
      [{}, { senderName: inName }],
    ] as [Partial<OutgoingMail>, Partial<MailIdentity>][]) {
      expect(await codeOf(render(patch, sender))).toBe('mail-header-invalid');
    }
    expect(await codeOf(render({ to: { name: '', address: `a@b.test${text}` } }))).toBe(
      'mail-address-invalid',
    );
    expect(await codeOf(render({}, { replyAddress: `a@b.test${text}` }))).toBe('mail-address-invalid');
  });

  it.each(['', 'ute', 'a@b@c.test', 'a b@c.test', 'a@b.test, c@d.test', '"a"@b.test', '<a@b.test>', 'a@'])(
    'is refused as an address: %j',
    async (address) => {
      expect(await codeOf(render({ to: { name: '', address } }))).toBe('mail-address-invalid');
    },
  );

  it('is refused when it is too large to send', async () => {
    const content = Buffer.alloc(22 * 1024 * 1024);
    const attachments = [{ name: 'a.pdf', mediaType: 'application/pdf', content }];
    expect(await codeOf(render({ attachments }))).toBe('mail-too-large');
  });
});
