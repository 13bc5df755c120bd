import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { DocumentContent } from '@runder-tisch/domain/documents';
import type { ProtocolPreviewView } from '@runder-tisch/domain/meetings';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Database } from '../../database/database';
import { Pdfs } from '../../documents/pdfs';
import { problem } from '../../problem/problem';
import { Meeting } from '../meeting.entity';
import { changeableMeetings, staffMeetings, takesPart, visibleMeetings } from '../meetings-access';
import { fileName, ProtocolService } from './protocol.service';

/** Whoever plans reads the draft as well, those who take part what was approved: it names who came and said what. */
@Injectable()
export class ProtocolReader {
  constructor(
    private readonly database: Database,
    private readonly service: ProtocolService,
    private readonly pdfs: Pdfs,
  ) {}

  async preview(viewer: Viewer, meetingId: string): Promise<ProtocolPreviewView> {
    const { content, number, approved } = await this.read(viewer, meetingId);
    return { content, number, approved };
  }

  async pdf(viewer: Viewer, meetingId: string): Promise<{ name: string; bytes: Buffer }> {
    const { content, pdfFileId, meeting } = await this.read(viewer, meetingId);
    const bytes = pdfFileId
      ? await this.pdfs.bytes(pdfFileId)
      : await this.pdfs.draw(await this.database.read((tx) => this.service.pdf(tx, content, meeting)));
    return { name: fileName(meeting), bytes };
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

  /** For the page behind a link in a mail: the link itself has been checked. */
  async approved(
    meetingId: string,
  ): Promise<{ meeting: Meeting; content: DocumentContent; pdfFileId: string | null }> {
    return this.database.read(async (tx) => {
      const meeting = await this.meeting(tx, meetingId);
      const read = await this.service.content(tx, meeting);
      if (!read.approved) throw problem(generalProblems, 'not-found');
      return { meeting, content: read.content, pdfFileId: read.pdfFileId };
    });
  }

  private async read(
    viewer: Viewer,
    meetingId: string,
  ): Promise<{
    meeting: Meeting;
    content: DocumentContent;
    number: number;
    approved: boolean;
    pdfFileId: string | null;
  }> {
    const { mayChange } = await this.database.found<{ mayChange: boolean }>(sql`
      select ${changeableMeetings(viewer)} as "mayChange" from meeting it
      where it.id = ${meetingId} and ${visibleMeetings(viewer)} and (${staffMeetings(viewer)} or ${takesPart(viewer)})`);
    return this.database.read(async (tx) => {
      const meeting = await this.meeting(tx, meetingId);
      const read = await this.service.content(tx, meeting);
      if (!read.approved && !mayChange) throw problem(generalProblems, 'not-found');
      return { ...read, meeting };
    });
  }

  private async meeting(tx: EntityManager, id: string): Promise<Meeting> {
    const meeting = await tx.findOneBy(Meeting, { id });
    if (!meeting) throw problem(generalProblems, 'not-found');
    return meeting;
  }
}
