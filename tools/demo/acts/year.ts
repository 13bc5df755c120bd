import { addDays, type Day } from '@runder-tisch/domain/time';
import { changeFormat, format, moveFormat } from '@runder-tisch/scenario/formats';
import { tellOffers } from './offers';
import { tellVoicesOfTheYear } from './voices';
import type { DemoMeeting } from '../story/meetings';
import { sendLetter, publish } from '../story/voices';
import {
  type DemoTimeline,
  type MeetingInTime,
  tellMeeting,
  type ToldMeeting,
  treatAll,
} from '../story/timeline';
import {
  conceptSession,
  findingsSession,
  socialConference,
  waitingTimesTalk,
  worldCafe,
  zerbstConference,
} from './year-meetings';

/** The demo year: six meetings from January 2025 to February 2026, 25 offers, and what people said. */
export function tellYear(timeline: DemoTimeline): void {
  tellOffers(timeline);
  tellVoicesOfTheYear(timeline);
  tellConcept(timeline);
  tellWaitingTimes(timeline);
  tellFindings(timeline);
  tellZerbst(timeline);
  tellWorldCafe(timeline);
  tellConference(timeline);
}

/** Invited three weeks before, answered one before, minutes approved two weeks after. */
function around(day: Day): Pick<MeetingInTime, 'invited' | 'answered' | 'approved'> {
  return { invited: addDays(day, -21), answered: addDays(day, -7), approved: addDays(day, 14) };
}

/** A meeting as a format of the library, from the first idea to the Ergebnisbrief. */
function tellFormat(
  timeline: DemoTimeline,
  typeName: string,
  meeting: DemoMeeting,
  when: MeetingInTime,
  result: { fields: string[]; title: string; text: string; letterOn: Day; subject: string },
): ToldMeeting {
  const { story } = timeline;
  const who = meeting.by ?? 'coordinator';
  let formatId = '';
  timeline.on(addDays(when.invited, -10), '09:00', async () => {
    const client = await story.as(who);
    const networkId = meeting.network ? story.id('networkIds', meeting.network) : null;
    formatId = await format(client, typeName, { title: meeting.title, networkId });
    meeting.formatId = formatId;
    await moveFormat(client, formatId, 'plan', 'open');
  });
  const told = tellMeeting(timeline, meeting, when);
  timeline.on(meeting.day, '08:30', async () => {
    await moveFormat(await story.as(who), formatId, 'start');
  });
  timeline.on(addDays(result.letterOn, -3), '09:00', async () => {
    const client = await story.as(who);
    await moveFormat(client, formatId, 'close');
    await changeFormat(client, formatId, {
      fieldIds: result.fields.map((name) => story.id('fieldIds', name)),
      results: [{ title: result.title, text: result.text }],
    });
    await moveFormat(client, formatId, 'evaluate');
  });
  timeline.on(result.letterOn, '11:00', () => sendLetter(story, { formatId }, result.subject, who));
  return told;
}

function tellConcept(timeline: DemoTimeline): void {
  const meeting = conceptSession(timeline.story);
  const told = tellMeeting(timeline, meeting, {
    ...around(meeting.day),
    coming: ['reader', 'chair', 'councillor', 'planner', 'health'],
  });
  treatAll(timeline, '2025-02-10', told, [
    {
      line: 24,
      decision: 'INCORPORATED',
      reason: 'Der Datenkatalog gliedert die Zahlen nach Gemeinde, Alter und Haushaltsform.',
      answer:
        'Danke für den Hinweis. Der Datenkatalog wird so aufgebaut, dass die Zahlen nach Gemeinde, Alter und Haushaltsform vorliegen, soweit der Schutz kleiner Gruppen es erlaubt.',
      everybody:
        'Der Datenkatalog der Sozialplanung gliedert die Zahlen nach Gemeinde, Alter und Haushaltsform. Wo Gruppen so klein sind, dass man Einzelne erkennen könnte, bleibt es bei der Summe.',
    },
  ]);
}

