import { Component, computed, inject, output, signal } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  enteredChannels,
  feedbackChannelLabels,
  feedbackSourceLabels,
  feedbackSources,
  letterLimits,
} from '@runder-tisch/domain/feedback';
import { EnterLetter } from '@runder-tisch/domain/feedback/letters/letter-requests';
import { berlinDay } from '@runder-tisch/domain/time';
import {
  DateField,
  EntityPicker,
  ErrorSummary,
  SelectField,
  TextArea,
  TextField,
} from '@runder-tisch/ui/form';
import { SidePanel, Toasts } from '@runder-tisch/ui/overlay';
import { ScreenClock } from '@runder-tisch/ui/text';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { Lookups } from '../../lists/lookups';
import { ReferenceLists } from '../../reference-lists/reference-lists';

/** "Brief aufnehmen": the words of a letter and what all Hinweise out of it have in common. */
@Component({
  selector: 'rt-letter-form',
  imports: [DateField, EntityPicker, ErrorSummary, FormField, SelectField, SidePanel, TextArea, TextField],
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
        <div>
          <input
            #file
            type="file"
            hidden
            aria-label="Textdatei"
            accept=".txt,text/plain"
            (change)="read(file)"
          />
          <button type="button" class="rt-button" (click)="file.click()">Textdatei einlesen</button>
          @if (fileRefusal()) {
            <p class="rt-note rt-note-negative" role="alert">{{ fileRefusal() }}</p>
          }
        </div>
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
  protected readonly fileRefusal = signal('');

  /** Text of a file, whether it was written as UTF-8 or by an old Windows program. */
  protected async read(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    input.value = '';
    this.fileRefusal.set('');
    if (!file) return;
    const text = file.size > 4 * letterLimits.text ? null : words(await file.arrayBuffer());
    if (text === null || text.includes('\u0000') || text.length > letterLimits.text) {
      this.fileRefusal.set(
        'Diese Datei lässt sich nicht als Text lesen, oder sie ist zu lang. Bitte kopieren Sie den Text und fügen Sie ihn oben ein.',
      );
      return;
    }
    this.entry.model.update((model) => ({ ...model, text }));
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

function words(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
