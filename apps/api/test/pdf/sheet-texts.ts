import { readPage } from './page-texts';
import { type Dictionary, PdfFile, type Value } from './pdf-file';

/** What each sheet of a PDF says, its letters and digits alone: browsers place words sign by sign. */
export function pagesOf(bytes: Uint8Array): string[] {
  const file = new PdfFile(bytes);
  return sheets(file, file.root.get('Pages')).map((sheet) => {
    const { marked, artifact, unmarked } = readPage(file, sheet);
    return `${[...marked.values()].join('')}${artifact}${unmarked}`.replace(/[^\p{L}\p{N}]/gu, '');
  });
}

function sheets(file: PdfFile, node: Value | undefined): Dictionary[] {
  return file.list(file.dictionary(node).get('Kids')).flatMap((kid) => {
    const page = file.dictionary(kid);
    return page.has('Kids') ? sheets(file, kid) : [page];
  });
}
