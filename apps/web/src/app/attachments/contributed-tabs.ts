import { Component, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { map } from 'rxjs';
import { AttachmentsBox } from './attachments-box';

/** The id in the address of the page whose tab this is. */
function idOfPage(): Signal<string> {
  let route: ActivatedRoute | null = inject(ActivatedRoute);
  while (route && !route.snapshot.paramMap.has('id')) route = route.parent;
  if (!route) throw new Error('A tab of Unterlagen stands below a page with an id.');
  return toSignal(route.paramMap.pipe(map((params) => params.get('id') ?? '')), { requireSync: true });
}

@Component({
  selector: 'rt-network-attachments',
  imports: [AttachmentsBox],
  template: `<section class="rt-card" aria-label="Unterlagen">
    <rt-attachments kind="network" [objectId]="id()" />
  </section>`,
})
export class NetworkAttachments {
  protected readonly id = idOfPage();
}

@Component({
  selector: 'rt-format-attachments',
  imports: [AttachmentsBox],
  template: `<section class="rt-card" aria-label="Unterlagen">
    <rt-attachments kind="format" [objectId]="id()" />
  </section>`,
})
export class FormatAttachments {
  protected readonly id = idOfPage();
}
