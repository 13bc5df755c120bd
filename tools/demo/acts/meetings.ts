import { committeePeople } from './year-meetings';
import type { DemoStory } from '../story/demo-story';
import type { DemoMeeting } from '../story/meetings';

/** Who is invited to the Netzwerk Beratungslandschaft. */
const advisers = ['jobcenter', 'health', 'provider', 'addiction', 'family', 'shelter', 'migration'];

/** The spring meeting: its Hinweise have come all the way to an answer. */
export function springMeeting(story: DemoStory): DemoMeeting {
  return {
    title: 'Netzwerktreffen Beratungslandschaft: Anträge und Wartezeiten',
    type: 'NETWORK',
    day: story.workday(-268),
    start: '14:00',
    end: '16:00',
    place: 'wolfen',
    network: 'N2',
    people: advisers,
    agenda: [
      {
        title: 'Begrüßung, Protokoll vom letzten Mal',
        minutes: 10,
        lines: [{ kind: 'TEXT', text: 'Das Protokoll wird ohne Änderung angenommen.' }],
      },
      {
        title: 'Wohngeld und Grundsicherung: Was kommt in der Beratung an?',
        minutes: 50,
        lines: [
          {
            kind: 'TEXT',
            text: 'Alle Beratungsstellen berichten von langen Bearbeitungszeiten und fehlenden Zwischenbescheiden.',
          },
          { kind: 'FEEDBACK', text: story.text(22), role: 'Beraterin für ältere Menschen' },
          { kind: 'FEEDBACK', text: story.text(6), role: 'Schulsozialarbeiterin' },
          {
            kind: 'AGREEMENT',
            text: 'Das Jobcenter nennt den Beratungsstellen eine feste Ansprechperson für Rückfragen zu laufenden Anträgen.',
          },
        ],
      },
      {
        title: 'Wer macht was?',
        minutes: 20,
        lines: [
          {
            kind: 'TASK',
            text: 'Übersicht der Ansprechpersonen an alle verschicken',
            task: { person: 'jobcenter', dueOn: story.day(-240) },
          },
          {
            kind: 'VOTE',
            text: 'Das Netzwerk empfiehlt, gemeinsame Sprechstunden in allen drei Planungsräumen zu erproben.',
            votes: { yes: 6, no: 0, abstain: 1 },
          },
        ],
      },
    ],
  };
}

/** The autumn meeting: some of its Hinweise still wait for a decision, one of its tasks is overdue. */
export function autumnMeeting(story: DemoStory): DemoMeeting {
  return {
    title: 'Netzwerktreffen Beratungslandschaft: Wohnen und Energie',
    type: 'NETWORK',
    day: story.workday(-82),
    start: '14:00',
    end: '16:00',
    place: 'wolfen',
    network: 'N2',
    people: advisers,
    agenda: [
      {
        title: 'Begrüßung, Protokoll vom letzten Mal',
        minutes: 10,
        lines: [
          {
            kind: 'TEXT',
            text: 'Das Protokoll wird angenommen. Die Übersicht der Ansprechpersonen liegt vor.',
          },
        ],
      },
      {
        title: 'Wohnen: zu klein, zu teuer, zu weit weg',
        minutes: 45,
        lines: [
          { kind: 'FEEDBACK', text: story.text(17), role: 'Leiterin einer Ausgabestelle' },
          {
            kind: 'TEXT',
            text: 'Die Beratungsstellen schildern, wie oft Mietschulden und Energieschulden zusammenkommen.',
          },
        ],
      },
      {
        title: 'Vereinbarungen und Aufgaben',
        minutes: 20,
        lines: [
          {
            kind: 'AGREEMENT',
            text: 'Energieschulden werden als eigener Punkt in die gemeinsame Statistik aufgenommen.',
          },
          {
            kind: 'TASK',
            text: 'Liste der Notfallfonds zusammenstellen',
            task: { person: 'shelter', dueOn: story.day(-9) },
          },
          {
            kind: 'TASK',
            text: 'Raum für das nächste Treffen anfragen',
            task: { person: 'coordinator', dueOn: story.day(-40) },
          },
        ],
      },
    ],
  };
}

