import { similarity } from '../imports/duplicates';
import { folded } from '../text';

/** What may be wrong when somebody needs help at once. */
export const dangers = ['VIOLENCE', 'CRISIS', 'CHILDREN', 'HEALTH'] as const;
export type Danger = (typeof dangers)[number];

/** A topic may hint at a danger; a number is for one of them, or for all. */
export const topicDangers = ['NONE', ...dangers] as const;
export type TopicDanger = (typeof topicDangers)[number];
export const numberDangers = ['ANY', ...dangers] as const;
export type NumberDanger = (typeof numberDangers)[number];

export const topicDangerLabels: Record<TopicDanger, string> = {
  NONE: 'Keine Gefahr',
  VIOLENCE: 'Gewalt',
  CRISIS: 'Seelische Krise',
  CHILDREN: 'Kinder und Jugendliche in Not',
  HEALTH: 'Krankheit, Unfall, Vergiftung',
};

export const numberDangerLabels: Record<NumberDanger, string> = {
  ...topicDangerLabels,
  ANY: 'In jeder Gefahr',
};

/** What the search needs of a topic: everyday words, and the words by which offers are found. */
export interface EverydayTopic {
  /** One word or phrase a line, or between commas. */
  said: string;
  finds: string;
  danger: TopicDanger;
}

/** One thing somebody asks for: an offer with any of these words has it. */
export interface SearchTerm {
  /** As typed and folded; empty where several words together mean something. */
  word: string;
  /** Folded words that mean the same. */
  meant: readonly string[];
  /** What is found by this is shown whatever else was typed. */
  danger: boolean;
}

export interface PublicSearch {
  terms: readonly SearchTerm[];
  dangers: readonly Danger[];
}

const MOST_TERMS = 10;
/** From here on two words are one with a slip of the finger, as `similarity()` of pg_trgm counts. */
const SLIP = 0.42;
/** Whoever writes of sleeping ("schlafen") is not to be asked whether somebody hits them ("schlagen"). */
const SLIP_OF_DANGER = 0.55;
const PART_OF_A_COMPOUND = 6;
const PART_THAT_IS_A_DANGER = 9;
const MAY_HOLD_A_SLIP = 5;
const MOST_LETTERS_APART = 2;
const PART_WITH_A_SLIP = 7;

/** Words of a sentence that say nothing about what is looked for. */
const saysNothing = new Set(
  folded(
    `ich du er sie es wir ihr mich dich mir dir uns euch ihm ihn ihnen mein meine meinem meinen meiner dein deine sein seine
    unser unsere der die das den dem des ein eine einem einen einer und oder aber auch nicht kein keine keinen mit ohne
    für von vom zu zum zur bei beim in im an am auf aus um über unter nach vor habe hab hat haben hatte bin bist ist sind
    war will möchte brauche braucht brauchen suche sucht suchen kann können muss müssen soll darf weiß wie was wer wo wohin
    wann warum wenn dass weil so sehr mehr viel zu ganz nur noch schon immer mal jetzt heute bitte gibt geht machen tun
    hilfe helfen hilft trotzdem jemand jemanden etwas alles man sich mann frau ehemann ehefrau mutter
    vater mama papa oma opa sohn tochter schwester bruder freund freundin partner partnerin
    werde wird wurde werden nimmt weiter fur uber`,
  ).split(/\s+/),
);

/** Words and phrases of a kept list: one a line, or between commas and semicolons; folded, without signs. */
export function keptWords(text: string): string[] {
  return text
    .split(/[\n,;]+/)
    .map((it) => wordsOf(it).join(' '))
    .filter((it) => it !== '');
}

/**
 * What somebody asks for in their own words, as the search of public offers looks for it.
 *
 * @param typed a word or a whole sentence: "ich habe Schulden"
 * @param topics what people say and what it means, as the county keeps it
 * @returns the terms in the order typed, at most ten, and the dangers the words hint at
 */
