import { Injectable } from '@nestjs/common';
import sql, { join } from 'sql-template-tag';
import {
  TODAY_LINES,
  type TodayFound,
  type TodayKinds,
  todayLine,
  type TodayLine,
  type TodayMeeting,
  type TodayView,
} from '@runder-tisch/domain/tasks';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { TasksRepository } from './tasks.repository';

const MEETINGS = 3;
const UPCOMING = 5;

const todayParts = contributions.flatMap(({ today }) => today ?? []);
const kinds: TodayKinds = Object.fromEntries(todayParts.flatMap((it) => Object.entries(it.kinds)));
const priorities = join(
  Object.entries(kinds).map(([kind, { priority }]) => sql`(${kind}::text, ${priority}::int)`),
);

/** What is due, in order: at most seven lines, and how many there are in all. */
export interface DueLines {
  lines: TodayLine[];
  total: number;
}

/** The page Heute: what each area says is due, in one order, cut after seven lines. */
@Injectable()
export class Today {
  constructor(
    private readonly database: Database,
    private readonly tasks: TasksRepository,
    private readonly clock: Clock,
  ) {}

  async of(viewer: Viewer): Promise<TodayView> {
    const now = this.clock.now();
    const [{ lines, total }, meetings, upcoming] = await Promise.all([
      this.lines(viewer, now),
      this.meetings(viewer, now),
      this.tasks.upcoming(viewer, UPCOMING),
    ]);
    return { today: berlinDay(now), lines, more: Math.max(0, total - lines.length), meetings, upcoming };
  }

  async lines(viewer: Viewer, now: Date): Promise<DueLines> {
    const parts = todayParts.map(({ statement }) => sql`(${statement(viewer, now)})`);
    const found = await this.database.rows<TodayFound & { total: number }>(sql`
      select line.kind, line.id, line.due::text as due, line.facts, count(*) over ()::int as total
      from (${join(parts, ' union all ')}) line (kind, id, due, facts)
        join (values ${priorities}) known (kind, priority) on known.kind = line.kind
      order by known.priority, line.due nulls last, line.facts ->> 'title', line.id limit ${TODAY_LINES}`);
    return { lines: found.map((it) => todayLine(it, kinds)), total: found[0]?.total ?? 0 };
  }

  private async meetings(viewer: Viewer, now: Date): Promise<TodayMeeting[]> {
    const parts = contributions.flatMap(({ todayMeetings }) =>
      todayMeetings ? [sql`(${todayMeetings(viewer, now)})`] : [],
    );
    if (parts.length === 0) return [];
    return this.database.rows(sql`
      select id, title, "startsAt", "endsAt", place, state, accepted, tentative, declined, silent
      from (${join(parts, ' union all ')}) meeting (id, title, "startsAt", "endsAt", place, state, accepted, tentative, declined, silent)
      order by "startsAt", id limit ${MEETINGS}`);
  }
}
