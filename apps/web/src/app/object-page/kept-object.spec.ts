import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { keptObject, type KeptObject } from './kept-object';

interface Thing {
  id: string;
  name: string;
}

describe('The object of a page', () => {
  const id = signal('a');
  let http: HttpTestingController;
  let kept: KeptObject<Thing>;

  beforeEach(() => {
    id.set('a');
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    kept = TestBed.runInInjectionContext(() =>
      keptObject<Thing>(
        () => `/api/things/${id()}`,
        (thing) => thing.name,
      ),
    );
  });

  async function answer(body: Thing | null, status = 200): Promise<void> {
    TestBed.tick();
    const request = http.expectOne(`/api/things/${id()}`);
    if (body) request.flush(body);
    else request.flush(null, { status, statusText: 'Refused' });
    await TestBed.inject(ApplicationRef).whenStable();
    TestBed.tick();
  }

  it('names the page, and stays on the screen while it is asked again, even when that fails', async () => {
    await answer({ id: 'a', name: 'Kiebitz' });
    expect(kept.view()?.name).toBe('Kiebitz');
    expect(TestBed.inject(Title).getTitle()).toBe('Kiebitz · Runder Tisch');
    kept.reload();
    TestBed.tick();
    expect(kept.loading()).toBe(true);
    expect(kept.view()?.name).toBe('Kiebitz');
    await answer(null, 500);
    expect(kept.view()?.name).toBe('Kiebitz');
    expect(kept.problem()?.status).toBe(500);
  });

  it('shows what a change answered until the server says otherwise', async () => {
    await answer({ id: 'a', name: 'Kiebitz' });
    kept.view.set({ id: 'a', name: 'Kiebitz gGmbH' });
    kept.reload();
    TestBed.tick();
    expect(kept.view()?.name).toBe('Kiebitz gGmbH');
    await answer({ id: 'a', name: 'Kiebitz e. V.' });
    expect(kept.view()?.name).toBe('Kiebitz e. V.');
  });

  it('never shows one object under the address of another', async () => {
    await answer({ id: 'a', name: 'Kiebitz' });
    id.set('b');
    TestBed.tick();
    expect(kept.view()).toBeNull();
    await answer(null, 404);
    expect(kept.view()).toBeNull();
    expect(kept.problem()?.status).toBe(404);
  });
});
