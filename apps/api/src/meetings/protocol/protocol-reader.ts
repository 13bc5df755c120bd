import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { ProtocolPreviewView } from '@runder-tisch/domain/meetings';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import type { DocxOptions } from '../../documents/as-docx';
import { Pdfs } from '../../documents/pdfs';
import { problem } from '../../problem/problem';
import { Meeting } from '../meeting.entity';
import {
  changeableMeetings,
  readsClosedPart,
  staffMeetings,
  takesPart,
  visibleMeetings,
} from '../meetings-access';
import { fileName, ProtocolService, type ReadProtocol } from './protocol.service';

/**
 * Whoever plans reads the draft as well, those who take part what was approved: it names who came and said what. Of a
 * committee's session only the body reads what was not public.
 */
@Injectable()
export class ProtocolReader {
  constructor(
    private readonly database: Database,
    private readonly service: ProtocolService,
    private readonly pdfs: Pdfs,
    private readonly clock: Clock,
  ) {}

  async preview(viewer: Viewer, meetingId: string): Promise<ProtocolPreviewView> {
    const { content, number, approved } = await this.read(viewer, meetingId);
    return { content, number, approved };
  }

  async pdf(viewer: Viewer, meetingId: string): Promise<{ name: string; bytes: Buffer }> {
    const { content, part, pdfFileId, meeting } = await this.read(viewer, meetingId);
    const bytes = pdfFileId
      ? await this.pdfs.bytes(pdfFileId)
      : await this.pdfs.draw(await this.database.read((tx) => this.service.pdf(tx, content, meeting)));
    return { name: fileName(meeting, part), bytes };
  }

  /** The same words to be worked on; what was approved stays the PDF. */
  async docx(
    viewer: Viewer,
    meetingId: string,
  ): Promise<{ name: string; content: DocumentContent; look: DocxOptions }> {
    const { content, part, meeting } = await this.read(viewer, meetingId);
    const { footer, created, countyName } = await this.database.read((tx) =>
      this.service.pdf(tx, content, meeting),
    );
    const name = fileName(meeting, part).replace(/\.pdf$/, '.docx');
    return { name, content, look: { footer, countyName, created: new Date(created) } };
  }

  async signInList(viewer: Viewer, meetingId: string): Promise<{ name: string; bytes: Buffer }> {
    await this.database.found(
      sql`select 1 from meeting it where it.id = ${meetingId} and ${visibleMeetings(viewer)} and ${changeableMeetings(viewer)}`,
    );
    const { startsAt, sheet } = await this.database.read(async (tx) => {
      const meeting = await this.meeting(tx, meetingId);
      return { startsAt: meeting.startsAt, sheet: await this.service.signInList(tx, meeting) };
    });
    const day = startsAt ? berlinDay(startsAt) : '';
    return { name: `Anwesenheit ${day}.pdf`, bytes: await this.pdfs.draw(sheet) };
  }

  /** For the page behind a link in a mail: the link itself has been checked, and says whose it is. */
  async approved(meetingId: string, personId: string | null): Promise<ReadProtocol & { meeting: Meeting }> {
    const { closed } = await this.database.found<{ closed: boolean }>(
      sql`select ${this.closedPart(personId)} as closed from meeting it where it.id = ${meetingId}`,
    );
    const read = await this.stored(meetingId, closed);
    if (!read.approved) throw problem(generalProblems, 'not-found');
    return read;
  }

  private async read(viewer: Viewer, meetingId: string): Promise<ReadProtocol & { meeting: Meeting }> {
    const { mayChange, closed } = await this.database.found<{ mayChange: boolean; closed: boolean }>(sql`
      select ${changeableMeetings(viewer)} as "mayChange",
        (${staffMeetings(viewer)} or ${this.closedPart(viewer.personId)}) as closed from meeting it
      where it.id = ${meetingId} and ${visibleMeetings(viewer)} and (${staffMeetings(viewer)} or ${takesPart(viewer)})`);
    const read = await this.stored(meetingId, closed);
    if (!read.approved && !mayChange) throw problem(generalProblems, 'not-found');
    return read;
  }

  private closedPart(personId: string | null): Sql {
    return readsClosedPart(sql`${personId}::uuid`, berlinDay(this.clock.now()));
  }

  private stored(meetingId: string, closed: boolean): Promise<ReadProtocol & { meeting: Meeting }> {
    return this.database.read(async (tx) => {
      const meeting = await this.meeting(tx, meetingId);
      return { ...(await this.service.content(tx, meeting, closed ? 'WHOLE' : 'PUBLIC')), meeting };
    });
  }

  private async meeting(tx: EntityManager, id: string): Promise<Meeting> {
    const meeting = await tx.findOneBy(Meeting, { id });
    if (!meeting) throw problem(generalProblems, 'not-found');
    return meeting;
  }
}
