import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import {
  type ControlMove,
  controlMoves,
  controlProblems,
  type FromMeasures,
  goingControlStates,
} from '@runder-tisch/domain/papers/control';
import type { MoveControl, SaveControl } from '@runder-tisch/domain/papers/control/control-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database, updateVersioned } from '../../database/database';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem, refused } from '../../problem/problem';
import { PaperConsultation } from '../paper.entity';
import { PapersRepository } from '../papers.repository';
import { ControlReport, ControlResponsible, ResolutionControl } from './control.entity';
import { isNews, measuresOfControl, saidBy, type StoredMeasure } from './control-measured';
import { ControlsRepository } from './controls.repository';

type Reported = Pick<
  ControlReport,
  'state' | 'words' | 'follows' | 'unit' | 'dueOn' | 'nextOn' | 'everyMonths'
>;

/** Resolutions come under control, are reported on and leave. Every change is one more report. */
@Injectable()
export class ControlsService {
  constructor(
    private readonly database: Database,
    private readonly repository: ControlsRepository,
    private readonly papers: PapersRepository,
    private readonly clock: Clock,
  ) {}

  /** With all that its paper, its recommendations and their measures say already. */
  enter(viewer: Viewer, consultationId: string): Promise<{ id: string }> {
    return onConflict(controlProblems, { resolution_control_once: ['control-already', ''] }, () =>
      this.database.write(viewer, 'control.enter', async (tx) => {
        const found = await tx.findOneBy(PaperConsultation, { id: consultationId });
        if (!found) throw problem(generalProblems, 'not-found');
        const paper = await this.papers.toChange(tx, viewer, found.paperId);
        const { role, result } = await tx.findOneByOrFail(PaperConsultation, { id: consultationId });
        if (role !== 'DECIDING' || (result !== 'ACCEPTED' && result !== 'CHANGED'))
          throw problem(controlProblems, 'control-not-adopted');
        const id = newId();
        const known = await oneIn<{ addressee: string; dueOn: string | null }>(
          tx,
          sql`select coalesce(string_agg(distinct nullif(trim(it.addressee), ''), ', '), '') as addressee, max(it.due_on)::text as "dueOn"
              from paper_recommendation topic join recommendation it on it.id = topic.recommendation_id where topic.paper_id = ${paper.id}`,
        );
        const currentReportId = newId();
        await tx.insert(ResolutionControl, {
          id,
          consultationId,
          currentReportId,
          responsiblePersonId: viewer.personId,
          version: 1,
          createdAt: this.clock.now(),
        });
        if (viewer.personId) await this.keepResponsible(tx, viewer, id, viewer.personId);
        const measured = await this.measured(tx, id);
        await this.insertReport(tx, viewer.displayName, id, currentReportId, {
          state: measured?.state ?? 'OPEN',
          words: measured?.words ?? '',
          follows: true,
          unit: (paper.unit.trim() || known?.addressee || '').slice(0, UNIT),
          dueOn: known?.dueOn ?? null,
          nextOn: null,
          everyMonths: null,
        });
        return { id };
      }),
    );
  }

  /** Unit, deadline and measures; nothing is left to say once it is done. */
  change(viewer: Viewer, id: string, version: number, request: SaveControl): Promise<void> {
    return this.database.write(viewer, 'control.change', async (tx) => {
      const { report } = await this.repository.toChange(tx, viewer, id);
      if (report.state === 'DONE') throw problem(controlProblems, 'control-done');
      await this.link(tx, id, request.measureIds);
      const { unit, dueOn } = request;
      const measured = report.follows ? await this.measured(tx, id) : null;
      await this.append(tx, viewer.displayName, id, version, { ...report, ...measured, unit, dueOn });
    });
  }

  move(
    viewer: Viewer,
    id: string,
    version: number,
    move: ControlMove,
    { reason, nextOn, everyMonths, dueOn }: MoveControl,
  ): Promise<void> {
    return this.database.write(viewer, `control.${move}`, async (tx) => {
      const { report } = await this.repository.toChange(tx, viewer, id);
      const measured = await this.measured(tx, id);
      const facts = {
        reason,
        nextOn,
        today: berlinDay(this.clock.now()),
        followed: measured !== null && report.follows,
        measures: measured ? 1 : 0,
      };
      const { to, refusal } = controlMoves.next(report.state, move, facts);
      if (refusal) throw refused(controlProblems, refusal);
      const rhythm = to === 'STANDING' ? { nextOn, everyMonths } : { nextOn: null, everyMonths: null };
      const told =
        move === 'follow' && measured
          ? { ...measured, follows: true }
          : { state: to, words: reason.trim(), follows: to !== 'STANDING' && measured === null };
      await this.append(tx, viewer.displayName, id, version, {
        ...report,
        ...rhythm,
        ...told,
        ...(move === 'delay' && dueOn ? { dueOn } : {}),
      });
    });
  }

