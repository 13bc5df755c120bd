import {
  mostAtOne,
  pointsInWords,
  prioritisationLimits,
  type PrioritisationProblem,
  prioritisationProblems,
  sumOf,
  votersInWords,
} from '@runder-tisch/domain/findings/prioritisation';
import { paragraphs } from '@runder-tisch/domain/documents';
import { asSentence } from '@runder-tisch/domain/text';
import { formatDateTime } from '@runder-tisch/domain/time';
import { pointsBars } from '@runder-tisch/drawing/points-bars';
import { sceneAsSvg } from '@runder-tisch/drawing/scene-as-svg';
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
  type FormError,
  justSaid,
} from '../../pages/forms';
import { attributes, html, type Html, trustedHtml } from '../../pages/html';
import type { BallotView } from './ballots.repository';

export interface PointsPage {
  title: string;
  main: Html;
  wrong?: boolean;
  saved?: boolean;
}

/** What somebody just typed and what was wrong with it; without it the page shows what is stored. */
export interface PointsAttempt {
  typed: Readonly<Record<string, string>>;
  errors: readonly FormError[];
}

/** The name of the field of one option in the form. */
export function pointsField(optionId: string): string {
  return `punkte-${optionId}`;
}

/** Where the page stands again after one point more or less. */
export function rowAnchor(optionId: string): string {
  return `zeile-${optionId}`;
}

/** The page on a phone or behind a personal link; works without a script. */
export function pointsPage(
  ballot: BallotView,
  path: string,
  { attempt, saved = false }: { attempt?: PointsAttempt; saved?: boolean } = {},
): PointsPage {
  const main = html`
    ${errorSummary(attempt?.errors ?? [])}
    <h1>${ballot.question}</h1>
    ${content(ballot, path, attempt, saved)}
  `;
  return {
    title: ballot.question,
    main,
    wrong: (attempt?.errors.length ?? 0) > 0,
    saved: saved && !attempt,
  };
}

function content(
  ballot: BallotView,
  path: string,
  attempt: PointsAttempt | undefined,
  saved: boolean,
): Html | null {
  if (ballot.result) return resultOf(ballot.result);
  if (ballot.state === 'CANCELLED')
    return banner(
      'warning',
      says('points-cancelled'),
      ...(ballot.cancelledReason ? [ballot.cancelledReason] : []),
    );
  if (ballot.state !== 'OPEN') return banner('neutral', says('points-not-open'));
  if (!ballot.hasBallot && ballot.full)
    return banner('warning', 'Alle Plätze sind vergeben', says('points-all-places-taken'));
  return html`${saved && !attempt && justSaid(banner('positive', 'Danke, Ihre Punkte sind gespeichert.'))}
  ${blocksAsHtml(paragraphs(asSentence(ballot.explanation)), 'punktabfrage')} ${rule(ballot)}
  ${pointsForm(ballot, path, attempt)} ${secrecy(ballot)}`;
}

function rule(ballot: BallotView): Html {
  const { pointsPerPerson, closesAt } = ballot;
  const most = mostAtOne(ballot);
  return html`<p>
    Sie haben <strong>${pointsInWords(pointsPerPerson)}</strong>.
    ${
      most < pointsPerPerson
        ? `Auf eine Zeile dürfen höchstens ${pointsInWords(most)}.`
        : pointsPerPerson > 1 && 'Sie dürfen auch alle auf eine Zeile setzen.'
    }
    ${closesAt && html`Das geht bis <strong>${formatDateTime(closesAt)}</strong>.`}
  </p>`;
}

