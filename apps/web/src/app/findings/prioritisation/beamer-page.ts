import { Component, computed, DestroyRef, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type BeamerView, pointsInWords, votersInWords } from '@runder-tisch/domain/findings/prioritisation';
import { formatDateTime } from '@runder-tisch/domain/time';
import { pointsBars } from '@runder-tisch/drawing/points-bars';
import { onPhone } from '@runder-tisch/ui/drawing/on-phone';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';
import { keptObject } from '../../object-page/kept-object';
import { givenInWords } from './prioritisation-tone';

const ASKED_EVERY_MS = 3000;

/** Made for the wall: the question, where to take part, how many have, and in the end the result. */
@Component({
  selector: 'rt-beamer-page',
  imports: [RouterLink, SceneView],
  templateUrl: './beamer-page.html',
  styleUrl: './beamer-page.scss',
})
export class BeamerPage {
  readonly id = input.required<string>();

  protected readonly kept = keptObject<BeamerView>(
    () => `/api/prioritisations/${this.id()}/beamer`,
    (it) => it.question,
  );
  protected readonly shown = this.kept.view;
  protected readonly points = pointsInWords;
  protected readonly voters = votersInWords;
  protected readonly given = givenInWords;
  protected readonly when = formatDateTime;
  private readonly phone = onPhone();
  protected readonly scene = computed(() => {
    const result = this.shown()?.result;
    return result
      ? pointsBars(result.options, this.phone() ? { width: 330, letters: 17 } : { width: 900, letters: 26 })
      : null;
  });

  constructor() {
    const timer = setInterval(() => {
      if (this.shown()?.state !== 'CLOSED' && this.shown()?.state !== 'CANCELLED') this.kept.reload();
    }, ASKED_EVERY_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  protected perPerson({ pointsPerPerson, mostPerOption }: BeamerView): string {
    const most = mostPerOption === null ? '' : `, höchstens ${mostPerOption} je Zeile`;
    return `Jede Person hat ${pointsInWords(pointsPerPerson)}${most}.`;
  }

  protected boxOf(size: number): string {
    return `0 0 ${size} ${size}`;
  }
}