  /** Somebody who may report follows it up from now on, whoever says so; or nobody does. */
  nameResponsible(viewer: Viewer, id: string, version: number, personId: string | null): Promise<void> {
    return this.database.write(viewer, 'control.responsible', async (tx) => {
      const { control } = await this.repository.toChange(tx, viewer, id);
      if (personId && !(await this.repository.mayFollowUp(tx, personId)))
        throw problem(controlProblems, 'control-person-unknown', 'personId');
      await updateVersioned(tx, ResolutionControl, id, version, { responsiblePersonId: personId });
      if (control.responsiblePersonId !== personId) await this.keepResponsible(tx, viewer, id, personId);
    });
  }

  /** It came under control by mistake: no paper has told of it otherwise than as it came. */
  remove(viewer: Viewer, id: string, version: number): Promise<void> {
    return this.database.write(viewer, 'control.remove', async (tx) => {
      const { control } = await this.repository.toChange(tx, viewer, id);
      if (control.version !== version) throw problem(generalProblems, 'stale-version');
      if ((await tx.countBy(ControlReport, { controlId: id })) > 1)
        throw problem(controlProblems, 'control-has-history');
      await tx.delete(ResolutionControl, { id });
    });
  }

  /** Takes over what its measures say by now; answers whether that was something else. */
  follow(viewer: Viewer, id: string): Promise<boolean> {
    return this.database.write(viewer, 'control.follow', async (tx) => {
      const { control, report } = await this.repository.toChange(tx, viewer, id);
      if (!report.follows || !goingControlStates.includes(report.state)) return false;
      const measured = await this.measured(tx, id);
      if (!isNews(measured, report)) return false;
      await this.append(tx, FROM_MEASURE, id, control.version, { ...report, ...measured });
      return true;
    });
  }

  private async measured(tx: EntityManager, id: string): Promise<FromMeasures | null> {
    const own = await oneIn<{ measures: StoredMeasure[] | null }>(
      tx,
      sql`select ${measuresOfControl('own.id', 'consultation.paper_id')} as measures
          from resolution_control own join paper_consultation consultation on consultation.id = own.consultation_id where own.id = ${id}`,
    );
    return saidBy(own?.measures ?? null, berlinDay(this.clock.now()));
  }

  private async append(
    tx: EntityManager,
    by: string,
    id: string,
    version: number,
    told: Reported,
  ): Promise<void> {
    const currentReportId = newId();
    await updateVersioned(tx, ResolutionControl, id, version, { currentReportId });
    await this.insertReport(tx, by, id, currentReportId, told);
  }

  private async insertReport(
    tx: EntityManager,
    reportedBy: string,
    controlId: string,
    id: string,
    { state, words, follows, unit, dueOn, nextOn, everyMonths }: Reported,
  ): Promise<void> {
    await tx.insert(ControlReport, {
      ...{ state, words, follows, unit, dueOn, nextOn, everyMonths },
      ...{ id, controlId, reportedBy, reportedAt: this.clock.now() },
    });
  }

  private async keepResponsible(
    tx: EntityManager,
    viewer: Viewer,
    controlId: string,
    personId: string | null,
  ): Promise<void> {
    await tx.insert(ControlResponsible, {
      ...{ id: newId(), controlId, personId },
      ...{ namedAt: this.clock.now(), namedBy: viewer.displayName, taken: personId === viewer.personId },
    });
  }

  private async link(tx: EntityManager, id: string, measureIds: readonly string[]): Promise<void> {
    const ids = [...measureIds];
    const known = await rowsIn(
      tx,
      sql`select 1 from measure it where it.id = any(${ids}::uuid[]) for share of it`,
    );
    if (known.length < ids.length) throw problem(controlProblems, 'control-measure-unknown', 'measureIds');
    await rowsIn(
      tx,
      sql`delete from control_measure where control_id = ${id} and measure_id <> all(${ids}::uuid[])`,
    );
    await rowsIn(
      tx,
      sql`insert into control_measure (control_id, measure_id, since)
          select ${id}::uuid, unnest(${ids}::uuid[]), ${this.clock.now()}::timestamptz on conflict do nothing`,
    );
  }
}

const UNIT = 200;
const FROM_MEASURE = 'aus der Maßnahme';
