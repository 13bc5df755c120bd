import { convert } from 'html-to-text';
import { visible } from '@runder-tisch/domain/text';

/** What is shown of a mail; longer than what an invitation keeps, so that nothing is cut twice. */
const TEXT_MOST = 1000;
export const SOURCE_MOST = 256 * 1024;
/** Real mails have some thousand tags; a parser is slow by their depth. */
const TAGS_MOST = 20_000;
/** Lines a person does not write: NUL and its like cannot be stored, others only turn the page. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * A text as it is shown: without control signs, runs of empty lines and what stands behind the first 1,000 signs, or
 * behind `most`. A long one gives up the quoted lines first, since some write below what they quote.
 */
export function plainText(source: string, most = TEXT_MOST): string {
  const lines = visible(source.slice(0, SOURCE_MOST))
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map((line) => line.trimEnd());
  const whole = joined(lines);
  if (whole.length <= most) return whole;
  const own = joined(lines.filter((line) => !line.startsWith('>')));
  return (own || whole).slice(0, most).trim().toWellFormed();
}

function joined(lines: readonly string[]): string {
  return lines
    .filter((line, index) => line !== '' || lines[index - 1] !== '')
    .join('\n')
    .trim()
    .toWellFormed();
}

/** The words of a page or mail in HTML, line by line; empty where it is none. */
export function htmlText(html: string): string {
  try {
    return convert(bounded(html), {
      wordwrap: false,
      limits: { maxInputLength: SOURCE_MOST, maxDepth: 200 },
      selectors: [
        { selector: 'img', format: 'skip' },
        { selector: 'a', options: { ignoreHref: true } },
        ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
          selector,
          options: { uppercase: false },
        })),
        { selector: 'table', format: 'block' },
      ],
    });
  } catch {
    return '';
  }
}

function bounded(html: string): string {
  let at = -1;
  for (let tags = 0; tags < TAGS_MOST; tags += 1) {
    at = html.indexOf('<', at + 1);
    if (at < 0) return html.slice(0, SOURCE_MOST);
  }
  return html.slice(0, Math.min(at, SOURCE_MOST));
}
