import { Inject, Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import type { DocumentContent, Run } from '@runder-tisch/domain/documents';
import {
  type BesideAgendaItem,
  meetingPack,
  type MeetingPackFacts,
  type MeetingPackView,
  packPictureLimits,
  shownPictures,
} from '@runder-tisch/domain/meetings';
import { formatDate } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { type AppOptions, APP_OPTIONS } from '../../app-options';
import { AttachmentsRepository } from '../../attachments/attachments.repository';
import { Clock } from '../../clock';
import { contributions } from '../../contributions';
import { Database } from '../../database/database';
import { Pdfs } from '../../documents/pdfs';
import { Files } from '../../files/files';
import { cleanImage } from '../../files/image';
import { ProblemException } from '../../problem/problem';
import { Settings } from '../../settings/settings';
import { visibleMeetings } from '../meetings-access';
import { MeetingsRepository } from '../meetings.repository';
import { ProtocolReader } from '../protocol/protocol-reader';

/** Everything for one meeting in one place, as far as whoever asks may read it. */
@Injectable()
export class MeetingPacks {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly protocols: ProtocolReader,
    private readonly pdfs: Pdfs,
    private readonly files: Files,
    private readonly settings: Settings,
    private readonly clock: Clock,
    @Inject(APP_OPTIONS) private readonly options: AppOptions,
  ) {}

  async view(viewer: Viewer, meetingId: string): Promise<MeetingPackView> {
    const facts = await this.facts(viewer, meetingId);
    const pictures = shownPictures(facts.attachments);
    return { meetingId, title: facts.title, content: meetingPack({ ...facts, pictures }) };
  }

  private async facts(viewer: Viewer, meetingId: string): Promise<Omit<MeetingPackFacts, 'pictures'>> {
    const meeting = await this.meetings.find(viewer, meetingId);
    const [{ items }, beside, lastProtocol] = await Promise.all([
      this.attachments.of(viewer, 'meeting', meetingId),
      this.beside(viewer, meetingId),
      this.lastProtocol(viewer, meetingId),
    ]);
    return { ...meeting, attachments: items, beside, lastProtocol };
  }

  async pdf(viewer: Viewer, meetingId: string): Promise<{ name: string; bytes: Buffer }> {
    const facts = await this.facts(viewer, meetingId);
    const { title } = facts;
    const pictures = await this.pictures(viewer, shownPictures(facts.attachments));
    const content = meetingPack({ ...facts, pictures: new Set(Object.keys(pictures)) });
    const { countyName, logoFileId } = await this.settings.current();
    const created = this.clock.now();
    const bytes = await this.pdfs.draw({
      content: withWholeLinks(content, this.options.publicUrl.replace(/\/$/, '')),
      footer: [countyName, `Sitzungsmappe ${title}`, `Stand ${formatDate(created)}`]
        .filter(Boolean)
        .join(' · '),
      created: created.toISOString(),
      countyName,
      logoFileId,
      pictures,
    });
    return { name: `Sitzungsmappe ${title}.pdf`, bytes };
  }

  /** Their bytes by the id of the Unterlage; one with too many pixels is left out, as drawing it takes too much memory. */
  private async pictures(viewer: Viewer, ids: ReadonlySet<string>): Promise<Record<string, Buffer>> {
    const pictures: Record<string, Buffer> = {};
    for (const id of ids) {
      const { fileId } = await this.attachments.file(viewer, id, null);
      const bytes = await this.files.bytes(fileId);
      const { width = 0, height = 0 } = cleanImage(bytes) ?? {};
      if (width > 0 && width * height <= packPictureLimits.pixels) pictures[id] = bytes;
    }
    return pictures;
  }

  /** What areas on the right bring to the points. */
  private async beside(viewer: Viewer, meetingId: string): Promise<BesideAgendaItem[]> {
    const statements = contributions.flatMap(({ besideAgenda }): Sql[] =>
      besideAgenda ? [besideAgenda(viewer, meetingId)] : [],
    );
    if (statements.length === 0) return [];
    return this.database.rows<BesideAgendaItem>(sql`
      select "agendaItemId", label, title, path from (${join(
        statements.map((statement) => sql`(${statement})`),
        ' union all ',
      )}) beside order by label, title`);
  }

  /** Where there was none, or it is not for this viewer, the pack does without. */
  private async lastProtocol(viewer: Viewer, meetingId: string): Promise<DocumentContent | null> {
    const last = await this.database.one<{ id: string }>(sql`
      select previous_meeting_id as id from meeting it where it.id = ${meetingId} and ${visibleMeetings(viewer)} and previous_meeting_id is not null`);
    if (!last) return null;
    try {
      const { content, approved } = await this.protocols.preview(viewer, last.id);
      return approved ? content : null;
    } catch (error) {
      if (error instanceof ProblemException && error.status === 404) return null;
      throw error;
    }
  }
}

/** On paper and in a file that lies somewhere else, an own path leads nowhere without its beginning. */
function withWholeLinks(content: DocumentContent, url: string): DocumentContent {
  const whole = (run: Run): Run =>
    run.kind === 'link' && run.href.startsWith('/') ? { ...run, href: url + run.href } : run;
  return {
    ...content,
    blocks: content.blocks.map((block) => {
      if (block.kind === 'list') return { ...block, items: block.items.map((runs) => runs.map(whole)) };
      return block.kind === 'paragraph' ? { ...block, runs: block.runs.map(whole) } : block;
    }),
  };
}
