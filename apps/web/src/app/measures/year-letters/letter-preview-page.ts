import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { mdiEmailNewsletter } from '@mdi/js';
import type { LetterPreviewView } from '@runder-tisch/domain/measures/year-letters';
import { SaveLetterWords } from '@runder-tisch/domain/measures/year-letters/year-letter-requests';
import { berlinDay, dayParts } from '@runder-tisch/domain/time';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { letterYearOf } from './letter-years';

/** One letter before it is sent: its own sentence on the left, the mail as it will arrive on the right. */
@Component({
  selector: 'rt-letter-preview-page',
  imports: [
    BerlinDatePipe,
    DocumentView,
    EmptyState,
    ErrorSummary,
    FormField,
    PageHead,
    ProgressLine,
    RouterLink,
    TextArea,
  ],
  templateUrl: './letter-preview-page.html',
  styleUrl: './letter.scss',
})
export class LetterPreviewPage {
  /** Of the organisation. */
  readonly id = input.required<string>();
  readonly jahr = input<string>();

  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly thisYear = dayParts(berlinDay(inject(ScreenClock).now())).year;
  protected readonly icon = mdiEmailNewsletter;
  private readonly year = computed(() => letterYearOf(this.jahr(), this.thisYear));
  protected readonly kept = keptObject<LetterPreviewView>(
    () => `/api/letter-years/${this.year()}/letters/${this.id()}`,
    ({ organisation }) => `Jahresbrief an ${organisation.name}`,
  );
  protected readonly entry = requestForm(SaveLetterWords);

  constructor() {
    effect(() => {
      const view = this.kept.view();
      if (!view) return;
      untracked(() => {
        if (!this.entry.dirty()) this.entry.reset({ words: view.words });
      });
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const done = await this.entry.submit(async (request) => {
      const view = await this.api.put<LetterPreviewView>(
        `/api/letter-years/${this.year()}/letters/${this.id()}/words`,
        request,
      );
      this.kept.view.set(view);
    });
    if (!done) return;
    this.entry.reset({ words: this.kept.view()?.words ?? '' });
    this.toasts.say('Gespeichert.');
  }
}
