import { Component, computed, inject, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiCommentTextOutline, mdiShieldAlertOutline } from '@mdi/js';
import {
  feedbackDecisionLabels,
  feedbackSourceLabels,
  feedbackStateLabels,
  feedbackVoiceLabels,
  type FeedbackListItem,
} from '@runder-tisch/domain/feedback';
import { Icon } from '@runder-tisch/ui/icon';
import { EmptyState } from '@runder-tisch/ui/layout';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { Session } from '../../session/session';
import { InboxState } from './inbox-state';

/** The middle pane: what was said, from where, and where it stands. */
@Component({
  selector: 'rt-inbox-list',
  imports: [BerlinDatePipe, EmptyState, Icon, RouterLink],
  template: `
    @if (inbox.list.rows().length) {
      <ul class="rows">
        @for (row of inbox.list.rows(); track row.id) {
          <li [class.here]="row.id === inbox.chosenId()" [class.selecting]="inbox.selecting()">
            @if (inbox.selecting()) {
              <input
                type="checkbox"
                [attr.aria-label]="row.number + ' auswählen'"
                [checked]="inbox.selected().has(row.id)"
                [disabled]="!isChecked(row)"
                [title]="isChecked(row) ? '' : 'Der Text ist noch nicht geprüft.'"
                (change)="inbox.toggle(row.id)"
              />
            }
            <a
              [routerLink]="['/hinweise', row.id]"
              queryParamsHandling="merge"
              [attr.aria-current]="row.id === inbox.chosenId() ? 'true' : null"
            >
              @if (row.excerpt) {
                <span class="said">{{ row.excerpt }}</span>
              } @else {
                <span class="held" [class.flagged]="isHeld(row)">
                  @if (isHeld(row)) {
                    <rt-icon [path]="icons.held" />
                  }
                  {{ unread(row) }}
                </span>
              }
              <span class="facts">
                <span class="rt-number">{{ row.number }}</span> · {{ row.receivedAt | berlinDate: 'short' }} ·
                {{ origin(row) }}
              </span>
              @if (badge(row) || row.counted || row.countedWith || row.assigned) {
                <span class="badges">
                  @if (badge(row); as words) {
                    <span class="rt-badge">{{ words }}</span>
                  }
                  @if (row.counted) {
                    <span class="rt-badge">+{{ row.counted }} gleichlautend</span>
                  }
                  @if (row.countedWith; as main) {
                    <span class="rt-badge">mitgezählt bei {{ main.name }}</span>
                  }
                  @if (row.assigned; as assigned) {
                    <span class="rt-badge" [class.rt-badge-negative]="assigned.overdue">
                      {{ assigned.mine ? 'Ihnen zugewiesen' : assigned.name }},
                      {{ assigned.overdue ? 'überfällig seit' : 'bis' }}
                      {{ assigned.due | berlinDate: 'short' }}
                    </span>
                  }
                </span>
              }
            </a>
          </li>
        }
      </ul>
      @if (inbox.list.hasMore()) {
        <button type="button" class="rt-button" [disabled]="inbox.list.loading()" (click)="inbox.list.more()">
          Mehr laden
        </button>
      }
    } @else if (!inbox.list.loading() && inbox.list.total() !== null && !inbox.list.problem()) {
      <rt-empty-state [heading]="emptyWords().heading" [text]="emptyWords().text" [icon]="icons.none">
        @if (emptyWords().offer) {
          @if (isStaff()) {
            <button type="button" class="rt-button" (click)="enter.emit()">Hinweis erfassen</button>
          } @else {
            <a class="rt-button" routerLink="/hinweise/geben">Hinweis geben</a>
          }
        }
      </rt-empty-state>
    }
  `,
  styleUrl: './inbox-list.scss',
})
export class InboxList {
  readonly enter = output<void>();
  private readonly session = inject(Session);
  protected readonly inbox = inject(InboxState);
  protected readonly icons = { held: mdiShieldAlertOutline, none: mdiCommentTextOutline };

  protected readonly isStaff = computed(() => this.session.may('feedback:triage'));

  protected readonly emptyWords = computed(() => {
    if (!this.isStaff()) {
      return {
        heading: 'Noch keine Hinweise',
        text: 'Sagen Sie uns, was Ihnen auffällt. Hier sehen Sie dann, was daraus wird.',
        offer: true,
      };
    }
    const { view, ...others } = this.inbox.filters() ?? {};
    if (Object.values(others).some(Boolean)) {
      return {
        heading: 'Kein Hinweis passt zu diesen Filtern.',
        text: 'Nehmen Sie einen Filter weg.',
        offer: false,
      };
    }
    if (view === 'all') {
      return {
        heading: 'Noch keine Hinweise',
        text: 'Sie kommen aus Protokollen von Sitzungen, oder Sie erfassen einen von Hand.',
        offer: true,
      };
    }
    return { heading: 'Hier wartet nichts', text: 'Alles in diesem Teil ist erledigt.', offer: false };
  });

  /** Only checked words can be put together. */
  protected isChecked({ state }: FeedbackListItem): boolean {
    return state !== 'SUBMITTED' && state !== 'REJECTED';
  }

  protected isHeld(row: FeedbackListItem): boolean {
    return row.flagged && row.state === 'SUBMITTED';
  }

  protected unread(row: FeedbackListItem): string {
    if (this.isHeld(row)) return 'Zurückgehalten: enthält vermutlich persönliche Angaben';
    return row.state === 'REJECTED' ? 'Zurückgewiesen' : 'Wird gerade gelesen';
  }

  protected origin(row: FeedbackListItem): string {
    const voice = row.voice ? ` · ${feedbackVoiceLabels[row.voice]}` : '';
    return (
      (row.meeting?.name ?? row.organisation?.name ?? row.network?.name ?? feedbackSourceLabels[row.source]) +
      voice
    );
  }

  /** In a part of the inbox everything stands alike, so only what differs is said. */
  protected badge(row: FeedbackListItem): string | null {
    if (row.decision) return feedbackDecisionLabels[row.decision];
    if (this.inbox.view() === 'all' || this.inbox.view() === 'done') return feedbackStateLabels[row.state];
    return row.primaryField?.name ?? null;
  }
}
