import { lastPeriod } from '@runder-tisch/domain/data-requests';
import type { SaveDataRequest } from '@runder-tisch/domain/data-requests/data-requests-requests';
import {
  dataRequest,
  interfaceOf,
  interfaceRequest,
  moveDataRequest,
  sendByLink,
} from '@runder-tisch/scenario/data-requests';
import type { DemoStory } from '../../story/demo-story';
import type { DemoTimeline } from '../../story/timeline';

/** Made up: no table of the Jobcenter says so. Two municipalities are too small for a number. */
const structure = [
  ['15082005', 'Aken (Elbe)', '214'],
  ['15082015', 'Bitterfeld-Wolfen', '2.406'],
  ['15082180', 'Köthen (Anhalt)', '1.387'],
  ['15082241', 'Muldestausee', '298'],
  ['15082256', 'Osternienburger Land', '163'],
  ['15082301', 'Raguhn-Jeßnitz', '231'],
  ['15082340', 'Sandersdorf-Brehna', '277'],
  ['15082377', 'Südliches Anhalt', '254'],
  ['15082430', 'Zerbst/Anhalt', '712'],
  ['15082440', 'Zörbig', '148'],
]
  .map(([ags, name, count]) => [ags, name, '31.03.2025', 'Bedarfsgemeinschaften', count].join(';'))
  .join('\r\n');
const delivered = `AGS;Gemeinde;Stichtag;Merkmal;Anzahl\r\n${structure}\r\n`;

/** Data asked for by link: the Jobcenter's of April 2025 came late and is done, one is open, one is overdue. */
export function tellDeliveries(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on('2025-04-08', '11:00', () =>
    link(story, 'Jobcenter', 'O02', 'Jobcenter (Demo)', 'team@jobcenter.example'),
  );
  timeline.on('2025-04-08', '11:20', () =>
    link(story, 'Gesundheitsamt', 'O03', 'Gesundheitsamt (Demo)', 'team@gesundheitsamt.example'),
  );
  timeline.on('2025-04-10', '09:30', () =>
    ask(story, 'dataApril', 'Jobcenter', {
      what: 'SGB II: Struktur der Leistungsberechtigten',
      period: '1. Quartal 2025',
      dueOn: '2025-04-30',
      message: 'Wir brauchen die Zahlen für die Sitzung am 5. Juni.',
    }),
  );
  timeline.on('2025-05-05', '08:40', () => move(story, 'dataApril', 'remind'));
  timeline.on('2025-05-07', '13:15', async () => {
    const path = await story.linkTo('team@jobcenter.example', '/datenlieferung/', story.plan('dataApril'));
    const file = {
      name: 'SGB II 1. Quartal 2025 (Demo).csv',
      bytes: delivered,
      byName: 'Olaf Cramer (Demo)',
    };
    const sent = await sendByLink(story.world.url, path, {
      ...file,
      remark: 'Vorläufige Werte, die Wartezeit von drei Monaten läuft noch.',
    });
    if (sent.status !== 303) throw new Error(`Die Lieferung wurde nicht angenommen (${sent.status}).`);
  });
  timeline.on('2025-05-12', '10:10', () => move(story, 'dataApril', 'validate'));
  timeline.on('2025-05-12', '10:50', () => move(story, 'dataApril', 'import', { importedRows: 10 }));
  tellPresent(timeline);
}

function tellPresent(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on(story.workday(-41), '10:05', () =>
    ask(story, 'dataSchool', 'Gesundheitsamt', {
      what: 'Schuleingangsuntersuchung',
      period: lastPeriod('SCHOOL_YEAR', story.day(-41))?.label ?? '',
      dueOn: story.workday(-13),
    }),
  );
  timeline.on(story.workday(-6), '08:35', () => move(story, 'dataSchool', 'remind'));
  timeline.on(story.workday(-9), '14:20', () =>
    ask(story, 'dataNow', 'Jobcenter', {
      what: 'SGB II: Struktur der Leistungsberechtigten',
      period: lastPeriod('QUARTERLY', story.day(-9))?.label ?? '',
      dueOn: story.workday(16),
    }),
  );
  timeline.on(story.workday(-8), '09:10', async () => {
    const path = await story.linkTo('team@jobcenter.example', '/datenlieferung/', story.plan('dataNow'));
    await story.press(path, { tun: 'erhalten' });
  });
}

/** The row of the register gets its organisation and a mailbox. */
async function link(
  story: DemoStory,
  known: string,
  key: string,
  partner: string,
  mail: string,
): Promise<void> {
  const planner = await story.as('planner');
  const agreed = await interfaceOf(planner, known);
  const organisationId = story.id('organisationIds', key);
  const linked = { ...interfaceRequest(agreed), partner, organisationId, mail };
  await planner.put(`/api/interfaces/${agreed.id}`, linked, agreed.version);
}

async function ask(
  story: DemoStory,
  key: string,
  partner: string,
  facts: Partial<SaveDataRequest>,
): Promise<void> {
  const planner = await story.as('planner');
  const agreed = await interfaceOf(planner, partner);
  const id = await dataRequest(planner, { agreementId: agreed.id, recipients: agreed.mail, ...facts });
  story.planned.set(key, id);
  await moveDataRequest(planner, id, 'send');
}

async function move(story: DemoStory, key: string, ...verb: MoveOf): Promise<void> {
  await moveDataRequest(await story.as('planner'), story.plan(key), ...verb);
}

type MoveOf = Parameters<typeof moveDataRequest> extends [unknown, unknown, ...infer Rest] ? Rest : never;
