import { accountLimits, registrationLimits } from '@runder-tisch/domain/accounts';
import type { NamedReference } from '@runder-tisch/domain/lists';
import {
  banner,
  button,
  buttonLink,
  buttons,
  errorAt,
  errorSummary,
  field,
  type FormError,
  form,
  hiddenField,
} from '../../pages/forms';
import { html, type Html } from '../../pages/html';

/** What the form shows, as typed. */
export type RegistrationValues = Readonly<Record<string, string>>;

export const LEAST_LETTERS = 3;

/** First step: is the organisation here already? */
export function findOrganisation(words: string, found: readonly NamedReference[] | null): Html {
  return html`<h1>Mit Ihrer Organisation mitmachen</h1>
    <p class="lead">
      Tragen Sie Ihre Angebote ein, beantworten Sie Einladungen, geben Sie Hinweise. Viele Organisationen
      kennt der Landkreis schon: Sehen Sie zuerst nach, ob Ihre dabei ist.
    </p>
    <form method="get" action="/mitmachen" role="search" class="search-line">
      ${field({
        name: 'suche',
        label: 'Name Ihrer Organisation',
        hint: `Mindestens ${LEAST_LETTERS} Buchstaben, ein Teil des Namens genügt.`,
        value: words,
        type: 'search',
        maxLength: 100,
        autocomplete: 'organization',
      })}
      ${button({ label: 'Suchen' })}
    </form>
    ${found && results(words, found)}`;
}

function results(words: string, found: readonly NamedReference[]): Html {
  const other = `/mitmachen/anmelden?name=${encodeURIComponent(words)}`;
  return html`<h2 id="treffer">
      ${found.length === 0 ? `Wir kennen noch keine Organisation „${words}“` : 'Ist Ihre Organisation dabei?'}
    </h2>
    ${
      found.length > 0 &&
      html`<ul class="link-list" aria-labelledby="treffer">
        ${found.map(
          ({ id, name }) =>
            html`<li>
              <a href="/mitmachen/anmelden?organisation=${id}">${name}<small>Das sind wir</small></a>
            </li>`,
        )}
      </ul>`
    }
    ${buttons(buttonLink(found.length === 0 ? 'Neue Organisation anmelden' : 'Nein, wir sind neu', other, 'quiet'))}`;
}

/** Second step: who are you? `similar` asks back once before a new organisation is believed. */
export function registrationForm(
  values: RegistrationValues,
  chosen: NamedReference | null,
  errors: readonly FormError[],
  similar: readonly NamedReference[] = [],
): Html {
  const text = (name: string, label: string, more: Partial<Parameters<typeof field>[0]> = {}): Html =>
    field({ name, label, value: values[name] ?? '', error: errorAt(errors, name), ...more });
  return html`<h1>${chosen ? html`Für ${chosen.name} anmelden` : 'Neue Organisation anmelden'}</h1>
    <p class="lead">Der Landkreis prüft Ihre Angaben und meldet sich per Mail. Sie brauchen kein Passwort.</p>
    ${errorSummary(errors)} ${similar.length > 0 && askBack(similar)}
    ${form(
      { action: '/mitmachen/anmelden' },
      html`${
          chosen
            ? hiddenField('organisationId', chosen.id)
            : html`<h2>Ihre Organisation</h2>
                ${text('organisationName', 'Name der Organisation', {
                  maxLength: registrationLimits.organisation,
                  autocomplete: 'organization',
                })}
                ${text('organisationCity', 'Ort', {
                  optional: true,
                  maxLength: registrationLimits.organisation,
                  autocomplete: 'address-level2',
                })}`
        }
        ${similar.length > 0 && hiddenField('neu', 'ja')}
        <h2>Sie selbst</h2>
        ${text('givenName', 'Vorname', {
          optional: true,
          maxLength: accountLimits.name,
          autocomplete: 'given-name',
        })}
        ${text('familyName', 'Nachname', { maxLength: accountLimits.name, autocomplete: 'family-name' })}
        ${text('function', 'Was tun Sie dort?', {
          hint: 'Zum Beispiel „Leitung der Beratungsstelle“.',
          maxLength: registrationLimits.function,
          autocomplete: 'organization-title',
        })}
        ${text('mail', 'Ihre Mailadresse', {
          type: 'email',
          hint: 'Dorthin schicken wir einen Link zum Bestätigen.',
          maxLength: accountLimits.mail,
          autocomplete: 'email',
        })}
        ${text('phone', 'Telefon', {
          type: 'tel',
          optional: true,
          hint: 'Falls der Landkreis eine Rückfrage hat.',
          maxLength: registrationLimits.phone,
          autocomplete: 'tel',
        })}
        ${text('message', 'Nachricht an den Landkreis', {
          optional: true,
          rows: 3,
          maxLength: registrationLimits.message,
        })}
        ${trap()}
        <p class="note">
          Ihre Angaben sieht nur der Landkreis. Bestätigen Sie Ihre Mailadresse nicht, löschen wir sie nach
          einer Woche. Mehr dazu im <a href="/datenschutz">Datenschutz</a>.
        </p>
        ${buttons(
          button({ label: similar.length > 0 ? 'Nein, wir sind neu: absenden' : 'Absenden' }),
          buttonLink('Zurück zur Suche', '/mitmachen', 'quiet'),
        )}`,
    )}`;
}

