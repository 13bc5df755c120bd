import type { DemoMeeting, DemoStory } from './demo-script';

const WOLFEN = 'Rathaus Wolfen, Rathausplatz 1, Großer Saal, 06766 Bitterfeld-Wolfen';
const KOETHEN = 'Kreishaus Köthen, Am Flugplatz 1, Raum 127, 06366 Köthen (Anhalt)';

/** The spring meeting: its Hinweise have come all the way to an answer. */
export function springMeeting(story: DemoStory): DemoMeeting {
  return {
    title: 'Netzwerktreffen Beratungslandschaft: Anträge und Wartezeiten',
    type: 'NETWORK',
    inDays: -268,
    start: '14:00',
    end: '16:00',
    place: WOLFEN,
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
          { kind: 'FEEDBACK', text: story.text(21), role: 'Sozialberaterin' },
          { kind: 'FEEDBACK', text: story.text(16), role: 'Schuldnerberater' },
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
            task: { person: 'jobcenter', dueInDays: -240 },
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

/** The workshop of the summer, run as a Fachgespräch and fed back. */
export function expertTalk(story: DemoStory): DemoMeeting {
  return {
    title: 'Fachgespräch: Wartezeiten und Schnittstellen',
    type: 'EXPERT_TALK',
    inDays: -175,
    start: '13:00',
    end: '15:30',
    place: KOETHEN,
    agenda: [
      { title: 'Begrüßung und Ziel der Veranstaltung', minutes: 10, lines: [] },
      {
        title: 'Impuls: Was wir wissen',
        minutes: 20,
        lines: [
          {
            kind: 'TEXT',
            text: 'Vorgestellt werden die gemeldeten Wartezeiten der fünf Beratungsstellen aus dem Frühjahr.',
          },
        ],
      },
      {
        title: 'Diskussion entlang der Frage',
        minutes: 70,
        lines: [
          { kind: 'FEEDBACK', text: story.text(12), role: 'Psychotherapeutin' },
          { kind: 'FEEDBACK', text: story.text(14), role: 'Suchtberater' },
          { kind: 'FEEDBACK', text: story.text(28), role: 'Familienberaterin' },
          { kind: 'FEEDBACK', text: story.text(25), role: 'Sozialberaterin' },
        ],
      },
      {
        title: 'Befund und Empfehlung im Entwurf',
        minutes: 20,
        lines: [
          {
            kind: 'AGREEMENT',
            text: 'Die Beratungsstellen melden ihre Wartezeiten künftig einmal im Quartal an die Sozialplanung.',
          },
          {
            kind: 'TASK',
            text: 'Vorlage für die Wartezeitmeldung entwerfen',
            task: { person: 'planner', dueInDays: -150 },
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
    inDays: -82,
    start: '14:00',
    end: '16:00',
    place: WOLFEN,
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
          { kind: 'FEEDBACK', text: story.text(19), role: 'Sozialberater' },
          { kind: 'FEEDBACK', text: story.text(22), role: 'Beraterin für ältere Menschen' },
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
            task: { person: 'shelter', dueInDays: -9 },
          },
          {
            kind: 'TASK',
            text: 'Raum für das nächste Treffen anfragen',
            task: { person: 'coordinator', dueInDays: -40 },
          },
        ],
      },
    ],
  };
}

/** Two weeks ago: held, the minutes wait for approval, three Hinweise are new. */
export function recentMeeting(story: DemoStory): DemoMeeting {
  return {
    title: 'Werkstatt Antragslotsen: Wer hilft beim Ausfüllen?',
    type: 'WORKSHOP',
    inDays: -12,
    start: '10:00',
    end: '12:30',
    place: KOETHEN,
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
            task: { person: 'provider', dueInDays: 20 },
          },
        ],
      },
    ],
  };
}

/** In twelve days: four come, one does not, two are silent. */
export function nextMeeting(): DemoMeeting {
  return {
    title: 'Netzwerktreffen Beratungslandschaft: Jahresrückblick und Ausblick',
    type: 'NETWORK',
    inDays: 12,
    start: '14:00',
    end: '16:00',
    place: WOLFEN,
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
