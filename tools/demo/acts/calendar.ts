import { seriesDays } from '@runder-tisch/domain/meetings';
import { addDays, weekday } from '@runder-tisch/domain/time';
import { calendarPeriods, judgeSlots, meetingSeries } from '@runder-tisch/scenario/calendar';
import type { Client } from '@runder-tisch/scenario/client';
import { meeting, standardPoints } from '@runder-tisch/scenario/meetings';
import type { DemoStory } from '../story/demo-story';
import type { DemoTimeline } from '../story/timeline';

/** As the land has set them; these are facts and no demo. */
const schoolHolidays = [
  'Herbstferien 13.10.2025 – 18.10.2025',
  'Weihnachtsferien 22.12.2025 – 05.01.2026',
  'Winterferien 31.01.2026 – 06.02.2026',
  'Osterferien 30.03.2026 – 03.04.2026',
  'Pfingstferien 26.05.2026 – 29.05.2026',
  'Sommerferien 04.07.2026 – 14.08.2026',
  'Herbstferien 19.10.2026 – 30.10.2026',
  'Weihnachtsferien 21.12.2026 – 02.01.2027',
  'Winterferien 01.02.2027 – 05.02.2027',
  'Osterferien 22.03.2027 – 26.03.2027',
  'Pfingstferien 18.05.2027 – 21.05.2027',
  'Sommerferien 10.07.2027 – 20.08.2027',
  'Herbstferien 18.10.2027 – 22.10.2027',
  'Weihnachtsferien 20.12.2027 – 31.12.2027',
];

/** What the calendar has to know: holidays of schools, and five weeks in which the Kreistag sits. */
export async function addCalendar(story: DemoStory, admin: Client): Promise<void> {
  await calendarPeriods(admin, 'SCHOOL_HOLIDAY', schoolHolidays);
  const weeks = [-70, 16, 79, 142, 205].map((inDays) => {
    const day = story.day(inDays);
    const monday = addDays(day, 1 - weekday(day));
    return `${monday} ${addDays(monday, 4)} Sitzungswoche Kreistag (Demo)`;
  });
  await calendarPeriods(admin, 'SITTING_WEEK', weeks);
}

/** What every meeting of the network begins with. */
const eachTime = [
  { title: 'Begrüßung', minutes: 5, presenter: 'Koordination' },
  { title: 'Protokollkontrolle', minutes: 5 },
  { title: 'Offene Aufgaben', minutes: 15 },
  { title: 'Aktuelles aus den Einrichtungen', minutes: 40 },
  { title: 'Nächstes Treffen', minutes: 5 },
];

/** The year to come: a series of one network outside of the holidays, and a date of another that clashes with it. */
export function tellNextYear(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on(story.workday(-2), '11:30', async () => {
    const client = await story.as('coordinator');
    const networkId = story.id('networkIds', 'N1');
    const rule = { rhythm: 'MONTHS_WEEKDAY', every: 2, untilDay: story.day(400) } as const;
    const firstDay = story.workday(52);
    const days = seriesDays({ ...rule, firstDay });
    const { slots } = await judgeSlots(
      client,
      days.map((day) => `${day} 09:30–11:30`),
    );
    const working = slots.filter((it) => it.holiday === null && it.schoolHolidays.length === 0);
    const times = { startTime: '09:30', endTime: '11:30', place: 'Familienzentrum Bitterfeld (Demo)' };
    const facts = { title: 'Netzwerktreffen Frühe Hilfen (Demo)', networkId, day: firstDay, ...times };
    const standing = working.map((it) => it.day);
    await standardPoints(client, networkId, eachTime);
    await meetingSeries(client, { ...facts, agenda: [...eachTime] }, rule, standing);
    const [, second] = standing;
    if (!second) return;
    const other = { ...times, startTime: '10:00', endTime: '12:00', place: 'Kreishaus Köthen (Demo)' };
    await meeting(client, {
      title: 'Netzwerktreffen im Frühjahr (Demo)',
      networkId: story.id('networkIds', 'N2'),
      day: second,
      ...other,
    });
  });
}
