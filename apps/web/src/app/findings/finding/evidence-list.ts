import { Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type EvidenceLine, evidenceLabels, type FindingView } from '@runder-tisch/domain/findings';
import { Api } from '../../http/api';
import { acting } from '../../http/acting';
import { LinkCheck } from '../link-check';

/** What speaks for a Befund, each with its words and whether these are still the same. */
@Component({
  selector: 'rt-evidence-list',
  imports: [LinkCheck, RouterLink],
  template: `
    @for (line of finding().evidence; track line.id) {
      <article>
        <p class="rt-small">
          <span class="rt-quiet">{{ labels[line.kind] }}</span>
          @if (line.title) {
            ·
            @if (line.path; as path) {
              <a [routerLink]="path">{{ line.title }}</a>
            } @else {
              {{ line.title }}
            }
          }
        </p>
        @if (line.words) {
          <blockquote class="rt-lines">{{ line.words }}</blockquote>
        } @else if (line.path === null) {
          <p class="rt-quiet">Diesen Beleg dürfen Sie hier nicht lesen.</p>
        }
        @if (line.note) {
          <p class="rt-small">{{ line.note }}</p>
        }
        <rt-link-check
          [link]="line"
          [words]="line.words"
          changed="Der Beleg wurde geändert, seit er hier steht."
          [mayAccept]="finding().mayChange"
          [busy]="act.busy()"
          (accepted)="accept(line)"
        />
        @if (finding().mayChange && finding().state !== 'DROPPED') {
          <button
            type="button"
            class="rt-button rt-plain rt-small"
            [disabled]="act.busy()"
            [attr.aria-label]="'Beleg entfernen: ' + (line.title || line.words)"
            (click)="remove(line)"
          >
            Entfernen
          </button>
        }
      </article>
    } @empty {
      <p class="rt-quiet">Noch kein Beleg. Ohne Beleg kann der Befund nicht bestätigt werden.</p>
    }
  `,
  styles: `
    article + article {
      margin-top: 14px;
      padding-top: 14px;
      border-top: 1px solid var(--rt-line);
    }
    blockquote {
      margin: 4px 0 6px;
      padding-left: 12px;
      border-left: 3px solid var(--rt-line-strong);
    }
  `,
})
export class EvidenceList {
  readonly finding = input.required<FindingView>();
  readonly changed = output<void>();

  private readonly api = inject(Api);
  protected readonly labels = evidenceLabels;
  protected readonly act = acting(() => this.changed.emit());

  protected accept(line: EvidenceLine): void {
    const path = `/api/findings/${this.finding().id}/evidence/${line.id}/accept`;
    void this.act(() => this.api.act(path), 'Geprüft.');
  }

  protected remove(line: EvidenceLine): void {
    const path = `/api/findings/${this.finding().id}/evidence/${line.id}`;
    void this.act(() => this.api.remove(path), 'Beleg entfernt.');
  }
}
