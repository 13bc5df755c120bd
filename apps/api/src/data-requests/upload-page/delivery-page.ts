import {
  awaitedDataRequestStates,
  dataRequestLimits,
  fileSizeWords,
  interfaceFormLabels,
} from '@runder-tisch/domain/data-requests';
import { facts, table } from '@runder-tisch/domain/documents';
import { counted } from '@runder-tisch/domain/text';
import { formatDate } from '@runder-tisch/domain/time';
import { blocksAsHtml } from '../../documents/as-page-html';
import {
  banner,
  button,
  buttons,
  errorAt,
  errorSummary,
  field,
  fileField,
  form,
  type FormError,
  hiddenField,
  justSaid,
} from '../../pages/forms';
import { html, type Html, withLineBreaks } from '../../pages/html';
import { FILE_FIELD } from '../deliveries/read-delivery';
import type { RequestedDelivery } from './requested-delivery';

export type Typed = Record<'byName' | 'remark' | 'refusedBy' | 'reason', string>;
export const nothingTyped: Typed = { byName: '', remark: '', refusedBy: '', reason: '' };

/** What is to be delivered, what became of it last time, and the form; everything works without a script. */
export function deliveryPage(
  it: RequestedDelivery,
  token: string,
  {
    saved = false,
    typed = nothingTyped,
    errors = [],
  }: { saved?: boolean; typed?: Typed; errors?: readonly FormError[] },
): Html {
  const path = `/datenlieferung/${token}`;
  const awaited = awaitedDataRequestStates.includes(it.state);
  const standing = standingOf(it);
  return html`${errorSummary(errors)} ${standing && (saved ? justSaid(standing) : standing)}
    <h1>Daten liefern: ${it.what}</h1>
    <p class="lead">${it.askedBy} aus der Sozialplanung bittet Sie um diese Daten (${it.partner}).</p>
    ${blocksAsHtml([
      facts([
        ['Zeitraum', it.period],
        ['Bis', formatDate(it.dueOn)],
        ['Form', interfaceFormLabels[it.form]],
        ['Grundlage', it.basis],
        ['Nummer', it.number],
      ]),
    ])}
    ${it.message && html`<p>${withLineBreaks(it.message)}</p>`}
    ${it.columns.length > 0 && expectedColumns(it, path)} ${it.before && lastTime(it.before, path)}
    <h2>Was damit geschieht</h2>
    <p>
      Die Sozialplanung prüft die Zahlen und wertet sie für den Landkreis aus. Veröffentlicht wird nichts,
      woraus sich kleine Zahlen ablesen lassen. Die Datei bleibt ${dataRequestLimits.fileYears} Jahre
      gespeichert und geht an niemanden sonst.
    </p>
    ${awaited || it.state === 'DELIVERED' ? deliveryForm(it, path, typed, errors) : ''}
    ${it.state === 'SENT' && acknowledgement(path)} ${awaited && refusal(path, typed, errors)}`;
}

function standingOf(it: RequestedDelivery): Html | null {
  const { delivered } = it;
  switch (it.state) {
    case 'ACKNOWLEDGED':
      return banner(
        'positive',
        'Danke, wir wissen, dass die Anforderung bei Ihnen ist.',
        'Liefern können Sie, sobald die Zahlen da sind. Der Link gilt weiter.',
      );
    case 'DELIVERED':
      return (
        delivered &&
        banner(
          'positive',
          'Vielen Dank, Ihre Lieferung ist angekommen.',
          deliveredWords(delivered),
          'Bis sie geprüft ist, können Sie sie durch eine neue Datei ersetzen.',
        )
      );
    case 'RETURNED':
      return banner('warning', 'Bitte liefern Sie noch einmal.', it.words);
    case 'VALIDATED':
    case 'IMPORTED':
    case 'CLOSED':
      return banner('positive', 'Ihre Lieferung ist geprüft. Vielen Dank!', 'Es ist nichts mehr zu tun.');
    case 'REFUSED':
      return banner('neutral', 'Zu dieser Anforderung wird nichts mehr geliefert.', it.words);
    default:
      return null;
  }
}

function deliveredWords({
  fileName,
  size,
  rows,
  at,
  byName,
}: NonNullable<RequestedDelivery['delivered']>): string {
  const facts = [
    `„${fileName}“`,
    fileSizeWords(size),
    ...(rows === null ? [] : [counted(rows, 'Zeile', 'Zeilen')]),
  ];
  return `${facts.join(', ')}, am ${formatDate(at)} von ${byName}.`;
}

