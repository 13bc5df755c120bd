import type { FormatTypeView, FormatView } from '@runder-tisch/domain/formats';
import type { Page } from '@runder-tisch/domain/lists';
import { addActors, addNetwork, setUpCounty } from './demo-county';
import { autumnMeeting, expertTalk, nextMeeting, recentMeeting, springMeeting } from './demo-meetings';
import { DemoStory } from './demo-script';
import type { DemoWorld } from './demo-world';

/** The demo of one network, told through the interface of the API from a year ago until the day of the first start. */
export async function fillDemo(world: DemoWorld): Promise<void> {
  const story = new DemoStory(world);
  story.at(-300, '09:00');
  const admin = await setUpCounty(story);
  await addActors(story, admin);
  await addNetwork(story);
  world.progress('  Landkreis, Akteure und Netzwerk stehen');

  await tellSpring(story);
  await tellExpertTalk(story);
  await tellAutumn(story);
  world.progress('  Drei Veranstaltungen des vergangenen Jahres mit Protokollen und Hinweisen');

  await tellPresent(story);
  world.progress('  Und der heutige Tag');
}

const invited: readonly [person: string, organisation: string, name: string][] = [
  ['jobcenter', 'O02', 'Olaf Cramer (Demo)'],
  ['health', 'O03', 'Dr. Miriam Dorn (Demo)'],
  ['provider', 'O04', 'Anna Ehlers (Demo)'],
  ['addiction', 'O05', 'Sven Gerlach (Demo)'],
  ['family', 'O06', 'Lea Hartwig (Demo)'],
  ['shelter', 'O08', 'Ines Jahnke (Demo)'],
  ['migration', 'O09', 'Robin Khalil (Demo)'],
];
const names = invited.map(([, , name]) => name);
const invitees = (story: DemoStory) =>
  story.invitees(invited.map(([person, organisation]) => [person, organisation]));

async function tellSpring(story: DemoStory): Promise<void> {
  const meeting = springMeeting(story);
  story.at(-290, '10:00');
  const id = await story.invite(meeting, invitees(story), names);
  story.at(-285, '11:00');
  for (const person of ['jobcenter', 'provider', 'addiction', 'family', 'migration'])
    await story.answerByLink(id, person, 'ACCEPTED');
  await story.answerByLink(id, 'health', 'DECLINED', { message: 'Ich bin an dem Tag auf Fortbildung.' });
  const hinweise = await story.hold(id, meeting, [
    'jobcenter',
    'provider',
    'addiction',
    'family',
    'migration',
  ]);
  await story.approveAndSend(id, -262);
  story.at(-258, '09:00');
  await story.done('Übersicht der Ansprechpersonen an alle verschicken');

  story.at(-255, '10:00');
  await story.treat(hinweise[0] as string, {
    field: 'Öffentliche Sozialleistungen',
    further: ['Soziale Lage'],
    decision: 'INCORPORATED',
    reason: 'Die Bearbeitungszeiten beim Wohngeld werden Thema im Sozialbericht.',
    answer:
      'Vielen Dank für Ihren Hinweis. Die Bearbeitungszeiten beim Wohngeld haben wir in den Sozialbericht aufgenommen und mit dem Fachbereich besprochen.',
  });
  await story.treat(hinweise[1] as string, {
    field: 'Soziale Lage',
    decision: 'PARTLY',
    reason:
      'Die Zahl der Energieschulden wird erhoben; ein eigener Fonds liegt nicht in der Zuständigkeit der Sozialplanung.',
    answer:
      'Danke für das offene Wort. Energieschulden erfassen wir ab jetzt gemeinsam mit den Beratungsstellen.',
  });
}

async function tellExpertTalk(story: DemoStory): Promise<void> {
  story.at(-205, '09:00');
  const coordinator = await story.as('coordinator');
  const types = (await coordinator.get<Page<FormatTypeView>>('/api/format-types')).items;
  const { id: formatId } = await coordinator.post<{ id: string }>('/api/formats', {
    typeId: types.find((type) => type.name === 'Fachgespräch')?.id,
    title: 'Fachgespräch Wartezeiten und Schnittstellen',
    networkId: story.networkId,
  });
  const talk = { ...expertTalk(story), formatId };
  await moveFormat(story, formatId, 'plan', 'open');
  const id = await story.invite(talk, invitees(story), names);
  story.at(-195, '15:00');
  for (const person of ['provider', 'addiction', 'family', 'shelter', 'health'])
    await story.answerByLink(id, person, 'ACCEPTED');
  await story.answerByPhone(id, 'jobcenter', 'TENTATIVE');
  story.at(-175, '12:30');
  await moveFormat(story, formatId, 'start');
  const hinweise = await story.hold(
    id,
    talk,
    ['provider', 'addiction', 'family', 'shelter', 'health'],
    ['Mara Pohl (Demo), Kassenärztliche Vereinigung'],
  );
  await story.approveAndSend(id, -168);
  story.at(-160, '10:00');
  await moveFormat(story, formatId, 'close');
  await captureResult(story, formatId);
  await moveFormat(story, formatId, 'evaluate');

  const decisions = [
    {
      field: 'Gesundheit und medizinische Versorgung',
      decision: 'OUT_OF_SCOPE',
      reason: 'Die Zahl der Therapieplätze legt nicht der Landkreis fest.',
      forwardedTo: 'Kassenärztliche Vereinigung Sachsen-Anhalt',
    },
    {
      field: 'Gesundheit und medizinische Versorgung',
      decision: 'INCORPORATED',
      reason: 'Der Übergang von Entgiftung in Reha wird als Empfehlung vorbereitet.',
    },
    {
      field: 'Kinder- und Jugendhilfe',
      decision: 'PARTLY',
      reason: 'Die Wartezeit wird ab jetzt erhoben; über zusätzliche Stellen entscheidet der Kreistag.',
    },
    {
      field: 'Öffentliche Sozialleistungen',
      decision: 'INCORPORATED',
      reason: 'Die gemeinsame Sprechstunde soll in allen drei Planungsräumen erprobt werden.',
    },
  ];
  for (const [index, steps] of decisions.entries()) await story.treat(hinweise[index] as string, steps);
  story.at(-150, '11:00');
  await story.sendReturnMessage({ formatId }, 'Was wurde aus Ihren Hinweisen? Fachgespräch Wartezeiten');
}