function tellWaitingTimes(timeline: DemoTimeline): void {
  const meeting = waitingTimesTalk(timeline.story);
  const told = tellFormat(
    timeline,
    'Fachgespräch',
    meeting,
    {
      ...around(meeting.day),
      coming: ['provider', 'addiction', 'family', 'shelter'],
      declined: { migration: 'Wir haben an dem Tag Sprechstunde in Wolfen.' },
      guests: ['Mara Pohl (Demo), Kassenärztliche Vereinigung'],
    },
    {
      fields: ['Gesundheit und medizinische Versorgung', 'Öffentliche Sozialleistungen'],
      title: 'Befund',
      text: 'Zwischen Entgiftung und Rehabilitation vergehen mehrere Wochen, beim Wohngeld Monate. In dieser Zeit fängt die Beratung auf, was anderswo liegen bleibt.',
      letterOn: '2025-05-06',
      subject: 'Was wurde aus Ihren Hinweisen? Fachgespräch Wartezeiten',
    },
  );
  treatAll(timeline, '2025-04-15', told, [
    {
      line: 12,
      decision: 'OUT_OF_SCOPE',
      reason: 'Die Zahl der Therapieplätze legt nicht der Landkreis fest.',
      forwardedTo: 'Kassenärztliche Vereinigung Sachsen-Anhalt',
    },
    {
      line: 14,
      decision: 'INCORPORATED',
      reason: 'Ein Standard für den Übergang von der Entgiftung in die Reha wird vorbereitet.',
    },
    {
      line: 16,
      decision: 'PARTLY',
      reason:
        'Energieschulden erfassen wir gemeinsam mit den Beratungsstellen; über einen Fonds entscheidet der Kreistag.',
    },
    {
      line: 21,
      further: ['Soziale Lage'],
      decision: 'INCORPORATED',
      reason: 'Die Bearbeitungszeiten beim Wohngeld werden Thema im Sozialbericht.',
    },
  ]);
  timeline.on('2025-05-20', '09:00', () =>
    timeline.story.done(
      'coordinator',
      'Vorlage für die Wartezeitmeldung entwerfen',
      'Ansprechperson für laufende Wohngeldanträge benennen',
      'Übergang von der Entgiftung in die Reha mit den Kliniken klären',
    ),
  );
  timeline.on('2025-05-22', '09:00', async () => {
    const id = told.said[3];
    if (id)
      await publish(
        timeline.story,
        id,
        'Die Wohngeldstelle hat zwei befristete Stellen bekommen, und jede Beratungsstelle hat eine feste Ansprechperson für laufende Anträge. Wie lange es dauert, steht ab jetzt im Sozialbericht.',
      );
  });
}

function tellFindings(timeline: DemoTimeline): void {
  const meeting = findingsSession(timeline.story);
  const told = tellMeeting(timeline, meeting, {
    ...around(meeting.day),
    coming: ['reader', 'chair', 'planner', 'health', 'jobcenter'],
    declined: { councillor: 'Ich bin leider verhindert.' },
  });
  treatAll(timeline, '2025-06-23', told, [
    {
      line: 13,
      further: ['Kinder- und Jugendhilfe'],
      decision: 'NOTED',
      reason: 'Die Zahlen der Schuleingangsuntersuchung gehen in den Gesundheitsbericht ein.',
      answer: 'Danke. Die Zahlen der Schuleingangsuntersuchung stehen künftig im Gesundheitsbericht.',
    },
  ]);
}

function tellZerbst(timeline: DemoTimeline): void {
  const meeting = zerbstConference(timeline.story);
  const told = tellFormat(
    timeline,
    'Planungsraumkonferenz',
    meeting,
    {
      ...around(meeting.day),
      coming: ['care', 'inclusion', 'village', 'health'],
      declined: { jobcenter: 'Wir schicken unsere Zahlen vorab.' },
      guests: ['Ralf Thiele (Demo), Feuerwehr Zerbst', 'Dora Wendt (Demo), Seniorenbeirat'],
    },
    {
      fields: ['Demografie und Sozialstruktur', 'Pflege und Teilhabe'],
      title: 'Lücken im Planungsraum Zerbst',
      text: 'Pflege, Praxis und Einkauf sind aus vielen Ortsteilen ohne Auto nicht zu erreichen; das Ehrenamt trägt viel und wird älter.',
      letterOn: '2025-11-04',
      subject: 'Was wurde aus Ihren Hinweisen? Planungsraumkonferenz Zerbst',
    },
  );
  treatAll(timeline, '2025-10-20', told, [
    {
      line: 1,
      decision: 'PARTLY',
      reason:
        'Die Dialogreihe zur Zukunft der Dörfer beginnt im Frühjahr; für die Feuerwehr ist die Stadt zuständig.',
    },
    {
      line: 3,
      decision: 'INCORPORATED',
      reason: 'Nachwuchs im Ehrenamt wird ein Thema der Dialogreihe.',
    },
    {
      line: 35,
      decision: 'NOTED',
      reason: 'Das Jobcenter stellt das Budget für Arbeit im Unternehmerstammtisch vor.',
    },
  ]);
  timeline.on('2025-11-05', '09:00', () =>
    timeline.story.done('coordinator', 'Fahrplan des Bürgerbusses an alle Praxen schicken'),
  );
}

