import { addDays } from '@runder-tisch/domain/time';
import { committee } from '@runder-tisch/scenario/lists';
import type { Client } from '@runder-tisch/scenario/client';
import { committeeSeat } from '@runder-tisch/scenario/council/committees';
import { changeControl, control, moveControl } from '@runder-tisch/scenario/council/controls';
import {
  agendaTopic,
  enterResult,
  matters,
  paperView,
  schedule,
  submittedPaper,
} from '@runder-tisch/scenario/council/papers';
import type { DemoStory } from '../../story/demo-story';
import type { DemoTimeline } from '../../story/timeline';

const SEATED = '2025-07-01';

/** Who sits in the Ausschuss, and what it and the Kreistag consult on: two resolutions under control, one paper half way, one before both. */
export function tellCouncil(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on(story.begin, '09:40', async () => {
    const planner = await story.as('planner');
    story.planned.set(
      'council',
      await committee(planner, {
        name: 'Kreistag (Demo)',
        kind: 'COUNTY_COUNCIL',
        rhythm: 'alle zwei Monate',
      }),
    );
  });
  // The sessions before it were kept without them.
  timeline.on(SEATED, '09:40', () => addSeats(story));
  adopted(timeline, '2025-07-03', {
    title: 'Jährlicher Bericht zum Stand der Sozialplanung (Demo)',
    proposal:
      'Die Verwaltung berichtet dem Kreistag jedes Jahr im September über den Stand der Sozialplanung.',
    reasoning: 'Aus früheren Plänen ist nicht bekannt, was aus den Empfehlungen wurde.',
    number: 'BV/0087/2025 (Demo)',
    resolutionNumber: '0087/2025',
  });
  adopted(timeline, '2026-01-29', {
    title: 'Barrierefreie Sprechzimmer in allen Kreishäusern (Demo)',
    proposal: 'In jedem Kreishaus mit Publikum gibt es bis Ende 2026 ein barrierefreies Sprechzimmer.',
    reasoning: 'In zwei von fünf Häusern ist das Beratungszimmer nur über Stufen zu erreichen.',
    number: 'BV/0014/2026 (Demo)',
    resolutionNumber: '0014/2026',
  });
  controlled(timeline, '2025-07-04', 'BV/0087/2025 (Demo)', async (planner, id) => {
    await moveControl(planner, id, 'stand', { nextOn: '2025-09-15', everyMonths: 12 });
  });
  controlled(timeline, '2026-01-30', 'BV/0014/2026 (Demo)', async (planner, id) => {
    await changeControl(planner, id, { unit: 'Amt für Gebäude (Demo)', dueOn: '2026-06-30' });
    await moveControl(planner, id, 'begin');
  });
  timeline.on(story.notBefore('2026-04-02', -30), '09:15', async () => {
    const id = story.plan('BV/0014/2026 (Demo), Kontrolle');
    const reason = 'Zwei Häuser sind fertig, im dritten fehlt die Genehmigung für die Rampe.';
    await moveControl(await story.as('planner'), id, 'delay', { reason, dueOn: story.monthEnd(150) });
  });
  timeline.on(story.notBefore('2026-04-02', -20), '10:40', async () => {
    const planner = await story.as('planner');
    const { id, consultations } = await submittedPaper(
      planner,
      {
        title: 'Gemeinsame Liste freier Plätze der Kurzzeitpflege (Demo)',
        proposal:
          'Der Landkreis unterstützt die Häuser dabei, freie Plätze täglich an einer Stelle zu nennen.',
        recommendationIds: [story.plan('respiteList')],
        ...fromPlanning,
      },
      [story.committeeId, story.plan('council')],
    );
    const [advising] = consultations;
    if (advising) {
      const decidedOn = story.notBefore('2026-04-02', -20);
      await enterResult(planner, advising, { decidedOn, votesYes: 10, votesNo: 0, votesAbstained: 2 });
    }
    story.planned.set('paper', id);
  });
  timeline.on(story.notBefore('2026-04-02', -4), '10:50', async () => {
    const { id } = await submittedPaper(
      await story.as('planner'),
      {
        title: 'Sammelanträge der Schulen für Bildung und Teilhabe (Demo)',
        proposal: 'Schulen stellen einmal im Schuljahr einen Antrag für alle berechtigten Kinder.',
        recommendationIds: [story.plan('collectiveForm')],
        ...fromPlanning,
      },
      [story.committeeId, story.plan('council')],
    );
    story.planned.set('scheduledPaper', id);
  });
  timeline.on(story.workday(-3), '11:30', () => fillNextSession(story));
}

