import {
  alsoFor,
  decisionSentence,
  defaultVoicesIntro,
  feedbackLimits,
  showVoiceCode,
  type PublicFeedback,
  type PublicLetterLine,
} from '@runder-tisch/domain/feedback';
import { fieldResultsPath } from '@runder-tisch/domain/fields-of-action';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { settingsBlocks } from '@runder-tisch/domain/settings';
import { formatDate } from '@runder-tisch/domain/time';
import { blocksAsHtml } from '../../documents/as-page-html';
import {
  banner,
  button,
  buttonLink,
  buttons,
  type Choice,
  errorAt,
  errorSummary,
  field,
  form,
  type FormError,
  hiddenField,
  selectField,
} from '../../pages/forms';
import { html, type Html, withLineBreaks } from '../../pages/html';
import type { Page } from '../../pages/page';
import type { CurrentSettings } from '../../settings/settings';

export type VoicePage = Pick<Page, 'title' | 'main' | 'wrong' | 'findable' | 'section' | 'description'>;

/** What was typed, for a form that comes back. */
export interface VoiceAttempt {
  values: Partial<Record<'text' | 'fieldId' | 'municipalityId' | 'mail', string>>;
  errors: readonly FormError[];
}

export interface VoiceLists {
  fields: readonly NamedReference[];
  municipalities: readonly NamedReference[];
}

/** The field programs fill in; people do not see it. */
export const TRAP = 'webseite';

/** "Mitreden": one text is enough, everything else is optional. */
export function voiceFormPage(
  settings: CurrentSettings,
  lists: VoiceLists,
  mark: string,
  attempt: VoiceAttempt = { values: {}, errors: [] },
): VoicePage {
  const { values, errors } = attempt;
  const intro = settingsBlocks(settings.voicesIntro || defaultVoicesIntro, {
    countyName: settings.countyName,
    replyAddress: settings.replyAddress || settings.senderAddress,
  });
  return {
    title: 'Mitreden',
    wrong: errors.length > 0,
    findable: true,
    section: '/mitreden',
    description: 'Sagen Sie dem Landkreis, was fehlt oder gut läuft: ohne Konto, ohne Namen.',
    main: html`<h1>Mitreden</h1>
      ${errorSummary(errors)}
      <div class="intro">${blocksAsHtml(intro)}</div>
      ${form(
        { action: '/mitreden' },
        html`${hiddenField('marke', mark)}
          ${field({
            name: 'text',
            label: 'Was möchten Sie uns sagen?',
            hint: 'Bitte schreiben Sie keine Namen, Telefonnummern oder Krankheiten anderer Menschen hinein.',
            rows: 8,
            maxLength: feedbackLimits.text,
            value: values.text ?? '',
            error: errorAt(errors, 'text'),
          })}
          ${
            lists.fields.length > 0 &&
            selectField({
              name: 'fieldId',
              label: 'Worum geht es?',
              all: 'Weiß ich nicht',
              choices: choicesOf(lists.fields, values.fieldId),
              error: errorAt(errors, 'fieldId'),
              optional: true,
            })
          }
          ${
            lists.municipalities.length > 0 &&
            selectField({
              name: 'municipalityId',
              label: 'Um welche Gemeinde geht es?',
              all: 'Keine bestimmte',
              choices: choicesOf(lists.municipalities, values.municipalityId),
              error: errorAt(errors, 'municipalityId'),
              optional: true,
            })
          }
          ${field({
            name: 'mail',
            label: 'Mailadresse für eine Antwort',
            hint: 'Wir heben sie getrennt von Ihrem Hinweis auf, schreiben Ihnen nur die Antwort und löschen sie danach.',
            type: 'email',
            autocomplete: 'email',
            optional: true,
            maxLength: 254,
            value: values.mail ?? '',
            error: errorAt(errors, 'mail'),
          })}
          <div class="hidden" aria-hidden="true">
            <label for="feld-${TRAP}">Bitte leer lassen</label>
            <input id="feld-${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off" />
          </div>
          ${buttons(button({ label: 'Hinweis senden' }))}`,
      )}
      <p class="note">
        Wer liest das? Nur die Sozialplanung des Landkreises. Wir speichern keinen Namen, keine Uhrzeit und
        keine Internetadresse zu Ihrem Hinweis. Veröffentlicht wird er höchstens zusammen mit unserer Antwort,
        und erst, nachdem wir alles entfernt haben, was Menschen erkennbar macht.
      </p>
      ${otherPages('/mitreden')}`,
  };
}

function choicesOf(entries: readonly NamedReference[], chosen: string | undefined): Choice[] {
  return entries.map(({ id, name }) => ({ value: id, label: name, chosen: id === chosen }));
}

/** The county does not take Hinweise this way at the moment. */
export function voicesClosedPage(settings: CurrentSettings): VoicePage {
  const mail = settings.replyAddress || settings.senderAddress;
  return {
    title: 'Mitreden',
    main: html`<h1>Mitreden ist zurzeit geschlossen</h1>
      <p>
        Über diese Seite nehmen wir im Moment keine Hinweise
        an.${mail && html` Sie erreichen uns per Mail: <a href="mailto:${mail}">${mail}</a>.`}
      </p>
      ${otherPages('/mitreden')}`,
  };
}

