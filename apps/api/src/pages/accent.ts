/** The county's colour, made readable: text on it and links in it reach 4.5 : 1 on light and on dark pages. */
export interface AccentColours {
  readonly light: string;
  readonly onLight: string;
  readonly dark: string;
  readonly onDark: string;
  /** Quiet backgrounds. */
  readonly softLight: string;
  readonly softDark: string;
}

type Rgb = readonly [number, number, number];

export const houseAccent: AccentColours = {
  light: '#0b5c6b',
  onLight: '#ffffff',
  dark: '#86cbd8',
  onDark: '#06272e',
  softLight: '#e1eff1',
  softDark: '#17363d',
};

const lightSurface: Rgb = [247, 245, 241];
const darkSurface: Rgb = [27, 34, 37];
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** The house's accent for anything that is no six-digit hex colour. */
export function accentColours(accent: string | null | undefined): AccentColours {
  const asked = accent ? rgbOf(accent) : null;
  if (!asked) return houseAccent;
  const light = mixUntil(asked, black, (rgb) => contrast(rgb, lightSurface) >= 4.7);
  const dark = mixUntil(asked, white, (rgb) => contrast(rgb, darkSurface) >= 7);
  return {
    light: hexOf(light),
    onLight: '#ffffff',
    dark: hexOf(dark),
    onDark: hexOf(mix(dark, black, 0.8)),
    softLight: hexOf(mix(light, white, 0.88)),
    softDark: hexOf(mix(dark, darkSurface, 0.82)),
  };
}

function mixUntil(start: Rgb, towards: Rgb, enough: (rgb: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const mixed = mix(start, towards, share);
    if (enough(mixed)) return mixed;
  }
  return towards;
}

function mix(from: Rgb, towards: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2): number =>
    Math.round(from[index] + (towards[index] - from[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

function rgbOf(hex: string): Rgb | null {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return null;
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast ratio after WCAG 2.2. */
function contrast(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(rgb: Rgb): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

export function contrastOf(one: string, other: string): number {
  return contrast(rgbOf(one) ?? black, rgbOf(other) ?? black);
}
