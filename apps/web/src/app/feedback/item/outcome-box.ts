import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { feedbackDecisionLabels, type StaffFeedbackView } from '@runder-tisch/domain/feedback';
import { BerlinDatePipe } from '@runder-tisch/ui/text';

/** What was decided and answered, and how the sender heard of it. */
@Component({
  selector: 'rt-outcome-box',
  imports: [BerlinDatePipe, RouterLink],
  template: `
    <dl class="rt-facts">
      @if (item().decision; as decision) {
        <dt>Entscheidung</dt>
        <dd>
          <strong>{{ labels[decision] }}</strong>
          @if (item().forwardedTo) {
            an {{ item().forwardedTo }}
          }
          <span class="rt-cell-note"
            >{{ item().decidedBy }}, {{ item().decidedAt | berlinDate: 'short' }}</span
          >
        </dd>
      }
      @if (item().reason) {
        <dt>Begründung</dt>
        <dd class="rt-lines">{{ item().reason }}</dd>
      }
      @if (item().answer) {
        <dt>Antwort</dt>
        <dd>
          <span class="rt-lines">{{ item().answer }}</span>
          <span class="rt-cell-note">
            {{ item().answeredAt | berlinDate: 'short' }}
            @switch (item().mail?.purpose === 'feedback-answer' ? item().mail?.state : null) {
              @case ('SENT') {
                · als Mail gesendet
              }
              @case ('REFUSED') {
                · die Mail kam nicht an: {{ item().mail?.reason }}
              }
              @case ('HELD') {
                · Mail im Postausgang
              }
              @case ('QUEUED') {
                · Mail geht gleich hinaus
              }
            }
          </span>
          @if (item().release; as release) {
            <span class="rt-cell-note">
              @if (release.alone) {
                allein freigegeben von {{ release.releasedBy }}
              } @else {
                geschrieben von {{ release.draftedBy }}, freigegeben von {{ release.releasedBy }}
              }
            </span>
          }
          @if (item().answeredWith.length) {
            <span class="rt-cell-note">
              gemeinsam mit
              @for (other of item().answeredWith; track other.id; let last = $last) {
                <a [routerLink]="['/hinweise', other.id]" queryParamsHandling="merge">{{ other.name }}</a>{{
                  last ? '' : ', '
                }}
              }
            </span>
          }
        </dd>
      }
      @if (item().returnMessage; as letter) {
        <dt>Ergebnisbrief</dt>
        <dd>
          <a [routerLink]="['/beteiligung/ergebnisbriefe', letter.id]">{{ letter.name }}</a>
        </dd>
      }
    </dl>
  `,
  styles: `
    :host {
      display: block;
      padding-top: 16px;
      border-top: 1px solid var(--rt-line);
    }
  `,
})
export class OutcomeBox {
  readonly item = input.required<StaffFeedbackView>();
  protected readonly labels = feedbackDecisionLabels;
}
