import type { PdfFile, Value } from './pdf-file';
import { elementsOf, elementsWith, type PdfElement, type ReadPdf, readPdf } from './read-pdf';

/**
 * What keeps a PDF from being read by everybody: the rules of PDF/UA-1 that a program can check and our documents can
 * break. One sentence per finding, none for a good file.
 */
export function checkPdf(bytes: Uint8Array, documents = 1): readonly string[] {
  const pdf = readPdf(bytes);
  return [
    ...checkDocument(pdf),
    ...checkMarks(pdf),
    ...checkHeadings(pdf.structure, documents),
    ...elementsOf(pdf.structure).flatMap((element) => checkElement(pdf.file, element)),
    ...elementsWith(pdf.structure, 'Table').flatMap(checkTable),
    ...checkLinks(pdf),
    ...checkFonts(pdf),
  ];
}

function checkDocument({ file, metadata, structure }: ReadPdf): readonly string[] {
  const { root } = file;
  const preferences = file.dictionary(root.get('ViewerPreferences'));
  const title = /<dc:title>[\s\S]*?<rdf:li[^>]*>([^<]*)</.exec(metadata)?.[1] ?? '';
  return [
    ...unless(file.text(root.get('Lang')).startsWith('de'), 'The document has no language.'),
    ...unless(file.dictionary(root.get('MarkInfo')).get('Marked') === true, 'The document is not tagged.'),
    ...unless(preferences.get('DisplayDocTitle') === true, 'The window shows the name of the file.'),
    ...unless(title.trim() !== '', 'The document has no title.'),
    ...unless(/<pdfuaid:part>1<\/pdfuaid:part>/.test(metadata), 'The file does not claim PDF/UA-1.'),
    ...unless(structure.tag === 'Document', 'The structure does not begin with the document.'),
  ];
}

/** Everything drawn is content or artifact; each piece of content stands in the structure once. */
function checkMarks({ file, pages, structure }: ReadPdf): readonly string[] {
  const told = elementsOf(structure).flatMap((element) =>
    element.marks.map(({ page, id }) => ({ place: `${page + 1}/${id}`, element })),
  );
  const places = told.map(({ place }) => place);
  const drawn = pages.flatMap(({ texts }, index) =>
    [...texts.marked.keys()].map((id) => `${index + 1}/${id}`),
  );
  const parents = numberTree(file, file.dictionary(file.root.get('StructTreeRoot')).get('ParentTree'));
  return [
    ...pages.flatMap(({ dictionary, texts }, index) => [
      ...unless(texts.unmarked === '', `Page ${index + 1} draws without a mark: ${texts.unmarked}`),
      ...unless(texts.mixed === 0, `Page ${index + 1} mixes content and artifact.`),
      ...[...texts.marked.keys()]
        .filter((id) => {
          const owners = file.list(parents.get(Number(dictionary.get('StructParents'))));
          const owner = told.find(({ place }) => place === `${index + 1}/${id}`)?.element.dictionary;
          return owner !== undefined && file.get(owners[id]) !== owner;
        })
        .map((id) => `Content ${index + 1}/${id} does not know its element.`),
    ]),
    ...drawn
      .filter((place) => !places.includes(place))
      .map((place) => `Content ${place} is not in the structure.`),
    ...places
      .filter((place, index) => places.indexOf(place) !== index)
      .map((place) => `Content ${place} is in the structure twice.`),
    ...places
      .filter((place) => !drawn.includes(place))
      .map((place) => `Content ${place} is not on its page.`),
  ];
}

function checkHeadings(structure: PdfElement, documents: number): readonly string[] {
  const levels = elementsOf(structure).flatMap(({ tag }) => (/^H[1-6]$/.test(tag) ? [Number(tag[1])] : []));
  return [
    ...unless(
      levels.filter((level) => level === 1).length === documents,
      'The document has not one heading H1.',
    ),
    ...levels.flatMap((level, index) =>
      unless(
        level <= (levels[index - 1] ?? 0) + 1,
        `A heading skips from H${levels[index - 1] ?? 0} to H${level}.`,
      ),
    ),
  ];
}

const childrenOf: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
};

const plainTags = [
  ...[
    'Document',
    'Part',
    'Div',
    'P',
    'H1',
    'H2',
    'H3',
    'H4',
    'H5',
    'H6',
    'L',
    'LI',
    'Lbl',
    'LBody',
    'BlockQuote',
  ],
  ...[
    'Table',
    'THead',
    'TBody',
    'TFoot',
    'TR',
    'TH',
    'TD',
    'Caption',
    'Figure',
    'Link',
    'Span',
    'Quote',
    'Note',
  ],
];

