import { Dialog, type DialogRef } from '@angular/cdk/dialog';
import { DOCUMENT, DestroyRef, Service, inject } from '@angular/core';
import { Session } from '../session/session';

/** Opens the search from its button and from Ctrl K; the palette itself is loaded when first wanted. */
@Service()
export class CommandPaletteOpener {
  private readonly dialog = inject(Dialog);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  private opened: Pick<DialogRef, 'close'> | null = null;

  constructor() {
    const listen = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== 'k' ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      if (!this.session.may('search:use')) return;
      event.preventDefault();
      if (this.opened) this.opened.close();
      else void this.open();
    };
    this.document.addEventListener('keydown', listen);
    // Fetched ahead while nothing else goes on: whoever types right after Ctrl K must not lose letters.
    const ahead = setTimeout(() => void import('./command-palette'), 1500);
    inject(DestroyRef).onDestroy(() => clearTimeout(ahead));
    inject(DestroyRef).onDestroy(() => this.document.removeEventListener('keydown', listen));
  }

  async open(): Promise<void> {
    if (this.opened) return;
    const { CommandPalette } = await import('./command-palette');
    const opened = this.dialog.open(CommandPalette, {
      ariaLabel: 'Suchen oder springen',
      ariaModal: true,
      autoFocus: 'input',
      backdropClass: ['cdk-overlay-dark-backdrop', 'rt-backdrop'],
      panelClass: 'rt-palette',
      width: '640px',
      maxWidth: 'calc(100vw - 24px)',
    });
    this.opened = opened;
    opened.closed.subscribe(() => (this.opened = null));
  }
}
