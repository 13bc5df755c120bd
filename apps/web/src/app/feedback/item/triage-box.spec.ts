import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Flag, StaffFeedbackView } from '@runder-tisch/domain/feedback';
import { InboxState } from '../inbox/inbox-state';
import { TriageBox } from './triage-box';

const text = 'Frau Ziemann wartet.\nAuch die Schwester wartet.';
const flags: Flag[] = [{ start: 0, end: 12, kind: 'NAME' }];
const acts: { move: string; request: unknown }[] = [];

@Component({
  imports: [TriageBox],
  template: `<rt-triage-box [item]="item()" [text]="text" [flags]="flags" />`,
})
class Host {
  readonly text = text;
  readonly flags = flags;
  readonly item = signal({
    id: '1',
    version: 1,
    flagged: true,
    moves: ['triage', 'reject'],
  } as unknown as StaffFeedbackView);
}

describe('Checking the words of a Hinweis', () => {
  let host: HTMLElement;
  let settle: () => Promise<void>;

  beforeEach(async () => {
    acts.length = 0;
    const act = (_item: unknown, move: string, request: unknown) => {
      acts.push({ move, request });
      return Promise.resolve(true);
    };
    TestBed.configureTestingModule({ providers: [{ provide: InboxState, useValue: { act } }] });
    const fixture = TestBed.createComponent(Host);
    host = fixture.nativeElement as HTMLElement;
    settle = () => fixture.whenStable();
    await settle();
  });

  const marks = () => [...host.querySelectorAll<HTMLElement>('.mark')];
  const primary = () => host.querySelector<HTMLButtonElement>('.rt-primary');

  it('shows the text character by character as it was typed, so that a selection counts right', () => {
    expect(host.querySelector('.said')?.textContent).toBe(text);
    expect(marks().map((mark) => [mark.textContent, mark.getAttribute('aria-pressed')])).toEqual([
      ['Frau Ziemann', 'true'],
    ]);
  });

  it('removes what is marked, unless somebody lets it stand', async () => {
    expect(primary()?.textContent).toContain('1 Stelle entfernen');
    primary()?.click();
    expect(acts).toEqual([{ move: 'triage', request: { remove: [{ start: 0, end: 12 }] } }]);
    marks()[0]?.click();
    await settle();
    expect(primary()?.textContent).toContain('Text so freigeben');
    primary()?.click();
    expect(acts[1]?.request).toEqual({ remove: [] });
  });

  it('marks a typed word wherever it stands', async () => {
    const field = host.querySelector<HTMLInputElement>('form input');
    if (field) field.value = 'wartet';
    field?.dispatchEvent(new Event('input'));
    await settle();
    host.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(marks().map((mark) => mark.textContent)).toEqual(['Frau Ziemann', 'wartet', 'wartet']);
    expect(primary()?.textContent).toContain('3 Stellen entfernen');
  });
});
