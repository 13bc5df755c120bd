import {
  type Block,
  type DocumentContent,
  documentOf,
  facts,
  heading,
  list,
  note,
  paragraph,
  strong,
  table,
  type Words,
} from '../documents';
import { feedbackDecisionLabels, feedbackSourceLabels } from '../feedback';
import { agreementOutcomeLabels } from '../meetings';
import { membershipRoleLabels, networkKindLabels, networkStateLabels } from '../networks';
import { consolidationColourLabels, trendPerYear } from '../structure';
import { asSentence, counted, shortened, wholeNumber } from '../text';
import { dayParts, formatDate, formatShortDate } from '../time';
import {
  agreementWords,
  consolidationWords,
  feedbackWords,
  heldWords,
  seatWords,
  taskWords,
} from './report-words';
import type {
  ReportedAttendance,
  ReportedFeedback,
  ReportedSeats,
  ReportedTasks,
  YearlyReportFacts,
} from './yearly-reports-views';

/** So much of each fits on four pages; the rest is counted. */
export const reportRoom = {
  topics: 6,
  organisations: 30,
  agreements: 12,
  tasks: 8,
  feedback: 8,
  vacancies: 12,
  names: 15,
  signs: 160,
} as const;

/**
 * In: what a network did in a year. Out: its yearly report of two to four pages, as blocks for screen, PDF and Word.
 * It names organisations and the coordination, and nobody else: it is handed on.
 */
export function yearlyReportDocument(report: YearlyReportFacts): DocumentContent {
  const { network, year, until } = report;
  return documentOf(
    `Jahresbericht ${year}: ${network.name}`,
    [
      report.network.purpose !== '' && paragraph(network.purpose),
      facts([
        ['Koordination', report.coordination.join(', ') || 'nicht besetzt'],
        ['Stand der Arbeit', networkStateLabels[network.state]],
        ['Handlungsfelder', report.fields.join(', ')],
        ['Treffen', asSentence(heldWords(report))],
        ['Vereinbarungen', asSentence(agreementWords(report))],
        ['Aufgaben', asSentence(taskWords(report.tasks))],
        ['Hinweise', asSentence(feedbackWords(report.feedback))],
        ['Plätze', asSentence(seatWords(report.seats))],
        ['Verstetigung', asSentence(consolidationWords(report))],
      ]),
      ...met(report),
      ...came(report.attendance, report.meetings.length),
      ...agreed(report),
      ...assigned(report.tasks),
      ...heard(report.feedback),
      ...seated(report.seats, until),
      ...lasting(report),
      note(`Stand der Angaben: ${formatDate(until)}. Gäste sind bei der Anwesenheit nicht mitgezählt.`),
    ],
    { subtitle: `${networkKindLabels[network.kind]} · ${periodWords(report)}` },
  );
}

function periodWords({ year, until }: YearlyReportFacts): string {
  return until === `${year}-12-31`
    ? `1. Januar bis 31. Dezember ${year}`
    : `1. Januar bis ${formatDate(until)}`;
}

function met({ meetings, year }: YearlyReportFacts): Block[] {
  if (meetings.length === 0)
    return [heading('Treffen und Themen'), paragraph(`Im Jahr ${year} gab es kein Treffen.`)];
  return [
    heading('Treffen und Themen'),
    table(
      [
        { head: 'Datum', share: 1.1 },
        { head: 'Treffen', share: 2 },
        { head: 'Themen', share: 4 },
        { head: 'Anwesend', share: 1.2, align: 'end' },
      ],
      meetings.map(({ on, title, topics, invited, present }) => [
        formatShortDate(on),
        title,
        withRest(
          topics.slice(0, reportRoom.topics).map((topic) => shortened(topic, reportRoom.signs / 2)),
          topics.length,
          'weiteres Thema',
          'weitere Themen',
        ).join('; ') || 'ohne Tagesordnung',
        invited > 0 ? `${present} von ${invited}` : String(present),
      ]),
      { caption: 'Treffen mit Themen und Anwesenheit', rowHeads: true },
    ),
  ];
}

