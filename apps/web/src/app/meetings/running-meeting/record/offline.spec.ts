import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import {
  createEnvironmentInjector,
  EnvironmentInjector,
  provideZonelessChangeDetection,
  signal,
} from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { MinutesLine, RunningMeetingView } from '@runder-tisch/domain/meetings';
import 'fake-indexeddb/auto';
import { deserialize, serialize } from 'node:v8';
import { BroadcastChannel } from 'node:worker_threads';
import type { HinweisFields } from '../../../feedback/session-line/hinweis-form';
import { hinweisLines } from '../../../feedback/session-line/hinweis-lines';
import { apiInterceptor } from '../../../http/api-interceptor';
import { Session } from '../../../session/session';
import { deviceStore } from './device-store';
import { provideLineOwners } from './line-owners';
import { RunningMeeting } from './running-meeting';
import { emptyDraft, type LineDraft } from './shown-line';

/** Who holds a name, and who waits for it, as in the browser. */
function locks() {
  const tails = new Map<string, Promise<void>>();
  return {
    request: (name: string, work: () => Promise<void>) => {
      const next = (tails.get(name) ?? Promise.resolve()).then(work);
      tails.set(name, next);
      return next;
    },
  };
}

const entry = (id: string, text: string, version = 1): MinutesLine => ({
  ...{ id, version, text, agendaItemId: 'top', position: 1, kind: 'TEXT' },
  ...{ task: null, votes: null, referenceId: null },
});
const view = (entries: MinutesLine[]): RunningMeetingView => ({
  ...{ id: 'm', version: 1, title: 'Netzwerktreffen', type: 'NETWORK', state: 'INVITED' },
  ...{ startsAt: '2025-03-12T13:00:00Z', endsAt: '2025-03-12T15:00:00Z', place: 'Rathaus', network: null },
  ...{ sessionStartedAt: '2025-03-12T13:00:00Z', sessionEndedAt: null, minutesApprovedAt: null },
  ...{ minutesApprovedBy: '', protocolSentAt: null, openItems: [] },
  agenda: [{ id: 'top', title: 'Wartezeiten', minutes: 10, visibility: 'PUBLIC', presenter: '' }],
  entries,
  attendance: [
    {
      ...{ id: null, version: 0, invitationId: 'i', personId: 'p', organisationId: null, name: 'Anna' },
      ...{ organisation: '', answer: 'ACCEPTED', present: null, guest: false },
    },
  ],
});
const draft = (text: string, facts: Partial<LineDraft & HinweisFields> = {}): LineDraft => ({
  ...emptyDraft(),
  text,
  ...facts,
});
const turn = () => new Promise((resolve) => setTimeout(resolve));
const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 300 && !holds(); tries++) await turn();
  if (!holds()) throw new Error('It did not come to that.');
};

