import { Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { type PaperListItem, paperStateLabels, paperStates } from '@runder-tisch/domain/papers';
import { PageHead } from '@runder-tisch/ui/layout';
import { type Filter, FilterBar } from '@runder-tisch/ui/list';
import { pagedList } from '../lists/paged-list';
import { Session } from '../session/session';
import { PaperForm } from './paper-form';
import { PaperTable } from './paper-table';
import { CommitteeTabs } from '../committees/committee-tabs';

/** All Vorlagen; filters stand in the address. */
@Component({
  selector: 'rt-paper-list-page',
  imports: [CommitteeTabs, FilterBar, PageHead, PaperForm, PaperTable],
  template: `
    <rt-page-head heading="Vorlagen">
      <span subline>Was Gremien vorberaten und beschließen.</span>
      <ng-container actions>
        @if (mayCreate()) {
          <button type="button" class="rt-button rt-primary" (click)="openForm(true)">Vorlage anlegen</button>
        }
      </ng-container>
    </rt-page-head>
    <rt-committee-tabs />
    <rt-filter-bar [filters]="filters" [result]="result()" />
    @if (list.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-paper-table [list]="list" />
    @if (neu() && mayCreate()) {
      <rt-paper-form (closed)="openForm(false)" (saved)="created($event)" />
    }
  `,
})
export class PaperListPage {
  readonly search = input<string>();
  readonly state = input<string>();
  readonly neu = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly mayCreate = computed(() => this.session.may('paper:change'));
  protected readonly list = pagedList<PaperListItem>('/api/papers', () => ({
    search: this.search(),
    state: this.state(),
  }));
  protected readonly filters: readonly Filter[] = [
    { kind: 'search', key: 'search', label: 'Nummer oder Titel' },
    {
      kind: 'choice',
      key: 'state',
      label: 'Stand',
      all: 'Jeder Stand',
      options: paperStates.map((value) => ({ value, label: paperStateLabels[value] })),
    },
  ];
  protected readonly result = computed(() => {
    const total = this.list.total();
    if (total === null) return null;
    return total === 1 ? '1 Vorlage' : `${total.toLocaleString('de-DE')} Vorlagen`;
  });

  protected openForm(open: boolean): void {
    void this.router.navigate([], { queryParams: { neu: open ? 1 : null }, queryParamsHandling: 'merge' });
  }

  protected created(id: string): void {
    void this.router.navigate(['/planung/vorlagen', id]);
  }
}
