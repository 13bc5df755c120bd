import { Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { mdiCommentQuoteOutline } from '@mdi/js';
import {
  type ArgumentView,
  type CarryingFeedbackView,
  feedbackStateLabels,
} from '@runder-tisch/domain/feedback';
import { counted } from '@runder-tisch/domain/text';
import { TextArea } from '@runder-tisch/ui/form';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Confirm, Toasts } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { pagedList } from '../../lists/paged-list';
import { keptObject } from '../../object-page/kept-object';
import { Session } from '../../session/session';
import { TraceLists } from '../../trace/trace-lists';
import { ArgumentForm } from './argument-form';

/** One argument: what it says, which Hinweise carry it, and what is individual of each. */
@Component({
  selector: 'rt-argument-page',
  imports: [
    ArgumentForm,
    BerlinDatePipe,
    EmptyState,
    PageHead,
    ProgressLine,
    RouterLink,
    TextArea,
    TraceLists,
  ],
  templateUrl: './argument-page.html',
  styleUrl: './condensing.scss',
})
export class ArgumentPage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly confirm = inject(Confirm);
  private readonly session = inject(Session);
  protected readonly icon = mdiCommentQuoteOutline;
  protected readonly back = { label: 'Argumente', link: '/hinweise/argumente' };
  protected readonly stateLabels = feedbackStateLabels;
  protected readonly editing = signal(false);
  /** The Hinweis whose own part is being written. */
  protected readonly noting = signal<string | null>(null);
  protected readonly own = signal('');
  protected readonly mayFind = computed(() => this.session.may('finding:change'));

  protected readonly kept = keptObject<ArgumentView>(
    () => `/api/arguments/${this.id()}`,
    (argument) => argument.number,
  );
  protected readonly list = pagedList<CarryingFeedbackView>(
    () => `/api/arguments/${this.id()}/feedback`,
    () => ({}),
  );
  protected readonly act = acting(() => this.reload());

  protected reload(): void {
    this.kept.reload();
    this.list.reload();
  }

  protected saved(): void {
    this.editing.set(false);
    this.reload();
  }

  protected carriers(argument: ArgumentView): string {
    return `${counted(argument.carried, 'Hinweis', 'Hinweise')} ${argument.carried === 1 ? 'trägt' : 'tragen'} es`;
  }

  protected note(row: CarryingFeedbackView): void {
    this.own.set(row.individual);
    this.noting.set(row.id);
  }

  protected async keepNote(event: Event, row: CarryingFeedbackView): Promise<void> {
    event.preventDefault();
    const request = { individual: this.own() };
    const done = await this.act(
      () => this.api.put(`/api/arguments/${this.id()}/feedback/${row.id}`, request),
      'Gespeichert.',
    );
    if (done) this.noting.set(null);
  }

  protected async takeOut(row: CarryingFeedbackView): Promise<void> {
    const id = this.id();
    const done = await this.act(() => this.api.remove(`/api/arguments/${id}/feedback/${row.id}`));
    if (!done) return;
    this.toasts.say(`${row.number} trägt das Argument nicht mehr.`, async () => {
      await this.act(async () => {
        await this.api.act(`/api/arguments/${id}/feedback`, null, { feedbackIds: [row.id] });
        if (row.individual)
          await this.api.put(`/api/arguments/${id}/feedback/${row.id}`, { individual: row.individual });
      }, 'Zurückgenommen.');
    });
  }

  protected async remove(argument: ArgumentView): Promise<void> {
    const answer = await this.confirm.ask({
      heading: `Argument ${argument.number} löschen?`,
      text: 'Die Hinweise bleiben, wie sie sind. Das Argument lässt sich nicht wiederherstellen.',
      action: 'Löschen',
      danger: true,
    });
    if (!answer) return;
    const done = await this.act(() => this.api.remove(`/api/arguments/${argument.id}`), 'Argument gelöscht.');
    if (done) await this.router.navigate(['/hinweise/argumente']);
  }
}
