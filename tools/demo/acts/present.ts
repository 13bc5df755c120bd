import { conversation } from '@runder-tisch/scenario/actors';
import { chooseDate, pollOf } from '@runder-tisch/scenario/polls';
import { changeTasks, task } from '@runder-tisch/scenario/networks';
import { reminder } from '@runder-tisch/scenario/reminders';
import { addAttachments } from './attachments';
import { forwardCall } from './messages';
import { receiveMails } from './inbox';
import { ask, tellOpenPoll, voteByLink, voteByPhone } from './open-poll';
import { settleAgreements, tellConsolidation } from './consolidation';
import { tellLetter } from './letter';
import {
  autumnMeeting,
  earlyHelpMeeting,
  migrationMeeting,
  nextMeeting,
  nextSession,
  recentMeeting,
  springMeeting,
} from './meetings';
import type { DemoStory } from '../story/demo-story';
import { plan, answerByLink, answerByPhone } from '../story/meetings';
import { sendLetter } from '../story/voices';
import { type DemoTimeline, tellMeeting, tellRest, type ToldMeeting, treatAll } from '../story/timeline';
import { entered, fromProvider } from './voices';

/** The months before the first start and the day itself: whenever that is, there is work on the table. */
export function tellPresent(timeline: DemoTimeline): void {
  tellSpring(timeline);
  tellMigration(timeline);
  tellEarlyHelp(timeline);
  tellAutumn(timeline);
  tellConversations(timeline);
  tellConsolidation(timeline);
  tellToday(timeline);
}

function tellSpring(timeline: DemoTimeline): void {
  const { story } = timeline;
  const told = tellMeeting(timeline, springMeeting(story), {
    invited: story.workday(-290),
    answered: story.day(-285),
    approved: story.workday(-262),
    coming: ['jobcenter', 'provider', 'addiction', 'family', 'migration'],
    declined: { health: 'Ich bin an dem Tag auf Fortbildung.' },
  });
  timeline.on(story.workday(-258), '09:00', () =>
    story.done('coordinator', 'Übersicht der Ansprechpersonen an alle verschicken'),
  );
  treatAll(timeline, story.workday(-255), told, [
    {
      line: 22,
      further: ['Soziale Lage'],
      decision: 'INCORPORATED',
      reason: 'Antragslots:innen für die Grundsicherung im Alter werden erprobt.',
      answer:
        'Vielen Dank für Ihren Hinweis. Persönliche Ansprache ist der Weg: Wir bereiten mit den Trägern Lotsensprechstunden vor.',
    },
    {
      line: 6,
      decision: 'PARTLY',
      reason: 'Der Hinweis geht in den Bildungsbericht; über Stellen an Schulen entscheidet das Land.',
      answer: 'Danke für das offene Wort. Ihr Hinweis steht im Entwurf des Bildungsberichts.',
    },
  ]);
  timeline.on(story.workday(-240), '11:00', () =>
    sendLetter(story, { meetingId: told.id }, 'Was wurde aus Ihren Hinweisen? Netzwerktreffen im Frühjahr'),
  );
}

function tellMigration(timeline: DemoTimeline): void {
  const { story } = timeline;
  const told = tellMeeting(timeline, migrationMeeting(story), {
    invited: story.workday(-76),
    answered: story.day(-62),
    approved: story.workday(-47),
    coming: ['jobcenter', 'migration', 'parents'],
    declined: { family: 'Wir sind gerade nur zu zweit.' },
  });
  timeline.on(story.workday(-18), '15:30', () =>
    story.done('coordinator', 'Liste der freien Kursplätze anlegen'),
  );
  treatAll(timeline, story.workday(-44), told, [
    { line: 36 },
    {
      line: 40,
      decision: 'NOTED',
      reason: 'Wir erzählen davon im Sozialbericht.',
      answer: 'Das freut uns sehr. Wir erzählen davon im Sozialbericht, damit es anderswo nachgemacht wird.',
    },
  ]);
}

