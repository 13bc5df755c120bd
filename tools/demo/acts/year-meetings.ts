import type { DemoStory } from '../story/demo-story';
import type { DemoMeeting } from '../story/meetings';

/** Who sits in the committee and who reports to it. */
export const committeePeople = ['reader', 'chair', 'councillor', 'planner', 'health', 'jobcenter'];

/** M1: the concept is presented. */
export function conceptSession(story: DemoStory): DemoMeeting {
  return {
    title: 'Sitzung: Vorstellung Konzeptionsentwurf vom 16.12.2024',
    type: 'COMMITTEE',
    day: '2025-01-16',
    start: '17:00',
    end: '18:30',
    place: 'koethen',
    committee: true,
    by: 'planner',
    public: true,
    people: committeePeople,
    agenda: [
      {
        title: 'Feststellung der Beschlussfähigkeit',
        minutes: 5,
        lines: [{ kind: 'TEXT', text: 'Der Ausschuss ist beschlussfähig.' }],
      },
      {
        title: 'Entwurf der Konzeption zur Sozialplanung',
        minutes: 60,
        lines: [
          {
            kind: 'TEXT',
            text: 'Die Sozialplanung stellt fünf Handlungsfelder, drei Planungsräume und die Arbeit mit Netzwerken vor.',
          },
          { kind: 'FEEDBACK', text: story.text(24), role: 'Mitglied des Ausschusses' },
          {
            kind: 'VOTE',
            text: 'Der Ausschuss nimmt den Entwurf zur Kenntnis und bittet um einen Datenkatalog bis zum Sommer.',
            votes: { yes: 8, no: 0, abstain: 1 },
          },
        ],
      },
    ],
  };
}

/** M2: a Fachgespräch, fed back with an Ergebnisbrief. */
export function waitingTimesTalk(story: DemoStory): DemoMeeting {
  return {
    title: 'Fachgespräch Beratungslandschaft: Wartezeiten und Schnittstellen',
    type: 'EXPERT_TALK',
    day: '2025-03-12',
    start: '13:00',
    end: '15:30',
    place: 'wolfen',
    network: 'N2',
    people: ['jobcenter', 'health', 'provider', 'addiction', 'family', 'shelter', 'migration'],
    agenda: [
      { title: 'Begrüßung und Ziel der Veranstaltung', minutes: 10, lines: [] },
      {
        title: 'Impuls: Was wir wissen',
        minutes: 20,
        lines: [
          {
            kind: 'TEXT',
            text: 'Vorgestellt werden die Wartezeiten, die fünf Beratungsstellen im Winter gemeldet haben.',
          },
        ],
      },
      {
        title: 'Diskussion entlang der Frage',
        minutes: 70,
        lines: [
          { kind: 'FEEDBACK', text: story.text(12), role: 'Beraterin' },
          { kind: 'FEEDBACK', text: story.text(14), role: 'Suchtberater' },
          { kind: 'FEEDBACK', text: story.text(16), role: 'Schuldnerberaterin' },
          { kind: 'FEEDBACK', text: story.text(21), role: 'Sozialberater' },
        ],
      },
      {
        title: 'Befund und Empfehlung im Entwurf',
        minutes: 20,
        lines: [
          {
            kind: 'AGREEMENT',
            text: 'Die Beratungsstellen melden ihre Wartezeiten künftig zweimal im Jahr an die Sozialplanung.',
          },
          {
            kind: 'TASK',
            text: 'Vorlage für die Wartezeitmeldung entwerfen',
            task: { person: 'planner', dueOn: '2025-04-04' },
          },
          {
            kind: 'TASK',
            text: 'Ansprechperson für laufende Wohngeldanträge benennen',
            task: { person: 'jobcenter', dueOn: '2025-04-11' },
          },
          {
            kind: 'TASK',
            text: 'Übergang von der Entgiftung in die Reha mit den Kliniken klären',
            task: { person: 'addiction', dueOn: '2025-05-30' },
          },
        ],
      },
    ],
  };
}

/** M3: what was found, and where the work shall begin. */
export function findingsSession(story: DemoStory): DemoMeeting {
  return {
    title: 'Sitzung: Erkenntnisse aus der Sozialplanung, Handlungsschwerpunkte',
    type: 'COMMITTEE',
    day: '2025-06-05',
    start: '17:00',
    end: '19:00',
    place: 'koethen',
    committee: true,
    by: 'planner',
    public: true,
    people: committeePeople,
    agenda: [
      {
        title: 'Bericht aus den Netzwerken',
        minutes: 40,
        lines: [
          {
            kind: 'TEXT',
            text: 'Vorgestellt werden die Ergebnisse des Fachgesprächs im März und der Stand der Angebote.',
          },
          { kind: 'FEEDBACK', text: story.text(13), role: 'Ärztin im Gesundheitsamt' },
        ],
      },
      {
        title: 'Handlungsschwerpunkte',
        minutes: 50,
        lines: [
          {
            kind: 'VOTE',
            text: 'Der Ausschuss empfiehlt als Schwerpunkte: 1. öffentliche Sozialleistungen, 2. Demografie.',
            votes: { yes: 7, no: 1, abstain: 1 },
          },
        ],
      },
    ],
  };
}

