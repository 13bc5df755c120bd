import type { Label, Mark, Scene } from '@runder-tisch/domain/documents';

export interface PointsBar {
  readonly title: string;
  readonly points: number;
  readonly rank: number;
  /** Others have as many points. */
  readonly tied: boolean;
}

export interface PointsBarsOptions {
  /** Room in user units, and the size of its letters: a wall needs larger ones than a phone. */
  readonly width?: number;
  readonly letters?: number;
}

/** The result of a Punktabfrage: one bar below each title, so that long titles have the whole width. */
export function pointsBars(bars: readonly PointsBar[], options: PointsBarsOptions = {}): Scene {
  const width = options.width ?? 640;
  const size = options.letters ?? 16;
  const most = Math.max(1, ...bars.map((it) => it.points));
  const longest = width - size * 6;
  const marks: Mark[] = [];
  const labels: Label[] = [];
  let y = 0;
  for (const bar of bars) {
    for (const text of lines(`${rankOf(bar)} ${bar.title}`, width / (size * 0.52))) {
      y += size * 1.3;
      labels.push({ x: 0, y: y - size * 0.3, text, size, tone: 'text', strong: bar.rank === 1 });
    }
    const length = bar.points === 0 ? 2 : Math.max(4, (longest * bar.points) / most);
    marks.push({
      kind: 'rect',
      x: 0,
      y: y + size * 0.1,
      width: length,
      height: size * 1.1,
      radius: Math.min(4, length / 2),
      tone: bar.points === 0 ? 'open' : 'accent',
    });
    labels.push({
      x: length + size * 0.6,
      y: y + size * 0.95,
      text: bar.points.toLocaleString('de-DE'),
      size,
      tone: 'text',
      strong: true,
    });
    y += size * 2.1;
  }
  return {
    width,
    height: Math.max(y, size),
    title: 'Punkte je Zeile',
    sentence: pointsSentence(bars),
    marks,
    labels,
    table: {
      head: ['Rang', 'Zur Wahl stand', 'Punkte'],
      rows: bars.map((it) => [rankOf(it), it.title, it.points.toLocaleString('de-DE')]),
    },
  };
}

/** "Vorn liegt „Bus nach 18 Uhr“ mit 12 Punkten." */
export function pointsSentence(bars: readonly PointsBar[]): string {
  const first = bars.filter((it) => it.rank === 1);
  const [one] = first;
  if (!one || one.points === 0) return 'Es wurden keine Punkte vergeben.';
  const points = one.points === 1 ? '1 Punkt' : `${one.points.toLocaleString('de-DE')} Punkten`;
  const titles = first.map((it) => `„${it.title}“`);
  if (first.length === 1) return `Vorn liegt ${titles[0]} mit ${points}.`;
  return `Den ersten Rang teilen sich ${titles.slice(0, -1).join(', ')} und ${titles.at(-1)} mit je ${points}.`;
}

function rankOf({ rank, tied }: PointsBar): string {
  return tied ? `${rank}. (geteilt)` : `${rank}.`;
}

/** Words in lines of at most so many letters; a longer word stands alone. */
function lines(text: string, letters: number): string[] {
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= letters)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found;
}
