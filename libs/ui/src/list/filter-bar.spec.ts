import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { FilterBar, type Filter } from './filter-bar';

@Component({ imports: [FilterBar], template: `<rt-filter-bar [filters]="filters" result="3 Orte" />` })
class Host {
  readonly filters: Filter[] = [
    { kind: 'search', key: 'search', label: 'Name' },
    {
      kind: 'choice',
      key: 'type',
      label: 'Art',
      all: 'Alle Arten',
      options: [
        { value: 'TOWN', label: 'Stadt' },
        { value: 'VILLAGE', label: 'Dorf' },
      ],
    },
    { kind: 'switch', key: 'mine', label: 'Nur meine' },
  ];
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

async function shown(address: string) {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'orte', component: Host },
        // As a page that is still being loaded.
        { path: 'ort', component: Host, resolve: { slow: () => pause(400) } },
      ]),
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  await harness.fixture.whenStable();
  const page = harness.routeNativeElement as HTMLElement;
  const select = page.querySelector('select') as HTMLSelectElement;
  const search = page.querySelector('input[type=search]') as HTMLInputElement;
  const settled = () => harness.fixture.whenStable();
  return { page, select, search, settled, address: () => TestBed.inject(Router).url };
}

describe('FilterBar', () => {
  it('shows the filters of the address', async () => {
    const { select, search, page } = await shown('/orte?search=Aken&type=VILLAGE&mine=1');
    expect(search.value).toBe('Aken');
    expect(select.value).toBe('VILLAGE');
    expect((page.querySelector('input[type=checkbox]') as HTMLInputElement).checked).toBe(true);
  });

  it('writes a choice into the address and leaves other parameters alone', async () => {
    const { select, settled, address } = await shown('/orte?sort=name');
    select.value = 'TOWN';
    select.dispatchEvent(new Event('change'));
    await settled();
    await new Promise(requestAnimationFrame);
    expect(address()).toBe('/orte?sort=name&type=TOWN');
  });

  it('writes a switch as the API reads it, and takes it away again', async () => {
    const { page, settled, address } = await shown('/orte?sort=name');
    const mine = page.querySelector('input[type=checkbox]') as HTMLInputElement;
    for (const expected of ['/orte?sort=name&mine=1', '/orte?sort=name']) {
      mine.click();
      await settled();
      await new Promise(requestAnimationFrame);
      expect(address()).toBe(expected);
    }
  });

  it('waits until typing pauses, but not behind Enter', async () => {
    const { search, settled, address } = await shown('/orte');
    search.value = ' Zerbst ';
    search.dispatchEvent(new Event('input'));
    expect(address()).toBe('/orte');
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settled();
    await new Promise(requestAnimationFrame);
    expect(address()).toBe('/orte?search=Zerbst');
  });

  it('does not call back somebody who followed a link while typing was waited for', async () => {
    const { search, address } = await shown('/orte');
    search.value = 'Zerbst';
    search.dispatchEvent(new Event('input'));
    await TestBed.inject(Router).navigateByUrl('/ort');
    await pause(300);
    expect(address()).toBe('/ort');
  });

  it('keeps what is typed when another filter is chosen at once', async () => {
    const { search, select, settled, address } = await shown('/orte');
    search.value = 'Zerbst';
    search.dispatchEvent(new Event('input'));
    select.value = 'TOWN';
    select.dispatchEvent(new Event('change'));
    await settled();
    await new Promise(requestAnimationFrame);
    expect(address()).toBe('/orte?search=Zerbst&type=TOWN');
  });

  it('takes all filters back with one button that is there only then', async () => {
    const { page, settled, address } = await shown('/orte?search=Aken&sort=name');
    page.querySelector('button')?.click();
    await settled();
    await new Promise(requestAnimationFrame);
    expect(address()).toBe('/orte?sort=name');
    expect(page.querySelector('button')).toBeNull();
  });
});
