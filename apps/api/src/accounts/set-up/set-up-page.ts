import { accountLimits } from '@runder-tisch/domain/accounts';
import { settingsLimits } from '@runder-tisch/domain/settings';
import {
  button,
  buttonLink,
  buttons,
  checkbox,
  errorAt,
  errorSummary,
  field,
  fileField,
  type FormError,
} from '../../pages/forms';
import { html, type Html } from '../../pages/html';

/** What the form shows: texts as typed, boxes by whether they are ticked. */
export type SetUpValues = Readonly<Record<string, string | boolean>>;

/** One page, no script: who runs this, who may enter first, what the law asks for. */
export function setUpForm(token: string, values: SetUpValues, errors: readonly FormError[]): Html {
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name] : '');
  const ticked = (name: string): boolean => values[name] === true;
  return html`<h1>Runder Tisch einrichten</h1>
    <p class="lead">
      Fünf Minuten, dann können Sie zum ersten Treffen einladen. Alles hier lässt sich später ändern.
    </p>
    ${errorSummary(errors)}
    <form method="post" action="/einrichten?schluessel=${token}" enctype="multipart/form-data" novalidate>
      <h2>Ihr Landkreis</h2>
      ${field({
        name: 'countyName',
        label: 'Name des Landkreises',
        hint: 'Er steht auf jeder Seite und in jeder Mail.',
        value: text('countyName'),
        maxLength: settingsLimits.countyName,
        error: errorAt(errors, 'countyName'),
        autocomplete: 'organization',
      })}
      ${fileField({
        name: 'logo',
        label: 'Logo',
        optional: true,
        hint: 'PNG, JPEG oder WebP bis 1 MiB.',
        accept: 'image/png,image/jpeg,image/webp',
        error: errorAt(errors, 'logo'),
      })}
      <h2>Ihr Zugang</h2>
      <p>Sie bekommen das Recht zur Administration und laden danach Ihre Kolleg:innen ein.</p>
      ${field({
        name: 'givenName',
        label: 'Vorname',
        value: text('givenName'),
        optional: true,
        maxLength: accountLimits.name,
        autocomplete: 'given-name',
        error: errorAt(errors, 'givenName'),
      })}
      ${field({
        name: 'familyName',
        label: 'Nachname',
        value: text('familyName'),
        maxLength: accountLimits.name,
        autocomplete: 'family-name',
        error: errorAt(errors, 'familyName'),
      })}
      ${field({
        name: 'mail',
        label: 'Ihre Mailadresse',
        type: 'email',
        value: text('mail'),
        maxLength: settingsLimits.mail,
        autocomplete: 'email',
        error: errorAt(errors, 'mail'),
      })}
      ${field({
        name: 'password',
        label: 'Passwort',
        type: 'password',
        hint: 'Mindestens 12 Zeichen, zum Beispiel vier Wörter, die nichts miteinander zu tun haben.',
        autocomplete: 'new-password',
        error: errorAt(errors, 'password'),
      })}
      ${checkbox({
        name: 'withPlanner',
        label: 'Ich arbeite auch selbst in der Sozialplanung',
        hint: 'Hinweise bewerten, Handlungsfelder pflegen',
        checked: ticked('withPlanner'),
      })}
      ${checkbox({
        name: 'withCoordinator',
        label: 'Ich koordiniere auch selbst Netzwerke',
        hint: 'Termine planen, einladen, Protokolle schreiben',
        checked: ticked('withCoordinator'),
      })}
      <h2>Mails</h2>
      ${field({
        name: 'senderName',
        label: 'Absender, wie Empfänger:innen ihn lesen',
        value: text('senderName'),
        maxLength: settingsLimits.senderName,
        hint: 'Zum Beispiel „Sozialplanung Landkreis Anhalt-Bitterfeld“.',
        error: errorAt(errors, 'senderName'),
      })}
      ${field({
        name: 'senderAddress',
        label: 'Adresse des Absenders',
        type: 'email',
        value: text('senderAddress'),
        maxLength: settingsLimits.mail,
        hint: 'Ihr Mailserver muss in ihrem Namen senden dürfen.',
        error: errorAt(errors, 'senderAddress'),
      })}
      ${field({
        name: 'replyAddress',
        label: 'Antworten gehen an',
        type: 'email',
        value: text('replyAddress'),
        maxLength: settingsLimits.mail,
        hint: 'Ein Postfach, das Menschen lesen. Dorthin kommen auch Antworten aus Kalendern.',
        error: errorAt(errors, 'replyAddress'),
      })}
      <h2>Listen zum Anfangen</h2>
      ${checkbox({
        name: 'withFields',
        label: 'Fünf Handlungsfelder anlegen',
        hint: 'Demografie und Sozialstruktur, Bildung, Gesundheit und medizinische Versorgung, Soziale Lage, Öffentliche Sozialleistungen',
        checked: ticked('withFields'),
      })}
      ${checkbox({
        name: 'withMunicipalities',
        label: 'Zehn Gemeinden von Anhalt-Bitterfeld anlegen',
        hint: 'mit Gemeindeschlüssel und den Planungsräumen Bitterfeld, Köthen und Zerbst',
        checked: ticked('withMunicipalities'),
      })}
      <h2>Texte</h2>
      <p>
        Unsere Vorschläge. <b>{Landkreis}</b> und <b>{Antwortadresse}</b> werden durch Ihre Angaben ersetzt.
        Eine Zeile mit „## “ am Anfang wird eine Überschrift, mit „- “ ein Punkt einer Liste.
      </p>
      ${textField('imprint', 'Impressum', text('imprint'), errors)}
      ${textField('privacyText', 'Datenschutz', text('privacyText'), errors)}
      ${textField('accessibilityText', 'Erklärung zur Barrierefreiheit', text('accessibilityText'), errors)}
      ${buttons(button({ label: 'Einrichten und anmelden' }))}
    </form>`;
}

function textField(name: string, label: string, value: string, errors: readonly FormError[]): Html {
  return field({
    name,
    label,
    value,
    rows: 12,
    maxLength: settingsLimits.text,
    error: errorAt(errors, name),
  });
}

export function setUpDone(): Html {
  return html`<h1>Die Einrichtung ist abgeschlossen</h1>
    <p class="lead">Alles Weitere steht in den Einstellungen.</p>
    ${buttons(buttonLink('Zur Anmeldung', '/anmelden'))}`;
}

export function setUpClosed(): Html {
  return html`<h1>Dieser Link gilt nicht mehr</h1>
    <p class="lead">
      Zum Einrichten brauchen Sie den Link, den der Start dieser Anwendung im Terminal ausgegeben hat. Bei
      jedem Start gibt es einen neuen, der alte gilt dann nicht mehr.
    </p>`;
}
