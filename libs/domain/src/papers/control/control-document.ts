import { type DocumentContent, documentOf, note, paragraph, type Run, strong, table } from '../../documents';
import { asSentence } from '../../text';
import { formatDate, formatShortDate } from '../../time';
import { type ControlState, controlStateLabels } from './control-state';
import type { SessionControlItem, SessionControlView } from './control-views';

/** The paper of a session: what became of the body's resolutions. */
export function controlDocument(
  { committee, day, previousOn, items }: SessionControlView,
  closed: boolean,
): DocumentContent {
  const part = closed ? ' · nicht öffentlicher Teil' : '';
  return documentOf(
    'Beschlusskontrolle',
    [
      items.length === 0 && paragraph('Zu dieser Sitzung steht kein Beschluss unter Kontrolle.'),
      items.length > 0 &&
        table(
          [
            { head: 'Beschluss', share: 1.7 },
            { head: 'Gegenstand', share: 5 },
            { head: 'Zuständig', share: 2.4 },
            { head: 'Frist', share: 1.55 },
            { head: 'Stand', share: 5 },
          ],
          items.map(rowOf),
          { rowHeads: true },
        ),
      items.length > 0 &&
        note(
          previousOn
            ? `Stand vor der Sitzung. Was seit der Sitzung am ${formatDate(previousOn)} als erledigt gemeldet wurde, steht hier zum letzten Mal.`
            : 'Stand vor der Sitzung. Was als erledigt gemeldet wurde, steht hier zum letzten Mal.',
        ),
    ],
    { subtitle: `${committee.name} · Sitzung am ${formatDate(day)}${part}` },
  );
}

function rowOf(it: SessionControlItem): (string | Run | (string | Run)[])[] {
  return [
    `${it.resolutionNumber}\n${formatShortDate(it.decidedOn)}`,
    it.applicant ? `${it.paper.title}\nAntrag: ${it.applicant}` : it.paper.title,
    it.unit || 'nicht eingetragen',
    deadlineOf(it),
    [strong(asSentence(stateInWords(it))), it.words && ` ${it.words}`, measuresOf(it)],
  ];
}

/** "verzögert, überfällig:" before the reason, "erledigt" without one. */
export function stateInWords({
  state,
  overdue,
  words,
}: {
  state: ControlState;
  overdue: boolean;
  words: string;
}): string {
  const said = [controlStateLabels[state], overdue && 'überfällig'].filter(Boolean).join(', ');
  return words ? `${said}:` : said;
}

function deadlineOf({ dueOn, nextOn, state }: SessionControlItem): string {
  if (state === 'STANDING' && nextOn) return `Vorlage ${formatShortDate(nextOn)}`;
  return dueOn ? formatShortDate(dueOn) : 'ohne Frist';
}

function measuresOf({ measures }: SessionControlItem): string {
  return measures.length > 0 ? `\nMaßnahme ${measures.map(({ number }) => number).join(', ')}` : '';
}
