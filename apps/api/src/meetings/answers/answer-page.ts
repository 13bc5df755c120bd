import { greetingTo } from '@runder-tisch/domain/actors';
import { paragraphs } from '@runder-tisch/domain/documents';
import {
  type GivenAnswer,
  givenAnswers,
  type MeetingProblem,
  meetingLimits,
  meetingProblems,
  ownAnswerLabels,
  refusedAnswer,
} from '@runder-tisch/domain/meetings';
import { asSentence } from '@runder-tisch/domain/text';
import { formatDateTime, formatPeriod } from '@runder-tisch/domain/time';
import { blocksAsHtml } from '../../documents/as-page-html';
import {
  answerButtons,
  banner,
  button,
  buttonLink,
  buttons,
  errorAt,
  errorSummary,
  field,
  form,
  type FormError,
  hiddenField,
  justSaid,
} from '../../pages/forms';
import { html, type Html } from '../../pages/html';
import { agendaBlocks, type LetterMeeting, meetingFacts } from '../invitations/invitation-letter';
import type { InvitedView } from './invited.repository';

export interface AnswerPage {
  title: string;
  main: Html;
  wrong?: boolean;
  saved?: boolean;
}

/** What somebody just sent and what was wrong with it; without it the page shows what is stored. */
export interface AnswerAttempt {
  values: Partial<
    Record<
      'answer' | 'companions' | 'deputy' | 'deputyName' | 'deputyMail' | 'coming' | 'needs' | 'message',
      string
    >
  >;
  errors: readonly FormError[];
}

const answerTones = { ACCEPTED: 'positive', TENTATIVE: 'warning', DECLINED: 'negative' } as const;
const thanks: Record<GivenAnswer, string> = {
  ACCEPTED: 'Danke, wir freuen uns auf Sie.',
  TENTATIVE: 'Danke, wir rechnen mit einem Vielleicht.',
  DECLINED: 'Danke für Ihre Absage.',
};

const nothingSent: AnswerAttempt = { values: {}, errors: [] };

/** The page behind the personal link of an invitation; works without a script. */
export function answerPage(
  invited: InvitedView,
  path: string,
  now: Date,
  { attempt = nothingSent, saved = false }: { attempt?: AnswerAttempt; saved?: boolean } = {},
): AnswerPage {
  const { meeting } = invited;
  const refusal = refusedAnswer(
    { state: meeting.state, startsAt: invited.startsAt },
    { invited: invited.invited },
    now,
  );
  const given = invited.answer === 'NEEDS_ACTION' ? null : invited.answer;
  const said = notice(invited, refusal, given);
  const main = html`
    ${errorSummary(attempt.errors)}
    <p class="lead">${greetingOf(invited)}</p>
    <h1>${meeting.title}</h1>
    ${saved && said ? justSaid(said) : said} ${refusal !== 'not-invited' && aboutMeeting(invited)}
    ${refusal === null && answerForm(path, given, attempt)} ${refusal === null && changeUntil(invited)}
    ${refusal === null && given && !invited.represented && detailsForm(invited, path, given, attempt)}
    ${refusal === null && !invited.organisationId && !invited.represented && deputyForm(path, invited, given, attempt)}
    ${refusal === null && given && given !== 'DECLINED' && invited.waitingPlace === null && calendarFile(path)}
    ${refusal !== 'not-invited' && whatItIsAbout(invited)} ${contact(invited)}
  `;
  return {
    title: `Ihre Antwort: ${meeting.title}`,
    main,
    wrong: attempt.errors.length > 0,
    saved: saved && given !== null,
  };
}

function aboutMeeting(invited: InvitedView): Html {
  const facts = meetingFacts({ meeting: letterMeeting(invited), onBehalfOf: '' });
  return html`<div class="card">${blocksAsHtml([facts], 'termin')}</div>`;
}

function whatItIsAbout(invited: InvitedView): Html {
  const agenda = agendaBlocks(invited).filter(
    (block) => block !== false && block !== null && block !== undefined,
  );
  return html`${(invited.meeting.invitationText || agenda.length > 0) && html`<hr />`}
  ${blocksAsHtml([...paragraphs(asSentence(invited.meeting.invitationText)), ...agenda], 'einladung')}`;
}

function greetingOf(invited: InvitedView): string {
  const hello = greetingTo({ ...invited, mailbox: invited.organisationId !== null });
  return invited.onBehalfOf ? `${hello} · ${invited.onBehalfOf}` : hello;
}

