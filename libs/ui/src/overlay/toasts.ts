import { Component, Service, inject, signal } from '@angular/core';
import { mdiCheckCircle, mdiClose, mdiAlertCircle } from '@mdi/js';
import { Icon } from '../icon/icon';

interface Toast {
  id: number;
  words: string;
  kind: 'done' | 'problem';
  undo: (() => void | Promise<void>) | null;
}

/** Short words after something happened, with a way back: `toasts.say('Erinnerung gesendet', () => recall())` */
@Service()
export class Toasts {
  readonly shown = signal<readonly Toast[]>([]);
  private count = 0;
  private readonly timers = new Map<number, ReturnType<typeof setTimeout>>();

  say(words: string, undo: (() => void | Promise<void>) | null = null): void {
    this.show({ id: ++this.count, words, kind: 'done', undo });
  }

  warn(words: string): void {
    this.show({ id: ++this.count, words, kind: 'problem', undo: null });
  }

  close(id: number): void {
    this.hold(id);
    this.shown.update((toasts) => toasts.filter((toast) => toast.id !== id));
  }

  /** Stops the time while somebody reads or reaches for the button. */
  hold(id: number): void {
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
  }

  release(id: number): void {
    this.hold(id);
    this.timers.set(
      id,
      setTimeout(() => this.close(id), 10_000),
    );
  }

  private show(toast: Toast): void {
    this.shown.update((toasts) => [...toasts.slice(-2), toast]);
    this.release(toast.id);
  }
}

/** Stands once in the shell. */
@Component({
  selector: 'rt-toast-list',
  imports: [Icon],
  template: `
    <div aria-live="polite" class="list rt-unprinted">
      @for (toast of toasts.shown(); track toast.id) {
        <div
          class="toast"
          [class.problem]="toast.kind === 'problem'"
          (mouseenter)="toasts.hold(toast.id)"
          (mouseleave)="toasts.release(toast.id)"
          (focusin)="toasts.hold(toast.id)"
          (focusout)="toasts.release(toast.id)"
        >
          <rt-icon [path]="toast.kind === 'done' ? icons.done : icons.problem" />
          <span class="words">{{ toast.words }}</span>
          @if (toast.undo; as undo) {
            <button type="button" class="undo" (click)="takeBack(toast.id, undo)">Rückgängig</button>
          }
          <button type="button" class="close" aria-label="Meldung schließen" (click)="toasts.close(toast.id)">
            <rt-icon [path]="icons.close" />
          </button>
        </div>
      }
    </div>
  `,
  styles: `
    .list {
      position: fixed;
      z-index: 1100;
      left: 50%;
      bottom: calc(20px + var(--rt-bottom-bar, 0px));
      translate: -50% 0;
      display: grid;
      gap: 8px;
      width: max-content;
      max-width: calc(100vw - 24px);
    }
    .toast {
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 48px;
      padding: 6px 8px 6px 16px;
      border-radius: var(--rt-radius);
      background: light-dark(#1d2a2e, #e9ecea);
      color: light-dark(#ffffff, #14191b);
      box-shadow: var(--rt-shadow-floating);
      animation: rt-rise 180ms ease-out;
    }
    @keyframes rt-rise {
      from {
        transform: translateY(12px);
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
      max-width: 60ch;
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

  protected takeBack(id: number, undo: () => void | Promise<void>): void {
    this.toasts.close(id);
    void undo();
  }
}