export function publicSearch(typed: string, topics: readonly EverydayTopic[]): PublicSearch {
  const all = wordsOf(typed);
  const telling = all.filter((it) => it.length > 2 && !saysNothing.has(it));
  const words = [...new Set(telling.length > 0 ? telling : all)].slice(0, MOST_TERMS);
  const sentence = ` ${all.join(' ')}`;
  const known = topics.map(({ said, finds, danger }) => ({
    said: keptWords(said),
    finds: keptWords(finds),
    danger,
  }));
  const found = new Set<Danger>();
  const note = (danger: TopicDanger): boolean => {
    if (danger !== 'NONE') found.add(danger);
    return danger !== 'NONE';
  };
  const terms: SearchTerm[] = words.map((word) => {
    const meant = known.filter(({ said, danger }) => said.some((it) => isSameWord(word, it, danger)));
    const slips = ({ said, danger }: (typeof known)[number]): boolean =>
      said.some((it) => isSlipOf(word, it, danger === 'NONE' ? SLIP : SLIP_OF_DANGER));
    const beginnings = ({ said, danger }: (typeof known)[number]): boolean =>
      danger === 'NONE' && said.some((it) => beginsWithSlipOf(word, it));
    const ways = [meant, known.filter(slips), known.filter(beginnings)];
    const close = ways.find(({ length }) => length > 0) ?? [];
    const hints = close.filter(({ danger }) => note(danger));
    return { word, meant: [...new Set(close.flatMap(({ finds }) => finds))], danger: hints.length > 0 };
  });
  for (const { said, finds, danger } of known) {
    if (!said.some((it) => it.includes(' ') && sentence.includes(` ${it}`))) continue;
    terms.push({ word: '', meant: finds, danger: note(danger) });
  }
  return { terms, dangers: dangers.filter((it) => found.has(it)) };
}

/**
 * The same, its beginning or a part of a compound: "Schulden" in "Schuldenberg" and "Mietschulden". Whoever asks for
 * „Ratschläge“ does not speak of „Schläge“, so that a danger needs a longer part.
 */
function isSameWord(word: string, said: string, danger: TopicDanger): boolean {
  if (said.includes(' ')) return false;
  if (word === said) return true;
  if (said.length >= 4 && word.startsWith(said)) return true;
  if (said.length >= (danger === 'NONE' ? PART_OF_A_COMPOUND : PART_THAT_IS_A_DANGER) && word.includes(said))
    return true;
  // An ending more or less, and no more: whoever writes „Kinder“ does not ask for „Kinderwunsch“.
  return word.length >= MAY_HOLD_A_SLIP && said.startsWith(word) && said.length - word.length <= 3;
}

/** Nearly as long, and the same but for a letter too few, too many or swapped with the next, or like enough as a whole. */
function isSlipOf(word: string, said: string, enough: number): boolean {
  if (word.length < MAY_HOLD_A_SLIP || said.length < MAY_HOLD_A_SLIP || said.includes(' ')) return false;
  // „Kinder“ is the beginning of „Kinderwunsch“, not that word mistyped.
  if (Math.abs(word.length - said.length) > MOST_LETTERS_APART) return false;
  return similarity(word, said) >= enough || isOneLetterApart(word, said);
}

/** A compound with a slip in its first part: „Alkohlprobleme“. */
function beginsWithSlipOf(word: string, said: string): boolean {
  const lengths = [said.length - 1, said.length, said.length + 1];
  return (
    said.length >= PART_WITH_A_SLIP &&
    word.length > said.length + 1 &&
    !said.includes(' ') &&
    lengths.some((length) => isOneLetterApart(word.slice(0, length), said))
  );
}

function isOneLetterApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  if (long.length === short.length + 1) return short.slice(same) === long.slice(same + 1);
  const swapped = `${short[same + 1] ?? ''}${short[same] ?? ''}${short.slice(same + 2)}`;
  return long.length === short.length && swapped === long.slice(same);
}

function wordsOf(text: string): string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((it) => it !== '');
}
