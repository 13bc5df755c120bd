import {
  type PollAnswer,
  pollAnswerLabels,
  pollAnswers,
  pollLimits,
  type PollProblem,
  pollProblems,
  refusedVote,
} from '@runder-tisch/domain/meetings';
import { facts, paragraphs } from '@runder-tisch/domain/documents';
import { asSentence, unbroken } from '@runder-tisch/domain/text';
import { formatDateTime, formatPeriod, formatTimeRange, formatLongDate } from '@runder-tisch/domain/time';
import { blocksAsHtml } from '../../documents/as-page-html';
import {
  banner,
  button,
  buttons,
  errorAt,
  errorSummary,
  field,
  fieldId,
  form,
  justSaid,
  type FormError,
} from '../../pages/forms';
import { attributes, html, type Html } from '../../pages/html';
import type { AskedView } from './asked.repository';
import { helloTo } from './poll-letter';

export interface PollPage {
  title: string;
  main: Html;
  wrong?: boolean;
  saved?: boolean;
}

/** What somebody just ticked and what was wrong with it; without it the page shows what is stored. */
export interface PollAttempt {
  answers: Record<string, PollAnswer>;
  comment: string;
  errors: readonly FormError[];
}

type AskedDate = AskedView['dates'][number];

const tones = { YES: 'positive', IF_NEED_BE: 'warning', NO: 'negative' } as const;

/** The name of the three answers to one date in the form. */
export function rowName(optionId: string): string {
  return `termin-${optionId}`;
}

/** The page behind the personal link of a Terminumfrage; works without a script. */
export function pollPage(
  asked: AskedView,
  path: string,
  now: Date,
  { attempt, saved = false }: { attempt?: PollAttempt; saved?: boolean } = {},
): PollPage {
  const refusal = refusedVote(asked, asked.asked, false, now);
  const main = html`
    ${errorSummary(attempt?.errors ?? [])}
    <p class="lead">${hello(asked)}</p>
    <h1>${asked.title}</h1>
    ${refusal === null ? asksFor(asked, attempt, saved) : over(asked, refusal)}
    ${refusal === null && voteForm(asked, path, attempt)}
    ${refusal !== null && refusal !== 'poll-not-asked' && ownVotes(asked)} ${contact(asked)}
  `;
  return {
    title: `Wann können Sie? ${asked.title}`,
    main,
    wrong: (attempt?.errors.length ?? 0) > 0,
    saved: saved && asked.answered,
  };
}

function hello(asked: AskedView): string {
  const words = helloTo(asked);
  return asked.onBehalfOf ? `${words} · ${asked.onBehalfOf}` : words;
}

function asksFor(asked: AskedView, attempt: PollAttempt | undefined, saved: boolean): Html {
  const open = asked.dates.filter((it) => it.answer === null).length;
  const thanks = open === 0 ? 'Danke, Ihre Antworten sind gespeichert.' : 'Es ist ein Termin dazugekommen.';
  const more = open > 1 ? `Es sind ${open} Termine dazugekommen.` : thanks;
  const said = banner(open === 0 ? 'positive' : 'neutral', open === 0 ? thanks : more);
  return html`${asked.answered && !attempt && (saved ? justSaid(said) : said)}
    ${blocksAsHtml(paragraphs(asSentence(asked.message)), 'umfrage')} ${aboutMeeting(asked)}
    <p>
      ${asked.answered ? 'Sie können Ihre Antworten ändern bis' : 'Bitte antworten Sie bis'}
      <strong>${formatDateTime(asked.closesAt)}</strong>. „Notfalls“ heißt: Es ginge, wenn es keinen besseren
      Termin gibt.
    </p>`;
}

function aboutMeeting({ place, onlineLink, accessibility }: AskedView): Html | null {
  if (!place && !onlineLink && !accessibility) return null;
  const shown = facts([
    ['Wo', place || null],
    ['Online', onlineLink || null],
    ['Barrierefreiheit', accessibility || null],
  ]);
  return html`<div class="card">${blocksAsHtml([shown], 'termin')}</div>`;
}

function voteForm(asked: AskedView, path: string, attempt: PollAttempt | undefined): Html {
  const errors = attempt?.errors ?? [];
  return html`<h2>Wann können Sie?</h2>
    ${allYesForm(path)}
    ${form(
      { action: path },
      html`${asked.dates.map((date) => dateRow(date, attempt, errorAt(errors, rowName(date.id))))}
      ${field({
        name: 'comment',
        label: 'Möchten Sie uns dazu etwas sagen?',
        hint: 'Zum Beispiel: „Am 8. erst ab 15 Uhr.“',
        rows: 2,
        value: attempt?.comment ?? asked.comment,
        optional: true,
        maxLength: pollLimits.comment,
      })}
      ${buttons(button({ label: asked.answered ? 'Antworten ändern' : 'Antworten senden' }))}`,
    )}`;
}

