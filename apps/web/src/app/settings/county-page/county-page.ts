import { Component } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import { CheckboxField, ErrorSummary, NumberField, SelectField, TextField } from '@runder-tisch/ui/form';
import { PageHead, ProgressLine } from '@runder-tisch/ui/layout';
import { addDays, weekdayName } from '@runder-tisch/domain/time';
import { settingsForm } from '../settings-form';
import { LogoCard } from './logo-card';
import { MailTrialCard } from './mail-trial-card';

const A_MONDAY = '2026-01-05';

/** How the county is called, what it looks like and as whom it writes. */
@Component({
  selector: 'rt-county-page',
  imports: [
    CheckboxField,
    ErrorSummary,
    FormField,
    LogoCard,
    MailTrialCard,
    NumberField,
    PageHead,
    ProgressLine,
    SelectField,
    TextField,
  ],
  template: `
    <rt-progress-line [busy]="settings.loading()" />
    <rt-page-head
      heading="Landkreis und Absender"
      [back]="{ label: 'Einstellungen', link: '/einstellungen' }"
    />
    @if (settings.problem(); as problem) {
      <p class="rt-note rt-note-negative" role="alert">{{ problem.says }}</p>
    }
    @if (settings.view(); as view) {
      <div class="rt-columns">
        <form class="rt-card rt-form" novalidate (submit)="settings.save($event)">
          <rt-error-summary [entry]="settings.entry" />
          <rt-text-field
            label="Name des Landkreises"
            hint="Steht auf jeder Seite und in jeder Mail."
            autocomplete="organization"
            [formField]="settings.entry.fields.countyName"
          />
          <rt-text-field
            label="Kreisschlüssel"
            hint="Fünf Ziffern, unter denen die Statistik den Landkreis führt. Bleibt das Feld leer, folgt er aus den Gemeinden."
            [formField]="settings.entry.fields.countyKey"
          />
          <rt-text-field
            label="Absender, wie Empfänger:innen ihn lesen"
            hint="Zum Beispiel „Sozialplanung Landkreis Anhalt-Bitterfeld“."
            [formField]="settings.entry.fields.senderName"
          />
          <rt-text-field
            label="Adresse des Absenders"
            type="email"
            hint="Ihr Mailserver muss in ihrem Namen senden dürfen."
            [formField]="settings.entry.fields.senderAddress"
          />
          <rt-text-field
            label="Antworten gehen an"
            type="email"
            hint="Ein Postfach, das Menschen lesen. Antworten aus Kalendern kommen auch dorthin, solange kein eigener Posteingang eingerichtet ist."
            [formField]="settings.entry.fields.replyAddress"
          />
          <rt-checkbox-field
            label="Organisationen dürfen sich selbst anmelden"
            hint="Auf der öffentlichen Seite „Mitmachen“. Ob jemand wirklich für eine Organisation spricht, prüfen immer Sie."
            [formField]="settings.entry.fields.registrationOpen"
          />
          <rt-checkbox-field
            label="Antworten auf Hinweise und Zahlen gibt eine zweite Person frei"
            hint="Wer eine Antwort oder einen Ergebnisbrief schreibt, legt sie vor; eine andere Person liest und gibt frei. Wer allein ist, kann auch allein freigeben und sagt das ausdrücklich: Es steht dann im Büro an der Antwort. Eine Freigabe von Zahlen braucht immer eine zweite Person, denn was einmal öffentlich war, bleibt bekannt."
            [formField]="settings.entry.fields.fourEyes"
          />
          <rt-checkbox-field
            label="Wochenmail verschicken"
            hint="Einmal in der Woche, was für die einzelne Person neu ist: in ihren Netzwerken, Gremien und gemerkten Handlungsfeldern und was bei ihr ansteht. Wo nichts neu ist, kommt keine Mail; jede Person kann einzelne Themen oder alles stumm schalten."
            [formField]="settings.entry.fields.weeklyDigest"
          />
          @if (settings.entry.model().weeklyDigest) {
            <div class="when">
              <rt-select-field
                label="Wochentag"
                [required]="true"
                [choices]="weekdays"
                [value]="'' + settings.entry.model().digestWeekday"
                (valueChange)="settings.entry.fields.digestWeekday().value.set(+$event)"
              />
              <rt-select-field
                label="Uhrzeit"
                [required]="true"
                [choices]="hours"
                [value]="'' + settings.entry.model().digestHour"
                (valueChange)="settings.entry.fields.digestHour().value.set(+$event)"
              />
            </div>
          }
          <rt-number-field
            label="Länge eines Planungszyklus"
            unit="Jahre"
            hint="Mit dieser Länge wird ein neuer Zyklus vorgeschlagen."
            [formField]="settings.entry.fields.cycleYears"
          />
          <fieldset class="rt-form">
            <legend>Mails zu Aufgaben</legend>
            <rt-number-field
              label="Erinnern vor der Frist"
              unit="Tage"
              hint="Eine Mail an alle, die Runder Tisch nicht benutzen, höchstens eine am Tag. 0 heißt: nie."
              [formField]="settings.entry.fields.taskRemindDays"
            />
            <rt-number-field
              label="Überfällig auf „Heute“ der Koordination"
              unit="Tage nach der Frist"
              [formField]="settings.entry.fields.taskOverdueDays"
            />
            <rt-number-field
              label="Mail an die Koordination"
              unit="Tage danach"
              hint="Für Aufgaben ihrer Netzwerke, die so lange liegen geblieben sind. 0 heißt: nie."
              [formField]="settings.entry.fields.taskEscalateDays"
            />
          </fieldset>
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="settings.entry.busy()">Speichern</button>
          </div>
        </form>
        <div class="rt-stack">
          <rt-logo-card [logo]="view.logo" (changed)="settings.show($event)" />
          <rt-mail-trial-card />
        </div>
      </div>
    }
  `,
  styles: `
    .when {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));
      gap: 16px;
    }
  `,
})
export class CountyPage {
  protected readonly settings = settingsForm();
  protected readonly weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({
    value: String(day),
    label: weekdayName(addDays(A_MONDAY, day - 1)),
  }));
  protected readonly hours = Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${hour} Uhr`,
  }));
}
