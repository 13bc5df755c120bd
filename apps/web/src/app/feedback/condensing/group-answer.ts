import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { FormField } from '@angular/forms/signals';
import {
  feedbackDecisionLabels,
  feedbackDecisions,
  type GroupAnsweredView,
  type GroupedFeedbackView,
  type GroupView,
  needsReason,
} from '@runder-tisch/domain/feedback';
import { AnswerGroup } from '@runder-tisch/domain/feedback/condensing/condensing-requests';
import { isOnlyTextBlocks } from '@runder-tisch/domain/settings';
import { counted } from '@runder-tisch/domain/text';
import { CheckboxField, ErrorSummary, RadioField, TextArea, TextField } from '@runder-tisch/ui/form';
import { Confirm, SidePanel } from '@runder-tisch/ui/overlay';
import { requestForm } from '../../forms';
import { Api } from '../../http/api';
import { TextBlockPicker } from '../../settings/text-blocks/text-block-picker';
import { TextBlocks, withBlock } from '../../settings/text-blocks/text-blocks';
import { decisionRules } from '../item/decision-rules';

/** One answer to many: each sender reads it beside their own words. */
@Component({
  selector: 'rt-group-answer',
  imports: [
    CheckboxField,
    ErrorSummary,
    FormField,
    RadioField,
    SidePanel,
    TextArea,
    TextBlockPicker,
    TextField,
  ],
  template: `
    <rt-side-panel heading="Gemeinsam beantworten" [dirty]="entry.dirty()" (closed)="closed.emit()">
      @if (items().length) {
        <form class="rt-form" novalidate (submit)="answer($event)">
          <rt-error-summary [entry]="entry" />
          <p class="rt-note" [class.rt-note-warning]="left()">
            {{ reach() }} {{ undecided() }} {{ left() ? leftOut() : '' }}
          </p>
          <rt-radio-field label="Was wird daraus?" [choices]="choices" [formField]="entry.fields.decision" />
          @if (entry.model().decision === 'OUT_OF_SCOPE') {
            <rt-text-field label="Weitergeleitet an" [formField]="entry.fields.forwardedTo" />
          }
          <rt-text-area
            [label]="reasonNeeded() ? 'Begründung (nötig)' : 'Begründung'"
            [rows]="2"
            [formField]="entry.fields.reason"
          />
          <rt-text-block-picker category="ANSWER" (picked)="add($event)" />
          <rt-text-area label="Antworttext" [rows]="6" [formField]="entry.fields.answer" />
          @if (onlyBlocks()) {
            <p class="rt-note rt-note-warning" role="status">
              Darunter sind kritische Hinweise, und die Antwort besteht nur aus Textbausteinen. Gehen Sie
              bitte auf das Gesagte ein, bevor Sie sie senden.
            </p>
          }
          <rt-checkbox-field
            label="Als Mail senden"
            hint="An alle mit Mailadresse, jeder Brief mit dem eigenen Hinweis. Eine Minute lang lässt sich alles zurücknehmen."
            [formField]="entry.fields.notify"
          />
          @if (group().fourEyes) {
            <p class="rt-quiet rt-small">
              Eine zweite Person gibt die Antwort frei, danach geht sie an alle. Wer allein ist, kann sie
              allein freigeben; das steht dann im Büro an der Antwort.
            </p>
          }
          <div class="rt-form-actions">
            <button class="rt-button rt-primary" [disabled]="entry.busy()">{{ verb() }}</button>
            @if (group().fourEyes) {
              <button type="button" class="rt-button" [disabled]="entry.busy()" (click)="answerAlone()">
                Allein freigeben
              </button>
            }
            <button type="button" class="rt-button" (click)="closed.emit()">Abbrechen</button>
          </div>
        </form>
      } @else {
        <p class="rt-note rt-note-warning">
          Beantworten lässt sich, was einem Handlungsfeld zugeordnet und noch nicht beantwortet ist. Hier ist
          nichts davon dabei.
        </p>
      }
    </rt-side-panel>
  `,
})
export class GroupAnswer {
  readonly group = input.required<GroupView>();
  /** Those of the group that can be answered now. */
  readonly items = input.required<readonly GroupedFeedbackView[]>();
  /** How many cannot. */
  readonly left = input.required<number>();
  readonly closed = output<void>();
  readonly answered = output<GroupAnsweredView>();
  /** It waits for somebody to release it. */
  readonly drafted = output<GroupView>();

