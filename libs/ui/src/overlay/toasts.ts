import { Component, DOCUMENT, DestroyRef, Service, inject, signal } from '@angular/core';
import { mdiCheckCircle, mdiClose, mdiAlertCircle } from '@mdi/js';
import { Icon } from '../icon/icon';

interface Toast {
  id: number;
  words: string;
  kind: 'done' | 'problem';
  undo: (() => void | Promise<void>) | null;
}

/** How long words stay that only tell something, and words with a way back. */
const READ_MS = 10_000;
const UNDO_MS = 30_000;

/**
 * One line after something happened, with a way back: `toasts.say('Erinnerung gesendet', () => recall())`. The next
 * one takes its place.
 */
@Service()
export class Toasts {
  /** One at most; a list, so that the next one is drawn anew and read out. */
  readonly shown = signal<readonly Toast[]>([]);
  private count = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private actedSince = false;

  constructor() {
    const document = inject(DOCUMENT);
    const acted = () => (this.actedSince = true);
    for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, acted, true);
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      for (const kind of ['pointerdown', 'keydown']) document.removeEventListener(kind, acted, true);
    });
  }

  say(words: string, undo: (() => void | Promise<void>) | null = null): void {
    this.show({ id: ++this.count, words, kind: 'done', undo });
  }

  warn(words: string): void {
    this.show({ id: ++this.count, words, kind: 'problem', undo: null });
  }

  close(): void {
    this.hold();
    this.shown.set([]);
  }

  /** Stops the time while somebody reads or reaches for the button. */
  hold(): void {
    clearTimeout(this.timer);
  }

  release(): void {
    this.hold();
    const undoable = this.shown().some((toast) => toast.undo !== null);
    this.timer = setTimeout(() => this.close(), undoable ? UNDO_MS : READ_MS);
  }

  /** Takes back what the line tells, where it can be. */
  takeBack(): void {
    const undo = this.shown()[0]?.undo;
    if (!undo) return;
    this.close();
    void undo();
  }

  /**
   * Another page is open. Words that were said on the way to it stay; once somebody pressed something in between,
   * they belong to the page that was left.
   */
  pageChanged(): void {
    if (this.actedSince) this.close();
  }

  private show(toast: Toast): void {
    this.actedSince = false;
    this.shown.set([toast]);
    this.release();
  }
}

/** The one line, where its frame gives it room beside the work: it lies over nothing somebody works on. */
@Component({
  selector: 'rt-toast-list',
  imports: [Icon],
  template: `
    <div aria-live="polite" class="rt-unprinted">
      @for (toast of toasts.shown(); track toast.id) {
        <div
          class="toast"
          [class.problem]="toast.kind === 'problem'"
          (mouseenter)="toasts.hold()"
          (mouseleave)="toasts.release()"
          (focusin)="toasts.hold()"
          (focusout)="toasts.release()"
        >
          <rt-icon [path]="toast.kind === 'done' ? icons.done : icons.problem" />
          <span class="words">{{ toast.words }}</span>
          @if (toast.undo) {
            <button
              type="button"
              class="undo"
              title="Strg Z"
              aria-keyshortcuts="Control+Z"
              (click)="toasts.takeBack()"
            >
              Rückgängig
            </button>
          }
          <button type="button" class="close" aria-label="Meldung schließen" (click)="toasts.close()">
            <rt-icon [path]="icons.close" />
          </button>
        </div>
      }
    </div>
  `,
  host: { '(document:keydown)': 'pressed($event)' },
  styles: `
    :host {
      display: block;
    }
    .toast {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 4px 10px;
      min-height: 48px;
      padding: 6px 8px 6px 16px;
      background: light-dark(#1d2a2e, #e9ecea);
      color: light-dark(#ffffff, #14191b);
      animation: rt-appear 180ms ease-out;
    }
    @keyframes rt-appear {
      from {
        opacity: 0;
      }
    }
    .toast > rt-icon {
      color: light-dark(#86d3a1, #1d6b3c);
    }
    .problem > rt-icon {
      color: light-dark(#f59a91, #a3261f);
    }
    .words {
      flex: 1 1 8em;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    button {
      min-height: 36px;
      padding: 4px 10px;
      border: 0;
      border-radius: var(--rt-radius-small);
      background: none;
      color: inherit;
      cursor: pointer;
    }
    button:hover {
      background: light-dark(rgb(255 255 255 / 14%), rgb(0 0 0 / 10%));
    }
    button:focus-visible {
      box-shadow: inset 0 0 0 2px currentColor;
    }
    .undo {
      font-weight: 650;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    .close {
      display: grid;
      place-items: center;
      width: 36px;
      padding: 0;
    }
    @media (forced-colors: active) {
      .toast {
        border: 1px solid CanvasText;
      }
    }
  `,
})
export class ToastList {
  protected readonly toasts = inject(Toasts);
  protected readonly icons = { done: mdiCheckCircle, problem: mdiAlertCircle, close: mdiClose };

  /** Ctrl Z takes back from wherever one is, except while typing: there it belongs to the text. */
  protected pressed(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return;
    if (event.shiftKey || event.altKey || event.defaultPrevented) return;
    if ((event.target as HTMLElement | null)?.closest?.('input, textarea, select, [contenteditable]')) return;
    if (!this.toasts.shown()[0]?.undo) return;
    event.preventDefault();
    this.toasts.takeBack();
  }
}