/** What the Ausschuss will talk about: a paper as an item of its own, a Befund and a Schwerpunkt under the fourth. */
async function fillNextSession(story: DemoStory): Promise<void> {
  const planner = await story.as('planner');
  const meetingId = story.plan('nextSession');
  const { consultations } = await paperView(planner, story.plan('scheduledPaper'));
  if (consultations[0]) await schedule(planner, consultations[0], meetingId);
  const { items } = await matters(planner, meetingId);
  const agendaItemId = items[3]?.id ?? '';
  await agendaTopic(planner, meetingId, { agendaItemId, kind: 'finding', objectId: story.plan('late') });
  await agendaTopic(planner, meetingId, { agendaItemId, kind: 'priority', objectId: story.plan('access') });
}

const fromPlanning = { applicant: 'Landrat', unit: 'Stabsstelle Sozialplanung (Demo)' };

/** First the Ausschuss, two weeks later the Kreistag. */
function adopted(
  timeline: DemoTimeline,
  day: string,
  facts: { title: string; proposal: string; reasoning: string; number: string; resolutionNumber: string },
): void {
  const { story } = timeline;
  const { resolutionNumber, ...paper } = facts;
  let id = '';
  timeline.on(addDays(day, -21), '10:20', async () => {
    const bodies = [story.committeeId, story.plan('council')];
    ({ id } = await submittedPaper(await story.as('planner'), { ...paper, ...fromPlanning }, bodies));
    story.planned.set(facts.number, id);
  });
  const decided = (on: string, place: number, result: Parameters<typeof enterResult>[2]): void =>
    timeline.on(on, '19:40', async () => {
      const planner = await story.as('planner');
      const consultation = (await paperView(planner, id)).consultations[place];
      if (consultation) await enterResult(planner, consultation, { decidedOn: on, ...result });
    });
  decided(addDays(day, -14), 0, { votesYes: 11, votesNo: 0, votesAbstained: 1 });
  decided(day, 1, { votesYes: 38, votesNo: 2, votesAbstained: 4, resolutionNumber });
}

/** What the Kreistag decided is to be put into practice, and it wants to hear how. */
function controlled(
  timeline: DemoTimeline,
  day: string,
  number: string,
  tell: (planner: Client, id: string) => Promise<void>,
): void {
  const { story } = timeline;
  timeline.on(day, '09:30', async () => {
    const planner = await story.as('planner');
    const { consultations } = await paperView(planner, story.plan(number));
    const id = await control(planner, consultations[1]?.id ?? '');
    story.planned.set(`${number}, Kontrolle`, id);
    await tell(planner, id);
  });
}

/** Three who vote, one who advises, a deputy and a seat nobody holds. */
async function addSeats(story: DemoStory): Promise<void> {
  const planner = await story.as('planner');
  const term = 'Wahlperiode 2024–2029';
  const seat = (facts: Parameters<typeof committeeSeat>[2]) =>
    committeeSeat(planner, story.committeeId, { term, ...facts });
  const fromDay = SEATED;
  const person = (key: string): string => story.id('personIds', key);
  await seat({ personId: person('chair'), office: 'Vorsitz', fromDay });
  const member = await seat({ personId: person('reader'), fromDay });
  await seat({ personId: person('councillor'), deputyOfId: member, fromDay });
  await seat({ personId: person('parents'), office: 'sachkundige Einwohnerin', voting: false, fromDay });
  await seat({ fromDay });
}
