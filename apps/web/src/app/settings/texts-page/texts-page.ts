import { Component } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { defaultAccessibilityText, defaultImprint, defaultPrivacyText } from '@runder-tisch/domain/settings';
import { ErrorSummary, TextArea } from '@runder-tisch/ui/form';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { settingsForm } from '../settings-form';

/** The three pages the law asks for, as plain text. */
@Component({
  selector: 'rt-texts-page',
  imports: [ErrorSummary, FormField, PageHead, ProgressLine, TextArea],
  template: `
    <rt-progress-line [busy]="settings.loading()" />
    <rt-page-head heading="Impressum und Texte" [back]="{ label: 'Einstellungen', link: '/einstellungen' }">
      <span subline>Erreichbar von jeder Seite, auch von denen hinter den Links in Mails.</span>
    </rt-page-head>
    @if (settings.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @if (settings.view()) {
      <div class="rt-columns">
        <form class="rt-card rt-form" novalidate (submit)="settings.save($event)">
          <rt-error-summary [entry]="settings.entry" />
          @for (text of texts; track text.name) {
            <div class="text">
              <rt-text-area [label]="text.label" [rows]="12" [formField]="settings.entry.fields[text.name]" />
              <p class="rt-row rt-small">
                <a [href]="text.path" target="_blank" rel="noopener">Seite ansehen</a>
                @if (settings.entry.model()[text.name] === '') {
                  <button type="button" class="rt-button rt-plain" (click)="propose(text)">
                    Unseren Vorschlag einsetzen
                  </button>
                }
              </p>
            </div>
          }
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="settings.entry.busy()">Speichern</button>
          </div>
        </form>
        <aside class="rt-card" aria-labelledby="rt-texts-help">
          <h2 id="rt-texts-help">So schreiben Sie</h2>
          <dl class="rt-facts rt-facts-stacked">
            <dt>Überschrift</dt>
            <dd><code>## Kontakt</code></dd>
            <dt>Punkt einer Liste</dt>
            <dd><code>- erster Punkt</code></dd>
            <dt>Neuer Absatz</dt>
            <dd>eine leere Zeile</dd>
            <dt>Name des Landkreises</dt>
            <dd>
              <code>{{ '{Landkreis}' }}</code>
            </dd>
            <dt>Ihre Antwortadresse</dt>
            <dd>
              <code>{{ '{Antwortadresse}' }}</code>
            </dd>
          </dl>
          <p class="rt-quiet rt-small after">
            Web- und Mailadressen werden von selbst zu Links. Ist ein Text leer, steht auf der Seite unser
            Vorschlag.
          </p>
        </aside>
      </div>
    }
  `,
  styles: `
    .text {
      display: grid;
      gap: 6px;
    }
    .after {
      margin-top: 16px;
    }
  `,
})
export class TextsPage {
  protected readonly settings = settingsForm();
  protected readonly texts = [
    { name: 'imprint', label: 'Impressum', path: '/impressum', proposal: defaultImprint },
    { name: 'privacyText', label: 'Datenschutz', path: '/datenschutz', proposal: defaultPrivacyText },
    {
      name: 'accessibilityText',
      label: 'Erklärung zur Barrierefreiheit',
      path: '/barrierefreiheit',
      proposal: defaultAccessibilityText,
    },
  ] as const;

  protected propose(text: (typeof this.texts)[number]): void {
    this.settings.entry.model.update((model) => ({ ...model, [text.name]: text.proposal }));
  }
}
