import sql, { type Sql } from 'sql-template-tag';

/**
 * Provisional steps (alias `measure`) nobody has decided about in a cycle (alias `cycle`): neither made a measure, nor
 * dropped, nor carried over since the cycle before was closed.
 */
export const undecidedProvisional: Sql = sql`measure.kind = 'PROVISIONAL_STEP' and measure.state in ('PROPOSED', 'IN_PROGRESS', 'ON_HOLD')
  and (measure.carried_over_on is null or measure.carried_over_on < cycle.begins_on
    or measure.carried_over_on <= (select before.closed_on from cycle before where before.id = cycle.previous_id))`;
