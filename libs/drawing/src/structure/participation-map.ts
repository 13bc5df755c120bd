import type { Label, Mark, Scene } from '@runder-tisch/domain/documents';
import { bodyKindLabels, type BodyView } from '@runder-tisch/domain/structure';
import { counted } from '@runder-tisch/domain/text';
import { wrapped } from './wrapped';

export interface MapRoom {
  readonly width?: number;
  readonly letters?: number;
}

interface Drawn {
  marks: Mark[];
  labels: Label[];
}

interface Group {
  /** Null: what reports to nobody. */
  committee: BodyView | null;
  networks: readonly BodyView[];
  /** Formats that belong to no network stand at the end. */
  loose: readonly BodyView[];
}

const GAP = 16;
const FORMATS_SHOWN = 4;

/**
 * Committees on top of those who report to them, networks below with their reporting lines, formats beneath. Networks
 * stand side by side as the width allows, so a phone gets one column of the same.
 */
export function participationMap(
  bodies: readonly BodyView[],
  { width = 1040, letters: size = 14 }: MapRoom = {},
): Scene {
  const drawn: Drawn = { marks: [], labels: [] };
  let y = 0;
  for (const group of groupsOf(bodies)) y = drawGroup(drawn, group, bodies, { y, width, size }) + GAP * 1.5;
  return {
    width,
    height: Math.max(y - GAP * 1.5, size * 2),
    title: 'Partizipationsstruktur',
    sentence: mapSentence(bodies),
    ...drawn,
    table: mapTable(bodies),
  };
}

