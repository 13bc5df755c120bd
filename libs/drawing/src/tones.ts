import type { Tone } from '@runder-tisch/domain/documents';

/**
 * Colours of the tones on paper and in a bare SVG. Chosen so that positive, warning, negative and open differ in
 * lightness as well as in hue: they stay apart for red-green blind readers and on a black-and-white printer.
 * Pages and the web override them by the class `rt-tone-…`, so that dark mode and forced colours apply.
 */
export const paperColours: Readonly<Record<Tone, string>> = {
  accent: '#0b5c6b',
  positive: '#0b6b5d',
  warning: '#e3a72f',
  negative: '#9c3b2e',
  open: '#c9cfd1',
  text: '#1c2a2e',
  quiet: '#55646a',
  line: '#d9d4c9',
  surface: '#ffffff',
};