function notice(
  invited: InvitedView,
  refusal: MeetingProblem | null,
  given: GivenAnswer | null,
): Html | null {
  if (refusal === null) return given ? thanksFor(invited, given) : fullNotice(invited);
  const reason =
    refusal === 'meeting-cancelled' && invited.meeting.cancelledReason
      ? [invited.meeting.cancelledReason]
      : [];
  const own =
    given && (refusal === 'answer-after-start' || refusal === 'meeting-over')
      ? [`Ihre Antwort war: ${ownAnswerLabels[given]}.`]
      : [];
  return banner(
    refusal === 'meeting-cancelled' || refusal === 'meeting-postponed' ? 'warning' : 'neutral',
    meetingProblems[refusal].says,
    ...reason,
    ...own,
  );
}

function thanksFor(invited: InvitedView, given: GivenAnswer): Html {
  if (invited.waitingPlace !== null)
    return banner(
      'warning',
      `Sie stehen auf Platz ${invited.waitingPlace} der Warteliste`,
      'Alle Plätze sind vergeben. Sobald einer frei wird, rücken Sie nach, und wir schreiben Ihnen.',
    );
  if (invited.represented)
    return banner(
      'positive',
      `${invited.deputyName} kommt in Ihrer Vertretung`,
      'Die Vertretung hat eine eigene Einladung erhalten. Antworten Sie hier neu, nehmen wir sie zurück.',
    );
  if (given === 'ACCEPTED' && invited.deputyName)
    return banner('positive', `Danke, wir freuen uns auf ${invited.deputyName} in Vertretung.`);
  return banner(given === 'ACCEPTED' ? 'positive' : 'neutral', thanks[given]);
}

function fullNotice({ full }: InvitedView): Html | null {
  if (!full) return null;
  return banner(
    'neutral',
    'Alle Plätze sind vergeben',
    'Wenn Sie zusagen, stehen Sie auf der Warteliste und rücken nach, sobald ein Platz frei wird.',
  );
}

/** Whoever comes in somebody's place, or sends somebody; folded away for whoever has answered. */
function deputyForm(
  path: string,
  invited: InvitedView,
  given: GivenAnswer | null,
  attempt: AnswerAttempt,
): Html {
  const { values } = attempt;
  const error = (name: string): string | null => (values.deputy ? errorAt(attempt.errors, name) : null);
  const heading = 'Ich antworte in Vertretung';
  const main = html`<p>
      Kommt jemand anderes an Stelle von ${invited.name}? Dann sagen Sie hier für diese Person zu.
    </p>
    ${form(
      { action: path },
      html`${hiddenField('deputy', 'ja')}${hiddenField('answer', 'ACCEPTED')}
      ${field({
        name: 'deputyName',
        label: 'Name der Vertretung',
        value: values.deputyName ?? invited.deputyName,
        error: error('deputyName'),
        maxLength: meetingLimits.deputyName,
      })}
      ${field({
        name: 'deputyMail',
        label: 'Mailadresse der Vertretung',
        hint: 'Mit Mailadresse erhält die Vertretung eine eigene Einladung mit Kalendereintrag.',
        type: 'email',
        value: values.deputyMail,
        error: error('deputyMail'),
        optional: true,
        maxLength: meetingLimits.mail,
      })}
      ${buttons(button({ label: 'In Vertretung zusagen', tone: 'quiet' }))}`,
    )}`;
  return given && !values.deputy
    ? html`<details>
        <summary>${heading}</summary>
        ${main}
      </details>`
    : html`<h2>${heading}</h2>
        ${main}`;
}

function answerForm(path: string, given: GivenAnswer | null, attempt: AnswerAttempt): Html {
  return form(
    { action: path },
    answerButtons(
      'answer',
      given ? 'Haben sich Ihre Pläne geändert?' : 'Kommen Sie?',
      givenAnswers.map((value) => ({
        value,
        label: ownAnswerLabels[value],
        tone: answerTones[value],
        chosen: given === value,
      })),
      errorAt(attempt.errors, 'answer'),
    ),
  );
}

