import { counted, wholeNumber } from '../text';

/**
 * What stands in place of every hidden number, whether it is small itself or hides another: the usual sign of official
 * statistics for what is kept secret. With two signs everybody could see which numbers are small.
 */
export const HIDDEN_SIGN = '.';
export const HIDDEN_SIGN_SAYS = 'Zahl geheim gehalten';

const PERCENT = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1, minimumFractionDigits: 1 });

/** `43 von 80 Zellen verborgen (53,8 %)`; every cell counts, zeros and sums included. */
export function hiddenSentence(hidden: number, cells: number): string {
  const share = cells === 0 ? 0 : (100 * hidden) / cells;
  return `${wholeNumber(hidden)} von ${counted(cells, 'Zelle', 'Zellen')} verborgen (${PERCENT.format(share)} %)`;
}
