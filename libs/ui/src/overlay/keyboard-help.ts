import { DialogRef } from '@angular/cdk/dialog';
import { Component, inject } from '@angular/core';
import { Shortcuts } from './shortcuts';

/** Which keys work on this page, and the switch that turns single keys off. */
@Component({
  selector: 'rt-keyboard-help',
  template: `
    <div class="rt-dialog">
      <h2 id="rt-keyboard-heading">Tastatur</h2>
      <dl>
        @for (fixed of everywhere; track fixed.keys) {
          <dt>
            <kbd>{{ fixed.keys }}</kbd>
          </dt>
          <dd>{{ fixed.says }}</dd>
        }
        @for (shortcut of shortcuts.all(); track shortcut.key) {
          <dt>
            <kbd>{{ shortcut.key.toUpperCase() }}</kbd>
          </dt>
          <dd>{{ shortcut.says }}</dd>
        }
      </dl>
      <label>
        <input
          #box
          type="checkbox"
          [checked]="shortcuts.enabled()"
          (change)="shortcuts.enable(box.checked)"
        />
        Einzelne Buchstaben als Kürzel verwenden
      </label>
      <div><button type="button" class="rt-button" (click)="opened.close()">Schließen</button></div>
    </div>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: max-content 1fr;
      gap: 8px 16px;
      align-items: baseline;
    }
    kbd {
      display: inline-block;
      padding: 1px 8px;
      border: 1px solid var(--rt-line-strong);
      border-radius: 5px;
      background: var(--rt-surface-sunken);
      font: 600 0.875rem var(--rt-font);
    }
    label {
      display: flex;
      gap: 10px;
      align-items: center;
      cursor: pointer;
    }
    input {
      width: 18px;
      height: 18px;
      accent-color: var(--rt-accent);
    }
  `,
})
export class KeyboardHelp {
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly opened = inject(DialogRef);
  protected readonly everywhere = [
    { keys: 'Strg K', says: 'Suchen und springen' },
    { keys: 'Strg Z', says: 'Zurücknehmen, was die letzte Meldung sagt' },
    { keys: 'Tab', says: 'Zum nächsten Bedienelement' },
    { keys: '↑ ↓', says: 'In Listen von Zeile zu Zeile' },
    { keys: 'Esc', says: 'Fenster und Vorschläge schließen' },
  ];
}
