import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, Component, signal, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { StaffFeedbackView, SuggestionsView } from '@runder-tisch/domain/feedback';
import { Session } from '../../session/session';
import { InboxState } from '../inbox/inbox-state';
import { LinkBox } from './link-box';

const suggested: SuggestionsView = {
  held: false,
  abstains: false,
  lexiconVersion: '2026-11.0',
  fields: [
    { fieldId: 'a', name: 'Soziale Lage', rank: 1, score: 0.82, words: ['Heizkosten', 'Schulden'] },
    { fieldId: 'b', name: 'Bildung', rank: 2, score: 0.1, words: ['Schule'] },
  ],
};
const acts: { move: string; request: unknown }[] = [];

@Component({ imports: [LinkBox], template: `<rt-link-box [item]="item()" />` })
class Host {
  readonly box = viewChild.required(LinkBox);
  readonly item = signal({
    id: '1',
    version: 1,
    state: 'TRIAGED',
    primaryField: null,
    furtherFields: [],
    moves: ['link'],
  } as unknown as StaffFeedbackView);
}

describe('Choosing a Handlungsfeld', () => {
  let host: HTMLElement;
  let box: LinkBox;
  let settle: () => Promise<void>;

  async function open(answer: SuggestionsView): Promise<void> {
    acts.length = 0;
    const act = (_item: unknown, move: string, request: unknown) => {
      acts.push({ move, request });
      return Promise.resolve(true);
    };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: InboxState, useValue: { act } },
        { provide: Session, useValue: { may: () => true } },
      ],
    });
    const fixture = TestBed.createComponent(Host);
    host = fixture.nativeElement as HTMLElement;
    const http = TestBed.inject(HttpTestingController);
    TestBed.tick();
    http.expectOne('/api/feedback/1/suggestions').flush(answer);
    http.expectOne('/api/feedback/quick-fields').flush({ fields: [{ id: 'c', name: 'Pflege' }] });
    http
      .expectOne('/api/fields-of-action')
      .flush({ items: ['a', 'b', 'c'].map((id) => ({ id, name: id, active: true })) });
    settle = () => TestBed.inject(ApplicationRef).whenStable();
    await settle();
    box = fixture.componentInstance.box();
  }

  const link = async (): Promise<void> => {
    await settle();
    [...host.querySelectorAll<HTMLButtonElement>('.rt-form-actions button')].at(-1)?.click();
    await settle();
  };

  it('shows each suggestion with its share and the words that speak for it, and links nothing by itself', async () => {
    await open(suggested);
    const buttons = [...host.querySelectorAll('.suggested button')].map((it) => it.textContent ?? '');
    expect(buttons).toHaveLength(2);
    expect(buttons[0]).toMatch(/1\s*Soziale Lage\s*82 %\s*Heizkosten · Schulden/);
    expect(acts).toEqual([]);
  });

  it('tells that the choice was taken from a suggestion, by key or button', async () => {
    await open(suggested);
    box.choose(1);
    await link();
    expect(acts).toEqual([
      { move: 'link', request: { primaryFieldId: 'b', furtherFieldIds: [], origin: 'SUGGESTION' } },
    ]);
  });

  it('says in words that it abstains, and offers the fields used most by hand', async () => {
    await open({ ...suggested, abstains: true, fields: [] });
    expect(host.textContent).toContain('Kein Vorschlag');
    box.choose(0);
    await link();
    expect(acts).toEqual([
      { move: 'link', request: { primaryFieldId: 'c', furtherFieldIds: [], origin: 'HUMAN' } },
    ]);
  });
});
