import {
  type Block,
  button,
  type DocumentContent,
  documentOf,
  heading,
  list,
  type MaybeBlock,
  note,
  paragraph,
  paragraphs,
  quote,
  signed,
  strong,
  type Words,
} from '../../documents';
import { decisionBlocks, decisionIsTold, type FeedbackDecision, type FeedbackState } from '../../feedback';
import { decisionSentence, type DecisionResult, type RecommendationState } from '../../findings';
import { formatDate } from '../../time';
import { type Verdict, verdictLabels } from '../evaluation';
import { type MeasureState, measureStateLabels } from '../measure-state';
import { measureStatusLabels } from '../measure-status';
import type { MeasureStatusView } from '../measures-views';
import { countsSentence, isSilent, yearLetterCounts } from './year-letter-counts';

/** A Maßnahme that rests on a recommendation; never a proposed one. */
export interface LetterMeasure {
  number: string;
  title: string;
  lead: string | null;
  state: MeasureState;
  dueOn: string | null;
  status: MeasureStatusView;
  /** Null where nobody declared what to look at. */
  verdict: Verdict | null;
  /** Once it counts as evaluated. */
  conclusion: string;
}

/** A recommendation that a body was asked about; never a draft. */
export interface LetterRecommendation {
  number: string;
  wording: string;
  state: RecommendationState;
  decisions: readonly {
    bodyName: string;
    decidedOn: string;
    reference: string;
    result: DecisionResult;
    final: boolean;
    wording: string;
    reason: string;
  }[];
  measures: readonly LetterMeasure[];
}

/** A confirmed Befund with what was derived from it. */
export interface LetterFinding {
  number: string;
  statement: string;
  caveat: string;
  /** Titles of Handlungsschwerpunkte that are set. */
  priorities: readonly string[];
  recommendations: readonly LetterRecommendation[];
}

/** One Hinweis of the organisation and what became of it. */
export interface LetterItem {
  number: string;
  receivedAt: string;
  /** Checked words; null while nobody has checked them. */
  text: string | null;
  state: FeedbackState;
  decision: FeedbackDecision | null;
  reason: string;
  forwardedTo: string;
  answer: string;
  /** Titles of the arguments it carries. */
  arguments: readonly string[];
  findings: readonly LetterFinding[];
}

export interface YearLetterFacts {
  organisation: string;
  year: number;
  introduction: string;
  /** What only this organisation reads. */
  words: string;
  items: readonly LetterItem[];
  /** When the letter before it was sent, an instant. */
  replaces: string | null;
  writer: string;
  /** Day of which it tells, YYYY-MM-DD. */
  asOf: string;
}

const TITLE = 'Sie sagten – wir prüften – entschieden wurde';

export function yearLetterSubject(year: number): string {
  return `${TITLE}: Ihre Hinweise im Jahr ${year}`;
}

/** What an introduction says until somebody writes another one. */
export function defaultIntroduction(year: number): string {
  return `vielen Dank für Ihre Hinweise im Jahr ${year}. In diesem Brief lesen Sie zu jedem, was wir geprüft haben und was entschieden wurde.`;
}

/**
 * The letter to one organisation about one year: to each Hinweis what they said, what was examined, what was decided;
 * at its end those to which there is nothing to say yet.
 * @param facts only what the organisation said in its own name, oldest first
 * @param mail how it greets, without the comma, and where its page is; absent on paper and on the screen
 */
export function yearLetterDocument(
  facts: YearLetterFacts,
  mail: { greeting: string; pageUrl: string } | null = null,
): DocumentContent {
  const told = facts.items.filter((item) => !isSilent(item));
  const silent = facts.items.filter(isSilent);
  const toldBefore = new Map<string, string>();
  return documentOf(
    // No line begins with a dash.
    TITLE.replaceAll(' –', '\u00a0–'),
    [
      paragraph(`${mail?.greeting ?? 'Guten Tag'},`),
      ...paragraphs(facts.introduction),
      ...paragraphs(facts.words),
      paragraph(countsSentence(facts.year, yearLetterCounts(facts.items))),
      facts.replaces !== null &&
        note(`Dieser Brief ersetzt unseren Brief vom ${formatDate(new Date(facts.replaces))}.`),
      ...told.flatMap((item) => toldItem(item, toldBefore)),
      silent.length > 0 && heading(`Noch ohne Antwort (${silent.length})`),
      silent.length > 0 &&
        paragraph('Dazu können wir Ihnen noch nichts sagen. Vergessen sind diese Hinweise nicht:'),
      list(silent.map(silentLine)),
      mail !== null && button('Brief im Browser lesen oder drucken', mail.pageUrl, 'quiet'),
      paragraph('Haben Sie Fragen dazu? Melden Sie sich gern bei uns.'),
      ...signed(facts.writer),
    ],
    {
      subtitle: `${facts.organisation} · Ihre Hinweise im Jahr ${facts.year} · Stand ${formatDate(facts.asOf)}`,
    },
  );
}

