import type {
  CircleMark,
  Label,
  Mark,
  PathMark,
  RectMark,
  Scene,
  Texture,
  Tone,
} from '@runder-tisch/domain/documents';
import { paperColours } from './tones';

export interface SvgOptions {
  /** Distinguishes the ids of several drawings on one page. */
  readonly id?: string;
  /** Class of the root element. */
  readonly className?: string;
}

/** Writes a scene as SVG text with title, description and classes `rt-tone-…` for the page's own colours. */
export function sceneAsSvg(scene: Scene, options: SvgOptions = {}): string {
  const id = (options.id ?? 'scene').replace(/[^A-Za-z0-9_-]/g, '-');
  const patterns = new Map<string, string>();
  const marks = scene.marks.map((mark) => markAsSvg(mark, id, patterns)).join('');
  const labels = scene.labels.map(labelAsSvg).join('');
  const definitions = patterns.size > 0 ? `<defs>${[...patterns.values()].join('')}</defs>` : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="${escapeXml(options.className ?? 'rt-scene')}" role="img"` +
    ` viewBox="0 0 ${number(scene.width)} ${number(scene.height)}" width="${number(scene.width)}"` +
    ` height="${number(scene.height)}" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escapeXml(scene.title)}</title>` +
    `<desc id="${id}-desc">${escapeXml(scene.sentence)}</desc>` +
    `${definitions}${marks}${labels}</svg>`
  );
}

type Patterns = Map<string, string>;

function markAsSvg(mark: Mark, id: string, patterns: Patterns): string {
  switch (mark.kind) {
    case 'rect':
      return rectAsSvg(mark, id, patterns);
    case 'circle':
      return circleAsSvg(mark, id, patterns);
    case 'path':
      return pathAsSvg(mark);
    case 'line':
      return (
        `<line x1="${number(mark.x1)}" y1="${number(mark.y1)}" x2="${number(mark.x2)}" y2="${number(mark.y2)}"` +
        ` ${stroke(mark.tone, mark.strokeWidth ?? 1)}/>`
      );
  }
}

function rectAsSvg(mark: RectMark, id: string, patterns: Patterns): string {
  const inset = mark.texture === 'hollow' ? 0.75 : 0;
  const shape =
    `<rect x="${number(mark.x + inset)}" y="${number(mark.y + inset)}"` +
    ` width="${number(Math.max(0, mark.width - 2 * inset))}" height="${number(Math.max(0, mark.height - 2 * inset))}"` +
    `${mark.radius ? ` rx="${number(mark.radius)}"` : ''}`;
  return textured(shape, mark.tone, mark.texture, id, patterns);
}

function circleAsSvg(mark: CircleMark, id: string, patterns: Patterns): string {
  const shape = `<circle cx="${number(mark.x)}" cy="${number(mark.y)}" r="${number(mark.radius)}"`;
  return textured(shape, mark.tone, mark.texture, id, patterns);
}

function pathAsSvg(mark: PathMark): string {
  const look = mark.strokeWidth
    ? `fill="none" ${stroke(mark.tone, mark.strokeWidth)}`
    : `class="rt-tone-${mark.tone}" fill="${paperColours[mark.tone]}"`;
  return `<path d="${escapeXml(mark.d)}" ${look}/>`;
}

function textured(
  shape: string,
  tone: Tone,
  texture: Texture | undefined,
  id: string,
  patterns: Patterns,
): string {
  if (texture === 'hollow') return `${shape} fill="none" ${stroke(tone, 1.5)}/>`;
  const filled = `${shape} class="rt-tone-${tone}" fill="${paperColours[tone]}"/>`;
  if (texture === undefined || texture === 'plain') return filled;
  const name = `${id}-${texture}`;
  if (!patterns.has(name)) patterns.set(name, patternAsSvg(name, texture));
  return `${filled}${shape} fill="url(#${name})"/>`;
}

function patternAsSvg(name: string, texture: 'stripes' | 'dots'): string {
  const drawing =
    texture === 'stripes'
      ? `<path d="M-2 2 2-2M0 8 8 0M6 10 10 6" stroke="${paperColours.surface}" stroke-width="1.6"` +
        ' stroke-opacity=".75" fill="none"/>'
      : `<circle cx="4" cy="4" r="1.4" fill="${paperColours.surface}" fill-opacity=".75"/>`;
  return `<pattern id="${name}" width="8" height="8" patternUnits="userSpaceOnUse">${drawing}</pattern>`;
}

function labelAsSvg(label: Label): string {
  return (
    `<text x="${number(label.x)}" y="${number(label.y)}" class="rt-tone-${label.tone}"` +
    ` fill="${paperColours[label.tone]}" font-size="${number(label.size)}"` +
    `${label.strong ? ' font-weight="600"' : ''}` +
    `${label.anchor && label.anchor !== 'start' ? ` text-anchor="${label.anchor}"` : ''}>` +
    `${escapeXml(label.text)}</text>`
  );
}

function stroke(tone: Tone, width: number): string {
  return `class="rt-stroke-${tone}" stroke="${paperColours[tone]}" stroke-width="${number(width)}"`;
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const xmlEscapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => xmlEscapes[sign] ?? '');
}
