import { NgComponentOutlet } from '@angular/common';
import { Component, input, resource } from '@angular/core';
import type { ContributedBlock } from '../contribution';

/** One block of an area on the right, loaded with its code. */
@Component({
  selector: 'rt-block',
  imports: [NgComponentOutlet],
  template: `<ng-container *ngComponentOutlet="component.value() ?? null" />`,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class Block {
  readonly of = input.required<ContributedBlock>();
  protected readonly component = resource({
    params: () => this.of(),
    loader: ({ params }) => params.loadComponent(),
  });
}
