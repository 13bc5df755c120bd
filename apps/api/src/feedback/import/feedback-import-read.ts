import {
  enteredChannels,
  feedbackChannelLabels,
  feedbackLimits,
  feedbackSourceLabels,
  feedbackSources,
} from '@runder-tisch/domain/feedback';
import { headingKey } from '@runder-tisch/domain/imports';
import { isDay } from '@runder-tisch/domain/time';
import type { Lookups, ReadEntry } from '../../imports/import-target';

/** So much of a text is compared with others and shown in the preview. */
export const COMPARED = 200;

const sources = new Map<string, string>([
  ...feedbackSources.map((value): [string, string] => [headingKey(feedbackSourceLabels[value]), value]),
  ['buerger', 'CITIZEN'],
  ['buergerin', 'CITIZEN'],
  ['workshop', 'WORKSHOP'],
  ['befragung', 'SURVEY'],
  ['umfrage', 'SURVEY'],
]);
const channels = new Map<string, string>([
  ...enteredChannels.map((value): [string, string] => [headingKey(feedbackChannelLabels[value]), value]),
  ['mail', 'MAIL'],
  ['email', 'MAIL'],
  ['brief', 'MAIL'],
]);

/** The Hinweis a row speaks of; without its words nothing is taken over. */
export function readFeedback(values: Readonly<Record<string, string>>, lookups: Lookups): ReadEntry | null {
  const given = (key: string): string => (values[`feedback.${key}`] ?? '').trim();
  if (Object.keys(values).every((key) => !key.startsWith('feedback.') || values[key]?.trim() === ''))
    return null;
  const problems: ReadEntry['problems'] = [];
  const wrong = (key: string, says: string): void => void problems.push({ field: `feedback.${key}`, says });
  const text = given('text');
  if (text === '') wrong('text', 'Ohne Text wird die Zeile nicht übernommen.');
  if (text.length > feedbackLimits.text)
    wrong(
      'text',
      'Der Text ist länger als 4.000 Zeichen. Nehmen Sie ihn als Brief auf und markieren Sie darin.',
    );
  const named = (key: string, what: string): string => {
    const name = given(key);
    const id = lookups[key]?.get(headingKey(name)) ?? '';
    if (name !== '' && id === '') wrong(key, `${what} Der Hinweis wird ohne diese Angabe übernommen.`);
    return id;
  };
  const chosen = (key: string, from: ReadonlyMap<string, string>, otherwise: string): string => {
    const found = from.get(headingKey(given(key)));
    if (given(key) !== '' && !found)
      wrong(key, 'Diese Angabe kennen wir nicht. Der Hinweis wird ohne sie übernommen.');
    return found ?? otherwise;
  };
  const day = dayOf(given('receivedOn'));
  if (given('receivedOn') !== '' && day === null)
    wrong('receivedOn', 'Das ist kein Datum. Es gilt der Tag der Übernahme.');
  if (given('role').length > feedbackLimits.role)
    wrong('role', `Die Rolle ist länger als ${feedbackLimits.role} Zeichen und wird gekürzt.`);
  const organisation = named('organisation', 'Diese Organisation gibt es nicht, oder mehrere heißen so.');
  const network = named('network', 'Dieses Netzwerk gibt es nicht, oder mehrere heißen so.');
  const municipality = named('municipality', 'Diese Gemeinde gibt es nicht, oder mehrere heißen so.');
  const record = {
    text,
    day: day ?? '',
    source: chosen('source', sources, organisation === '' ? 'CITIZEN' : 'PROVIDER'),
    channel: chosen('channel', channels, 'FORM'),
    role: given('role').slice(0, feedbackLimits.role),
    organisation,
    network,
    municipality,
  };
  return {
    name: text.slice(0, COMPARED),
    detail: [given('receivedOn'), given('organisation'), given('municipality')].filter(Boolean).join(' · '),
    record: text === '' || text.length > feedbackLimits.text ? null : record,
    comparable: { name: text.slice(0, COMPARED) },
    problems,
  };
}

/** `12.03.2026` or `2026-03-12`; null where it is no day. */
function dayOf(written: string): string | null {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(written);
  const day = german
    ? `${german[3]}-${(german[2] ?? '').padStart(2, '0')}-${(german[1] ?? '').padStart(2, '0')}`
    : written.slice(0, 10);
  return isDay(day) ? day : null;
}
