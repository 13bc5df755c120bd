import type { FigureBlock, Mark, RectMark, Scene } from '@runder-tisch/domain/documents';
import { paperColours } from '@runder-tisch/drawing/tones';
import type { Flow } from './flow';
import { linesOf } from './lines';
import type { TaggedDocument } from './tagged-document';
import { textStyles } from './text-styles';

/** A unit of a scene is a pixel on screen, three quarters of a point. */
const pointsPerUnit = 0.75;
const tallest = 420;

function scaleOf(flow: Flow, scene: Scene): number {
  return Math.min(pointsPerUnit, flow.width / scene.width, tallest / scene.height);
}

export function figureHeight(flow: Flow, block: FigureBlock): number {
  return (
    block.scene.height * scaleOf(flow, block.scene) + (block.caption ? textStyles.caption.leading + 6 : 0)
  );
}

/** A scene painted as vectors, with its sentence as the text alternative. */
export function drawFigure(flow: Flow, block: FigureBlock): void {
  const { document } = flow;
  const { scene } = block;
  const scale = scaleOf(flow, scene);
  flow.need(figureHeight(flow, block));
  if (block.caption) {
    const caption = document.open(document.root, 'P');
    const runs = [{ kind: 'plain', text: block.caption }] as const;
    const lines = linesOf(document, runs, textStyles.caption, flow.width, undefined);
    flow.lines(caption, lines, textStyles.caption, { x: flow.left, width: flow.width });
    caption.end();
    flow.y += 6;
  }
  const height = scene.height * scale;
  const figure = document.open(document.root, 'Figure', {
    alt: scene.sentence,
    bbox: [flow.left, flow.y, flow.left + scene.width * scale, flow.y + height],
  });
  document.draw(figure, () => {
    document.save();
    document.translate(flow.left, flow.y).scale(scale);
    for (const mark of scene.marks) drawMark(document, mark);
    for (const label of scene.labels) {
      const font = label.strong ? 'strong' : 'regular';
      const text = document.printable(label.text);
      const width = document.widthOf(text, font, label.size);
      const shift = label.anchor === 'end' ? width : label.anchor === 'middle' ? width / 2 : 0;
      document.use(font, label.size, paperColours[label.tone]).write(text, label.x - shift, label.y);
    }
    document.restore();
  });
  figure.end();
  flow.y += height + 2;
}

function drawMark(document: TaggedDocument, mark: Mark): void {
  const colour = paperColours[mark.tone];
  switch (mark.kind) {
    case 'line':
      document
        .moveTo(mark.x1, mark.y1)
        .lineTo(mark.x2, mark.y2)
        .lineWidth(mark.strokeWidth ?? 1)
        .stroke(colour);
      return;
    case 'path':
      document.path(mark.d);
      if (mark.strokeWidth) document.lineWidth(mark.strokeWidth).stroke(colour);
      else document.fill(colour);
      return;
    case 'circle':
      if (mark.texture === 'hollow')
        document.circle(mark.x, mark.y, mark.radius).lineWidth(1.2).stroke('#868076');
      else document.circle(mark.x, mark.y, mark.radius).fill(colour);
      return;
    case 'rect':
      drawRect(document, mark, colour);
  }
}

function drawRect(document: TaggedDocument, mark: RectMark, colour: string): void {
  const outline = (inset: number): TaggedDocument => {
    const width = Math.max(0.1, mark.width - 2 * inset);
    const height = Math.max(0.1, mark.height - 2 * inset);
    const radius = Math.min(mark.radius ?? 0, width / 2, height / 2);
    document.roundedRect(mark.x + inset, mark.y + inset, width, height, radius);
    return document;
  };
  if (mark.texture === 'hollow') {
    outline(0.6).lineWidth(1.2).stroke('#868076');
    return;
  }
  outline(0).fill(colour);
  if (mark.texture !== 'stripes' && mark.texture !== 'dots') return;
  document.save();
  outline(0).clip();
  if (mark.texture === 'stripes') drawStripes(document, mark);
  else drawDots(document, mark);
  document.restore();
}

function drawStripes(document: TaggedDocument, mark: RectMark): void {
  for (let x = mark.x - mark.height; x < mark.x + mark.width; x += 6) {
    document.moveTo(x, mark.y + mark.height).lineTo(x + mark.height, mark.y);
  }
  document.lineWidth(1.3).stroke(paperColours.surface);
}

function drawDots(document: TaggedDocument, mark: RectMark): void {
  for (let y = mark.y + 3.5; y < mark.y + mark.height; y += 6) {
    for (let x = mark.x + 3.5; x < mark.x + mark.width; x += 6) document.circle(x, y, 1.1);
  }
  document.fill(paperColours.surface);
}
