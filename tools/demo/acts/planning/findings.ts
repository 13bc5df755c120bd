import type { FormatListItem } from '@runder-tisch/domain/formats';
import type { Page } from '@runder-tisch/domain/lists';
import { argument } from '@runder-tisch/scenario/condensing';
import {
  addEvidence,
  changeFinding,
  changePriority,
  finding,
  moveFinding,
  movePriority,
  priority,
} from '@runder-tisch/scenario/findings';
import type { DemoStory } from '../../story/demo-story';
import type { DemoTimeline } from '../../story/timeline';

interface DemoFinding {
  key: string;
  statement: string;
  caveat?: string;
  field: string;
  area?: string;
  /** What many said, as an argument of its own that speaks for the Befund. */
  argument?: {
    key: string;
    title: string;
    summary: string;
    lines: number[];
    /** What one of them says beside it. */
    individual?: { line: number; words: string };
  };
  /** Lines of `data/feedback.jsonl`. */
  lines?: number[];
  /** The beginning of the title of a format whose results speak for it. */
  format?: string;
  silence?: string;
}

interface DemoPriority {
  key: string;
  title: string;
  description: string;
  field: string;
  findings: string[];
}

/** The planner condenses what was said: before the session of June, after the conferences, and again in the present. */
export function tellFindings(timeline: DemoTimeline): void {
  const { story } = timeline;
  found(timeline, '2025-05-27', [
    {
      key: 'late',
      statement:
        'Leistungen, die vor Schulden und Wohnungsverlust schützen sollen, kommen oft Monate zu spät.',
      caveat:
        'Die Bearbeitungszeiten hat bisher nur die Beratung berichtet. Zahlen der Wohngeldstelle sind angefragt.',
      field: 'Öffentliche Sozialleistungen',
      argument: {
        key: 'waiting',
        title: 'Zwischen Antrag und Bescheid vergeht zu viel Zeit',
        summary:
          'Wer auf einen Bescheid wartet, gerät in Rückstand. Die Beratung verhandelt dann Schulden, die nicht nötig wären.',
        lines: [21, 16],
        individual: { line: 16, words: 'Hier sind es vor allem Strom- und Heizkosten.' },
      },
      format: 'Fachgespräch',
    },
    {
      key: 'detox',
      statement:
        'Zwischen Entgiftung und Reha liegt eine Lücke von mehreren Wochen, in der viele rückfällig werden.',
      caveat: 'Angaben einer Beratungsstelle; wie es in den anderen ist, wird noch gefragt.',
      field: 'Gesundheit und medizinische Versorgung',
      lines: [14],
      format: 'Fachgespräch',
    },
    {
      key: 'numbers',
      statement:
        'Ohne Zahlen nach Gemeinde, Alter und Haushalt lässt sich nicht sagen, wen die Leistungen nicht erreichen.',
      field: 'Öffentliche Sozialleistungen',
      lines: [24],
    },
  ]);
  prioritised(timeline, '2025-06-10', [
    {
      key: 'access',
      title: 'Leistungen kommen rechtzeitig an',
      description:
        'Wer Anspruch hat, soll ihn kennen, verstehen und rechtzeitig bekommen – ohne Umweg über Schulden.',
      field: 'Öffentliche Sozialleistungen',
      findings: ['late', 'numbers'],
    },
    {
      key: 'passage',
      title: 'Übergänge in der Gesundheitsversorgung ohne Lücke',
      description: 'Niemand soll zwischen zwei Hilfen allein bleiben.',
      field: 'Gesundheit und medizinische Versorgung',
      findings: ['detox'],
    },
  ]);
  found(timeline, '2025-11-11', [
    {
      key: 'villages',
      statement:
        'In vielen Ortsteilen um Zerbst sind Pflege, Praxis und Einkauf ohne Auto nicht zu erreichen.',
      field: 'Pflege und Teilhabe',
      area: 'Zerbst',
      argument: {
        key: 'car',
        title: 'Ohne Auto ist man abgehängt',
        summary:
          'Praxis, Berufsschule und Pflege liegen zu weit weg, und der Bus fährt zu früh oder gar nicht.',
        lines: [10, 11],
      },
      format: 'Planungsraumkonferenz',
      silence: 'Von Pflegediensten aus dem Westen des Landkreises kam nichts.',
    },
    {
      key: 'volunteers',
      statement: 'Das Ehrenamt trägt die Ortsteile, wird älter und findet kaum Nachfolge.',
      caveat: 'Gefragt wurden Vorstände, nicht die Jüngeren selbst.',
      field: 'Demografie und Sozialstruktur',
      area: 'Zerbst',
      lines: [1, 3, 4],
    },
  ]);
  prioritised(timeline, '2025-11-12', [
    {
      key: 'places',
      title: 'Pflege und Alltag in den Ortsteilen',
      description:
        'Wer auf dem Dorf alt wird, soll dort bleiben können: mit Pflege, Bus und Menschen, die sich kümmern.',
      field: 'Pflege und Teilhabe',
      findings: ['villages', 'volunteers'],
    },
  ]);
  found(timeline, '2025-12-18', [
    {
      key: 'language',
      statement: 'Sprache ist der Engpass des Ankommens: Kurse reißen ab, und Kinder müssen übersetzen.',
      caveat: 'Beim World Café waren wenige, die keinen Kurs haben.',
      field: 'Migration und Integration',
      argument: {
        key: 'translating',
        title: 'Übersetzen ist keine Aufgabe für Kinder',
        summary:
          'In Praxen und Ämtern fehlt jemand, der übersetzt. Dann übernehmen es Kinder, oder der Termin fällt aus.',
        lines: [37, 7],
      },
      lines: [38],
    },
  ]);
  prioritised(timeline, '2025-12-19', [
    {
      key: 'arriving',
      title: 'Ankommen: Sprache, Anerkennung, Nachbarschaft',
      description:
        'Wer hierherkommt, soll sich verständigen, arbeiten und Nachbarinnen und Nachbarn finden können.',
      field: 'Migration und Integration',
      findings: ['language'],
    },
  ]);
  found(timeline, '2026-01-20', [
    {
      key: 'families',
      statement: 'Familien finden frühe Hilfe gut, bekommen sie aber erst, wenn es brennt.',
      field: 'Kinder- und Jugendhilfe',
      lines: [13, 29],
      silence: 'Von Pflegefamilien selbst kam bisher kein Hinweis.',
    },
  ]);
  prioritised(timeline, '2026-01-21', [
    {
      key: 'family',
      title: 'Familien früh und kurzfristig stützen',
      description: 'Hilfe, bevor es brennt, und ein Platz für Kinder, wenn es zu Hause nicht mehr geht.',
      field: 'Kinder- und Jugendhilfe',
      findings: ['families'],
    },
  ]);
  found(timeline, '2026-03-24', [
    {
      key: 'respite',
      statement:
        'Im Sommer gibt es keine Kurzzeitpflege; Angehörige verschieben dafür die eigene Behandlung.',
      field: 'Pflege und Teilhabe',
      lines: [33],
    },
  ]);
  timeline.on('2026-03-25', '09:30', async () => {
    const planner = await story.as('planner');
    await addEvidence(planner, story.plan('families'), { feedbackIds: await story.hinweiseOf(26) });
    await changePriority(planner, story.plan('places'), {
      findingIds: ['villages', 'volunteers', 'respite'].map((key) => story.plan(key)),
    });
  });
  tellPresent(timeline);
}