function tellWorldCafe(timeline: DemoTimeline): void {
  const meeting = worldCafe(timeline.story);
  const told = tellFormat(
    timeline,
    'World Café',
    meeting,
    {
      ...around(meeting.day),
      coming: ['migration', 'parents', 'family'],
      byPhone: 'jobcenter',
      guests: ['Elif Tan (Demo), Stadtbibliothek Köthen', 'Samir Haddad (Demo)'],
    },
    {
      fields: ['Migration und Integration', 'Bildung'],
      title: 'Ernte der drei Tische',
      text: 'Übersetzen ist keine Aufgabe für Kinder. Anerkennung dauert zu lange. Ein Treff in der Nähe der Unterkunft hilft sofort.',
      letterOn: '2026-01-13',
      subject: 'Was wurde aus Ihren Hinweisen? World Café Ankommen und Wohnen',
    },
  );
  treatAll(timeline, '2025-12-16', told, [
    {
      line: 7,
      decision: 'INCORPORATED',
      reason: 'Die Kreisvolkshochschule plant einen Kurs Lesen und Schreiben in Köthen.',
    },
    {
      line: 37,
      decision: 'INCORPORATED',
      reason: 'Der Sprachmittlungspool wird allen Praxen vorgestellt.',
    },
    {
      line: 38,
      decision: 'OUT_OF_SCOPE',
      reason: 'Über die Anerkennung entscheidet nicht der Landkreis.',
      forwardedTo: 'Handwerkskammer',
    },
    {
      line: 39,
      further: ['Soziale Lage'],
      decision: 'PARTLY',
      reason: 'Für den Nachbarschaftstreff wird ein Raum gesucht; die Ausstattung der Küche ist beauftragt.',
    },
  ]);
  timeline.on('2026-01-20', '09:00', () =>
    timeline.story.done('coordinator', 'Räume für einen Nachbarschaftstreff besichtigen'),
  );
}

function tellConference(timeline: DemoTimeline): void {
  const meeting = socialConference(timeline.story);
  const told = tellFormat(
    timeline,
    'Sozialkonferenz',
    meeting,
    {
      ...around(meeting.day),
      invited: '2026-01-22',
      coming: [
        ...['chair', 'reader', 'jobcenter', 'health', 'provider', 'addiction'],
        ...['family', 'care', 'inclusion', 'village'],
      ],
      declined: { shelter: 'Unsere Beratungsstelle ist an dem Tag allein besetzt.' },
      guests: ['Mara Pohl (Demo), Kassenärztliche Vereinigung'],
    },
    {
      fields: ['Öffentliche Sozialleistungen', 'Kinder- und Jugendhilfe', 'Pflege und Teilhabe'],
      title: 'Gewichtete Schwerpunkte',
      text: '1. Gemeinsame Sprechstunden in allen Planungsräumen. 2. Pflege in den Ortsteilen. 3. Familien, die kurzfristig ein Kind aufnehmen.',
      letterOn: '2026-03-26',
      subject: 'Was wurde aus Ihren Hinweisen? Sozialkonferenz 2026',
    },
  );
  treatAll(timeline, '2026-03-17', told, [
    {
      line: 26,
      decision: 'INCORPORATED',
      reason: 'Eine Kampagne für Bereitschaftspflegefamilien ist beschlossen.',
    },
    {
      line: 33,
      decision: 'PARTLY',
      reason: 'Die Häuser tragen freie Kurzzeitplätze künftig in eine gemeinsame Liste ein.',
    },
  ]);
}
