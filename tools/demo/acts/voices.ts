import type { EnteredFeedbackView, FeedbackVoice } from '@runder-tisch/domain/feedback';
import type { EnterFeedback } from '@runder-tisch/domain/feedback/feedback-requests';
import { feedback, inbox, voice } from '@runder-tisch/scenario/feedback';
import { changeFormat, format, moveFormat } from '@runder-tisch/scenario/formats';
import type { DemoStory } from '../story/demo-story';
import { block, type Treatment, treat } from '../story/voices';
import type { DemoTimeline } from '../story/timeline';

const zerbst = '15082430';
const koethen = '15082180';

/** What came between the meetings: by phone, by the public form, in the online survey, from organisations. */
export function tellVoicesOfTheYear(timeline: DemoTimeline): void {
  const { story } = timeline;
  tellSurvey(timeline);
  entered(timeline, '2025-02-18', 8, { source: 'CITIZEN', channel: 'PHONE', speakerRole: 'Mutter' }, [
    '2025-02-25',
    {
      line: 8,
      decision: 'OUT_OF_SCOPE',
      reason: 'Lehrkräfte weist das Land zu.',
      forwardedTo: 'Landesschulamt Sachsen-Anhalt',
      answer: `${block('Dank')} ${block('Weitergeleitet')} Das Landesschulamt hat ihn am selben Tag bekommen.`,
    },
  ]);
  entered(
    timeline,
    '2025-07-03',
    15,
    { source: 'CITIZEN', channel: 'MAIL', speakerRole: 'Marktbesucherin' },
    [
      '2025-07-15',
      {
        line: 15,
        decision: 'INCORPORATED',
        reason: 'Das Gesundheitsamt plant acht Termine der mobilen Sprechstunde auf Märkten.',
        answer: 'Danke für die Idee! Das Gesundheitsamt plant acht Termine auf den Märkten im Landkreis.',
      },
    ],
  );
  fromForm(timeline, '2025-10-09', 10, zerbst, [
    '2025-10-21',
    {
      line: 10,
      further: ['Soziale Lage'],
      decision: 'PARTLY',
      reason: 'Die Anbindung der Berufsschule ist Thema im Gespräch mit dem Nahverkehr.',
      answer:
        'Danke für Ihren Hinweis. Die frühen Busse zur Berufsschule besprechen wir mit dem Nahverkehr; versprechen können wir noch nichts.',
    },
  ]);
  fromProvider(timeline, '2025-05-19', 'care', 5, 'PERSONAL', [
    '2025-06-02',
    {
      line: 5,
      further: ['Pflege und Teilhabe'],
      decision: 'NOTED',
      reason: 'Ihre Beobachtung fließt in das Profil der Gemeinde ein.',
      answer: `Danke, dass Sie das aus Ihrem Alltag berichten. ${block('Zur Kenntnis')} ${block('Rückfrage')}`,
    },
  ]);
  fromProvider(timeline, story.workday(-30), 'family', 30, 'UNNAMED', [story.workday(-24), { line: 30 }]);
  fromForm(timeline, story.workday(-45), 31, zerbst, [
    story.workday(-38),
    {
      line: 31,
      decision: 'INCORPORATED',
      reason: 'Weite Wege der Pflegedienste sind das erste Thema des neuen Netzwerks Pflege.',
    },
  ]);
  fromForm(timeline, story.workday(-20), 27, '15082301', [story.workday(-15), { line: 27 }]);
}

type Later = [day: string, steps: Treatment];

function later(timeline: DemoTimeline, [day, steps]: Later, id: () => string): void {
  timeline.on(day, '14:00', () => treat(timeline.story, id(), steps));
}

/** Told to the planner, who writes it down. */
export function entered(
  timeline: DemoTimeline,
  day: string,
  line: number,
  facts: Partial<EnterFeedback>,
  then?: Later,
): void {
  const { story } = timeline;
  let given: EnteredFeedbackView;
  timeline.on(day, '11:20', async () => {
    given = await feedback(await story.as('planner'), { text: story.text(line), ...facts });
  });
  if (then) later(timeline, then, () => given.id);
}

/** From the workspace of a provider. */
export function fromProvider(
  timeline: DemoTimeline,
  day: string,
  key: string,
  line: number,
  as: FeedbackVoice,
  then?: Later,
): void {
  const { story } = timeline;
  let id = '';
  timeline.on(day, '13:10', async () => {
    const organisationId =
      as === 'ORGANISATION' ? story.id('organisationIds', story.speaksFor.get(key) ?? '') : null;
    id = await arrived(story, async () => {
      await voice(await story.as(key), { voice: as, text: story.text(line), organisationId });
    });
  });
  if (then) later(timeline, then, () => id);
}

