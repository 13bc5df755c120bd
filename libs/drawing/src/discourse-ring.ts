import type { Label, Mark, Scene } from '@runder-tisch/domain/documents';

export interface RingStation {
  readonly label: string;
  /** What stands in its circle. */
  readonly value: string;
  /** In words: "3 Befunde". */
  readonly says: string;
  /** Nothing there yet. */
  readonly empty: boolean;
}

/** Where a station lies, in shares of the drawing: for the links a page lays over it. */
export interface RingPlace {
  readonly left: number;
  readonly top: number;
  /** Of circle and word together, around its middle. */
  readonly width: number;
  readonly height: number;
}

export interface RingFacts {
  readonly title: string;
  /** Two short lines in the middle. */
  readonly middle: readonly [string, string];
}

const WIDTH = 340;
const HEIGHT = 330;
const CENTRE = { x: WIDTH / 2, y: 168 } as const;
const AROUND = 122;
const RADIUS = 25;
/** The arrows turn inside, where no word stands in their way. */
const TRACK = 62;
const WORD = { size: 15, height: 22, width: 94 } as const;

/** The stations of a round as a ring, the first on top and on in the sense of the clock; the last leads to the first. */
export function discourseRing(stations: readonly RingStation[], { title, middle }: RingFacts): Scene {
  const marks: Mark[] = [];
  const labels: Label[] = [];
  for (const [index, station] of stations.entries()) {
    marks.push(...arrow(index, stations.length));
    const { x, y } = middleOf(index, stations.length);
    // What is empty has a thin line, what is not a thick one: seen without colours as well.
    marks.push({ kind: 'circle', x, y, radius: RADIUS, tone: station.empty ? 'open' : 'accent' });
    marks.push({ kind: 'circle', x, y, radius: RADIUS - (station.empty ? 1.5 : 3.5), tone: 'surface' });
    labels.push({
      ...{ x, y: y + sizeOf(station.value) * 0.36, text: station.value, size: sizeOf(station.value) },
      ...{ tone: station.empty ? 'quiet' : 'text', anchor: 'middle', strong: !station.empty },
    });
    labels.push({
      ...{ x, y: y + RADIUS + WORD.size + 2, text: station.label, size: WORD.size },
      ...{ tone: 'text', anchor: 'middle' },
    });
  }
  for (const [line, text] of middle.entries())
    labels.push({
      ...{ x: CENTRE.x, y: CENTRE.y + 4 + line * 22, text, size: line === 0 ? 17 : 14 },
      ...{ tone: line === 0 ? 'text' : 'quiet', anchor: 'middle', strong: line === 0 },
    });
  return {
    ...{ width: WIDTH, height: HEIGHT, title, marks, labels },
    sentence: stations.map(({ label, says }) => `${label}: ${says}`).join('; '),
    table: { head: ['Station', 'Stand'], rows: stations.map(({ label, says }) => [label, says]) },
  };
}

/** Of each station where it lies. */
export function ringPlaces(count: number): RingPlace[] {
  return Array.from({ length: count }, (_, index) => {
    const { x, y } = middleOf(index, count);
    return {
      left: (x - WORD.width / 2) / WIDTH,
      top: (y - RADIUS) / HEIGHT,
      width: WORD.width / WIDTH,
      height: (2 * RADIUS + WORD.height) / HEIGHT,
    };
  });
}

function angleOf(place: number, count: number): number {
  return (place / count) * 2 * Math.PI - Math.PI / 2;
}

function onCircle(angle: number, radius: number): { x: number; y: number } {
  return { x: CENTRE.x + radius * Math.cos(angle), y: CENTRE.y + radius * Math.sin(angle) };
}

function middleOf(index: number, count: number): { x: number; y: number } {
  return onCircle(angleOf(index, count), AROUND);
}

/** From a station to the next, with its head. */
function arrow(index: number, count: number): Mark[] {
  const [from, to] = [angleOf(index + 0.12, count), angleOf(index + 0.88, count)];
  const [start, end] = [onCircle(from, TRACK), onCircle(to, TRACK)];
  const head = (turn: number): string => {
    const direction = to + Math.PI / 2 + turn;
    return `${round(end.x - 9 * Math.cos(direction))} ${round(end.y - 9 * Math.sin(direction))}`;
  };
  const line = { kind: 'path', tone: 'quiet', strokeWidth: 2 } as const;
  return [
    {
      ...line,
      d: `M${round(start.x)} ${round(start.y)}A${TRACK} ${TRACK} 0 0 1 ${round(end.x)} ${round(end.y)}`,
    },
    { ...line, d: `M${head(0.5)}L${round(end.x)} ${round(end.y)}L${head(-0.5)}` },
  ];
}

function sizeOf(value: string): number {
  return value.length > 5 ? 11 : value.length > 3 ? 14 : 18;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
