import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { formatProblems, type FormatTypeView } from '@runder-tisch/domain/formats';
import { type AddFormatType, SaveFormatType } from '@runder-tisch/domain/formats/formats-requests';
import type { Viewer } from '../access/viewer';
import { Database } from '../database/database';
import { usesOf } from '../database/usage';
import { KeptList } from '../kept-lists/kept-list';
import { onConflict } from '../problem/on-conflict';
import { FormatType } from './format.entity';

/** The library of forms of participation; what a format copied from its type stays with the format. */
@Injectable()
export class FormatTypesService extends KeptList<FormatTypeView, FormatType, SaveFormatType> {
  constructor(database: Database) {
    super(database, { table: 'format_type', entity: FormatType, useCase: 'format-type' });
  }

  /** A name is enough to begin with; everything else is filled in on its page. */
  override add(viewer: Viewer, { name }: AddFormatType): Promise<{ id: string }> {
    return super.add(viewer, Object.assign(new SaveFormatType(), { name }));
  }

  protected async columns(): Promise<Sql> {
    return sql`it.description, it.position, it.group_size as "groupSize", it.meeting_type as "meetingType", it.phases,
      it.material, it.agenda, it.invitation_text as "invitationText", it.results_to_capture as "resultsToCapture",
      ${await usesOf(this.database, 'format_type')} as used`;
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(formatProblems, { format_type_name_key: ['format-type-name-taken', 'name'] }, work);
  }
}
