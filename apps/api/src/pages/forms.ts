import { attributes, html, Html } from './html';
import { icon } from './icons';

/** An error at a field, as a problem answer names it. */
export interface FormError {
  /** Name of the field; errors without a field stand in the summary alone. */
  readonly name?: string;
  readonly text: string;
}

export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | null;
  readonly value?: string | null;
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'date' | 'time' | 'number' | 'search';
  /** Rows make it a text of several lines. */
  readonly rows?: number;
  /** Forms mark what may stay empty, not what must be filled. */
  readonly optional?: boolean;
  readonly maxLength?: number;
  readonly autocomplete?: string;
  readonly inputMode?: 'numeric' | 'tel' | 'email' | 'search';
  readonly min?: string | number;
  readonly max?: string | number;
  readonly short?: boolean;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly chosen?: boolean;
}

export interface ChoicesOptions {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  /** Several may be ticked. */
  readonly several?: boolean;
  readonly hint?: string;
  readonly error?: string | null;
  readonly optional?: boolean;
}

export interface ButtonOptions {
  readonly label: string;
  readonly name?: string;
  readonly value?: string;
  readonly tone?: 'main' | 'quiet' | 'negative';
}

export type AnswerTone = 'positive' | 'warning' | 'negative';

export interface AnswerOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly tone: AnswerTone;
  readonly chosen?: boolean;
}

/** The id of a field: where the error summary and the browser's fragment lead. */
export function fieldId(name: string): string {
  return `feld-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`;
}

export function form(options: { readonly action: string; readonly id?: string }, content: Html): Html {
  return html`<form method="post" action="${options.action}" ${attributes({ id: options.id })} novalidate>
    ${content}
  </form>`;
}

export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

export function field(options: FieldOptions): Html {
  const id = fieldId(options.name);
  const shared = attributes({
    id,
    name: options.name,
    'aria-describedby': describedBy(id, options),
    'aria-invalid': options.error ? 'true' : null,
    'aria-required': options.optional || options.type === 'search' ? null : 'true',
    maxlength: options.maxLength,
    autocomplete: options.autocomplete,
    inputmode: options.inputMode,
  });
  const value = options.value ?? '';
  const input = options.rows
    ? // The first newline of a textarea is dropped by the browser, so one is written for it.
      html`<textarea ${shared} rows="${options.rows}">${'\n' + value}</textarea>`
    : html`<input
        ${shared}
        ${attributes({
          type: options.type ?? 'text',
          value: value === '' ? null : value,
          min: options.min,
          max: options.max,
          class: options.short ? 'short' : null,
        })}
      />`;
  return html`<div class="field${options.error && ' wrong'}">
    <label for="${id}">${options.label}${optionalMark(options.optional)}</label>
    ${hintAndError(id, options)} ${input}
  </div>`;
}

/** A file to send; its form carries `enctype="multipart/form-data"`. */
export function fileField(
  options: Pick<FieldOptions, 'name' | 'label' | 'hint' | 'error' | 'optional'> & { readonly accept: string },
): Html {
  const id = fieldId(options.name);
  return html`<div class="field${options.error && ' wrong'}">
    <label for="${id}">${options.label}${optionalMark(options.optional)}</label>
    ${hintAndError(id, options)}
    <input
      type="file"
      ${attributes({ id, name: options.name, accept: options.accept, 'aria-describedby': describedBy(id, options) })}
    />
  </div>`;
}

/** One out of several, or several out of many. */
export function choices(options: ChoicesOptions): Html {
  const id = fieldId(options.name);
  const type = options.several ? 'checkbox' : 'radio';
  return html`<fieldset
    class="field${options.error && ' wrong'}"
    ${attributes({ 'aria-describedby': describedBy(id, options), 'aria-invalid': options.error ? 'true' : null })}
  >
    <legend>${options.legend}${optionalMark(options.optional)}</legend>
    ${hintAndError(id, options)}
    ${options.choices.map((choice, index) => {
      // The first carries the id of the group, so that the error summary leads to it.
      const choiceId = index === 0 ? id : `${id}-${index + 1}`;
      return html`<div class="choice">
        <input
          type="${type}"
          id="${choiceId}"
          name="${options.name}"
          value="${choice.value}"
          ${attributes({ checked: choice.chosen })}
        />
        <label for="${choiceId}">${choice.label}${choice.hint && html`<small>${choice.hint}</small>`}</label>
      </div>`;
    })}
  </fieldset>`;
}

/** One out of a known list; `all` stands for none of them. */
export function selectField(options: {
  readonly name: string;
  readonly label: string;
  readonly all: string;
  readonly choices: readonly Choice[];
  readonly error?: string | null;
  readonly optional?: boolean;
}): Html {
  const id = fieldId(options.name);
  return html`<div class="field${options.error && ' wrong'}">
    <label for="${id}">${options.label}${optionalMark(options.optional)}</label>
    ${hintAndError(id, options)}
    <select
      ${attributes({
        id,
        name: options.name,
        'aria-describedby': describedBy(id, options),
        'aria-invalid': options.error ? 'true' : null,
      })}
    >
      <option value="">${options.all}</option>
      ${options.choices.map(
        (choice) =>
          html`<option value="${choice.value}" ${attributes({ selected: choice.chosen })}>
            ${choice.label}
          </option>`,
      )}
    </select>
  </div>`;
}