  private readonly api = inject(Api);
  private readonly confirm = inject(Confirm);
  protected readonly choices = feedbackDecisions.map((value) => ({
    value,
    label: feedbackDecisionLabels[value],
  }));
  protected readonly entry = requestForm(
    AnswerGroup,
    {},
    { rules: decisionRules, about: () => this.group().id },
  );
  protected readonly reasonNeeded = computed(() => {
    const decision = feedbackDecisions.find((it) => it === this.entry.model().decision);
    return decision !== undefined && needsReason(decision);
  });
  private readonly all = computed(() =>
    this.items().reduce((sum, { counted: others }) => sum + 1 + others, 0),
  );
  protected readonly verb = computed(
    () =>
      `${this.group().fourEyes ? 'Antwort vorlegen für ' : ''}${counted(this.all(), 'Hinweis', 'Hinweise')}${this.group().fourEyes ? '' : ' beantworten'}`,
  );

  private readonly blocks = inject(TextBlocks);
  protected readonly onlyBlocks = computed(
    () =>
      this.items().some(({ sentiment }) => sentiment === 'NEGATIVE') &&
      isOnlyTextBlocks(
        this.entry.model().answer,
        this.blocks.of('ANSWER').map(({ text }) => text),
      ),
  );

  constructor() {
    effect(() => {
      const items = this.items().map(({ id, version }) => ({ id, version }));
      const decided = this.items().find(({ decision }) => decision !== null);
      const begin: Partial<AnswerGroup> = decided
        ? { decision: decided.decision ?? '', reason: decided.reason, forwardedTo: decided.forwardedTo }
        : {};
      untracked(() => this.entry.reset({ ...begin, items }));
    });
  }

  protected reach(): string {
    const reached = this.items().filter(({ senderReachable }) => senderReachable).length;
    const said = counted(this.items().length, 'Hinweis bekommt', 'Hinweise bekommen');
    return `${said} diese Antwort; ${reached === 0 ? 'niemand davon ist' : `${reached} davon ${reached === 1 ? 'ist' : 'sind'}`} per Mail erreichbar.`;
  }

  /** What the answer decides along with it. */
  protected undecided(): string {
    const count = this.items().filter(({ decision }) => decision === null).length;
    if (count === 0) return '';
    return count === 1
      ? 'Über den einen, der noch nicht entschieden ist, wird dabei so entschieden wie hier.'
      : `Über die ${count}, die noch nicht entschieden sind, wird dabei so entschieden wie hier.`;
  }

  protected leftOut(): string {
    return `${counted(this.left(), 'Hinweis bleibt', 'Hinweise bleiben')} außen vor: schon beantwortet, zur Freigabe vorgelegt oder noch ohne Handlungsfeld.`;
  }

  protected add(text: string): void {
    const field = this.entry.fields.answer();
    field.value.set(withBlock(field.value(), text));
    field.markAsDirty();
  }

  /** Sent at once, or laid before somebody else where two are to read it. */
  protected async answer(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.group().fourEyes) return this.send(false);
    await this.entry.submit(async (request) => {
      this.drafted.emit(
        await this.api.act<GroupView>(`/api/feedback-groups/${this.group().id}/draft`, null, request),
      );
    });
  }

  protected async answerAlone(): Promise<void> {
    const answer = await this.confirm.ask({
      heading: 'Allein freigeben?',
      text: 'Niemand sonst hat diese Antwort gelesen. Im Büro steht an ihr, dass Sie sie allein freigegeben haben.',
      action: 'Allein freigeben',
    });
    if (answer) await this.send(true);
  }

  private async send(alone: boolean): Promise<void> {
    await this.entry.submit(async (request) => {
      this.answered.emit(
        await this.api.create<GroupAnsweredView>(
          `/api/feedback-groups/${this.group().id}/answer`,
          { ...request, alone },
          this.entry.intent(),
        ),
      );
    });
  }
}
