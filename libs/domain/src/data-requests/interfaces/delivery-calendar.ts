import { addDays, addMonths, type Day, dayParts, daysBetween, joinDay } from '../../time';
import { awaitedDataRequestStates, type DataRequestState } from '../data-request-state';
import type { InterfaceDirection } from '../interface-agreement';
import { type DeliveryDate, deliveryDates, type DeliveryTerm } from './delivery-dates';

export const deliveryStates = [
  'TO_COME',
  'TO_ASK',
  'MISSED',
  'ASKED',
  'LATE',
  'CAME',
  'REFUSED',
  'GIVEN',
] as const;
/** How it stands with an expected delivery on a day; worked out, never stored. */
export type ExpectedDeliveryState = (typeof deliveryStates)[number];

export const deliveryStateLabels: Record<ExpectedDeliveryState, string> = {
  TO_COME: 'kommt noch',
  TO_ASK: 'anzufordern',
  MISSED: 'überfällig, nicht angefordert',
  ASKED: 'angefordert',
  LATE: 'angefordert, überfällig',
  CAME: 'geliefert',
  REFUSED: 'abgesagt',
  GIVEN: 'war zu geben',
};

/** What needs somebody now. */
export const overdueDeliveryStates: readonly ExpectedDeliveryState[] = ['MISSED', 'LATE'];

/** A request of the agreement, as far as the calendar looks at it. */
export interface AskedDelivery {
  id: string;
  number: string;
  period: string;
  state: DataRequestState;
  dueOn: Day;
  /** The Berlin day it was written on. */
  askedOn: Day;
}

export interface CalendarAgreement {
  direction: InterfaceDirection;
  /** The earliest first. */
  terms: readonly DeliveryTerm[];
  requests: readonly AskedDelivery[];
}

export interface CalendarDelivery extends DeliveryDate {
  state: ExpectedDeliveryState;
  requests: AskedDelivery[];
}

/**
 * What is expected between two days and what became of it. What lies before anybody kept the agreement is not told as
 * missed: it begins with its first day, or with the first request, or with the period that ended last.
 */
export function calendarOf(agreement: CalendarAgreement, from: Day, to: Day, today: Day): CalendarDelivery[] {
  const { direction, terms, requests } = agreement;
  const begun = keptSince(agreement);
  return deliveryDates(terms, from, to).flatMap((date): CalendarDelivery[] => {
    if (direction === 'FROM_PLANNING')
      return [{ ...date, state: date.dueOn < today ? 'GIVEN' : 'TO_COME', requests: [] }];
    const asked = requests.filter((request) => asksFor(request, date));
    const state = asked.length > 0 ? askedState(asked, today) : awaitedState(date, begun, today);
    return state ? [{ ...date, state, requests: asked }] : [];
  });
}

/** Nothing older is still told as missed. */
const OVERDUE_YEARS = 3;
/** What was asked for before its day in the agreement is late by the day of the request. */
const AHEAD_MONTHS = 12;

/**
 * What needs somebody now, whatever year it belongs to: from the January three years back on, and what was asked for
 * earlier than agreed and has not come either. Calendar, Beschreibung and whoever else counts overdue deliveries count these.
 * @param today the Berlin day it is asked on
 */
export function overdueDeliveries(agreement: CalendarAgreement, today: Day): CalendarDelivery[] {
  const from = joinDay(dayParts(today).year - OVERDUE_YEARS, 1, 1);
  return calendarOf(agreement, from, addMonths(today, AHEAD_MONTHS), today).filter(({ state }) =>
    overdueDeliveryStates.includes(state),
  );
}

/** The label as the form takes it over, with more behind it, or a year alone. */
function asksFor({ period }: AskedDelivery, { label }: DeliveryDate): boolean {
  const words = period.trim().toLowerCase();
  const wanted = label.toLowerCase();
  return words.startsWith(wanted) || `jahr ${words}` === wanted;
}

function askedState(asked: readonly AskedDelivery[], today: Day): ExpectedDeliveryState {
  const waits = asked.filter(({ state }) => awaitedDataRequestStates.includes(state) || state === 'DRAFT');
  if (waits.some(({ state, dueOn }) => state !== 'DRAFT' && dueOn < today)) return 'LATE';
  if (waits.length > 0) return 'ASKED';
  return asked.every(({ state }) => state === 'REFUSED') ? 'REFUSED' : 'CAME';
}

function awaitedState(date: DeliveryDate, begun: Day | null, today: Day): ExpectedDeliveryState | null {
  if (date.endsOn >= today) return 'TO_COME';
  if (begun !== null && date.endsOn >= begun) return date.dueOn < today ? 'MISSED' : 'TO_ASK';
  // Nobody has begun with it: the last one alone is offered, until the next has ended.
  return begun === null && addDays(date.endsOn, daysBetween(date.startsOn, date.endsOn)) >= today
    ? 'TO_ASK'
    : null;
}

function keptSince({ terms, requests }: CalendarAgreement): Day | null {
  const first = terms[0]?.validFrom ?? null;
  if (first !== null) return first;
  const days = requests.map(({ askedOn }) => askedOn).sort();
  return days[0] ?? null;
}