function checkElement(file: PdfFile, element: PdfElement): readonly string[] {
  const { tag, kids } = element;
  const roles = file.dictionary(file.dictionary(file.root.get('StructTreeRoot')).get('RoleMap'));
  const allowed = childrenOf[tag];
  return [
    ...unless(
      plainTags.includes(tag) || plainTags.includes(file.name(roles.get(tag))),
      `${tag} is no known element.`,
    ),
    ...kids.flatMap((kid) => unless(!allowed || allowed.includes(kid.tag), `${kid.tag} stands in ${tag}.`)),
    ...unless(tag !== 'Figure' || file.text(element.dictionary.get('Alt')) !== '', 'A figure has no words.'),
    ...unless(
      tag !== 'TH' || ['Column', 'Row', 'Both'].includes(file.name(element.attributes.get('Scope'))),
      `The head „${element.text}“ has no scope.`,
    ),
  ];
}

function checkTable(table: PdfElement): readonly string[] {
  const rows = elementsWith(table, 'TR');
  const [head] = rows;
  const words = (row: PdfElement): string => row.kids.map((cell) => cell.text.trim()).join(' | ');
  const again = rows.slice(1).filter((row) => head && words(row) === words(head));
  return [
    ...unless(elementsWith(table, 'TH').length > 0, 'A table has no heads.'),
    ...unless(elementsWith(table, 'THead').length <= 1, 'A table has several groups of heads.'),
    ...unless(again.length === 0, `The head of a table is read out again: ${head ? words(head) : ''}`),
    ...unless(
      rows.every((row) => row.kids.length === head?.kids.length),
      'The rows of a table differ in their number of cells.',
    ),
  ];
}

function checkLinks({ file, pages, structure }: ReadPdf): readonly string[] {
  const links = elementsWith(structure, 'Link');
  const owned = new Set(links.flatMap((link) => link.annotations));
  return [
    ...links.flatMap((link) => unless(link.annotations.length > 0, `The link „${link.text}“ leads nowhere.`)),
    ...pages.flatMap(({ dictionary }, index) => {
      const annotations = file.list(dictionary.get('Annots')).map((each) => file.dictionary(each));
      return [
        ...unless(
          annotations.length === 0 || file.name(dictionary.get('Tabs')) === 'S',
          `Page ${index + 1} has no order for its links.`,
        ),
        ...annotations.flatMap((annotation) => [
          ...unless(
            file.text(annotation.get('Contents')) !== '',
            `A link on page ${index + 1} has no words.`,
          ),
          ...unless(owned.has(annotation), `A link on page ${index + 1} is not in the structure.`),
        ]),
      ];
    }),
  ];
}

function checkFonts({ file, pages }: ReadPdf): readonly string[] {
  const fonts = new Set(pages.flatMap(({ texts }) => texts.fonts));
  return [
    ...[...fonts].flatMap((font) => {
      const name = file.name(font.get('BaseFont'));
      const [below] = file.list(font.get('DescendantFonts'));
      const descriptor = file.dictionary(
        font.get('FontDescriptor') ?? file.dictionary(below).get('FontDescriptor'),
      );
      return [
        ...unless(
          ['FontFile', 'FontFile2', 'FontFile3'].some((key) => file.stream(descriptor.get(key)) !== ''),
          `The font ${name} is not in the file.`,
        ),
        ...unless(file.stream(font.get('ToUnicode')) !== '', `The font ${name} does not say its signs.`),
      ];
    }),
    ...pages.flatMap(({ texts }, index) =>
      texts.unknownSigns.map((font) => `Page ${index + 1} has a sign without meaning in ${font}.`),
    ),
  ];
}

function numberTree(file: PdfFile, node: Value | undefined): ReadonlyMap<number, Value> {
  const tree = file.dictionary(node);
  const numbers = file.list(tree.get('Nums'));
  const own = numbers.flatMap((key, index) =>
    index % 2 === 0 ? [[Number(key), numbers[index + 1] ?? null] as const] : [],
  );
  return new Map([...own, ...file.list(tree.get('Kids')).flatMap((kid) => [...numberTree(file, kid)])]);
}

function unless(good: boolean, finding: string): readonly string[] {
  return good ? [] : [finding];
}
