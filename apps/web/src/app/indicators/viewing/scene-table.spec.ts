import { TestBed } from '@angular/core/testing';
import { SceneTableView } from './scene-table';

const table = {
  head: ['Stand', 'Landkreis', 'Land', 'Bruch'],
  rows: [
    ['31.12.2021', '17,4 (17,0 bis 17,9)', '–', ''],
    ['31.12.2022', '18,7 (18,2 bis 19,2), vorläufig', 'geheim oder unbekannt', 'andere Bevölkerungsbasis'],
  ],
};

async function shown(between: string): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(SceneTableView);
  fixture.componentRef.setInput('label', 'Verlauf');
  fixture.componentRef.setInput('table', table);
  fixture.componentRef.setInput('between', between);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const texts = (all: Iterable<Element>): string[] =>
  [...all].map((it) => it.textContent.replace(/\s+/g, ' ').trim());

describe('The table of a drawing', () => {
  it('says between two rows where what is comparable ends, in no column of its own', async () => {
    const page = await shown('Bruch');
    expect(texts(page.querySelectorAll('thead th'))).toEqual(['Stand', 'Landkreis', 'Land']);
    const rows = [...page.querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.children.length)).toEqual([3, 1, 3]);
    expect(texts(rows)[1]).toBe('Bruch: andere Bevölkerungsbasis');
    expect(rows[1]?.firstElementChild?.getAttribute('colspan')).toBe('3');
  });

  it('keeps a value, its interval and its remark apart, so that none of them breaks in two', async () => {
    const page = await shown('Bruch');
    const cells = [...page.querySelectorAll('tbody td.number')];
    expect(cells.map((cell) => texts(cell.children))).toEqual([
      ['17,4', '(17,0 bis 17,9)'],
      ['–'],
      ['18,7', '(18,2 bis 19,2)', 'vorläufig'],
      ['geheim oder unbekannt'],
    ]);
  });

  it('has all its columns where nothing stands between', async () => {
    expect(texts((await shown('')).querySelectorAll('thead th'))).toEqual(table.head);
  });
});