function pointsForm(ballot: BallotView, path: string, attempt: PointsAttempt | undefined): Html {
  const own = ballot.options.map((it) => ({ points: it.own }));
  const given = sumOf(own);
  const left = ballot.pointsPerPerson - given;
  const most = mostAtOne(ballot);
  const errors = attempt?.errors ?? [];
  return form(
    { action: path },
    html`<p class="points-left" role="status">
        <strong>${left === 0 ? 'Alle Punkte vergeben' : `Noch ${pointsInWords(left)}`}</strong>
        ${given > 0 && html`<span>${pointsInWords(given)} gespeichert</span>`}
      </p>
      ${
        // Enter in a field presses the first button of its form, which must be none of plus and minus.
        html`<button type="submit" class="hidden" tabindex="-1" aria-hidden="true">Speichern</button>`
      }
      <ul class="points-rows">
        ${ballot.options.map(({ id, title, own: stored }) => {
          const name = pointsField(id);
          const error = errorAt(errors, name);
          return html`<li class="points-row${error && ' wrong'}" id="${rowAnchor(id)}">
            <label for="${fieldId(name)}">${title}</label>
            ${error && html`<p class="error" id="${fieldId(name)}-fehler"><span class="hidden">Fehler: </span>${error}</p>`}
            <div class="points-step">
              ${step('weniger', id, '−', `Ein Punkt weniger für ${title}`, stored === 0)}
              <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                maxlength="4"
                id="${fieldId(name)}"
                name="${name}"
                value="${attempt ? (attempt.typed[name] ?? '') : String(stored)}"
                ${attributes({ 'aria-invalid': error ? 'true' : null, 'aria-describedby': error ? `${fieldId(name)}-fehler` : null })}
              />
              ${step('mehr', id, '+', `Ein Punkt mehr für ${title}`, left === 0 || stored >= most)}
            </div>
          </li>`;
        })}
      </ul>
      ${buttons(button({ label: given > 0 ? 'Punkte ändern' : 'Punkte speichern' }))}`,
  );
}

function step(name: string, optionId: string, sign: string, label: string, disabled: boolean): Html {
  return html`<button
    type="submit"
    class="button quiet"
    name="${name}"
    value="${optionId}"
    aria-label="${label}"
    ${attributes({ disabled })}
  >
    ${sign}
  </button>`;
}

function secrecy({ mode }: BallotView): Html {
  return html`<p class="note">
    Ihre Punkte sind geheim. Solange die Punktabfrage läuft, sieht niemand einen Zwischenstand, auch wir
    nicht. Sie können Ihre Punkte bis zum Ende ändern.
    ${
      mode === 'ROOM'
        ? 'Damit dieses Gerät seine Punkte wiederfindet, merkt es sich eine zufällige Nummer (Cookie). Ihr Name wird nirgends gespeichert.'
        : 'Dieser Link gehört Ihnen; bitte geben Sie ihn nicht weiter. Zu wem er gehört, ist nicht gespeichert.'
    }
  </p>`;
}

function resultOf(result: NonNullable<BallotView['result']>): Html {
  const scene = pointsBars(result.options, { width: 400 });
  return html`<p class="lead">
      Die Punktabfrage ist beendet: ${votersInWords(result.voters)}, ${pointsInWords(result.points)}.
    </p>
    <p>${scene.sentence}</p>
    <figure>${trustedHtml(sceneAsSvg(scene, { id: 'punkte' }))}</figure>
    <details>
      <summary>Als Tabelle</summary>
      <div class="table">
        <table>
          <thead>
            <tr>
              ${scene.table.head.map((it) => html`<th scope="col">${it}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${scene.table.rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>`;
}

function says(code: PrioritisationProblem): string {
  return prioritisationProblems[code].says;
}

/** Where the letters from the wall are typed. */
export function codePage(typed = '', wrong = false): PointsPage {
  const errors = wrong
    ? [
        {
          name: 'code',
          text: 'Diese Buchstaben kennen wir nicht. Bitte vergleichen Sie sie noch einmal mit denen auf der Leinwand.',
        },
      ]
    : [];
  return {
    title: 'Punkte vergeben',
    wrong,
    main: html`${errorSummary(errors)}
      <h1>Punkte vergeben</h1>
      <p>
        Bitte geben Sie die ${prioritisationLimits.codeLength} Buchstaben ein, die auf der Leinwand stehen.
      </p>
      <form method="get" action="/punkte" novalidate>
        ${field({
          name: 'code',
          label: 'Buchstaben',
          hint: 'Groß oder klein, mit oder ohne Strich.',
          value: typed.slice(0, 20),
          error: errorAt(errors, 'code'),
          maxLength: 20,
          autocomplete: 'off',
          short: true,
        })}
        ${buttons(button({ label: 'Weiter' }))}
      </form>`,
  };
}

/** Instead of a page for points: the address is none of ours. */
export function noPointsPage(): PointsPage {
  return {
    title: 'Diese Adresse kennen wir nicht',
    main: html`<h1>Diese Adresse kennen wir nicht</h1>
      <p>
        Haben Sie die Buchstaben von der Leinwand abgetippt? Dann versuchen Sie es bitte
        <a href="/punkte">noch einmal</a>. Kommen Sie aus einer Mail? Vielleicht wurde der Link beim Kopieren
        abgeschnitten: Bitte drücken Sie dort noch einmal auf den Knopf.
      </p>`,
  };
}
