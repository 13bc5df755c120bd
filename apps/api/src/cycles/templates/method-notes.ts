import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type MethodNoteItem, type MethodNoteView, templateProblems } from '@runder-tisch/domain/cycles';
import type { SaveMethodNote } from '@runder-tisch/domain/cycles/templates/template-requests';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { MethodNote } from './method-note.entity';
import { changeableTemplates, visibleMethodNotes } from './templates-access';

/** Methodenblätter: what is written now, and the versions that steps cite. */
@Injectable()
export class MethodNotes {
  constructor(
    private readonly database: Database,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  async list(viewer: Viewer): Promise<Page<MethodNoteItem>> {
    return wholeList(
      await this.database.rows<MethodNoteItem>(sql`
        select it.id, coalesce(newest.title, it.title) as title, newest.number, newest.id as "versionId"
        from method_note it left join lateral (select told.id, told.number, told.title from method_note_version told
          where told.note_id = it.id order by told.number desc limit 1) newest on true
        where ${visibleMethodNotes(viewer)} order by it.title collate "de-x-icu", it.id`),
    );
  }

  find(viewer: Viewer, id: string): Promise<MethodNoteView> {
    const may = changeableTemplates(viewer);
    // What is being written is for planners; everybody else reads the newest version.
    return this.database.found<MethodNoteView>(sql`
      select it.id, it.version, case when ${may} then it.title else newest.title end as title,
             case when ${may} then it.text else newest.text end as text,
             ${may} and (it.title, it.text) is distinct from (newest.title, newest.text) as changed, ${may} as "mayChange",
             coalesce((select json_agg(json_build_object('id', told.id, 'number', told.number, 'title', told.title, 'text', told.text,
                 'releasedAt', to_json(told.released_at), 'releasedBy', told.released_by) order by told.number desc)
               from method_note_version told where told.note_id = it.id), '[]') as versions,
             coalesce((select json_agg(json_build_object('templateId', step.template_id, 'key', step.key, 'title', step.title, 'number', told.number)
                 order by phase.position, step.position)
               from method_note_version told join template_step_method cited on cited.method_id = told.id
                 join template_step step on step.template_id = cited.template_id and step.key = cited.step_key
                 join template_phase phase on phase.template_id = step.template_id and phase.key = step.phase_key
               where told.note_id = it.id and step.template_id = (select id from process_template where state = 'RELEASED' order by number desc limit 1)), '[]') as "citedBy"
      from method_note it left join lateral (select told.title, told.text from method_note_version told
        where told.note_id = it.id order by told.number desc limit 1) newest on true
      where it.id = ${id} and ${visibleMethodNotes(viewer)}`);
  }

  create(viewer: Viewer, { title, text }: SaveMethodNote): Promise<{ id: string }> {
    return named(() =>
      this.database.write(viewer, 'method-note.create', async (tx) => {
        const id = newId();
        await tx.insert(MethodNote, {
          id,
          title: title.trim(),
          text,
          version: 1,
          createdAt: this.clock.now(),
        });
        await this.search.refresh(tx, 'method-note', [id]);
        return { id };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, { title, text }: SaveMethodNote): Promise<void> {
    return named(() =>
      this.database.write(viewer, 'method-note.change', async (tx) => {
        await this.toChange(tx, viewer, id);
        await updateVersioned(tx, MethodNote, id, version, { title: title.trim(), text });
        await this.search.refresh(tx, 'method-note', [id]);
      }),
    );
  }

  /** What is written becomes the next version; steps of a draft can cite it from now on. */
  release(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'method-note.release', async (tx) => {
      await this.toChange(tx, viewer, id);
      const { title, text } = await tx.findOneByOrFail(MethodNote, { id });
      if (text.trim() === '') throw problem(templateProblems, 'method-empty', 'text');
      const newest = await oneIn<{ number: number; title: string; text: string }>(
        tx,
        sql`select number, title, text from method_note_version where note_id = ${id} order by number desc limit 1`,
      );
      if (newest?.title === title && newest.text === text)
        throw problem(templateProblems, 'method-unchanged', 'text');
      await updateVersioned(tx, MethodNote, id, version, {});
      await rowsIn(
        tx,
        sql`insert into method_note_version (id, note_id, number, title, text, released_by, released_at)
            values (${newId()}, ${id}, ${(newest?.number ?? 0) + 1}, ${title}, ${text}, ${viewer.displayName}, ${this.clock.now()})`,
      );
      await this.search.refresh(tx, 'method-note', [id]);
    });
  }

  private async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<void> {
    const may = changeableTemplates(viewer);
    await forChange(tx, { table: 'method_note', visible: visibleMethodNotes(viewer), may }, id);
  }
}

function named<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(templateProblems, { method_note_title: ['method-title-taken', 'title'] }, work);
}
