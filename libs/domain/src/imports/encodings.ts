/** How the text of a CSV file may be written. The first that fits is taken where it is sure; otherwise people choose. */
export const textEncodings = [
  'utf-8',
  'utf-8-mixed',
  'utf-8-twice',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'macintosh',
  'cp850',
] as const;
export type TextEncodingName = (typeof textEncodings)[number];

export const textEncodingLabels: Record<TextEncodingName, string> = {
  'utf-8': 'UTF-8',
  'utf-8-mixed': 'UTF-8 mit einzelnen Zeichen in Windows-1252',
  'utf-8-twice': 'UTF-8, doppelt gespeichert',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
  macintosh: 'Mac OS Roman',
  cp850: 'DOS (CP850)',
};

/** A few lines of a file as they read in one encoding, so that somebody can tell which one is right. */
export interface EncodingReading {
  encoding: TextEncodingName;
  lines: string[];
}

/** Signs that part the cells of a line. */
export const separators = [';', ',', '\t', '|'] as const;
export type Separator = (typeof separators)[number];

export const separatorLabels: Record<Separator, string> = {
  ';': 'Strichpunkt ( ; )',
  ',': 'Komma ( , )',
  '\t': 'Tabulator',
  '|': 'Senkrechter Strich ( | )',
};
