import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { generalProblems } from '@runder-tisch/domain/problem';
import { type ConsolidationSubject, owesReason, structureProblems } from '@runder-tisch/domain/structure';
import type { SaveConsolidationCheck } from '@runder-tisch/domain/structure/consolidation/consolidation-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { forChange } from '../../database/for-change';
import { newId } from '../../database/new-id';
import { oneIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { checkable, visibleChecked } from './consolidation-access';
import { ConsolidationCheck, ConsolidationResult } from './consolidation.entity';
import { ConsolidationRepository } from './consolidation.repository';

@Injectable()
export class ConsolidationService {
  constructor(
    private readonly database: Database,
    private readonly repository: ConsolidationRepository,
    private readonly clock: Clock,
  ) {}

  /** A check of a day: each criterion with what the data says then, and the answer of a human. */
  check(
    viewer: Viewer,
    subject: ConsolidationSubject,
    subjectId: string,
    request: SaveConsolidationCheck,
  ): Promise<{ id: string }> {
    const { checkedOn, note, answers } = request;
    const now = this.clock.now();
    if (checkedOn > berlinDay(now)) throw problem(structureProblems, 'consolidation-in-future', 'checkedOn');
    return onConflict(
      structureProblems,
      { consolidation_check_once_a_day: ['consolidation-day-taken', 'checkedOn'] },
      () =>
        this.database.write(viewer, 'consolidation.check', async (tx) => {
          await assertMayCheck(tx, viewer, subject, subjectId);
          const asked = await this.repository.asked(tx, subject, subjectId, checkedOn);
          const given = new Map(answers.map((answer, at) => [answer.criterionId, { ...answer, at }]));
          if (given.size !== asked.length || asked.some((it) => !given.has(it.criterionId)))
            throw problem(structureProblems, 'consolidation-criteria-changed');
          const id = newId();
          await tx.insert(ConsolidationCheck, {
            ...{ id, subject, checkedOn, note },
            networkId: subject === 'NETWORK' ? subjectId : null,
            formatId: subject === 'FORMAT' ? subjectId : null,
            madeBy: viewer.displayName,
            createdAt: now,
          });
          const results = asked.map(({ criterionId, name, threshold, proposed, evidence }, index) => {
            const { met, reason, at } = given.get(criterionId) ?? { met: false, reason: '', at: index };
            if (owesReason({ met, reason }, proposed))
              throw problem(structureProblems, 'consolidation-reason-missing', `answers.${at}.reason`);
            return {
              ...{ checkId: id, position: index + 1, criterionId, name, threshold, proposed, evidence },
              ...{ met, reason: reason.trim() },
            };
          });
          await tx.insert(ConsolidationResult, results);
          return { id };
        }),
    );
  }

  /** A check that was a mistake; the audit still knows it. */
  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'consolidation.delete', async (tx) => {
      const found = await oneIn<{ subject: ConsolidationSubject; of: string | null }>(
        tx,
        sql`select subject, coalesce(network_id, format_id) as of from consolidation_check where id = ${id} for update`,
      );
      if (!found) throw problem(generalProblems, 'not-found');
      await assertMayCheck(tx, viewer, found.subject, found.of);
      await tx.delete(ConsolidationCheck, { id });
    });
  }
}

async function assertMayCheck(
  tx: EntityManager,
  viewer: Viewer,
  subject: ConsolidationSubject,
  id: string | null,
): Promise<void> {
  const visible = visibleChecked(viewer, subject);
  const may = checkable(viewer, subject);
  if (subject !== 'PLANNING' && id !== null) {
    const table = subject === 'NETWORK' ? 'network' : 'participation_format';
    await forChange(tx, { table, visible, may }, id);
    return;
  }
  const planning = await oneIn<{ may: boolean }>(tx, sql`select ${may} as may`);
  if (!planning?.may) throw problem(generalProblems, 'forbidden');
}
