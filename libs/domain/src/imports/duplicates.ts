import { isEverybodysMailbox, normaliseMail } from '../addresses';
import { folded } from '../text';

/** What can be compared of two entries; what one of them lacks says nothing. */
export interface Comparable {
  name: string;
  mail?: string;
  website?: string;
  /** Street and number, postal code, town. */
  address?: string;
  /** For people: names of the organisations they speak for. */
  organisations?: readonly string[];
}

export interface Likeness {
  /** From 0 (nothing in common) to 1 (the same). */
  score: number;
  /** Why, in the words of the screen: "gleiche Mailadresse", "Name zu 86 % gleich". */
  reasons: string[];
}

/** From here on two entries are shown as perhaps the same. */
export const PERHAPS_SAME = 0.6;

/** Forms of law and little words that say nothing about who somebody is. */
const SAYS_NOTHING =
  /\b(e\.?\s?v|g?gmbh|gug|ug|ag|kg|ohg|co|stiftung|der|die|das|des|und|fuer|im|in|am|an|von|vom|zu|zum|demo)\b\.?/g;

/** A name as it is compared: folded, without signs and doubled blanks. */
export function foldedName(text: string): string {
  return folded(text)
    .replace(/[^\p{L}\p{N}.@]+/gu, ' ')
    .trim();
}

/** A name without form of law and little words; the folded name itself where nothing would be left. */
export function nameCore(name: string): string {
  const whole = foldedName(name);
  const core = whole.replace(SAYS_NOTHING, ' ').replace(/\./g, ' ').replace(/\s+/g, ' ').trim();
  return core === '' ? whole : core;
}

/** The trigrams of a folded text as pg_trgm makes them: two blanks before each word, one behind. */
export function trigramsOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const word of text.split(/[^\p{L}\p{N}]+/u)) {
    if (word === '') continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}

/**
 * Share of common trigrams, as `similarity()` of pg_trgm (|A ∩ B| / |A ∪ B|).
 * @returns 0 to 1; 0 where one text has no letters
 */
export function similarity(one: string, other: string): number {
  const left = trigramsOf(one);
  const right = trigramsOf(other);
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const trigram of left) if (right.has(trigram)) common += 1;
  return common / (left.size + right.size - common);
}

/** The host of a website without "www."; empty where there is none. */
export function siteOf(website: string): string {
  return (/^(?:https?:\/\/)?(?:www\.)?([^/?#\s]+)/i.exec(website.trim())?.[1] ?? '').toLowerCase();
}

/**
 * How likely two entries mean the same organisation or person. The name counts most; a shared mail address,
 * website, address or organisation adds a part of what is missing to 1, a different one takes nothing away,
 * because houses move and people change posts.
 */
export function likeness(one: Comparable, other: Comparable): Likeness {
  const reasons: string[] = [];
  const name = namesAlike(one.name, other.name);
  let score = name * 0.9;
  if (foldedName(one.name) === foldedName(other.name)) {
    score = 0.9;
    reasons.push('gleicher Name');
  } else if (name >= 0.35) {
    reasons.push(`Name zu ${Math.round(name * 100)} % gleich`);
  }
  const adds = (part: number, reason: string): void => {
    score += (1 - score) * part;
    reasons.push(reason);
  };
  if (one.mail && other.mail && normaliseMail(one.mail) === normaliseMail(other.mail))
    adds(0.7, 'gleiche Mailadresse');
  else if (sameDomain(one.mail, other.mail)) adds(0.15, 'gleiche Mail-Domain');
  const site = siteOf(one.website ?? '');
  if (site !== '' && site === siteOf(other.website ?? '')) adds(0.5, 'gleiche Webseite');
  const address =
    one.address && other.address ? similarity(foldedName(one.address), foldedName(other.address)) : 0;
  if (address >= 0.75) adds(0.3, 'gleiche Anschrift');
  const shared = one.organisations?.find((it) =>
    other.organisations?.some((its) => foldedName(its) === foldedName(it)),
  );
  if (shared !== undefined) adds(0.4, `spricht auch für ${shared}`);
  return { score: Math.round(Math.min(score, 1) * 100) / 100, reasons };
}

/** "Team 3" and "Team 4" are two, however much of their names is the same. */
function namesAlike(one: string, other: string): number {
  const [first, second] = [numbersIn(one), numbersIn(other)];
  const apart = first !== '' && second !== '' && first !== second;
  return similarity(nameCore(one), nameCore(other)) * (apart ? 0.5 : 1);
}

function numbersIn(name: string): string {
  return (name.match(/\d+/g) ?? []).join(' ');
}

function sameDomain(one = '', other = ''): boolean {
  const domain = one.split('@')[1]?.toLowerCase() ?? '';
  return domain !== '' && !isEverybodysMailbox(one) && domain === other.split('@')[1]?.toLowerCase();
}
