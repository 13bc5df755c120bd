import { readPage, type PageTexts } from './page-texts';
import { type Dictionary, isDictionary, PdfFile, Reference, type Value } from './pdf-file';

/** An element of the structure tree with the text a screen reader would speak for it. */
export interface PdfElement {
  readonly tag: string;
  readonly text: string;
  readonly kids: readonly PdfElement[];
  readonly dictionary: Dictionary;
  /** Attributes of all owners (`Scope`, `ListNumbering` …). */
  readonly attributes: Dictionary;
  /** Marks of pages that belong to it directly. */
  readonly marks: readonly { readonly page: number; readonly id: number }[];
  /** Annotations that belong to it directly. */
  readonly annotations: readonly Dictionary[];
}

export interface ReadPdf {
  readonly file: PdfFile;
  readonly pages: readonly { readonly dictionary: Dictionary; readonly texts: PageTexts }[];
  readonly structure: PdfElement;
  /** Texts that carry no meaning: page numbers, running titles. One per page. */
  readonly artifacts: readonly string[];
  readonly bookmarks: readonly string[];
  readonly metadata: string;
}

/** Reads a tagged PDF, so that tests need no program on the machine. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = new PdfFile(bytes);
  const ids = pageIds(file, file.root.get('Pages'));
  const pages = ids.map((id) => {
    const dictionary = file.dictionary(new Reference(id));
    return { dictionary, texts: readPage(file, dictionary) };
  });
  const textAt = (page: number, mark: number): string => pages[page]?.texts.marked.get(mark) ?? '\ufffd';
  const root = file.dictionary(file.root.get('StructTreeRoot'));
  const [first] = file.list(root.get('K'));
  return {
    file,
    pages,
    structure: readElement(file, ids, textAt, file.dictionary(first)),
    artifacts: pages.map((page) => page.texts.artifact),
    bookmarks: bookmarksOf(file, file.dictionary(file.root.get('Outlines')).get('First')),
    metadata: Buffer.from(file.stream(file.root.get('Metadata')), 'latin1').toString('utf8'),
  };
}

/** All elements with the tag, in reading order. */
export function elementsWith(element: PdfElement, tag: string): readonly PdfElement[] {
  return elementsOf(element).filter((each) => each.tag === tag);
}

/** The element and all below it, in reading order. */
export function elementsOf(element: PdfElement): readonly PdfElement[] {
  return [element, ...element.kids.flatMap(elementsOf)];
}

function pageIds(file: PdfFile, node: Value | undefined): readonly number[] {
  return file.list(file.dictionary(node).get('Kids')).flatMap((kid) => {
    if (!(kid instanceof Reference)) return [];
    return file.dictionary(kid).has('Kids') ? pageIds(file, kid) : [kid.id];
  });
}

function readElement(
  file: PdfFile,
  pageIdsInOrder: readonly number[],
  textAt: (page: number, mark: number) => string,
  dictionary: Dictionary,
): PdfElement {
  const kids: PdfElement[] = [];
  const marks: { page: number; id: number }[] = [];
  const annotations: Dictionary[] = [];
  let text = '';
  const pageOf = (value: Value | undefined): number =>
    value instanceof Reference ? pageIdsInOrder.indexOf(value.id) : -1;
  const mark = (page: number, id: number): void => {
    marks.push({ page, id });
    text += textAt(page, id);
  };
  for (const kid of file.list(dictionary.get('K'))) {
    const value = file.get(kid);
    if (typeof value === 'number') mark(pageOf(dictionary.get('Pg')), value);
    else if (value !== null && isDictionary(value)) {
      const id = value.get('MCID');
      if (typeof id === 'number') mark(pageOf(value.get('Pg') ?? dictionary.get('Pg')), id);
      else if (value.has('Obj')) annotations.push(file.dictionary(value.get('Obj')));
      else {
        const element = readElement(file, pageIdsInOrder, textAt, value);
        kids.push(element);
        text += element.text;
      }
    }
  }
  const attributes = file.list(dictionary.get('A')).flatMap((each) => [...file.dictionary(each)]);
  return {
    tag: file.name(dictionary.get('S')),
    // A syllable that begins a new line: spoken as one word.
    text: text.replaceAll('\u00ad', ''),
    kids,
    dictionary,
    attributes: new Map(attributes),
    marks,
    annotations,
  };
}

function bookmarksOf(file: PdfFile, first: Value | undefined): readonly string[] {
  const titles: string[] = [];
  for (let item = file.dictionary(first); item.size > 0; item = file.dictionary(item.get('Next'))) {
    titles.push(file.text(item.get('Title')), ...bookmarksOf(file, item.get('First')));
  }
  return titles;
}