/** Twelve days ago: held, the minutes wait for approval, three Hinweise are new. */
export function recentMeeting(story: DemoStory): DemoMeeting {
  return {
    title: 'Werkstatt Antragslotsen: Wer hilft beim Ausfüllen?',
    type: 'WORKSHOP',
    day: story.workday(-12),
    start: '10:00',
    end: '12:30',
    place: 'koethen',
    network: 'N2',
    people: advisers,
    agenda: [
      {
        title: 'Was Antragslotsen leisten können',
        minutes: 30,
        lines: [
          {
            kind: 'TEXT',
            text: 'Vorgestellt werden Erfahrungen mit ehrenamtlichen Lots:innen aus der Nachbarschaftshilfe.',
          },
        ],
      },
      {
        title: 'Hürden beim Antrag',
        minutes: 60,
        lines: [
          { kind: 'FEEDBACK', text: story.text(23), role: 'Familienberaterin' },
          { kind: 'FEEDBACK', text: story.text(18), role: 'Schulsozialarbeiterin' },
          {
            kind: 'FEEDBACK',
            text: 'Frau Krause (Demo) aus unserem Haus wartet seit Februar auf ihren Bescheid, sie ist unter 03496 000000 kaum noch zu erreichen. Ohne Begleitung hätte sie den Antrag gar nicht abgegeben.',
            role: 'Sozialberater',
          },
        ],
      },
      {
        title: 'Nächste Schritte',
        minutes: 20,
        lines: [
          {
            kind: 'AGREEMENT',
            text: 'Drei Träger erproben ab dem neuen Jahr je eine Lotsensprechstunde im Monat.',
          },
          {
            kind: 'TASK',
            text: 'Termine der Lotsensprechstunden melden',
            task: { person: 'provider', dueOn: story.day(20) },
          },
        ],
      },
    ],
  };
}

/** In twelve days: four come, one does not, two are silent. */
export function nextMeeting(story: DemoStory): DemoMeeting {
  return {
    title: 'Netzwerktreffen Beratungslandschaft: Jahresrückblick und Ausblick',
    type: 'NETWORK',
    day: story.day(12),
    start: '14:00',
    end: '16:00',
    place: 'wolfen',
    network: 'N2',
    people: advisers,
    invitationText:
      'wir laden Sie herzlich zum nächsten Treffen unseres Netzwerks ein. Diesmal blicken wir auf das Jahr zurück: Was haben wir vereinbart, was ist daraus geworden, und was nehmen wir uns vor?',
    agenda: [
      { title: 'Begrüßung, Protokoll vom letzten Mal', minutes: 10, lines: [] },
      { title: 'Rückblick: Vereinbarungen und Hinweise des Jahres', minutes: 40, lines: [] },
      { title: 'Lotsensprechstunden: Stand der Erprobung', minutes: 30, lines: [] },
      { title: 'Themen und Termine für das nächste Jahr', minutes: 30, lines: [] },
      { title: 'Verschiedenes', minutes: 10, lines: [] },
    ],
  };
}

/** What the members of the committee find on their page. */
export function nextSession(story: DemoStory): DemoMeeting {
  return {
    title: 'Sitzung: Stand der Sozialplanung und Vorhaben des nächsten Jahres',
    type: 'COMMITTEE',
    day: story.workday(19),
    start: '17:00',
    end: '18:30',
    place: 'koethen',
    committee: true,
    by: 'planner',
    public: true,
    people: committeePeople,
    agenda: [
      { title: 'Feststellung der Beschlussfähigkeit, Protokoll vom letzten Mal', minutes: 5, lines: [] },
      { title: 'Was aus den Hinweisen des Jahres wurde', minutes: 30, lines: [] },
      { title: 'Lotsensprechstunden: Bericht aus der Erprobung', minutes: 20, lines: [] },
      { title: 'Vorhaben der Sozialplanung im nächsten Jahr', minutes: 30, lines: [] },
      { title: 'Anfragen und Mitteilungen', minutes: 5, lines: [] },
    ],
  };
}

