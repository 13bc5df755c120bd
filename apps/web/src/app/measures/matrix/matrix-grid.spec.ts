import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { MatrixView } from '@runder-tisch/domain/measures/matrix';
import { MatrixGrid } from './matrix-grid';
import { sheetOf } from './matrix-sheet';

const [hinweis, silent] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
const columnId = (index: number): string => `00000000-0000-4000-8000-0000000000${10 + index}`;

function view(columns: number): MatrixView {
  const head = { field: null, reason: null, count: 1, outcome: 'LINKED' as const };
  return {
    step: 'FEEDBACK_FINDING',
    direction: 'FORWARDS',
    total: 2,
    next: null,
    columns: Array.from({ length: columns }, (_, index) => ({
      ...head,
      id: columnId(index),
      number: `B-2026-00${index}`,
      title: 'Wartezeit ist zu lang',
    })),
    columnsTotal: columns,
    columnsBefore: 0,
    items: [
      {
        ...head,
        id: hinweis,
        number: 'H-2026-0001',
        title: 'Man wartet lange',
        toCheck: 1,
        cells: [
          {
            columnId: columnId(0),
            direct: true,
            through: '',
            toCheck: true,
            since: '2026-03-01T10:00:00Z',
            acceptedBy: '',
            acceptedAt: null,
          },
        ],
      },
      {
        ...head,
        id: silent,
        number: 'H-2026-0002',
        title: 'Führt zu nichts',
        count: 0,
        outcome: 'GAP',
        toCheck: 0,
        cells: [],
      },
    ],
  };
}

@Component({
  imports: [MatrixGrid],
  template: `<rt-matrix-grid
    [sheet]="sheet()"
    label="Hinweise und Befunde"
    rowWord="Hinweise"
    [rowsTotal]="2"
    [columnsTotal]="2"
    [columnsBefore]="0"
  />`,
})
class Host {
  readonly sheet = signal(sheetOf(view(2), view(2).items));
}

/** The paper comes when the test says so. */
let turnToPaper: () => void;

async function shown() {
  let paper = false;
  const listeners: (() => void)[] = [];
  window.matchMedia = ((query: string) => ({
    get matches() {
      return query === 'print' && paper;
    },
    addEventListener: (_: string, listener: () => void) => listeners.push(listener),
    removeEventListener: () => undefined,
  })) as unknown as typeof window.matchMedia;
  turnToPaper = () => {
    paper = true;
    for (const listener of listeners) listener();
  };
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const fixture = TestBed.createComponent(Host);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (key: string, more: KeyboardEventInit = {}) => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
    await fixture.whenStable();
    return document.activeElement as HTMLElement;
  };
  return { fixture, page, press, stops: () => [...page.querySelectorAll<HTMLElement>('[tabindex="0"]')] };
}

describe('MatrixGrid', () => {
  it('is one stop of the tab key, from which arrows, Home and End walk rows, columns and heads', async () => {
    const { press, stops } = await shown();
    expect(stops().map((it) => it.textContent)).toEqual([expect.stringContaining('H-2026-0001')]);
    stops()[0]?.focus();
    expect((await press('ArrowRight')).getAttribute('aria-label')).toBe(
      'verknüpft, zu prüfen, seit 01.03.2026',
    );
    expect((await press('ArrowUp')).textContent).toContain('B-2026-000');
    // The corner is no place to be.
    expect((await press('ArrowLeft')).textContent).toContain('B-2026-000');
    expect((await press('End')).textContent).toContain('B-2026-001');
    expect((await press('ArrowDown')).textContent).toContain('nicht verknüpft');
    expect((await press('End', { ctrlKey: true })).dataset['at']).toBe('2 2');
    expect((await press('ArrowRight')).dataset['at']).toBe('2 2');
    expect((await press('Home')).textContent).toContain('H-2026-0002');
    expect((await press('Home', { ctrlKey: true })).textContent).toContain('H-2026-0001');
    expect(stops()).toEqual([document.activeElement]);
  });

  it('opens what stands at the end of a row, a column or a link', async () => {
    const { page } = await shown();
    const links = [...page.querySelectorAll('a')].map((it) => it.getAttribute('href'));
    expect(links).toEqual([
      `/planung/befunde/${columnId(0)}`,
      `/planung/befunde/${columnId(1)}`,
      `/hinweise/${hinweis}`,
      `/planung/befunde/${columnId(0)}`,
      `/hinweise/${silent}`,
    ]);
    expect(TestBed.inject(Router).url).toBe('/');
  });

  it('says in words where a row is a gap and how many links are to be checked', async () => {
    const { page } = await shown();
    const states = [...page.querySelectorAll('.state')].map((it) =>
      it.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(states).toEqual(['1 Befund 1 zu prüfen', 'Lücke: führt zu keinem Befund']);
  });

  it('stays where somebody stands while more rows come in', async () => {
    const { fixture, press, stops } = await shown();
    stops()[0]?.focus();
    await press('ArrowDown');
    const more = view(2);
    const { columns } = fixture.componentInstance.sheet();
    fixture.componentInstance.sheet.set({
      columns,
      rows: sheetOf(more, [...more.items, ...more.items.map((it) => ({ ...it, id: `${it.id}2` }))]).rows,
    });
    await fixture.whenStable();
    expect((document.activeElement as HTMLElement).textContent).toContain('H-2026-0002');
    expect(stops()).toEqual([document.activeElement]);
  });

  it('goes to paper as several tables, each with the heads of its columns and a key to them', async () => {
    const { fixture, page } = await shown();
    fixture.componentInstance.sheet.set(sheetOf(view(20), view(20).items));
    await fixture.whenStable();
    expect(page.querySelectorAll('table').length).toBe(1);
    turnToPaper();
    const tables = [...page.querySelectorAll('table')];
    expect(tables.map((it) => it.querySelectorAll('thead .column').length)).toEqual([16, 4]);
    expect(tables.map((it) => it.querySelectorAll('tbody tr').length)).toEqual([2, 2]);
    expect([...page.querySelectorAll('.key')].map((it) => it.querySelectorAll('dt').length)).toEqual([16, 4]);
  });
});
