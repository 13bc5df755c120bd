import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { formatProblems, type FormatTypeView } from '@runder-tisch/domain/formats';
import type { AddFormatType, SaveFormatType } from '@runder-tisch/domain/formats/formats-requests';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import type { Viewer } from '../access/viewer';
import { Database, updateVersioned } from '../database/database';
import { keepOrder, lastPosition } from '../database/keep-order';
import { newId } from '../database/new-id';
import { usesOf } from '../database/usage';
import { onConflict } from '../problem/on-conflict';
import { FormatType } from './format.entity';

/** The library of forms of participation; what a format copied from its type stays with the format. */
@Injectable()
export class FormatTypesService {
  constructor(private readonly database: Database) {}

  async list(): Promise<Page<FormatTypeView>> {
    return wholeList(await this.database.rows<FormatTypeView>(await this.select(empty)));
  }

  async find(id: string): Promise<FormatTypeView> {
    return this.database.found<FormatTypeView>(await this.select(sql`where it.id = ${id}`));
  }

  add(viewer: Viewer, request: AddFormatType): Promise<{ id: string }> {
    return this.named(() =>
      this.database.write(viewer, 'format-type.add', async (tx) => {
        const id = newId();
        await tx.insert(FormatType, {
          id,
          name: request.name,
          description: '',
          position: await lastPosition(tx, 'format_type'),
          active: true,
          groupSize: '',
          meetingType: 'WORKSHOP',
          phases: [],
          material: [],
          agenda: [],
          invitationText: '',
          resultsToCapture: [],
          version: 1,
        });
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveFormatType): Promise<void> {
    return this.named(() =>
      this.database.write(viewer, 'format-type.change', (tx) =>
        updateVersioned(tx, FormatType, id, version, { ...request }),
      ),
    );
  }

  setActive(viewer: Viewer, id: string, version: number, active: boolean): Promise<void> {
    const useCase = active ? 'format-type.activate' : 'format-type.deactivate';
    return this.database.write(viewer, useCase, (tx) =>
      updateVersioned(tx, FormatType, id, version, { active }),
    );
  }

  order(viewer: Viewer, ids: readonly string[]): Promise<void> {
    return this.database.write(viewer, 'format-type.order', (tx) => keepOrder(tx, 'format_type', ids));
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'format-type.delete', async (tx) => {
      await tx.delete(FormatType, { id });
    });
  }

  private async select(filter: Sql): Promise<Sql> {
    return sql`
      select it.id, it.version, it.name, it.description, it.position, it.active, it.group_size as "groupSize",
             it.meeting_type as "meetingType", it.phases, it.material, it.agenda, it.invitation_text as "invitationText",
             it.results_to_capture as "resultsToCapture", ${await usesOf(this.database, 'format_type')} as used
      from format_type it ${filter} order by it.position, it.name, it.id`;
  }

  private named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(formatProblems, { format_type_name_key: ['format-type-name-taken', 'name'] }, work);
  }
}