function expectedColumns({ columns }: RequestedDelivery, path: string): Html {
  return html`<h2>Diese Spalten erwarten wir</h2>
    ${blocksAsHtml(
      [
        table(
          ['Spalte', 'Bedeutung', 'Beispiel'],
          columns.map(({ name, meaning, example }) => [name, meaning, example]),
          { rowHeads: true },
        ),
      ],
      'spalten',
    )}
    <p>
      <a href="${path}/vorlage.csv">Leere Vorlage mit diesen Spalten herunterladen (CSV, öffnet in Excel)</a>
    </p>`;
}

function lastTime(
  { fileId, fileName, size, at, period }: NonNullable<RequestedDelivery['before']>,
  path: string,
): Html {
  return html`<h2>So haben Sie zuletzt geliefert</h2>
    <p>
      ${fileId ? html`<a href="${path}/letzte-datei">${fileName}</a>` : html`„${fileName}“`},
      ${fileSizeWords(size)}, am ${formatDate(at)}${period && html` (${period})`}
    </p>`;
}

function deliveryForm(
  { state, form: agreed }: RequestedDelivery,
  path: string,
  typed: Typed,
  errors: readonly FormError[],
): Html {
  const report = agreed === 'REPORT';
  return html`<h2 class="on-screen">${state === 'DELIVERED' ? 'Die Datei ersetzen' : 'Datei senden'}</h2>
    <form method="post" action="${path}" enctype="multipart/form-data" id="lieferung" novalidate>
      ${hiddenField('tun', 'liefern')}
      ${fileField({
        name: FILE_FIELD,
        label: 'Datei',
        hint: `Excel (.xlsx)${report ? ', CSV oder PDF' : ' oder CSV'}, bis 10 MB. Nur zusammengefasste Zahlen: Namen, Geburtsdaten, Anschriften oder Aktenzeichen nehmen wir nicht an.`,
        accept: `.csv,.txt,.xlsx${report ? ',.pdf' : ''}`,
        error: errorAt(errors, FILE_FIELD),
      })}
      <p id="pruefung" role="status"></p>
      ${field({
        name: 'byName',
        label: 'Ihr Name',
        hint: 'Damit wir bei Fragen wissen, an wen wir uns wenden.',
        value: typed.byName,
        maxLength: dataRequestLimits.byName,
        autocomplete: 'name',
        error: errorAt(errors, 'byName'),
      })}
      ${field({
        name: 'remark',
        label: 'Anmerkung',
        hint: 'Zum Beispiel: vorläufige Werte, eine Gemeinde fehlt noch.',
        rows: 3,
        optional: true,
        value: typed.remark,
        maxLength: dataRequestLimits.remark,
        error: errorAt(errors, 'remark'),
      })}
      ${buttons(button({ label: 'Datei senden' }))}
    </form>`;
}

function acknowledgement(path: string): Html {
  return html`<h2 class="on-screen">Noch nicht so weit?</h2>
    <p class="on-screen">Mit einem Klick wissen wir, dass die Anforderung bei der richtigen Stelle ist.</p>
    ${form(
      { action: path },
      html`${hiddenField('tun', 'erhalten')}
      ${buttons(button({ label: 'Wir haben die Anforderung erhalten', tone: 'quiet' }))}`,
    )}`;
}

function refusal(path: string, typed: Typed, errors: readonly FormError[]): Html {
  const wrong = errors.some(({ name }) => name === 'reason' || name === 'refusedBy');
  const content = html`${hiddenField('tun', 'absagen')}
  ${field({
    name: 'reason',
    label: 'Warum geht es nicht?',
    hint: 'Ein Satz genügt. Brauchen Sie nur länger, antworten Sie einfach auf die Mail.',
    rows: 3,
    value: typed.reason,
    maxLength: dataRequestLimits.reason,
    error: errorAt(errors, 'reason'),
  })}
  ${field({
    name: 'refusedBy',
    label: 'Ihr Name',
    value: typed.refusedBy,
    maxLength: dataRequestLimits.byName,
    autocomplete: 'name',
    error: errorAt(errors, 'refusedBy'),
  })}
  ${buttons(button({ label: 'Absagen', tone: 'quiet' }))}`;
  const inner = html`<summary>Wir können nicht liefern</summary>
    ${form({ action: path }, content)}`;
  return wrong ? html`<details open>${inner}</details>` : html`<details>${inner}</details>`;
}
