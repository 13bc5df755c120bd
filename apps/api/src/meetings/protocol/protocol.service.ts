import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type Block,
  type DocumentContent,
  button,
  documentOf,
  heading,
  link,
  list,
  paragraph,
} from '@runder-tisch/domain/documents';
import {
  committeeMinutesLabels,
  isOwnLineKind,
  linkDaysAfterMeeting,
  meetingMoves,
  meetingProblems,
  missingInCommitteeMinutes,
  protocolDocument,
  type ProtocolLine,
  type ProtocolRecipientsView,
  sessionProblems,
  signInListDocument,
} from '@runder-tisch/domain/meetings';
import { addDays, berlinDay, formatDate, sameTimeOn } from '@runder-tisch/domain/time';
import { MailLinks } from '../../access/mail-links';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn } from '../../database/rows';
import { asMailHtml } from '../../documents/as-mail-html';
import { asText } from '../../documents/as-text';
import { mailFooterLines } from '../../documents/mail-frame';
import { type PdfDocument, Pdfs } from '../../documents/pdfs';
import { Outbox } from '../../outbox/outbox';
import type { OutgoingMail } from '../../outbox/outgoing-mail';
import { problem, refused } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { Tasks } from '../../tasks/tasks';
import { AgendaItem, Meeting } from '../meeting.entity';
import { meetingToChange } from '../meetings.repository';
import { LineOwners } from '../session/line-owners';
import { SessionRepository } from '../session/session.repository';
import { changeableMeetings } from '../meetings-access';
import { Protocol } from '../session.entity';
import { type Participant, ProtocolRepository, type StoredLine } from './protocol.repository';

