import { type Signal, inject, signal } from '@angular/core';
import { Toasts } from '@runder-tisch/ui/overlay';
import { asProblemError } from './problem-error';

export interface Act {
  /**
   * Does it and says so; a refusal is said instead. True where it was done. The sentence may depend on the answer.
   */
  <Answer>(change: () => Promise<Answer>, said?: string | ((answer: Answer) => string)): Promise<boolean>;
  /** While something is being done. */
  readonly busy: Signal<boolean>;
}

/**
 * For changes without a form, where a refusal has no field to stand at: `act = acting(() => this.list.reload())`,
 * then `this.act(() => this.api.act(path), 'Gespeichert.')`. `after` follows refusals as well: mostly the screen
 * was out of date.
 */
export function acting(after: () => void = () => undefined): Act {
  const toasts = inject(Toasts);
  const busy = signal(false);
  const act = async <Answer>(
    change: () => Promise<Answer>,
    said?: string | ((answer: Answer) => string),
  ): Promise<boolean> => {
    busy.set(true);
    try {
      const answer = await change();
      if (said) toasts.say(typeof said === 'string' ? said : said(answer));
      return true;
    } catch (failed) {
      const { says, errors } = asProblemError(failed);
      toasts.warn([...new Set([says, ...errors.map(({ detail }) => detail)])].join(' '));
      return false;
    } finally {
      busy.set(false);
      after();
    }
  };
  return Object.assign(act, { busy });
}
