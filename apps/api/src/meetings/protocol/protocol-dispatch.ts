import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import {
  linkDaysAfterMeeting,
  type ProtocolMailView,
  type ProtocolPart,
  type ProtocolRecipientsView,
  recallSeconds,
  type SentView,
  sessionProblems,
} from '@runder-tisch/domain/meetings';
import type { SendProtocol } from '@runder-tisch/domain/meetings/session/session-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { addDays, berlinDay, sameTimeOn } from '@runder-tisch/domain/time';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { mailFooterLines } from '../../documents/mail-frame';
import { Pdfs } from '../../documents/pdfs';
import { Outbox, type SentMail } from '../../outbox/outbox';
import type { OutgoingMail } from '../../outbox/outgoing-mail';
import { problem } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { Tasks } from '../../tasks/tasks';
import { takeCurrentAddresses } from '../invitations/current-addresses';
import { TRIAL_TOKEN } from '../invitations/preview.service';
import { Meeting } from '../meeting.entity';
import { changeableMeetings } from '../meetings-access';
import { changeableMeeting, meetingToChange } from '../meetings.repository';
import { letter, type Links, type Reader } from './protocol-letter';
import { type Participant, ProtocolRepository } from './protocol.repository';
import { fileName } from './protocol.service';

/** A file for each part; the same where everybody gets the whole. */
type FileOfPart = Record<ProtocolPart, string>;

/** Who gets the protocol, what the mail says, and the minute in which it can be taken back. */
@Injectable()
export class ProtocolDispatch {
  constructor(
    private readonly database: Database,
    private readonly protocols: ProtocolRepository,
    private readonly pdfs: Pdfs,
    private readonly tasks: Tasks,
    private readonly settings: Settings,
    private readonly outbox: Outbox,
    private readonly mailLinks: MailLinks,
    private readonly clock: Clock,
  ) {}

  recipients(viewer: Viewer, meetingId: string): Promise<ProtocolRecipientsView> {
    return this.database.read(async (tx) => {
      await changeableMeeting(tx, viewer, meetingId);
      const files = await this.files(tx, meetingId);
      const people = await this.participants(tx, meetingId);
      const mails = await this.mails(tx, meetingId);
      const sentTo = new Map(mails.map((mail) => [normaliseMail(mail.address), mail]));
      // A guest whose address was given when sending is known by their name alone.
      const sentAs = new Map(mails.map((mail) => [mail.name, mail]));
      // Whoever has another address by now: what went to the old one is theirs all the same.
      const sentOf = new Map(mails.map((mail) => [mail.personId, mail]));
      const of = (person: Participant): SentMail | undefined =>
        person.mail
          ? (sentTo.get(normaliseMail(person.mail)) ??
            (person.personId ? sentOf.get(person.personId) : undefined))
          : sentAs.get(person.name);
      const isTheirs = (mail: SentMail): boolean =>
        people.some((it) => of(it) === mail || (it.personId ?? it.name) === (mail.personId ?? mail.name));
      const now = this.clock.now();
      const waiting = mails.filter((mail) => isHeld(mail, now));
      const first = Math.min(...waiting.map((mail) => mail.notBefore.getTime()));
      return {
        recipients: [
          ...people.map((person) => ({
            key: person.key,
            name: person.name,
            mail: person.mail || (of(person)?.address ?? ''),
            present: person.present,
            part: partOf(person, files),
            tasks: person.tasks.length,
            mailState: stateOf(of(person)),
          })),
          ...mails
            .filter((mail) => !isTheirs(mail))
            .map((mail) => ({
              key: null,
              name: mail.name,
              mail: mail.address,
              present: false,
              part: partOf(nobody, files),
              tasks: 0,
              mailState: stateOf(mail),
            })),
        ],
        furtherPart: partOf(nobody, files),
        recallable:
          waiting.length > 0
            ? { recipients: waiting.length, secondsLeft: Math.ceil((first - now.getTime()) / 1000) }
            : null,
      };
    });
  }

  /** The mail to one of them, without storing anything. */
  preview(viewer: Viewer, meetingId: string, key: string | undefined): Promise<ProtocolMailView> {
    return this.database.read(async (tx) => {
      const meeting = await changeableMeeting(tx, viewer, meetingId);
      const people = await this.participants(tx, meetingId);
      const person = key === undefined ? people[0] : people.find((it) => it.key === key);
      if (!person) throw problem(generalProblems, 'not-found');
      const trial = this.mailLinks.url(`/protokoll/${TRIAL_TOKEN}`);
      const from = senderOf(viewer, meeting);
      const part = partOf(person, await this.files(tx, meetingId));
      const content = letter(meeting, person, part, from, {
        page: trial,
        tasks: person.tasks.map((task) => ({ ...task, href: trial })),
      });
      const identity = await this.settings.current(tx);
      return {
        from: identity.senderAddress ? `${from} <${identity.senderAddress}>` : from,
        to: person.mail ? `${person.name} <${person.mail}>` : person.name,
        subject: content.title,
        content,
        attachment: fileName(meeting, part),
      };
    });
  }

