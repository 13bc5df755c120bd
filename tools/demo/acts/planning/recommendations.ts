import { ImportWorker } from '@runder-tisch/api/create-app';
import type { RecommendationListItem } from '@runder-tisch/domain/findings';
import type { SaveDecision, SaveRecommendation } from '@runder-tisch/domain/findings/recommendation-requests';
import type { Page } from '@runder-tisch/domain/lists';
import { decide, moveRecommendation, recommendation } from '@runder-tisch/scenario/findings';
import { suggestedColumns, uploadedList } from '@runder-tisch/scenario/imports';
import type { DemoStory } from '../../story/demo-story';
import type { DemoTimeline } from '../../story/timeline';

const SUMMER = '2025-07-03';
const WINTER = '2025-12-11';
const JANUARY = '2026-01-29';
const SPRING = '2026-03-12';

/** Three Empfehlungen of earlier plans, seven decided by the Kreistag, two that wait for it and one still written. */
export function tellRecommendations(timeline: DemoTimeline): void {
  tellEarlierPlans(timeline);
  tellSummer(timeline);
  tellVillages(timeline);
  tellCourses(timeline);
  tellSpring(timeline);
  tellWaiting(timeline);
}

/** The list of recommendations somebody kept since 2018, as it is taken over at Akteure › Import. */
function tellEarlierPlans(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on('2025-06-24', '10:15', async () => {
    const planner = await story.as('planner');
    const list = await uploadedList(
      planner,
      'Empfehlungen früherer Pläne (Demo).csv',
      earlier,
      'recommendations',
    );
    await planner.post(`/api/imports/${list.id}/check`, { columns: suggestedColumns(list) });
    await story.world.app.get(ImportWorker).runDue();
    await planner.post(`/api/imports/${list.id}/apply`, {});
    await story.world.app.get(ImportWorker).runDue();
    const { items } = await planner.get<Page<RecommendationListItem>>('/api/recommendations?limit=100');
    for (const [key, word] of Object.entries({
      debts: 'mobile',
      barriers: 'Kreisgebäude',
      schools: 'Sekundarschule',
    })) {
      const found = items.find(({ excerpt }) => excerpt.includes(word));
      if (found) story.planned.set(key, found.id);
    }
  });
}

const earlier = [
  'Empfehlung;Jahr;Handlungsfeld;Plan;Adressat;Gremium;Datum;Ergebnis;Vorlage;Beschlossener Wortlaut;Begründung',
  'Der Landkreis richtet eine mobile Schuldnerberatung ein, die jede Gemeinde einmal in der Woche anfährt.;2018;Soziale Lage;Teilplan Beratung 2018 (Demo);Kreistag;Kreistag;14.06.2018;geändert angenommen;BV/0211/2018 (Demo);Der Landkreis fördert Außenstellen der Schuldnerberatung an einem Tag in der Woche, beginnend in Zerbst.;Fahrzeug und Personal für eine mobile Beratung sind nicht zu finanzieren.',
  'Alle Kreisgebäude mit Publikum werden gemeinsam mit Menschen mit Behinderung auf Barrieren geprüft.;2020;Pflege und Teilhabe;Teilhabeplan 2020 (Demo);Landrat;Kreistag;10.12.2020;angenommen;BV/0174/2020 (Demo);;',
  'An jeder Sekundarschule des Landkreises arbeitet mindestens eine Person unbefristet in der Schulsozialarbeit.;2020;Kinder- und Jugendhilfe;Jugendhilfeplan 2020 (Demo);Kreistag;Kreistag;10.12.2020;angenommen;BV/0179/2020 (Demo);;',
].join('\n');

function tellSummer(timeline: DemoTimeline): void {
  proposed(timeline, '2025-06-17', {
    key: 'officeHours',
    wording:
      'Wohngeldstelle, Jobcenter und Beratungsstellen bieten in jedem der drei Planungsräume einmal im Monat eine gemeinsame Sprechstunde an.',
    field: 'Öffentliche Sozialleistungen',
    priority: 'access',
    year: 2025,
    measureOfSuccess: 'In drei von drei Planungsräumen findet die Sprechstunde jeden Monat statt.',
    feasibility: 'Die Sprechstunde in Bitterfeld-Wolfen zeigt, dass zwei Stunden im Monat genügen.',
    relevance: 'Bescheide werden geklärt, bevor Mietschulden entstehen.',
    dueOn: '2025-12-31',
    costs: [
      { budgetYear: 2025, oneOff: 800, yearly: 2400 },
      { budgetYear: 2026, oneOff: 0, yearly: 5800 },
    ],
  });
  proposed(timeline, '2025-06-17', {
    key: 'standard',
    wording:
      'Der Landkreis vereinbart mit Kliniken, Kostenträgern und Suchtberatung einen Standard, nach dem zwischen Entgiftung und Reha höchstens 14 Tage liegen.',
    field: 'Gesundheit und medizinische Versorgung',
    priority: 'passage',
    year: 2025,
    measureOfSuccess: 'In 80 % der Fälle liegen höchstens 14 Tage dazwischen.',
    relevance: 'In der Lücke werden viele rückfällig.',
    dueOn: '2026-06-30',
    costNeutral: true,
  });
  decided(timeline, SUMMER, 'officeHours', {
    result: 'ACCEPTED',
    reference: 'BV/0088/2025 (Demo)',
    votesYes: 39,
    votesNo: 2,
    votesAbstained: 3,
  });
  decided(timeline, SUMMER, 'standard', {
    result: 'ACCEPTED',
    reference: 'BV/0089/2025 (Demo)',
    votesYes: 44,
    votesNo: 0,
    votesAbstained: 0,
  });
}

