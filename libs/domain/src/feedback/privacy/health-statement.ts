import type { Span } from './redaction';

const HEALTH =
  /(?<!\p{L})(?:\p{L}*(?:krebs|demen[zt]|depressi|psychos|psychisch\s+krank|alkoholi|drogenabhäng|suchtkrank|süchtig|epilep|diabet|autis|schizophren|adhs|hiv|schwanger|schwerbehinder|pflegegrad|pflegestufe|behinderung|schlaganfall|herzinfarkt|magersucht|bulimi|suizid|selbstmord|borderline|trauma|multiple\s+sklerose|parkinson|rollstuhl|chemotherapie|entzug|diagnose|erkrank)\p{L}*)/giu;

/** Without a name, but the family knows, and so does whoever knows the sender. */
const RELATIVE =
  /(?<!\p{L})(?:mein|unser|ihr|sein)e?[nrms]?\s+(?:\p{Ll}+e[nr]?\s+)?(?:Mutter|Vater|Mann|Frau|Sohn(?:es)?|Tochter|Kind(?:es)?|Bruder|Schwester|Oma|Opa|Großmutter|Großvater|Enkel(?:in)?|Nachbar(?:in|n)?|Partner(?:in)?|Kolleg(?:e|en|in)|Chef(?:in)?|Schwiegermutter|Schwiegervater|Schwager|Schwägerin|Tante|Onkel|Neffe|Nichte)(?!\p{L})/giu;
const OWN =
  /(?<!\p{L})(?:ich\s+(?:bin|habe|leide|hatte|war)|bei mir wurde|meine\s+(?:Krankheit|Diagnose|Erkrankung))(?!\p{L})/giu;

/**
 * Words on health in a sentence that also names or points to one person: the statement is about somebody
 * identifiable. Sentences about groups ("viele Ältere sind dement") stay free.
 */
export function healthSpans(text: string, identities: readonly Span[]): Span[] {
  const pointers = [RELATIVE, OWN].flatMap((pattern) => spansOf(text, pattern));
  return sentences(text).flatMap((sentence) => {
    const health = spansOf(text.slice(sentence.start, sentence.end), HEALTH).map((span) => ({
      start: span.start + sentence.start,
      end: span.end + sentence.start,
    }));
    const points = [...identities, ...pointers].some(
      (span) => span.start < sentence.end && span.end > sentence.start,
    );
    return points ? health : [];
  });
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A full stop behind a single letter, a number or an abbreviation ends nothing. */
function sentences(text: string): Span[] {
  const ends = [...text.matchAll(/(?<=[\p{Ll}\d)“"]{3})[.!?]+(?=\s+[\p{Lu}„"])|[!?]+|\n\s*\n/gu)].map(
    (match) => match.index + match[0].length,
  );
  let start = 0;
  return [...ends, text.length].map((end) => {
    const sentence = { start, end };
    start = end;
    return sentence;
  });
}