/** Above the state of a Hinweis that was sent a moment ago. */
export function sentBanner(code: string, url: string): Html {
  return html`${banner('positive', 'Vielen Dank! Ihr Hinweis ist angekommen.', 'Wir lesen ihn und entscheiden, was daraus wird.')}
  ${codeCard(code, url)}`;
}

/** The only way back to a Hinweis without a name. */
function codeCard(code: string, url: string): Html {
  return html`<section class="card">
    <h2>Ihr Code</h2>
    <p class="code">${showVoiceCode(code)}</p>
    <p>
      Mit diesem Code sehen Sie jederzeit, was aus Ihrem Hinweis wird. Bitte schreiben Sie ihn auf, drucken
      Sie diese Seite oder merken Sie sich ihre Adresse: <a href="${url}">${url}</a>. Wir können Ihnen den
      Code nicht noch einmal geben, denn wir wissen nicht, wer Sie sind.
    </p>
  </section>`;
}

/** Where a code is typed in. */
export function voiceCodePage(attempt: { code: string; errors: readonly FormError[] }): VoicePage {
  return {
    title: 'Stand meines Hinweises',
    wrong: attempt.errors.length > 0,
    findable: true,
    section: '/mitreden',
    main: html`<h1>Was wurde aus meinem Hinweis?</h1>
      ${errorSummary(attempt.errors)}
      ${form(
        { action: '/mitreden/stand' },
        html`${field({
          name: 'code',
          label: 'Ihr Code',
          hint: 'Sie haben ihn nach dem Absenden bekommen, zum Beispiel 2345-6789-ABCD-EFGH-JKMN.',
          autocomplete: 'off',
          maxLength: 40,
          value: attempt.code,
          error: errorAt(attempt.errors, 'code'),
        })}
        ${buttons(button({ label: 'Stand ansehen' }))}`,
      )}
      ${otherPages('/mitreden/stand')}`,
  };
}

/** "Was daraus wurde": what was said, what was decided, what the county answers. */
export function publicAnswersPage(
  items: readonly PublicFeedback[],
  next: string | null,
  more: { fields: readonly NamedReference[]; letters: readonly PublicLetterLine[] },
): VoicePage {
  return {
    title: 'Was daraus wurde',
    findable: true,
    section: '/ergebnisse',
    description: 'Hinweise aus dem Landkreis und was aus ihnen geworden ist.',
    main: html`<h1>Was daraus wurde</h1>
      <p class="lead">Hinweise aus dem Landkreis und unsere Antworten darauf.</p>
      ${more.fields.length > 0 && publishedFields(more.fields)}
      ${more.letters.length > 0 && publishedLetters(more.letters)}
      ${more.fields.length + more.letters.length > 0 && html`<h2>Einzelne Antworten</h2>`}
      ${items.map(answered)}
      ${
        items.length === 0 &&
        html`<p>
          Hier steht noch nichts. Sobald wir Hinweise beantwortet haben, lesen Sie hier die Ergebnisse.
        </p>`
      }
      ${next !== null && buttons(buttonLink('Ältere Antworten', `/ergebnisse?after=${next}`, 'quiet'))}
      ${otherPages('/ergebnisse')}`,
  };
}

/** What was made of all that was said on a subject. */
function publishedFields(fields: readonly NamedReference[]): Html {
  return html`<section aria-labelledby="themen">
    <h2 id="themen">Das wurde daraus, nach Themen</h2>
    <ul class="topics">
      ${fields.map(({ id, name }) => html`<li><a href="${fieldResultsPath(id)}">${name}</a></li>`)}
    </ul>
  </section>`;
}

/** What was told to those who were there. */
function publishedLetters(letters: readonly PublicLetterLine[]): Html {
  return html`<section aria-labelledby="briefe">
    <h2 id="briefe">Was aus Veranstaltungen wurde</h2>
    <ul>
      ${letters.map(
        ({ id, title, day }) =>
          html`<li>
            <a href="/ergebnisse/brief/${id}">${title}</a>${day !== null && html` (${formatDate(day)})`}
          </li>`,
      )}
    </ul>
  </section>`;
}

function answered(item: PublicFeedback): Html {
  const decided = decisionSentence(item.decision, item.forwardedTo);
  return html`<article class="card">
    <h2>${item.field ?? 'Hinweis'}</h2>
    <figure class="quote">
      <blockquote>
        <p>${withLineBreaks(item.text)}</p>
      </blockquote>
    </figure>
    ${!item.answer.startsWith(decided) && html`<p><strong>${decided}</strong></p>`}
    <p>${withLineBreaks(item.answer)}</p>
    ${item.further > 0 && html`<p class="quiet">${alsoFor(item.further)}</p>`}
    <p class="quiet">${formatDate(item.since)}</p>
  </article>`;
}

const pages = [
  ['/mitreden', 'Mitreden'],
  ['/mitreden/stand', 'Stand meines Hinweises'],
  ['/ergebnisse', 'Was daraus wurde'],
] as const;

function otherPages(here: string): Html {
  return html`<nav aria-label="Mitreden und Ergebnisse">
    <ul class="pages">
      ${pages
        .filter(([path]) => path !== here)
        .map(([path, name]) => html`<li><a href="${path}">${name}</a></li>`)}
    </ul>
  </nav>`;
}
