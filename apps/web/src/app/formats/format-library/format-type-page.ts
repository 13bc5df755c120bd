import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { Router } from '@angular/router';
import {
  formatMeetingTypeLabels,
  formatMeetingTypes,
  type FormatTypeView,
} from '@runder-tisch/domain/formats';
import { SaveFormatType } from '@runder-tisch/domain/formats/formats-requests';
import { ErrorSummary, SelectField, TextArea, TextField } from '@runder-tisch/ui/form';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { Toasts } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { acting } from '../../http/acting';
import { Api } from '../../http/api';
import { keptObject } from '../../object-page/kept-object';
import { KeptEntryActions } from '../../settings/kept-list/kept-entry-actions';
import { keptList } from '../../settings/kept-list/kept-list-data';
import type { FormatLine } from '../format-page/format-line-form';
import { FormatLines } from '../format-page/format-lines';
import { FormatTypes } from '../format-types';

/** One entry of the library: every format begun from now on starts with what stands here. */
@Component({
  selector: 'rt-format-type-page',
  imports: [
    ErrorSummary,
    FormatLines,
    FormField,
    KeptEntryActions,
    PageHead,
    ProgressLine,
    SelectField,
    TextArea,
    TextField,
  ],
  templateUrl: './format-type-page.html',
  styles: `
    .page {
      display: grid;
      gap: calc(var(--rt-space) * 2.5);
      align-items: start;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 380px), 1fr));
    }
    h2 {
      margin-bottom: calc(var(--rt-space) * 1.5);
    }
  `,
})
export class FormatTypePage {
  readonly id = input.required<string>();

  private readonly api = inject(Api);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly library = inject(FormatTypes);
  protected readonly list = keptList<FormatTypeView>('/api/format-types');
  protected readonly meetingTypes = formatMeetingTypes.map((value) => ({
    value,
    label: formatMeetingTypeLabels[value],
  }));
  protected readonly kept = keptObject<FormatTypeView>(
    () => `/api/format-types/${this.id()}`,
    (type) => type.name,
  );
  protected readonly type = this.kept.view;
  private readonly act = acting();
  protected readonly saving = this.act.busy;
  protected readonly entry = requestForm(SaveFormatType);

  protected readonly phases = computed<FormatLine[]>(() =>
    (this.type()?.phases ?? []).map(({ title, minutes, note }) => ({ title, minutes, text: note })),
  );
  protected readonly agenda = computed<FormatLine[]>(() =>
    (this.type()?.agenda ?? []).map(({ title, minutes }) => ({ title, minutes, text: '' })),
  );
  protected readonly material = computed(() => asLines(this.type()?.material ?? []));
  protected readonly results = computed(() => asLines(this.type()?.resultsToCapture ?? []));

  constructor() {
    effect(() => {
      const type = this.type();
      if (!type) return;
      // What is being typed stays while a list beside it is saved.
      untracked(() => !this.entry.dirty() && this.entry.reset(asRequest(type)));
    });
  }

  protected readonly savePhases = (lines: readonly FormatLine[]): Promise<boolean> =>
    this.keep({ phases: lines.map(({ title, minutes, text }) => ({ title, minutes, note: text })) });
  protected readonly saveAgenda = (lines: readonly FormatLine[]): Promise<boolean> =>
    this.keep({ agenda: lines.map(({ title, minutes }) => ({ title, minutes })) });
  protected readonly saveMaterial = (lines: readonly FormatLine[]): Promise<boolean> =>
    this.keep({ material: lines.map(({ title }) => title) });
  protected readonly saveResults = (lines: readonly FormatLine[]): Promise<boolean> =>
    this.keep({ resultsToCapture: lines.map(({ title }) => title) });

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const type = this.type();
    if (!type) return;
    const done = await this.entry.submit(
      ({ name, description, groupSize, meetingType, invitationText }: SaveFormatType) =>
        this.send(type, { name, description, groupSize, meetingType, invitationText }),
    );
    if (done) this.toasts.say('Gespeichert. Formate, die schon begonnen haben, bleiben, wie sie sind.');
  }

  /** After the entry was set aside, taken up again or deleted. */
  protected leave(): void {
    this.library.reload();
    void this.router.navigate(['/beteiligung/formate/bibliothek']);
  }

  private async keep(changes: Partial<SaveFormatType>): Promise<boolean> {
    const type = this.type();
    if (!type || this.saving()) return false;
    const done = await this.act(() => this.send(type, changes));
    if (!done) this.kept.reload();
    return done;
  }

  private async send(type: FormatTypeView, changes: Partial<SaveFormatType>): Promise<void> {
    const request = { ...asRequest(type), ...changes };
    this.type.set(
      await this.api.change<FormatTypeView>(`/api/format-types/${type.id}`, type.version, request),
    );
    this.library.reload();
  }
}

function asLines(titles: readonly string[]): FormatLine[] {
  return titles.map((title) => ({ title, minutes: null, text: '' }));
}

function asRequest(type: FormatTypeView): SaveFormatType {
  const { name, description, groupSize, meetingType, phases, material, agenda } = type;
  const { invitationText, resultsToCapture } = type;
  return {
    name,
    description,
    groupSize,
    meetingType,
    phases,
    material,
    agenda,
    invitationText,
    resultsToCapture,
  };
}
