import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { SessionFeedbackView } from '@runder-tisch/domain/feedback';
import type { MinutesLine, RunningMeetingView } from '@runder-tisch/domain/meetings';
import { Toasts } from '@runder-tisch/ui/overlay';
import type { HinweisFields } from '../../../feedback/session-line/hinweis-form';
import { hinweisLines } from '../../../feedback/session-line/hinweis-lines';
import { apiInterceptor } from '../../../http/api-interceptor';
import { provideLineOwners } from './line-owners';
import { RunningMeeting } from './running-meeting';
import { emptyDraft, type LineDraft } from './shown-line';

const entry = (facts: Partial<MinutesLine> & { id: string }): MinutesLine => ({
  version: 1,
  agendaItemId: 'top',
  position: 1,
  kind: 'TEXT',
  text: '',
  task: null,
  votes: null,
  referenceId: null,
  ...facts,
});
const draft = (facts: Partial<LineDraft & HinweisFields>): LineDraft => ({ ...emptyDraft(), ...facts });

describe('The running meeting', () => {
  let http: HttpTestingController;
  let running: RunningMeeting;

  const view = (entries: MinutesLine[]): RunningMeetingView => ({
    id: 'm',
    version: 1,
    title: 'Netzwerktreffen',
    type: 'NETWORK',
    state: 'INVITED',
    startsAt: '2025-03-12T13:00:00Z',
    endsAt: '2025-03-12T15:00:00Z',
    place: 'Rathaus',
    network: null,
    sessionStartedAt: '2025-03-12T13:00:00Z',
    sessionEndedAt: null,
    minutesApprovedAt: null,
    minutesApprovedBy: '',
    protocolSentAt: null,
    agenda: [{ id: 'top', title: 'Wartezeiten', minutes: 10, visibility: 'PUBLIC', presenter: '' }],
    entries,
    attendance: [],
    openItems: [],
  });
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const answerLoad = async (entries: MinutesLine[], spoken: SessionFeedbackView[] = []): Promise<void> => {
    await turn();
    http.expectOne('/api/meetings/m/session').flush(view(entries));
    http.expectOne('/api/feedback/of-session?meetingId=m').flush(spoken);
    await turn();
  };
  const sent = async (): Promise<TestRequest> => {
    await turn();
    const [request] = http.match((it) => it.method !== 'GET');
    if (!request) throw new Error('Nothing was sent.');
    return request;
  };
  const textOf = (request: TestRequest): unknown => (request.request.body as { text: string }).text;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        RunningMeeting,
        provideLineOwners(hinweisLines),
        provideZonelessChangeDetection(),
        provideHttpClient(withInterceptors([apiInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    http = TestBed.inject(HttpTestingController);
    running = TestBed.inject(RunningMeeting);
    void running.open('m');
    await answerLoad([entry({ id: 'l', text: 'Erste Fassung' })]);
  });

  it('keeps both versions of a line that changed on another device', async () => {
    const [line] = running.lines();
    if (line) running.change(line, draft({ text: 'Meine Fassung' }));
    (await sent()).flush(
      { status: 412, code: 'line-changed-elsewhere', detail: 'Geändert.', errors: [] },
      { status: 412, statusText: '' },
    );
    await answerLoad([entry({ id: 'l', version: 2, text: 'Fassung vom anderen Gerät' })]);
    expect(running.lines().map((it) => it.text)).toEqual(['Fassung vom anderen Gerät', 'Meine Fassung']);
    const own = await sent();
    expect([own.request.headers.get('If-Match'), textOf(own)]).toEqual(['"v0"', 'Meine Fassung']);
    expect(own.request.url).not.toContain('/minutes/l');
  });

  it('sends the words of a Hinweis to the feedback area first and the line without them afterwards', async () => {
    running.keep('top', draft({ kind: 'FEEDBACK', text: 'Elf Wochen', speakerRole: 'Beraterin' }));
    const words = await sent();
    expect(words.request.url).toMatch(/^\/api\/feedback\//);
    expect(words.request.body).toMatchObject({
      meetingId: 'm',
      text: 'Elf Wochen',
      speakerRole: 'Beraterin',
    });
    expect(http.match(() => true)).toEqual([]);
    const feedbackId = words.request.url.split('/').at(-1) ?? '';
    words.flush({ id: feedbackId, version: 1 });
    const line = await sent();
    expect(line.request.body).toMatchObject({ kind: 'FEEDBACK', text: '', referenceId: feedbackId });
  });

  it('strikes a Hinweis that becomes a text, so that its words are not submitted as well', async () => {
    const spoken: SessionFeedbackView = {
      id: 'h',
      version: 1,
      number: null,
      state: 'SESSION',
      text: 'Elf Wochen',
      speakerRole: '',
      person: null,
      organisation: null,
    };
    void running.refresh();
    await answerLoad([entry({ id: 'f', kind: 'FEEDBACK', referenceId: 'h' })], [spoken]);
    const [line] = running.lines();
    if (line) running.change(line, draft({ kind: 'TEXT', text: 'Elf Wochen' }));
    const struck = await sent();
    expect([struck.request.method, struck.request.url]).toEqual(['DELETE', '/api/meetings/m/minutes/f']);
    struck.flush({ id: 'f', version: 2 });
    const text = await sent();
    expect(text.request.url).not.toBe('/api/meetings/m/minutes/f');
    expect(textOf(text)).toBe('Elf Wochen');
  });

  it('keeps on the screen what was refused, with the sentence, also when it reads the meeting again', async () => {
    running.keep('top', draft({ kind: 'TASK', text: 'Zu tun' }));
    (await sent()).flush(
      { status: 409, code: 'minutes-approved', detail: 'Schon freigegeben.', errors: [] },
      { status: 409, statusText: '' },
    );
    await turn();
    void running.refresh();
    await answerLoad([entry({ id: 'l', text: 'Erste Fassung' })]);
    expect(running.lines().map((it) => [it.text, it.refusal])).toEqual([
      ['Erste Fassung', null],
      ['Zu tun', 'Schon freigegeben.'],
    ]);
  });

  it('leaves a line standing that another device wrote before it was removed here, and says so', async () => {
    const [line] = running.lines();
    if (line) running.remove(line);
    const removal = await sent();
    expect(removal.request.headers.get('If-Match')).toBe('"v1"');
    removal.flush(
      { status: 412, code: 'line-changed-elsewhere', detail: 'Geändert.', errors: [] },
      { status: 412, statusText: '' },
    );
    await answerLoad([entry({ id: 'l', version: 2, text: 'Fassung vom anderen Gerät' })]);
    expect(running.lines().map((it) => it.text)).toEqual(['Fassung vom anderen Gerät']);
    const said = TestBed.inject(Toasts)
      .shown()
      .map((toast) => toast.words);
    expect(said).toContain('Die Zeile wurde an einem anderen Gerät geändert und bleibt deshalb stehen.');
  });

  it('takes a removed line back under its own id', async () => {
    const [line] = running.lines();
    if (line) running.remove(line);
    expect(running.lines()).toEqual([]);
    (await sent()).flush({ id: 'l', version: 2 });
    void TestBed.inject(Toasts).shown()[0]?.undo?.();
    expect(running.lines().map((it) => it.text)).toEqual(['Erste Fassung']);
    const back = await sent();
    expect([back.request.method, back.request.url]).toEqual(['PUT', '/api/meetings/m/minutes/l']);
    expect(back.request.headers.get('If-Match')).toBe('"v2"');
  });
});
