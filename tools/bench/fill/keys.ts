/** A key that is the same on every run: the benchmark of today can be held against that of yesterday. */
export const key = (kind: string, number: string): string =>
  `overlay(overlay(md5('${kind}-' || ${number}) placing '7' from 13) placing '8' from 17)::uuid`;

/** A number below `below` that looks drawn by lot and is not. */
export const lot = (kind: string, number: string, below: number | string): string =>
  `(('x' || substr(md5('${kind}-lot-' || ${number}), 1, 7))::bit(28)::int % ${below})`;

/** One of these texts, drawn in the same way. */
export const oneOf = (kind: string, number: string, texts: readonly string[]): string =>
  `(array[${texts.map((it) => `'${it}'`).join(',')}])[1 + ${lot(kind, number, texts.length)}]`;