  /** One mail each, with the reader's own tasks on top, a button per task, and the PDF of their part; it leaves in a minute. */
  async send(viewer: Viewer, meetingId: string, version: number, request: SendProtocol): Promise<SentView> {
    const pdfs = await this.approvedPdfs(viewer, meetingId);
    return this.database.write(viewer, 'protocol.send', async (tx) => {
      const meeting = await meetingToChange(tx, viewer, meetingId);
      // Not approved, or in this very moment: whoever presses again finds its PDF.
      const files = await this.files(tx, meetingId);
      if (meeting.state !== 'MINUTES_APPROVED' || !files)
        throw problem(sessionProblems, 'minutes-not-approved');
      const people = await this.chosen(tx, meetingId, request);
      if (people.length === 0) throw problem(sessionProblems, 'nobody-to-send-to');
      const now = this.clock.now();
      const notBefore = new Date(now.getTime() + recallSeconds * 1000);
      const run = { batchId: newId(), notBefore };
      const mails: OutgoingMail[] = [];
      for (const person of people) {
        const part = partOf(person, files);
        const pdf = pdfs.get(files[part]);
        if (!pdf) throw problem(sessionProblems, 'minutes-not-approved');
        mails.push({ ...(await this.mail(tx, viewer, meeting, { part, pdf }, person)), ...run });
      }
      await this.outbox.enqueueAll(tx, mails);
      await updateVersioned(tx, Meeting, meetingId, version, {
        protocolSentAt: meeting.protocolSentAt ?? now,
      });
      return { recipients: mails.length, recallUntil: notBefore.toISOString() };
    });
  }

  /** Takes back what still waits; if nothing has ever left, the protocol counts as not sent. */
  recall(viewer: Viewer, meetingId: string): Promise<void> {
    return this.database.write(viewer, 'protocol.recall', async (tx) => {
      const meeting = await meetingToChange(tx, viewer, meetingId);
      const now = this.clock.now();
      const mails = await this.mails(tx, meetingId);
      const batches = new Set(mails.filter((mail) => isHeld(mail, now)).map((mail) => mail.batchId));
      if (batches.size === 0) throw problem(sessionProblems, 'protocol-recall-too-late');
      for (const batchId of batches) await this.outbox.recall(tx, batchId);
      const left = await this.mails(tx, meetingId);
      await updateVersioned(tx, Meeting, meetingId, meeting.version, {
        protocolSentAt: left.length > 0 ? meeting.protocolSentAt : null,
      });
    });
  }

  private mails(tx: EntityManager, meetingId: string): Promise<SentMail[]> {
    return this.outbox.mailsAbout(tx, { objectKind: 'meeting', objectId: meetingId, purpose: 'protocol' });
  }

  /** Each address once, however often it was chosen. */
  private async chosen(
    tx: EntityManager,
    meetingId: string,
    { to, further }: SendProtocol,
  ): Promise<Reader[]> {
    const people = new Map((await this.participants(tx, meetingId)).map((it) => [it.key, it]));
    const corrected = await this.corrected(tx, meetingId);
    const readers = new Map<string, Reader>();
    for (const [index, { key, mail }] of to.entries()) {
      const person = people.get(key);
      if (!person) throw problem(sessionProblems, 'recipient-foreign', `to.${index}.key`);
      // A known address is changed at the person, where everything else that is sent follows it.
      const address = corrected.get(normaliseMail(person.mail)) || person.mail || mail;
      if (!address) throw problem(sessionProblems, 'recipient-without-mail', `to.${index}.mail`);
      readers.set(normaliseMail(address), { ...person, mail: address });
    }
    for (const { name, mail } of further) {
      const reader = { ...nobody, name, mail, further: true };
      if (!readers.has(normaliseMail(mail))) readers.set(normaliseMail(mail), reader);
    }
    return [...readers.values()];
  }

