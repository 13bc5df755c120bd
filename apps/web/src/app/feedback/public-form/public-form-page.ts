import { Component } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { defaultVoicesIntro } from '@runder-tisch/domain/feedback';
import { CheckboxField, ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { settingsForm } from '../../settings/settings-form';

/** The public form: open or closed, and what stands above it. */
@Component({
  selector: 'rt-public-form-page',
  imports: [CheckboxField, ErrorSummary, FormField, PageHead, ProgressLine, TextArea],
  template: `
    <rt-progress-line [busy]="settings.loading()" />
    <rt-page-head heading="Mitreden" [back]="{ label: 'Einstellungen', link: '/einstellungen' }">
      <span subline>Das öffentliche Formular für Hinweise ohne Konto und ohne Namen.</span>
    </rt-page-head>
    @if (settings.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @if (settings.view()) {
      <form class="rt-card rt-form" novalidate (submit)="settings.save($event)">
        <rt-error-summary [entry]="settings.entry" />
        <rt-checkbox-field
          label="Das Formular ist offen"
          hint="Geschlossen nennt die Seite nur Ihre Antwortadresse. Der Stand schon gegebener Hinweise bleibt lesbar."
          [formField]="settings.entry.fields.voicesOpen"
        />
        <rt-text-area
          label="Einleitung"
          hint="Steht über dem Formular. Ist sie leer, steht dort unser Vorschlag."
          [rows]="6"
          [formField]="settings.entry.fields.voicesIntro"
        />
        <p class="rt-row rt-small">
          <a href="/mitreden" target="_blank" rel="noopener">Seite ansehen</a>
          <a href="/ergebnisse" target="_blank" rel="noopener">„Was daraus wurde“ ansehen</a>
          @if (settings.entry.model().voicesIntro === '') {
            <button type="button" class="rt-button rt-plain" (click)="propose()">
              Unseren Vorschlag einsetzen
            </button>
          }
        </p>
        <p class="rt-note">
          Vor automatischen Einsendungen schützt die Seite sich selbst, ohne Cookies und ohne fremde Dienste.
          Jeder Hinweis wird erst geprüft, bevor ihn jemand weiterverwendet.
        </p>
        <div class="rt-form-actions">
          <button class="rt-button rt-primary" [disabled]="settings.entry.busy()">Speichern</button>
        </div>
      </form>
    }
  `,
  styles: `
    form {
      max-width: 760px;
    }
  `,
})
export class PublicFormPage {
  protected readonly settings = settingsForm();

  protected propose(): void {
    this.settings.entry.model.update((model) => ({ ...model, voicesIntro: defaultVoicesIntro }));
  }
}
