import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SESSION_LEFT_HEADER, type SessionEnd, type SessionView } from '@runder-tisch/domain/accounts';
import { CONTRIBUTIONS } from '../contribution';
import { apiInterceptor } from '../http/api-interceptor';
import { SESSION_DOOR } from '../http/session-door';
import { Session } from './session';
import { PageDoor } from './session-door';

const MINUTE = 60_000;
const refusal = (code: string) => ({
  type: '',
  title: '',
  status: 401,
  code,
  detail: 'Bitte anmelden.',
  requestId: 'r',
  errors: [],
});

function viewOf(accountId: string | null, ended: SessionEnd | null = null): SessionView {
  return {
    signedIn: accountId !== null,
    accountId,
    displayName: accountId ?? '',
    roles: [],
    permissions: [],
    county: { name: '' },
    mail: { leavesTheHouse: true },
    demo: false,
    setUp: true,
    ended,
    now: new Date().toISOString(),
  };
}

describe('The end of a session', () => {
  let http: HttpTestingController;

  /** Katrin's page, whose session lasts so many minutes unless something is asked, and in any case. */
  async function opened(idle = 30, whole = 720): Promise<void> {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: SESSION_DOOR, useExisting: PageDoor },
        { provide: CONTRIBUTIONS, useValue: [] },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const loading = TestBed.inject(Session).load();
    TestBed.inject(PageDoor).start();
    answer(viewOf('katrin'), idle, whole);
    await loading;
    await pass(0);
  }

  /** The one question after the session that is on its way. */
  function answer(view: SessionView, idle = 30, whole = 720): void {
    const headers = view.signedIn ? { [SESSION_LEFT_HEADER]: `${idle * 60} ${whole * 60}` } : undefined;
    http.expectOne('/api/session').flush(view, headers && { headers });
  }

  async function pass(milliseconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  }

  /** Lets what is loaded on demand arrive. */
  async function settle(until: () => boolean): Promise<void> {
    jest.useRealTimers();
    for (let tries = 0; tries < 500 && !until(); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      TestBed.tick();
    }
  }

  const shown = (): string => document.body.textContent ?? '';
  const button = (name: string): HTMLButtonElement => {
    const found = [...document.querySelectorAll('button')].find((it) => it.textContent?.trim() === name);
    if (!found) throw new Error(`No button "${name}" in: ${shown()}`);
    return found;
  };
  const type = (input: string, words: string) => {
    const field = document.querySelector<HTMLInputElement>(input);
    if (!field) throw new Error(`No ${input}`);
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  afterEach(() => {
    jest.useRealTimers();
    TestBed.resetTestingModule();
    document.querySelectorAll('.cdk-overlay-container').forEach((it) => it.remove());
  });

  it('is announced two minutes ahead and put off with one key', async () => {
    await opened();
    await pass(27 * MINUTE);
    expect(shown()).not.toContain('Sind Sie noch da?');
    await pass(MINUTE + 1000);
    expect(shown()).toContain('Sind Sie noch da?');
    button('Angemeldet bleiben').click();
    await pass(0);
    answer(viewOf('katrin'));
    await pass(0);
    expect(shown()).not.toContain('Sind Sie noch da?');
    // Nothing more is said for another 28 minutes.
    await pass(27 * MINUTE);
    expect(shown()).not.toContain('Sind Sie noch da?');
    await pass(2 * MINUTE);
    expect(shown()).toContain('Sind Sie noch da?');
  });

  it('is put off without a word by whoever types, and the server hears of it', async () => {
    await opened();
    await pass(20 * MINUTE);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }));
    await pass(0);
    answer(viewOf('katrin'));
    await pass(15 * MINUTE);
    expect(shown()).not.toContain('Sind Sie noch da?');
  });

  it('cannot be put off after twelve hours: the page offers to sign in before', async () => {
    await opened(10, 10);
    await pass(8 * MINUTE + 1000);
    expect(shown()).toContain('Ihre Sitzung endet gleich');
    expect(shown()).not.toContain('Angemeldet bleiben');
    expect(button('Jetzt neu anmelden')).toBeTruthy();
  });

  it('asks to sign in over the page, and sends what was refused once more as it was', async () => {
    await opened();
    const saved: unknown[] = [];
    TestBed.inject(HttpClient)
      .post('/api/committees', { name: 'Beirat' }, { headers: { 'Idempotency-Key': 'one-deed' } })
      .subscribe((it) => saved.push(it));
    http.expectOne('/api/committees').flush(refusal('not-signed-in'), { status: 401, statusText: '' });
    await pass(0);
    answer(viewOf(null, 'idle'));
    await settle(() => shown().includes('Wieder anmelden'));
    expect(shown()).toContain('weil 30 Minuten lang nichts geschehen ist');
    button('Mit Passwort anmelden').click();
    await settle(() => document.querySelector('input[type=password]') !== null);
    type('input[type=email]', 'katrin@rolle.test');
    type('input[type=password]', 'Lampe Birke Gleis Honig');
    button('Anmelden').click();
    await settle(() => http.match('/api/session/password').map((it) => it.flush(null)).length > 0);
    await settle(() => http.match('/api/session').map((it) => it.flush(viewOf('katrin'))).length > 0);
    await settle(() => !shown().includes('Wieder anmelden'));
    const again = http.expectOne('/api/committees').request;
    expect(again.body).toEqual({ name: 'Beirat' });
    expect(again.headers.get('Idempotency-Key')).toBe('one-deed');
    expect(again.headers.get('X-RT-Account')).toBe('katrin');
  });

  it('leaves the page as it is for whoever wants to sign in later, and says that nothing is saved', async () => {
    await opened();
    const refused: unknown[] = [];
    TestBed.inject(HttpClient)
      .post('/api/committees', {})
      .subscribe({ error: (it: unknown) => refused.push(it) });
    http.expectOne('/api/committees').flush(refusal('not-signed-in'), { status: 401, statusText: '' });
    await pass(0);
    answer(viewOf(null, 'whole'));
    await settle(() => shown().includes('Wieder anmelden'));
    expect(shown()).toContain('Nach zwölf Stunden');
    button('Später').click();
    await settle(() => refused.length > 0);
    expect(refused).toEqual([
      expect.objectContaining({ says: expect.stringContaining('Gespeichert ist noch nichts') as string }),
    ]);
    expect(TestBed.inject(PageDoor).says()).toBe(true);
  });
});
