import {
  type DocumentContent,
  documentOf,
  heading,
  link,
  numberedList,
  paragraph,
  strong,
} from '../documents';
import { dayParts, formatDate, monthName } from '../time';

/** What everybody may know of the process: no person, no organisation, nothing that is still a draft. */
export interface ProcessFacts {
  countyName: string;
  /** Whether the public form Mitreden takes Hinweise. */
  voicesOpen: boolean;
  cycle: { name: string; beginsOn: string; endsOn: string; electionOn: string | null } | null;
  phases: readonly PublicPhase[];
}

export interface PublicPhase {
  name: string;
  summary: string;
  /** The words of its steps. */
  steps: readonly string[];
  /** Until when its last step is planned; null without a cycle. */
  until: string | null;
  standing: 'done' | 'running' | 'ahead' | null;
}

const standings = { done: 'abgeschlossen', running: 'läuft jetzt', ahead: 'kommt noch' } as const;

/** Five questions citizens ask, each answered in words everybody knows. */
export function processDocument(facts: ProcessFacts): DocumentContent {
  const { cycle, phases, voicesOpen } = facts;
  return documentOf('So planen wir', [
    paragraph(
      'Sozialplanung heißt: Der Landkreis schaut gemeinsam mit allen, die es angeht, welche Hilfen Menschen hier brauchen und was dafür getan werden soll.',
    ),
    heading('Wer plant?'),
    paragraph(
      'Die Stelle für Sozialplanung im Landratsamt führt durch den Ablauf. Mit dabei sind die Ämter, Vereine und Einrichtungen, die Hilfe anbieten, Städte und Gemeinden, und Menschen wie Sie.',
    ),
    heading('Wann geschieht was?'),
    cycle
      ? paragraph(
          `Ein Durchgang hat einen Anfang und ein Ende. Der jetzige, „${cycle.name}“, begann am ${formatDate(cycle.beginsOn)} und geht bis zum ${formatDate(cycle.endsOn)}. Danach beginnt der nächste mit dem, was wir gelernt haben.`,
        )
      : paragraph(
          'Geplant wird in Durchgängen von mehreren Jahren. Der erste hat noch nicht begonnen; so wird er ablaufen:',
        ),
    numberedList(phases.map((phase) => [strong(phase.name), plainOf(phase)])),
    heading('Wie kann ich mitmachen?'),
    voicesOpen
      ? paragraph(
          'Sie können jederzeit sagen, was fehlt oder gut läuft, ohne Konto und ohne Ihren Namen: ',
          link('Hinweis geben', '/mitreden'),
          '. Zu Gesprächen und Veranstaltungen laden wir öffentlich ein; die nächsten Termine stehen auf der ',
          link('Startseite', '/?ansicht=oeffentlich'),
          '.',
        )
      : paragraph(
          'Zu Gesprächen und Veranstaltungen laden wir öffentlich ein; die nächsten Termine stehen auf der ',
          link('Startseite', '/?ansicht=oeffentlich'),
          '.',
        ),
    heading('Wer entscheidet?'),
    paragraph(
      'Wir sammeln, werten aus und schlagen vor. Entscheiden tun die gewählten Vertreterinnen und Vertreter: Zuerst berät der Ausschuss, dann beschließt der Kreistag, beides in öffentlicher Sitzung.',
      cycle?.electionOn
        ? ` Der Kreistag wird das nächste Mal am ${formatDate(cycle.electionOn)} gewählt.`
        : '',
    ),
    heading('Was wurde daraus?'),
    paragraph(
      'Jeder Hinweis wird gelesen und bekommt eine Antwort. Was aufgenommen wurde, was nicht und warum, lesen Sie unter ',
      link('Ergebnisse', '/ergebnisse'),
      '. Am Ende prüfen wir, was sich für die Menschen geändert hat.',
    ),
  ]);
}

/** What the phase is for, its steps, and how far it is. */
function plainOf({ summary, steps, until, standing }: PublicPhase): string {
  const when =
    until && standing
      ? ` (${standings[standing]}, geplant bis ${monthName(dayParts(until).month)} ${dayParts(until).year})`
      : '';
  return [`: ${summary}${when}`, ...steps].join('\n');
}
