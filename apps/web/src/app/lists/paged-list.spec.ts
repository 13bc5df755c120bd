import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { pagedList } from './paged-list';

interface Row {
  id: string;
}

const page = (ids: string[], next: string | null, total = 5) => ({
  items: ids.map((id) => ({ id })),
  next,
  total,
});

function made() {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  const search = signal('');
  const list = TestBed.runInInjectionContext(() => pagedList<Row>('/api/rows', () => ({ search: search() })));
  const http = TestBed.inject(HttpTestingController);
  const answer = async (address: string, body: object) => {
    TestBed.tick();
    http.expectOne(address).flush(body);
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };
  const ids = () => list.rows().map((row) => row.id);
  return { search, list, http, answer, ids };
}

describe('A list that grows', () => {
  it('adds the next page below the first', async () => {
    const { list, answer, ids } = made();
    await answer('/api/rows', page(['1', '2'], 'c1'));
    expect(list.total()).toBe(5);
    expect(list.hasMore()).toBe(true);
    list.more();
    await answer('/api/rows?after=c1', page(['3'], null));
    expect(ids()).toEqual(['1', '2', '3']);
    expect(list.hasMore()).toBe(false);
  });

  it('starts over with another filter and keeps the old rows until the new ones are there', async () => {
    const { search, answer, ids, list } = made();
    await answer('/api/rows', page(['1', '2'], 'c1'));
    list.more();
    await answer('/api/rows?after=c1', page(['3'], null));
    expect(ids()).toHaveLength(3);
    search.set('köthen');
    TestBed.tick();
    expect(ids()).toEqual(['1', '2', '3']);
    expect(list.loading()).toBe(true);
    await answer('/api/rows?search=k%C3%B6then', page(['9'], null, 1));
    expect(ids()).toEqual(['9']);
  });

  it('reads again from the first page after a change', async () => {
    const { answer, ids, list } = made();
    await answer('/api/rows', page(['1'], 'c1'));
    list.more();
    await answer('/api/rows?after=c1', page(['2'], null));
    list.reload();
    await answer('/api/rows', page(['1', '7'], 'c2'));
    expect(ids()).toEqual(['1', '7']);
  });

  it('says what went wrong', async () => {
    const { http, list } = made();
    TestBed.tick();
    http.expectOne('/api/rows').flush(null, { status: 503, statusText: '' });
    await new Promise((resolve) => setTimeout(resolve));
    expect(list.problem()?.code).toBe('database-unavailable');
  });
});
