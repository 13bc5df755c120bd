export interface Unit {
  unit: string;
  factor: number;
}

const FACTORS: readonly { words: RegExp; factor: number }[] = [
  { words: /^(?:in )?(?:1[ .]?000|tsd\.?|tausend|t(?=eur|€))\s*/i, factor: 1_000 },
  { words: /^(?:in )?(?:mill?\.?|mio\.?|million(?:en)?|1[ .]?000[ .]?000)(?:\s+|$)/i, factor: 1_000_000 },
  { words: /^(?:in )?(?:mrd\.?|milliarden?)(?:\s+|$)/i, factor: 1_000_000_000 },
];

/**
 * A unit as it is printed, and the factor in it: "Tsd. EUR" is 1000 × EUR, "1000" is 1000 × Anzahl, "2010=100" is
 * an index and has no factor.
 */
export function unitOf(words: string): Unit {
  const text = words.trim().replace(/^in\s*\((.+)\)$/i, '$1');
  if (/^\d{4}\s?=\s?100$/.test(text)) return { unit: text.replace(/\s/g, ''), factor: 1 };
  for (const { words: begin, factor } of FACTORS) {
    const found = begin.exec(text);
    if (!found) continue;
    const rest = text.slice(found[0].length).trim();
    return { unit: rest === '' ? 'Anzahl' : plain(rest), factor };
  }
  return { unit: plain(text), factor: 1 };
}

function plain(unit: string): string {
  if (/^(euro|€)$/i.test(unit)) return 'EUR';
  if (/^number$/i.test(unit)) return 'Anzahl';
  return /^(%|per ?cent)$/i.test(unit) ? 'Prozent' : unit;
}

const KNOWN =
  /^(?:anzahl|number|prozent|percent|%|promille|‰|eur|euro|€|teur|cent|jahre?|monate|tage|stunden|std\.?|qkm|km²|km2|ha|qm|m²|1000 qm|kg|t|kwh|mwh|gj|tj|index|punkte|messzahl|faktor|personen|einwohner|ew\/qkm|einw\.\/qkm|vzä|\d{4}\s?=\s?100|1[ .]?000|tsd\.?|mill?\.?|mio\.?|mrd\.?)$/i;

/** Whether a word can only be a unit, so that a line of such words is the line of units. */
export function isUnit(words: string): boolean {
  const text = words.trim();
  if (text.length > 40) return false;
  if (KNOWN.test(text)) return true;
  const { unit, factor } = unitOf(text);
  if (factor > 1) return KNOWN.test(unit);
  return (
    /^(?:eur|prozent|anzahl|personen|fälle|%)\s?(?:je|pro|\/)\s?\S/i.test(text) ||
    /^je [\d.]+ einw/i.test(text)
  );
}

/** Whether values of this unit may be added up at all: a share or a mean may not. */
export function isCount(unit: string, measure: string): boolean {
  if (
    /durchschn|quote|quotient|anteil|rate\b|je einw|je \d|index|dichte|saldo|beteiligung|median/i.test(
      measure,
    )
  )
    return false;
  return /^(anzahl|number|personen|einwohner|eur|fälle|ha|qkm|km²)$/i.test(unit);
}