/** A single box to tick. */
export function checkbox(options: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly checked?: boolean;
}): Html {
  const id = fieldId(options.name);
  return html`<div class="choice">
    <input
      type="checkbox"
      id="${id}"
      name="${options.name}"
      value="${options.value ?? 'ja'}"
      ${attributes({ checked: options.checked })}
    />
    <label for="${id}">${options.label}${options.hint && html`<small>${options.hint}</small>`}</label>
  </div>`;
}

export function button(options: ButtonOptions): Html {
  const look = options.tone === 'quiet' || options.tone === 'negative' ? `button ${options.tone}` : 'button';
  return html`<button
    type="submit"
    class="${look}"
    ${attributes({ name: options.name, value: options.value })}
  >
    ${options.label}
  </button>`;
}

export function buttonLink(label: string, href: string, tone: 'main' | 'quiet' = 'main'): Html {
  return html`<a class="${tone === 'quiet' ? 'button quiet' : 'button'}" href="${href}">${label}</a>`;
}

export function buttons(...items: readonly Html[]): Html {
  return html`<div class="buttons">${items}</div>`;
}

const answerIcons = { positive: 'yes', warning: 'maybe', negative: 'no' } as const;

/** The very large buttons of an answer page: each sends the form with its value. */
export function answerButtons(
  name: string,
  legend: string,
  options: readonly AnswerOption[],
  error?: string | null,
): Html {
  const answered = options.some((option) => option.chosen);
  return html`<fieldset class="answers${answered && ' answered'}" id="${fieldId(name)}" tabindex="-1">
    <legend>${legend}</legend>
    ${error && html`<p class="error">${error}</p>`}
    ${options.map(
      (option) =>
        html`<button
          type="submit"
          name="${name}"
          value="${option.value}"
          class="answer ${option.tone}${option.chosen && ' chosen'}"
          ${attributes({ 'aria-pressed': answered ? (option.chosen ? 'true' : 'false') : null })}
        >
          ${icon(answerIcons[option.tone])}
          <span
            ><b>${option.label}</b>${
              option.chosen
                ? html`<small>Ihre Antwort</small>`
                : option.hint && html`<small>${option.hint}</small>`
            }</span
          >
        </button>`,
    )}
  </fieldset>`;
}

/**
 * What went wrong, with links to the fields. It has the focus after sending: browsers give it to the first
 * element with `autofocus`, without a script.
 */
export function errorSummary(errors: readonly FormError[]): Html | null {
  if (errors.length === 0) return null;
  // The same sentence at several fields is said once and leads to the first of them.
  const told = errors.filter(({ text }, index) => errors.findIndex((it) => it.text === text) === index);
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus aria-labelledby="fehler">
    <h2 id="fehler">Bitte prüfen Sie Ihre Angaben</h2>
    <ul>
      ${told.map((error) =>
        error.name
          ? html`<li><a href="#${fieldId(error.name)}">${error.text}</a></li>`
          : html`<li>${error.text}</li>`,
      )}
    </ul>
  </div>`;
}

/** The text of the error at a field, for `field({ error: errorAt(errors, 'mail') })`. */
export function errorAt(errors: readonly FormError[], name: string): string | null {
  return errors.find((error) => error.name === name)?.text ?? null;
}

const bannerIcons = { positive: 'yes', neutral: 'notice', warning: 'warning', negative: 'warning' } as const;

/** What just happened or what one should know first. */
export function banner(
  tone: keyof typeof bannerIcons,
  title: string,
  ...lines: readonly (string | Html)[]
): Html {
  return html`<div class="banner ${tone}" role="${tone === 'negative' ? 'alert' : 'status'}">
    ${icon(bannerIcons[tone])}
    <div>
      <h2>${title}</h2>
      ${lines.map((line) => html`<p>${line}</p>`)}
    </div>
  </div>`;
}

/** What a form has just done: it has the focus on the next page, so that whoever cannot see it hears it first. */
export function justSaid(said: Html): Html {
  return html`<div class="said" tabindex="-1" autofocus>${said}</div>`;
}

/** Where a form leads once it has been kept: the same page, which then says so. */
export function savedAt(path: string): string {
  return `${path}?gespeichert=ja`;
}

/** Whether the page is shown right after its form was kept. */
export function wasSaved(query: Record<string, unknown>): boolean {
  return query['gespeichert'] === 'ja';
}

function optionalMark(optional: boolean | undefined): Html | false {
  return optional === true && html` <span class="optional">(freiwillig)</span>`;
}

interface Described {
  readonly hint?: string;
  readonly error?: string | null;
}

function describedBy(id: string, { hint, error }: Described): string | null {
  const ids = [hint ? `${id}-hinweis` : '', error ? `${id}-fehler` : ''].filter((part) => part !== '');
  return ids.length > 0 ? ids.join(' ') : null;
}

function hintAndError(id: string, { hint, error }: Described): Html {
  return html`${hint && html`<p class="hint" id="${id}-hinweis">${hint}</p>`}
  ${error && html`<p class="error" id="${id}-fehler"><span class="hidden">Fehler: </span>${error}</p>`}`;
}
