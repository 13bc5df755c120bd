import { inflateSync } from 'node:zlib';

/** A text of the file, as bytes in Latin-1; `textOf` reads it. */
export class PdfString {
  constructor(readonly bytes: string) {}
}

export class Reference {
  constructor(readonly id: number) {}
}

/** `/Name` in a dictionary, an array or a stream of content. */
export class Name {
  constructor(readonly name: string) {}
}

/** A word of a stream of content: `BDC`, `Tj` … */
export class Operator {
  constructor(readonly name: string) {}
}

export type Dictionary = ReadonlyMap<string, Value>;
export type Value =
  null | boolean | number | PdfString | Reference | Name | Operator | Dictionary | readonly Value[];

interface Stored {
  readonly value: Value;
  readonly stream: Buffer | null;
}

/** The objects of a PDF 1.7 without object streams, found by their heads: a changed file needs no new table of them. */
export class PdfFile {
  readonly #objects = new Map<number, Stored>();
  readonly root: Dictionary;

  constructor(bytes: Uint8Array) {
    const source = Buffer.from(bytes).toString('latin1');
    const heads = /(?:^|\n)(\d+) 0 obj\s/g;
    for (let head = heads.exec(source); head; head = heads.exec(source)) {
      const reader = new Tokens(source, heads.lastIndex);
      const value = reader.value();
      const from = /^\s*stream\r?\n/.exec(source.slice(reader.at, reader.at + 20))?.[0].length;
      const until = from ? source.indexOf('endstream', reader.at) : 0;
      const stream = from ? Buffer.from(source.slice(reader.at + from, until), 'latin1') : null;
      if (stream) heads.lastIndex = until;
      this.#objects.set(Number(head[1]), { value, stream });
    }
    const root = /\/Root (\d+) 0 R/.exec(source.slice(source.lastIndexOf('trailer')))?.[1];
    this.root = this.dictionary(new Reference(Number(root)));
  }

  /** What stands behind a reference, or the value itself; null where the object is missing. */
  get(value: Value | undefined): Value {
    return value instanceof Reference ? (this.#objects.get(value.id)?.value ?? null) : (value ?? null);
  }

  dictionary(value: Value | undefined): Dictionary {
    const found = this.get(value);
    return isDictionary(found) ? found : new Map();
  }

  list(value: Value | undefined): readonly Value[] {
    const found = this.get(value);
    if (found === null) return [];
    return isList(found) ? found : [found];
  }

  name(value: Value | undefined): string {
    const found = this.get(value);
    return found instanceof Name ? found.name : '';
  }

  text(value: Value | undefined): string {
    const found = this.get(value);
    return found instanceof PdfString ? textOf(found) : '';
  }

  /** A stream as Latin-1, unpacked. */
  stream(value: Value | undefined): string {
    const stored = value instanceof Reference ? this.#objects.get(value.id) : undefined;
    if (!stored?.stream) return '';
    const packed = this.name(this.dictionary(value).get('Filter')) === 'FlateDecode';
    return (packed ? inflateSync(stored.stream) : stored.stream).toString('latin1');
  }
}

export function isDictionary(value: Value): value is Dictionary {
  return value instanceof Map;
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function textOf(string: PdfString): string {
  const bytes = Buffer.from(string.bytes, 'latin1');
  if (string.bytes.startsWith('\u00fe\u00ff')) return bytes.subarray(2).swap16().toString('utf16le');
  return string.bytes;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Reads values one after the other, from an object or from a stream of content. */
export class Tokens {
  constructor(
    readonly source: string,
    public at = 0,
  ) {}

  get ended(): boolean {
    this.#skip();
    return this.at >= this.source.length;
  }

  value(): Value {
    this.#skip();
    const rest = this.source.slice(this.at, this.at + 2);
    if (rest === '<<') return this.#dictionary();
    if (rest.startsWith('[')) return this.#list();
    if (rest.startsWith('(')) return this.#string();
    if (rest.startsWith('<')) return this.#hex();
    if (rest.startsWith('/')) {
      const name = this.#match(/\/[^\s/<>[\]()]*/y).slice(1);
      return new Name(
        name.replaceAll(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
      );
    }
    const reference = this.#match(/\d+ \d+ R(?![A-Za-z])/y);
    if (reference) return new Reference(Number.parseInt(reference, 10));
    const number = this.#match(/[+-]?(?:\d+\.?\d*|\.\d+)/y);
    if (number) return Number(number);
    const word = this.#match(/[^\s/<>[\]()]+/y);
    if (!word) throw new Error(`unreadable at ${this.at}: ${this.source.slice(this.at, this.at + 40)}`);
    const known: Readonly<Record<string, Value>> = { true: true, false: false, null: null };
    return word in known ? (known[word] ?? null) : new Operator(word);
  }

  #dictionary(): Dictionary {
    const entries = new Map<string, Value>();
    this.at += 2;
    for (this.#skip(); !this.source.startsWith('>>', this.at); this.#skip()) {
      const key = this.value();
      if (!(key instanceof Name)) throw new Error(`no name at ${this.at}`);
      entries.set(key.name, this.value());
    }
    this.at += 2;
    return entries;
  }

  #list(): readonly Value[] {
    const items: Value[] = [];
    this.at += 1;
    for (this.#skip(); this.source[this.at] !== ']'; this.#skip()) items.push(this.value());
    this.at += 1;
    return items;
  }

  #string(): PdfString {
    let bytes = '';
    let depth = 0;
    for (;;) {
      const sign = this.source[this.at++];
      if (sign === undefined) throw new Error('a string without end');
      if (sign === '\\') bytes += this.#escaped();
      else if (sign === ')' && --depth === 0) return new PdfString(bytes.slice(1));
      else {
        if (sign === '(') depth += 1;
        bytes += sign;
      }
    }
  }

  #escaped(): string {
    const octal = this.#match(/[0-7]{1,3}/y);
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8));
    const sign = this.source[this.at++] ?? '';
    return sign === '\n' ? '' : (escapes[sign] ?? sign);
  }

  #hex(): PdfString {
    const digits = this.#match(/<[^>]*>/y).replaceAll(/[^0-9a-f]/gi, '');
    return new PdfString(Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1'));
  }

  #skip(): void {
    this.#match(/(?:\s|%[^\n]*\n)*/y);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
}
