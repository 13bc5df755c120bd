import { Component, ElementRef, booleanAttribute, input, output, signal, viewChild } from '@angular/core';
import { mdiTrayArrowUp } from '@mdi/js';
import { Icon } from '../icon/icon';

let made = 0;

/** `<rt-file-drop label="Unterlagen" multiple (files)="send($event)" />`: files dropped here or chosen by a button. */
@Component({
  selector: 'rt-file-drop',
  imports: [Icon],
  template: `
    <div
      class="zone rt-unprinted"
      [class.over]="over()"
      (dragenter)="hover($event)"
      (dragover)="hover($event)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
    >
      <rt-icon [path]="icon" large />
      <p class="words" [id]="id">
        <strong>{{ label() }}</strong>
        <span class="rt-quiet"
          >{{ multiple() ? 'Dateien hierher ziehen, auch mehrere zugleich' : 'Datei hierher ziehen' }},
          höchstens {{ most() }} MB.</span
        >
      </p>
      <input
        #chooser
        class="rt-unseen"
        type="file"
        tabindex="-1"
        aria-hidden="true"
        [attr.accept]="accept() || null"
        [multiple]="multiple()"
        (change)="chosen()"
      />
      <button
        type="button"
        class="rt-button"
        [attr.aria-describedby]="id"
        [disabled]="disabled()"
        (click)="chooser.click()"
      >
        {{ multiple() ? 'Dateien wählen' : 'Datei wählen' }}
      </button>
    </div>
  `,
  styles: `
    .zone {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
      padding: 14px 16px;
      border: 2px dashed var(--rt-line-strong);
      border-radius: var(--rt-radius-small);
    }
    .over {
      border-color: var(--rt-accent);
      background: var(--rt-accent-soft);
    }
    .words {
      display: grid;
      flex: 1 1 220px;
      margin: 0;
    }
  `,
})
export class FileDrop {
  readonly label = input.required<string>();
  /** As the attribute of the control: ".pdf,.docx". */
  readonly accept = input('');
  readonly multiple = input(false, { transform: booleanAttribute });
  /** So many megabytes one file may have; it is only said here, whoever takes the files looks. */
  readonly most = input(25);
  readonly disabled = input(false);
  readonly files = output<readonly File[]>();

  private readonly chooser = viewChild.required<ElementRef<HTMLInputElement>>('chooser');
  protected readonly id = `rt-file-drop-${++made}`;
  protected readonly icon = mdiTrayArrowUp;
  protected readonly over = signal(false);

  protected hover(event: DragEvent): void {
    if (this.disabled() || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    if (!this.disabled()) this.take([...(event.dataTransfer?.files ?? [])]);
  }

  protected chosen(): void {
    const control = this.chooser().nativeElement;
    const files = [...(control.files ?? [])];
    // The same file may be chosen again after it was mended.
    control.value = '';
    this.take(files);
  }

  private take(files: readonly File[]): void {
    if (files.length > 0) this.files.emit(this.multiple() ? files : files.slice(0, 1));
  }
}
