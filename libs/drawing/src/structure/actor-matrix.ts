import {
  actorLevels,
  type ActorEntryView,
  type ActorLevel,
  actorPartLabels,
  affectednessLabels,
  influenceLabels,
  isJudged,
} from '@runder-tisch/domain/cycles';
import type { Label, Mark, Scene } from '@runder-tisch/domain/documents';
import { counted } from '@runder-tisch/domain/text';
import { wrapped } from './wrapped';

export type MatrixActor = Pick<
  ActorEntryView,
  'name' | 'influence' | 'affectedness' | 'part' | 'networks' | 'meetings'
>;

export interface MatrixRoom {
  readonly width?: number;
  readonly letters?: number;
}

const GAP = 6;
const PAD = 7;
/** Of one name, and of names in a cell: the table beside it has them all. */
const LINES = 3;
const NAMES = 8;
/** Below it three cells side by side would leave no room for a name: they stand one below the other. */
const NARROW = 480;

interface Drawn {
  marks: Mark[];
  labels: Label[];
}

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/**
 * Influence to the right, affectedness upwards, the names in their cells. A cell grows with its names, and the cells of
 * a row with it. Those without a seat have a hollow dot, those with one a full dot.
 */
export function actorMatrix(
  actors: readonly MatrixActor[],
  { width = 880, letters: size = 14 }: MatrixRoom = {},
): Scene {
  const judged = actors.filter(isJudged);
  const drawn: Drawn = { marks: [], labels: [] };
  const stacked = width < NARROW;
  const column = stacked ? width : (width - GAP * 2) / 3;
  let y = size * 0.4;
  for (const affectedness of actorLevels.toReversed()) {
    const title = `Betroffenheit ${affectednessLabels[affectedness]}`;
    drawn.labels.push({ x: 0, y: y + size, text: title, size, tone: 'text', strong: true });
    y += size * 1.5;
    const cells = (stacked ? actorLevels.toReversed() : actorLevels).map((influence) => {
      const inside = judged.filter((it) => it.affectedness === affectedness && it.influence === influence);
      const lines = linesOf(inside, column - PAD * 2 - size, size);
      const head: Line = { text: `Einfluss ${influenceLabels[influence]}`, dot: null, quiet: true };
      return stacked ? [head, ...lines] : lines;
    });
    const highest = Math.max(...cells.map((lines) => lines.length), 1);
    for (const [at, lines] of cells.entries()) {
      const height = (stacked ? lines.length : highest) * size * 1.35 + PAD * 2;
      drawCell(drawn, { x: stacked ? 0 : at * (column + GAP), y, width: column, height, size }, lines);
      if (stacked || at === cells.length - 1) y += height + GAP;
    }
    y += size * 0.6;
  }
  if (!stacked) {
    for (const [at, influence] of actorLevels.entries()) {
      const text = `Einfluss ${influenceLabels[influence]}`;
      const x = at * (column + GAP) + column / 2;
      drawn.labels.push({ x, y: y + size * 0.4, text, size, tone: 'text', anchor: 'middle', strong: true });
    }
    y += size;
  }
  return {
    width,
    height: y,
    title: 'Akteure nach Einfluss und Betroffenheit',
    sentence: matrixSentence(actors),
    ...drawn,
    table: matrixTable(actors),
  };
}

function drawCell({ marks, labels }: Drawn, cell: Cell, lines: readonly Line[]): void {
  const { x, y, width, height, size } = cell;
  marks.push({ kind: 'rect', x, y, width, height, radius: 4, tone: 'line', texture: 'hollow' });
  for (const [row, { text, dot, quiet }] of lines.entries()) {
    const base = y + PAD + size * 1.35 * row + size;
    const indent = quiet ? PAD : PAD + size;
    labels.push({ x: x + indent, y: base, text, size, tone: quiet ? 'quiet' : 'text' });
    if (dot)
      marks.push({
        ...{ kind: 'circle', x: x + PAD + size * 0.35, y: base - size * 0.32, radius: size * 0.28 },
        ...{ tone: 'accent', texture: dot === 'hollow' ? 'hollow' : 'plain' },
      });
  }
}

/** "12 Akteure, 10 eingeschätzt. Hoch betroffen sind 4, davon haben 3 geringen Einfluss. 2 Akteure haben keinen Sitz in einem Netzwerk." */
export function matrixSentence(actors: readonly MatrixActor[]): string {
  const judged = actors.filter(isJudged);
  const high = judged.filter(({ affectedness }) => affectedness === 3);
  const weak = high.filter(({ influence }) => influence === 1).length;
  const without = actors.filter(({ networks }) => networks.length === 0).length;
  return [
    `${counted(actors.length, 'Akteur', 'Akteure')}, ${judged.length} eingeschätzt.`,
    high.length > 0 ? `Hoch betroffen: ${high.length}, davon mit geringem Einfluss: ${weak}.` : '',
    without > 0 ? `Ohne Sitz in einem Netzwerk: ${without}.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function matrixTable(actors: readonly MatrixActor[]): Scene['table'] {
  const or = (level: ActorLevel | null, words: Record<ActorLevel, string>): string =>
    level === null ? '–' : words[level];
  return {
    head: ['Akteur', 'Einfluss', 'Betroffenheit', 'Rolle', 'Netzwerke'],
    rows: actors.map((it) => [
      it.name,
      or(it.influence, influenceLabels),
      or(it.affectedness, affectednessLabels),
      it.part === null ? '–' : actorPartLabels[it.part],
      it.networks.map(({ name }) => name).join(', ') || '–',
    ]),
  };
}

interface Line {
  text: string;
  dot: 'full' | 'hollow' | null;
  quiet: boolean;
}

function linesOf(inside: readonly MatrixActor[], width: number, size: number): Line[] {
  const more = inside.length - NAMES;
  const names = inside.slice(0, NAMES).flatMap(({ name, networks }) =>
    wrapped(name, width, size, LINES).map((text, line): Line => {
      const dot = networks.length > 0 ? 'full' : 'hollow';
      return { text, dot: line === 0 ? dot : null, quiet: false };
    }),
  );
  return more > 0 ? [...names, { text: `und ${more} weitere`, dot: null, quiet: true }] : names;
}
