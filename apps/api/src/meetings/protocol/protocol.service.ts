import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type Block, type DocumentContent } from '@runder-tisch/domain/documents';
import {
  committeeMinutesLabels,
  hasClosedPart,
  isOwnLineKind,
  meetingMoves,
  meetingProblems,
  missingInCommitteeMinutes,
  protocolDocument,
  type ProtocolFacts,
  type ProtocolLine,
  type ProtocolPart,
  sessionProblems,
  signInListDocument,
} from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay, formatDate } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn } from '../../database/rows';
import { type PdfDocument, Pdfs } from '../../documents/pdfs';
import { problem, refused } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { AgendaItem, Meeting } from '../meeting.entity';
import { meetingToChange } from '../meetings.repository';
import { AgendaMatters } from '../session/agenda-matters';
import { LineOwners } from '../session/line-owners';
import { OpenItems } from '../session/open-items.service';
import { Protocol } from '../session.entity';
import { overvoted, overvotedInWords, quorumSaid, sessionFactsIn } from '../committee-session/session-facts';
import { printedCalling } from '../committee-session/printed-calling';
import { ProtocolRepository, type StoredLine } from './protocol.repository';

export interface ReadProtocol {
  content: DocumentContent;
  /** What it is: the whole also for who gets the public part alone, where nothing else is in it. */
  part: ProtocolPart;
  number: number;
  approved: boolean;
  pdfFileId: string | null;
}

