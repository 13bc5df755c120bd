import { Component, inject } from '@angular/core';
import { AttachmentUploads } from './attachment-uploads';

/** What is on its way up, and what became of it. */
@Component({
  selector: 'rt-upload-list',
  template: `
    <ul class="uploads rt-unprinted" aria-label="Hochladen" aria-live="polite">
      @for (it of uploads.list(); track it.id) {
        <li [class.refused]="it.state === 'refused'">
          <span class="name">{{ it.name }}</span>
          @switch (it.state) {
            @case ('refused') {
              <span class="says">{{ it.says }}</span>
            }
            @case ('done') {
              <span class="rt-badge rt-badge-positive">hochgeladen</span>
            }
            @case ('cancelled') {
              <span class="rt-badge">abgebrochen</span>
            }
            @default {
              <progress
                max="100"
                [value]="it.percent"
                [attr.aria-label]="'Fortschritt: ' + it.name"
              ></progress>
              <span class="rt-number rt-quiet">{{
                it.state === 'waiting' ? 'wartet' : it.percent + ' %'
              }}</span>
              <button
                type="button"
                class="rt-button rt-plain rt-small"
                [attr.aria-label]="'Abbrechen: ' + it.name"
                (click)="uploads.cancel(it.id)"
              >
                Abbrechen
              </button>
            }
          }
        </li>
      }
    </ul>
  `,
  styles: `
    .uploads {
      display: grid;
      gap: 6px;
      margin: 10px 0 0;
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 12px;
      padding: 6px 12px;
      border-left: 4px solid var(--rt-line-strong);
      background: var(--rt-surface-sunken);
    }
    .refused {
      border-color: var(--rt-negative);
    }
    .name {
      flex: 1 1 12em;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    .says {
      flex: 2 1 16em;
    }
    progress {
      flex: 1 1 8em;
      accent-color: var(--rt-accent);
    }
  `,
})
export class UploadList {
  protected readonly uploads = inject(AttachmentUploads);
}
