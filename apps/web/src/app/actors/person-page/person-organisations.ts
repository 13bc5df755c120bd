import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiDomain } from '@mdi/js';
import type { PersonRepresentation } from '@runder-tisch/domain/actors';
import { EmptyState } from '@runder-tisch/ui/layout';
import { Cell, DataList, type Column } from '@runder-tisch/ui/list';
import { BerlinDatePipe, UnbrokenPipe } from '@runder-tisch/ui/text';
import { Session } from '../../session/session';
import { EndRepresentation } from '../representation-form/end-representation';
import { RepresentationForm } from '../representation-form/representation-form';
import { CurrentPerson } from './current-person';

/** For whom somebody speaks, as what, since when. */
@Component({
  selector: 'rt-person-organisations',
  imports: [BerlinDatePipe, Cell, DataList, EmptyState, RepresentationForm, RouterLink, UnbrokenPipe],
  template: `
    <rt-data-list label="Vertretene Organisationen" [columns]="columns" [rows]="rows()">
      <ng-template rtCell="organisation" [rtCellOf]="rows()" let-row>
        <a class="rt-row-link" [routerLink]="['/akteure/organisationen', row.organisation.id]">
          {{ row.organisation.name | unbroken }}
        </a>
      </ng-template>
      <ng-template rtCell="function" [rtCellOf]="rows()" let-row>{{ row.function }}</ng-template>
      <ng-template rtCell="since" [rtCellOf]="rows()" let-row>
        <span class="rt-number">{{ row.fromDay | berlinDate: 'short' }}</span>
        @if (row.toDay) {
          <span class="rt-cell-note rt-number">bis {{ row.toDay | berlinDate: 'short' }}</span>
        }
      </ng-template>
      <ng-template rtCell="do" [rtCellOf]="rows()" let-row>
        @if (mayChange() && !row.toDay) {
          <button type="button" class="rt-button rt-plain rt-small rt-above-row-link" (click)="end(row)">
            Beenden<span class="rt-unseen">: {{ row.organisation.name }}</span>
          </button>
        }
      </ng-template>
      <rt-empty-state
        empty
        heading="Spricht für sich selbst"
        text="Gehört jemand zu einer Organisation, werden Einladungen und Anwesenheit auch für diese gezählt."
        [icon]="icon"
      />
    </rt-data-list>
    @if (mayChange()) {
      <div class="rt-row rt-below-list rt-unprinted">
        <button type="button" class="rt-button" (click)="adding.set(true)">Organisation hinzufügen</button>
      </div>
    }
    @if (adding() && current.view(); as person) {
      <rt-representation-form [person]="person" (closed)="adding.set(false)" (saved)="added()" />
    }
  `,
})
export class PersonOrganisations {
  private readonly ending = inject(EndRepresentation);
  private readonly session = inject(Session);
  protected readonly current = inject(CurrentPerson);
  protected readonly icon = mdiDomain;
  protected readonly adding = signal(false);
  protected readonly mayChange = computed(() => this.session.may('person:change'));
  protected readonly rows = computed(() => this.current.view()?.representations ?? []);
  protected readonly columns: readonly Column[] = [
    { key: 'organisation', label: 'Organisation', width: '44%' },
    { key: 'function', label: 'Funktion', card: 'plain' },
    { key: 'since', label: 'Seit' },
    { key: 'do', label: '', card: 'plain', align: 'end', width: '7rem' },
  ];

  protected added(): void {
    this.adding.set(false);
    this.current.reload();
  }

  protected async end(row: PersonRepresentation): Promise<void> {
    const person = this.current.view()?.name ?? '';
    if (await this.ending.ask(row.id, person, row.organisation.name)) {
      this.current.reload();
    }
  }
}
