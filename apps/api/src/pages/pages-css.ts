import { createHash } from 'node:crypto';
import { accentColours } from './accent';
import { documentStyles } from './styles/document';
import { formStyles } from './styles/forms';
import { frameStyles } from './styles/frame';
import { mediaStyles } from './styles/media';
import { tokenRules } from './styles/tokens';

export const fontPaths = {
  latin: '/pages/source-sans-3-latin.woff2',
  latinExtended: '/pages/source-sans-3-latin-ext.woff2',
} as const;

const latinRange =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const latinExtendedRange =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';

function fontFace(path: string, range: string): string {
  return (
    "@font-face{font-family:'Source Sans 3 Variable';font-style:normal;font-display:swap;font-weight:200 900;" +
    `src:url(${path}) format('woff2-variations');unicode-range:${range}}`
  );
}

export interface Stylesheet {
  readonly text: string;
  /** Changes with the text; stands in the address, so that browsers may keep the file for good. */
  readonly hash: string;
}

const written = new Map<string, Stylesheet>();

/** The one style sheet of server-written pages, in the county's colour. */
export function pagesCss(accent: string | null | undefined): Stylesheet {
  const colours = accentColours(accent);
  const known = written.get(colours.light);
  if (known) return known;
  const text = withoutSpaces(
    fontFace(fontPaths.latin, latinRange) +
      fontFace(fontPaths.latinExtended, latinExtendedRange) +
      tokenRules(colours) +
      frameStyles +
      documentStyles +
      formStyles +
      mediaStyles,
  );
  const sheet = { text, hash: createHash('sha256').update(text).digest('base64url').slice(0, 12) };
  // A county has one colour; the bound only keeps strange addresses from filling the memory.
  if (written.size > 16) written.clear();
  written.set(colours.light, sheet);
  return sheet;
}

/** `/pages.css?v=…`, with the county's colour where it has one. */
export function pagesCssPath(accent: string | null | undefined): string {
  const own = accent && /^#[0-9a-f]{6}$/i.test(accent) ? `&accent=${accent.slice(1).toLowerCase()}` : '';
  return `/pages.css?v=${pagesCss(accent).hash}${own}`;
}

function withoutSpaces(css: string): string {
  const lines = css.split('\n').map((line) => line.trim());
  return lines.join('').replace(/;}/g, '}');
}
