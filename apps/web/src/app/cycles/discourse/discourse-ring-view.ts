import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type DiscourseCounts,
  discourseListPaths,
  type DiscourseState,
  discourseStateLabels,
  discourseStations,
} from '@runder-tisch/domain/cycles';
import { discourseRing, ringPlaces } from '@runder-tisch/drawing/discourse-ring';
import { SceneView } from '@runder-tisch/ui/drawing/scene-view';

/** The ring of a round with its counts; each station opens what it counts. */
@Component({
  selector: 'rt-discourse-ring',
  imports: [RouterLink, SceneView],
  template: `
    <rt-scene [scene]="scene()" [twin]="false" />
    <nav [attr.aria-label]="scene().title">
      @for (link of links(); track link.key) {
        <a
          [routerLink]="link.to"
          [fragment]="link.fragment"
          [style.left.%]="link.place.left * 100"
          [style.top.%]="link.place.top * 100"
          [style.width.%]="link.place.width * 100"
          [style.height.%]="link.place.height * 100"
          ><span class="rt-unseen">{{ link.label }}: {{ link.says }}</span></a
        >
      }
    </nav>
  `,
  styles: `
    :host {
      display: block;
      position: relative;
      max-width: 27rem;
      margin: 0 auto;
    }
    a {
      position: absolute;
      border-radius: var(--rt-radius);
    }
    a:hover {
      outline: 2px solid var(--rt-accent);
    }
  `,
})
export class DiscourseRingView {
  readonly round = input.required<{ id: string; number: number; title: string; state: DiscourseState }>();
  readonly counts = input.required<DiscourseCounts>();
  readonly reflected = input.required<boolean>();

  private readonly stations = computed(() => discourseStations(this.counts(), this.reflected()));
  protected readonly scene = computed(() => {
    const { number, title, state } = this.round();
    return discourseRing(this.stations(), {
      title: `${number}. Diskursrunde: ${title}`,
      middle: [`${number}. Runde`, discourseStateLabels[state]],
    });
  });
  protected readonly links = computed(() => {
    const page = ['/planung/diskurs', this.round().id];
    const places = ringPlaces(this.stations().length);
    return this.stations().flatMap(({ key, label, says, list }, index) => {
      const place = places[index];
      if (!place) return [];
      const to = list ? [...page, discourseListPaths[list]] : page;
      return [{ key, label, says, place, to, fragment: list ? undefined : 'reflexion' }];
    });
  });
}
