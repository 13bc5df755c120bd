import { Injectable } from '@nestjs/common';
import { seriesDays, type SeriesMadeView, yearProblems } from '@runder-tisch/domain/meetings';
import type { PlanMeeting } from '@runder-tisch/domain/meetings/meetings-requests';
import type { PlanSeries } from '@runder-tisch/domain/meetings/year/year-requests';
import { addDays, daysBetween, isDay } from '@runder-tisch/domain/time';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { newId } from '../../database/new-id';
import { problem } from '../../problem/problem';
import { MeetingSeries } from './meeting-series.entity';
import { MeetingsService } from './meetings.service';

/**
 * Several meetings in one step: a rule says the days, people say which of them stand. Each is a meeting like any other,
 * with its own list, agenda and entry in calendars; nobody is invited to a year of dates at once.
 */
@Injectable()
export class SeriesService {
  constructor(
    private readonly database: Database,
    private readonly meetings: MeetingsService,
    private readonly clock: Clock,
  ) {}

  create(viewer: Viewer, request: PlanSeries): Promise<SeriesMadeView> {
    const { plan, rule, fixed } = request;
    const { day: firstDay, startTime, endTime } = plan.meeting;
    if (!isDay(firstDay) || startTime === '' || endTime === '')
      throw problem(yearProblems, 'series-needs-first-day', 'plan.meeting.day');
    const known = new Set(seriesDays({ ...rule, firstDay }));
    const days = [...new Set(request.days)].sort();
    const foreign = days.findIndex((day) => !known.has(day));
    if (foreign >= 0) throw problem(yearProblems, 'series-day-outside', `days.${foreign}`);
    return this.database.write(viewer, 'meeting.create-series', async (tx) => {
      const seriesId = newId();
      await tx.insert(MeetingSeries, {
        ...{ id: seriesId, rhythm: rule.rhythm, every: rule.every, firstDay, untilDay: rule.untilDay },
        ...{ startTime, endTime, createdAt: this.clock.now(), version: 1 },
      });
      const meetingIds: string[] = [];
      for (const day of days) {
        const previous = meetingIds.at(-1) ?? plan.meeting.previousMeetingId;
        const { id } = await this.meetings.createIn(tx, viewer, on(day, plan, previous), {
          seriesId,
          seriesDay: day,
        });
        if (fixed) await this.meetings.scheduleIn(tx, viewer, id);
        meetingIds.push(id);
      }
      return { seriesId, meetingIds };
    });
  }
}

/** The plan on another day: answers are asked for as long before it as before the first. */
function on(day: string, plan: PlanMeeting, previousMeetingId: string | null): PlanMeeting {
  const { meeting } = plan;
  const answerUntilDay = isDay(meeting.answerUntilDay)
    ? addDays(day, daysBetween(meeting.day, meeting.answerUntilDay))
    : '';
  return { ...plan, send: false, meeting: { ...meeting, day, answerUntilDay, previousMeetingId } };
}