function came(attendance: readonly ReportedAttendance[], meetings: number): Block[] {
  if (meetings === 0 || attendance.length === 0) return [];
  const shown = attendance.slice(0, reportRoom.organisations);
  const rest = attendance.length - shown.length;
  return [
    heading('Anwesenheit nach Organisation'),
    table(
      [
        { head: 'Organisation', share: 4 },
        { head: 'Dabei', share: 1.2, align: 'end' },
      ],
      shown.map(({ organisation, came: times, of }) => [organisation, `${times} von ${of}`]),
      { caption: 'Bei wie vielen Treffen jemand für die Organisation da war', rowHeads: true },
    ),
    ...(rest > 0
      ? [paragraph(`und ${counted(rest, 'weitere Organisation', 'weitere Organisationen')}`)]
      : []),
  ];
}

function agreed({ agreements }: YearlyReportFacts): Block[] {
  if (agreements.length === 0)
    return [
      heading('Vereinbarungen'),
      paragraph('In diesem Jahr steht in den freigegebenen Protokollen keine.'),
    ];
  const shown = agreements.slice(0, reportRoom.agreements);
  const rest = agreements.length - shown.length;
  return [
    heading('Vereinbarungen'),
    table(
      [
        { head: 'Vereinbarung', share: 4 },
        { head: 'vom', share: 1.1 },
        { head: 'Stand', share: 2 },
      ],
      shown.map(({ text, on, outcome, note: words }) => [
        shortened(text, reportRoom.signs),
        formatShortDate(on),
        [agreementOutcomeLabels[outcome], shortened(words, reportRoom.signs / 2)].filter(Boolean).join(': '),
      ]),
      { caption: 'Was vereinbart wurde und wie es steht', rowHeads: true },
    ),
    ...(rest > 0
      ? [paragraph(`und ${counted(rest, 'weitere Vereinbarung', 'weitere Vereinbarungen')}`)]
      : []),
  ];
}

function assigned(tasks: ReportedTasks): Block[] {
  const { listed, open } = tasks;
  if (open === 0) return [];
  const shown = listed
    .slice(0, reportRoom.tasks)
    .map(({ title, dueOn, who }): Words => [
      shortened(title, reportRoom.signs),
      [who && ` – ${who}`, dueOn && ` (bis ${formatShortDate(dueOn)})`].filter(Boolean).join(''),
    ]);
  return [heading('Offene Aufgaben', 3), list(withRest(shown, open, 'weitere Aufgabe', 'weitere Aufgaben'))];
}

function heard(feedback: ReportedFeedback): Block[] {
  if (feedback.total === 0)
    return [
      heading('Hinweise und was daraus wurde'),
      paragraph('Aus dem Netzwerk kam in diesem Jahr kein Hinweis.'),
    ];
  const { bySource, byDecision, waiting, rejected, listed } = feedback;
  const shown = listed
    .slice(0, reportRoom.feedback)
    .map(({ number, text, decision, reason, forwardedTo }): Words => [
      strong(`${number} `),
      shortened(text, reportRoom.signs),
      ` – ${feedbackDecisionLabels[decision]}${forwardedTo ? ` an ${shortened(forwardedTo, 60)}` : ''}${reason ? `: ${shortened(reason, reportRoom.signs)}` : ''}`,
    ]);
  const decided = byDecision.reduce((sum, { count }) => sum + count, 0);
  return [
    heading('Hinweise und was daraus wurde'),
    paragraph(
      `Herkunft: ${bySource.map(({ source, count }) => `${feedbackSourceLabels[source]} ${wholeNumber(count)}`).join(', ')}.`,
    ),
    table(
      [
        { head: 'Was daraus wurde', share: 4 },
        { head: 'Anzahl', share: 1, align: 'end' },
      ],
      [
        ...byDecision.map(({ decision, count }) => [feedbackDecisionLabels[decision], wholeNumber(count)]),
        ...(rejected > 0 ? [['zurückgewiesen', wholeNumber(rejected)]] : []),
        ...(waiting > 0 ? [['noch nicht entschieden', wholeNumber(waiting)]] : []),
      ],
      { caption: 'Hinweise nach Entscheidung', rowHeads: true },
    ),
    ...(shown.length > 0
      ? [
          heading('Zuletzt entschieden', 3),
          list(withRest(shown, decided, 'weiterer Hinweis', 'weitere Hinweise')),
        ]
      : []),
  ];
}

