import { berlinDay, type Day } from '@runder-tisch/domain/time';
import type { DemoStory } from './demo-story';
import { type DemoMeeting, plan, answerByLink, answerByPhone, hold, approveAndSend } from './meetings';
import { type Treatment, treat } from './voices';

/** What happened when, told in the order of the days whatever the order it is written in. */
export class DemoTimeline {
  private readonly steps: { day: string; clock: string; tell: () => Promise<unknown> }[] = [];

  constructor(readonly story: DemoStory) {}

  on(day: string, clock: string, tell: () => Promise<unknown>): void {
    this.steps.push({ day, clock, tell });
  }

  /** Until the day of the demo: what would come later has not happened yet. */
  async run(): Promise<void> {
    const today = berlinDay(this.story.world.today);
    const order = (it: { day: string; clock: string }): string => `${it.day} ${it.clock}`;
    const told = this.steps.filter((it) => it.day <= today);
    told.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
    for (const { day, clock, tell } of told) {
      this.story.at(day, clock);
      await tell();
    }
  }
}

export interface MeetingInTime {
  /** Days of the mails, of the answers and of the approved minutes. */
  invited: string;
  answered: string;
  approved?: string;
  coming: readonly string[];
  declined?: Record<string, string>;
  byPhone?: string;
  guests?: readonly string[];
}

/** What later steps refer to. */
export interface ToldMeeting {
  id: string;
  said: string[];
}

/** A meeting from the invitation to the protocol. */
export function tellMeeting(timeline: DemoTimeline, meeting: DemoMeeting, when: MeetingInTime): ToldMeeting {
  const { story } = timeline;
  const told: ToldMeeting = { id: '', said: [] };
  timeline.on(when.invited, '10:00', async () => {
    told.id = await plan(story, meeting, true);
  });
  tellRest(timeline, meeting, when, told);
  return told;
}

/** The same from the answers on, where the invitations went out in another way. */
export function tellRest(
  timeline: DemoTimeline,
  meeting: DemoMeeting,
  when: MeetingInTime,
  told: ToldMeeting,
): void {
  const { story } = timeline;
  timeline.on(when.answered, '15:00', async () => {
    await Promise.all([
      ...when.coming.map((person) => answerByLink(story, told.id, person, 'ACCEPTED')),
      ...Object.entries(when.declined ?? {}).map(([person, message]) =>
        answerByLink(story, told.id, person, 'DECLINED', { message }),
      ),
    ]);
    if (when.byPhone) await answerByPhone(story, told.id, when.byPhone, 'TENTATIVE');
  });
  timeline.on(meeting.day, meeting.start, async () => {
    told.said.push(...(await hold(story, told.id, meeting, when.coming, when.guests)));
  });
  if (when.approved) timeline.on(when.approved, '09:20', () => approveAndSend(story, told.id, meeting.by));
}

/** Each Hinweis of a meeting, in the order in which they were said. */
export function treatAll(
  timeline: DemoTimeline,
  day: Day,
  told: ToldMeeting,
  treatments: readonly Treatment[],
): void {
  timeline.on(day, '10:00', async () => {
    await Promise.all(
      treatments.map(async (steps, index) => {
        const id = told.said[index];
        if (id) await treat(timeline.story, id, steps);
      }),
    );
  });
}