/** What is condensed in the weeks before the first start, not all of it to the end. */
function tellPresent(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on(story.notBefore('2026-03-30', -28), '13:30', async () => {
    const planner = await story.as('planner');
    const feedbackIds = await story.hinweiseOf(28, 12);
    const { id } = await argument(planner, {
      title: 'Beratung gibt es erst nach Monaten',
      summary:
        'Trennung, Therapie, Schulden: Wer Rat sucht, wartet Wochen, und in der Zeit wird es schlimmer.',
      fieldId: story.id('fieldIds', 'Kinder- und Jugendhilfe'),
      feedbackIds,
    });
    story.planned.set('advice', id);
    await addEvidence(planner, story.plan('families'), { argumentIds: [id] });
    await addEvidence(planner, story.plan('villages'), { feedbackIds: await story.hinweiseOf(31, 5) });
  });
  // Whoever rests on it has to look again whether it still says the same.
  timeline.on(story.notBefore('2026-03-31', -12), '10:40', async () => {
    const planner = await story.as('planner');
    const id = story.plan('detox');
    await moveFinding(planner, id, 'reopen');
    await changeFinding(planner, id, {
      statement:
        'Zwischen Entgiftung und Reha vergehen sechs bis acht Wochen, in denen Beratung und Klinik nicht mehr oder noch nicht zuständig sind.',
      caveat: 'Drei von vier Beratungsstellen berichten dasselbe; Zahlen der Kliniken fehlen.',
    });
    await moveFinding(planner, id, 'confirm');
  });
  timeline.on(story.notBefore('2026-04-01', -9), '15:10', async () => {
    const id = await finding(await story.as('planner'), {
      statement: 'Junge Erwachsene ohne eigene Wohnung tauchen in keiner Beratung auf.',
      caveat: 'Bisher nur eine Vermutung aus einem Telefonat; es fehlen Hinweise und Zahlen.',
      fieldId: story.id('fieldIds', 'Soziale Lage'),
    });
    story.planned.set('homeless', id);
  });
}