function seated({ vacant, gaps, joined, left }: ReportedSeats, until: string): Block[] {
  const shown = vacant
    .slice(0, reportRoom.vacancies)
    .map(
      ({ organisation, role, since }) =>
        `${organisation || 'ohne Organisation'} (${membershipRoleLabels[role]}), unbesetzt seit ${formatShortDate(since)}`,
    );
  return [
    heading('Besetzung'),
    facts([
      ['Neu dabei', named(joined)],
      ['Ausgeschieden', named(left)],
    ]),
    vacant.length > 0
      ? list(withRest(shown, vacant.length, 'weiterer Platz', 'weitere Plätze'))
      : paragraph(`Am ${formatDate(until)} war kein Platz unbesetzt.`),
    ...(gaps.length > 0 ? [heading('Was zur vorgesehenen Zusammensetzung fehlt', 3), list(gaps)] : []),
  ];
}

function named(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  return withRest(names.slice(0, reportRoom.names), names.length, 'weitere', 'weitere').join(', ');
}

function lasting({ checks, year }: YearlyReportFacts): Block[] {
  const [check] = checks;
  if (!check) return [heading('Verstetigung'), paragraph('Das Netzwerk wurde noch nicht geprüft.')];
  const years = trendPerYear(
    checks.map(({ checkedOn, results }) => ({
      checkedOn,
      met: results.filter((result) => result.met).length,
      of: results.length,
    })),
  );
  const old = dayParts(check.checkedOn).year < year;
  return [
    heading('Verstetigung'),
    paragraph(
      `Geprüft am ${formatDate(check.checkedOn)} von ${check.madeBy}${old ? `; im Jahr ${year} gab es keinen Check` : ''}.`,
    ),
    ...(check.note ? [paragraph(check.note)] : []),
    table(
      [
        { head: 'Kriterium', share: 2.4 },
        { head: 'Erfüllt', share: 0.9 },
        { head: 'Was dafür und dagegen spricht', share: 4 },
      ],
      check.results.map(({ name, met: yes, evidence, reason }) => [
        name,
        yes ? 'ja' : 'nein',
        [evidence, reason].filter((words) => words.trim() !== '').join('\n') || '–',
      ]),
      { caption: 'Kriterien der Verstetigung', rowHeads: true },
    ),
    ...(years.length > 1
      ? [
          heading('Entwicklung', 3),
          table(
            [
              { head: 'Jahr', share: 1 },
              { head: 'Stand', share: 3 },
              { head: 'Erfüllt', share: 1.2, align: 'end' },
              { head: 'Zum Vorjahr', share: 1.6, align: 'end' },
            ],
            years.map(({ year: of, colour, met: yes, of: all, change }) => [
              String(of),
              consolidationColourLabels[colour],
              `${yes} von ${all}`,
              changeWords(change),
            ]),
            { caption: 'Erfüllte Kriterien Jahr für Jahr', rowHeads: true },
          ),
        ]
      : []),
  ];
}

function changeWords(change: number | null): string {
  if (change === null) return '–';
  if (change === 0) return 'unverändert';
  return change > 0 ? `${change} mehr` : `${-change} weniger`;
}

function withRest<Shown extends Words>(
  shown: readonly Shown[],
  total: number,
  one: string,
  many: string,
): (Shown | string)[] {
  const rest = total - shown.length;
  return rest > 0 ? [...shown, `und ${counted(rest, one, many)}`] : [...shown];
}
