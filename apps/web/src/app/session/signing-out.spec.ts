import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { Confirm } from '@runder-tisch/ui/overlay';
import 'fake-indexeddb/auto';
import { deserialize, serialize } from 'node:v8';
import { CONTRIBUTIONS } from '../contribution';
import { meetingsContribution } from '../meetings/meetings.contribution';
import { deviceStore } from '../meetings/running-meeting/record/device-store';
import { emptyDraft } from '../meetings/running-meeting/record/shown-line';
import { Session } from './session';
import { SigningOut } from './signing-out';

const owner = { accountId: 'katrin', meetingId: 'm' };

describe('Signing out at a device with lines that were not sent', () => {
  const asked: string[] = [];
  const led: unknown[] = [];
  let answer: object | null;

  const signingOut = (): SigningOut => {
    TestBed.configureTestingModule({
      providers: [
        { provide: CONTRIBUTIONS, useValue: [meetingsContribution] },
        { provide: Session, useValue: { current: signal({ accountId: owner.accountId }) } },
        { provide: Router, useValue: { navigate: async (to: unknown) => led.push(to) } },
        {
          provide: Confirm,
          useValue: { ask: async ({ text }: { text: string }) => (asked.push(text), answer) },
        },
      ],
    });
    return TestBed.inject(SigningOut);
  };
  const typing = (text: string) =>
    deviceStore.putDraft(owner, { place: 'top', draft: { ...emptyDraft(), text }, before: null });
  const left = async () =>
    (await deviceStore.read(owner, '2026-11-23T09:00:00Z')).drafts.map(({ draft }) => draft.text);

  beforeEach(() => {
    Object.assign(globalThis, { structuredClone: (it: unknown) => deserialize(serialize(it)) });
    asked.length = led.length = 0;
  });
  afterEach(() => deviceStore.clear(owner.accountId));

  it('asks first, and leads back to the meeting with every line still there', async () => {
    await typing('Noch nicht gesendet');
    answer = null;
    expect(await signingOut().mayLeave()).toBe(false);
    expect(asked).toEqual([expect.stringContaining('1 Änderung')]);
    expect(led).toEqual([['/termine', 'm', 'sitzung']]);
    expect(await left()).toEqual(['Noch nicht gesendet']);
  });

  it('lets go of them only when that was wanted, and only once signed out', async () => {
    await typing('Kann weg');
    answer = {};
    const leaving = signingOut();
    expect(await leaving.mayLeave()).toBe(true);
    expect(await left()).toEqual(['Kann weg']);
    await leaving.clear();
    expect(await left()).toEqual([]);
  });

  it('asks nothing where everything is sent', async () => {
    expect(await signingOut().mayLeave()).toBe(true);
    expect(asked).toEqual([]);
  });
});
