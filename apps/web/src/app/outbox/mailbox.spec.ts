import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { OutboxDispatch, OutboxListItem } from '@runder-tisch/domain/outbox';
import { Session } from '../session/session';
import { outboxRoutes } from './outbox.routes';

const dispatch: OutboxDispatch = {
  id: 'd1',
  purpose: 'invitation',
  subject: 'Einladung: Runde im Dezember',
  about: { label: 'Termin', title: 'Runde im Dezember', path: '/termine/m1' },
  mails: 12,
  counts: { QUEUED: 0, SENDING: 0, SENT: 9, REFUSED: 3, RECALLED: 0, HELD: 0 },
  nextAt: null,
  reason: 'Postfach voll',
  toName: 'Ute Ohm',
  toAddress: 'ute@haus.test',
  mailId: null,
  createdAt: '2026-11-23T08:00:00Z',
};
const mail: OutboxListItem = {
  id: 'm1',
  purpose: 'invitation',
  subject: 'Einladung: Runde im Dezember',
  toName: 'Jan Ende',
  toAddress: 'jan@haus.test',
  state: 'REFUSED',
  reason: 'Postfach voll',
  attempts: 1,
  objectKind: 'invitation',
  objectId: 'o1',
  createdAt: '2026-11-23T08:00:00Z',
  notBefore: '2026-11-23T08:00:00Z',
  settledAt: '2026-11-23T08:01:00Z',
  readable: false,
};
const pageOf = (...items: object[]) => ({ items, total: items.length, next: null });

describe('The Postausgang', () => {
  it('tells by dispatch what was sent, about what, to how many and how it stands, and opens its mails', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([{ path: 'postausgang', children: outboxRoutes }], withComponentInputBinding()),
        {
          provide: Session,
          useValue: { current: signal({ mail: { leavesTheHouse: true } }), hasRole: () => false },
        },
      ],
    });
    const http = TestBed.inject(HttpTestingController);
    const harness = await RouterTestingHarness.create('/postausgang');
    const shown = () => (harness.routeNativeElement?.textContent ?? '').replace(/\s+/g, ' ');
    const turn = async () => {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    };
    // The page behind a link is loaded first, and asks only then.
    const answer = async (path: string, body: object) => {
      let asked = http.match(({ urlWithParams }) => urlWithParams === path);
      while (asked.length === 0) {
        await turn();
        asked = http.match(({ urlWithParams }) => urlWithParams === path);
      }
      for (const request of asked) request.flush(body);
      await turn();
    };

    await answer('/api/outbox/dispatches', pageOf(dispatch));
    expect(shown()).toContain('1 Sendung');
    for (const words of ['Runde im Dezember', '12 Empfänger:innen', '3 von 12 kamen nicht an', '9 gesendet'])
      expect(shown()).toContain(words);
    expect(shown()).not.toContain('Ute Ohm');

    harness.routeNativeElement?.querySelector<HTMLElement>('.rt-row-link')?.click();
    await answer('/api/outbox/dispatches/d1', dispatch);
    await answer('/api/outbox?batchId=d1', pageOf(mail));
    expect(harness.routeNativeElement?.querySelector('h1')?.textContent).toContain(dispatch.subject);
    for (const words of ['Jan Ende', 'jan@haus.test', 'nicht zustellbar', 'Postfach voll'])
      expect(shown()).toContain(words);
    http.verify();
  });
});
