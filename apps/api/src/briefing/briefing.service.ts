import { Injectable } from '@nestjs/common';
import { briefingDocument, type BriefingRoom, briefingRooms } from '@runder-tisch/domain/briefing';
import { formatDate } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { pagesOf } from '../documents/pages-of';
import { Pdfs } from '../documents/pdfs';
import { Settings } from '../settings/settings';
import { BriefingRepository } from './briefing.repository';

/** The Sprechzettel: the page of a Handlungsfeld on one sheet of paper. */
@Injectable()
export class BriefingService {
  constructor(
    private readonly briefings: BriefingRepository,
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly pdfs: Pdfs,
    private readonly clock: Clock,
  ) {}

  async pdf(viewer: Viewer, fieldId: string): Promise<{ name: string; bytes: Buffer }> {
    const view = await this.briefings.find(viewer, fieldId);
    const { countyName, logoFileId } = await this.database.read((tx) => this.settings.current(tx));
    const frame = {
      footer: [countyName, `Sprechzettel ${view.field.name}`, formatDate(view.day)]
        .filter(Boolean)
        .join(' · '),
      created: this.clock.now().toISOString(),
      countyName,
      logoFileId,
      dense: true,
    };
    const name = `Sprechzettel ${view.field.name} ${view.day}.pdf`;
    const drawn = (room: BriefingRoom): Promise<Buffer> =>
      this.pdfs.draw({ content: briefingDocument(view, viewer.displayName, room), ...frame });
    // How much fits depends on the letters: what was typed is told with less until it is one page.
    const [first, ...smaller] = briefingRooms;
    let bytes = await drawn(first);
    for (const room of smaller) {
      if (pagesOf(bytes) === 1) break;
      bytes = await drawn(room);
    }
    return { name, bytes };
  }
}
