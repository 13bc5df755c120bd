import type { NamedReference } from '../lists';
import { formatShortDate } from '../time';

/** What somebody may hand to a successor, in the order of the dialog. */
export const handedKinds = [
  'representation',
  'network-seat',
  'network-deputy',
  'committee-seat',
  'invitation',
  'meeting',
  'task',
  'resolution',
  'cycle-step',
  'measure',
  'reminder',
] as const;
export type HandedKind = (typeof handedKinds)[number];

export const handedKindLabels: Record<HandedKind, string> = {
  representation: 'Spricht für',
  'network-seat': 'Plätze in Netzwerken',
  'network-deputy': 'Vertretungen in Netzwerken',
  'committee-seat': 'Sitze in Gremien',
  invitation: 'Offene Einladungen',
  meeting: 'Geplante Termine',
  task: 'Offene Aufgaben',
  resolution: 'Beschlüsse unter Kontrolle',
  'cycle-step': 'Schritte im Zyklus',
  measure: 'Maßnahmen in Verantwortung',
  reminder: 'Wiedervorlagen',
};

/** One thing somebody holds today. */
export interface HeldItem {
  kind: HandedKind;
  id: string;
  title: string;
  detail: string;
  /** The day it is about or due. */
  day: string | null;
  /** Where to read on; null where there is no page. */
  path: string | null;
}

/** What stands small beside one thing held: its words and its day, "bis" where it is due. */
export function heldDetail({ kind, detail, day }: Pick<HeldItem, 'kind' | 'detail' | 'day'>): string {
  const due = kind === 'task' || kind === 'cycle-step';
  const on = day === null ? '' : `${due ? 'bis ' : ''}${formatShortDate(day)}`;
  return [detail, on].filter(Boolean).join(' · ');
}

export interface SuccessionView {
  person: NamedReference;
  items: HeldItem[];
  /** What others have to hand over: it belongs to networks or areas the viewer does not change. */
  others: { kind: HandedKind; count: number }[];
  /** What this person handed over or took on and can still be taken back, the newest first. */
  runs: SuccessionRun[];
}

export interface SuccessionRun {
  id: string;
  from: NamedReference;
  to: NamedReference;
  fromDay: string;
  items: number;
  by: string;
  at: string;
  /** Until when it can be taken back. */
  until: string;
}

export interface HandedOverView {
  id: string;
  successor: NamedReference;
  items: number;
  /** What did not go over as it was, one sentence each. */
  notes: string[];
  /** Invitations that go out in a minute. */
  mails: number;
}

export interface SuccessionUndoneView {
  items: number;
  /** What was changed since and stays as it is. */
  kept: { label: string; reason: string; path: string | null }[];
}
