import type { MeasureKind, OverridingStatus } from '@runder-tisch/domain/measures';
import { SaveMeasure } from '@runder-tisch/domain/measures/measures-requests';
import { changeMeasure, measure, measureView, moveMeasure } from '@runder-tisch/scenario/measures';
import { demoData } from '../../demo-data';
import type { DemoStory } from '../../story/demo-story';
import type { DemoTimeline } from '../../story/timeline';

interface DemoMeasure {
  key: string;
  kind: MeasureKind;
  title: string;
  field: string;
  lead: string;
  person: string;
  partners: string[];
  due: string;
  starts: string | null;
  target: string;
  description: string;
  fundingSource: string;
  funder?: string;
  costs: { year: number; oneOff: number; yearly: number }[];
  milestones: { title: string; dueOn: string; doneOn: string | null }[];
}

/** The twelve of the demo year with the days they first had. */
const demoMeasures = JSON.parse(demoData('measures.json')) as readonly DemoMeasure[];

/** They are entered when they are adopted, begin, rest, end, and some get more time. */
export function tellMeasures(timeline: DemoTimeline): void {
  const { story } = timeline;
  entered(timeline, '2025-07-08', 'MS02', ['officeHours']);
  entered(timeline, '2025-07-08', 'MS07', ['schools']);
  entered(timeline, '2025-07-08', 'MS06', [], 'Aufgabe des Gesundheitsamts, kein Beschluss nötig');
  entered(timeline, '2025-08-14', 'MS10', ['barriers']);
  entered(timeline, '2025-09-02', 'MS05', ['standard'], '', false);
  entered(timeline, '2025-12-16', 'MS12', ['dialogues'], '', false);
  entered(timeline, '2025-12-16', 'MS01', ['debts'], '', false);
  entered(timeline, '2026-02-03', 'MS11', ['courses']);
  entered(timeline, '2026-03-17', 'MS08', ['fosterFamilies']);
  timeline.on('2026-02-02', '09:00', () => move(story, 'MS01', 'start'));
  timeline.on('2026-03-02', '09:00', () => move(story, 'MS12', 'start'));
  timeline.on('2025-09-30', '15:00', () => move(story, 'MS10', 'complete', { on: '2025-09-26' }));
  timeline.on('2026-04-16', '15:00', () => move(story, 'MS06', 'complete', { on: '2026-04-15' }));

  timeline.on('2026-01-08', '14:00', () => change(story, 'MS02', { dueOn: story.monthEnd(190) }));
  timeline.on('2026-03-30', '14:00', async () => {
    await change(story, 'MS01', { dueOn: story.monthEnd(128), fundingUntil: story.monthEnd(128) });
    await change(story, 'MS11', { dueOn: story.monthEnd(200) });
    await change(story, 'MS08', { dueOn: story.monthEnd(68) });
  });
  tellProposed(timeline);
  tellPresent(timeline);
}

/** What still waits for its Beschluss, and the step that need not wait. */
function tellProposed(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on(story.notBefore('2026-04-01', -61), '15:40', () =>
    write(story, 'MS09', {
      recommendationIds: [story.plan('respiteList')],
      startsOn: story.monthEnd(130),
      dueOn: story.monthEnd(220),
    }),
  );
  timeline.on(story.notBefore('2026-04-02', -17), '15:40', () =>
    write(story, 'MS04', {
      recommendationIds: [story.plan('collectiveForm')],
      startsOn: story.monthEnd(100),
      dueOn: story.monthEnd(250),
    }),
  );
  timeline.on(story.notBefore('2026-03-19', -240), '10:00', () => write(story, 'MS03'));
  timeline.on(story.notBefore('2026-04-02', -6), '16:20', () =>
    change(story, 'MS03', {
      startsOn: story.monthEnd(50),
      dueOn: story.monthEnd(310),
      recommendationIds: [story.plan('guides')],
      milestones: [
        {
          id: null,
          title: 'Schulung der ersten acht Ehrenamtlichen',
          dueOn: story.monthEnd(70),
          doneOn: null,
        },
      ],
    }),
  );
}

