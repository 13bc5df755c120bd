import { httpResource } from '@angular/common/http';
import { type Signal, type WritableSignal, effect, inject, linkedSignal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { problemOf, type ProblemError } from '../http/problem-error';
import { PageTitle } from '../pages/page-title';

/**
 * What stands at one address of the API, for the page that shows it and for its tabs: what is on the screen
 * stays there while the same address is asked again, and a page title names it.
 */
export class KeptObject<View> {
  /** Null until the first answer. A change that answers with the new view sets it. */
  readonly view: WritableSignal<View | null>;
  /** Why the last answer was refused; shown where there is nothing to show instead. */
  readonly problem: Signal<ProblemError | null>;
  readonly loading: Signal<boolean>;
  private readonly answer;

  constructor(path: () => string | undefined, title?: (view: View) => string) {
    this.answer = httpResource<View>(path);
    const { answer } = this;
    this.view = linkedSignal<{ path?: string; found: View | null }, View | null>({
      source: () => ({ path: path(), found: answer.hasValue() ? answer.value() : null }),
      computation: ({ path, found }, previous) =>
        found ?? (previous && previous.source.path === path ? previous.value : null),
    });
    this.problem = problemOf(answer);
    this.loading = answer.isLoading;
    if (!title) return;
    const pageTitle = inject(PageTitle);
    effect(() => {
      const view = this.view();
      if (view) pageTitle.say(title(view));
    });
  }

  reload(): void {
    this.answer.reload();
  }
}

/** `protected readonly field = keptObject<FieldOfActionView>(() => '/api/fields-of-action/' + this.id())` */
export function keptObject<View>(
  path: () => string | undefined,
  title?: (view: View) => string,
): KeptObject<View> {
  return new KeptObject(path, title);
}

/** The address of the object whose id stands in the address of the page: `/api/networks` and the route's `:id`. */
export function objectOfRoute(collection: string): () => string {
  const params = toSignal(inject(ActivatedRoute).paramMap, { requireSync: true });
  return () => `${collection}/${params().get('id')}`;
}