/** The day was found by a poll. */
export function earlyHelpMeeting(story: DemoStory): DemoMeeting {
  return {
    title: 'Netzwerktreffen Frühe Hilfen: Übergang von der Klinik nach Hause',
    type: 'NETWORK',
    day: story.workday(-41),
    start: '09:30',
    end: '11:30',
    place: 'familienhaus',
    network: 'N1',
    people: ['health', 'family', 'shelter', 'parents'],
    agenda: [
      { title: 'Begrüßung, Protokoll vom letzten Mal', minutes: 10, lines: [] },
      {
        title: 'Was Familien in den ersten Wochen brauchen',
        minutes: 60,
        lines: [
          {
            kind: 'TEXT',
            text: 'Das Gesundheitsamt stellt vor, wie die Geburtsklinik Familien auf Frühe Hilfen hinweist.',
          },
          { kind: 'FEEDBACK', text: story.text(28), role: 'Familienberaterin' },
          { kind: 'FEEDBACK', text: story.text(2), role: 'Leiterin einer Kita' },
        ],
      },
      {
        title: 'Vereinbarungen und Aufgaben',
        minutes: 30,
        lines: [
          {
            kind: 'AGREEMENT',
            text: 'Ein gemeinsamer Willkommensbrief nennt eine einzige Telefonnummer für alle Fragen.',
          },
          {
            kind: 'TASK',
            text: 'Entwurf des Willkommensbriefs schicken',
            task: { person: 'family', dueOn: story.day(16) },
          },
        ],
      },
    ],
  };
}

export function migrationMeeting(story: DemoStory): DemoMeeting {
  return {
    title: 'Netzwerktreffen Migration: Sprachkurse und Begegnung',
    type: 'NETWORK',
    day: story.workday(-55),
    start: '16:00',
    end: '18:00',
    place: 'koethen',
    network: 'N4',
    people: ['jobcenter', 'family', 'migration', 'parents'],
    agenda: [
      {
        title: 'Sprachkurse: Wer wartet worauf?',
        minutes: 60,
        lines: [
          { kind: 'FEEDBACK', text: story.text(36), role: 'Leiterin eines Sprachkurses' },
          {
            kind: 'AGREEMENT',
            text: 'Die Träger melden freie Kursplätze in einer gemeinsamen Liste, damit Kurse in Köthen, Wolfen und Zerbst früher beginnen.',
          },
        ],
      },
      {
        title: 'Begegnung im Quartier',
        minutes: 40,
        lines: [
          { kind: 'FEEDBACK', text: story.text(40), role: 'Migrationsberatung' },
          {
            kind: 'TASK',
            text: 'Liste der freien Kursplätze anlegen',
            task: { person: 'migration', dueOn: story.day(-20) },
          },
        ],
      },
    ],
  };
}

/** Its day is still being looked for. */
export function careMeeting(): DemoMeeting {
  return {
    title: 'Auftakt Netzwerk Pflege: Wer fährt noch in die Ortsteile?',
    type: 'NETWORK',
    day: '',
    start: '',
    end: '',
    place: 'zerbst',
    network: 'N3',
    people: ['health', 'care', 'inclusion', 'village'],
    agenda: [
      { title: 'Kennenlernen: Wer macht was im Landkreis?', minutes: 30, lines: [] },
      { title: 'Pflegedienste und weite Wege', minutes: 60, lines: [] },
      { title: 'Wie wir zusammenarbeiten wollen', minutes: 30, lines: [] },
    ],
  };
}
