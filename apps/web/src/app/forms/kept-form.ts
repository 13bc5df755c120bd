import { LiveAnnouncer } from '@angular/cdk/a11y';
import { DestroyRef, Injector, effect, inject, signal, untracked, type Signal } from '@angular/core';
import { berlinDay, formatShortDate, formatTime } from '@runder-tisch/domain/time';
import { ScreenClock } from '@runder-tisch/ui/text';
import type { FormPlace, KeptWords } from './words-store';
import { WordsKeeper } from './words-keeper';

const TYPING_MS = 300;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The form as the keeper sees it: names and values. */
type Values = Readonly<Record<string, unknown>>;

/** A signal of whatever is typed beside the fields. */
export interface Beside {
  (): unknown;
  set(value: never): void;
}

export interface KeptFormOptions {
  /** What tells it from other forms of the page: which fields it has. */
  shape: string;
  /** What it is about where a page has several such forms, such as the id of a row; else null. */
  about: () => string | null;
  /** Fields that are never kept. */
  never: readonly string[];
  /** What belongs to the form and is no field of it, such as an agenda. */
  beside: Readonly<Record<string, Beside>>;
  /** As it stood when it was last filled by the page. */
  base: Signal<object>;
  values: Signal<object>;
  dirty: Signal<boolean>;
  /** Puts words back as if they had been typed. */
  fill: (words: Values) => void;
}

export interface KeptForm {
  /** "von 14:32 Uhr": when the words were typed that came back; null where none did. */
  readonly returned: Signal<string | null>;
  /** What came back is given up. */
  discard(): void;
  /** What is typed has been saved, or the form begins anew. */
  done(): void;
}

/** Keeps the words of a form on this device while they are typed, and brings them back. In an injection context. */
export function keptForm(options: KeptFormOptions): KeptForm {
  const keeper = inject(WordsKeeper);
  const clock = inject(ScreenClock);
  const injector = inject(Injector);
  const returned = signal<string | null>(null);
  /** Closed windows whose words stand here now. */
  let taken: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written: FormPlace | null = null;

  const place = () => keeper.place([options.shape, options.about() ?? ''].join(' '));
  const kept = (values: object) => without(values as Values, options.never);

  const forget = () => {
    clearTimeout(timer);
    returned.set(null);
    if (written) void keeper.drop(written, taken);
    written = null;
    taken = [];
  };

  const bringBack = async (base: object, isCurrent: () => boolean) => {
    const here = place();
    if (!here || options.dirty()) return;
    const left = (await keeper.left(here)).filter((it) => isSame(it.base, kept(base)));
    const [newest] = left;
    // Meanwhile the page filled the form, or somebody began to type.
    if (!newest || !isCurrent() || options.dirty()) return;
    taken = left.map(({ window }) => window);
    written = here;
    for (const [name, value] of Object.entries(newest.beside)) options.beside[name]?.set(value as never);
    options.fill(newest.words as Values);
    const when = momentOf(newest, clock.now());
    returned.set(when);
    void injector.get(LiveAnnouncer).announce(`Ihre Eingaben ${when} sind wieder da.`);
  };

  effect((onCleanup) => {
    let current = true;
    onCleanup(() => (current = false));
    const base = options.base();
    options.about();
    untracked(() => void bringBack(base, () => current));
  });

  effect(() => {
    const words = kept(options.values());
    const beside = Object.fromEntries(Object.entries(options.beside).map(([name, it]) => [name, it()]));
    if (!options.dirty()) return;
    untracked(() => {
      const here = place();
      const base = kept(options.base());
      clearTimeout(timer);
      if (!here) return;
      timer = setTimeout(() => {
        written = here;
        void keeper.keep(here, { base, words, beside });
      }, TYPING_MS);
    });
  });

  // Closed or left by somebody who is signed in: that is giving up, and was asked about where it matters.
  inject(DestroyRef).onDestroy(() => {
    if (keeper.isOver) clearTimeout(timer);
    else forget();
  });

  return { returned: returned.asReadonly(), discard: forget, done: forget };
}

function without(values: Values, never: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !never.includes(name)));
}

/** The form stands as it stood when somebody began to type; a day proposed then may be another today. */
function isSame(before: unknown, now: Values): boolean {
  if (typeof before !== 'object' || before === null) return false;
  const earlier = Object.entries(before);
  return (
    earlier.length === Object.keys(now).length &&
    earlier.every(([name, value]) => {
      const other = now[name];
      const areDays = [value, other].every((it) => typeof it === 'string' && DAY.test(it));
      return areDays || JSON.stringify(value) === JSON.stringify(other);
    })
  );
}

function momentOf({ at }: KeptWords, now: Date): string {
  const isToday = berlinDay(new Date(at)) === berlinDay(now);
  return isToday ? `von ${formatTime(at)}` : `vom ${formatShortDate(at)}, ${formatTime(at)},`;
}
