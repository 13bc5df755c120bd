import {
  Component,
  ElementRef,
  booleanAttribute,
  computed,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { mdiAlertOutline, mdiFileTableOutline, mdiTrayArrowUp } from '@mdi/js';
import { Icon } from '../icon/icon';

const MEGABYTE = 1024 * 1024;

/**
 * Where files are dropped or chosen: `<rt-file-drop accept=".csv" [limit]="bytes" (files)="send($event)">`, with what is
 * said of them inside. Files that are too large, or too many, are refused here and go nowhere.
 */
@Component({
  selector: 'rt-file-drop',
  imports: [Icon],
  template: `
    <div
      class="drop"
      [class.compact]="compact()"
      [class.over]="over()"
      (dragover)="dragged($event, true)"
      (dragleave)="dragged($event, false)"
      (drop)="dropped($event)"
    >
      <rt-icon [path]="icons.file" large />
      <p>{{ prompt() }}</p>
      <input
        #chooser
        type="file"
        hidden
        aria-label="Datei"
        [accept]="accept()"
        [multiple]="multiple()"
        (change)="chosen()"
      />
      <button
        type="button"
        class="rt-button"
        [class.rt-primary]="!compact()"
        [disabled]="busy()"
        (click)="chooser.click()"
      >
        <rt-icon [path]="icons.up" />{{ action() }}
      </button>
      @if (busy() && progress(); as words) {
        <p role="status">{{ words }}</p>
      }
      <p class="rt-quiet rt-small"><ng-content /></p>
    </div>
    @if (said(); as says) {
      <p class="rt-note rt-note-negative" role="alert"><rt-icon [path]="icons.alert" />{{ says }}</p>
    }
  `,
  styles: `
    .drop {
      display: grid;
      justify-items: center;
      gap: 12px;
      padding: 32px 20px;
      border: 2px dashed var(--rt-line-strong);
      border-radius: var(--rt-radius);
      text-align: center;
    }
    .drop.compact {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 16px;
      padding: 12px 16px;
      text-align: start;
    }
    .drop.compact p:not(:empty) {
      flex: 1 1 10rem;
    }
    .drop.compact p:empty {
      display: none;
    }
    .drop.over {
      border-color: var(--rt-accent);
      background: var(--rt-accent-soft);
    }
    @media print {
      .drop {
        display: none;
      }
    }
  `,
})
export class FileDrop {
  readonly prompt = input('Ziehen Sie eine Datei hierher, oder wählen Sie eine aus.');
  readonly accept = input('');
  readonly multiple = input(false, { transform: booleanAttribute });
  /** One line high, for a place among others on a page. */
  readonly compact = input(false, { transform: booleanAttribute });
  /** The greatest size of one file, in bytes. */
  readonly limit = input(Infinity);
  readonly busy = input(false);
  /** On the button while it is busy. */
  readonly busyLabel = input('Wird hochgeladen …');
  /** `2 von 5 Dateien`, while it is busy. */
  readonly progress = input('');
  /** Why it was not taken, from whoever takes it. */
  readonly refusal = input<string | null>(null);
  readonly files = output<readonly File[]>();

  private readonly chooser = viewChild.required<ElementRef<HTMLInputElement>>('chooser');
  private readonly refused = signal('');
  protected readonly icons = { file: mdiFileTableOutline, up: mdiTrayArrowUp, alert: mdiAlertOutline };
  protected readonly over = signal(false);
  protected readonly said = computed(() => this.refused() || this.refusal());
  protected readonly action = computed(() =>
    this.busy() ? this.busyLabel() : this.multiple() ? 'Dateien auswählen' : 'Datei auswählen',
  );

  protected chosen(): void {
    const control = this.chooser().nativeElement;
    const files = [...(control.files ?? [])];
    // The same file may be chosen again after it was mended.
    control.value = '';
    this.take(files);
  }

  protected dragged(event: DragEvent, over: boolean): void {
    event.preventDefault();
    this.over.set(over && !this.busy());
  }

  protected dropped(event: DragEvent): void {
    this.dragged(event, false);
    this.take([...(event.dataTransfer?.files ?? [])]);
  }

  private take(files: readonly File[]): void {
    if (this.busy() || files.length === 0) return;
    const large = files.find(({ size }) => size > this.limit());
    this.refused.set(
      files.length > 1 && !this.multiple()
        ? 'Bitte geben Sie eine Datei nach der anderen ab.'
        : large
          ? `„${large.name}“ ist größer als ${Math.floor(this.limit() / MEGABYTE)} MB. Bitte teilen Sie die Datei.`
          : '',
    );
    if (this.refused() === '') this.files.emit(files);
  }
}
