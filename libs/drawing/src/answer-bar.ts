import type { Label, Mark, Scene, Texture, Tone } from '@runder-tisch/domain/documents';

/** How the invited answered; `open` are those who stay silent. */
export interface AnswerCounts {
  readonly yes: number;
  readonly maybe: number;
  readonly no: number;
  readonly open: number;
}

export interface AnswerBarOptions {
  readonly width?: number;
  /** A thin bar without words for a row in a list; the sentence stays as its name. */
  readonly compact?: boolean;
}

interface Part {
  readonly count: number;
  readonly one: string;
  readonly many: string;
  readonly tone: Tone;
  readonly texture: Texture;
}

/** Zusagen, Vielleicht, Absagen and open answers as one stacked bar. */
export function answerBar(counts: AnswerCounts, options: AnswerBarOptions = {}): Scene {
  const compact = options.compact ?? false;
  const width = options.width ?? (compact ? 96 : 400);
  const parts = partsOf(counts).filter((part) => part.count > 0);
  const barHeight = compact ? 10 : 22;
  const bars = parts.length > 0 ? stackedBars(parts, width, barHeight) : [emptyBar(width, barHeight)];
  const legend = compact ? { marks: [], labels: [], height: 0 } : legendOf(parts, width, barHeight + 10);
  return {
    width,
    height: barHeight + legend.height,
    title: 'Antworten auf die Einladung',
    sentence: answerSentence(counts),
    marks: [...bars, ...legend.marks],
    labels: legend.labels,
    table: {
      head: ['Antwort', 'Anzahl'],
      rows: partsOf(counts).map((part) => [part.many, String(part.count)]),
    },
  };
}

/** "4 Zusagen, 1 Absage, 2 offen" */
export function answerSentence(counts: AnswerCounts): string {
  const said = partsOf(counts)
    .filter((part) => part.count > 0)
    .map(wordsOf);
  return said.length > 0 ? said.join(', ') : 'Noch niemand eingeladen';
}

function partsOf(counts: AnswerCounts): readonly Part[] {
  return [
    { count: counts.yes, one: 'Zusage', many: 'Zusagen', tone: 'positive', texture: 'plain' },
    { count: counts.maybe, one: 'Vielleicht', many: 'Vielleicht', tone: 'warning', texture: 'stripes' },
    { count: counts.no, one: 'Absage', many: 'Absagen', tone: 'negative', texture: 'dots' },
    { count: counts.open, one: 'offen', many: 'offen', tone: 'open', texture: 'hollow' },
  ];
}

function wordsOf(part: Part): string {
  return `${part.count} ${part.count === 1 ? part.one : part.many}`;
}

const gap = 2;
const narrowest = 4;

/** Each part keeps a visible width, however small its share; the rest is shared out by count. */
function stackedBars(parts: readonly Part[], width: number, height: number): readonly Mark[] {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  const room = width - gap * (parts.length - 1);
  const shareable = room - narrowest * parts.length;
  let x = 0;
  return parts.map((part) => {
    const share = narrowest + (shareable * part.count) / total;
    const mark: Mark = {
      kind: 'rect',
      x,
      y: 0,
      width: share,
      height,
      radius: Math.min(4, height / 3),
      tone: part.tone,
      texture: part.texture,
    };
    x += share + gap;
    return mark;
  });
}

function emptyBar(width: number, height: number): Mark {
  return {
    kind: 'rect',
    x: 0,
    y: 0,
    width,
    height,
    radius: Math.min(4, height / 3),
    tone: 'line',
    texture: 'hollow',
  };
}

const legendSize = 15;
/** A piece of the bar, too flat to be taken for a box to tick. */
const swatch = { width: 18, height: 8 } as const;
const legendLine = 22;

/** The legend wraps to as many lines as the width asks for. */
function legendOf(
  parts: readonly Part[],
  width: number,
  top: number,
): { readonly marks: readonly Mark[]; readonly labels: readonly Label[]; readonly height: number } {
  const marks: Mark[] = [];
  const labels: Label[] = [];
  let x = 0;
  let y = top;
  for (const part of parts) {
    const text = wordsOf(part);
    const needed = swatch.width + 7 + text.length * legendSize * 0.47;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += legendLine;
    }
    marks.push({
      kind: 'rect',
      x,
      y: y + 4,
      ...swatch,
      radius: 2.5,
      tone: part.tone,
      texture: part.texture,
    });
    labels.push({ x: x + swatch.width + 7, y: y + 13, text, size: legendSize, tone: 'text' });
    x += needed + 16;
  }
  const lines = parts.length > 0 ? (y - top) / legendLine + 1 : 0;
  return { marks, labels, height: lines > 0 ? 10 + lines * legendLine : 0 };
}
