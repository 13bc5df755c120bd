import { type Signal, computed, debounced, inject, linkedSignal, resource } from '@angular/core';
import type { Invitee, SlotsView, SlotView } from '@runder-tisch/domain/meetings';
import { isDay } from '@runder-tisch/domain/time';
import { Api } from '../../http/api';
import { asInvitee } from '../compose/as-invitee';

export interface Slot {
  day: string;
  startTime: string;
  endTime: string;
}

/** The dates somebody thinks of, and for whom. */
export interface Judged {
  slots: readonly Slot[];
  meetingId?: string | null;
  networkId?: string | null;
  committeeId?: string | null;
  invitees: readonly Invitee[];
}

export interface SlotJudging {
  /** What is known of a date; null while it is asked, half typed, or nobody could be asked. */
  of(slot: Slot): SlotView | null;
  readonly busy: Signal<boolean>;
}

const MOST = 60;
const key = ({ day, startTime, endTime }: Slot): string => `${day} ${startTime} ${endTime}`;

/** Holds what is typed against the calendar, a moment after the last key; in an injection context. */
export function slotJudging(judged: () => Judged | null): SlotJudging {
  const api = inject(Api);
  const settled = debounced(() => asked(judged()), 300);
  const answer = resource({
    params: () => (settled.hasValue() && settled.value() ? settled.value() : undefined),
    loader: async ({ params }): Promise<SlotView[]> => {
      try {
        return (await api.act<SlotsView>('/api/calendar/slots', null, JSON.parse(params) as object)).slots;
      } catch {
        // A date can be chosen without knowing more of it.
        return [];
      }
    },
  });
  // What is known stays on the screen while it is asked anew.
  const known = linkedSignal<SlotView[] | null, ReadonlyMap<string, SlotView>>({
    source: () => (answer.hasValue() ? answer.value() : null),
    computation: (now, before) =>
      now ? new Map(now.map((it) => [key(it), it])) : (before?.value ?? new Map<string, SlotView>()),
  });
  return {
    of: (slot) => known().get(key(slot)) ?? null,
    busy: computed(() => answer.isLoading()),
  };
}

/** As the request goes out; empty where no day is whole. */
function asked(judged: Judged | null): string {
  const slots = (judged?.slots ?? []).filter(({ day }) => isDay(day)).slice(0, MOST);
  if (!judged || slots.length === 0) return '';
  return JSON.stringify({
    slots: slots.map(({ day, startTime, endTime }) => ({ day, startTime, endTime })),
    meetingId: judged.meetingId || null,
    networkId: judged.networkId || null,
    committeeId: judged.committeeId || null,
    invitees: judged.invitees.map(asInvitee),
  });
}
