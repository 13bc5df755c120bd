import { Component, computed, signal } from '@angular/core';
import type { MunicipalityView, PlanningAreaView } from '@runder-tisch/domain/territory';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { KeptEntryBody } from '../settings/kept-list/kept-entry';
import { KeptList } from '../settings/kept-list/kept-list';
import { keptList } from '../settings/kept-list/kept-list-data';
import { QuickAdd } from '../settings/kept-list/quick-add';
import { MunicipalityForm } from './municipality-form';
import { PlanningAreaForm } from './planning-area-form';

/** Municipalities and the planning areas they are assigned to. */
@Component({
  selector: 'rt-territory-page',
  imports: [
    EmptyState,
    KeptEntryBody,
    KeptList,
    MunicipalityForm,
    PageHead,
    PlanningAreaForm,
    ProgressLine,
    QuickAdd,
  ],
  template: `
    <rt-progress-line [busy]="areas.loading() || municipalities.loading()" />
    <rt-page-head
      heading="Gemeinden und Planungsräume"
      [back]="{ label: 'Einstellungen', link: '/einstellungen' }"
    >
      <span subline>Die Zuordnung entscheiden Sie. Sie lässt sich jederzeit ändern.</span>
      <ng-container actions>
        <button type="button" class="rt-button rt-primary" (click)="adding.set(true)">
          Gemeinde hinzufügen
        </button>
      </ng-container>
    </rt-page-head>
    @if (areas.problem() ?? municipalities.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <div class="both">
      <section>
        <h2>Planungsräume</h2>
        <rt-kept-list
          label="Planungsräume"
          ordered
          mayChange
          [entries]="areas.entries()"
          [loading]="areas.loading()"
          (orderChange)="areas.order($event)"
          (edit)="area.set($event.id)"
        >
          <ng-template [rtKeptEntry]="areas.entries()" let-entry>
            <strong>{{ entry.name }}</strong>
            <p class="rt-quiet rt-small">{{ namesOf(entry) }}</p>
          </ng-template>
          <rt-empty-state empty heading="Noch keine Planungsräume" text="Fügen Sie unten den ersten hinzu." />
          <rt-quick-add add label="Neuer Planungsraum" path="/api/planning-areas" (added)="reload()" />
        </rt-kept-list>
      </section>
      <section>
        <h2>Gemeinden</h2>
        <rt-kept-list
          label="Gemeinden"
          mayChange
          [entries]="municipalities.entries()"
          [loading]="municipalities.loading()"
          (edit)="municipality.set($event.id)"
        >
          <ng-template [rtKeptEntry]="municipalities.entries()" let-entry>
            <strong>{{ entry.name }}</strong>
            <p class="rt-quiet rt-small">
              <span class="rt-number">{{ entry.ags }}</span> ·
              {{ entry.planningArea ? 'Planungsraum ' + entry.planningArea.name : 'ohne Planungsraum' }}
            </p>
          </ng-template>
          <rt-empty-state empty heading="Noch keine Gemeinden" text="Name und Gemeindeschlüssel genügen." />
        </rt-kept-list>
      </section>
    </div>
    @if (adding()) {
      <rt-municipality-form
        [areas]="choices()"
        [list]="municipalities"
        (saved)="reload()"
        (closed)="adding.set(false)"
      />
    }
    @if (editedMunicipality(); as it) {
      <rt-municipality-form
        [municipality]="it"
        [areas]="choices()"
        [list]="municipalities"
        (saved)="reload()"
        (closed)="municipality.set(null)"
      />
    }
    @if (editedArea(); as it) {
      <rt-planning-area-form [area]="it" [list]="areas" (saved)="reload()" (closed)="area.set(null)" />
    }
  `,
  styles: `
    .both {
      display: grid;
      gap: calc(var(--rt-space) * 3);
      align-items: start;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    }
    h2 {
      margin-bottom: calc(var(--rt-space) * 1.5);
    }
  `,
})
export class TerritoryPage {
  protected readonly areas = keptList<PlanningAreaView>('/api/planning-areas');
  protected readonly municipalities = keptList<MunicipalityView>('/api/municipalities');
  protected readonly adding = signal(false);
  protected readonly area = signal<string | null>(null);
  protected readonly municipality = signal<string | null>(null);
  protected readonly editedArea = computed(
    () => this.areas.entries().find((it) => it.id === this.area()) ?? null,
  );
  protected readonly editedMunicipality = computed(
    () => this.municipalities.entries().find((it) => it.id === this.municipality()) ?? null,
  );
  protected readonly choices = computed(() =>
    this.areas.entries().flatMap((it) => (it.active ? [{ value: it.id, label: it.name }] : [])),
  );

  protected namesOf(area: PlanningAreaView): string {
    return area.municipalities.map((it) => it.name).join(', ') || 'noch ohne Gemeinden';
  }

  /** Both lists tell of the assignment. */
  protected reload(): void {
    this.areas.reload();
    this.municipalities.reload();
  }
}
