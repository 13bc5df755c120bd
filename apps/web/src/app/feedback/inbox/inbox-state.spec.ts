import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import type { FeedbackListItem } from '@runder-tisch/domain/feedback';
import { Toasts } from '@runder-tisch/ui/overlay';
import { InboxState } from './inbox-state';

const rows = ['a', 'b', 'c'].map((id) => ({ id, version: 1, number: `H-2026-000${id}` }) as FeedbackListItem);

describe('Working through the inbox', () => {
  let inbox: InboxState;
  let http: HttpTestingController;
  let opened: string[];

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: Toasts, useValue: { say: () => undefined, warn: () => undefined } },
        InboxState,
      ],
    });
    http = TestBed.inject(HttpTestingController);
    inbox = TestBed.inject(InboxState);
    opened = [];
    jest.spyOn(TestBed.inject(Router), 'navigate').mockImplementation((commands) => {
      opened.push(commands.join('/'));
      return Promise.resolve(true);
    });
    inbox.filters.set({
      view: 'new',
      search: undefined,
      fieldId: undefined,
      source: undefined,
      meetingId: undefined,
      formatId: undefined,
      networkId: undefined,
      textBlockId: undefined,
    });
    await answerLists();
  });

  /** Answers list and counts, as often as they are asked. */
  async function answerLists(): Promise<void> {
    TestBed.tick();
    for (const request of http.match((asked) => asked.method === 'GET')) {
      request.flush({
        items: rows,
        total: rows.length,
        next: null,
        counts: {
          'to-check': 0,
          new: 3,
          'to-decide': 1,
          'to-answer': 0,
          'to-release': 0,
          mine: 0,
          unassigned: 4,
          overdue: 0,
        },
      });
    }
    await TestBed.inject(ApplicationRef).whenStable();
  }

  it('steps from one to the next and stays at both ends', () => {
    inbox.step(1);
    inbox.chosenId.set('a');
    inbox.step(1);
    inbox.chosenId.set('c');
    inbox.step(1);
    inbox.step(-1);
    expect(opened).toEqual(['/hinweise/a', '/hinweise/b', '/hinweise/c', '/hinweise/b']);
  });

  it('goes on to the next after a step, and back to the one before when it is undone', async () => {
    inbox.chosenId.set('b');
    const done = inbox.act({ id: 'b', version: 4 }, 'link', { primaryFieldId: 'x' }, true);
    const sent = http.expectOne('/api/feedback/b/link');
    expect(sent.request.headers.get('If-Match')).toBe('"v4"');
    sent.flush({ audience: 'staff', id: 'b', version: 5, number: 'H-2026-000b', undo: 'link' });
    expect(await done).toBe(true);
    expect(opened).toEqual(['/hinweise/c']);
    inbox.chosenId.set('c');

    const undone = inbox.undo();
    const back = http.expectOne('/api/feedback/b/undo');
    expect(back.request.headers.get('If-Match')).toBe('"v5"');
    back.flush({});
    await undone;
    expect(opened).toEqual(['/hinweise/c', '/hinweise/b']);
  });

  it('stays where it is when the step was refused', async () => {
    const done = inbox.act({ id: 'a', version: 1 }, 'archive', {}, true);
    http.expectOne('/api/feedback/a/archive').flush({}, { status: 409, statusText: 'Conflict' });
    expect(await done).toBe(false);
    expect(opened).toEqual([]);
  });
});
