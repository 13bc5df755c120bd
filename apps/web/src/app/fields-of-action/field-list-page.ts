import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FieldOfActionView } from '@runder-tisch/domain/fields-of-action';
import { EmptyState, PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Session } from '../session/session';
import { KeptEntryBody } from '../settings/kept-list/kept-entry';
import { KeptEntryForm } from '../settings/kept-list/kept-entry-form';
import { KeptList } from '../settings/kept-list/kept-list';
import { keptList } from '../settings/kept-list/kept-list-data';
import { QuickAdd } from '../settings/kept-list/quick-add';

/** The fields planning works in: read by everybody here, kept by planners. */
@Component({
  selector: 'rt-field-list-page',
  imports: [EmptyState, KeptEntryForm, KeptEntryBody, KeptList, PageHead, ProgressLine, QuickAdd, RouterLink],
  template: `
    <rt-progress-line [busy]="fields.loading()" />
    <rt-page-head heading="Handlungsfelder">
      <span subline>Wonach Organisationen, Netzwerke, Termine und Hinweise geordnet sind.</span>
    </rt-page-head>
    @if (fields.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    <rt-kept-list
      label="Handlungsfelder"
      ordered
      [entries]="fields.entries()"
      [loading]="fields.loading()"
      [mayChange]="mayChange()"
      (orderChange)="fields.order($event)"
      (edit)="editing.set($event.id)"
    >
      <ng-template [rtKeptEntry]="fields.entries()" let-entry>
        <a class="name" [routerLink]="['/planung/handlungsfelder', entry.id]">{{ entry.name }}</a>
        <p class="rt-quiet rt-small about">{{ entry.description || 'Noch ohne Beschreibung' }}</p>
      </ng-template>
      <rt-empty-state
        empty
        heading="Noch keine Handlungsfelder"
        text="Fügen Sie unten das erste hinzu. Eine Beschreibung lässt sich danach ergänzen."
      />
      @if (mayChange()) {
        <rt-quick-add
          add
          label="Neues Handlungsfeld"
          path="/api/fields-of-action"
          (added)="fields.reload()"
        />
      }
    </rt-kept-list>
    @if (edited(); as field) {
      <rt-kept-entry-form
        heading="Handlungsfeld bearbeiten"
        hint="Was gehört dazu? Schreiben Sie die Wörter, die Menschen in Hinweisen benutzen: Daraus entstehen die Vorschläge."
        path="/api/fields-of-action"
        [entry]="field"
        [list]="fields"
        (closed)="editing.set(null)"
      />
    }
  `,
  styles: `
    .name {
      font-weight: 600;
      text-decoration: none;
    }
    .name:hover {
      text-decoration: underline;
    }
    .about {
      display: block;
      max-width: 92ch;
    }
  `,
})
export class FieldListPage {
  private readonly session = inject(Session);
  protected readonly fields = keptList<FieldOfActionView>('/api/fields-of-action');
  protected readonly mayChange = computed(() => this.session.may('lists:change'));
  protected readonly editing = signal<string | null>(null);
  protected readonly edited = computed(
    () => this.fields.entries().find((field) => field.id === this.editing()) ?? null,
  );
}
