import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SuggestionWordView, SuggestionWordsView } from '@runder-tisch/domain/feedback';
import { SuggestionWordsPage } from './suggestion-words-page';

const housing = { id: '0b7d1d5e-5a40-4f6e-9d59-0d4f0c7a2f21', name: 'Wohnen' };
const path = `/api/suggestion-words/${housing.id}`;

describe('The words that speak for a Handlungsfeld', () => {
  let fixture: ComponentFixture<SuggestionWordsPage>;
  let http: HttpTestingController;
  let host: HTMLElement;

  const word = (term: string, facts: Partial<SuggestionWordView> = {}): SuggestionWordView => ({
    term,
    weight: 3,
    shippedWeight: 3,
    active: true,
    version: 0,
    ...facts,
  });
  const words = (...list: SuggestionWordView[]): SuggestionWordsView => ({
    field: housing,
    shippedVersion: '1',
    words: list,
  });
  const settle = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  };
  const type = (label: string, text: string): void => {
    const field = [...host.querySelectorAll('label')].find((it) => it.textContent.includes(label));
    const input = host.querySelector<HTMLInputElement>(`#${field?.htmlFor}`);
    if (!input) throw new Error(`There should be a field ${label}.`);
    input.value = text;
    input.dispatchEvent(new Event('input'));
  };
  const rows = (): string[] => [...host.querySelectorAll('li .term')].map((it) => it.textContent.trim());

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    fixture = TestBed.createComponent(SuggestionWordsPage);
    host = fixture.nativeElement as HTMLElement;
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    http
      .expectOne('/api/fields-of-action')
      .flush({ items: [{ ...housing, active: true }], total: 1, next: null });
    await settle();
    http.expectOne(path).flush(words(word('miete'), word('räumung', { version: 2, weight: 4 })));
    await settle();
  });
  afterEach(() => http.verify());

  it('stand with what planners made of them, and can be searched', async () => {
    expect(rows()[0]).toBe('miete');
    expect(rows()[1]).toMatch(/räumung\s+geändert/);
    type('Wort suchen', 'RÄUM');
    await settle();
    expect(rows()).toHaveLength(1);
  });

  it('take in a new one as it is written, and change one that is there already', async () => {
    type('Neues Wort', '  Kalte   Wohnung ');
    host.querySelector('form')?.dispatchEvent(new Event('submit'));
    const added = http.expectOne(path).request;
    expect(added.body).toEqual({ term: 'kalte wohnung', weight: 3, active: true });
    expect(added.headers.get('If-Match')).toBe('"v0"');
  });

  it('say at the field why a word is refused, and keep what was typed', async () => {
    type('Neues Wort', 'und');
    host.querySelector('form')?.dispatchEvent(new Event('submit'));
    http
      .expectOne(path)
      .flush(
        { code: 'invalid-input', detail: 'Dieses Wort sagt nichts über das Feld.', errors: [] },
        { status: 422, statusText: 'Unprocessable', headers: { 'Content-Type': 'application/problem+json' } },
      );
    await settle();
    http.expectOne(path).flush(words(word('miete')));
    await settle();
    expect(host.textContent).toContain('Dieses Wort sagt nichts über das Feld.');
    expect([...host.querySelectorAll('input')].map((it) => it.value)).toContain('und');
  });
});