/** "2 Gremien, 4 Netzwerke, 5 Formate. 1 Netzwerk berichtet an kein Gremium. 3 Plätze sind unbesetzt." */
export function mapSentence(bodies: readonly BodyView[]): string {
  const of = (kind: BodyView['kind']): BodyView[] => bodies.filter((it) => it.kind === kind);
  const networks = of('NETWORK');
  const without = networks.filter(({ above }) => above === null).length;
  const vacant = bodies.reduce((sum, { vacancies }) => sum + (vacancies ?? 0), 0);
  return [
    `${counted(of('COMMITTEE').length, 'Gremium', 'Gremien')}, ${counted(networks.length, 'Netzwerk', 'Netzwerke')}, ${counted(of('FORMAT').length, 'Format', 'Formate')}.`,
    without > 0 ? `${counted(without, 'Netzwerk berichtet', 'Netzwerke berichten')} an kein Gremium.` : '',
    vacant > 0 ? `${counted(vacant, 'Platz ist', 'Plätze sind')} unbesetzt.` : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** What the drawing says, body by body. */
export function mapTable(bodies: readonly BodyView[]): Scene['table'] {
  return {
    head: ['Art', 'Name', 'Stand', 'Berichtet an / gehört zu', 'Rhythmus', 'Plätze', 'Sitzungen im Jahr'],
    rows: bodies.map((it) => [
      bodyKindLabels[it.kind],
      it.name,
      it.state,
      it.above?.name ?? '–',
      it.rhythm || '–',
      seatsInWords(it) || '–',
      String(it.sessions),
    ]),
  };
}

/** "8 besetzt, 1 frei"; empty where the viewer does not see it. */
export function seatsInWords({ seats, vacancies }: BodyView): string {
  if (seats === null) return '';
  return vacancies ? `${seats} besetzt, ${vacancies} frei` : `${seats} besetzt`;
}

function groupsOf(bodies: readonly BodyView[]): Group[] {
  const networks = bodies.filter(({ kind }) => kind === 'NETWORK');
  const committees = bodies.filter(({ kind }) => kind === 'COMMITTEE');
  const known = new Set(committees.map(({ id }) => id));
  const groups: Group[] = committees.map((committee) => ({
    committee,
    networks: networks.filter(({ above }) => above?.id === committee.id),
    loose: [],
  }));
  const free = networks.filter(({ above }) => above === null || !known.has(above.id));
  const ids = new Set(networks.map(({ id }) => id));
  const loose = bodies.filter(({ kind, above }) => kind === 'FORMAT' && (!above || !ids.has(above.id)));
  return free.length > 0 || loose.length > 0
    ? [...groups, { committee: null, networks: free, loose }]
    : groups;
}

function drawGroup(
  drawn: Drawn,
  { committee, networks, loose }: Group,
  bodies: readonly BodyView[],
  { y: top, width, size }: { y: number; width: number; size: number },
): number {
  let y = top;
  if (committee) {
    const about = [committee.state, committee.rhythm, seatsInWords(committee)].filter((it) => it !== '');
    y = box(drawn, {
      x: 0,
      y,
      width,
      size,
      name: committee.name,
      about: [about.join(' · ')],
      kind: 'COMMITTEE',
    });
  } else {
    drawn.labels.push({ x: 0, y: y + size, text: 'Ohne Berichtslinie', size, tone: 'quiet', strong: true });
    y += size * 1.6;
  }
  const inset = committee ? GAP * 1.5 : 0;
  const columns = Math.max(1, Math.floor((width - inset + GAP) / (size * 15 + GAP)));
  const column = (width - inset - GAP * (columns - 1)) / columns;
  for (let first = 0; first < networks.length; first += columns) {
    const row = networks.slice(first, first + columns);
    const rail = y + GAP * 0.75;
    const boxes = y + GAP * 1.5;
    if (committee) {
      const middle = (at: number): number => inset + at * (column + GAP) + column / 2;
      drawn.marks.push(
        line(GAP / 2, y - (first > 0 ? GAP : 0), GAP / 2, rail),
        line(GAP / 2, rail, middle(row.length - 1), rail),
        ...row.map((_, at) => line(middle(at), rail, middle(at), boxes)),
      );
    }
    const from = y;
    const ends = row.map((network, at) =>
      drawNetwork(drawn, network, bodies, { x: inset + at * (column + GAP), y: boxes, width: column, size }),
    );
    y = Math.max(...ends) + GAP;
    // The line goes on beside a row that is followed by another one.
    if (committee && first + columns < networks.length) drawn.marks.push(line(GAP / 2, from, GAP / 2, y));
  }
  if (loose.length > 0) {
    y += GAP / 2;
    for (const format of loose.slice(0, FORMATS_SHOWN * 3))
      y = drawFormat(drawn, format, { x: 0, y, width: Math.min(width, size * 30), size });
    const more = loose.length - FORMATS_SHOWN * 3;
    if (more > 0) y = moreFormats(drawn, more, 0, y, size);
  }
  return y;
}

function drawNetwork(
  drawn: Drawn,
  network: BodyView,
  bodies: readonly BodyView[],
  at: { x: number; y: number; width: number; size: number },
): number {
  const { x, width, size } = at;
  const about = [network.state, network.rhythm, seatsInWords(network)].filter((it) => it !== '');
  let y = box(drawn, {
    ...at,
    name: network.name,
    about,
    kind: 'NETWORK',
    vacant: (network.vacancies ?? 0) > 0,
  });
  const formats = bodies.filter(({ kind, above }) => kind === 'FORMAT' && above?.id === network.id);
  const from = y;
  for (const format of formats.slice(0, FORMATS_SHOWN)) {
    const middle = y + size * 1.4;
    drawn.marks.push(line(x + 8, from, x + 8, middle), line(x + 8, middle, x + 18, middle));
    y = drawFormat(drawn, format, { x: x + 18, y, width: width - 18, size });
  }
  if (formats.length > FORMATS_SHOWN) y = moreFormats(drawn, formats.length - FORMATS_SHOWN, x + 18, y, size);
  return y;
}

function drawFormat(
  drawn: Drawn,
  format: BodyView,
  { x, y, width, size }: { x: number; y: number; width: number; size: number },
): number {
  const small = size * 0.9;
  const names = wrapped(format.name, width - 20, small, 2);
  const height = (names.length + 1) * small * 1.35 + 8;
  drawn.marks.push({
    kind: 'rect',
    x,
    y: y + 6,
    width,
    height,
    radius: height / 6,
    tone: 'line',
    texture: 'hollow',
  });
  names.forEach((text, at) => {
    drawn.labels.push({ x: x + 10, y: y + 10 + small * (1 + at * 1.35), text, size: small, tone: 'text' });
  });
  drawn.labels.push({
    x: x + 10,
    y: y + 10 + small * (1 + names.length * 1.35),
    text: `Format · ${format.state}`,
    size: small,
    tone: 'quiet',
  });
  return y + 6 + height;
}

function moreFormats(drawn: Drawn, more: number, x: number, y: number, size: number): number {
  const text = `und ${counted(more, 'weiteres Format', 'weitere Formate')}`;
  drawn.labels.push({ x, y: y + size * 1.4, text, size: size * 0.9, tone: 'quiet' });
  return y + size * 1.8;
}

/** A body: its name in bold, what there is to say below. Committees are filled, networks framed. */
function box(
  drawn: Drawn,
  {
    x,
    y,
    width,
    size,
    name,
    about,
    kind,
    vacant = false,
  }: {
    x: number;
    y: number;
    width: number;
    size: number;
    name: string;
    about: readonly string[];
    kind: 'COMMITTEE' | 'NETWORK';
    vacant?: boolean;
  },
): number {
  const names = wrapped(name, (width - 24) * 0.94, size, 3);
  const words = about.flatMap((it) => wrapped(it, width - 24, size * 0.9, 2));
  const height = names.length * size * 1.35 + words.length * size * 1.25 + 16;
  const filled = kind === 'COMMITTEE';
  drawn.marks.push({
    kind: 'rect',
    x,
    y,
    width,
    height,
    radius: filled ? 3 : 10,
    tone: filled ? 'text' : vacant ? 'warning' : 'accent',
    texture: 'hollow',
  });
  if (filled) drawn.marks.push({ kind: 'rect', x, y, width: 6, height, radius: 3, tone: 'text' });
  let baseline = y + 8 + size;
  for (const text of names) {
    drawn.labels.push({ x: x + 14, y: baseline, text, size, tone: 'text', strong: true });
    baseline += size * 1.35;
  }
  for (const text of words) {
    drawn.labels.push({ x: x + 14, y: baseline - size * 0.1, text, size: size * 0.9, tone: 'quiet' });
    baseline += size * 1.25;
  }
  return y + height;
}

function line(x1: number, y1: number, x2: number, y2: number): Mark {
  return { kind: 'line', x1, y1, x2, y2, tone: 'quiet', strokeWidth: 1.5 };
}