/** Several Hinweise may lead to the same Befunde: what became of them stands at the first and is named at the others. */
function toldItem(item: LetterItem, toldBefore: Map<string, string>): MaybeBlock[] {
  const chain = item.findings.map(({ number }) => number).join(' ');
  const before = chain === '' ? undefined : toldBefore.get(chain);
  if (chain !== '' && before === undefined) toldBefore.set(chain, item.number);
  return [
    heading(`${item.number} vom ${formatDate(new Date(item.receivedAt))}`),
    heading('Sie sagten', 3),
    item.text === null ? paragraph('Den Wortlaut geben wir hier nicht wieder.') : quote(item.text),
    heading('Wir prüften', 3),
    ...examined(item, before),
    heading('Entschieden wurde', 3),
    ...(before === undefined ? decided(item) : [paragraph(`Dasselbe wie bei ${before}.`)]),
  ];
}

function examined(item: LetterItem, before: string | undefined): Block[] {
  if (item.state === 'REJECTED') return [paragraph('Wir konnten diesen Hinweis nicht bearbeiten.')];
  const blocks: Block[] = decisionIsTold(item.state) ? decisionBlocks(item) : [];
  if (item.arguments.length > 0)
    blocks.push(paragraph(`Zusammengefasst ist er im Argument ${quoted(item.arguments)}.`));
  if (before !== undefined) {
    const what = item.findings.length === 1 ? 'derselbe Befund' : 'dieselben Befunde';
    return [...blocks, paragraph(`Dazu gilt ${what} wie bei ${before}.`)];
  }
  for (const { number, statement, caveat, priorities } of item.findings) {
    blocks.push(paragraph(strong(`Befund ${number}: `), statement));
    if (caveat) blocks.push(paragraph(`Einschränkung: ${caveat}`));
    if (priorities.length > 0)
      blocks.push(paragraph(`Daraus wurde der Handlungsschwerpunkt ${quoted(priorities)}.`));
  }
  return blocks;
}

function decided(item: LetterItem): Block[] {
  const recommendations = unique(item.findings.flatMap((finding) => finding.recommendations));
  if (recommendations.length > 0) return recommendations.flatMap(toldRecommendation);
  if (isClosed(item)) return [paragraph('Damit ist dieser Hinweis abgeschlossen.')];
  return [paragraph('Noch offen: Eine Handlungsempfehlung dazu gibt es noch nicht.')];
}

/** Nothing more is to come of it. */
function isClosed({ state, decision, findings }: LetterItem): boolean {
  if (findings.length > 0) return false;
  return state === 'REJECTED' || decision === 'NOT_INCORPORATED' || decision === 'OUT_OF_SCOPE';
}

function toldRecommendation({ number, wording, state, decisions, measures }: LetterRecommendation): Block[] {
  const last = decisions.find((it) => it.final);
  return [
    paragraph(strong(`Empfehlung ${number}: `), wording),
    paragraph(decisionSentence({ state, withdrawnReason: '' }, decisions)),
    ...(last && state === 'CHANGED' && last.wording && last.wording !== wording
      ? [paragraph(`Beschlossen wurde: ${last.wording}`)]
      : []),
    ...(last?.reason ? [paragraph(`Begründung: ${last.reason}`)] : []),
    ...(measures.length > 0
      ? [list(measures.map(toldMeasure))]
      : state === 'ACCEPTED' || state === 'CHANGED'
        ? [paragraph('Eine Maßnahme dazu ist noch offen.')]
        : []),
  ];
}

function toldMeasure(measure: LetterMeasure): Words {
  const { number, title, lead, state, dueOn, status, verdict, conclusion } = measure;
  return [
    strong(`Maßnahme ${number}: ${title}`),
    [
      '',
      [measureStateLabels[state], lead && `Federführung ${lead}`, dueOn && `bis ${formatDate(dueOn)}`]
        .filter(Boolean)
        .join(' · '),
      statusLine(status),
      verdict && `Wirkung: ${verdictLabels[verdict]}${conclusion ? `. ${conclusion}` : ''}`,
    ]
      .filter((line) => line !== null)
      .join('\n'),
  ];
}

/** Whoever set it by hand is not named: the house says it. */
function statusLine({ status, reason, computed }: MeasureStatusView): string {
  const word = `Status: ${measureStatusLabels[status]}`;
  if (!computed) return `${word}. ${reason}`;
  return `${word}, so eingeschätzt von der Sozialplanung: ${reason} (errechnet: ${measureStatusLabels[computed.status]})`;
}

function silentLine({ number, receivedAt, text }: LetterItem): Words {
  return [strong(`${number} vom ${formatDate(new Date(receivedAt))}: `), text ?? 'Wird gerade noch gelesen.'];
}

function quoted(titles: readonly string[]): string {
  return new Intl.ListFormat('de').format(titles.map((title) => `„${title}“`));
}

function unique(recommendations: readonly LetterRecommendation[]): LetterRecommendation[] {
  return [...new Map(recommendations.map((it) => [it.number, it])).values()];
}

/** Of all letters of a year in one file. */
export function boundLettersTitle(year: number): string {
  return `Jahresbriefe ${year}`;
}

/** For the name of a file: "Jahresbrief 2026 Haus am Markt.pdf". */
export function yearLetterFileName(year: number, organisation: string): string {
  return `Jahresbrief ${year} ${organisation.replaceAll(/[/\\:*?"<>|]/g, '-')}.pdf`;
}
