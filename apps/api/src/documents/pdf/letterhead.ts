import type { Flow } from './flow';
import { linesOf } from './lines';
import { millimetres } from './tagged-document';
import { hairline, quietInk, textStyles } from './text-styles';

/** A letter to one person: address field, information block and fold marks of DIN 5008, form B. */
export interface Letter {
  /** Line above the address, as it shows through the window: "Landkreis …, Am Flugplatz 1, 06366 Köthen". */
  readonly sender: string;
  readonly recipient: readonly string[];
  /** "Datum", "Ihr Zeichen", "Telefon" … */
  readonly information: readonly (readonly [label: string, value: string])[];
}

export interface Letterhead {
  readonly countyName: string | undefined;
  readonly logo: Uint8Array | undefined;
  readonly accent: string;
}

/** Draws the head of the first page and leaves the pen where the text begins. */
export function drawLetterhead(flow: Flow, head: Letterhead, letter: Letter | undefined): void {
  const { document } = flow;
  const top = millimetres(16);
  if (head.countyName || head.logo) {
    document.artifact('Layout', () => {
      if (head.countyName) {
        document
          .use('strong', 12.5, head.accent)
          .write(document.printable(head.countyName), flow.left, top + 10);
      }
      if (head.logo) drawLogo(flow, head.logo, top - 6);
    });
    flow.hairline(millimetres(26), head.accent, 1.2);
  }
  if (letter) {
    drawLetterFields(flow, letter);
    flow.y = millimetres(103.4);
  } else {
    flow.y = millimetres(head.countyName || head.logo ? 36 : 25);
  }
}

/** A file that is no picture must not keep a protocol from being written. */
function drawLogo(flow: Flow, logo: Uint8Array, top: number): void {
  const isPng = logo[0] === 0x89 && logo[1] === 0x50;
  const isJpeg = logo[0] === 0xff && logo[1] === 0xd8;
  if (!isPng && !isJpeg) return;
  const width = millimetres(50);
  try {
    flow.document.image(Buffer.from(logo), flow.right - width, top, {
      fit: [width, millimetres(10)],
      align: 'right',
      valign: 'center',
    });
  } catch {
    return;
  }
}

function drawLetterFields(flow: Flow, letter: Letter): void {
  const { document } = flow;
  document.artifact('Layout', () => {
    document
      .use('regular', 7.5, quietInk)
      .write(document.printable(letter.sender), flow.left, millimetres(60));
  });
  const address = document.open(document.root, 'P');
  const lines = letter.recipient.map((line) => ({ kind: 'plain', text: line }) as const);
  const runs = lines.map((run, index) =>
    index < lines.length - 1 ? { ...run, text: `${run.text}\n` } : run,
  );
  const style = { ...textStyles.body, leading: 14.5 };
  const place = { x: flow.left, width: millimetres(80) };
  flow.block(
    address,
    linesOf(document, runs, style, place.width, undefined),
    style,
    place,
    millimetres(62.7),
  );
  address.end();
  drawInformation(flow, letter.information);
  document.artifact('Pagination', () => {
    for (const [height, length] of [
      [105, 4],
      [148.5, 6],
      [210, 4],
    ] as const) {
      document
        .moveTo(millimetres(4), millimetres(height))
        .lineTo(millimetres(4 + length), millimetres(height))
        .lineWidth(0.4)
        .stroke(hairline);
    }
  });
}

function drawInformation(flow: Flow, information: Letter['information']): void {
  if (information.length === 0) return;
  const { document } = flow;
  const left = millimetres(125);
  const list = document.open(document.root, 'L');
  const labels = information.map(([label]) => document.widthOf(label, 'regular', textStyles.note.size));
  const indent = Math.max(...labels) + 10;
  const label = textStyles.note;
  const value = { ...textStyles.note, colour: textStyles.body.colour };
  const valuePlace = { x: left + indent, width: flow.right - left - indent };
  let y = millimetres(50);
  for (const [name, text] of information) {
    const entry = document.open(list, 'LI');
    const lines = linesOf(document, [{ kind: 'plain', text }], value, valuePlace.width, undefined);
    const names = linesOf(document, [{ kind: 'plain', text: name }], label, indent, undefined);
    flow.block(document.open(entry, 'Lbl'), names, label, { x: left, width: indent }, y);
    flow.block(document.open(entry, 'LBody'), lines, value, valuePlace, y);
    y += lines.length * value.leading;
    entry.end();
  }
  list.end();
}
