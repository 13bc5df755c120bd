import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type BriefingProjects, decisionWords } from '@runder-tisch/domain/briefing';
import { priorityStateLabels } from '@runder-tisch/domain/findings';
import { measureStatusLabels } from '@runder-tisch/domain/measures';
import { verdictLabels } from '@runder-tisch/domain/measures/evaluation';
import { shortened, wholeNumber } from '@runder-tisch/domain/text';
import { NumberedText } from '@runder-tisch/ui/text';
import { MeasureStatusBadge } from '../measures/measure-badges';

/** What is being done, what waits for a decision, and what became of the last ones. */
@Component({
  selector: 'rt-projects-card',
  imports: [MeasureStatusBadge, NumberedText, RouterLink],
  templateUrl: './projects-card.html',
  styleUrl: './cards.scss',
})
export class ProjectsCard {
  readonly of = input.required<BriefingProjects>();
  readonly fieldId = input.required<string>();
  protected readonly statuses = measureStatusLabels;
  protected readonly verdicts = verdictLabels;
  protected readonly priorityStates = priorityStateLabels;
  protected readonly number = wholeNumber;
  protected readonly made = decisionWords;

  protected short(text: string): string {
    return shortened(text, 120);
  }
}