function tellPresent(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on(story.notBefore('2026-07-31', -100), '09:30', () =>
    move(story, 'MS07', 'pause', {
      reason:
        'Die halbe Stelle ist im Juli ausgelaufen. Über die Finanzierung der ganzen entscheidet das Land im Frühjahr.',
    }),
  );
  const late = story.workday(-9);
  timeline.on(story.notBefore('2026-04-03', -30), '11:30', async () => {
    const { milestones } = await measureView(await story.as('planner'), story.plan('MS08'));
    await change(story, 'MS08', {
      milestones: [
        ...milestones,
        { id: null, title: 'Sechs Familien sind geschult', dueOn: late, doneOn: null },
      ],
    });
    await change(story, 'MS01', {
      milestones: [
        ...(await measureView(await story.as('planner'), story.plan('MS01'))).milestones,
        { id: null, title: 'Antrag auf Anschlussförderung gestellt', dueOn: story.workday(24), doneOn: null },
      ],
    });
    await change(story, 'MS12', {
      milestones: [
        ...(await measureView(await story.as('planner'), story.plan('MS12'))).milestones,
        { id: null, title: 'Erste Kümmererstelle ausgeschrieben', dueOn: story.workday(5), doneOn: null },
      ],
    });
  });
  timeline.on(story.notBefore('2026-04-06', -3), '09:15', () =>
    override(
      story,
      'MS08',
      'ON_TRACK',
      'Fünf Familien sind geschult, die sechste hat ihren Termin im Dezember.',
    ),
  );
}

/** Adopted by the recommendations it carries out, or for another reason; most begin at once. */
function entered(
  timeline: DemoTimeline,
  day: string,
  key: string,
  recommendations: string[],
  reason = '',
  begins = true,
): void {
  const { story } = timeline;
  timeline.on(day, '10:20', async () => {
    await write(story, key, { recommendationIds: recommendations.map((it) => story.plan(it)) });
    await move(story, key, 'approve', { reason });
    if (begins) await move(story, key, 'start');
  });
}

async function write(story: DemoStory, key: string, more: Partial<SaveMeasure> = {}): Promise<void> {
  const facts = demoMeasures.find((it) => it.key === key);
  if (!facts) throw new Error(`Die Demo hat keine Maßnahme ${key}.`);
  const { kind, title, target, description, fundingSource, costs } = facts;
  const id = await measure(await story.as('planner'), {
    ...{ kind, title, target, description, fundingSource, costs },
    fieldId: story.id('fieldIds', facts.field),
    leadOrganisationId: story.id('organisationIds', facts.lead),
    leadPersonId: story.id('personIds', facts.person),
    partnerIds: facts.partners.map((it) => story.id('organisationIds', it)),
    startsOn: facts.starts,
    dueOn: facts.due,
    costNeutral: costs.length === 0,
    funder: facts.funder ?? '',
    milestones: facts.milestones.map((it) => ({ ...it, id: null })),
    ...more,
  });
  story.planned.set(key, id);
}

async function change(story: DemoStory, key: string, changes: Partial<SaveMeasure>): Promise<void> {
  await changeMeasure(await story.as('planner'), story.plan(key), changes);
}

async function move(story: DemoStory, key: string, ...how: MoveOfMeasure): Promise<void> {
  await moveMeasure(await story.as('planner'), story.plan(key), ...how);
}

type MoveOfMeasure = Parameters<typeof moveMeasure> extends [unknown, unknown, ...infer Rest] ? Rest : never;

async function override(
  story: DemoStory,
  key: string,
  status: OverridingStatus,
  reason: string,
): Promise<void> {
  const planner = await story.as('planner');
  const { id, version } = await measureView(planner, story.plan(key));
  await planner.put(`/api/measures/${id}/status`, { status, reason }, version);
}
