import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { OVERVIEW_ROWS, type OverviewDocument, type OverviewView } from '@runder-tisch/domain/overview';
import { formatShortDate } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import type { OverviewStatements } from '../contribution';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { Today } from '../tasks/today';

type Lists = Omit<OverviewView, 'lines' | 'documents'> & {
  documents: (OverviewDocument & { about: string | null })[];
};

/** The start page of those who read: what the areas contribute, each list in one order and cut. */
@Injectable()
export class Overview {
  constructor(
    private readonly database: Database,
    private readonly today: Today,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Viewer): Promise<OverviewView> {
    const now = this.clock.now();
    const areas = contributions.flatMap(({ overview }) => (overview ? [overview(viewer, now)] : []));
    const list = (of: keyof OverviewStatements, order: Sql): Sql => {
      const parts = areas.flatMap((it) => (it[of] ? [sql`(${it[of]})`] : []));
      return sql`coalesce((select json_agg(line order by ${order}) from (
        select * from (${join(parts, ' union all ')}) line order by ${order} limit ${OVERVIEW_ROWS}) line), '[]')`;
    };
    const [{ lines }, lists] = await Promise.all([
      this.today.lines(viewer, now),
      this.database.found<Lists>(sql`
        select ${list('sessions', sql`line."startsAt", line.id`)} as sessions,
               ${list('documents', sql`line.since desc, line.id desc`)} as documents,
               ${list('outcomes', sql`line.since desc, line.id desc`)} as outcomes`),
    ]);
    const documents = lists.documents.map(({ about, ...document }) => ({
      ...document,
      title: about ? `${document.title} am ${formatShortDate(about)}` : document.title,
    }));
    return { ...lists, lines, documents };
  }
}
