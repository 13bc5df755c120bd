import { httpResource } from '@angular/common/http';
import { Component, computed, input, linkedSignal } from '@angular/core';
import type { ProtocolPreviewView } from '@runder-tisch/domain/meetings';
import { DocumentView } from '@runder-tisch/ui/document/document-view';
import { ProgressLine } from '@runder-tisch/ui/layout';
import { asProblemError } from '../../http/problem-error';

/** The protocol as people will read it: hidden items and unchecked words are not in it. */
@Component({
  selector: 'rt-protocol-preview',
  imports: [DocumentView, ProgressLine],
  template: `
    <rt-progress-line [busy]="answer.isLoading()" />
    @if (preview(); as it) {
      <article class="rt-card sheet">
        <p class="rt-quiet rt-small">
          {{ it.approved ? 'So wurde es freigegeben' : 'So lesen es die Beteiligten' }}
        </p>
        <h2>{{ it.content.title }}</h2>
        @if (it.content.subtitle) {
          <p class="rt-quiet">{{ it.content.subtitle }}</p>
        }
        <rt-document [blocks]="it.content.blocks" [class.short]="!whole()" />
        @if (!whole()) {
          <button type="button" class="rt-button" (click)="whole.set(true)">Ganzes Protokoll anzeigen</button>
        }
      </article>
    } @else if (problem(); as says) {
      <p class="rt-note rt-note-warning">{{ says }}</p>
    }
  `,
  styles: `
    .sheet {
      padding: clamp(16px, 4vw, 40px);
    }
    .sheet h2 {
      margin: 4px 0 2px;
      font-size: 1.4rem;
    }
    rt-document {
      margin-top: 20px;
    }
    @media screen {
      .short {
        max-height: 340px;
        overflow: hidden;
        mask-image: linear-gradient(#000 65%, transparent);
      }
    }
    .short + button {
      margin-top: 10px;
    }
  `,
})
export class ProtocolPreview {
  readonly meetingId = input.required<string>();
  /** A new one asks again: the meeting moved on. */
  readonly version = input.required<number>();
  protected readonly answer = httpResource<ProtocolPreviewView>(() => {
    this.version();
    return `/api/meetings/${this.meetingId()}/protocol`;
  });
  protected readonly preview = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  /** What is to be approved is read as a whole; afterwards it is looked up. */
  protected readonly whole = linkedSignal(() => this.preview()?.approved === false);
  protected readonly problem = computed(() => {
    const failed = this.answer.error();
    return failed ? asProblemError(failed).says : null;
  });
}
