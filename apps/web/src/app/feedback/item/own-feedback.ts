import { Component, computed, input } from '@angular/core';
import {
  decisionIsTold,
  decisionSentence,
  feedbackVoiceLabels,
  type OwnFeedbackView,
  stateSentence,
} from '@runder-tisch/domain/feedback';
import { outcomeHeading } from '@runder-tisch/domain/outcomes';
import { BerlinDatePipe } from '@runder-tisch/ui/text';

/** For whoever gave it: where it stands, in plain words. */
@Component({
  selector: 'rt-own-feedback',
  imports: [BerlinDatePipe],
  template: `
    <h2 tabindex="-1" data-page-title class="rt-number">{{ item().number }}</h2>
    <p class="rt-quiet">
      Eingegangen am {{ item().receivedAt | berlinDate: 'short' }}
      @if (voice(); as words) {
        · {{ words }}
      }
    </p>
    <p class="state">{{ sentence() }}</p>
    @if (item().text !== null) {
      <blockquote class="rt-lines">{{ item().text }}</blockquote>
    }
    @if (decision(); as words) {
      <h3>Was entschieden wurde</h3>
      <p>
        <strong>{{ words }}</strong>
      </p>
      <p class="rt-lines">{{ item().reason }}</p>
    }
    @if (item().answer) {
      <h3>Antwort</h3>
      <p class="rt-lines">{{ item().answer }}</p>
    }
    @if (outcomes(); as steps) {
      <h3>Was daraus wurde</h3>
      <ol class="outcomes">
        @for (step of steps; track step.heading) {
          <li>
            <strong>{{ step.heading }}</strong>
            <p class="rt-lines">{{ step.text }}</p>
            @for (sentence of step.said; track $index) {
              <p class="rt-lines">{{ sentence }}</p>
            }
          </li>
        }
      </ol>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 12px;
    }
    .state {
      font-size: 1.1rem;
      font-weight: 600;
    }
    blockquote {
      margin: 0;
      padding: 2px 0 2px 18px;
      border-left: 4px solid var(--rt-accent);
      max-width: 68ch;
    }
    h3 {
      margin-top: 8px;
    }
    .outcomes {
      display: grid;
      gap: 12px;
      margin: 0;
      padding: 0;
      max-width: 68ch;
      list-style: none;
    }
    .outcomes li {
      display: grid;
      gap: 2px;
      padding-left: 18px;
      border-left: 4px solid var(--rt-line);
    }
  `,
})
export class OwnFeedback {
  readonly item = input.required<OwnFeedbackView>();
  protected readonly sentence = computed(() => stateSentence(this.item().state));
  protected readonly voice = computed(() => {
    const { voice, organisation } = this.item();
    if (voice === 'ORGANISATION' && organisation) return `im Namen von ${organisation.name}`;
    return voice ? feedbackVoiceLabels[voice] : null;
  });
  protected readonly outcomes = computed(() => {
    const { outcomes } = this.item();
    if (outcomes.length === 0) return null;
    return outcomes.map((step) => ({ ...step, heading: outcomeHeading(step, outcomes) }));
  });
  protected readonly decision = computed(() => {
    const { decision, forwardedTo, state } = this.item();
    return decision && decisionIsTold(state) ? decisionSentence(decision, forwardedTo) : null;
  });
}
