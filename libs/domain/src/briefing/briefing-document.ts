import {
  type Block,
  type DocumentContent,
  documentOf,
  heading,
  list,
  paragraph,
  strong,
  type Words,
} from '../documents';
import { decisionResultLabels, findingStateLabels, recommendationStateLabels } from '../findings';
import { measureStateLabels, measureStatusLabels } from '../measures';
import { verdictLabels } from '../measures/evaluation';
import { asSentence, counted, shortened, wholeNumber } from '../text';
import { formatDate, formatShortDate } from '../time';
import type {
  BriefingDecision,
  BriefingMeasure,
  BriefingOffers,
  BriefingProjects,
  BriefingView,
  BriefingVoices,
} from './briefing-views';

/** How much of each list has room, and how many signs of a text. */
export interface BriefingRoom {
  contradictions: number;
  figures: number;
  findings: number;
  measures: number;
  decisions: number;
  places: number;
  signs: number;
}

/** From the most to the least; the last one fits onto a page whatever was typed. */
export const briefingRooms: readonly [BriefingRoom, ...BriefingRoom[]] = [
  { contradictions: 5, figures: 4, findings: 3, measures: 5, decisions: 3, places: 12, signs: 150 },
  { contradictions: 4, figures: 4, findings: 3, measures: 4, decisions: 3, places: 8, signs: 110 },
  { contradictions: 3, figures: 3, findings: 3, measures: 3, decisions: 3, places: 6, signs: 85 },
  { contradictions: 3, figures: 3, findings: 3, measures: 3, decisions: 2, places: 6, signs: 70 },
  { contradictions: 2, figures: 2, findings: 3, measures: 2, decisions: 2, places: 6, signs: 85 },
  { contradictions: 2, figures: 2, findings: 3, measures: 2, decisions: 2, places: 4, signs: 60 },
  { contradictions: 1, figures: 1, findings: 3, measures: 1, decisions: 1, places: 2, signs: 40 },
];

/**
 * The Sprechzettel of a Handlungsfeld: what somebody takes into a meeting.
 * @param reader the name of the one it is made for
 * @param room how much of each list is told; the rest is counted
 */
export function briefingDocument(view: BriefingView, reader: string, room: BriefingRoom): DocumentContent {
  const { field, day, sentence, voices, offers, projects } = view;
  return documentOf(
    shortened(field.name, room.signs),
    [
      paragraph(strong(sentence)),
      ...contradictions(view, room),
      ...inFigures(view, room),
      ...(voices ? heard(voices, room) : []),
      heading('Angebote'),
      ...offered(offers, room),
      heading('Maßnahmen'),
      ...carriedOut(projects, room),
      heading('Empfehlungen'),
      ...recommended(projects, room),
    ],
    { subtitle: `Sprechzettel, Stand ${formatDate(day)}, für ${shortened(reader, 60)}` },
  );
}

function contradictions(
  { contradictions: all, furtherContradictions }: BriefingView,
  room: BriefingRoom,
): Block[] {
  if (all.length === 0) return [];
  // What contradicts stands at the end of the sentence: it is told whole wherever its titles are of usual length.
  const shown = all.slice(0, room.contradictions).map(({ says }) => shortened(says, room.signs * 4));
  return [
    heading('Widersprüche'),
    list(withRest(shown, all.length + furtherContradictions, 'weiterer', 'weitere')),
  ];
}

function inFigures({ figures, furtherFigures }: BriefingView, room: BriefingRoom): Block[] {
  if (figures.length === 0) return [];
  const shown = figures
    .slice(0, room.figures)
    .map(({ name, value, period, trend, source }): Words => [
      strong(`${shortened(name, room.signs)}: ${value} `),
      shortened(`(${[period, trend, source].filter(Boolean).join('; ')})`, room.signs * 2),
    ]);
  return [
    heading('Zahlen'),
    list(withRest(shown, figures.length + furtherFigures, 'weitere Zahl', 'weitere Zahlen')),
  ];
}

function heard(voices: BriefingVoices, room: BriefingRoom): Block[] {
  const { findings, confirmedFindings, draftFindings } = voices;
  const shown = findings
    .slice(0, room.findings)
    .map(({ number, statement, state, voices: heardOf }): Words => [
      strong(`${number} `),
      shortened(statement, room.signs),
      ` (${counted(heardOf, 'Hinweis', 'Hinweise')}${state === 'CONFIRMED' ? '' : `, ${findingStateLabels[state]}`})`,
    ]);
  return [
    heading('Stimmen und Befunde'),
    shown.length > 0
      ? list(withRest(shown, confirmedFindings + draftFindings, 'weiterer Befund', 'weitere Befunde'))
      : paragraph('Noch kein Befund.'),
  ];
}

