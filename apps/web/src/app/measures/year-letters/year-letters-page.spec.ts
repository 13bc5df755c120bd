import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { LetterYearRow, LetterYearView } from '@runder-tisch/domain/measures/year-letters';
import { Confirm } from '@runder-tisch/ui/overlay';
import { YearLettersPage } from './year-letters-page';

const row = (id: string, name: string, facts: Partial<LetterYearRow> = {}): LetterYearRow => ({
  id,
  name,
  total: 2,
  answered: 1,
  decided: 0,
  silent: 1,
  to: [{ name, mail: `${id}@haus.test` }],
  hasPostalAddress: false,
  words: '',
  sent: null,
  ...facts,
});
const sent = { id: 'brief', sentAt: '2026-11-20T10:00:00.000Z', sentBy: 'Planung' };
const year: LetterYearView = {
  year: 2026,
  version: 3,
  introduction: 'vielen Dank.',
  rows: [
    row('eins', 'Ahornhaus'),
    row('zwei', 'Birkenhaus'),
    row('drei', 'Lindenhaus', { sent }),
    row('vier', 'Weidenhaus', { to: [] }),
  ],
  recallable: null,
};

describe('The page of letters', () => {
  const shown = async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const fixture = TestBed.createComponent(YearLettersPage);
    fixture.componentRef.setInput('jahr', '2026');
    const http = TestBed.inject(HttpTestingController);
    const settled = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      fixture.detectChanges();
    };
    fixture.detectChanges();
    for (const asked of http.match((request) => request.url.startsWith('/api/letter-years/')))
      asked.flush(year);
    await settled();
    const host = fixture.nativeElement as HTMLElement;
    const tick = (name: string) =>
      host.querySelector<HTMLInputElement>(`input[aria-label="Brief senden: ${name}"]`);
    return { fixture, http, host, settled, tick };
  };

  it('proposes who has an address and no letter yet, and says what to do without an address', async () => {
    const { host, tick } = await shown();
    expect(tick('Ahornhaus')?.checked).toBe(true);
    expect(tick('Lindenhaus')?.checked).toBe(false);
    expect(tick('Weidenhaus')?.disabled).toBe(true);
    expect(host.textContent).toContain('Keine Mailadresse:');
    expect(host.textContent).toContain('2 Briefe senden');
  });

  it('offers what the list shows as one PDF', async () => {
    const { fixture, host, settled } = await shown();
    const bound = () => host.querySelector<HTMLAnchorElement>('a[href*="letters.pdf"]');
    expect(bound()?.textContent).toContain('Alle 4 Briefe als ein PDF');
    fixture.componentRef.setInput('suche', 'weiden');
    fixture.componentRef.setInput('brief', 'ohne-adresse');
    await settled();
    expect(bound()?.textContent).toContain('Den Brief als PDF');
    expect(bound()?.getAttribute('href')).toBe(
      '/api/letter-years/2026/letters.pdf?search=weiden&letters=WITHOUT_MAIL',
    );
  });

  it('keeps a choice while the list is filtered, and sends exactly that', async () => {
    const { fixture, http, host, settled, tick } = await shown();
    tick('Birkenhaus')?.click();
    await settled();
    fixture.componentRef.setInput('suche', 'linden');
    await settled();
    expect(tick('Birkenhaus')).toBeNull();
    fixture.componentRef.setInput('suche', '');
    await settled();
    expect(tick('Birkenhaus')?.checked).toBe(false);
    expect(tick('Ahornhaus')?.checked).toBe(true);

    jest.spyOn(TestBed.inject(Confirm), 'ask').mockResolvedValue({} as never);
    host.querySelector<HTMLButtonElement>('button.rt-primary')?.click();
    await settled();
    const asked = http.expectOne({ method: 'POST', url: '/api/letter-years/2026/send' });
    expect(asked.request.body).toEqual({ organisationIds: ['eins'] });
    expect(asked.request.headers.get('If-Match')).toBe('"v3"');
  });
});
