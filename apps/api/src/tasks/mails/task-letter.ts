import {
  button,
  documentOf,
  type DocumentContent,
  link,
  list,
  note,
  paragraph,
  signed,
} from '@runder-tisch/domain/documents';
import { counted } from '@runder-tisch/domain/text';
import { type Day, formatDate, relativeDay } from '@runder-tisch/domain/time';

export interface ToldTask {
  id: string;
  title: string;
  dueOn: Day | null;
  /** The name of its network, or of the committee in whose session it was given. */
  body: string | null;
  networkId: string | null;
  /** Who is to do it, where somebody else is told. */
  who: string;
  /** Where it is ticked off or opened. */
  href: string;
}

export interface TaskLetterFacts {
  kind: 'REMINDER' | 'OVERDUE';
  /** "Guten Tag, Frau Berg" */
  hello: string;
  tasks: readonly ToldTask[];
  from: string;
  today: Day;
  /** Where all of them stand; only for those who use the platform. */
  listUrl: string | null;
  optOutUrl: string;
}

/** One mail with all tasks somebody is reminded of, or that wait in networks and committees they look after. */
export function taskLetter(facts: TaskLetterFacts): { subject: string; content: DocumentContent } {
  const { kind, tasks, hello, listUrl, optOutUrl, from } = facts;
  const subject = kind === 'REMINDER' ? reminderSubject(tasks) : overdueSubject(tasks);
  const content = documentOf(subject, [
    paragraph(`${hello},`),
    paragraph(opening(facts)),
    list(
      tasks.map((task) => [
        `${task.title}${detailOf(task, facts)} – `,
        link(kind === 'REMINDER' ? 'als erledigt melden' : 'ansehen', task.href),
      ]),
    ),
    listUrl !== null && button('Alle überfälligen Aufgaben', listUrl),
    note(
      kind === 'REMINDER'
        ? 'Dafür brauchen Sie kein Passwort. Geht es nicht bis dahin, antworten Sie einfach auf diese Mail. '
        : 'Erledigt, verschoben oder in andere Hände gegeben: Jede Änderung nimmt die Aufgabe aus dieser Mail. ',
      link('Keine Mails zu Aufgaben mehr', optOutUrl),
    ),
    ...signed(from),
  ]);
  return { subject, content };
}

function reminderSubject(tasks: readonly ToldTask[]): string {
  const [only] = tasks;
  if (only && tasks.length === 1)
    return `Erinnerung: ${only.title}${only.dueOn ? ` (bis ${formatDate(only.dueOn)})` : ''}`;
  return `Erinnerung an ${counted(tasks.length, 'Aufgabe', 'Aufgaben')}`;
}

function overdueSubject(tasks: readonly ToldTask[]): string {
  const bodies = new Set(tasks.map(({ body }) => body));
  const [body] = bodies;
  const where = bodies.size === 1 && body ? `: ${body}` : ` in Ihren ${bodiesOf(tasks)}`;
  return `${counted(tasks.length, 'Aufgabe', 'Aufgaben')} überfällig${where}`;
}

function bodiesOf(tasks: readonly ToldTask[]): string {
  if (tasks.every(({ networkId }) => networkId !== null)) return 'Netzwerken';
  return tasks.some(({ networkId }) => networkId !== null) ? 'Netzwerken und Gremien' : 'Gremien';
}

function opening({ kind, tasks }: TaskLetterFacts): string {
  const one = tasks.length === 1;
  if (kind === 'OVERDUE')
    return one
      ? 'diese Aufgabe ist seit längerem überfällig, und niemand hat sie als erledigt gemeldet:'
      : 'diese Aufgaben sind seit längerem überfällig, und niemand hat sie als erledigt gemeldet:';
  return one
    ? 'diese Aufgabe haben Sie übernommen. Ist sie schon erledigt, genügt ein Klick:'
    : 'diese Aufgaben haben Sie übernommen. Was schon erledigt ist, melden Sie mit einem Klick:';
}

function detailOf(task: ToldTask, { kind, today }: TaskLetterFacts): string {
  const day = task.dueOn
    ? `${task.dueOn < today ? 'war fällig am' : 'bis'} ${formatDate(task.dueOn)}, ${relativeDay(task.dueOn, today)}`
    : '';
  const parts = [day, kind === 'OVERDUE' ? task.who || 'niemand zuständig' : '', task.body ?? ''];
  const said = parts.filter(Boolean).join(' · ');
  return said ? ` (${said})` : '';
}
