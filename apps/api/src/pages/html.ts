/**
 * HTML that is safe by construction: the `html` tag escapes whatever is put into it, unless it is HTML made by the
 * same tag. Attribute values must stand in double quotes; addresses go through `safeHref`.
 */
export class Html {
  readonly #text: string;

  /** Only `html` and `trustedHtml` call this. */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/** html`<p class="name">${person.name}</p>` */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const fixed = withoutIndent(strings);
  let text = fixed[0] ?? '';
  values.forEach((value, index) => {
    text += htmlText(value) + (fixed[index + 1] ?? '');
  });
  return new Html(text);
}

const withoutIndents = new WeakMap<TemplateStringsArray, readonly string[]>();

// The indentation of our source is a third of a page's bytes and says nothing.
function withoutIndent(strings: TemplateStringsArray): readonly string[] {
  const known = withoutIndents.get(strings);
  if (known) return known;
  const parts = strings.map((part) => part.replace(/\n\s*/g, '\n'));
  withoutIndents.set(strings, parts);
  return parts;
}

function htmlText(value: HtmlValue): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return value.map(htmlText).join('');
}

/** For markup written by our own code elsewhere (an SVG of libs/drawing), never for anything a user typed. */
export function trustedHtml(text: string): Html {
  return new Html(text);
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

export function escapeHtml(text: string): string {
  return withoutControls(text).replace(/[&<>"'`]/g, (sign) => escapes[sign] ?? '');
}

// Control characters are no valid HTML or XML; tab and newline stay.
function withoutControls(text: string): string {
  return text.replace(/\p{Cc}/gu, (sign) => ('\t\n\r'.includes(sign) ? sign : ''));
}

/** Attributes from a record: `true` writes the name alone, absent values write nothing. */
export function attributes(
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Html {
  const parts: string[] = [];
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined || value === false) continue;
    parts.push(value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`);
  }
  return new Html(parts.join(''));
}

/** Text with its newlines as line breaks. */
export function withLineBreaks(text: string): Html {
  return new Html(
    text
      .split(/\r\n|\r|\n/)
      .map(escapeHtml)
      .join('<br>'),
  );
}
