import { stemmer } from '@orama/stemmers/german';

/** A word of a text: as written, folded, its stem, and where its folded letters begin in the folded text. */
export interface GermanWord {
  written: string;
  folded: string;
  stem: string;
  start: number;
}

/** Lower case without umlauts, so that Ärzte and Arzt, Häuser and Haus meet: ä→a, ö→o, ü→u, ß→ss. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '');
}

/** The stem of one word by the German Snowball algorithm, folded. */
export function stemOf(word: string): string {
  return fold(stemmer(word.normalize('NFC').toLowerCase()));
}

/** What is known of a word wherever it stands. */
type WordForms = Pick<GermanWord, 'written' | 'folded' | 'stem'> & { saysSomething: boolean };

/** What was folded and stemmed lately: the same few thousand words make up nearly all of what people write. */
const remembered = new Map<string, WordForms>();
const REMEMBERED = 20_000;

function formsOf(written: string): WordForms {
  let forms = remembered.get(written);
  if (!forms) {
    const plain = written.replace(/[:*]in(nen)?$/u, 'in$1');
    const folded = fold(plain);
    forms = { written, folded, stem: stemOf(plain), saysSomething: isTelling(folded) };
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(written, forms);
  }
  return forms;
}

/** Words of a text in their order: letters and digits; the doublepoint and star of gender-fair words join them. */
function wordsOf(text: string): WordForms[] {
  return (
    text
      .normalize('NFC')
      .match(/[\p{L}\p{N}]+(?:[:*](?=in)in(?:nen)?)?/gu)
      ?.map(formsOf) ?? []
  );
}

/** Words of a text in their order, with their places. */
export function germanWords(text: string): GermanWord[] {
  let start = 0;
  return wordsOf(text).map(({ written, folded, stem }) => {
    const word = { written, folded, stem, start };
    start += folded.length + 1;
    return word;
  });
}

/** A stem of a text and how often it stands there. */
export interface CountedStem {
  stem: string;
  count: number;
}

/** The same newest Hinweise are compared with each other again and again. */
const counted = new Map<string, readonly CountedStem[]>();
const COUNTED = 2_000;

/** The stems of a text that say something about a subject, in the order in which they first stand there. */
export function tellingStems(text: string): readonly CountedStem[] {
  let stems = counted.get(text);
  if (!stems) {
    const found = new Map<string, CountedStem>();
    for (const { stem, saysSomething } of wordsOf(text)) {
      if (!saysSomething) continue;
      const before = found.get(stem);
      if (before) before.count += 1;
      else found.set(stem, { stem, count: 1 });
    }
    stems = [...found.values()];
    if (counted.size >= COUNTED) counted.clear();
    counted.set(text, stems);
  }
  return stems;
}

/** Words without a subject of their own: no reason for a field, whether as itself, as described or as learned. */
const stopWords = new Set(
  `aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bist da dabei
  dadurch dafür dagegen daher damit dann daran darauf das dass davon dazu dein deine dem den denen denn der deren des
  deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch eigentlich ein eine einem einen einer
  eines einfach einmal er erst es etwas euch euer für gar ganz gab geht gegen gerade gern gibt gut hab habe haben hat
  hatte hatten hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes
  jetzt kam kann kaum kein keine keinem keinen keiner kommt können könnte lassen leider machen macht mal man mehr mein
  meine meinem meinen meiner mich mir mit muss müssen nach nein nicht nichts noch nun nur ob oder ohne schon sehr sein
  seine seinem seinen seiner seit selbst sich sie sind so sogar soll sollte sondern sonst soweit über um und uns unser
  unsere unserem unseren unserer unter viel viele vielen vom von vor war waren warum was wegen weil weiter welche wenig
  wenn wer werden wie wieder will wir wird wirklich wo wohl wollen worden wurde wurden würde würden zu zum zur zwar
  zwischen leben wort wörter wege weg dorthin wandern menschen lang jahr jahre woche tag zwei drei vier fünf sechs sieben
  acht neun zehn elf zwölf brauche brauchen brauchst braucht bräuchte bräuchten haus hause hauses häuser häusern seien
  sei wäre wären wollte gehen gehe gemacht sagt sagen sagte bitte bleibt bleiben kommen komme steht stehen findet finden
  wurden überhaupt allerdings außerdem trotzdem damals heute morgen gestern bisher oft manchmal niemand jemand alleine
  allein`
    .split(/\s+/)
    .map(fold),
);

export function isStopWord(word: GermanWord): boolean {
  return stopWords.has(word.folded);
}

/** Whether a word says something about a subject: three letters or more, no number, no stop word. */
export function saysSomething(word: GermanWord): boolean {
  return isTelling(word.folded);
}

function isTelling(folded: string): boolean {
  return folded.length > 2 && !/\d/.test(folded) && !stopWords.has(folded);
}
