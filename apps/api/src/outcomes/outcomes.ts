import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import {
  type OutcomeFound,
  type OutcomeKinds,
  outcomeSteps,
  type OutcomeStep,
} from '@runder-tisch/domain/outcomes';
import { berlinDay } from '@runder-tisch/domain/time';
import { Clock } from '../clock';
import { contributions } from '../contributions';
import { Database } from '../database/database';

/** How it goes on behind the answer to a Hinweis, in one statement over what all areas say may be known. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async of(feedbackId: string): Promise<OutcomeStep[]> {
    const told = contributions.flatMap(({ outcomes }) => outcomes ?? []);
    if (told.length === 0) return [];
    const parts = told.map(
      ({ statement }) =>
        sql`select step.kind, step.number, step."from", step.facts from (${statement([feedbackId])}) step ("feedbackId", kind, number, "from", facts)`,
    );
    const kinds = told.reduce<OutcomeKinds>((all, it) => ({ ...all, ...it.kinds }), {});
    const found = await this.database.rows<OutcomeFound>(join(parts, ' union all '));
    return outcomeSteps(found, kinds, berlinDay(this.clock.now()));
  }
}