@Injectable()
export class ProtocolService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly protocols: ProtocolRepository,
    private readonly pdfs: Pdfs,
    private readonly tasks: Tasks,
    private readonly owners: LineOwners,
    private readonly settings: Settings,
    private readonly outbox: Outbox,
    private readonly mailLinks: MailLinks,
    private readonly clock: Clock,
  ) {}

  /** The document as it stands now; once approved, as it was approved. */
  async content(
    tx: EntityManager,
    meeting: Meeting,
  ): Promise<{ content: DocumentContent; number: number; approved: boolean; pdfFileId: string | null }> {
    const [latest] = await tx.find(Protocol, {
      where: { meetingId: meeting.id },
      order: { number: 'DESC' },
      take: 1,
    });
    if (latest)
      return {
        content: latest.content,
        number: latest.number,
        approved: latest.approvedAt !== null,
        pdfFileId: latest.pdfFileId,
      };
    return { content: await this.draft(tx, meeting), number: 1, approved: false, pdfFileId: null };
  }

  /** The chair approves: the text is frozen, its PDF is drawn from it, and nothing in it changes afterwards. */
  approve(viewer: Viewer, meetingId: string): Promise<void> {
    return this.database.write(viewer, 'minutes.approve', async (tx) => {
      const meeting = await meetingToChange(tx, viewer, meetingId);
      if (meeting.state === 'MINUTES_APPROVED') return;
      const now = this.clock.now();
      if (meeting.state === 'INVITED' && meeting.sessionStartedAt)
        throw problem(sessionProblems, 'session-running');
      const { to, refusal } = meetingMoves.next(meeting.state, 'approve');
      if (refusal) throw refused(meetingProblems, refusal);
      const lines = await this.protocols.lines(tx, meetingId);
      if (lines.length === 0) throw problem(sessionProblems, 'minutes-empty');
      if (!(await this.protocols.people(tx, meetingId)).some((person) => person.present))
        throw problem(sessionProblems, 'attendance-missing');
      if (meeting.type === 'COMMITTEE') await this.assertCommitteeMinutes(tx, meeting, lines);
      const approved = { ...meeting, minutesApprovedAt: now, minutesApprovedBy: viewer.displayName };
      const content = await this.draft(tx, approved);
      const pdfFileId = await this.pdfs.file(tx, fileName(meeting), await this.pdf(tx, content, meeting));
      await tx.insert(Protocol, {
        id: newId(),
        meetingId,
        number: 1,
        content,
        pdfFileId,
        approvedAt: now,
        approvedBy: viewer.displayName,
      });
      await tx.update(
        Meeting,
        { id: meetingId },
        {
          state: to,
          minutesApprovedAt: now,
          minutesApprovedBy: viewer.displayName,
          version: meeting.version + 1,
        },
      );
    });
  }

  /** One mail each, with the reader's own tasks on top, a button per task, and the PDF. */
  async send(viewer: Viewer, meetingId: string): Promise<number> {
    const pdf = await this.approvedPdf(viewer, meetingId);
    return this.database.write(viewer, 'protocol.send', async (tx) => {
      const meeting = await meetingToChange(tx, viewer, meetingId);
      if (meeting.protocolSentAt) throw problem(sessionProblems, 'protocol-sent-already');
      // Not approved, or in this very moment: whoever presses again finds its PDF.
      if (!pdf) throw problem(sessionProblems, 'minutes-not-approved');
      const { content } = await this.content(tx, meeting);
      const people = (await this.protocols.participants(tx, meetingId)).filter(
        (person) => person.mail !== '',
      );
      if (people.length === 0) throw problem(sessionProblems, 'nobody-to-send-to');
      const mails: OutgoingMail[] = [];
      for (const person of people) mails.push(await this.mail(tx, viewer, meeting, content, pdf, person));
      await this.outbox.enqueueAll(tx, mails);
      await tx.update(
        Meeting,
        { id: meetingId },
        { protocolSentAt: this.clock.now(), version: meeting.version + 1 },
      );
      return mails.length;
    });
  }

  async recipients(viewer: Viewer, meetingId: string): Promise<ProtocolRecipientsView> {
    await this.sessions.find(viewer, meetingId);
    const people = await this.database.read((tx) => this.protocols.participants(tx, meetingId));
    return {
      recipients: people
        .filter((person) => person.mail !== '')
        .map(({ name, mail, present, tasks }) => ({ name, mail, present, tasks: tasks.length })),
      withoutAddress: people.filter((person) => person.mail === '').map((person) => person.name),
    };
  }

  /** What is drawn; drawing itself waits until no transaction is open. */
  async pdf(tx: EntityManager, content: DocumentContent, meeting: Meeting): Promise<PdfDocument> {
    const { countyName, logoFileId } = await this.settings.current(tx);
    return {
      content,
      footer: [countyName, meeting.title, meeting.startsAt ? formatDate(meeting.startsAt) : '']
        .filter(Boolean)
        .join(' · '),
      created: this.clock.now().toISOString(),
      countyName,
      logoFileId,
    };
  }

  /** Waits for it before anything is locked. One that was set aside gets another try: somebody needs it now. */
  private async approvedPdf(viewer: Viewer, meetingId: string): Promise<Buffer | null> {
    const protocol = await this.database.one<{ fileId: string }>(sql`
      select protocol.pdf_file_id as "fileId" from protocol join meeting it on it.id = protocol.meeting_id
      where it.id = ${meetingId} and it.protocol_sent_at is null and protocol.pdf_file_id is not null and ${changeableMeetings(viewer)}
      order by protocol.number desc limit 1`);
    if (!protocol) return null;
    await this.pdfs.retry(protocol.fileId);
    return this.pdfs.bytes(protocol.fileId);
  }

  private async assertCommitteeMinutes(
    tx: EntityManager,
    meeting: Meeting,
    lines: readonly StoredLine[],
  ): Promise<void> {
    const agendaItems = await tx.countBy(AgendaItem, { meetingId: meeting.id });
    const missing = missingInCommitteeMinutes({ ...meeting, agendaItems, lines });
    if (missing.length === 0) return;
    throw problem(
      sessionProblems,
      'committee-minutes-incomplete',
      missing.map((part) => ({ path: part, code: 'missing', detail: committeeMinutesLabels[part] })),
    );
  }

  async signInList(tx: EntityManager, meeting: Meeting): Promise<PdfDocument> {
    const people = await this.protocols.people(tx, meeting.id);
    return this.pdf(tx, signInListDocument({ ...meeting, people }), meeting);
  }

  private async draft(tx: EntityManager, meeting: Meeting): Promise<DocumentContent> {
    const [lines, people, agenda, network] = [
      await this.protocols.lines(tx, meeting.id),
      await this.protocols.people(tx, meeting.id),
      await tx.find(AgendaItem, { where: { meetingId: meeting.id }, order: { position: 'ASC' } }),
      await oneIn<{ name: string }>(tx, sql`select name from network where id = ${meeting.networkId}::uuid`),
    ];
    const printed = await this.owners.printed(tx, meeting.id, lines);
    return protocolDocument({
      title: meeting.title,
      networkName: network?.name ?? null,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      startedAt: meeting.sessionStartedAt,
      endedAt: meeting.sessionEndedAt,
      // Whoever reads the protocol later needs no way into the next meeting behind the same link.
      place: meeting.place || (meeting.onlineLink && 'online'),
      approvedAt: meeting.minutesApprovedAt,
      approvedBy: meeting.minutesApprovedBy,
      agenda,
      people,
      lines: lines.map((line) => protocolLine(line, printed.get(line))),
    });
  }

  private async mail(
    tx: EntityManager,
    viewer: Viewer,
    meeting: Meeting,
    protocol: DocumentContent,
    pdf: Buffer,
    person: Participant,
  ): Promise<OutgoingMail> {
    const expiresAt = this.linksEnd();
    const page = await this.mailLinks.create(tx, {
      purpose: 'protocol',
      personId: person.personId,
      objectKind: 'meeting',
      objectId: meeting.id,
      expiresAt,
    });
    const tasks: { title: string; dueOn: string | null; href: string }[] = [];
    for (const task of person.tasks) {
      tasks.push({ ...task, href: await this.tasks.link(tx, task.id, person.personId) });
    }
    const when = meeting.startsAt ? formatDate(meeting.startsAt) : '';
    const content = documentOf(`Protokoll vom ${when}: ${meeting.title}`, [
      paragraph(`Guten Tag, ${person.name},`),
      paragraph(
        person.present
          ? `vielen Dank, dass Sie am ${when} dabei waren. Hier ist das Protokoll; als PDF liegt es dieser Mail bei.`
          : `am ${when} waren Sie nicht dabei. Damit Sie auf dem Laufenden bleiben, finden Sie hier das Protokoll; als PDF liegt es dieser Mail bei.`,
      ),
      tasks.length > 0 && heading(tasks.length === 1 ? 'Ihre Aufgabe' : 'Ihre Aufgaben'),
      tasks.length > 0 &&
        list(
          tasks.map((task) => [
            `${task.title}${task.dueOn ? ` (bis ${formatDate(task.dueOn)})` : ''} – `,
            link('als erledigt melden', task.href),
          ]),
        ),
      button('Protokoll lesen', this.mailLinks.url(`/protokoll/${page}`)),
    ]);
    const frame = await this.settings.mailFrame(tx, {
      why: `Sie erhalten diese Mail, weil Sie zu „${meeting.title}“ eingeladen oder dabei waren.`,
      sender: meeting.organizerName || viewer.displayName,
    });
    return {
      to: { name: person.name, address: person.mail },
      subject: content.title,
      text: asText(content, { publicUrl: frame.publicUrl, footer: mailFooterLines(frame) }),
      html: asMailHtml(content, frame),
      purpose: 'protocol',
      objectKind: 'meeting',
      objectId: meeting.id,
      fromName: meeting.organizerName || viewer.displayName,
      attachments: [{ name: fileName(meeting), mediaType: 'application/pdf', content: pdf }],
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

function protocolLine(line: StoredLine, printed: readonly Block[] | undefined): ProtocolLine {
  const { agendaItemId, kind, text, task, votes } = line;
  return isOwnLineKind(kind)
    ? { agendaItemId, kind, text, task, votes, printed: null }
    : { agendaItemId, printed: printed ?? [] };
}

export function fileName(meeting: Pick<Meeting, 'startsAt' | 'title'>): string {
  const day = meeting.startsAt ? `${berlinDay(meeting.startsAt)} ` : '';
  return `Protokoll ${day}${meeting.title.replace(/[^\p{L}\p{N} .-]+/gu, ' ').trim()}.pdf`
    .replace(/ {2,}/g, ' ')
    .slice(0, 120)
    .replace(/(\.pdf)?$/, '.pdf');
}