function found(timeline: DemoTimeline, day: string, findings: readonly DemoFinding[]): void {
  const { story } = timeline;
  timeline.on(day, '09:40', async () => {
    for (const facts of findings) await write(story, facts);
  });
}

async function write(story: DemoStory, facts: DemoFinding): Promise<void> {
  const planner = await story.as('planner');
  const fieldId = story.id('fieldIds', facts.field);
  const argumentIds: string[] = [];
  if (facts.argument) {
    const { key, lines, individual, ...words } = facts.argument;
    const { id } = await argument(planner, {
      ...words,
      fieldId,
      feedbackIds: await story.hinweiseOf(...lines),
    });
    story.planned.set(key, id);
    argumentIds.push(id);
    if (individual) {
      const [feedbackId] = await story.hinweiseOf(individual.line);
      await planner.put(`/api/arguments/${id}/feedback/${feedbackId}`, { individual: individual.words });
    }
  }
  const id = await finding(planner, {
    statement: facts.statement,
    caveat: facts.caveat ?? '',
    fieldId,
    planningAreaId: facts.area ? await areaOf(story, facts.area) : null,
    feedbackIds: await story.hinweiseOf(...(facts.lines ?? [])),
    argumentIds,
    silence: facts.silence ?? '',
  });
  if (facts.format) await addEvidence(planner, id, { formatIds: [await formatOf(story, facts.format)] });
  await moveFinding(planner, id, 'confirm');
  story.planned.set(facts.key, id);
}

function prioritised(timeline: DemoTimeline, day: string, priorities: readonly DemoPriority[]): void {
  const { story } = timeline;
  timeline.on(day, '14:20', async () => {
    const planner = await story.as('planner');
    for (const { key, findings, field, ...words } of priorities) {
      const id = await priority(planner, {
        ...words,
        fieldId: story.id('fieldIds', field),
        findingIds: findings.map((it) => story.plan(it)),
      });
      await movePriority(planner, id, 'propose');
      story.planned.set(key, id);
    }
  });
}

async function formatOf(story: DemoStory, beginning: string): Promise<string> {
  const { items } = await (await story.as('planner')).get<Page<FormatListItem>>('/api/formats?limit=100');
  const found = items.find(
    ({ title, type, results }) => results > 0 && (title.startsWith(beginning) || type === beginning),
  );
  if (!found) throw new Error(`Die Demo hat kein ausgewertetes Format ${beginning}.`);
  return found.id;
}

export async function areaOf(story: DemoStory, name: string): Promise<string> {
  const areas = await (
    await story.as('planner')
  ).get<Page<{ id: string; name: string }>>('/api/planning-areas');
  const found = areas.items.find((it) => it.name === name);
  if (!found) throw new Error(`Die Demo hat keinen Planungsraum ${name}.`);
  return found.id;
}
