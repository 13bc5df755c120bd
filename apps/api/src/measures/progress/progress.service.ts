import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import {
  type AskableMeasure,
  type AskedView,
  measureProblems,
  type MeasureState,
} from '@runder-tisch/domain/measures';
import type {
  AskForProgress,
  MeasureQuery,
  ReportProgress,
} from '@runder-tisch/domain/measures/measures-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { problem } from '../../problem/problem';
import { silentUntil } from '../measure-status-sql';
import { changeableMeasures, reportableMeasures, visibleMeasures } from '../measures-access';
import { MeasuresRepository } from '../measures.repository';
import { type AskedMeasure, ProgressMails } from './progress-mails';
import { progressRecipients, recipientsOf } from './progress-recipients';

const ASKABLE = 300;
const reported: readonly MeasureState[] = ['APPROVED', 'IN_PROGRESS', 'ON_HOLD'];
const going = sql`it.state in ('APPROVED', 'IN_PROGRESS', 'ON_HOLD')`;

/** How measures go: said by those in charge, asked for by planning, who reminds only those that are silent. */
@Injectable()
export class ProgressService {
  constructor(
    private readonly database: Database,
    private readonly repository: MeasuresRepository,
    private readonly mails: ProgressMails,
    private readonly clock: Clock,
  ) {}

  report(viewer: Viewer, id: string, request: ReportProgress): Promise<void> {
    return this.database.write(viewer, 'measure.report', async (tx) => {
      const rights = { table: 'measure', visible: visibleMeasures(viewer), may: reportableMeasures(viewer) };
      const { state } = await forChange<{ state: MeasureState }>(tx, rights, id, sql`it.id, it.state`);
      await this.keep(tx, viewer, id, state, request);
    });
  }

  /** For somebody who followed the link of a mail; the link names person and measure. */
  reportByLink(viewer: Viewer, id: string, request: ReportProgress): Promise<void> {
    return this.database.write(viewer, 'measure.report-by-link', async (tx) => {
      const found = await oneIn<{ state: MeasureState }>(
        tx,
        sql`select state from measure where id = ${id} for update`,
      );
      if (!found) throw problem(generalProblems, 'not-found');
      await this.keep(tx, viewer, id, found.state, request);
    });
  }

  /** Whom one could ask about the measures of the filtered list. */
  async askable(viewer: Viewer, query: MeasureQuery): Promise<Page<AskableMeasure>> {
    const where = join([...this.repository.matching(viewer, query), going], ' and ');
    const found = await this.database.rows<{ id: string }>(
      sql`select it.id from measure it where ${where} order by it.number limit ${ASKABLE}`,
    );
    const ids = found.map(({ id }) => id);
    return wholeList(
      await this.database.rows<AskableMeasure>(sql`
        select it.id, it.number, it.title, coalesce(lead.name, '') as lead,
               coalesce((select json_agg(found.name order by found.name) from (${progressRecipients(ids, this.today())}) found
                 where found.measure_id = it.id), '[]') as recipients,
               (select max(report.reported_on)::text from measure_progress report where report.measure_id = it.id) as "lastReportOn",
               ${silentUntil}::text as "silentUntil"
        from measure it left join organisation lead on lead.id = it.lead_organisation_id
        where it.id = any(${ids}::uuid[]) order by it.number`),
    );
  }

  ask(viewer: Viewer, { measureIds, dueOn, message }: AskForProgress): Promise<AskedView> {
    return this.database.write(viewer, 'measure.ask-for-progress', async (tx) => {
      const measures = await this.locked(tx, viewer, measureIds);
      const asked = measures.map((it) => ({ ...it, dueOn, message: message.trim() }));
      const answer = await this.send(tx, viewer, 'ask', asked);
      const reached = asked.filter(({ number }) => !answer.unreachable.includes(number));
      await rowsIn(
        tx,
        sql`insert into measure_progress_request (measure_id, asked_by, asked_at, due_on, message)
            select unnest(${reached.map(({ id }) => id)}::uuid[]), ${viewer.displayName}, ${this.clock.now()}, ${dueOn}::date, ${message.trim()}
            on conflict (measure_id) do update set asked_by = excluded.asked_by, asked_at = excluded.asked_at, due_on = excluded.due_on,
              message = excluded.message, reminded_at = null`,
      );
      return answer;
    });
  }

  /** Only those of them that were asked and have said nothing since. */
  remind(viewer: Viewer, measureIds: readonly string[]): Promise<AskedView> {
    return this.database.write(viewer, 'measure.remind-of-progress', async (tx) => {
      await this.locked(tx, viewer, measureIds);
      const silent = await rowsIn<AskedMeasure>(
        tx,
        sql`select it.id, it.number, it.title, request.due_on::text as "dueOn", request.message
            from measure it join measure_progress_request request on request.measure_id = it.id
            where it.id = any(${measureIds}::uuid[]) and ${silentUntil} is not null order by it.number for update of request`,
      );
      if (silent.length === 0) throw problem(measureProblems, 'measure-progress-no-silent');
      const answer = await this.send(tx, viewer, 'remind', silent);
      await rowsIn(
        tx,
        sql`update measure_progress_request set reminded_at = ${this.clock.now()} where measure_id = any(${silent.map(({ id }) => id)}::uuid[])`,
      );
      return answer;
    });
  }

  private async keep(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    state: MeasureState,
    { standing, words, expectedEnd }: ReportProgress,
  ): Promise<void> {
    if (!reported.includes(state)) throw problem(measureProblems, 'measure-progress-closed');
    if ((standing === 'AT_RISK' || standing === 'LATE') && words.trim() === '')
      throw problem(measureProblems, 'measure-progress-words', 'words');
    await rowsIn(
      tx,
      sql`insert into measure_progress (id, measure_id, standing, words, expected_end, reported_by, person_id, reported_at, reported_on)
          values (${newId()}, ${id}, ${standing}, ${words.trim()}, ${expectedEnd}::date, ${viewer.displayName}, ${viewer.personId}::uuid,
                  ${this.clock.now()}, ${this.today()}::date)`,
    );
  }

  private async send(
    tx: EntityManager,
    viewer: Viewer,
    kind: 'ask' | 'remind',
    measures: readonly AskedMeasure[],
  ): Promise<AskedView> {
    const recipients = await recipientsOf(
      tx,
      measures.map(({ id }) => id),
      this.today(),
    );
    const reached = new Set(recipients.map(({ measureId }) => measureId));
    if (reached.size === 0) throw problem(measureProblems, 'measure-progress-nobody');
    return {
      mails: await this.mails.send(tx, viewer, kind, measures, recipients),
      measures: reached.size,
      unreachable: measures.filter(({ id }) => !reached.has(id)).map(({ number }) => number),
    };
  }

  /** One that is out of sight or ended is none of them; none at all is not there. */
  private async locked(
    tx: EntityManager,
    viewer: Viewer,
    measureIds: readonly string[],
  ): Promise<{ id: string; number: string; title: string }[]> {
    const found = await rowsIn<{ id: string; number: string; title: string }>(
      tx,
      sql`select it.id, it.number, it.title from measure it
          where it.id = any(${measureIds}::uuid[]) and ${changeableMeasures(viewer)} and ${going} order by it.number for update of it`,
    );
    if (found.length === 0) throw problem(generalProblems, 'not-found');
    return found;
  }

  private today(): string {
    return berlinDay(this.clock.now());
  }
}
