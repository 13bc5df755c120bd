import { httpResource } from '@angular/common/http';
import { Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  type CitedMethod,
  type MethodNoteItem,
  stepRoleLabels,
  stepRoles,
  type TemplateStepView,
} from '@runder-tisch/domain/cycles';
import { TemplateStepInput } from '@runder-tisch/domain/cycles/templates/template-requests';
import type { Page } from '@runder-tisch/domain/lists';
import {
  ChipSelect,
  ErrorSummary,
  NumberField,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { actorsOf, stepInput } from './template-editing';

/** One step of a draft: who, what, until when, from what, with which result, and how one sees that it is done. */
@Component({
  selector: 'rt-template-step-form',
  imports: [ChipSelect, ErrorSummary, FormField, NumberField, SelectField, SidePanel, TextArea, TextField],
  template: `
    <rt-side-panel [heading]="heading()" [dirty]="entry.dirty() || changed()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field label="Titel" [formField]="entry.fields.title" />
        <rt-text-area
          label="In einfachen Worten"
          hint="Steht auf der öffentlichen Seite. Ein Satz ohne Fachwörter."
          [rows]="2"
          [formField]="entry.fields.summary"
        />
        <rt-select-field label="Wer führt" [choices]="roles" [formField]="entry.fields.leadRole" />
        <rt-text-field label="Stelle, die führt" [formField]="entry.fields.lead" />
        <rt-chip-select
          label="Wer ist beteiligt"
          hint="Sie sehen den Schritt unter „Meine Schritte“."
          [choices]="roles"
          [formField]="entry.fields.involvedRoles"
        />
        <rt-text-area
          label="Fachbereiche (integrativ)"
          hint="Eine Stelle je Zeile."
          [rows]="3"
          [value]="internal()"
          (valueChange)="type(internal, $event)"
        />
        <rt-text-area
          label="Externe (kooperativ)"
          hint="Ein Akteur je Zeile."
          [rows]="3"
          [value]="external()"
          (valueChange)="type(external, $event)"
        />
        <rt-text-area label="Was ist zu tun" [rows]="3" [formField]="entry.fields.task" />
        <rt-number-field label="Bis Ende von Monat" unit="des Zyklus" [formField]="entry.fields.dueMonth" />
        <rt-text-area label="Grundlage" [rows]="2" [formField]="entry.fields.input" />
        <rt-text-area label="Ergebnis" [rows]="2" [formField]="entry.fields.result" />
        <rt-text-area label="Fertig, wenn" [rows]="2" [formField]="entry.fields.doneWhen" />
        <rt-chip-select
          label="Methodenblätter"
          column
          [choices]="methodChoices()"
          [formField]="entry.fields.methodIds"
        />
        <div class="rt-form-actions">
          <button class="rt-button rt-primary">Übernehmen</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class TemplateStepForm {
  readonly of = input.required<TemplateStepView>();
  readonly heading = input.required<string>();
  readonly closed = output<void>();
  readonly taken = output<TemplateStepView>();

  private readonly answer = httpResource<Page<MethodNoteItem>>(() => '/api/method-notes');
  protected readonly changed = signal(false);
  protected readonly entry = requestForm(TemplateStepInput, {}, { about: () => this.of().key });
  protected readonly internal = signal('');
  protected readonly external = signal('');
  protected readonly roles = stepRoles.map((value) => ({ value, label: stepRoleLabels[value] }));
  /** The newest versions, and those that are cited in an earlier one. */
  private readonly citable = computed<readonly CitedMethod[]>(() => {
    const newest = (this.answer.hasValue() ? this.answer.value().items : []).flatMap(
      ({ id, versionId, title, number }) =>
        versionId && number ? [{ id: versionId, noteId: id, title, number }] : [],
    );
    const cited = this.of().methods.filter(({ id }) => !newest.some((it) => it.id === id));
    return [...newest, ...cited];
  });
  protected readonly methodChoices = computed(() =>
    this.citable().map(({ id, title, number }) => ({ value: id, label: `${title} (Fassung ${number})` })),
  );

  constructor() {
    effect(() => {
      const step = this.of();
      untracked(() => {
        this.entry.reset(stepInput(step));
        this.internal.set(step.internalActors.join('\n'));
        this.external.set(step.externalActors.join('\n'));
      });
    });
  }

  protected type(field: typeof this.internal, text: string): void {
    if (text === field()) return;
    field.set(text);
    this.changed.set(true);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let step: TemplateStepView | null = null;
    const done = await this.entry.submit((request) => {
      const { methodIds, ...told } = request;
      const methods = this.citable().filter(({ id }) => methodIds.includes(id));
      step = {
        ...told,
        internalActors: actorsOf(this.internal()),
        externalActors: actorsOf(this.external()),
        methods,
      };
      return Promise.resolve();
    });
    if (done && step) this.taken.emit(step);
  }
}
