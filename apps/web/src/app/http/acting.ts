import { type Signal, type WritableSignal, inject, signal } from '@angular/core';
import { Toasts } from '@runder-tisch/ui/overlay';
import { asProblemError } from './problem-error';

export interface Act {
  /** True where it was done; then `said` is said, which may depend on the answer. */
  <Answer>(change: () => Promise<Answer>, said?: string | ((answer: Answer) => string)): Promise<boolean>;
  /** While something is being done. */
  readonly busy: Signal<boolean>;
}

export interface ActInPlace extends Act {
  /** Of the last change; null where it was done or nothing was tried. Set to null where it has become pointless. */
  readonly refusal: WritableSignal<string | null>;
}

/**
 * For changes without a form, where a refusal has no field to stand at: `act = acting(() => this.list.reload())`,
 * then `this.act(() => this.api.act(path), 'Gespeichert.')`. `after` follows refusals as well: mostly the screen
 * was out of date.
 */
export function acting(after: () => void = () => undefined): Act {
  const toasts = inject(Toasts);
  return actor(after, (says) => {
    if (says) toasts.warn(says);
  });
}

/** The same where the refusal stands beside what was tried, and stays there. */
export function actingInPlace(after: () => void = () => undefined): ActInPlace {
  const refusal = signal<string | null>(null);
  return Object.assign(actor(after, refusal.set.bind(refusal)), { refusal });
}

function actor(after: () => void, refused: (says: string | null) => void): Act {
  const toasts = inject(Toasts);
  const busy = signal(false);
  const act = async <Answer>(
    change: () => Promise<Answer>,
    said?: string | ((answer: Answer) => string),
  ): Promise<boolean> => {
    busy.set(true);
    refused(null);
    try {
      const answer = await change();
      if (said) toasts.say(typeof said === 'string' ? said : said(answer));
      return true;
    } catch (failed) {
      const { says, errors } = asProblemError(failed);
      refused([...new Set([says, ...errors.map(({ detail }) => detail)])].join(' '));
      return false;
    } finally {
      busy.set(false);
      after();
    }
  };
  return Object.assign(act, { busy: busy.asReadonly() });
}
