import { NgComponentOutlet } from '@angular/common';
import { Component, input, resource } from '@angular/core';
import type { ContributedBlock } from '../contribution';

/**
 * One block of an area on the right, loaded with its code. What fills the screen is `tall`: until it is there it keeps the
 * room, so that what stands below it is not taken for being in view.
 */
@Component({
  selector: 'rt-block',
  imports: [NgComponentOutlet],
  template: `
    <ng-container *ngComponentOutlet="component.value() ?? null; inputs: about()" />
    @if (tall() && component.isLoading()) {
      <div class="rt-tall"></div>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .rt-tall {
      min-height: 100vh;
    }
  `,
})
export class Block {
  readonly of = input.required<ContributedBlock>();
  readonly tall = input(false);
  /** For a place that stands on pages of several kinds. */
  readonly about = input<{ kind: string; id: string }>();
  protected readonly component = resource({
    params: () => this.of(),
    loader: ({ params }) => params.loadComponent(),
  });
}