describe('Minutes taken without network', () => {
  let http: HttpTestingController;
  let running: RunningMeeting;
  let windows: EnvironmentInjector[] = [];

  /** One more window of the same browser: what is common to both is the device, not the page. */
  const openWindow = (): RunningMeeting => {
    const window = createEnvironmentInjector([RunningMeeting], TestBed.inject(EnvironmentInjector));
    windows.push(window);
    const meeting = window.get(RunningMeeting);
    void meeting.open('m');
    return meeting;
  };
  const closeAll = (): void => {
    for (const window of windows) window.destroy();
    windows = [];
    TestBed.resetTestingModule();
  };
  /** A browser window on the meeting, from the first moment on. */
  const start = (accountId = 'katrin'): void => {
    closeAll();
    TestBed.configureTestingModule({
      providers: [
        provideLineOwners(hinweisLines),
        provideZonelessChangeDetection(),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
        { provide: Session, useValue: { current: signal({ accountId, now: '2025-03-12T13:00:00Z' }) } },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    running = openWindow();
  };
  const asked = async (match: (request: TestRequest['request']) => boolean): Promise<TestRequest> => {
    let found: TestRequest | undefined;
    await until(() => (found ??= http.match(match)[0]) !== undefined);
    if (!found) throw new Error('Nothing was asked.');
    return found;
  };
  const reads = async (entries: MinutesLine[] | null): Promise<void> => {
    const session = await asked((it) => it.method === 'GET' && it.url.endsWith('/session'));
    const spoken = await asked((it) => it.url === '/api/feedback/of-session');
    if (!entries) {
      session.error(new ProgressEvent('error'));
      if (!spoken.cancelled) spoken.error(new ProgressEvent('error'));
    } else {
      session.flush(view(entries));
      spoken.flush([]);
    }
    await until(() => running.meeting() !== null || running.problem() !== null);
  };
  const sent = () => asked((it) => it.method !== 'GET');
  const cut = async () => (await sent()).error(new ProgressEvent('error'));
  const written = async () => until(() => !running.wouldLose());
  const texts = () => running.lines().map((line) => line.text);
  const words = ({ request }: TestRequest) => {
    const body = request.body as { text?: string; present?: boolean };
    return [request.url.split('/').at(-2), body.text ?? body.present, request.headers.get('If-Match')];
  };

  beforeEach(() => {
    Object.assign(globalThis, {
      BroadcastChannel,
      structuredClone: (it: unknown) => deserialize(serialize(it)),
    });
    Object.defineProperty(navigator, 'locks', { value: locks(), configurable: true });
  });
  afterEach(async () => {
    if (running.durable()) await written();
    closeAll();
    for (const account of ['katrin', 'jens']) await deviceStore.clear(account);
  });

  it('are all there after a reload without network, and are sent in the order they were typed', async () => {
    start();
    await reads([entry('l', 'Vom Server')]);
    running.keep('top', draft('Eins'));
    await cut();
    running.keep('top', draft('Zwei', { kind: 'FEEDBACK', speakerRole: 'Beraterin' }));
    const [seat] = running.seats.all();
    if (seat) running.seats.set(seat, true);
    running.keep('top', draft('Drei'));
    await written();

    start();
    await reads(null);
    await until(() => running.trouble() === 'unreachable' && running.queue.sends());
    expect(texts()).toEqual(['Vom Server', 'Eins', 'Zwei', 'Drei']);
    expect(running.seats.present()).toBe(1);
    expect(running.queue.unsent()).toBe(5);

    const order: unknown[] = [];
    for (let place = 0; place < 5; place++) {
      const request = await sent();
      order.push(words(request));
      request.flush({ id: request.request.url.split('/').at(-1) ?? '', version: 1 });
      await turn();
    }
    expect(order).toEqual([
      ['minutes', 'Eins', '"v0"'],
      ['feedback', 'Zwei', '"v0"'],
      ['minutes', '', '"v0"'],
      ['attendance', true, '"v0"'],
      ['minutes', 'Drei', '"v0"'],
    ]);
    await written();

    start();
    await reads(null);
    expect(texts()).toEqual(['Vom Server', 'Eins', 'Zwei', 'Drei']);
    expect(running.seats.present()).toBe(1);
    expect(running.queue.unsent()).toBe(0);
  });

  it('belong to the account that wrote them: another one neither sees nor sends them', async () => {
    start('katrin');
    await reads([]);
    running.keep('top', draft('Nur von Katrin'));
    await cut();
    await written();

    start('jens');
    await reads(null);
    expect([running.meeting(), texts(), running.queue.unsent()]).toEqual([null, [], 0]);
    await turn();
    http.expectNone((it) => it.method !== 'GET');

    start('katrin');
    await reads(null);
    expect(texts()).toEqual(['Nur von Katrin']);
    const request = await sent();
    expect(request.request.headers.get('X-RT-Account')).toBe('katrin');
  });

  it('keep their version over a reload, so that both stay where another device was faster', async () => {
    start();
    await reads([entry('l', 'Erste Fassung', 1)]);
    const [line] = running.lines();
    if (line) running.change(line, draft('Meine Fassung'));
    await cut();
    await written();

    start();
    await reads([entry('l', 'Vom anderen Gerät', 2)]);
    const mine = await sent();
    expect(words(mine)).toEqual(['minutes', 'Meine Fassung', '"v1"']);
    mine.flush(
      { status: 412, code: 'line-changed-elsewhere', detail: 'Geändert.', errors: [] },
      { status: 412, statusText: '' },
    );
    await reads([entry('l', 'Vom anderen Gerät', 2)]);
    expect(texts()).toEqual(['Vom anderen Gerät', 'Meine Fassung']);
    expect(words(await sent())).toEqual(['minutes', 'Meine Fassung', '"v0"']);
    await written();

    start();
    await reads(null);
    expect(texts()).toEqual(['Vom anderen Gerät', 'Meine Fassung']);
  });

  it('come back with the line that was being typed, also where it changes a line that is gone', async () => {
    start();
    await reads([entry('l', 'Alt')]);
    const [before = null] = running.lines();
    running.drafts.keep({ place: 'top', draft: draft('Halber Sa'), before: null });
    running.drafts.keep({ place: 'l', draft: draft('Neu'), before });
    await written();

    start();
    await reads(null);
    expect(running.drafts.of('top')?.draft.text).toBe('Halber Sa');
    expect(running.drafts.of('l')?.draft.text).toBe('Neu');

    start();
    await reads([]);
    await until(() => texts().length > 0);
    expect(texts()).toEqual(['Neu']);
  });

  it('stay on the screen when the server refuses them, also after a reload', async () => {
    start();
    await reads([]);
    running.keep('top', draft('Zu spät'));
    (await sent()).flush(
      { status: 409, code: 'minutes-approved', detail: 'Schon freigegeben.', errors: [] },
      { status: 409, statusText: '' },
    );
    await until(() => running.queue.unsent() === 0);
    await written();
    start();
    await reads([]);
    expect(running.lines().map((line) => [line.text, line.refusal])).toEqual([
      ['Zu spät', 'Schon freigegeben.'],
    ]);
  });

  it('are sent by one window alone; the other writes down and takes over when it is closed', async () => {
    start();
    await reads([]);
    await until(() => running.queue.sends());
    running.keep('top', draft('Aus dem ersten Fenster'));
    const waiting = await sent();

    const second = openWindow();
    await reads([]);
    await until(() => second.lines().length === 1);
    second.keep('top', draft('Aus dem zweiten Fenster'));
    await until(() => running.lines().length === 2);
    expect(second.queue.sends()).toBe(false);
    waiting.flush({ id: waiting.request.url.split('/').at(-1) ?? '', version: 1 });
    const next = await sent();
    expect(words(next)).toEqual(['minutes', 'Aus dem zweiten Fenster', '"v0"']);

    await until(() => second.queue.unsent() === 1);
    // Closed before the answer came: nobody knows whether the line arrived, and sending it again does no harm.
    windows.shift()?.destroy();
    await until(() => second.queue.sends());
    const again = await sent();
    expect(words(again)).toEqual(words(next));
    again.flush({ id: again.request.url.split('/').at(-1) ?? '', version: 1 });
    await until(() => second.queue.unsent() === 0);
    expect(second.lines().map((line) => line.text)).toEqual([
      'Aus dem ersten Fenster',
      'Aus dem zweiten Fenster',
    ]);
  });

  it('go on in memory where the browser stores nothing, and say so', async () => {
    const full = jest
      .spyOn(deviceStore, 'putWaiting')
      .mockRejectedValue(new DOMException('', 'QuotaExceededError'));
    start();
    await reads([]);
    running.keep('top', draft('Eins'));
    await until(() => !running.durable());
    const request = await sent();
    expect([words(request)[1], running.wouldLose()]).toEqual(['Eins', true]);
    request.flush({ id: request.request.url.split('/').at(-1) ?? '', version: 1 });
    await until(() => running.queue.unsent() === 0);
    expect(texts()).toEqual(['Eins']);
    full.mockRestore();
  });
});