function tellVillages(timeline: DemoTimeline): void {
  proposed(timeline, '2025-11-13', {
    key: 'dialogues',
    wording:
      'Der Landkreis lädt im Jahr 2026 zu sechs Dorfdialogen ein und richtet danach vier Kümmererstellen in Ortsteilen ein.',
    field: 'Demografie und Sozialstruktur',
    priority: 'places',
    year: 2025,
    measureOfSuccess: 'Sechs Dorfdialoge haben stattgefunden, vier Stellen sind besetzt.',
    feasibility: 'Das Bürgernetz bringt Erfahrung mit einer Dorfkümmerin mit.',
    dueOn: '2026-11-30',
    costs: [
      { budgetYear: 2026, oneOff: 7200, yearly: 24_000 },
      { budgetYear: 2027, oneOff: 0, yearly: 48_000 },
    ],
  });
  advised(timeline, '2025-11-27', 'dialogues', {
    result: 'CHANGED',
    wording: 'Der Landkreis lädt im Jahr 2026 zu vier Dorfdialogen ein.',
    reason: 'Der Ausschuss möchte erst die Dialoge auswerten.',
    votesYes: 8,
    votesNo: 3,
    votesAbstained: 1,
  });
  decided(timeline, WINTER, 'dialogues', {
    result: 'CHANGED',
    reference: 'BV/0141/2025 (Demo)',
    wording:
      'Der Landkreis lädt im Jahr 2026 zu vier Dorfdialogen ein und richtet danach zwei neue Kümmererstellen in Ortsteilen ein.',
    reason: 'Der Haushalt trägt zunächst zwei Stellen; über weitere wird nach den Dialogen entschieden.',
    votesYes: 33,
    votesNo: 7,
    votesAbstained: 5,
  });
}

function tellCourses(timeline: DemoTimeline): void {
  proposed(timeline, '2026-01-08', {
    key: 'courses',
    wording:
      'Die Kursträger der drei Planungsräume bilden einen Verbund, in dem nach B1 niemand länger als acht Wochen auf den Anschlusskurs wartet.',
    field: 'Migration und Integration',
    priority: 'arriving',
    year: 2026,
    measureOfSuccess: 'Die Wartezeit auf den Anschlusskurs beträgt höchstens acht Wochen.',
    dueOn: '2026-02-28',
    costs: [
      { budgetYear: 2026, oneOff: 2500, yearly: 7200 },
      { budgetYear: 2027, oneOff: 0, yearly: 7200 },
    ],
  });
  decided(timeline, JANUARY, 'courses', {
    result: 'ACCEPTED',
    reference: 'BV/0012/2026 (Demo)',
    votesYes: 36,
    votesNo: 5,
    votesAbstained: 2,
  });
}

function tellSpring(timeline: DemoTimeline): void {
  proposed(timeline, '2026-02-03', {
    key: 'fosterFamilies',
    wording:
      'Der Landkreis wirbt ein Jahr lang um Familien, die kurzfristig ein Kind aufnehmen, und gewinnt sechs weitere.',
    field: 'Kinder- und Jugendhilfe',
    priority: 'family',
    year: 2026,
    measureOfSuccess: 'Sechs Familien mehr stehen bereit.',
    dueOn: '2026-05-31',
    costs: [{ budgetYear: 2026, oneOff: 9500, yearly: 0 }],
  });
  proposed(timeline, '2026-02-03', {
    key: 'energyFund',
    wording: 'Der Landkreis richtet einen Fonds ein, der Strom- und Heizschulden von Familien vorstreckt.',
    field: 'Soziale Lage',
    priority: 'access',
    year: 2026,
    measureOfSuccess: 'Keiner Familie mit Kindern wird der Strom gesperrt.',
    dueOn: '2026-10-01',
    costs: [{ budgetYear: 2026, oneOff: 60_000, yearly: 12_000 }],
  });
  proposed(timeline, '2026-02-03', {
    key: 'interpreting',
    wording:
      'Praxen und Ämter können den Sprachmittlungspool mit einem Anruf nutzen; der Landkreis übernimmt bis zu 200 Einsätze im Jahr.',
    field: 'Migration und Integration',
    priority: 'arriving',
    year: 2026,
    measureOfSuccess: '200 Einsätze im Jahr, kein Kind übersetzt.',
    dueOn: '2026-12-31',
    costs: [{ budgetYear: 2026, oneOff: 0, yearly: 9000 }],
  });
  advised(timeline, '2026-03-05', 'energyFund', {
    result: 'REJECTED',
    reason: 'Ein Fonds ersetzt nicht, was Jobcenter und Versorger leisten müssen.',
    votesYes: 4,
    votesNo: 7,
    votesAbstained: 1,
  });
  decided(timeline, SPRING, 'fosterFamilies', {
    result: 'ACCEPTED',
    reference: 'BV/0031/2026 (Demo)',
    votesYes: 45,
    votesNo: 0,
    votesAbstained: 0,
  });
  decided(timeline, SPRING, 'energyFund', {
    result: 'REJECTED',
    reference: 'BV/0032/2026 (Demo)',
    reason:
      'Der Landkreis darf Schulden bei Versorgern nicht vorstrecken. Die Beratungsstellen sollen stattdessen früher einbezogen werden.',
    votesYes: 14,
    votesNo: 27,
    votesAbstained: 4,
  });
  decided(timeline, SPRING, 'interpreting', {
    result: 'ACCEPTED',
    reference: 'BV/0033/2026 (Demo)',
    votesYes: 29,
    votesNo: 11,
    votesAbstained: 5,
  });
}