/** Its day was found by a Terminumfrage. */
function tellEarlyHelp(timeline: DemoTimeline): void {
  const { story } = timeline;
  const meeting = earlyHelpMeeting(story);
  const told: ToldMeeting = { id: '', said: [] };
  timeline.on(story.workday(-76), '10:30', async () => {
    told.id = await plan(story, meeting, false);
    await ask(story, told.id, meeting.people, {
      days: [story.workday(-43), meeting.day, story.workday(-37)],
      times: '09:30–11:30',
      untilDay: story.day(-66),
      message: 'Für unser Herbsttreffen suchen wir einen Vormittag, an dem alle vier Häuser können.',
    });
  });
  timeline.on(story.day(-70), '12:00', async () => {
    await voteByLink(story, told.id, 'family', ['YES', 'YES', 'NO']);
    await voteByLink(story, told.id, 'shelter', ['NO', 'YES', 'IF_NEED_BE']);
    await voteByLink(
      story,
      told.id,
      'parents',
      ['IF_NEED_BE', 'YES', 'YES'],
      'Am liebsten, wenn Schule ist.',
    );
    await voteByPhone(story, told.id, 'health', ['NO', 'YES', 'NO']);
  });
  timeline.on(story.workday(-64), '09:15', async () => {
    const coordinator = await story.as('coordinator');
    const poll = await pollOf(coordinator, told.id);
    // The second of the three is the one that suits everybody.
    const optionId = poll.options[1]?.id ?? '';
    await chooseDate(coordinator, poll.id, {
      optionId,
      place: story.places.get(meeting.place)?.line ?? '',
      invite: true,
    });
  });
  tellRest(
    timeline,
    meeting,
    {
      invited: story.workday(-64),
      answered: story.day(-58),
      approved: story.workday(-34),
      coming: meeting.people,
      guests: ['Britta Sommer (Demo), Kita Muldewichtel (Demo)'],
    },
    told,
  );
  treatAll(timeline, story.workday(-32), told, [
    {
      line: 28,
      decision: 'PARTLY',
      reason: 'Die Wartezeit wird erhoben; über zusätzliche Stellen entscheidet der Kreistag.',
    },
    { line: 2, further: ['Kinder- und Jugendhilfe'] },
  ]);
}

function tellAutumn(timeline: DemoTimeline): void {
  const { story } = timeline;
  const told = tellMeeting(timeline, autumnMeeting(story), {
    invited: story.workday(-103),
    answered: story.day(-98),
    approved: story.workday(-77),
    coming: ['jobcenter', 'health', 'provider', 'addiction', 'shelter', 'migration'],
  });
  timeline.on(story.workday(-75), '08:40', () =>
    story.done('coordinator', 'Raum für das nächste Treffen anfragen'),
  );
  treatAll(timeline, story.workday(-70), told, [
    {
      line: 17,
      decision: 'INCORPORATED',
      reason: 'Die Lage der Ausgabestellen kommt in den Sozialbericht.',
    },
  ]);
}

/** Gesprächsvermerke: the office remembers what was said on the phone and on a visit. */
function tellConversations(timeline: DemoTimeline): void {
  const { story } = timeline;
  timeline.on(story.workday(-26), '16:45', async () => {
    await conversation(await story.as('coordinator'), {
      organisationId: story.id('organisationIds', 'O10'),
      heldOn: story.workday(-26),
      way: 'VISIT',
      withWhom: 'Paul Lindner (Demo)',
      note: 'Besuch in der neuen Beratungsstelle in Zerbst. Mittendrin möchte im Netzwerk Pflege mitarbeiten und würde einen barrierefreien Raum für das Auftakttreffen stellen. Sorge: Die Förderung der Teilhabeberatung ist nur bis Ende nächsten Jahres zugesagt.',
    });
  });
  timeline.on(story.workday(-5), '11:30', async () => {
    await conversation(await story.as('coordinator'), {
      organisationId: story.id('organisationIds', 'O11'),
      heldOn: story.workday(-5),
      way: 'PHONE',
      withWhom: 'Ursel Matthes (Demo)',
      note: 'Das Bürgernetz überlegt, wer den freien Platz im Netzwerk Beratungslandschaft übernimmt. Im Vorstand ist noch niemand gefunden, die Dorfkümmerin könnte es sich vorstellen.',
      followUpOn: story.workday(9),
      followUp: 'Bürgernetz anrufen: Wer übernimmt den Platz?',
    });
  });
}

