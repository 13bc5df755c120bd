export const settingsLimits = {
  countyName: 120,
  senderName: 120,
  mail: 254,
  text: 30_000,
  blockName: 80,
  blockText: 2000,
  voicesIntro: 2000,
  logoBytes: 1_048_576,
  logoPixels: 4000,
  cycleYears: { least: 1, most: 10 },
} as const;
