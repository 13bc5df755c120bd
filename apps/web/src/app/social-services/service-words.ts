import {
  accessibilityLabels,
  changeStateLabels,
  languageLabels,
  serviceStateLabels,
  type ServiceContent,
  type SocialServiceListItem,
} from '@runder-tisch/domain/social-services';
import { counted } from '@runder-tisch/domain/text';
import { formatShortDate } from '@runder-tisch/domain/time';

export interface FactRow {
  label: string;
  text: string;
}

const names = (entries: readonly { name: string }[]): string => entries.map((it) => it.name).join(', ');

/** Everything an offer says, in the order of its form; what is not given is an empty text. */
export function factRows(content: ServiceContent): FactRow[] {
  const place = [
    content.street,
    `${content.postalCode} ${content.city}`.trim(),
    content.municipality?.name ?? '',
  ];
  return [
    { label: 'Name', text: content.title },
    { label: 'Beschreibung', text: content.description },
    { label: 'Kategorie', text: content.category?.name ?? '' },
    { label: 'Handlungsfeld', text: content.field?.name ?? '' },
    { label: 'Für wen', text: names(content.targetGroups) },
    {
      label: 'Ort',
      text: content.secretPlace ? 'Ort wird vertraulich gehalten' : place.filter(Boolean).join('\n'),
    },
    {
      label: 'Einzugsgebiet',
      text: content.secretPlace ? '' : names(content.catchment) || 'ganzer Landkreis',
    },
    {
      label: 'Barrierefreiheit',
      text: content.accessibility ? accessibilityLabels[content.accessibility] : '',
    },
    { label: 'Öffnungs- und Sprechzeiten', text: content.openingHours },
    { label: 'Telefon', text: content.phone },
    { label: 'Mailadresse', text: content.mail },
    { label: 'Webseite', text: content.website },
    { label: 'Sprachen', text: content.languages.map((it) => languageLabels[it]).join(', ') },
    { label: 'Wartezeit', text: waiting(content) },
  ];
}

function waiting({ waitingDays, waitingOn }: ServiceContent): string {
  if (waitingDays === null) return '';
  const days = counted(waitingDays, 'Tag', 'Tage');
  return waitingOn ? `${days} (Stand ${formatShortDate(waitingOn)})` : days;
}

/** Everybody reads the confirmed version of it. */
export function isPublic({ state }: Pick<SocialServiceListItem, 'state'>): boolean {
  return state === 'PUBLISHED' || state === 'STALE';
}

/** What the badge of an offer says and in which tone. */
export function standing(it: Pick<SocialServiceListItem, 'state' | 'change'> & { returned?: boolean }): {
  text: string;
  tone: string;
} {
  if (it.returned) return { text: 'zurückgegeben', tone: 'rt-badge-negative' };
  if (it.change) return { text: changeStateLabels[it.change], tone: 'rt-badge-accent' };
  const tones = {
    DRAFT: '',
    SUBMITTED: 'rt-badge-accent',
    CONFIRMED: 'rt-badge-positive',
    PUBLISHED: 'rt-badge-positive',
    STALE: 'rt-badge-warning',
    DISCONTINUED: '',
  };
  return { text: serviceStateLabels[it.state], tone: tones[it.state] };
}

type Standing = Pick<SocialServiceListItem, 'state' | 'change' | 'returned'>;

/** What an entry still needs from its organisation; empty where it waits for nobody, or for the office. */
export function toDo({ state, change, returned }: Standing): string {
  if (returned) return 'Bitte ergänzen Sie, was dem Landkreis fehlt, und reichen Sie es neu ein.';
  if (change === 'DRAFT') return 'Ihre Änderung ist noch nicht eingereicht.';
  if (state === 'DRAFT') return 'Noch nicht eingereicht: Bitte füllen Sie es fertig aus.';
  if (state === 'STALE') return 'Seit einem Jahr nicht bestätigt: Stimmt alles noch?';
  return '';
}

/** What is to be done first, then what the office has, then the rest, each in the order it came. */
export function urgentFirst<Row extends Standing>(rows: readonly Row[]): Row[] {
  const rank = (row: Row): number =>
    toDo(row)
      ? 0
      : row.state === 'SUBMITTED' || row.change === 'SUBMITTED'
        ? 1
        : row.state === 'DISCONTINUED'
          ? 3
          : 2;
  return [...rows].sort((one, other) => rank(one) - rank(other));
}
