import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import type { TemplateFacts, TemplateListItem, TemplateView } from '@runder-tisch/domain/cycles';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import type { Viewer } from '../../access/viewer';
import { Database, foundIn } from '../../database/database';
import { forChange } from '../../database/for-change';
import { ProcessTemplate } from './process-template.entity';
import { changeableTemplates, visibleTemplates } from './templates-access';

@Injectable()
export class TemplatesRepository {
  constructor(private readonly database: Database) {}

  /** The newest first. */
  async list(viewer: Viewer): Promise<Page<TemplateListItem>> {
    return wholeList(
      await this.database.rows<TemplateListItem>(sql`
        select it.id, it.number, it.state, it.change_note as "changeNote", it.released_at as "releasedAt", it.released_by as "releasedBy",
               (select count(*)::int from template_phase phase where phase.template_id = it.id) as phases,
               (select count(*)::int from template_step step where step.template_id = it.id) as steps
        from process_template it where ${visibleTemplates(viewer)} order by it.number desc`),
    );
  }

  find(viewer: Viewer, id: string): Promise<TemplateView> {
    return this.database.found<TemplateView>(sql`
      select it.id, it.version, it.number, it.state, it.change_note as "changeNote", it.months,
             case when based_on.id is not null then json_build_object('id', based_on.id, 'number', based_on.number) end as "basedOn",
             it.released_at as "releasedAt", it.released_by as "releasedBy",
             ${changeableTemplates(viewer)} and it.state = 'DRAFT' as "mayChange",
             coalesce((select json_agg(json_build_object('key', phase.key, 'name', phase.name, 'summary', phase.summary,
                 'steps', coalesce((select json_agg(${step} order by step.position) from template_step step
                   where step.template_id = phase.template_id and step.phase_key = phase.key), '[]')) order by phase.position)
               from template_phase phase where phase.template_id = it.id), '[]') as phases
      from process_template it left join process_template based_on on based_on.id = it.based_on_id
      where it.id = ${id} and ${visibleTemplates(viewer)}`);
  }

  /** Locked for a change by this viewer. */
  async toChange(tx: EntityManager, viewer: Viewer, id: string): Promise<ProcessTemplate> {
    const rights = {
      table: 'process_template',
      visible: visibleTemplates(viewer),
      may: changeableTemplates(viewer),
    };
    await forChange(tx, rights, id);
    return tx.findOneByOrFail(ProcessTemplate, { id });
  }

  /** What the release of a version looks at. */
  factsOf(tx: EntityManager, id: string): Promise<TemplateFacts> {
    return foundIn<TemplateFacts>(
      tx,
      sql`select it.number, it.change_note as "changeNote",
            (select count(*)::int from template_phase phase where phase.template_id = it.id) as phases,
            (select count(*)::int from template_phase phase where phase.template_id = it.id and not exists (
              select 1 from template_step step where step.template_id = phase.template_id and step.phase_key = phase.key)) as "emptyPhases",
            (select count(*)::int from template_step step where step.template_id = it.id
              and (trim(step.task) = '' or trim(step.result) = '' or trim(step.done_when) = '')) as "incompleteSteps"
          from process_template it where it.id = ${id}`,
    );
  }
}

const step: Sql = sql`json_build_object('key', step.key, 'title', step.title, 'summary', step.summary, 'leadRole', step.lead_role,
  'lead', step.lead, 'involvedRoles', step.involved_roles, 'internalActors', step.internal_actors, 'externalActors', step.external_actors,
  'task', step.task, 'dueMonth', step.due_month, 'input', step.input, 'result', step.result, 'doneWhen', step.done_when,
  'methods', coalesce((select json_agg(json_build_object('id', told.id, 'noteId', told.note_id, 'title', told.title, 'number', told.number) order by told.title)
    from template_step_method cited join method_note_version told on told.id = cited.method_id
    where cited.template_id = step.template_id and cited.step_key = step.key), '[]'))`;
