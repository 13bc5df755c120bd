import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import {
  Component,
  DestroyRef,
  TemplateRef,
  ViewContainerRef,
  afterNextRender,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { mdiClose } from '@mdi/js';
import { Icon } from '../icon/icon';
import { Confirm } from './confirm';

const CONTROLS = ':is(input, select, textarea, button, a[href])';
let made = 0;

/**
 * A panel from the right for a quick edit, without leaving the page. It is open as long as it exists:
 *
 * ```html
 * @if (editing()) {
 *   <rt-side-panel heading="Organisation bearbeiten" [dirty]="entry.dirty()" (closed)="editing.set(false)">…</rt-side-panel>
 * }
 * ```
 * Focus is held inside, Escape closes; what was typed is not lost without asking.
 */
@Component({
  selector: 'rt-side-panel',
  imports: [Icon],
  template: `
    <ng-template #panel>
      <div class="panel">
        <header>
          <h2 [id]="headingId" tabindex="-1">{{ heading() }}</h2>
          <button type="button" class="rt-button rt-plain rt-square" aria-label="Schließen" (click)="leave()">
            <rt-icon [path]="close" />
          </button>
        </header>
        <div class="body"><ng-content /></div>
      </div>
    </ng-template>
  `,
  styles: `
    .panel {
      display: flex;
      flex-direction: column;
      height: 100dvh;
      background: var(--rt-surface-raised);
      color: var(--rt-text);
      box-shadow: var(--rt-shadow-floating);
      animation: rt-slide 160ms ease-out;
    }
    @keyframes rt-slide {
      from {
        transform: translateX(40px);
        opacity: 0;
      }
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 12px;
      padding: 14px 14px 14px 24px;
      border-bottom: 1px solid var(--rt-line);
    }
    .body {
      flex: 1;
      overflow: auto;
      padding: 22px 24px 32px;
    }
    @media (forced-colors: active) {
      .panel {
        border-left: 2px solid CanvasText;
      }
    }
    /* On a low screen the heading goes with the content, which needs all of it. */
    @media (max-height: 480px) {
      .panel {
        display: block;
        overflow: auto;
      }
    }
    @media (max-width: 599px) {
      header {
        padding-left: 16px;
      }
      .body {
        padding: 16px 16px 28px;
      }
    }
  `,
})
export class SidePanel {
  readonly heading = input.required<string>();
  readonly dirty = input(false);
  readonly wide = input(false);
  readonly closed = output<void>();

  protected readonly close = mdiClose;
  protected readonly headingId = `rt-panel-${++made}`;
  private readonly panel = viewChild.required<TemplateRef<unknown>>('panel');
  private readonly dialog = inject(Dialog);
  private readonly confirm = inject(Confirm);
  private readonly container = inject(ViewContainerRef);
  private opened: DialogRef | null = null;

  constructor() {
    let destroyed = false;
    inject(DestroyRef).onDestroy(() => {
      destroyed = true;
      this.opened?.close();
    });
    afterNextRender(() => {
      this.opened = this.dialog.open(this.panel(), {
        viewContainerRef: this.container,
        ariaLabelledBy: this.headingId,
        ariaModal: true,
        // Closing asks first where something was typed, so Escape and the backdrop come through leave().
        disableClose: true,
        backdropClass: ['cdk-overlay-dark-backdrop', 'rt-backdrop'],
        panelClass: ['rt-side-panel', ...(this.wide() ? ['rt-wide'] : [])],
        // What loads its content has nothing to enter yet: the keyboard begins at the heading, not behind the veil.
        autoFocus: `.body ${CONTROLS}, .panel:not(:has(.body ${CONTROLS})) h2`,
        width: '100vw',
        maxWidth: this.wide() ? '860px' : '520px',
      });
      this.opened.keydownEvents.subscribe((event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) void this.leave();
      });
      this.opened.backdropClick.subscribe(() => void this.leave());
      this.opened.closed.subscribe(() => !destroyed && this.closed.emit());
    });
  }

  protected async leave(): Promise<void> {
    const answer =
      !this.dirty() ||
      (await this.confirm.ask({
        heading: 'Änderungen verwerfen?',
        text: 'Was Sie hier eingegeben haben, ist noch nicht gespeichert.',
        action: 'Verwerfen',
        cancel: 'Weiter bearbeiten',
        danger: true,
      }));
    if (answer) this.opened?.close();
  }
}
