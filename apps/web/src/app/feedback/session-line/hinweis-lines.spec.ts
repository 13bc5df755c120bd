import { provideHttpClient } from '@angular/common/http';
import {
  HttpTestingController,
  provideHttpClientTesting,
  type TestRequest,
} from '@angular/common/http/testing';
import { provideZonelessChangeDetection, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { SessionFeedbackView } from '@runder-tisch/domain/feedback';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { deserialize, serialize } from 'node:v8';
import { BroadcastChannel } from 'node:worker_threads';
import { deviceStore } from '../../meetings/running-meeting/record/device-store';
import { provideLineOwners } from '../../meetings/running-meeting/record/line-owners';
import { RunningMeeting } from '../../meetings/running-meeting/record/running-meeting';
import { emptyDraft, type ShownLine } from '../../meetings/running-meeting/record/shown-line';
import { Session } from '../../session/session';
import { hinweisLines } from './hinweis-lines';

const spoken: SessionFeedbackView = {
  id: 'h',
  version: 1,
  number: null,
  state: 'SESSION',
  text: 'Elf Wochen',
  speakerRole: 'Beraterin',
  person: null,
  organisation: null,
};
const line = (share: object): ShownLine & ReturnType<typeof hinweisLines.merge> => ({
  ...emptyDraft('FEEDBACK'),
  ...{ id: 'l', agendaItemId: null, position: 1, referenceId: 'h', refusal: null },
  ...hinweisLines.merge(spoken),
  ...share,
});

describe('A Hinweis as a line of minutes', () => {
  it('puts its words and the role of who said them into the request to the feedback area', () => {
    expect(hinweisLines.request('m', line({}))).toEqual({
      ...{ meetingId: 'm', text: 'Elf Wochen', speakerRole: 'Beraterin' },
      ...{ personId: null, organisationId: null },
    });
  });

  it('is fixed once it has left the session, or is not for these eyes', () => {
    expect(hinweisLines.merge(spoken)).toMatchObject({ text: 'Elf Wochen', fixed: false });
    const submitted = { ...spoken, state: 'SUBMITTED', text: null, number: 'H-2025-0001' } as const;
    expect(hinweisLines.merge(submitted)).toMatchObject({
      ...{ text: '', fixed: true, feedbackNumber: 'H-2025-0001' },
    });
    expect(hinweisLines.merge(undefined)).toMatchObject({ text: '', fixed: true });
  });

  it('reads as it was said, or only that it was taken', () => {
    expect(hinweisLines.read(line({}))).toEqual({ text: '„Elf Wochen“', isQuote: true, facts: 'Beraterin' });
    expect(hinweisLines.read(line({ text: '', feedbackNumber: 'H-2025-0001' })).text).toBe(
      'Hinweis aufgenommen (H-2025-0001)',
    );
    expect(hinweisLines.read(line({ text: '' })).text).toBe('Hinweis aufgenommen');
  });

  it('is submitted when the session ends', () => {
    expect(hinweisLines.atTheEnd(1)).toBe('Der Hinweis wird eingereicht und kommt in die Prüfung.');
    expect(hinweisLines.atTheEnd(3)).toBe('Die 3 Hinweise werden eingereicht und kommen in die Prüfung.');
  });
});

/** Rows as devices wrote them before areas could own lines. */
describe('A Hinweis that waits on a device since lines had no owners', () => {
  const owner = { accountId: 'katrin', meetingId: 'm' };
  const entry = { id: 'l', version: 1, agendaItemId: 'top', position: 1, kind: 'FEEDBACK', text: '' };
  const picture = {
    view: {
      ...{ id: 'm', version: 1, title: 'Netzwerktreffen', type: 'NETWORK', state: 'INVITED' },
      ...{ startsAt: '2025-03-12T13:00:00Z', endsAt: '2025-03-12T15:00:00Z', place: '', network: null },
      ...{ sessionStartedAt: '2025-03-12T13:00:00Z', sessionEndedAt: null, minutesApprovedAt: null },
      ...{ minutesApprovedBy: '', protocolSentAt: null, openItems: [], attendance: [] },
      agenda: [{ id: 'top', title: 'Wartezeiten', minutes: 10, visibility: 'PUBLIC', presenter: '' }],
      entries: [{ ...entry, task: null, votes: null, feedbackId: 'h' }],
    },
    spoken: [spoken],
  };
  const votes = { yes: null, no: null, abstain: null };
  const draft = { kind: 'FEEDBACK', text: 'Kein Bus', speakerRole: 'Fahrgast', who: null, dueOn: '', votes };
  const place = { id: 'n', agendaItemId: 'top', position: 2, feedbackId: 'k' };
  const shown = { ...draft, ...place, fixed: false, feedbackNumber: null, refusal: null };
  const request = { ...{ agendaItemId: 'top', position: 2, kind: 'FEEDBACK', text: '' }, feedbackId: 'k' };
  const said = { meetingId: 'm', text: 'Kein Bus', speakerRole: 'Fahrgast' };
  const waiting = [
    { key: 'a', order: 1, base: 0, change: { kind: 'hinweis', id: 'k', request: said } },
    { key: 'b', order: 2, base: 0, change: { kind: 'line', id: 'n', request, line: shown } },
  ];
  const halfTyped = { place: 'top', draft: { ...draft, text: 'Halb' }, before: null };
  const refused = { ...shown, id: 'r', feedbackId: 'q', text: 'Zu lang', refusal: 'Das geht nicht.' };

  let http: HttpTestingController;
  let running: RunningMeeting;
  const until = async (holds: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 300 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve));
    if (!holds()) throw new Error('It did not come to that.');
  };

  beforeEach(async () => {
    Object.assign(globalThis, {
      BroadcastChannel,
      structuredClone: (it: unknown) => deserialize(serialize(it)),
    });
    const locks = { request: (_name: string, work: () => Promise<void>) => Promise.resolve().then(work) };
    Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
    // Lets the store make its tables, then writes past it.
    await deviceStore.clear('katrin');
    const database = await openDB('runder-tisch');
    await database.put('pictures', { ...owner, picture });
    for (const row of waiting) await database.put('waiting', { ...owner, ...row });
    await database.put('drafts', { ...owner, ...halfTyped });
    await database.put('refused', { ...owner, id: 'r', line: refused });
    database.close();
    TestBed.configureTestingModule({
      providers: [
        RunningMeeting,
        provideLineOwners(hinweisLines),
        provideZonelessChangeDetection(),
        provideHttpClient(),
        provideHttpClientTesting(),
        {
          provide: Session,
          useValue: { current: signal({ accountId: 'katrin', now: '2025-03-12T13:00:00Z' }) },
        },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    running = TestBed.inject(RunningMeeting);
    void running.open('m');
    await until(() => running.lines().length === 3);
  });
  afterEach(async () => {
    await until(() => !running.wouldLose());
    TestBed.resetTestingModule();
    await deviceStore.clear('katrin');
  });

  it('stands there with its words: sent, waiting, refused and half typed', () => {
    expect(running.lines().map((it) => [it.text, (it as unknown as typeof shown).speakerRole])).toEqual([
      ['Elf Wochen', 'Beraterin'],
      ['Kein Bus', 'Fahrgast'],
      ['Zu lang', 'Fahrgast'],
    ]);
    expect(running.drafts.of('top')?.draft).toMatchObject({ text: 'Halb', speakerRole: 'Fahrgast' });
  });

  it('is sent as it waited: the words first, the line with the reference to them afterwards', async () => {
    const sent = async () => {
      let found: TestRequest | undefined;
      await until(() => (found ??= http.match((it) => it.method !== 'GET')[0]) !== undefined);
      return found;
    };
    const words = await sent();
    expect([words?.request.url, words?.request.body]).toEqual(['/api/feedback/k', said]);
    words?.flush({ id: 'k', version: 1 });
    const kept = await sent();
    expect(kept?.request.url).toBe('/api/meetings/m/minutes/n');
    expect(kept?.request.body).toMatchObject({ kind: 'FEEDBACK', text: '', referenceId: 'k' });
    kept?.flush({ id: 'n', version: 1 });
    await until(() => running.queue.unsent() === 0);
    expect(running.lines().map((it) => it.text)).toEqual(['Elf Wochen', 'Kein Bus', 'Zu lang']);
  });
});