/** A form of its own: Enter in a form presses its first button, which must never be this one. */
function allYesForm(path: string): Html {
  return form(
    { action: path },
    html`<p class="all-yes">
      ${button({ label: 'Alle Ja', name: 'alle', value: 'YES', tone: 'quiet' })}
      <span class="hint">Sie können immer? Ein Druck genügt.</span>
    </p>`,
  );
}

function dateRow(date: AskedDate, attempt: PollAttempt | undefined, error: string | null): Html {
  const given = attempt ? (attempt.answers[date.id] ?? null) : date.answer;
  const name = rowName(date.id);
  return html`<fieldset
    class="vote${error && ' wrong'}"
    ${attributes({ 'aria-invalid': error ? 'true' : null })}
  >
    <legend>
      <b>${formatLongDate(new Date(date.startsAt))}</b>
      <span>${unbroken(formatTimeRange(new Date(date.startsAt), new Date(date.endsAt)))}</span>
    </legend>
    ${error && html`<p class="error"><span class="hidden">Fehler: </span>Hier fehlt noch Ihre Antwort.</p>`}
    <div class="vote-choices">
      ${pollAnswers.map((answer, index) => {
        const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`;
        return html`<span class="vote-choice ${tones[answer]}"
          ><input
            type="radio"
            id="${id}"
            name="${name}"
            value="${answer}"
            ${attributes({ checked: given === answer })}
          /><label for="${id}">${pollAnswerLabels[answer]}</label></span
        >`;
      })}
    </div>
  </fieldset>`;
}

function over(asked: AskedView, refusal: PollProblem): Html {
  const chosen = asked.dates.find((it) => it.chosen);
  if (chosen) {
    const when = unbroken(formatPeriod(new Date(chosen.startsAt), new Date(chosen.endsAt)));
    return html`${banner('positive', 'Der Termin steht fest', when)}${aboutMeeting(asked)}
      <p>Mit der Einladung bekommen Sie den Eintrag für Ihren Kalender und sagen zu oder ab.</p>`;
  }
  if (refusal === 'poll-closed')
    return banner(
      'neutral',
      'Diese Umfrage ist beendet',
      'Wir wählen jetzt den Termin und laden Sie dann ein. Möchten Sie noch etwas ändern, sagen Sie uns bitte Bescheid.',
    );
  if (refusal === 'poll-cancelled')
    return banner(
      'warning',
      pollProblems[refusal].says,
      ...(asked.cancelledReason ? [asked.cancelledReason] : []),
    );
  return banner('neutral', pollProblems[refusal].says);
}

function ownVotes(asked: AskedView): Html | null {
  const given = asked.dates.filter((it) => it.answer !== null);
  if (given.length === 0) return null;
  const rows = given.map(({ startsAt, endsAt, answer }): [string, string] => [
    formatPeriod(new Date(startsAt), new Date(endsAt)),
    answer ? pollAnswerLabels[answer] : '',
  ]);
  return html`<h2>Ihre Antworten</h2>
    <div class="card">${blocksAsHtml([facts(rows)], 'antworten')}</div>`;
}

function contact({ organizerName, organizerMail }: AskedView): Html {
  return html`<p class="note">
    Fragen?${
      organizerMail &&
      html` Schreiben Sie an ${organizerName}: <a href="mailto:${organizerMail}">${organizerMail}</a>.`
    }
    Diese Seite ist nur für Sie bestimmt; bitte geben Sie den Link nicht weiter.
  </p>`;
}

/** Instead of a poll page: the link is no link of ours or is too old. */
export function noPollPage(kind: 'unknown' | 'expired', asked?: AskedView): PollPage {
  if (kind === 'expired')
    return {
      title: 'Dieser Link gilt nicht mehr',
      main: html`<h1>Dieser Link gilt nicht mehr</h1>
        <p>${asked ? `Er gehörte zur Terminumfrage für „${asked.title}“.` : 'Er ist abgelaufen.'}</p>
        ${asked && contact(asked)}`,
    };
  return {
    title: 'Diesen Link kennen wir nicht',
    main: html`<h1>Diesen Link kennen wir nicht</h1>
      <p>
        Vielleicht wurde er beim Kopieren abgeschnitten, oder die Umfrage gibt es nicht mehr. Bitte öffnen Sie
        den Knopf in unserer Mail noch einmal, oder antworten Sie einfach auf die Mail: Wir tragen Ihre
        Antwort dann ein.
      </p>`,
  };
}
