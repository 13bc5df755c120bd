import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiAccountGroupOutline } from '@mdi/js';
import type { CommitteeSeatView } from '@runder-tisch/domain/committees';
import type { Page } from '@runder-tisch/domain/lists';
import { berlinDay } from '@runder-tisch/domain/time';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { BerlinDatePipe, ScreenClock } from '@runder-tisch/ui/text';
import { Session } from '../../session/session';
import { CurrentCommittee } from '../current-committee';
import { EndSeatForm } from './end-seat-form';
import { SeatForm } from './seat-form';

type Panel = { kind: 'seat'; seat: CommitteeSeatView | null } | { kind: 'end'; seat: CommitteeSeatView };

/** Who sits in the committee, who deputises, and which seats are vacant. */
@Component({
  selector: 'rt-committee-members',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, EndSeatForm, RouterLink, SeatForm],
  template: `
    <rt-data-list label="Mitglieder" [columns]="columns" [rows]="seats()" [loading]="answer.isLoading()">
      <ng-template rtCell="person" [rtCellOf]="seats()" let-seat>
        @if (seat.person) {
          @if (mayOpenPeople()) {
            <a [routerLink]="['/akteure/personen', seat.person.id]"
              ><strong>{{ seat.person.name }}</strong></a
            >
          } @else {
            <strong>{{ seat.person.name }}</strong>
          }
        } @else {
          <span class="rt-badge rt-badge-warning">unbesetzt</span>
        }
        @if (seat.office) {
          <span class="rt-cell-note">{{ seat.office }}</span>
        }
      </ng-template>
      <ng-template rtCell="role" [rtCellOf]="seats()" let-seat>
        @if (seat.deputyOf; as main) {
          Vertretung
          <span class="rt-cell-note">von {{ main.name || 'einem unbesetzten Sitz' }}</span>
        } @else {
          {{ seat.voting ? 'stimmberechtigt' : 'beratend' }}
        }
      </ng-template>
      <ng-template rtCell="days" [rtCellOf]="seats()" let-seat>
        <span class="rt-number">
          {{ seat.toDay ? 'von' : seat.fromDay > today() ? 'ab' : 'seit' }}
          {{ seat.fromDay | berlinDate: 'short' }}
          @if (seat.toDay) {
            <br />bis {{ seat.toDay | berlinDate: 'short' }}
          }
        </span>
        @if (seat.term) {
          <span class="rt-cell-note">{{ seat.term }}</span>
        }
      </ng-template>
      <ng-template rtCell="do" [rtCellOf]="seats()" let-seat>
        @if (mayChange()) {
          <span class="do">
            <button
              type="button"
              class="rt-button rt-plain rt-small"
              (click)="panel.set({ kind: 'seat', seat })"
            >
              {{ seat.person ? 'Ändern' : 'Besetzen'
              }}<span class="rt-unseen">: {{ seat.person?.name || seat.office || 'unbesetzter Sitz' }}</span>
            </button>
            @if (!seat.toDay) {
              <button
                type="button"
                class="rt-button rt-plain rt-small"
                (click)="panel.set({ kind: 'end', seat })"
              >
                Beenden<span class="rt-unseen">: {{ seat.person?.name || seat.office }}</span>
              </button>
            }
          </span>
        }
      </ng-template>
      <rt-empty-state
        empty
        heading="Noch keine Sitze"
        text="Tragen Sie ein, wer stimmt, wer berät und wer vertritt. Wer hier sitzt, findet das Gremium unter „Meine Gremien“."
        [icon]="icon"
      />
    </rt-data-list>
    <div class="rt-row rt-below-list rt-unprinted">
      @if (mayChange()) {
        <button type="button" class="rt-button" (click)="panel.set({ kind: 'seat', seat: null })">
          Sitz hinzufügen
        </button>
      }
      @if (former()) {
        <button
          type="button"
          class="rt-button rt-plain"
          [attr.aria-pressed]="withFormer()"
          (click)="withFormer.set(!withFormer())"
        >
          {{ withFormer() ? 'Frühere ausblenden' : former() + ' frühere anzeigen' }}
        </button>
      }
    </div>
    @if (current.view(); as committee) {
      @if (panel(); as open) {
        @if (open.kind === 'seat') {
          <rt-seat-form
            [committeeId]="committee.id"
            [seat]="open.seat"
            [seats]="everybody()"
            (closed)="panel.set(null)"
            (saved)="changed()"
          />
        } @else {
          <rt-end-seat-form [seat]="open.seat" (closed)="panel.set(null)" (saved)="changed()" />
        }
      }
    }
  `,
  styles: `
    .do {
      display: inline-flex;
      flex-wrap: wrap;
      justify-content: end;
    }
  `,
})
export class CommitteeMembers {
  private readonly clock = inject(ScreenClock);
  private readonly session = inject(Session);
  protected readonly current = inject(CurrentCommittee);
  protected readonly icon = mdiAccountGroupOutline;
  protected readonly panel = signal<Panel | null>(null);
  protected readonly withFormer = signal(false);
  protected readonly mayChange = computed(() => this.session.may('committee:change'));
  protected readonly mayOpenPeople = computed(() => this.session.may('person:read'));
  protected readonly today = computed(() => berlinDay(this.clock.now()));
  protected readonly columns: readonly Column[] = [
    { key: 'person', label: 'Mensch', card: 'plain' },
    { key: 'role', label: 'Stimme', card: 'plain', width: '26%' },
    { key: 'days', label: 'Zeit', card: 'plain', width: '26%' },
    { key: 'do', label: '', card: 'plain', align: 'end', width: '11rem' },
  ];
  private readonly id = computed(() => this.current.view()?.id);
  protected readonly answer = httpResource<Page<CommitteeSeatView>>(() => {
    const id = this.id();
    return id && `/api/committees/${id}/seats`;
  });
  protected readonly everybody = computed(() => (this.answer.hasValue() ? this.answer.value().items : []));
  private readonly now = computed(() =>
    this.everybody().filter((it) => !it.toDay || it.toDay >= this.today()),
  );
  protected readonly former = computed(() => this.everybody().length - this.now().length);
  protected readonly seats = computed(() => (this.withFormer() ? this.everybody() : this.now()));

  protected changed(): void {
    this.panel.set(null);
    this.answer.reload();
    this.current.reload();
  }
}