/** What may be said besides; the answer itself is already saved. */
function detailsForm(invited: InvitedView, path: string, given: GivenAnswer, attempt: AnswerAttempt): Html {
  const value = (name: 'companions' | 'needs' | 'message'): string =>
    attempt.values[name] ?? (name === 'companions' ? String(invited.companions || '') : invited[name]);
  const error = (name: string): string | null => errorAt(attempt.errors, name);
  return html`<h2>Möchten Sie uns noch etwas sagen?</h2>
    ${form(
      { action: path },
      html`${hiddenField('answer', given)}
      ${given === 'ACCEPTED' && invited.deputyName && hiddenField('deputyName', invited.deputyName)}
      ${
        given !== 'DECLINED' &&
        invited.organisationId &&
        field({
          name: 'coming',
          label: 'Wer kommt?',
          hint: 'Ein Name in jeder Zeile. Wir rechnen mit so vielen Plätzen.',
          rows: 3,
          value: attempt.values.coming ?? invited.coming.join('\n'),
          error: error('coming'),
          optional: true,
        })
      }
      ${
        given !== 'DECLINED' &&
        !invited.organisationId &&
        field({
          name: 'companions',
          label: 'Wie viele Personen bringen Sie mit?',
          hint: 'Nur Begleitpersonen, Sie selbst zählen nicht mit.',
          type: 'number',
          inputMode: 'numeric',
          min: 0,
          max: meetingLimits.companions,
          short: true,
          value: value('companions'),
          error: error('companions'),
          optional: true,
        })
      }
      ${
        given !== 'DECLINED' &&
        field({
          name: 'needs',
          label: 'Was brauchen Sie, um gut dabei zu sein?',
          hint: 'Zum Beispiel Gebärdensprache, ein Platz für den Rollstuhl, Kinderbetreuung, vegetarisches Essen.',
          value: value('needs'),
          error: error('needs'),
          optional: true,
          maxLength: meetingLimits.needs,
        })
      }
      ${field({ name: 'message', label: 'Nachricht an uns', rows: 3, value: value('message'), error: error('message'), optional: true, maxLength: meetingLimits.message })}
      ${buttons(button({ label: 'Angaben speichern' }))}`,
    )}`;
}

function calendarFile(path: string): Html {
  return html`<h2>In Ihren Kalender</h2>
    <p>Wenn Ihr Kalender den Termin aus unserer Mail nicht übernommen hat, laden Sie ihn hier herunter.</p>
    ${buttons(buttonLink('Kalenderdatei herunterladen', `${path}/termin.ics`, 'quiet'))}`;
}

function changeUntil(invited: InvitedView): Html | null {
  if (!invited.startsAt) return null;
  return html`<p>
    Sie können Ihre Antwort bis zum Beginn am <strong>${formatDateTime(invited.startsAt)}</strong> über diese
    Seite ändern.
  </p>`;
}

function contact(invited: InvitedView): Html {
  const { organizerName, organizerMail } = invited.meeting;
  return html`<p class="note">
    Fragen?${
      organizerMail &&
      html` Schreiben Sie an ${organizerName}: <a href="mailto:${organizerMail}">${organizerMail}</a>.`
    }
    Diese Seite ist nur für Sie bestimmt; bitte geben Sie den Link nicht weiter.
  </p>`;
}

function letterMeeting(invited: InvitedView): LetterMeeting {
  return {
    ...invited.meeting,
    startsAt: invited.startsAt,
    endsAt: invited.endsAt,
    answerUntil: invited.answerUntil,
  };
}

/** Instead of an answer page: the link is no link of ours, is too old, or was only a test. */
export function linkPage(kind: 'unknown' | 'expired' | 'trial', invited?: InvitedView): AnswerPage {
  if (kind === 'trial') {
    return {
      title: 'Testmail',
      main: html`<h1>Das war eine Testmail</h1>
        <p>
          Hier sehen die Eingeladenen drei große Knöpfe: Ich komme, Vielleicht, Ich kann nicht. In der
          Testmail führt der Knopf nur auf diese Seite.
        </p>`,
    };
  }
  if (kind === 'expired') {
    const when =
      invited?.startsAt && invited.endsAt
        ? ` Der Termin war am ${formatPeriod(invited.startsAt, invited.endsAt)}.`
        : '';
    return {
      title: 'Dieser Link gilt nicht mehr',
      main: html`<h1>Dieser Link gilt nicht mehr</h1>
        <p>${invited ? `Er gehörte zu „${invited.meeting.title}“.${when}` : 'Er ist abgelaufen.'}</p>
        ${invited && contact(invited)}`,
    };
  }
  return {
    title: 'Diesen Link kennen wir nicht',
    main: html`<h1>Diesen Link kennen wir nicht</h1>
      <p>
        Vielleicht wurde er beim Kopieren abgeschnitten. Bitte öffnen Sie den Knopf in unserer Mail noch
        einmal, oder antworten Sie einfach auf die Mail: Wir tragen Ihre Antwort dann ein.
      </p>`,
  };
}