/** On the public page, as somebody without account who takes some minutes to write. */
export function fromForm(timeline: DemoTimeline, day: string, line: number, ags: string, then?: Later): void {
  const { story } = timeline;
  let id = '';
  timeline.on(day, '20:15', async () => {
    const shown = await (await fetch(`${story.world.url}/mitreden`)).text();
    const marke = /name="marke" value="([^"]+)"/.exec(shown)?.[1] ?? '';
    story.at(day, '20:21');
    const municipalityId = story.id('municipalityIds', ags);
    id = await arrived(story, async () => {
      const text = story.text(line);
      await story.press('/mitreden', { marke, text, municipalityId, fieldId: '', mail: '' });
    });
  });
  if (then) later(timeline, then, () => id);
}

/** Who speaks without a name gets a code and no id: the office finds what is new in its list. */
async function arrived(story: DemoStory, give: () => Promise<void>): Promise<string> {
  const ids = async (): Promise<string[]> =>
    (await inbox(await story.as('planner'), '?view=all&limit=100')).items.map(({ id }) => id);
  const before = new Set(await ids());
  await give();
  return (await ids()).find((id) => !before.has(id)) ?? '';
}

const survey: readonly [line: number, ags: string, steps: Omit<Treatment, 'line'> & { reason: string }][] = [
  [
    4,
    '15082241',
    { decision: 'NOTED', reason: 'Wegzug nach der Ausbildung wird im Datenkatalog beobachtet.' },
  ],
  [9, koethen, { decision: 'INCORPORATED', reason: 'Der Praktikumstag findet auch in Köthen statt.' }],
  [
    11,
    zerbst,
    {
      decision: 'OUT_OF_SCOPE',
      reason: 'Arztsitze plant nicht der Landkreis.',
      forwardedTo: 'Kassenärztliche Vereinigung Sachsen-Anhalt',
    },
  ],
  [29, '15082340', { decision: 'INCORPORATED', reason: 'Die Familienpatenschaften werden fortgeführt.' }],
  [
    32,
    koethen,
    {
      decision: 'INCORPORATED',
      reason: 'Zwölf Gebäude des Landkreises wurden auf Barrieren geprüft.',
      answer: 'Danke für den genauen Hinweis. Die Tür hat inzwischen einen Taster.',
      everybody:
        'Zwölf Gebäude des Landkreises wurden gemeinsam mit Menschen mit Behinderung geprüft. Die Tür am Amt öffnet jetzt auf Knopfdruck, fünf weitere Stellen sind in Arbeit.',
    },
  ],
  [34, '15082005', { decision: 'NOTED', reason: 'Das freut uns und das Team des Gedächtniscafés.' }],
];

/** The Online-Befragung of the summer 2025, its free answers taken over one by one. */
function tellSurvey(timeline: DemoTimeline): void {
  const { story } = timeline;
  let formatId = '';
  const ids: string[] = [];
  timeline.on('2025-06-16', '09:00', async () => {
    const planner = await story.as('planner');
    formatId = await format(planner, 'Online-Befragung', { title: 'Befragung: Gut leben im Landkreis' });
    await moveFormat(planner, formatId, 'plan', 'open', 'start');
  });
  timeline.on('2025-08-11', '10:00', async () => {
    const planner = await story.as('planner');
    for (const [line, ags] of survey) {
      const municipalityId = story.id('municipalityIds', ags);
      const { id } = await feedback(planner, {
        source: 'SURVEY',
        channel: 'FORM',
        text: story.text(line),
        formatId,
        municipalityId,
      });
      ids.push(id);
    }
  });
  timeline.on('2025-10-06', '13:00', async () => {
    await Promise.all(
      survey.map(([line, , steps], index) =>
        treat(story, ids[index] ?? '', {
          line,
          answer: `${block('Dank')} ${steps.reason}`,
          ...steps,
        }),
      ),
    );
    const planner = await story.as('planner');
    await moveFormat(planner, formatId, 'close');
    await changeFormat(planner, formatId, {
      results: [
        {
          title: 'Rücklauf',
          text: '1.240 Menschen haben geantwortet, 318 von ihnen mit eigenen Worten. Am häufigsten ging es um Arzttermine, Busse und Wohnungen.',
        },
      ],
    });
    await moveFormat(planner, formatId, 'evaluate');
  });
}
