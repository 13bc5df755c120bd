import type { Dictionary, PdfFile, Value } from './pdf-file';
import { isDictionary, isList, Name, Operator, PdfString, Tokens } from './pdf-file';

export interface PageTexts {
  /** Text per mark (MCID); a mark that only paints has an empty one. */
  readonly marked: ReadonlyMap<number, string>;
  /** Texts that carry no meaning: page numbers, running titles, repeated heads. */
  readonly artifact: string;
  /** What was drawn outside of any mark, as text or as "(painting)". */
  readonly unmarked: string;
  /** Artifacts inside of content or the other way round. */
  readonly mixed: number;
  /** Names of fonts in which signs without meaning or without a drawing were written. */
  readonly unknownSigns: readonly string[];
  readonly fonts: readonly Dictionary[];
}

type Mark = number | 'artifact' | 'neither';

const painting = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'EI']);

/** Reads what a page draws: which texts stand under which mark. */
export function readPage(file: PdfFile, page: Dictionary): PageTexts {
  const fonts = file.dictionary(file.dictionary(page.get('Resources')).get('Font'));
  const marked = new Map<number, string>();
  const unknownSigns = new Set<string>();
  const open: Mark[] = [];
  let artifact = '';
  let unmarked = '';
  let mixed = 0;
  let font = '';
  let signs: ReadonlyMap<string, string> = new Map();

  const draw = (text: string): void => {
    const mark = open.findLast((each) => each !== 'neither');
    if (mark === undefined) unmarked += text || '(painting)';
    else if (mark === 'artifact') artifact += text;
    else marked.set(mark, (marked.get(mark) ?? '') + text);
  };
  const say = (shown: readonly Value[]): void => {
    for (const part of shown) {
      if (!(part instanceof PdfString)) continue;
      for (const code of part.bytes.match(/[\s\S]{2}/g) ?? []) {
        const text = signs.get(code);
        if (code === '\0\0' || !text || /[\0\ufffd\ufeff]/.test(text)) unknownSigns.add(font);
        draw(text ?? '\ufffd');
      }
    }
  };
  const begin = (mark: Mark): void => {
    const around = open.findLast((each) => each !== 'neither');
    if (around !== undefined && mark !== 'neither') mixed += 1;
    open.push(mark);
    if (typeof mark === 'number') marked.set(mark, marked.get(mark) ?? '');
  };

  for (const { operator, operands } of instructions(file, page)) {
    const [first] = operands;
    if (operator === 'BMC' || operator === 'BDC') begin(markOf(operands));
    else if (operator === 'EMC') open.pop();
    else if (operator === 'Tf' && first instanceof Name) {
      font = first.name;
      signs = readSigns(file.stream(file.dictionary(fonts.get(font)).get('ToUnicode')));
    } else if (operator === 'TJ' && first !== undefined && isList(first)) say(first);
    else if (operator === 'Tj' || operator === "'" || operator === '"') say(operands.slice(-1));
    else if (painting.has(operator)) draw('');
  }
  return {
    marked,
    artifact,
    unmarked,
    mixed,
    unknownSigns: [...unknownSigns],
    fonts: [...fonts.keys()].map((name) => file.dictionary(fonts.get(name))),
  };
}

function markOf([tag, properties]: readonly Value[]): Mark {
  if (tag instanceof Name && tag.name === 'Artifact') return 'artifact';
  const id = properties && isDictionary(properties) ? properties.get('MCID') : undefined;
  return typeof id === 'number' ? id : 'neither';
}

function* instructions(
  file: PdfFile,
  page: Dictionary,
): Generator<{ operator: string; operands: readonly Value[] }> {
  const contents = page.get('Contents');
  const streams = isList(file.get(contents)) ? file.list(contents) : [contents];
  const tokens = new Tokens(streams.map((stream) => file.stream(stream)).join('\n'));
  let operands: Value[] = [];
  while (!tokens.ended) {
    const value = tokens.value();
    if (value instanceof Operator) {
      yield { operator: value.name, operands };
      operands = [];
    } else operands.push(value);
  }
}

const known = new Map<string, ReadonlyMap<string, string>>();

/** The signs behind the codes of a font, from its ToUnicode table. */
function readSigns(table: string): ReadonlyMap<string, string> {
  const before = known.get(table);
  if (before) return before;
  const signs = new Map<string, string>();
  const codeOf = (hex: string): string => Buffer.from(hex, 'hex').toString('latin1');
  const textOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const [, body = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of body.matchAll(/<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi))
      signs.set(codeOf(code), textOf(text));
  }
  for (const [, body = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = /<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>/gi;
    for (const [, from = '', until = '', text = ''] of body.matchAll(ranges)) {
      const first = Number.parseInt(from, 16);
      for (let code = first; code <= Number.parseInt(until, 16); code += 1) {
        const sign = (Number.parseInt(text, 16) + code - first).toString(16).padStart(4, '0');
        signs.set(codeOf(code.toString(16).padStart(4, '0')), textOf(sign));
      }
    }
  }
  known.set(table, signs);
  return signs;
}
