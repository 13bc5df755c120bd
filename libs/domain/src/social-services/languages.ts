/** Languages in which people are advised, by their ISO code; sign language and plain language stand beside them. */
export const languageLabels = {
  de: 'Deutsch',
  'de-simple': 'Leichte Sprache',
  gsg: 'Deutsche Gebärdensprache',
  ar: 'Arabisch',
  bg: 'Bulgarisch',
  en: 'Englisch',
  fr: 'Französisch',
  fa: 'Persisch (Dari, Farsi)',
  ku: 'Kurdisch',
  pl: 'Polnisch',
  ro: 'Rumänisch',
  ru: 'Russisch',
  es: 'Spanisch',
  tr: 'Türkisch',
  uk: 'Ukrainisch',
  vi: 'Vietnamesisch',
} as const;

export type Language = keyof typeof languageLabels;
export const languages = Object.keys(languageLabels) as Language[];
