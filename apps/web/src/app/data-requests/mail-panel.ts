import { httpResource } from '@angular/common/http';
import { Component, computed, input, output } from '@angular/core';
import type { DataRequestMailView } from '@runder-tisch/domain/data-requests';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { SidePanel } from '@runder-tisch/ui/overlay';

/** The mail as it will arrive, with the button that sends it. */
@Component({
  selector: 'rt-request-mail-panel',
  imports: [DocumentView, ProgressLine, SidePanel],
  template: `
    <rt-side-panel [heading]="heading()" (closed)="closed.emit()">
      <rt-progress-line [busy]="answer.isLoading()" />
      @if (mail(); as view) {
        <dl class="rt-facts">
          <dt>Von</dt>
          <dd>{{ view.from }}</dd>
          <dt>An</dt>
          @for (address of view.to; track address.mail) {
            <dd>
              {{ address.name }} <span class="rt-quiet">{{ address.mail }}</span>
            </dd>
          } @empty {
            <dd>noch niemand: Bitte tragen Sie unter „Bearbeiten“ eine Mailadresse ein.</dd>
          }
          <dt>Betreff</dt>
          <dd>
            <strong>{{ view.subject }}</strong>
          </dd>
        </dl>
        <div class="rt-paper"><rt-document [blocks]="view.blocks" /></div>
        <div class="rt-form-actions">
          <button
            type="button"
            class="rt-button rt-primary"
            [disabled]="busy() || !view.to.length"
            (click)="sent.emit()"
          >
            {{ action() }}
          </button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      }
    </rt-side-panel>
  `,
})
export class RequestMailPanel {
  readonly requestId = input.required<string>();
  readonly heading = input.required<string>();
  readonly action = input.required<string>();
  readonly busy = input(false);
  readonly closed = output<void>();
  readonly sent = output<void>();

  protected readonly answer = httpResource<DataRequestMailView>(
    () => `/api/data-requests/${this.requestId()}/mail`,
  );
  protected readonly mail = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
}
