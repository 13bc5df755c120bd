import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type DecisionView,
  decisionResultLabels,
  type RecommendationView,
  wordDifferences,
} from '@runder-tisch/domain/findings';
import { Confirm } from '@runder-tisch/ui/overlay';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { LinkCheck } from '../link-check';
import { WordDifferences } from '../word-differences';

/** What each body made of it; where it changed the wording, both stand side by side. */
@Component({
  selector: 'rt-decision-list',
  imports: [BerlinDatePipe, LinkCheck, RouterLink, WordDifferences],
  template: `
    @for (entry of entries(); track entry.decision.id) {
      @let decision = entry.decision;
      <article>
        <h3>
          @if (decision.committee; as committee) {
            <a [routerLink]="['/planung/gremien', committee.id]">{{ decision.bodyName }}</a>
          } @else {
            {{ decision.bodyName }}
          }
          <span
            class="rt-badge"
            [class.rt-badge-positive]="decision.result === 'ACCEPTED'"
            [class.rt-badge-negative]="decision.result === 'REJECTED'"
            >{{ labels[decision.result] }}</span
          >
        </h3>
        <p class="rt-quiet rt-small">
          @if (decision.meetingId; as meetingId) {
            <a [routerLink]="['/termine', meetingId]">{{ decision.decidedOn | berlinDate }}</a>
          } @else {
            {{ decision.decidedOn | berlinDate }}
          }
          @if (decision.sourcePath; as path) {
            · <a [routerLink]="path">{{ decision.reference }}</a>
          } @else if (decision.reference) {
            · {{ decision.reference }}
          }
          · {{ decision.final ? 'abschließend' : 'vorberatend' }}
          @if (entry.votes) {
            · {{ entry.votes }}
          }
        </p>
        @if (decision.reason) {
          <p class="rt-lines">{{ decision.reason }}</p>
        }
        @if (entry.pieces; as pieces) {
          <div class="sides">
            <div>
              <h4>Vorgeschlagen</h4>
              <p class="rt-lines">{{ entry.proposed }}</p>
            </div>
            <div>
              <h4>Beschlossen</h4>
              <p class="rt-lines">{{ decision.wording }}</p>
            </div>
          </div>
          <h4>Unterschiede</h4>
          <p><rt-word-differences [pieces]="pieces" /></p>
        }
        <rt-link-check
          [link]="decision"
          [words]="of().wording"
          changed="Der Wortlaut der Empfehlung wurde nach diesem Beschluss geändert."
          [mayAccept]="of().mayChange"
          [busy]="act.busy()"
          (accepted)="accept(decision)"
        />
        @if (of().mayChange && !decision.sourcePath) {
          <button
            type="button"
            class="rt-button rt-plain rt-small rt-unprinted"
            [disabled]="act.busy()"
            (click)="remove(decision)"
          >
            Eintrag zurücknehmen<span class="rt-unseen">: {{ decision.bodyName }}</span>
          </button>
        }
      </article>
    } @empty {
      <p class="rt-quiet">Noch hat kein Gremium darüber beraten.</p>
    }
  `,
  styles: `
    article + article {
      margin-top: 18px;
      padding-top: 18px;
      border-top: 1px solid var(--rt-line);
    }
    .sides {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
      gap: 12px 24px;
      margin: 10px 0;
    }
    h4 {
      margin: 8px 0 4px;
      font-size: 0.9375rem;
    }
  `,
})
export class DecisionList {
  readonly of = input.required<RecommendationView>();
  readonly changed = output<void>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly labels = decisionResultLabels;
  protected readonly act = acting(() => this.changed.emit());

  /** The words a body had before it are the earlier ones where the recommendation was reworded since. */
  protected readonly entries = computed(() =>
    this.of().decisions.map((decision) => {
      const proposed = decision.wordsBefore ?? this.of().wording;
      const differs = decision.result === 'CHANGED' && decision.wording !== proposed;
      return {
        decision,
        proposed,
        pieces: differs ? wordDifferences(proposed, decision.wording) : null,
        votes: votesOf(decision),
      };
    }),
  );

  protected accept(decision: DecisionView): void {
    const path = `/api/recommendations/${this.of().id}/decisions/${decision.id}/accept`;
    void this.act(() => this.api.act(path), 'Geprüft.');
  }

  protected async remove(decision: DecisionView): Promise<void> {
    const sure = await this.confirm.ask({
      heading: 'Eintrag zurücknehmen?',
      text: decision.final
        ? 'Der Beschluss verschwindet hier, die Empfehlung wartet danach wieder auf eine Entscheidung.'
        : 'Der Beschluss verschwindet hier.',
      action: 'Zurücknehmen',
      danger: true,
    });
    if (!sure) return;
    const { id, version } = this.of();
    await this.act(
      () => this.api.act(`/api/recommendations/${id}/decisions/${decision.id}/remove`, version),
      'Zurückgenommen.',
    );
  }
}

function votesOf({ votesYes, votesNo, votesAbstained }: DecisionView): string {
  const given = [
    votesYes === null ? '' : `${votesYes} Ja`,
    votesNo === null ? '' : `${votesNo} Nein`,
    votesAbstained === null ? '' : `${votesAbstained} Enthaltungen`,
  ];
  return given.filter((it) => it !== '').join(', ');
}