@Injectable()
export class ProtocolService {
  constructor(
    private readonly database: Database,
    private readonly protocols: ProtocolRepository,
    private readonly pdfs: Pdfs,
    private readonly owners: LineOwners,
    private readonly matters: AgendaMatters,
    private readonly openItems: OpenItems,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  /** The document as it stands now; once approved, as it was approved. */
  async content(tx: EntityManager, meeting: Meeting, part: ProtocolPart): Promise<ReadProtocol> {
    const [latest] = await tx.find(Protocol, {
      where: { meetingId: meeting.id },
      order: { number: 'DESC' },
      take: 1,
    });
    if (!latest) {
      const content = protocolDocument(await this.facts(tx, meeting), part);
      return { content, part, number: 1, approved: false, pdfFileId: null };
    }
    const onlyOpen = part === 'PUBLIC' && meeting.type === 'COMMITTEE';
    const content = onlyOpen ? latest.publicContent : latest.content;
    if (!content) throw problem(generalProblems, 'not-found');
    return {
      content,
      part: onlyOpen && latest.publicPdfFileId !== latest.pdfFileId ? 'PUBLIC' : 'WHOLE',
      number: latest.number,
      approved: latest.approvedAt !== null,
      pdfFileId: onlyOpen ? latest.publicPdfFileId : latest.pdfFileId,
    };
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
      const facts = await this.facts(tx, approved);
      const whole = await this.filed(tx, meeting, facts, 'WHOLE');
      const open = hasClosedPart(facts) ? await this.filed(tx, meeting, facts, 'PUBLIC') : whole;
      const divides = meeting.type === 'COMMITTEE';
      await tx.insert(Protocol, {
        id: newId(),
        meetingId,
        number: 1,
        ...whole,
        publicContent: divides ? open.content : null,
        publicPdfFileId: divides ? open.pdfFileId : null,
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

  /** One of its parts and the PDF that is drawn from it. */
  private async filed(
    tx: EntityManager,
    meeting: Meeting,
    facts: ProtocolFacts,
    part: ProtocolPart,
  ): Promise<{ content: DocumentContent; pdfFileId: string }> {
    const content = protocolDocument(facts, part);
    const pdf = await this.pdf(tx, content, meeting);
    return { content, pdfFileId: await this.pdfs.file(tx, fileName(meeting, part), pdf) };
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

  private async assertCommitteeMinutes(
    tx: EntityManager,
    meeting: Meeting,
    lines: readonly StoredLine[],
  ): Promise<void> {
    const facts = await sessionFactsIn(tx, meeting.id, berlinDay(this.clock.now()));
    const agenda = await tx.findBy(AgendaItem, { meetingId: meeting.id });
    // Attendance and exclusions may have changed since the votes were typed.
    const overvotes = lines.flatMap(({ votes, agendaItemId }) => {
      const fault = facts && votes && overvoted(facts, agendaItemId, votes);
      const title = agenda.find(({ id }) => id === agendaItemId)?.title;
      return fault ? [{ path: `agenda.${agendaItemId ?? ''}`, says: overvotedInWords(title, fault) }] : [];
    });
    const missing = [
      ...missingInCommitteeMinutes({
        ...meeting,
        agendaItems: agenda.length,
        lines,
        // A session of a body that is not kept here has no seats to count.
        quorum: facts ? quorumSaid(facts) : 'nicht gezählt',
      }).map((path) => ({
        path,
        says: committeeMinutesLabels[path],
      })),
      ...overvotes,
      ...(await this.matters.missing(tx, meeting.id)),
    ];
    if (missing.length === 0) return;
    throw problem(
      sessionProblems,
      'committee-minutes-incomplete',
      missing.map(({ path, says }) => ({ path, code: 'missing', detail: says })),
    );
  }

  async signInList(tx: EntityManager, meeting: Meeting): Promise<PdfDocument> {
    const people = await this.protocols.people(tx, meeting.id);
    return this.pdf(tx, signInListDocument({ ...meeting, people }), meeting);
  }

  private async facts(tx: EntityManager, meeting: Meeting): Promise<ProtocolFacts> {
    const [lines, people, agenda, network] = [
      await this.protocols.lines(tx, meeting.id),
      await this.protocols.people(tx, meeting.id),
      await tx.find(AgendaItem, { where: { meetingId: meeting.id }, order: { position: 'ASC' } }),
      await oneIn<{ name: string }>(tx, sql`select name from network where id = ${meeting.networkId}::uuid`),
    ];
    const printed = await this.owners.printed(tx, meeting.id, lines);
    const matters = await this.matters.printed(tx, meeting.id);
    const session = await sessionFactsIn(tx, meeting.id, berlinDay(this.clock.now()));
    const excluded = new Map(session?.exclusions.map((it) => [it.agendaItemId, it.people]));
    return {
      title: meeting.title,
      type: meeting.type,
      calling: session ? printedCalling(session) : [],
      networkName: network?.name ?? null,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      startedAt: meeting.sessionStartedAt,
      endedAt: meeting.sessionEndedAt,
      // Whoever reads the protocol later needs no way into the next meeting behind the same link.
      place: meeting.place || (meeting.onlineLink && 'online'),
      approvedAt: meeting.minutesApprovedAt,
      approvedBy: meeting.minutesApprovedBy,
      agenda: agenda.map((item) => ({
        ...item,
        printed: matters.get(item.id) ?? [],
        excluded: (excluded.get(item.id) ?? []).map(({ name }) => name),
      })),
      people,
      openItems: await this.openItems.printed(tx, meeting.id),
      lines: lines.map((line) => protocolLine(line, printed.get(line))),
    };
  }
}

function protocolLine(line: StoredLine, printed: readonly Block[] | undefined): ProtocolLine {
  const { agendaItemId, kind, text, task, votes } = line;
  return isOwnLineKind(kind)
    ? { agendaItemId, kind, text, task, votes, printed: null }
    : { agendaItemId, printed: printed ?? [] };
}

export function fileName(meeting: Pick<Meeting, 'startsAt' | 'title'>, part: ProtocolPart): string {
  const day = meeting.startsAt ? `${berlinDay(meeting.startsAt)} ` : '';
  return `${part === 'PUBLIC' ? 'Protokoll öffentlicher Teil' : 'Protokoll'} ${day}${meeting.title.replace(/[^\p{L}\p{N} .-]+/gu, ' ').trim()}.pdf`
    .replace(/ {2,}/g, ' ')
    .slice(0, 120)
    .replace(/(\.pdf)?$/, '.pdf');
}