function tellToday(timeline: DemoTimeline): void {
  const { story } = timeline;
  // Its minutes wait to be approved.
  tellMeeting(timeline, recentMeeting(story), {
    invited: story.workday(-33),
    answered: story.day(-28),
    coming: ['provider', 'family', 'shelter', 'migration'],
    guests: ['Elif Tan (Demo), Stadtbibliothek Köthen'],
  });
  tellOpenPoll(timeline);
  tellNext(timeline);
  tellNextSession(timeline);
  timeline.on(story.day(-2), '19:40', () => register(story));
  timeline.on(story.day(-12), '09:20', () => forwardCall(story));
  timeline.on(story.day(-1), '16:10', () => remember(story));
  timeline.on(story.day(-1), '16:30', () => settleAgreements(story));
  tellLetter(timeline);
  const twentieth = { source: 'CITIZEN', channel: 'PHONE', speakerRole: 'Bürger:in aus dem ländlichen Raum' };
  entered(timeline, story.day(-3), 20, twentieth as Parameters<typeof entered>[3]);
  fromProvider(timeline, story.day(-3), 'provider', 25, 'ORGANISATION');
  fromProvider(timeline, story.workday(-48), 'provider', 19, 'ORGANISATION', [
    story.workday(-39),
    {
      line: 19,
      further: ['Demografie und Sozialstruktur'],
      decision: 'PARTLY',
      reason: 'Kleine Wohnungen kommen in den Sozialbericht; gebaut werden sie von anderen.',
      answer:
        'Danke. Kleine Wohnungen kommen in den Sozialbericht. Mit den Wohnungsgesellschaften sprechen wir im Januar darüber, wie auch Menschen mit Schufa-Eintrag eine Wohnung finden.',
    },
  ]);
}

/** What the coordinator wants to see again, and what she opens every day. */
async function remember(story: DemoStory): Promise<void> {
  const client = await story.as('coordinator');
  const about = (key: string) => ({ kind: 'network', objectId: story.id('networkIds', key) });
  await reminder(client, {
    ...about('N2'),
    dueOn: story.day(6),
    note: 'Nachfragen, wer den freien Platz besetzt',
  });
  await reminder(client, { ...about('N1'), dueOn: story.day(20), note: 'Förderaufruf im Januar ansehen' });
  await reminder(client, about('N1'));
  // Between meetings: one for a house, about the network; one that is done, with a sentence on what came of it.
  const networkId = story.id('networkIds', 'N1');
  await task(client, {
    title: 'Neue Sprechzeiten an die Gemeinden schicken',
    detail: 'Die Liste liegt bei den Unterlagen des Netzwerks.',
    organisationId: story.id('organisationIds', 'O04'),
    networkId,
    objectKind: 'network',
    objectId: networkId,
    dueOn: story.day(9),
  });
  const done = await task(client, { title: 'Raum für das Frühjahr anfragen', networkId });
  await changeTasks(client, [done], { change: 'done', note: 'Der Ratssaal ist zugesagt, barrierefrei.' });
}

/** In twelve days: four come, one does not, two are silent. */
function tellNext(timeline: DemoTimeline): void {
  const { story } = timeline;
  const meeting = nextMeeting(story);
  let id = '';
  timeline.on(story.day(-9), '10:00', async () => {
    id = await plan(story, meeting, true);
    await addAttachments(story, id, story.id('networkIds', 'N2'));
  });
  timeline.on(story.day(-6), '18:30', async () => {
    await answerByLink(story, id, 'provider', 'ACCEPTED', { companions: '1' });
    await answerByLink(story, id, 'addiction', 'ACCEPTED');
    await answerByLink(story, id, 'family', 'ACCEPTED', { needs: 'Bitte ein Platz nahe der Tür.' });
    const message = 'Ich bin im Urlaub, wir schicken eine Vertretung.';
    await answerByLink(story, id, 'migration', 'DECLINED', { message });
  });
  timeline.on(story.day(-3), '10:10', () => answerByPhone(story, id, 'jobcenter', 'ACCEPTED'));
  timeline.on(story.day(-1), '15:20', () => receiveMails(story, id));
}

/** In some three weeks the committee meets; one of its members has answered already. */
function tellNextSession(timeline: DemoTimeline): void {
  const { story } = timeline;
  let id = '';
  timeline.on(story.workday(-5), '11:00', async () => {
    id = await plan(story, nextSession(story), true);
    story.planned.set('nextSession', id);
  });
  timeline.on(story.day(-3), '17:40', () => answerByLink(story, id, 'chair', 'ACCEPTED'));
}

/** An organisation nobody knows yet asks to take part and confirms its address. */
async function register(story: DemoStory): Promise<void> {
  const mail = 'vorstand@kleiderkammer-brehna.example';
  await story.press('/mitmachen/anmelden', {
    organisationName: 'Kleiderkammer Brehna e. V. (Demo)',
    organisationCity: 'Sandersdorf-Brehna',
    givenName: 'Monika',
    familyName: 'Voigt (Demo)',
    function: 'Vorsitz',
    mail,
    phone: '034954 000013',
    message:
      'Wir geben seit drei Jahren Kleidung und Hausrat aus und möchten unser Angebot eintragen und bei den Treffen dabei sein.',
    neu: 'ja',
  });
  await story.press(await story.linkTo(mail, '/mitmachen/bestaetigen/'), {});
}
