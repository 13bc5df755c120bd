import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { permissionsOf, type Role } from '@runder-tisch/domain/accounts';
import { Session } from '../session/session';
import { FirstHour } from './first-hour';

/** What somebody of this role reads, with so many organisations, networks, fields and meetings there. */
async function shownTo(
  role: Role,
  there: Record<string, number>,
): Promise<{ text: string; links: string[] }> {
  const permissions = permissionsOf([role]);
  const session = {
    isStaff: () => role !== 'reader' && role !== 'provider',
    may: (it: never) => permissions.includes(it),
  };
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: Session, useValue: session },
    ],
  });
  const fixture = TestBed.createComponent(FirstHour);
  fixture.detectChanges();
  for (const { request, flush } of TestBed.inject(HttpTestingController)
    .match(() => true)
    .map((it) => ({ request: it.request, flush: it.flush.bind(it) })))
    flush({ items: [], next: null, total: there[request.url.replace('/api/', '')] ?? 0 });
  await fixture.whenStable();
  fixture.detectChanges();
  const host = fixture.nativeElement as HTMLElement;
  const links = [...host.querySelectorAll('a')].map((it) => it.getAttribute('href') ?? '');
  return { text: host.textContent ?? '', links };
}

describe('The first hour', () => {
  it('tells a coordinator the three first steps', async () => {
    expect((await shownTo('coordinator', {})).links).toEqual([
      '/akteure/import',
      '/netzwerke?neu=1',
      '/termine/neu',
    ]);
  });

  it('leads a planner, who founds no networks, to the fields of action', async () => {
    const { links } = await shownTo('planner', {});
    expect(links).toEqual(['/akteure/import', '/planung/handlungsfelder', '/termine/neu']);
  });

  it('ticks off what is done and goes when all is', async () => {
    const half = await shownTo('coordinator', { organisations: 3 });
    expect(half.links).not.toContain('/akteure/import');
    expect(half.text).toContain('(erledigt)');
    TestBed.resetTestingModule();
    const done = await shownTo('coordinator', { organisations: 3, networks: 1, meetings: 1 });
    expect(done.text.trim()).toBe('');
  });

  it('says nothing to those who only read', async () => {
    expect((await shownTo('reader', {})).text.trim()).toBe('');
  });
});