function offered(offers: BriefingOffers, room: BriefingRoom): Block[] {
  return [list(offerSentences(offers, room.places).map((says) => shortened(says, room.signs * 3)))];
}

/**
 * What there is and what is missing, each thing one sentence.
 * @param places how many municipalities are named; the rest is counted
 */
export function offerSentences(offers: BriefingOffers, places: number): string[] {
  const { published, stale, countyWide, municipalities, withoutOffer, waiting } = offers;
  if (published + stale === 0) return ['Kein veröffentlichtes Angebot.'];
  const all = counted(published + stale, 'veröffentlichtes Angebot', 'veröffentlichte Angebote');
  const old = stale > 0 ? `, ${wholeNumber(stale)} davon seit über einem Jahr nicht bestätigt` : '';
  const wide = countyWide > 0 ? `, ${wholeNumber(countyWide)} für den ganzen Landkreis` : '';
  const sentences = [`${all}${old}${wide}.`];
  if (withoutOffer.length > 0) {
    const named = withoutOffer.slice(0, places).join(', ');
    const rest = withoutOffer.length - places;
    const more = rest > 0 ? ` und ${counted(rest, 'weitere', 'weitere')}` : '';
    sentences.push(
      withoutOffer.length === municipalities
        ? `Keine der ${wholeNumber(municipalities)} Gemeinden hat ein eigenes Angebot.`
        : `Ohne eigenes Angebot: ${named}${more}.`,
    );
  }
  const [longest] = waiting;
  if (longest)
    sentences.push(
      `Längste Wartezeit: ${counted(longest.days, 'Tag', 'Tage')} bei ${longest.title} (Stand ${formatShortDate(longest.on)}).`,
    );
  return sentences;
}

function carriedOut({ measures, measureCount }: BriefingProjects, room: BriefingRoom): Block[] {
  const shown = measures
    .slice(0, room.measures)
    .map((measure): Words => [
      strong(`${measure.number} `),
      shortened(measure.title, room.signs),
      `: ${shortened(measureWords(measure), room.signs * 2)}`,
    ]);
  if (shown.length === 0) return [paragraph('Keine laufende oder abgeschlossene Maßnahme.')];
  return [list(withRest(shown, measureCount, 'weitere Maßnahme', 'weitere Maßnahmen'))];
}

/** How a measure stands and what it changed, with the reason; of the one who set it where it was set by hand. */
export function measureWords({ status, verdict }: Pick<BriefingMeasure, 'status' | 'verdict'>): string {
  const by = status.setBy ? ` (von Hand, ${status.setBy})` : '';
  const effect = verdict === 'NO_VERDICT' ? '' : ` Wirkung: ${verdictLabels[verdict]}.`;
  return `${measureStatusLabels[status.status]}${by}. ${status.reason.trim()}`.trim() + effect;
}

function recommended(projects: BriefingProjects, room: BriefingRoom): Block[] {
  const { open, openCount, decided } = projects;
  const blocks: Block[] = [];
  if (open.length > 0) {
    const shown = open
      .slice(0, room.decisions)
      .map(({ number, excerpt }): Words => [strong(`${number} `), shortened(excerpt, room.signs)]);
    blocks.push(heading('Offene Entscheidungen', 3), list(withRest(shown, openCount, 'weitere', 'weitere')));
  }
  if (decided.length > 0) {
    const shown = decided
      .slice(0, room.decisions)
      .map((it): Words => [
        strong(`${it.number} `),
        shortened(it.excerpt, room.signs).replace(/\.$/u, ''),
        `: ${shortened(decisionWords(it), room.signs * 2)}`,
      ]);
    blocks.push(heading('Zuletzt entschieden', 3), list(shown));
  }
  return blocks.length > 0 ? blocks : [paragraph('Noch keine eingebracht und keine entschieden.')];
}

/** What a body made of a recommendation and what became of it since. */
export function decisionWords({ state, decision, measures }: BriefingDecision): string {
  const made = decision
    ? `${decisionResultLabels[decision.result]} am ${formatShortDate(decision.decidedOn)} (${decision.bodyName}).`
    : `${recommendationStateLabels[state]}.`;
  if (state === 'REJECTED') return made;
  if (measures.length === 0) return `${made} Noch ohne Maßnahme.`;
  const carried = measures.map(({ number, state: how }) => `${number} ${measureStateLabels[how]}`).join(', ');
  return `${made} ${asSentence(carried)}.`;
}

function withRest(shown: readonly Words[], total: number, one: string, many: string): Words[] {
  const rest = total - shown.length;
  return rest > 0 ? [...shown, `und ${counted(rest, one, many)}`] : [...shown];
}
