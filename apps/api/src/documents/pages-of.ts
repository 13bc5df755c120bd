/** How many pages a PDF of ours has; the compiler writes its objects readable. */
export function pagesOf(pdf: Buffer): number {
  const count = /\/Type \/Pages\b[^>]*?\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1];
  if (!count) throw new Error('The PDF does not tell its pages');
  return Number(count);
}
