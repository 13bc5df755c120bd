import type { DocumentContent } from '@runder-tisch/domain/documents';

/**
 * Makes the first cells of tables whose rows have heads into heads with the scope of their row. Typst 0.14 writes only
 * the heads of columns (`pdf.header-cell` is not open to us), but it names the first column's head in each cell below
 * it (`U2x0y0`: second table, column 0). What is exchanged has the same length, so no address in the file moves.
 */
export function withRowHeads(pdf: Buffer, contents: readonly DocumentContent[]): Buffer {
  const tables = contents.flatMap(({ blocks }) => blocks).filter((block) => block.kind === 'table');
  let missing = tables.reduce((sum, table) => sum + (table.rowHeads ? table.rows.length : 0), 0);
  if (missing === 0) return pdf;
  const written = pdf
    .toString('latin1')
    .replaceAll(
      /\/S \/TD(\n {2}\/P \d+ 0 R\n {2}\/A \[<<\n {4}\/O \/Table\n {4})(\/Headers \[\(U(\d+)x0y0\)\])/g,
      (cell, between: string, headers: string, number: string) => {
        if (!tables[Number(number) - 1]?.rowHeads) return cell;
        missing -= 1;
        return `/S /TH${between}${'/Scope /Row'.padEnd(headers.length)}`;
      },
    );
  if (missing !== 0) throw new Error(`${missing} heads of rows were not found in the PDF`);
  return Buffer.from(written, 'latin1');
}