  /** Addresses of the invited that refused the protocol, with those their people and organisations have by now. */
  private async corrected(tx: EntityManager, meetingId: string): Promise<ReadonlyMap<string, string>> {
    const refused = (await this.mails(tx, meetingId)).filter((mail) => mail.state === 'REFUSED');
    const invitations = await rowsIn<{ id: string; mail: string }>(
      tx,
      sql`select id, mail from invitation where meeting_id = ${meetingId}
          and lower(mail) = any(${refused.map((mail) => normaliseMail(mail.address))}::text[]) for update`,
    );
    const before = invitations.map((it) => normaliseMail(it.mail));
    await takeCurrentAddresses(tx, invitations);
    return new Map(invitations.map((it, index) => [before[index] ?? '', it.mail]));
  }

  private participants(tx: EntityManager, meetingId: string): Promise<Participant[]> {
    return this.protocols.participants(tx, meetingId, berlinDay(this.clock.now()));
  }

  private files(tx: EntityManager, meetingId: string): Promise<FileOfPart | undefined> {
    return oneIn<FileOfPart>(tx, filesOfParts(meetingId, sql`true`));
  }

  /**
   * By the id of their file. Waits for them before anything is locked. One that was set aside gets another try:
   * somebody needs it now.
   */
  private async approvedPdfs(viewer: Viewer, meetingId: string): Promise<ReadonlyMap<string, Buffer>> {
    const files = await this.database.one<FileOfPart>(filesOfParts(meetingId, changeableMeetings(viewer)));
    const pdfs = new Map<string, Buffer>();
    for (const fileId of new Set(files ? [files.WHOLE, files.PUBLIC] : [])) {
      await this.pdfs.retry(fileId);
      pdfs.set(fileId, await this.pdfs.bytes(fileId));
    }
    return pdfs;
  }

  private async mail(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    { part, pdf }: { part: ProtocolPart; pdf: Buffer },
    person: Reader,
  ): Promise<OutgoingMail> {
    const page = await this.mailLinks.create(tx, {
      purpose: 'protocol',
      personId: person.personId,
      objectKind: 'meeting',
      objectId: meeting.id,
      expiresAt: this.linksEnd(),
    });
    const tasks: Links['tasks'] = [];
    for (const task of person.tasks) {
      tasks.push({ ...task, href: await this.tasks.link(tx, task.id, person.personId) });
    }
    const from = senderOf(viewer, meeting);
    const links = { page: this.mailLinks.url(`/protokoll/${page}`), tasks };
    const content = letter(meeting, person, part, from, links);
    const frame = await this.settings.mailFrame(tx, {
      why: person.further
        ? `Sie erhalten diese Mail, weil Ihnen jemand das Protokoll von „${meeting.title}“ schickt.`
        : `Sie erhalten diese Mail, weil Sie zu „${meeting.title}“ eingeladen oder dabei waren.`,
      sender: from,
    });
    return {
      to: { name: person.name, address: person.mail },
      subject: content.title,
      text: asText(content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
      html: asMailHtml(content, frame),
      purpose: 'protocol',
      objectKind: 'meeting',
      objectId: meeting.id,
      fromName: from,
      attachments: [{ name: fileName(meeting, part), mediaType: 'application/pdf', content: pdf }],
      personId: person.personId,
      networkId: meeting.networkId,
      accountId: viewer.accountId,
    };
  }

  private linksEnd(): Date {
    const now = this.clock.now();
    return sameTimeOn(now, addDays(berlinDay(now), linkDaysAfterMeeting * 3));
  }
}

/** The newest protocol of a meeting as far as it has been approved; of other meetings than a committee's everybody gets the whole. */
function filesOfParts(meetingId: string, may: Sql): Sql {
  return sql`select protocol.pdf_file_id as "WHOLE",
      case when it.type = 'COMMITTEE' then protocol.public_pdf_file_id else protocol.pdf_file_id end as "PUBLIC"
    from protocol join meeting it on it.id = protocol.meeting_id
    where it.id = ${meetingId} and protocol.pdf_file_id is not null
      and (it.type <> 'COMMITTEE' or protocol.public_pdf_file_id is not null) and ${may}
    order by protocol.number desc limit 1`;
}

/** Somebody who is not known here reads nothing that was not public. */
const nobody = { personId: null, person: null, mailbox: false, present: false, closed: false, tasks: [] };

function partOf({ closed }: Pick<Participant, 'closed'>, files: FileOfPart | undefined): ProtocolPart {
  return closed || (files && files.PUBLIC === files.WHOLE) ? 'WHOLE' : 'PUBLIC';
}

function senderOf(viewer: Viewer, meeting: Meeting): string {
  return meeting.organizerName || viewer.displayName;
}

function isHeld(mail: SentMail, now: Date): boolean {
  return mail.state === 'QUEUED' && mail.notBefore > now;
}

function stateOf(mail: SentMail | undefined): { state: SentMail['state']; reason: string } | null {
  return mail ? { state: mail.state, reason: mail.reason } : null;
}
