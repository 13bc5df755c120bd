import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { SessionView } from '@runder-tisch/domain/accounts';
import type { RunningMeetingView } from '@runder-tisch/domain/meetings';
import 'fake-indexeddb/auto';
import { deserialize, serialize } from 'node:v8';
import { CONTRIBUTIONS } from '../contribution';
import { apiInterceptor } from '../http/api-interceptor';
import { ProblemError } from '../http/problem-error';
import { SESSION_DOOR } from '../http/session-door';
import { meetingsContribution } from '../meetings/meetings.contribution';
import { deviceStore } from '../meetings/running-meeting/record/device-store';
import { emptyDraft } from '../meetings/running-meeting/record/shown-line';
import { KeptSession } from './kept-session';
import { Session } from './session';
import { PageDoor } from './session-door';

const MORNING = '2026-11-23T09:00:00.000Z';
const owner = { accountId: 'katrin', meetingId: 'm' };

function viewOf(accountId: string | null): SessionView {
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
    ended: accountId === null ? 'idle' : null,
    now: MORNING,
  };
}

/** A meeting whose minutes are taken at this device, with a line that has not been sent. */
describe('What a running meeting keeps on a device', () => {
  let http: HttpTestingController;

  beforeEach(async () => {
    Object.assign(globalThis, { structuredClone: (it: unknown) => deserialize(serialize(it)) });
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: SESSION_DOOR, useExisting: PageDoor },
        { provide: CONTRIBUTIONS, useValue: [meetingsContribution] },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    await deviceStore.keepPicture(
      owner,
      { view: { id: 'm', title: 'Netzwerktreffen' } as RunningMeetingView },
      MORNING,
    );
    await deviceStore.putDraft(owner, {
      place: 'top',
      draft: { ...emptyDraft(), text: 'Noch nicht gesendet' },
      before: null,
    });
    TestBed.inject(KeptSession).keep(viewOf('katrin'));
  });
  afterEach(async () => {
    await deviceStore.clear('katrin');
    localStorage.clear();
  });

  const load = async (answer: (request: ReturnType<HttpTestingController['expectOne']>) => void) => {
    const loading = TestBed.inject(Session).load();
    answer(http.expectOne('/api/session'));
    await loading;
  };
  const there = async (accountId = 'katrin', now = MORNING) => {
    const { picture, drafts } = await deviceStore.read({ ...owner, accountId }, now);
    return { picture: picture !== null, words: drafts.map(({ draft }) => draft.text) };
  };
  const all = { picture: true, words: ['Noch nicht gesendet'] };
  const wordsAlone = { picture: false, words: ['Noch nicht gesendet'] };

  it('stays while its account is signed in, and while the server cannot be asked', async () => {
    await load((request) => request.flush(viewOf('katrin')));
    expect(await there()).toEqual(all);
    await load((request) => request.error(new ProgressEvent('error')));
    expect(TestBed.inject(Session).current().accountId).toBe('katrin');
    expect(await there()).toEqual(all);
  });

  it('goes when the server has ended the session, though the words that were not sent stay', async () => {
    await load((request) => request.flush(viewOf('katrin')));
    TestBed.inject(PageDoor).ended(new ProblemError(401, 'not-signed-in', 'Bitte melden Sie sich an.'));
    for (let tries = 0; tries < 100 && (await there()).picture; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await there()).toEqual(wordsAlone);
    expect(TestBed.inject(KeptSession).read()).toBeNull();
  });

  it('goes when the page is opened after the end, and without the server nobody reads it any more', async () => {
    await load((request) => request.flush(viewOf(null)));
    expect(await there()).toEqual(wordsAlone);
    await load((request) => request.error(new ProgressEvent('error')));
    expect(TestBed.inject(Session).signedIn()).toBe(false);
  });

  it('goes after a day, also where the server was never heard again', async () => {
    expect(await there('katrin', '2026-11-24T08:59:00.000Z')).toEqual(all);
    expect(await there('katrin', '2026-11-24T09:01:00.000Z')).toEqual(wordsAlone);
    const kept = JSON.parse(localStorage.getItem('rt-kept-session') ?? '') as { deviceTime: number };
    localStorage.setItem(
      'rt-kept-session',
      JSON.stringify({ ...kept, deviceTime: kept.deviceTime - 25 * 3_600_000 }),
    );
    await load((request) => request.error(new ProgressEvent('error')));
    expect(TestBed.inject(Session).signedIn()).toBe(false);
    expect(localStorage.getItem('rt-kept-session')).toBeNull();
  });

  it('is never read by another account, whose signing in takes the picture away and not the words', async () => {
    expect(await there('jens')).toEqual({ picture: false, words: [] });
    await load((request) => request.flush(viewOf('jens')));
    expect(await there('jens')).toEqual({ picture: false, words: [] });
    expect(await there()).toEqual(wordsAlone);
  });
});
