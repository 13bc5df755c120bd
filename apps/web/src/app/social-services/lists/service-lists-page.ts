import { Component, computed, signal } from '@angular/core';
import type { ServiceCategoryView, TargetGroupView } from '@runder-tisch/domain/social-services';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { KeptEntryBody } from '../../settings/kept-list/kept-entry';
import { KeptEntryForm } from '../../settings/kept-list/kept-entry-form';
import { KeptList } from '../../settings/kept-list/kept-list';
import { keptList } from '../../settings/kept-list/kept-list-data';
import { QuickAdd } from '../../settings/kept-list/quick-add';
import { CategoryForm } from './category-form';

/** How offers are ordered: what they are and for whom. */
@Component({
  selector: 'rt-service-lists-page',
  imports: [
    CategoryForm,
    EmptyState,
    KeptEntryBody,
    KeptEntryForm,
    KeptList,
    PageHead,
    ProgressLine,
    QuickAdd,
  ],
  template: `
    <rt-progress-line [busy]="categories.loading() || groups.loading()" />
    <rt-page-head
      heading="Kategorien und Zielgruppen"
      [back]="{ label: 'Einstellungen', link: '/einstellungen' }"
    >
      <span subline>Wonach Träger ihre Angebote ordnen und Menschen sie finden.</span>
    </rt-page-head>
    @if (categories.problem() ?? groups.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <div class="both">
      <section>
        <h2>Kategorien</h2>
        <rt-kept-list
          label="Kategorien"
          ordered
          mayChange
          [entries]="categories.entries()"
          [loading]="categories.loading()"
          (orderChange)="categories.order($event)"
          (edit)="category.set($event.id)"
        >
          <ng-template [rtKeptEntry]="categories.entries()" let-entry>
            <strong>{{ entry.name }}</strong>
            @if (entry.protective) {
              &ngsp;<span class="rt-badge rt-badge-warning protective">Schutzthema</span>
            }
            <p class="rt-quiet rt-small">{{ entry.description || 'Noch ohne Beschreibung' }}</p>
          </ng-template>
          <rt-empty-state empty heading="Noch keine Kategorien" text="Fügen Sie unten die erste hinzu." />
          <rt-quick-add
            add
            label="Neue Kategorie"
            path="/api/service-categories"
            (added)="categories.reload()"
          />
        </rt-kept-list>
      </section>
      <section>
        <h2>Zielgruppen</h2>
        <rt-kept-list
          label="Zielgruppen"
          ordered
          mayChange
          [entries]="groups.entries()"
          [loading]="groups.loading()"
          (orderChange)="groups.order($event)"
          (edit)="group.set($event.id)"
        >
          <ng-template [rtKeptEntry]="groups.entries()" let-entry>
            <strong>{{ entry.name }}</strong>
            <p class="rt-quiet rt-small">{{ entry.description }}</p>
          </ng-template>
          <rt-empty-state empty heading="Noch keine Zielgruppen" text="Fügen Sie unten die erste hinzu." />
          <rt-quick-add add label="Neue Zielgruppe" path="/api/target-groups" (added)="groups.reload()" />
        </rt-kept-list>
      </section>
    </div>
    @if (editedCategory(); as it) {
      <rt-category-form [category]="it" [list]="categories" (closed)="category.set(null)" />
    }
    @if (editedGroup(); as it) {
      <rt-kept-entry-form
        heading="Zielgruppe bearbeiten"
        hint="Zum Beispiel das Alter. Steht hinter dem Namen."
        path="/api/target-groups"
        [entry]="it"
        [list]="groups"
        (closed)="group.set(null)"
      />
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
    .protective {
      margin-left: 8px;
    }
  `,
})
export class ServiceListsPage {
  protected readonly categories = keptList<ServiceCategoryView>('/api/service-categories');
  protected readonly groups = keptList<TargetGroupView>('/api/target-groups');
  protected readonly category = signal<string | null>(null);
  protected readonly group = signal<string | null>(null);
  protected readonly editedCategory = computed(
    () => this.categories.entries().find((it) => it.id === this.category()) ?? null,
  );
  protected readonly editedGroup = computed(
    () => this.groups.entries().find((it) => it.id === this.group()) ?? null,
  );
}
