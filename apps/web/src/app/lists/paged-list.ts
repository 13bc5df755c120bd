import { httpResource } from '@angular/common/http';
import { computed, linkedSignal, signal, type Signal } from '@angular/core';
import type { Page } from '@runder-tisch/domain/lists';
import { type ProblemError, problemOf } from '../http/problem-error';
import { asParams, type Query } from '../http/query';

export interface PagedList<Row, Answer extends Page<Row> = Page<Row>> {
  /** The last answer as it came, for what a list tells beside its rows. */
  readonly answer: Signal<Answer | null>;
  readonly rows: Signal<readonly Row[]>;
  readonly total: Signal<number | null>;
  readonly loading: Signal<boolean>;
  readonly hasMore: Signal<boolean>;
  readonly problem: Signal<ProblemError | null>;
  more(): void;
  /** Asks again from the first page, after something changed. */
  reload(): void;
}

interface Loaded<Row, Answer> {
  key: string;
  cursors: readonly (string | null)[];
  rows: readonly Row[];
  total: number | null;
  next: string | null;
  answer: Answer | null;
}

/**
 * A list that grows by "Mehr laden". `query` is reactive: a changed filter starts over, and the old rows stay
 * visible until the new ones are there, so that the page does not jump. A path that is part of something is a function too.
 */
export function pagedList<Row, Answer extends Page<Row> = Page<Row>>(
  path: string | (() => string),
  query: () => Query | undefined,
): PagedList<Row, Answer> {
  const params = computed(() => {
    const given = query();
    return given && asParams(given);
  });
  const key = computed(() => JSON.stringify(params()));
  const cursor = linkedSignal<string, string | null>({ source: key, computation: () => null });
  const round = signal(0);
  const answer = httpResource<Answer>(() => {
    const given = params();
    round();
    const after = cursor();
    const url = typeof path === 'string' ? path : path();
    return given && { url, params: after ? { ...given, after } : given };
  });
  const loaded = linkedSignal<
    { page: Answer | undefined; key: string; cursor: string | null },
    Loaded<Row, Answer>
  >({
    source: () => ({ page: answer.hasValue() ? answer.value() : undefined, key: key(), cursor: cursor() }),
    computation: ({ page, key: nowKey, cursor: after }, previous) => {
      const before = previous?.value ?? {
        key: '',
        cursors: [],
        rows: [],
        total: null,
        next: null,
        answer: null,
      };
      if (!page) return before;
      const goesOn = after !== null && before.key === nowKey;
      if (goesOn && before.cursors.includes(after)) return before;
      return {
        key: nowKey,
        cursors: goesOn ? [...before.cursors, after] : [after],
        rows: goesOn ? [...before.rows, ...page.items] : page.items,
        total: page.total,
        next: page.next,
        answer: page,
      };
    },
  });
  return {
    answer: computed(() => loaded().answer),
    rows: computed(() => loaded().rows),
    total: computed(() => loaded().total),
    hasMore: computed(() => loaded().next !== null),
    loading: answer.isLoading,
    problem: problemOf(answer),
    more: () => cursor.set(loaded().next),
    reload: () => {
      cursor.set(null);
      round.update((count) => count + 1);
    },
  };
}
