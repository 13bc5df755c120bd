import { inflateSync } from 'node:zlib';

/** An element of the structure tree with the text a screen reader would speak for it. */
export interface PdfElement {
  readonly tag: string;
  readonly text: string;
  readonly kids: readonly PdfElement[];
  /** The element's own dictionary, as written. */
  readonly source: string;
}

export interface ReadPdf {
  readonly pages: number;
  readonly catalog: string;
  readonly structure: PdfElement;
  /** Marked as carrying no meaning: page numbers, running titles, rules. One text per page. */
  readonly artifacts: readonly string[];
  /** Drawn outside of any mark: must stay empty in a tagged PDF. */
  readonly unmarked: readonly string[];
  readonly bookmarks: readonly string[];
}

/** Reads what our own writer wrote (pdfkit's syntax), so that tests need no program on the machine. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = new PdfFile(Buffer.from(bytes));
  const catalog = file.object(/\/Type \/Catalog/);
  const pageIds = idsIn(/\/Kids \[([^\]]*)\]/.exec(file.at(reference(catalog, 'Pages')))?.[1] ?? '');
  const marked = new Map<string, string>();
  const artifacts: string[] = [];
  const unmarked: string[] = [];
  for (const id of pageIds) {
    const page = readPage(file, file.at(id));
    for (const [mark, text] of page.marked) marked.set(`${id} ${mark}`, text);
    artifacts.push(page.artifact);
    if (page.unmarked !== '') unmarked.push(page.unmarked);
  }
  const root = file.at(reference(catalog, 'StructTreeRoot'));
  const [first = ''] = idsIn(/\/K \[([^\]]*)\]/.exec(root)?.[1] ?? '');
  return {
    pages: pageIds.length,
    catalog,
    structure: readElement(file, marked, first),
    artifacts,
    unmarked,
    bookmarks: file.all(/\/Dest \[[\s\S]*\/Title /).map((source) => stringIn(source, 'Title')),
  };
}

/** All elements with the tag, in reading order. */
export function elementsWith(element: PdfElement, tag: string): readonly PdfElement[] {
  const own = element.tag === tag ? [element] : [];
  return [...own, ...element.kids.flatMap((kid) => elementsWith(kid, tag))];
}

/** A text string of a dictionary: Latin in brackets, or UTF-16 with its mark. */
export function stringIn(source: string, key: string): string {
  const raw = new RegExp(`/${key} \\(((?:[^\\\\)]|\\\\[\\s\\S])*)\\)`).exec(source)?.[1] ?? '';
  const named: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };
  const plain = raw.replace(/\\([\s\S])/g, (_, sign: string) => named[sign] ?? sign);
  if (!plain.startsWith('\u00fe\u00ff')) return plain;
  return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le');
}

class PdfFile {
  readonly #objects = new Map<string, string>();

  constructor(bytes: Buffer) {
    for (const match of bytes.toString('latin1').matchAll(/(?<=^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
      this.#objects.set(match[1] ?? '', match[2] ?? '');
    }
  }

  at(id: string): string {
    const source = this.#objects.get(id);
    if (source === undefined) throw new Error(`object ${id} is missing`);
    return source;
  }

  object(pattern: RegExp): string {
    const [source] = this.all(pattern);
    if (source === undefined) throw new Error(`no object matches ${pattern}`);
    return source;
  }

  all(pattern: RegExp): readonly string[] {
    return [...this.#objects.values()].filter((source) => pattern.test(source.split('\nstream\n')[0] ?? ''));
  }

  stream(id: string): string {
    const source = this.at(id);
    const body = Buffer.from(
      source.slice(source.indexOf('stream\n') + 7, source.lastIndexOf('\nendstream')),
      'latin1',
    );
    return inflateSync(body).toString('latin1');
  }
}

interface PageTexts {
  readonly marked: ReadonlyMap<number, string>;
  readonly artifact: string;
  readonly unmarked: string;
}

function readPage(file: PdfFile, page: string): PageTexts {
  const resources = file.at(reference(page, 'Resources'));
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const [, name = '', id = ''] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    fonts.set(name, readCharacters(file.stream(reference(file.at(id), 'ToUnicode'))));
  }
  const marked = new Map<number, string>();
  let artifact = '';
  let unmarked = '';
  let open: number | 'artifact' | null = null;
  let characters: ReadonlyMap<string, string> = new Map();
  const say = (text: string): void => {
    if (open === 'artifact') artifact += text;
    else if (open === null) unmarked += text;
    else marked.set(open, (marked.get(open) ?? '') + text);
  };
  const stream = file.stream(reference(page, 'Contents'));
  const tokens =
    /\/Artifact[^\n]*?(?:BMC|<<[\s\S]*?>> BDC)|\/\w+ <<\s*\/MCID (\d+)\s*>> BDC|EMC|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|(?:^|\s)(?:[fSB]\*?|b\*?)(?=\s|$)/g;
  for (const token of stream.matchAll(tokens)) {
    const [whole, mark, font, shown] = token;
    if (mark !== undefined) open = Number(mark);
    else if (whole.startsWith('/Artifact')) open = 'artifact';
    else if (whole === 'EMC') open = null;
    else if (font !== undefined) characters = fonts.get(font) ?? new Map();
    else if (shown !== undefined) say(decoded(shown, characters));
    else if (open === null) unmarked += '(painting)';
  }
  return { marked, artifact, unmarked };
}

function readCharacters(cmap: string): ReadonlyMap<string, string> {
  const characters = new Map<string, string>();
  for (const [, start = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(start, 16);
    [...list.matchAll(/<([^>]*)>/g)].forEach(([, hex = ''], index) => {
      const units = hex
        .trim()
        .split(/\s+/)
        .filter((unit) => unit !== '');
      const text = String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
      characters.set((first + index).toString(16).padStart(4, '0'), text);
    });
  }
  return characters;
}

function decoded(shown: string, characters: ReadonlyMap<string, string>): string {
  return [...shown.matchAll(/<([0-9a-f]*)>/g)]
    .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .map((code) => characters.get(code) ?? '\ufffd')
    .join('');
}

function readElement(file: PdfFile, marked: ReadonlyMap<string, string>, id: string): PdfElement {
  const source = file.at(id);
  const list = /\/K \[([\s\S]*)\]\n(?:\/Pg|>>)/.exec(source)?.[1] ?? '';
  // The element's own page stands behind its list; parts on other pages name theirs inside of it.
  const page = reference(source.replace(list, ''), 'Pg');
  const kids: PdfElement[] = [];
  let text = '';
  const parts = /<<[\s\S]*?>>|(\d+) 0 R|(\d+)/g;
  for (const [whole, kid, mark] of list.matchAll(parts)) {
    if (kid !== undefined) {
      const element = readElement(file, marked, kid);
      kids.push(element);
      text += element.text;
    } else if (mark !== undefined) {
      text += marked.get(`${page} ${mark}`) ?? '\ufffd';
    } else if (whole.includes('/MCR')) {
      text += marked.get(`${reference(whole, 'Pg')} ${/\/MCID (\d+)/.exec(whole)?.[1] ?? ''}`) ?? '\ufffd';
    }
  }
  return { tag: /\/S \/(\w+)/.exec(source)?.[1] ?? '', text, kids, source };
}

function reference(source: string, key: string): string {
  return new RegExp(`/${key} (\\d+) 0 R`).exec(source)?.[1] ?? '';
}

function idsIn(list: string): readonly string[] {
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id);
}
