import { Injectable } from '@nestjs/common';
import sql, { join, type Sql } from 'sql-template-tag';
import { TODAY_LINES, type TodayLine, type TodayMeeting, type TodayView } from '@runder-tisch/domain/tasks';
import { berlinDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import type { Contribution } from '../contribution';
import { contributions } from '../contributions';
import { Database } from '../database/database';
import { TasksRepository } from './tasks.repository';

const MEETINGS = 3;
const UPCOMING = 5;

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
    const [lines, meetings, upcoming] = await Promise.all([
      this.lines(viewer, now),
      this.meetings(viewer, now),
      this.tasks.upcoming(viewer, UPCOMING),
    ]);
    const total = lines[0]?.total ?? 0;
    return {
      today: berlinDay(now),
      lines: lines.map(({ total: _total, ...line }) => line),
      more: Math.max(0, total - lines.length),
      meetings,
      upcoming,
    };
  }

  async lines(viewer: Viewer, now: Date): Promise<(TodayLine & { total: number })[]> {
    const parts = statementsOf((it) => it.today, viewer, now);
    if (parts.length === 0) return [];
    const lines = await this.database.rows<TodayLine & { total: number }>(sql`
      select kind, id, priority, text, path, action, due::text as due, post, undo, count(*) over ()::int as total
      from (${join(parts, ' union all ')}) line (kind, id, priority, text, path, action, due, post, undo)
      order by priority, due nulls last, text, id limit ${TODAY_LINES}`);
    return lines.map((line) => ({ ...line, text: sentenceOf(line) }));
  }

  private async meetings(viewer: Viewer, now: Date): Promise<TodayMeeting[]> {
    const parts = statementsOf((it) => it.todayMeetings, viewer, now);
    if (parts.length === 0) return [];
    return this.database.rows(sql`
      select id, title, "startsAt", "endsAt", place, state, accepted, tentative, declined, silent
      from (${join(parts, ' union all ')}) meeting (id, title, "startsAt", "endsAt", place, state, accepted, tentative, declined, silent)
      order by "startsAt", id limit ${MEETINGS}`);
  }
}

const sentences = new Map(
  contributions.flatMap(({ todaySentences }) => Object.entries(todaySentences ?? {})),
);

function sentenceOf({ kind, text }: TodayLine): string {
  const sentence = sentences.get(kind);
  return sentence ? sentence(JSON.parse(text) as Parameters<typeof sentence>[0]) : text;
}

function statementsOf(
  pick: (contribution: Contribution) => ((viewer: Viewer, now: Date) => Sql) | undefined,
  viewer: Viewer,
  now: Date,
): Sql[] {
  return contributions.flatMap((contribution) => {
    const statement = pick(contribution);
    return statement ? [sql`(${statement(viewer, now)})`] : [];
  });
}
