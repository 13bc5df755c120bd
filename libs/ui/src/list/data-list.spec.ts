import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Cell, DataList, type Column } from './index';

@Component({
  imports: [Cell, DataList],
  template: `
    <rt-data-list
      label="Orte"
      [columns]="columns"
      [rows]="rows()"
      [loading]="loading()"
      [sort]="sort()"
      [hasMore]="true"
      [total]="40"
      (sortChange)="sort.set($event)"
      (more)="asked = asked + 1"
    >
      <ng-template rtCell="name" [rtCellOf]="rows()" let-row>
        <a class="rt-row-link" href="#">{{ row.name }}</a>
      </ng-template>
      <p empty>Nichts da</p>
    </rt-data-list>
  `,
})
class Host {
  readonly columns: Column[] = [
    { key: 'name', label: 'Name', sort: 'name' },
    { key: 'size', label: 'Größe' },
  ];
  readonly rows = signal([
    { id: '1', name: 'Köthen' },
    { id: '2', name: 'Zerbst' },
    { id: '3', name: 'Aken' },
  ]);
  readonly loading = signal(false);
  readonly sort = signal('name');
  asked = 0;
}

async function shown() {
  const fixture = TestBed.createComponent(Host);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const links = () => [...page.querySelectorAll<HTMLElement>('.rt-row-link')];
  return { fixture, page, links, host: fixture.componentInstance };
}

describe('DataList', () => {
  it('is a named table whose sorted head says so', async () => {
    const { page } = await shown();
    expect(page.querySelector('table')?.getAttribute('aria-label')).toBe('Orte');
    const heads = [...page.querySelectorAll('th')];
    expect(heads.map((head) => head.getAttribute('aria-sort'))).toEqual(['ascending', null]);
  });

  it('turns the direction with a second click', async () => {
    const { page, fixture, host } = await shown();
    page.querySelector('th button')?.dispatchEvent(new Event('click'));
    await fixture.whenStable();
    expect(host.sort()).toBe('-name');
    expect(page.querySelector('th')?.getAttribute('aria-sort')).toBe('descending');
  });

  it('walks from row to row by arrows and letters, and stops at the ends', async () => {
    const { page, links } = await shown();
    document.body.append(page);
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    links()[0]?.focus();
    press('ArrowDown');
    press('j');
    expect(document.activeElement?.textContent).toBe('Aken');
    press('ArrowDown');
    expect(document.activeElement?.textContent).toBe('Aken');
    press('Home');
    expect(document.activeElement?.textContent).toBe('Köthen');
    press('k');
    expect(document.activeElement?.textContent).toBe('Köthen');
  });

  it('keeps room while the first rows are on their way, and says nothing is there only afterwards', async () => {
    const { page, fixture, host } = await shown();
    host.rows.set([]);
    host.loading.set(true);
    await fixture.whenStable();
    expect(page.querySelectorAll('.skeleton').length).toBeGreaterThan(3);
    expect(page.textContent).not.toContain('Nichts da');
    host.loading.set(false);
    await fixture.whenStable();
    expect(page.textContent).toContain('Nichts da');
  });

  it('asks for more and counts what is shown', async () => {
    const { page, host } = await shown();
    expect(page.textContent).toContain('3 von 40');
    page.querySelector('.more button')?.dispatchEvent(new Event('click'));
    expect(host.asked).toBe(1);
  });
});