/** Two wait for the Kreistag, one of them put off by the Ausschuss; one is still being written. */
function tellWaiting(timeline: DemoTimeline): void {
  const { story } = timeline;
  proposed(timeline, story.notBefore('2026-03-31', -62), {
    key: 'respiteList',
    wording:
      'Die Einrichtungen der Kurzzeitpflege führen eine gemeinsame Liste freier Plätze, die jeden Tag stimmt und die Angehörige anrufen können.',
    field: 'Pflege und Teilhabe',
    priority: 'places',
    year: 2026,
    measureOfSuccess: '80 % der Plätze stehen tagesaktuell in der Liste.',
    dueOn: story.monthEnd(220),
    costs: [{ budgetYear: 2027, oneOff: 6000, yearly: 1200 }],
  });
  advised(timeline, story.notBefore('2026-04-01', -40), 'respiteList', {
    result: 'DEFERRED',
    reason: 'Der Ausschuss möchte erst die Häuser hören.',
  });
  proposed(timeline, story.notBefore('2026-04-01', -18), {
    key: 'collectiveForm',
    wording:
      'Schulen beantragen Leistungen für Bildung und Teilhabe einmal im Schuljahr für alle berechtigten Kinder gemeinsam.',
    field: 'Öffentliche Sozialleistungen',
    priority: 'access',
    year: 2026,
    measureOfSuccess: 'Der Anteil der Berechtigten, die die Leistungen nutzen, steigt um 10 Prozentpunkte.',
    feasibility: 'Drei Schulen würden beginnen.',
    dueOn: '2027-08-01',
    costs: [{ budgetYear: 2027, oneOff: 14_000, yearly: 6000 }],
  });
  timeline.on(story.notBefore('2026-04-01', -7), '16:00', () =>
    write(story, {
      key: 'guides',
      wording:
        'Der Landkreis fördert Antragslotsinnen und Antragslotsen, die ältere Menschen bei der Grundsicherung begleiten.',
      field: 'Öffentliche Sozialleistungen',
      priority: 'access',
      year: 2026,
      measureOfSuccess: '60 Erstberatungen im Jahr',
      dueOn: null,
      costs: [],
    }),
  );
}

interface DemoRecommendation extends Partial<Omit<SaveRecommendation, 'fieldId' | 'priorityIds'>> {
  key: string;
  wording: string;
  field: string;
  priority: string;
}

async function write(story: DemoStory, facts: DemoRecommendation): Promise<string> {
  const { key, field, priority, ...rest } = facts;
  const id = await recommendation(await story.as('planner'), {
    fundingSource: rest.costNeutral ? '' : 'Kreishaushalt',
    ...(rest.costNeutral ? { costs: [] } : {}),
    ...rest,
    fieldId: story.id('fieldIds', field),
    priorityIds: [story.plan(priority)],
  });
  story.planned.set(key, id);
  return id;
}

function proposed(timeline: DemoTimeline, day: string, facts: DemoRecommendation): void {
  const { story } = timeline;
  timeline.on(day, '11:10', async () => {
    const id = await write(story, facts);
    await moveRecommendation(await story.as('planner'), id, 'submit');
  });
}

type Decided = Partial<SaveDecision> & Pick<SaveDecision, 'result'>;

/** What the Ausschuss thinks of it; the Kreistag decides. */
function advised(timeline: DemoTimeline, day: string, key: string, facts: Decided): void {
  const { story } = timeline;
  timeline.on(day, '18:30', async () => {
    await decide(await story.as('planner'), story.plan(key), {
      committeeId: story.committeeId,
      decidedOn: day,
      ...facts,
    });
  });
}

function decided(timeline: DemoTimeline, day: string, key: string, facts: Decided): void {
  const { story } = timeline;
  timeline.on(day, '19:30', async () => {
    await decide(await story.as('planner'), story.plan(key), { decidedOn: day, final: true, ...facts });
  });
}
