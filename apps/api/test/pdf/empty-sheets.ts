import { readPage } from './page-texts';
import { type Dictionary, PdfFile, type Value } from './pdf-file';

/** The numbers of those sheets of a PDF on which nothing stands. */
export function emptySheetsOf(bytes: Uint8Array): number[] {
  const file = new PdfFile(bytes);
  return sheets(file, file.root.get('Pages')).flatMap((sheet, at) => {
    const { marked, artifact, unmarked } = readPage(file, sheet);
    return `${[...marked.values()].join('')}${artifact}${unmarked}`.trim() === '' ? [at + 1] : [];
  });
}

function sheets(file: PdfFile, node: Value | undefined): Dictionary[] {
  return file.list(file.dictionary(node).get('Kids')).flatMap((kid) => {
    const page = file.dictionary(kid);
    return page.has('Kids') ? sheets(file, kid) : [page];
  });
}
