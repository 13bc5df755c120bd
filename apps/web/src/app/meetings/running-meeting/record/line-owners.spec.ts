import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { Component, input, provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { RunningMeetingView } from '@runder-tisch/domain/meetings';
import { LineEditor } from '../line-editor/line-editor';
import { WhoLookup } from '../line-editor/who-lookup';
import { MinutesLineRow } from '../minutes-line-row';
import { LineOwners, provideLineOwners, type LineOwner, type OwnersWords } from './line-owners';
import { RunningMeeting } from './running-meeting';
import { emptyDraft, type LineDraft, type ShownLine } from './shown-line';

interface WishFields {
  urgency: string;
}
interface Wish extends OwnersWords, WishFields {
  words: string;
  granted: boolean;
}

@Component({
  selector: 'rt-wish-form',
  template: `<button type="button" (click)="change()({ urgency: 'bald' })">Wie eilig?</button>`,
})
class WishForm {
  readonly draft = input.required<LineDraft & WishFields>();
  readonly change = input.required<(own: Partial<WishFields>) => void>();
}

/** A kind of line of an area that meetings have never heard of. */
const wishes = {
  kind: 'WISH',
  label: 'Wunsch',
  slashWords: ['w', 'wunsch'],
  placeholder: 'Was wünscht sich die Runde?',
  limit: 77,
  edge: 'red',
  blank: { urgency: '' },
  form: WishForm,
  thoughHidden: 'Ein Wunsch von hier wird aber weitergegeben.',
  onDevice: { change: 'wish', words: 'wishes' },
  addresses: { put: (id: string) => `/api/wishes/${id}`, all: '/api/wishes/of-session' },
  request: (meetingId: string, { text, urgency }: ShownLine & WishFields) => ({
    meetingId,
    words: text,
    urgency,
  }),
  merge: (wish: Wish | undefined) => ({
    text: wish?.words ?? '',
    urgency: wish?.urgency ?? '',
    fixed: wish?.granted ?? true,
  }),
  taken: (before: Wish | undefined, request: Pick<Wish, 'words' | 'urgency'>, answer: OwnersWords): Wish => ({
    ...{ granted: false, ...before, ...answer, words: request.words, urgency: request.urgency },
  }),
  read: ({ text, urgency }: ShownLine & WishFields) => ({
    text: `Gewünscht: ${text}`,
    isQuote: false,
    facts: urgency,
  }),
  atTheEnd: (count: number) => `Zahl der Wünsche, die weitergehen: ${count}.`,
} satisfies LineOwner;
const view: RunningMeetingView = {
  ...{ id: 'm', version: 1, title: 'Netzwerktreffen', type: 'NETWORK', state: 'INVITED' },
  ...{ startsAt: '2025-03-12T13:00:00Z', endsAt: '2025-03-12T15:00:00Z', place: 'Rathaus', network: null },
  ...{ sessionStartedAt: '2025-03-12T13:00:00Z', sessionEndedAt: null, minutesApprovedAt: null },
  ...{ minutesApprovedBy: '', protocolSentAt: null, openItems: [], attendance: [], agenda: [] },
  entries: [
    {
      ...{ id: 'l', version: 1, agendaItemId: null, position: 1, kind: 'WISH', text: '', task: null },
      ...{ votes: null, referenceId: 'w' },
    },
  ],
};
const stored: Wish = { id: 'w', version: 3, words: 'Ein Bus am Abend', urgency: 'bald', granted: false };

describe('A kind of line that only its owner knows', () => {
  let http: HttpTestingController;
  let running: RunningMeeting;

  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const answerLoad = async (wish: Wish = stored): Promise<void> => {
    await turn();
    http.expectOne('/api/meetings/m/session').flush(view);
    http.expectOne('/api/wishes/of-session?meetingId=m').flush([wish]);
    await turn();
  };
  const sent = async (): Promise<TestRequest> => {
    await turn();
    const [request] = http.match((it) => it.method !== 'GET');
    if (!request) throw new Error('Nothing was sent.');
    return request;
  };
  const wish = (text: string, urgency = ''): LineDraft =>
    Object.assign(emptyDraft('WISH'), { text, urgency } satisfies Partial<LineDraft> & WishFields);

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        RunningMeeting,
        provideLineOwners(wishes),
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: WhoLookup, useValue: {} },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    running = TestBed.inject(RunningMeeting);
    void running.open('m');
    await answerLoad();
  });

  it('is typed by its slash word, no longer than it may be, with the fields of its own', async () => {
    const fixture = TestBed.createComponent(LineEditor);
    const kept: LineDraft[] = [];
    fixture.componentInstance.kept.subscribe((draft) => kept.push(draft));
    const editor = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
    const field = editor.querySelector('textarea');
    if (!field) throw new Error('There is no field.');
    field.value = '/wunsch Ein Bus';
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
    expect([field.value, field.maxLength, field.placeholder]).toEqual([
      'Ein Bus',
      wishes.limit,
      wishes.placeholder,
    ]);
    editor.querySelector<HTMLElement>('rt-wish-form button')?.click();
    expect(fixture.componentInstance.commit()).toBe(true);
    expect(kept).toMatchObject([{ kind: 'WISH', text: 'Ein Bus', urgency: 'bald' }]);
  });

  it('is one line with the words its area keeps, and reads as that says', async () => {
    expect(running.lines()).toMatchObject([{ kind: 'WISH', text: 'Ein Bus am Abend', fixed: false }]);
    const fixture = TestBed.createComponent(MinutesLineRow);
    fixture.componentRef.setInput('line', running.lines()[0]);
    fixture.componentRef.setInput('mayWrite', true);
    await fixture.whenStable();
    const row = (fixture.nativeElement as HTMLElement).querySelector('.words');
    expect(row?.textContent).toMatch(/Wunsch\s*Gewünscht: Ein Bus am Abend\s*bald/);
  });

  it('is sent to its area first and as a line without words afterwards', async () => {
    running.keep(null, wish('Ein Zaun', 'später'));
    const words = await sent();
    expect(words.request.body).toEqual({ meetingId: 'm', words: 'Ein Zaun', urgency: 'später' });
    const [referenceId = ''] = /[^/]+$/.exec(words.request.url) ?? [];
    expect(words.request.url).toBe(`/api/wishes/${referenceId}`);
    words.flush({ id: referenceId, version: 1 });
    const line = await sent();
    expect(line.request.body).toMatchObject({ kind: 'WISH', text: '', referenceId });
    expect(JSON.stringify(line.request.body)).not.toMatch(/Zaun|später/);
    line.flush({ id: line.request.url.split('/').at(-1), version: 1 });
    await turn();
    expect(running.lines().at(-1)).toMatchObject({ text: 'Ein Zaun', urgency: 'später', fixed: false });
  });

  it('changes only with its area, upon the version that keeps', async () => {
    const [line] = running.lines();
    if (line) running.change(line, wish('Zwei Busse am Abend', 'bald'));
    expect(running.lines()).toMatchObject([{ text: 'Zwei Busse am Abend' }]);
    const words = await sent();
    expect([words.request.url, words.request.headers.get('If-Match')]).toEqual(['/api/wishes/w', '"v3"']);
    words.flush({ id: 'w', version: 4 });
    await turn();
    expect(http.match((it) => it.method !== 'GET')).toEqual([]);
    expect(running.lines()).toMatchObject([{ text: 'Zwei Busse am Abend', urgency: 'bald' }]);
  });

  it('is struck with its words when it becomes a line of another kind', async () => {
    const [line] = running.lines();
    if (line) running.change(line, { ...emptyDraft('TEXT'), text: 'Ein Bus am Abend' });
    const struck = await sent();
    expect([struck.request.method, struck.request.url]).toEqual(['DELETE', '/api/meetings/m/minutes/l']);
    struck.flush({ id: 'l', version: 2 });
    const text = await sent();
    expect(text.request.url).not.toBe('/api/meetings/m/minutes/l');
    expect(text.request.body).toMatchObject({ kind: 'TEXT', text: 'Ein Bus am Abend', referenceId: null });
  });

  it('stays with its words where its area refuses them, and the line does not go', async () => {
    running.keep(null, wish('Zu viel'));
    (await sent()).flush(
      { status: 400, code: 'too-much', detail: 'Das geht nicht.', errors: [] },
      { status: 400, statusText: '' },
    );
    await turn();
    expect(http.match((it) => it.method !== 'GET')).toEqual([]);
    expect(running.lines().at(-1)).toMatchObject({ text: 'Zu viel' });
    expect(running.lines().at(-1)?.refusal).not.toBeNull();
  });

  it('says what becomes of it when the session ends, once it is not settled already', async () => {
    const owners = TestBed.inject(LineOwners);
    expect(owners.atTheEnd(running.lines())).toEqual(['Zahl der Wünsche, die weitergehen: 1.']);
    void running.refresh();
    await answerLoad({ ...stored, granted: true });
    expect(owners.atTheEnd(running.lines())).toEqual([]);
  });

  it('has one owner', () => {
    expect(() => new LineOwners([wishes, wishes])).toThrow('WISH');
    expect(() => new LineOwners([{ ...wishes, kind: 'TASK' }])).toThrow('TASK');
  });
});