/** M4: the conference of the Planungsraum Zerbst. */
export function zerbstConference(story: DemoStory): DemoMeeting {
  return {
    title: 'Planungsraumkonferenz Zerbst: Alter, Pflege, Mobilität',
    type: 'PLANNING_AREA_CONFERENCE',
    day: '2025-09-24',
    start: '14:00',
    end: '17:00',
    place: 'zerbst',
    network: 'N3',
    people: ['health', 'care', 'inclusion', 'village', 'jobcenter', 'shelter'],
    agenda: [
      {
        title: 'Raumprofil: Zahlen und Entwicklungen',
        minutes: 20,
        lines: [{ kind: 'TEXT', text: 'Jede dritte Person im Planungsraum ist älter als 65 Jahre.' }],
      },
      {
        title: 'Gruppen je Gemeinde: Bestand und Bedarf',
        minutes: 60,
        lines: [
          { kind: 'FEEDBACK', text: story.text(1), role: 'Bürger aus einem Ortsteil' },
          { kind: 'FEEDBACK', text: story.text(3), role: 'Vorstand eines Heimatvereins' },
          { kind: 'FEEDBACK', text: story.text(35), role: 'Gruppenleiter einer Werkstatt' },
        ],
      },
      {
        title: 'Absprachen',
        minutes: 30,
        lines: [
          {
            kind: 'AGREEMENT',
            text: 'Bürgerbus und Pflegedienst stimmen ihre Fahrten in die Ortsteile aufeinander ab.',
          },
          {
            kind: 'TASK',
            text: 'Fahrplan des Bürgerbusses an alle Praxen schicken',
            task: { person: 'village', dueOn: '2025-10-31' },
          },
        ],
      },
    ],
  };
}

/** M5: the World Café. */
export function worldCafe(story: DemoStory): DemoMeeting {
  return {
    title: 'World Café Ankommen und Wohnen',
    type: 'WORLD_CAFE',
    day: '2025-11-20',
    start: '16:00',
    end: '18:30',
    place: 'familienhaus',
    network: 'N4',
    people: ['jobcenter', 'family', 'migration', 'parents', 'provider'],
    agenda: [
      { title: 'Begrüßung und Regeln', minutes: 15, lines: [] },
      {
        title: 'Drei Tische, drei Runden',
        minutes: 75,
        lines: [
          { kind: 'FEEDBACK', text: story.text(7), role: 'Ehrenamtliche' },
          { kind: 'FEEDBACK', text: story.text(37), role: 'Mutter' },
          { kind: 'FEEDBACK', text: story.text(38), role: 'Elektriker' },
          { kind: 'FEEDBACK', text: story.text(39), role: 'Nachbarin' },
        ],
      },
      {
        title: 'Ernte',
        minutes: 30,
        lines: [
          {
            kind: 'AGREEMENT',
            text: 'Die Initiativen suchen gemeinsam einen Raum für einen Nachbarschaftstreff nahe der Unterkunft.',
          },
          {
            kind: 'TASK',
            text: 'Räume für einen Nachbarschaftstreff besichtigen',
            task: { person: 'migration', dueOn: '2026-01-15' },
          },
        ],
      },
    ],
  };
}

/** M6: the Sozialkonferenz. */
export function socialConference(story: DemoStory): DemoMeeting {
  return {
    title: 'Sozialkonferenz: Handlungsempfehlungen zum Planungsdokument 2026',
    type: 'SOCIAL_CONFERENCE',
    day: '2026-02-26',
    start: '09:30',
    end: '13:00',
    place: 'wolfen',
    by: 'planner',
    public: true,
    people: [
      ...['chair', 'reader', 'jobcenter', 'health', 'provider', 'addiction'],
      ...['family', 'care', 'shelter', 'migration', 'inclusion', 'village', 'parents'],
    ],
    invitationText:
      'zum ersten Mal kommen alle Netzwerke, die Politik und die Verwaltung an einem Vormittag zusammen. Wir gewichten die Empfehlungen für das Planungsdokument 2026. Bitte sagen Sie uns, was Sie brauchen, um gut dabei sein zu können.',
    agenda: [
      { title: 'Begrüßung', minutes: 10, lines: [] },
      {
        title: 'Impuls: Zahlen und Stimmen',
        minutes: 30,
        lines: [
          {
            kind: 'TEXT',
            text: 'Die Sozialplanung zeigt, was aus den Hinweisen des vergangenen Jahres wurde.',
          },
        ],
      },
      {
        title: 'Foren je Handlungsfeld',
        minutes: 75,
        lines: [
          { kind: 'FEEDBACK', text: story.text(26), role: 'Mitarbeiterin im Pflegekinderdienst' },
          { kind: 'FEEDBACK', text: story.text(33), role: 'Pflegedienstleitung' },
        ],
      },
      {
        title: 'Priorisierung mit Punkten',
        minutes: 30,
        lines: [
          {
            kind: 'VOTE',
            text: 'Gemeinsame Sprechstunden in allen drei Planungsräumen sollen an erster Stelle stehen.',
            votes: { yes: 41, no: 3, abstain: 6 },
          },
        ],
      },
    ],
  };
}
