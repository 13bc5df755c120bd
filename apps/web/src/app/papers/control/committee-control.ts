import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiGavel } from '@mdi/js';
import type { SessionControlView } from '@runder-tisch/domain/papers/control';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, type Column, DataList } from '@runder-tisch/ui/list';
import { BerlinDatePipe } from '@runder-tisch/ui/text';
import { CurrentCommittee } from '../../committees/current-committee';
import { keptObject } from '../../object-page/kept-object';
import { ControlStateBadge } from './control-state-badge';

/** What a body is told of its resolutions, session by session. */
@Component({
  selector: 'rt-committee-control',
  imports: [BerlinDatePipe, Cell, ControlStateBadge, DataList, EmptyState, RouterLink],
  template: `
    @if (kept.view(); as it) {
      <div class="rt-page-tools rt-row rt-unprinted">
        <label class="rt-row">
          Sitzung am
          <select class="rt-control" #day (change)="on.set(day.value)">
            @for (choice of days(); track choice) {
              <option [value]="choice" [selected]="choice === it.day">{{ choice | berlinDate }}</option>
            }
          </select>
        </label>
        <a class="rt-button" [href]="file()" target="_blank" rel="noopener">PDF</a>
        <label class="rt-row">
          <input type="checkbox" [checked]="closed()" (change)="closed.set(!closed())" /> nicht öffentlicher
          Teil
        </label>
      </div>
      <h2>Beschlusskontrolle zur Sitzung am {{ it.day | berlinDate }}</h2>
      <rt-data-list
        label="Beschlüsse unter Kontrolle"
        [columns]="columns"
        [rows]="it.items"
        [loading]="kept.loading()"
        [total]="it.items.length"
      >
        <ng-template rtCell="topic" [rtCellOf]="it.items" let-row>
          <a class="rt-row-link" [routerLink]="['/planung/vorlagen', row.paper.id]">{{ row.paper.title }}</a>
          <span class="rt-cell-note"
            ><span class="rt-number">{{ row.resolutionNumber }}</span> vom
            {{ row.decidedOn | berlinDate: 'short' }}
            @if (row.applicant) {
              · Antrag: {{ row.applicant }}
            }
          </span>
        </ng-template>
        <ng-template rtCell="state" [rtCellOf]="it.items" let-row>
          <rt-control-state [state]="row.state" [overdue]="row.overdue" />
          @if (row.words) {
            <span class="rt-cell-note">{{ row.words }}</span>
          }
        </ng-template>
        <ng-template rtCell="unit" [rtCellOf]="it.items" let-row>{{ row.unit || 'noch offen' }}</ng-template>
        <ng-template rtCell="due" [rtCellOf]="it.items" let-row>
          @if (row.nextOn ?? row.dueOn; as due) {
            <span class="rt-number">{{ due | berlinDate: 'short' }}</span>
          } @else {
            <span class="rt-quiet">ohne Frist</span>
          }
        </ng-template>
        <div empty>
          <rt-empty-state
            heading="Zu dieser Sitzung steht kein Beschluss unter Kontrolle."
            text="Was erledigt gemeldet wurde, steht in der nächsten Sitzung noch einmal hier."
            [icon]="icon"
          />
        </div>
      </rt-data-list>
      <p class="rt-below-list rt-unprinted">
        <a routerLink="/planung/beschlusskontrolle" [queryParams]="{ committeeId: it.committee.id }"
          >Alle Beschlüsse dieses Gremiums unter Kontrolle</a
        >
      </p>
    } @else if (kept.problem(); as refusal) {
      <p class="rt-note rt-note-negative" role="alert">{{ refusal.says }}</p>
    }
  `,
})
export class CommitteeControl {
  private readonly current = inject(CurrentCommittee);
  protected readonly icon = mdiGavel;
  protected readonly on = signal<string | null>(null);
  protected readonly closed = signal(false);
  private readonly params = computed(() => {
    const asked = new URLSearchParams();
    const on = this.on();
    if (on) asked.set('on', on);
    if (this.closed()) asked.set('closed', '1');
    return asked.toString();
  });
  protected readonly kept = keptObject<SessionControlView>(() => {
    const id = this.current.view()?.id;
    return id ? `/api/committees/${id}/control?${this.params()}` : undefined;
  });
  /** The day on the screen is always among them, also today, when no session is planned. */
  protected readonly days = computed(() => {
    const it = this.kept.view();
    return it ? [...new Set([it.day, ...it.days])].sort().reverse() : [];
  });
  protected readonly file = computed(() => {
    const it = this.kept.view();
    return it
      ? `/api/committees/${it.committee.id}/control.pdf?on=${it.day}${this.closed() ? '&closed=1' : ''}`
      : '';
  });
  protected readonly columns: readonly Column[] = [
    { key: 'topic', label: 'Beschluss' },
    { key: 'state', label: 'Stand', card: 'plain', width: '34%' },
    { key: 'unit', label: 'Zuständig', width: '20%' },
    { key: 'due', label: 'Frist', width: '7.5rem' },
  ];
}
