import { DOCUMENT } from '@angular/common';
import { Service, inject } from '@angular/core';
import { ScreenClock } from '@runder-tisch/ui/text';
import { AskingAccount } from '../http/asking-account';
import { SESSION_DOOR } from '../http/session-door';
import { holdWindow, openWindows, thisWindow } from './open-windows';
import { type FormPlace, type KeptWords, wordsStore } from './words-store';

const KEPT_DAYS = 14;
const DAY_MS = 86_400_000;

/** What a form says of itself each time something is typed. */
export type TypedWords = Pick<KeptWords, 'base' | 'words' | 'beside'>;

/**
 * Keeps what is typed into forms in this browser, under the account, until it is saved, given up or signed out; so
 * that it is there again after a reload. Where the browser stores nothing, nothing is kept.
 */
@Service()
export class WordsKeeper {
  private readonly asking = inject(AskingAccount);
  private readonly clock = inject(ScreenClock);
  private readonly document = inject(DOCUMENT);
  private readonly door = inject(SESSION_DOOR);
  private swept = false;

  /** Where a form of this shape stands now; null for strangers, whose words nobody could give back. */
  place(form: string): FormPlace | null {
    const accountId = this.asking.id();
    return accountId ? { accountId, page: this.document.location.pathname, form } : null;
  }

  /** What was typed here before in windows that are closed by now, the newest first. */
  async left(place: FormPlace): Promise<KeptWords[]> {
    return this.trying([], async () => {
      await this.sweep();
      const [kept, open] = await Promise.all([wordsStore.of(place), openWindows()]);
      return kept.filter(({ window }) => !open.has(window));
    });
  }

  async keep(place: FormPlace, typed: TypedWords): Promise<void> {
    holdWindow();
    const at = this.clock.exact().toISOString();
    // A copy as it is now: the form goes on.
    const row = JSON.parse(JSON.stringify({ ...place, ...typed, window: thisWindow, at })) as KeptWords;
    await this.trying(undefined, () => wordsStore.put(row));
  }

  /** Saved or given up: of this window, and of those whose words it took over. */
  async drop(place: FormPlace, windows: readonly string[] = []): Promise<void> {
    await this.trying(undefined, () => wordsStore.drop(place, [thisWindow, ...windows]));
  }

  /** The session has ended: whoever leaves the page now has not given anything up. */
  get isOver(): boolean {
    return this.door.isOver();
  }

  private async sweep(): Promise<void> {
    if (this.swept) return;
    this.swept = true;
    await wordsStore.dropBefore(new Date(this.clock.exact().getTime() - KEPT_DAYS * DAY_MS).toISOString());
  }

  private async trying<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch {
      return otherwise;
    }
  }
}
