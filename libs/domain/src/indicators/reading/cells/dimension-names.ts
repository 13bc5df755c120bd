const TOTAL =
  /^(?:insgesamt|zusammen|gesamt|total|summe|alle|ingesamt|insg\.?|insgesamt \(ohne doppelzählungen\))$/i;
const CONNECTOR =
  /^(?:davon|darunter|dar\.?|und zwar|davon mit|darunter mit|nachrichtlich|davon im alter|davon nach)[:.\s]*$/i;
const BY_LABEL: readonly { labels: RegExp; name: string }[] = [
  {
    labels: /^(?:männlich|weiblich|männer|frauen|divers|male|female|männl\.?|weibl\.?)$/i,
    name: 'Geschlecht',
  },
  {
    labels:
      /^(?:deutsche?|ausländer(?:\(innen\)|\/-?innen|\*innen|innen| \(?insgesamt\)?)?|nichtdeutsche?|germans?|foreigners?)$/i,
    name: 'Nationalität',
  },
  { labels: /^(?:rechtskreis )?SGB (?:II|III|VIII|IX|XII)$/i, name: 'Rechtskreis' },
  {
    labels:
      /^(?:unter |ab |über )?\d{1,3}\b.{0,25}\bjahren?\b|^unter \d{1,3}|altersgrenze|^\d{1,3} ?(?:bis|-) ?(?:unter )?\d{1,3}(?: j\.?)?$|^\d{1,3} (?:und mehr|u\. ?m\.?)/i,
    name: 'Altersgruppe',
  },
];
const KNOWN_NAMES =
  /^(?:geschlecht|nationalität|staatsangehörigkeit|altersgruppen?|altersjahre?|alter|familienstand|schulart|schulabschluss|klassenstufe|parteien|typ|art|anforderungsniveau|rechtskreis|wirtschaftszweig|größe|dauer)(?:$|[ (/])/i;

/** Whether words are a label and no measure: a total, "davon", a sex, a nationality, an age. */
export function isLabel(words: string): boolean {
  return isTotal(words) || isConnector(words) || nameByLabel(words) !== null;
}

export function isTotal(label: string): boolean {
  return TOTAL.test(label.trim());
}

/** "davon", "und zwar": joins what follows to what came before and means nothing by itself. */
export function isConnector(label: string): boolean {
  return CONNECTOR.test(label.trim());
}

/** Whether words name a dimension ("Geschlecht") and are no label of one ("weiblich"). */
export function isDimensionName(words: string): boolean {
  return KNOWN_NAMES.test(words.trim());
}

/** What a label belongs to where the table does not say so: "männlich" to Geschlecht. Null where nothing tells. */
export function nameByLabel(label: string): string | null {
  const words = label.trim();
  return BY_LABEL.find(({ labels }) => labels.test(words))?.name ?? null;
}

/** The dimension of labels that stand side by side; totals among them follow the others. */
export function nameOfLabels(labels: readonly string[]): string | null {
  const names = new Set(labels.filter((label) => !isTotal(label)).map(nameByLabel));
  const [only] = names;
  return names.size === 1 && only ? only : null;
}

/**
 * What a table is broken down by, as its title says: "Schüler nach Geschlecht und Schulart" names Geschlecht and
 * Schulart. Numbers in brackets say how many labels there are and are left out.
 */
export function namesInTitle(title: string): string[] {
  const at = title.search(/\bnach\s/i);
  if (at < 0) return [];
  const rest = title.slice(at + 5).split(/ [-–] |-$|;|\bregionale?\b/)[0] ?? '';
  return rest
    .replace(/\(\d+\)/g, '')
    .split(/,| und /)
    .map((words) => words.trim().replace(/^(?:der|dem|den|nach|ausgewählten) /, ''))
    .filter((words) => words.length > 2 && words.length < 60);
}

/**
 * Names of the columns of labels in front of the values: their headings, what their labels are known for, and for what
 * is left the last names of the title.
 * @param heads for each line of the head the headings of these columns
 * @param used names that stand above the values
 */
export function stubNames({
  heads,
  labels,
  title,
  used,
}: {
  heads: readonly (readonly string[])[];
  labels: readonly ReadonlySet<string>[];
  title: string;
  used: ReadonlySet<string>;
}): string[] {
  const isUsed = (name: string): boolean =>
    [...used].some((it) => it.toLowerCase().startsWith(name.toLowerCase().slice(0, 8)));
  const told = labels.map((all, at) => {
    const heading = [...new Set(heads.map((cells) => cells[at] ?? '').filter(Boolean))].join(' ');
    return heading || nameOfLabels([...all]) || '';
  });
  const open = told.filter((name) => name === '').length;
  const left = namesInTitle(title)
    .filter((name) => !isUsed(name) && !told.includes(name))
    .slice(-open);
  return told.map((name) => name || (left.shift() ?? 'Merkmal'));
}
