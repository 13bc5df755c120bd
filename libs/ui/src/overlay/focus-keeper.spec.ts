import { Component, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FocusKeeper } from './focus-keeper';
import { SidePanel } from './side-panel';
import { ToastList, Toasts } from './toasts';

@Component({
  imports: [SidePanel, ToastList],
  template: `
    <main tabindex="-1">
      <h1 tabindex="-1" data-page-title>Termin</h1>
      <section>
        <h2>Aufgaben</h2>
        <ul>
          @for (name of names(); track name) {
            <li>
              <a href="#x">{{ name }}</a>
              <button type="button" [id]="'remove-' + name" [disabled]="busy()">entfernen</button>
            </li>
          }
        </ul>
        @if (more()) {
          <button type="button" id="more">Mehr laden</button>
        }
      </section>
      <section>
        <h2>Protokoll</h2>
        @if (!approved()) {
          <p><button type="button" id="approve">Freigeben</button></p>
        }
        <p>Drei Punkte.</p>
      </section>
      <section>
        @if (sent()) {
          <p><button type="button" id="address">Andere Adresse</button></p>
          <button type="button" id="later">Später</button>
        } @else {
          <button type="button" id="send">Schicken</button>
        }
      </section>
      @if (open()) {
        <rt-side-panel heading="Einladung">
          @if (loaded()) {
            <button type="button" id="inside">Ansehen</button>
          }
        </rt-side-panel>
      }
    </main>
    <rt-toast-list />
  `,
})
class Host {
  readonly names = signal(['Aken', 'Zerbst', 'Köthen']);
  readonly busy = signal(false);
  readonly more = signal(true);
  readonly approved = signal(false);
  readonly sent = signal(false);
  readonly open = signal(false);
  readonly loaded = signal(false);
  readonly toasts = inject(Toasts);

  constructor() {
    inject(FocusKeeper).start();
  }
}

function shown() {
  const fixture = TestBed.createComponent(Host);
  document.body.append(fixture.nativeElement);
  fixture.detectChanges();
  const press = (selector: string): void => document.querySelector<HTMLElement>(selector)?.focus();
  const settled = async (): Promise<void> => {
    await fixture.whenStable();
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
    await new Promise((done) => setTimeout(done));
  };
  return { host: fixture.componentInstance, press, settled };
}

/** The words of the heading that has the focus, or the id of the control. */
function focused(): string | undefined {
  const active = document.activeElement;
  if (active === document.body) return 'nothing';
  return active?.matches('h1, h2') ? active.textContent?.trim() : active?.id;
}

describe('FocusKeeper', () => {
  it('gives the keyboard to the same button of the next entry, at the end to the one before', async () => {
    const { host, press, settled } = shown();
    press('#remove-Zerbst');
    host.names.set(['Aken', 'Köthen']);
    await settled();
    expect(focused()).toBe('remove-Köthen');
    host.names.set(['Aken']);
    await settled();
    expect(focused()).toBe('remove-Aken');
  });

  it('stays in the list when its last button has done all it could', async () => {
    const { host, press, settled } = shown();
    press('#more');
    host.names.set(['Aken', 'Zerbst', 'Köthen', 'Wolfen']);
    host.more.set(false);
    await settled();
    expect(focused()).toBe('remove-Wolfen');
  });

  it('says the heading of a part in which nothing is left to press', async () => {
    const { host, press, settled } = shown();
    press('#approve');
    host.approved.set(true);
    await settled();
    expect(focused()).toBe('Protokoll');
  });

  it('begins at the first control of what came instead', async () => {
    const { host, press, settled } = shown();
    press('#send');
    host.sent.set(true);
    await settled();
    expect(focused()).toBe('address');
  });

  it('shows what has the keyboard while the deed of a key comes in, and lets those alone who look elsewhere', async () => {
    const { host, press, settled } = shown();
    const shows: string[] = [];
    Element.prototype.scrollIntoView = function () {
      shows.push(this.id);
    };
    press('#remove-Aken');
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    host.names.set(['Zerbst', 'Köthen']);
    await settled();
    expect(shows).toEqual(['remove-Zerbst']);
    document.dispatchEvent(new Event('wheel'));
    host.names.set(['Neu', 'Zerbst', 'Köthen']);
    await settled();
    expect(shows).toHaveLength(1);
  });

  it('comes back to a button that rested while its deed was done', async () => {
    const { host, press, settled } = shown();
    press('#remove-Aken');
    host.busy.set(true);
    await settled();
    // As browsers do with the next frame, which jsdom does not.
    (document.activeElement as HTMLElement).blur();
    host.busy.set(false);
    await settled();
    expect(focused()).toBe('remove-Aken');
  });

  it('comes back to the page when a message with „Rückgängig“ closes', async () => {
    const { host, press, settled } = shown();
    press('#remove-Aken');
    host.toasts.say('Entfernt.', () => undefined);
    await settled();
    const undo = document.querySelector<HTMLElement>('.undo');
    undo?.focus();
    undo?.click();
    await settled();
    expect(focused()).toBe('remove-Aken');
  });

  it('begins in a panel at its heading while that still loads, and finds the page again when its opener went', async () => {
    const { host, press, settled } = shown();
    press('#remove-Aken');
    host.open.set(true);
    await settled();
    expect(focused()).toBe('Einladung');
    host.loaded.set(true);
    await settled();
    expect(focused()).toBe('Einladung');
    press('#inside');
    host.names.set(['Zerbst']);
    await settled();
    expect(focused()).toBe('inside');
    host.open.set(false);
    await settled();
    expect(focused()).toBe('remove-Zerbst');
  });

  it('leaves those alone who clicked beside all controls', async () => {
    const { host, press, settled } = shown();
    press('#remove-Aken');
    (document.activeElement as HTMLElement).blur();
    document.querySelector<HTMLElement>('h2')?.click();
    host.names.set(['Zerbst']);
    await settled();
    expect(focused()).toBe('nothing');
  });
});
