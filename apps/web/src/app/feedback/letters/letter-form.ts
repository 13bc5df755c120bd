import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import {
  enteredChannels,
  feedbackChannelLabels,
  feedbackSourceLabels,
  feedbackSources,
  letterFileBytes,
  type LetterFileView,
} from '@runder-tisch/domain/feedback';
import { EnterLetter } from '@runder-tisch/domain/feedback/letters/letter-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import {
  DateField,
  EntityPicker,
  ErrorSummary,
  FileDrop,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { type FormModel, requestForm } from '../../forms';
import { Api } from '../../http/api';
import { asProblemError } from '../../http/problem-error';
import { Lookups } from '../../lists/lookups';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** "Brief aufnehmen": the words of a letter and what all Hinweise out of it have in common. */
@Component({
  selector: 'rt-letter-form',
  imports: [
    DateField,
    EntityPicker,
    ErrorSummary,
    FileDrop,
    FormField,
    SelectField,
    SidePanel,
    TextArea,
    TextField,
  ],
  template: `
    <rt-side-panel heading="Brief aufnehmen" [dirty]="entry.dirty()" (closed)="closed.emit()">
      <form class="rt-form" novalidate (submit)="save($event)">
        <rt-error-summary [entry]="entry" />
        <rt-text-field
          label="Worum geht es?"
          hint="Zum Beispiel: Stellungnahme zur Kita-Planung. Ohne Namen."
          [formField]="entry.fields.subject"
        />
        <rt-text-area
          label="Text des Briefes"
          hint="Fügen Sie ihn aus der Mail oder aus Word ein. Danach markieren Sie darin die Hinweise. Wer die Hinweise bearbeitet, liest auch den Brief; nach einem Jahr wird sein Text gelöscht."
          [rows]="12"
          [formField]="entry.fields.text"
        />
        <rt-file-drop
          compact
          prompt="Oder ziehen Sie den Brief als Datei hierher."
          accept=".docx,.eml,.txt,message/rfc822,text/plain"
          busyLabel="Wird gelesen …"
          [limit]="fileBytes"
          [busy]="reading()"
          [refusal]="fileRefusal()"
          (files)="read($event)"
        >
          Word (.docx), gespeicherte Mail (.eml) oder Text. Die Datei selbst wird nicht aufbewahrt.
        </rt-file-drop>
        <div role="status">
          @if (filled()) {
            <p class="rt-note">Der Text ist eingelesen. Bitte sehen Sie ihn durch. {{ attached() }}</p>
          }
        </div>
        @if (replaced(); as before) {
          <div>
            <button type="button" class="rt-button rt-small" (click)="takeBack(before)">
              Vorherigen Text zurückholen
            </button>
          </div>
        }
        <div class="rt-form-pair">
          <rt-select-field label="Von wem" [choices]="sources" [formField]="entry.fields.source" />
          <rt-select-field label="Wie kam er an?" [choices]="channels" [formField]="entry.fields.channel" />
        </div>
        <rt-entity-picker
          label="Organisation"
          placeholder="Wenn er für sie geschrieben ist"
          [lookup]="lookups.organisations"
          [formField]="entry.fields.organisationId"
        />
        <rt-entity-picker
          label="Person"
          hint="Nur wenn sie eine Antwort möchte. Ihr Name steht nie beim Text der Hinweise."
          [lookup]="people"
          [formField]="entry.fields.personId"
        />
        <rt-text-field
          label="In welcher Rolle?"
          hint="Zum Beispiel Vorstand oder Elternvertretung, kein Name."
          [formField]="entry.fields.speakerRole"
        />
        <rt-entity-picker label="Netzwerk" [lookup]="lookups.networks" [formField]="entry.fields.networkId" />
        <div class="rt-form-pair">
          <rt-select-field
            label="Gemeinde"
            placeholder="Keine bestimmte"
            [choices]="municipalities()"
            [formField]="entry.fields.municipalityId"
          />
          <rt-date-field label="Eingegangen am" [latest]="today()" [formField]="entry.fields.receivedOn" />
        </div>
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="entry.busy()">Aufnehmen und markieren</button>
          <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
        </div>
      </form>
    </rt-side-panel>
  `,
})
export class LetterForm {
  readonly closed = output<void>();
  readonly saved = output<string>();

  private readonly http = inject(HttpClient);
  private readonly api = inject(Api);
  private readonly toasts = inject(Toasts);
  private readonly clock = inject(ScreenClock);
  protected readonly lookups = inject(Lookups);
  protected readonly today = computed(() => berlinDay(this.clock.now()));
  protected readonly municipalities = inject(ReferenceLists).municipalityChoices();
  protected readonly sources = feedbackSources.map((value) => ({
    value,
    label: feedbackSourceLabels[value],
  }));
  protected readonly channels = enteredChannels.map((value) => ({
    value,
    label: feedbackChannelLabels[value],
  }));
  // As with a single Hinweis: what nobody has checked does not stay on the device.
  protected readonly entry = requestForm(EnterLetter, {}, { secret: true });
  protected readonly people = (words: string) =>
    this.lookups.people(words, this.entry.model().organisationId);
  protected readonly fileBytes = letterFileBytes;
  protected readonly fileRefusal = signal<string | null>(null);
  protected readonly reading = signal(false);
  protected readonly attached = signal('');
  protected readonly filled = signal(false);
  /** What stood in the fields before a file filled them. */
  protected readonly replaced = signal<FormModel<EnterLetter> | null>(null);

  /** The words of a file come into the fields, where somebody reads them before the letter is taken in. */
  protected async read([file]: readonly File[]): Promise<void> {
    if (!file) return;
    this.forget();
    this.reading.set(true);
    try {
      const headers = { 'Content-Type': 'application/octet-stream' };
      const url = '/api/incoming-letters/read';
      this.fill(await firstValueFrom(this.http.post<LetterFileView>(url, file, { headers })));
    } catch (failed) {
      this.fileRefusal.set(asProblemError(failed).says);
    } finally {
      this.reading.set(false);
    }
  }

  /** What somebody has typed as subject or day stays; the text is replaced and can be had back. */
  private fill({ text, subject, receivedOn, attached }: LetterFileView): void {
    const before = this.entry.model();
    this.entry.model.set({
      ...before,
      text,
      subject: before.subject || subject,
      receivedOn: before.receivedOn || (receivedOn ?? ''),
    });
    if (attached.length > 0)
      this.attached.set(
        `Nicht gelesen wurde, was an der Mail hing: ${attached.join(', ')}. Steht der Brief dort, speichern Sie die Datei und ziehen Sie sie hierher.`,
      );
    this.replaced.set(before.text.trim() ? before : null);
    this.filled.set(true);
  }

  /** Not by the line that says what happened: it lies below the panel while that is open. */
  protected takeBack(before: FormModel<EnterLetter>): void {
    this.forget();
    this.entry.model.set(before);
  }

  private forget(): void {
    this.fileRefusal.set(null);
    this.attached.set('');
    this.filled.set(false);
    this.replaced.set(null);
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    let id = '';
    const done = await this.entry.submit(async (request) => {
      ({ id } = await this.api.create('/api/incoming-letters', request, this.entry.intent()));
    });
    if (!done) return;
    this.toasts.say('Der Brief ist aufgenommen. Markieren Sie jetzt die Hinweise darin.');
    this.saved.emit(id);
  }
}
