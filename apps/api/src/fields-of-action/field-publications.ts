import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { fieldOfActionProblems, type FieldPublicationView } from '@runder-tisch/domain/fields-of-action';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database } from '../database/database';
import { newId } from '../database/new-id';
import { oneIn, rowsIn } from '../database/rows';
import { problem } from '../problem/problem';
import { visibleFieldsOfAction } from './fields-of-action.contribution';

/** Whether everybody may read what came of a Handlungsfeld: somebody decides it, and it is known who and when. */
@Injectable()
export class FieldPublications {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Viewer, fieldId: string): Promise<FieldPublicationView[]> {
    const { publications } = await this.database.found<{ publications: FieldPublicationView[] }>(sql`
      select coalesce((select json_agg(json_build_object('publishedAt', publication.published_at, 'publishedBy', publication.published_by,
          'withdrawnAt', publication.withdrawn_at, 'withdrawnBy', publication.withdrawn_by) order by publication.published_at desc)
        from field_publication publication where publication.field_id = it.id), '[]') as publications
      from field_of_action it where it.id = ${fieldId} and ${visibleFieldsOfAction(viewer)}`);
    return publications;
  }

  /** Those everybody may read about, in the order of the list. */
  published(): Promise<NamedReference[]> {
    return this.database.rows<NamedReference>(sql`
      select it.id, it.name from field_of_action it join field_publication publication on publication.field_id = it.id
      where publication.withdrawn_at is null order by it.position, it.name`);
  }

  publish(viewer: Viewer, fieldId: string): Promise<void> {
    return this.database.write(viewer, 'field-of-action.publish', async (tx) => {
      // Two at once wait for each other here.
      const field = await oneIn(
        tx,
        sql`select it.id from field_of_action it where it.id = ${fieldId} and ${visibleFieldsOfAction(viewer)} for update`,
      );
      if (!field) throw problem(generalProblems, 'not-found');
      const begun = await rowsIn(
        tx,
        sql`insert into field_publication (id, field_id, published_at, published_by)
            values (${newId()}, ${fieldId}, ${this.clock.now()}, ${viewer.displayName})
            on conflict (field_id) where withdrawn_at is null do nothing returning id`,
      );
      if (begun.length === 0) throw problem(fieldOfActionProblems, 'field-published-already');
    });
  }

  withdraw(viewer: Viewer, fieldId: string): Promise<void> {
    return this.database.write(viewer, 'field-of-action.withdraw', async (tx) => {
      const field = await oneIn(
        tx,
        sql`select it.id from field_of_action it where it.id = ${fieldId} and ${visibleFieldsOfAction(viewer)} for update`,
      );
      if (!field) throw problem(generalProblems, 'not-found');
      const ended = await rowsIn(
        tx,
        sql`update field_publication set withdrawn_at = ${this.clock.now()}, withdrawn_by = ${viewer.displayName}
            where field_id = ${fieldId} and withdrawn_at is null returning id`,
      );
      if (ended.length === 0) throw problem(fieldOfActionProblems, 'field-not-published');
    });
  }
}
