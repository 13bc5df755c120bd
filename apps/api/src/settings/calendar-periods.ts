import { Injectable } from '@nestjs/common';
import sql, { empty, type Sql } from 'sql-template-tag';
import { type Page, wholeList } from '@runder-tisch/domain/lists';
import { generalProblems } from '@runder-tisch/domain/problem';
import { type CalendarPeriodView, type HolidaysView, settingsProblems } from '@runder-tisch/domain/settings';
import type { SaveCalendarPeriod } from '@runder-tisch/domain/settings/calendar-period-requests';
import {
  berlinDay,
  type Day,
  dayParts,
  daysBetween,
  isDay,
  publicHolidays,
  type StateKey,
  stateNames,
  stateOfCounty,
} from '@runder-tisch/domain/time';
import type { Viewer } from '../access/viewer';
import { Clock } from '../clock';
import { Database, updateVersioned } from '../database/database';
import { newId } from '../database/new-id';
import { onConflict } from '../problem/on-conflict';
import { problem } from '../problem/problem';
import { CalendarPeriod } from './calendar-period.entity';
import { Settings } from './settings';

/** School holidays and sitting weeks, by their days. Nothing refers to them: what is wrong is deleted. */
@Injectable()
export class CalendarPeriods {
  constructor(
    private readonly database: Database,
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<Page<CalendarPeriodView>> {
    return wholeList(await this.database.rows<CalendarPeriodView>(select(empty)));
  }

  /** Those that touch a time, both days included. */
  between(from: Day, to: Day): Promise<CalendarPeriodView[]> {
    return this.database.rows<CalendarPeriodView>(
      select(sql`where it.from_day <= ${to}::date and it.to_day >= ${from}::date`),
    );
  }

  find(id: string): Promise<CalendarPeriodView> {
    return this.database.found<CalendarPeriodView>(select(sql`where it.id = ${id}`));
  }

  async holidays(): Promise<HolidaysView> {
    const state = await this.state();
    const { year } = dayParts(berlinDay(this.clock.now()));
    return {
      state: stateNames[state],
      years: [year, year + 1].map((it) => ({ year: it, days: publicHolidays(it, state) })),
    };
  }

  /** The state whose public holidays count here. */
  async state(): Promise<StateKey> {
    return stateOfCounty((await this.settings.current()).countyKey);
  }

  /** All of them or none. */
  add(viewer: Viewer, periods: readonly SaveCalendarPeriod[]): Promise<{ ids: string[] }> {
    periods.forEach((it, index) => assertDays(it, `periods.${index}.`));
    return once(() =>
      this.database.write(viewer, 'calendar-period.add', async (tx) => {
        const rows = periods.map(({ kind, name, fromDay, toDay }) => ({
          ...{ id: newId(), kind, name: name.trim(), fromDay, toDay },
          version: 1,
        }));
        await tx.insert(CalendarPeriod, rows);
        return { ids: rows.map((it) => it.id) };
      }),
    );
  }

  change(viewer: Viewer, id: string, version: number, request: SaveCalendarPeriod): Promise<void> {
    assertDays(request, '');
    const { kind, name, fromDay, toDay } = request;
    return once(() =>
      this.database.write(viewer, 'calendar-period.change', (tx) =>
        updateVersioned(tx, CalendarPeriod, id, version, { kind, name: name.trim(), fromDay, toDay }),
      ),
    );
  }

  remove(viewer: Viewer, id: string): Promise<void> {
    return this.database.write(viewer, 'calendar-period.remove', async (tx) => {
      const { affected } = await tx.delete(CalendarPeriod, { id });
      if (!affected) throw problem(generalProblems, 'not-found');
    });
  }
}

function select(filter: Sql): Sql {
  return sql`select it.id, it.version, it.kind, it.name, it.from_day::text as "fromDay", it.to_day::text as "toDay"
    from calendar_period it ${filter} order by it.from_day, it.to_day, it.name, it.id`;
}

function once<T>(work: () => Promise<T>): Promise<T> {
  return onConflict(
    settingsProblems,
    {
      calendar_period_school_holidays_once: ['school-holidays-overlap', 'fromDay'],
      calendar_period_sitting_week_once: ['sitting-week-known', 'fromDay'],
    },
    work,
  );
}

function assertDays({ fromDay, toDay }: SaveCalendarPeriod, path: string): void {
  for (const [name, day] of [
    ['fromDay', fromDay],
    ['toDay', toDay],
  ] as const) {
    if (isDay(day)) continue;
    throw problem(generalProblems, 'invalid-input', [
      { path: `${path}${name}`, code: 'day', detail: 'Diesen Tag gibt es nicht.' },
    ]);
  }
  const days = daysBetween(fromDay, toDay);
  if (days < 0) throw problem(settingsProblems, 'period-ends-before-start', `${path}toDay`);
  if (days > 366) throw problem(settingsProblems, 'period-too-long', `${path}toDay`);
}
