import type { Page } from '@runder-tisch/domain/lists';
import {
  accessibilityLabels,
  languageLabels,
  type ServiceContent,
} from '@runder-tisch/domain/social-services';
import { phoneLink } from '@runder-tisch/domain/text';
import { formatDate } from '@runder-tisch/domain/time';
import { safeHref } from '../documents/safe-href';
import { button, buttonLink, buttons, field, selectField } from '../pages/forms';
import { html, type Html, withLineBreaks } from '../pages/html';
import type {
  PublicChoices,
  PublicService,
  PublicServiceItem,
  PublicServiceQuery,
} from './public-services.repository';

/** A page of weather says nothing about what was read before. */
export const LEAVE_TO = 'https://www.dwd.de/';

export const SECRET_PLACE = 'Ort wird vertraulich gehalten';

export function serviceListPage(
  query: PublicServiceQuery,
  choices: PublicChoices,
  found: Page<PublicServiceItem>,
  urgent: Html | null,
): Html {
  const asked = query.words !== '' || query.categoryId || query.fieldId || query.municipalityId;
  return html`<h1>Angebote finden</h1>
    <p class="lead">Beratung, Hilfe, Begegnung: geprüfte Angebote im Landkreis.</p>
    ${urgent}
    <form method="get" action="/angebote" role="search" class="filters">
      <div class="whole">
        ${field({
          name: 'suche',
          label: 'Wobei brauchen Sie Hilfe?',
          hint: 'Schreiben Sie, wie Sie es sagen würden: „Ich habe Schulden“.',
          value: query.words,
          type: 'search',
          maxLength: 100,
        })}
      </div>
      ${select('kategorie', 'Kategorie', 'Alle Kategorien', choices.categories, query.categoryId)}
      ${select('gemeinde', 'Gemeinde', 'Alle Gemeinden', choices.municipalities, query.municipalityId)}
      ${select('feld', 'Handlungsfeld', 'Alle Handlungsfelder', choices.fields, query.fieldId)}
      <div class="whole">
        ${buttons(button({ label: 'Suchen' }), ...(asked ? [buttonLink('Alles zeigen', '/angebote', 'quiet')] : []))}
      </div>
    </form>
    <h2 id="treffer">${counted(found.total)}</h2>
    ${found.items.length > 0 ? offers(found.items) : nothing(Boolean(asked))} ${further(query, found)}`;
}

function select(
  name: string,
  label: string,
  all: string,
  entries: readonly { id: string; name: string }[],
  chosen: string | null,
): Html {
  return selectField({
    name,
    label,
    all,
    choices: entries.map((it) => ({ value: it.id, label: it.name, chosen: it.id === chosen })),
  });
}

function counted(total: number): string {
  return total === 1 ? '1 Angebot' : `${total.toLocaleString('de-DE')} Angebote`;
}

function offers(items: readonly PublicServiceItem[]): Html {
  return html`<ul class="offers" aria-labelledby="treffer">
    ${items.map(
      (it) =>
        html`<li>
          <h3><a href="/angebote/${it.id}">${it.title}</a></h3>
          <p class="quiet">${it.organisation}</p>
          <p class="about">${it.description}</p>
          <ul class="tags">
            ${it.category && html`<li>${it.category}</li>`}
            ${(it.secretPlace || it.municipality) && html`<li>${it.secretPlace ? SECRET_PLACE : it.municipality}</li>`}
            ${['FULL', 'PARTIAL'].includes(it.accessibility) && html`<li>${accessibilityLabels[it.accessibility]}</li>`}
            ${it.waitingDays !== null && html`<li>Wartezeit ${waiting(it.waitingDays)}</li>`}
          </ul>
        </li>`,
    )}
  </ul>`;
}

function nothing(asked: boolean): Html {
  return asked
    ? html`<p>
        Dazu haben wir nichts gefunden. Versuchen Sie ein anderes Wort oder nehmen Sie einen Filter weg. Sie
        können auch ein Thema wählen.
      </p>`
    : html`<p>Noch ist kein Angebot veröffentlicht. Schauen Sie bald wieder vorbei.</p>`;
}