/** A field people do not see; what fills in everything fills in this too. */
function trap(): Html {
  return html`<div class="hidden" aria-hidden="true">
    <label for="feld-homepage">Bitte leer lassen</label>
    <input id="feld-homepage" name="homepage" tabindex="-1" autocomplete="off" />
  </div>`;
}

function askBack(similar: readonly NamedReference[]): Html {
  return banner(
    'warning',
    'Meinen Sie eine dieser Organisationen?',
    ...similar.map(
      ({ id, name }) => html`<a href="/mitmachen/anmelden?organisation=${id}">${name}: Das sind wir</a>`,
    ),
    'Sonst senden Sie das Formular noch einmal ab.',
  );
}

/** @param leaves whether mails leave the house; nobody is sent to an empty mailbox */
export function mailIsOnItsWay(leaves: boolean): Html {
  if (!leaves)
    return html`<h1>Die Mail bleibt im Postausgang</h1>
      <p class="lead">
        Hier verlässt zurzeit keine Mail das Haus. Bitte fragen Sie den Landkreis nach dem Link, mit dem Sie
        Ihre Adresse bestätigen.
      </p>`;
  return html`<h1>Bitte sehen Sie in Ihr Postfach</h1>
    <p class="lead">Wir haben Ihnen eine Mail geschickt. Mit dem Link darin bestätigen Sie Ihre Adresse.</p>
    <p>
      Danach prüft der Landkreis Ihre Anmeldung. Der Link gilt drei Tage; ist nichts angekommen, sehen Sie
      bitte auch im Spam-Ordner nach.
    </p>`;
}

export function confirmAddress(token: string, organisation: string): Html {
  return html`<h1>Mailadresse bestätigen</h1>
    <p class="lead">Sie möchten sich für ${organisation} anmelden.</p>
    <p>Wenn Sie bestätigen, prüft der Landkreis Ihre Anmeldung und meldet sich per Mail.</p>
    ${form({ action: `/mitmachen/bestaetigen/${token}` }, buttons(button({ label: 'Ja, bestätigen' })))}`;
}

export function addressConfirmed(): Html {
  return html`${banner('positive', 'Vielen Dank, Ihre Adresse ist bestätigt.')}
    <h1>Jetzt prüft der Landkreis</h1>
    <p class="lead">
      Sie bekommen eine Mail, sobald Ihre Anmeldung geprüft ist. Das dauert meist wenige Tage.
    </p>`;
}

export function deadLink(): Html {
  return html`<h1>Dieser Link gilt nicht mehr</h1>
    <p class="lead">Er ist abgelaufen oder nicht vollständig. Melden Sie sich einfach noch einmal an.</p>
    ${buttons(buttonLink('Noch einmal anmelden', '/mitmachen'))}`;
}

export function doorClosed(): Html {
  return html`<h1>Die Anmeldung ist zurzeit geschlossen</h1>
    <p class="lead">
      Möchten Sie mitmachen? Bitte wenden Sie sich an den Landkreis. Die Adresse steht im
      <a href="/impressum">Impressum</a>.
    </p>`;
}