async function tellAutumn(story: DemoStory): Promise<void> {
  const meeting = autumnMeeting(story);
  story.at(-103, '10:00');
  const id = await story.invite(meeting, invitees(story), names);
  story.at(-98, '09:00');
  for (const person of ['jobcenter', 'health', 'provider', 'addiction', 'shelter', 'migration'])
    await story.answerByLink(id, person, 'ACCEPTED');
  const hinweise = await story.hold(id, meeting, [
    'jobcenter',
    'health',
    'provider',
    'addiction',
    'shelter',
    'migration',
  ]);
  await story.approveAndSend(id, -77);
  story.at(-75, '08:40');
  await story.done('Vorlage für die Wartezeitmeldung entwerfen', 'Raum für das nächste Treffen anfragen');
  story.at(-70, '09:30');
  await story.treat(hinweise[0] as string, {
    field: 'Soziale Lage',
    decision: 'INCORPORATED',
    reason: 'Die Lage der Ausgabestellen kommt in den Sozialbericht.',
  });
  await story.treat(hinweise[1] as string, {
    field: 'Soziale Lage',
    further: ['Demografie und Sozialstruktur'],
  });
  await story.treat(hinweise[2] as string, { field: 'Öffentliche Sozialleistungen' });
}

async function tellPresent(story: DemoStory): Promise<void> {
  const workshop = recentMeeting(story);
  story.at(-33, '10:00');
  const workshopId = await story.invite(workshop, invitees(story), names);
  story.at(-28, '16:00');
  for (const person of ['provider', 'family', 'shelter', 'migration'])
    await story.answerByLink(workshopId, person, 'ACCEPTED');
  await story.hold(
    workshopId,
    workshop,
    ['provider', 'family', 'shelter', 'migration'],
    ['Elif Tan (Demo), Stadtbibliothek Köthen'],
  );

  story.at(-9, '10:00');
  const nextId = await story.invite(nextMeeting(), invitees(story), names);
  story.at(-6, '18:30');
  await story.answerByLink(nextId, 'provider', 'ACCEPTED', { companions: '1' });
  await story.answerByLink(nextId, 'addiction', 'ACCEPTED');
  await story.answerByLink(nextId, 'family', 'ACCEPTED', { needs: 'Bitte ein Platz nahe der Tür.' });
  await story.answerByLink(nextId, 'migration', 'DECLINED', {
    message: 'Ich bin im Urlaub, wir schicken eine Vertretung.',
  });
  story.at(-3, '10:10');
  await story.answerByPhone(nextId, 'jobcenter', 'ACCEPTED');
  await story.enter('coordinator', {
    source: 'CITIZEN',
    channel: 'PHONE',
    text: story.text(20),
    speakerRole: 'Bürger:in aus dem ländlichen Raum',
  });
  await story.giveVoice('provider', {
    voice: 'ORGANISATION',
    text: story.text(6),
    organisationId: story.id('organisationIds', 'O04'),
  });
}

async function moveFormat(story: DemoStory, id: string, ...moves: string[]): Promise<void> {
  const coordinator = await story.as('coordinator');
  for (const move of moves) {
    const { version } = await coordinator.get<FormatView>(`/api/formats/${id}`);
    await coordinator.post(`/api/formats/${id}/${move}`, {}, version);
  }
}

async function captureResult(story: DemoStory, id: string): Promise<void> {
  const coordinator = await story.as('coordinator');
  const format = await coordinator.get<FormatView>(`/api/formats/${id}`);
  const {
    title,
    purpose,
    targetGroups,
    capacity,
    accessibilityNeeds,
    phases,
    material,
    agenda,
    invitationText,
    version,
  } = format;
  await coordinator.put(
    `/api/formats/${id}`,
    {
      title,
      purpose,
      targetGroups,
      capacity,
      accessibilityNeeds,
      phases,
      material,
      agenda,
      invitationText,
      networkId: story.networkId,
      planningAreaId: null,
      municipalityId: null,
      fieldIds: [story.id('fieldIds', 'Gesundheit und medizinische Versorgung')],
      results: [
        {
          title: 'Befund',
          text: 'Zwischen Entgiftung und Rehabilitation vergehen regelmäßig mehrere Wochen; in dieser Zeit brechen viele ab.',
        },
        {
          title: 'Entwurf einer Empfehlung',
          text: 'Die Beratungsstellen und die Kliniken vereinbaren einen verbindlichen Übergang innerhalb von 14 Tagen.',
        },
      ],
    },
    version,
  );
}