function further(query: PublicServiceQuery, found: Page<PublicServiceItem>): Html | null {
  const pages = new URLSearchParams();
  const keep = (name: string, value: string | null): void => {
    if (value) pages.set(name, value);
  };
  keep('suche', query.words);
  keep('kategorie', query.categoryId);
  keep('gemeinde', query.municipalityId);
  keep('feld', query.fieldId);
  const first = `/angebote${pages.size > 0 ? `?${pages}` : ''}`;
  keep('ab', found.next);
  if (!found.next && !query.after) return null;
  return buttons(
    ...(found.next ? [buttonLink('Weitere Angebote', `/angebote?${pages}`)] : []),
    ...(query.after ? [buttonLink('Zum Anfang', first, 'quiet')] : []),
  );
}

export function servicePage(service: PublicService): Html {
  const { content } = service;
  return html`<p class="back"><a href="/angebote">Alle Angebote</a></p>
    <h1>${content.title}</h1>
    <p class="lead">${service.organisation}</p>
    <p>${withLineBreaks(content.description)}</p>
    <dl class="facts">
      ${contact(content)} ${fact('Wo', place(content))} ${fact('Für wen', names(content.targetGroups))}
      ${fact('Wann', content.openingHours && withLineBreaks(content.openingHours))}
      ${fact('Aus welchen Gemeinden', content.secretPlace ? null : names(content.catchment) || 'aus dem ganzen Landkreis')}
      ${fact('Barrierefreiheit', content.accessibility && accessibilityLabels[content.accessibility])}
      ${fact('Sprachen', content.languages.map((it) => languageLabels[it]).join(', '))}
      ${fact('Wartezeit', waitingFact(content))} ${fact('Kategorie', content.category?.name)}
      ${fact('Handlungsfeld', content.field?.name)}
    </dl>
    <p class="note">
      Zuletzt bestätigt am ${formatDate(service.confirmedOn)}.
      ${service.state === 'STALE' && 'Das ist länger als ein Jahr her, bitte fragen Sie nach, ob alles noch stimmt.'}
    </p>`;
}

function contact(content: ServiceContent): Html {
  const website = safeHref(content.website);
  return html`${fact('Telefon', content.phone && html`<a href="${phoneLink(content.phone)}">${content.phone}</a>`)}
  ${fact('Mail', content.mail && html`<a href="mailto:${content.mail}">${content.mail}</a>`)}
  ${fact('Webseite', website && html`<a href="${website}" rel="noreferrer noopener">${content.website}</a>`)}`;
}

function place(content: ServiceContent): Html | string {
  if (content.secretPlace)
    return `${SECRET_PLACE}. Rufen Sie an oder schreiben Sie, wir sagen Ihnen, wie Sie zu uns kommen.`;
  const town = `${content.postalCode} ${content.city}`.trim();
  return withLineBreaks([content.street, town].filter((it) => it !== '').join('\n'));
}

function waitingFact({ waitingDays, waitingOn }: ServiceContent): string | null {
  if (waitingDays === null) return null;
  return `${waiting(waitingDays)}${waitingOn ? ` (Stand ${formatDate(waitingOn)})` : ''}`;
}

function waiting(days: number): string {
  if (days === 0) return 'keine';
  if (days < 14) return days === 1 ? 'etwa 1 Tag' : `etwa ${days} Tage`;
  return `etwa ${Math.round(days / 7)} Wochen`;
}

function names(entries: readonly { name: string }[]): string {
  return entries.map((it) => it.name).join(', ');
}

function fact(label: string, value: Html | string | null | undefined): Html | null {
  if (!value) return null;
  return html`<div>
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;
}

export function unknownService(): Html {
  return html`<h1>Dieses Angebot gibt es hier nicht</h1>
    <p class="lead">Vielleicht wurde es eingestellt. In der Liste finden Sie alles, was es zurzeit gibt.</p>
    ${buttons(buttonLink('Angebote finden', '/angebote'))}`;
}
