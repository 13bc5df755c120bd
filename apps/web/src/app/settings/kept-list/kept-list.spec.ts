import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { KeptEntryBody } from './kept-entry';
import { KeptList } from './kept-list';
import type { KeptEntry } from './kept-list-data';

function entry(name: string, active = true): KeptEntry {
  return { id: name.toLowerCase(), version: 1, name, active, used: 0 };
}

@Component({
  imports: [KeptEntryBody, KeptList],
  template: `
    <rt-kept-list
      label="Felder"
      ordered
      [mayChange]="mayChange()"
      [entries]="entries()"
      (orderChange)="order($event)"
    >
      <ng-template [rtKeptEntry]="entries()" let-it
        ><b>{{ it.name }}</b></ng-template
      >
    </rt-kept-list>
  `,
})
class Host {
  readonly mayChange = signal(true);
  readonly entries = signal([entry('Anna'), entry('Alt', false), entry('Berta'), entry('Cäsar')]);
  readonly orders: (readonly string[])[] = [];

  order(ids: readonly string[]): void {
    this.orders.push(ids);
    this.entries.update((entries) => ids.flatMap((id) => entries.find((it) => it.id === id) ?? []));
  }
}

describe('A list that planners keep', () => {
  async function shown() {
    const fixture = TestBed.createComponent(Host);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const button = (label: string) => root.querySelector<HTMLButtonElement>(`[aria-label="${label}"]`);
    const names = (list: string) => [...root.querySelectorAll(`${list} b`)].map((it) => it.textContent);
    return { fixture, root, button, names };
  }

  it('shows those no longer used apart, below', async () => {
    const { names } = await shown();
    expect(names('ol')).toEqual(['Anna', 'Berta', 'Cäsar']);
    expect(names('ul')).toEqual(['Alt']);
  });

  it('is ordered by keyboard: the entry keeps the focus and its new place is said', async () => {
    const { fixture, root, button, names } = await shown();
    button('Berta nach oben')?.click();
    await fixture.whenStable();
    expect(fixture.componentInstance.orders).toEqual([['berta', 'anna', 'cäsar', 'alt']]);
    expect(names('ol')).toEqual(['Berta', 'Anna', 'Cäsar']);
    expect(root.querySelector('[aria-live]')?.textContent).toBe('Berta: jetzt Platz 1 von 3.');
    // At the top "nach oben" is switched off, so the focus goes to its neighbour.
    expect(button('Berta nach oben')?.disabled).toBe(true);
    expect(root.ownerDocument.activeElement).toBe(
      root.isConnected ? button('Berta nach unten') : root.ownerDocument.body,
    );
  });

  it('offers no change to those who only read', async () => {
    const { fixture, root } = await shown();
    fixture.componentInstance.mayChange.set(false);
    await fixture.whenStable();
    expect(root.querySelectorAll('button')).toHaveLength(0);
  });
});
