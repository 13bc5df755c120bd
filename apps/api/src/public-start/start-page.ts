import { attachmentTypeOf } from '@runder-tisch/domain/attachments';
import type { PublicFeedback } from '@runder-tisch/domain/feedback';
import { decisionSentence } from '@runder-tisch/domain/feedback';
import { fieldResultsPath } from '@runder-tisch/domain/fields-of-action';
import type { NamedReference } from '@runder-tisch/domain/lists';
import { unbroken } from '@runder-tisch/domain/text';
import { formatPeriod } from '@runder-tisch/domain/time';
import { banner, button, buttonLink, field } from '../pages/forms';
import { html, type Html } from '../pages/html';
import type { CurrentSettings } from '../settings/settings';
import { emergencyNumbers } from '../social-services/everyday/emergency-block';
import type { PublicNumber } from '../social-services/everyday/emergency-numbers';
import type { PublicDate } from './public-dates';

export interface StartFacts {
  settings: CurrentSettings;
  /** Categories with an offer behind them. */
  topics: readonly NamedReference[];
  numbers: readonly PublicNumber[];
  answers: readonly PublicFeedback[];
  /** Of which everybody may read what came of them. */
  fields: readonly NamedReference[];
  dates: readonly PublicDate[];
}

const ANSWERS_SHOWN = 2;
const BEGINNING = 160;

/** The county's start: find help first, then take part, what came of it, what comes next. */
export function startPage({ settings, topics, numbers, answers, fields, dates }: StartFacts): Html {
  return html`${
      !settings.setUp &&
      banner(
        'warning',
        'Diese Anwendung ist noch nicht eingerichtet.',
        'Öffnen Sie den Link, der beim Start im Terminal steht.',
      )
    }
    <h1>Hilfe finden und mitreden</h1>
    <p class="lead">Beratung, Hilfe und Begegnung in Ihrer Nähe, und Ihre Stimme für die Sozialplanung.</p>
    <form method="get" action="/angebote" role="search" class="search-line">
      ${field({
        name: 'suche',
        label: 'Wobei brauchen Sie Hilfe?',
        hint: 'Schreiben Sie, wie Sie es sagen würden: „Ich habe Schulden“.',
        type: 'search',
        maxLength: 100,
      })}
      ${button({ label: 'Suchen' })}
    </form>
    ${emergencyNumbers(numbers)}
    <section aria-labelledby="themen">
      <h2 id="themen">Nach Thema suchen</h2>
      ${topics.length > 0 ? topicList(topics) : html`<p>Noch ist kein Angebot veröffentlicht. Schauen Sie bald wieder vorbei.</p>`}
    </section>
    <div class="pair">
      ${settings.voicesOpen && takePart()} ${results(answers, fields)} ${next(dates)} ${howWePlan()}
      ${settings.registrationOpen && joinIn()}
    </div>`;
}

function topicList(topics: readonly NamedReference[]): Html {
  return html`<ul class="topics">
      ${topics.map(({ id, name }) => html`<li><a href="/angebote?kategorie=${id}">${name}</a></li>`)}
    </ul>
    <p><a href="/angebote">Alle Angebote ansehen</a></p>`;
}

function takePart(): Html {
  return html`<section class="card" aria-labelledby="mitreden">
    <h2 id="mitreden">Mitreden</h2>
    <p>Was fehlt bei Ihnen, was läuft gut? Sagen Sie es uns, ohne Konto und ohne Namen.</p>
    <p>${buttonLink('Hinweis geben', '/mitreden')}</p>
    <p><a href="/mitreden/stand">Was wurde aus meinem Hinweis?</a></p>
  </section>`;
}

function results(answers: readonly PublicFeedback[], fields: readonly NamedReference[]): Html {
  return html`<section class="card" aria-labelledby="ergebnisse">
    <h2 id="ergebnisse">Was daraus wurde</h2>
    ${
      answers.length === 0
        ? html`<p>Sobald wir Hinweise beantwortet haben, lesen Sie hier die Ergebnisse.</p>`
        : html`<ul>
              ${answers.slice(0, ANSWERS_SHOWN).map(
                (it) =>
                  html`<li>
                    „${beginningOf(it.text)}“
                    <span class="when">${decisionSentence(it.decision, it.forwardedTo)}</span>
                  </li>`,
              )}
            </ul>
            <p><a href="/ergebnisse">Alle Ergebnisse</a></p>`
    }
    ${
      fields.length > 0 &&
      html`<p>Das wurde daraus, nach Themen:</p>
        <ul>
          ${fields.map(({ id, name }) => html`<li><a href="${fieldResultsPath(id)}">${name}</a></li>`)}
        </ul>`
    }
  </section>`;
}

function next(dates: readonly PublicDate[]): Html {
  return html`<section class="card" aria-labelledby="termine">
    <h2 id="termine">Öffentliche Termine</h2>
    ${
      dates.length === 0
        ? html`<p>Zurzeit ist kein öffentlicher Termin geplant.</p>`
        : html`<ul>
            ${dates.map(
              (it) =>
                html`<li>
                  <b>${it.title}</b>
                  <span class="when"
                    >${unbroken(formatPeriod(it.startsAt, it.endsAt))}${it.place && html`, ${it.place}`}</span
                  >
                  ${it.attachments.map(
                    ({ id, title, ending }) =>
                      html`<br /><a href="/unterlage/${id}">${title} (${attachmentLabel(ending)})</a>`,
                  )}
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}

function howWePlan(): Html {
  return html`<section class="card" aria-labelledby="ablauf">
    <h2 id="ablauf">So planen wir</h2>
    <p>Wer plant, wann etwas geschieht, wer entscheidet und was daraus wird.</p>
    <p><a href="/so-planen-wir">Den Ablauf ansehen</a></p>
  </section>`;
}

function joinIn(): Html {
  return html`<section class="card" aria-labelledby="mitmachen">
    <h2 id="mitmachen">Als Organisation mitmachen</h2>
    <p>Tragen Sie Ihre Angebote ein und kommen Sie in die Netzwerke des Landkreises.</p>
    <p><a href="/mitmachen">Organisation anmelden</a></p>
  </section>`;
}

function attachmentLabel(ending: string): string {
  return attachmentTypeOf(ending)?.label ?? ending;
}

/** The beginning of a text up to the end of a word. */
function beginningOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= BEGINNING) return line;
  return `${line.slice(0, line.lastIndexOf(' ', BEGINNING) + 1 || BEGINNING).trim()} …`;
}
