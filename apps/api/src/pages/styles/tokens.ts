import type { AccentColours } from '../accent';
import { houseAccent } from '../accent';

type Tokens = Readonly<Record<string, string>>;

/** The same names and values as `libs/ui/src/theme/tokens.scss`; a spec compares the two. */
export const lightTokens: Tokens = {
  '--rt-accent': houseAccent.light,
  '--rt-accent-strong': '#08444f',
  '--rt-accent-soft': houseAccent.softLight,
  '--rt-on-accent': houseAccent.onLight,
  '--rt-surface': '#f7f5f1',
  '--rt-surface-raised': '#ffffff',
  '--rt-surface-sunken': '#efece6',
  '--rt-text': '#1d2426',
  '--rt-text-quiet': '#566064',
  '--rt-line': '#e0dbd2',
  '--rt-line-strong': '#868076',
  '--rt-positive': '#1d6b3c',
  '--rt-positive-soft': '#e4f1e8',
  '--rt-warning': '#875300',
  '--rt-warning-soft': '#fbf0da',
  '--rt-negative': '#a3261f',
  '--rt-negative-soft': '#fbe7e4',
  '--rt-on-negative': '#ffffff',
  '--rt-seat': '#c98a1b',
};

export const darkTokens: Tokens = {
  '--rt-accent': houseAccent.dark,
  '--rt-accent-strong': '#a9dde7',
  '--rt-accent-soft': houseAccent.softDark,
  '--rt-on-accent': houseAccent.onDark,
  '--rt-surface': '#14191b',
  '--rt-surface-raised': '#1b2225',
  '--rt-surface-sunken': '#0f1315',
  '--rt-text': '#e9ecea',
  '--rt-text-quiet': '#a9b4b6',
  '--rt-line': '#333d41',
  '--rt-line-strong': '#79868b',
  '--rt-positive': '#86d3a1',
  '--rt-positive-soft': '#17321f',
  '--rt-warning': '#eabd62',
  '--rt-warning-soft': '#3a2c0f',
  '--rt-negative': '#f59a91',
  '--rt-negative-soft': '#401b18',
  '--rt-on-negative': '#3b0d09',
  '--rt-seat': '#eabd62',
};

const measures: Tokens = {
  '--rt-radius': '10px',
  '--rt-radius-small': '6px',
  '--rt-font': "'Source Sans 3 Variable','Source Sans 3',system-ui,-apple-system,'Segoe UI',sans-serif",
};

function declarations(tokens: Tokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

export function tokenRules(accent: AccentColours): string {
  const light: Tokens =
    accent === houseAccent
      ? {}
      : {
          '--rt-accent': accent.light,
          '--rt-accent-strong': accent.light,
          '--rt-accent-soft': accent.softLight,
        };
  const dark: Tokens =
    accent === houseAccent
      ? {}
      : {
          '--rt-accent': accent.dark,
          '--rt-accent-strong': accent.dark,
          '--rt-accent-soft': accent.softDark,
          '--rt-on-accent': accent.onDark,
        };
  return (
    `:root{color-scheme:light dark;${declarations({ ...measures, ...lightTokens, ...light })}}` +
    `@media (prefers-color-scheme:dark){:root{${declarations({ ...darkTokens, ...dark })}}}` +
    // Paper is white, whatever the screen.
    `@media print{:root{color-scheme:light;${declarations({ ...lightTokens, ...light, '--rt-surface': '#ffffff' })}}}`
  );
}
