import { TestBed } from '@angular/core/testing';
import { MaxLength } from 'class-validator';
import 'fake-indexeddb/auto';
import { deserialize, serialize } from 'node:v8';
import { AskingAccount } from '../http/asking-account';
import { requestForm, type RequestForm, type RequestFormOptions } from './request-form';
import { wordsOnDevice } from './words-on-device';
import { wordsStore } from './words-store';

class SaveThing {
  @MaxLength(80)
  name = '';

  @MaxLength(80)
  street = '';
}

describe('Words typed into a form and not saved', () => {
  beforeAll(() => {
    Object.assign(globalThis, { structuredClone: (it: unknown) => deserialize(serialize(it)) });
  });
  afterEach(async () => {
    await wordsStore.clear('katrin');
    await wordsStore.clear('lea');
  });

  /** A page loaded anew by this account, with its form. */
  async function page(
    accountId: string | null,
    options: RequestFormOptions<SaveThing> = {},
    initial: Partial<SaveThing> = {},
  ): Promise<RequestForm<SaveThing>> {
    TestBed.resetTestingModule();
    TestBed.inject(AskingAccount).id.set(accountId);
    const entry = TestBed.runInInjectionContext(() => requestForm(SaveThing, initial, options));
    await settled();
    return entry;
  }

  async function type(entry: RequestForm<SaveThing>, words: Partial<SaveThing>): Promise<void> {
    entry.model.update((before) => ({ ...before, ...words }));
    entry.fields.name().markAsDirty();
    await settled(400);
  }

  /** The window goes without a word, as with a reload: what it kept is then of a closed one. */
  async function closed(): Promise<void> {
    for (const accountId of ['katrin', 'lea']) {
      const rows = await wordsStore.all(accountId);
      await wordsStore.clear(accountId);
      for (const row of rows) await wordsStore.put({ ...row, window: 'closed' });
    }
  }

  async function settled(milliseconds = 60): Promise<void> {
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    TestBed.tick();
  }

  /** Typed by Katrin in a window that is closed by now. */
  async function left(options: RequestFormOptions<SaveThing> = {}): Promise<void> {
    await type(await page('katrin', options), { name: 'Ahornhaus', street: 'Elbweg 3' });
    await closed();
  }

  it('come back for the one who typed them, and it is said so', async () => {
    await left();
    const entry = await page('katrin');
    expect(entry.model()).toEqual({ name: 'Ahornhaus', street: 'Elbweg 3' });
    expect(entry.dirty()).toBe(true);
    expect(entry.returned()).toMatch(/^von \d\d:\d\d\sUhr$/);
  });

  it('are shown to nobody else at the same device', async () => {
    await left();
    expect((await page('lea')).model().name).toBe('');
    expect((await page(null)).model().name).toBe('');
    expect((await page('katrin')).model().name).toBe('Ahornhaus');
  });

  it('come back once they are wanted, and are gone when they are given up', async () => {
    await left();
    const entry = await page('katrin');
    entry.discard();
    await settled();
    expect(entry.model().name).toBe('');
    expect(await wordsStore.all('katrin')).toEqual([]);
  });

  it('are gone when they are saved', async () => {
    await left();
    const entry = await page('katrin');
    expect(await entry.submit(() => Promise.resolve())).toBe(true);
    await settled();
    expect(await wordsStore.all('katrin')).toEqual([]);
  });

  it('are counted before signing out, and gone with it', async () => {
    await left();
    expect(await wordsOnDevice.unsent('katrin')).toEqual([{ count: 1, page: ['/'] }]);
    await wordsOnDevice.clear('katrin');
    expect((await page('katrin')).model().name).toBe('');
  });

  it('do not come back into a form that stands otherwise by now, nor into that of another row', async () => {
    await left({ about: () => 'row 1' });
    expect((await page('katrin', { about: () => 'row 2' })).model().name).toBe('');
    const changed = await page('katrin', { about: () => 'row 1' }, { name: 'Anders' });
    expect(changed.model().name).toBe('Anders');
    expect((await page('katrin', { about: () => 'row 1' })).model().name).toBe('Ahornhaus');
  });

  it('never touch the device where they are secret, as a whole or field by field', async () => {
    await left({ secret: true });
    expect(await wordsStore.all('katrin')).toEqual([]);
    await left({ never: ['street'] });
    expect(JSON.stringify(await wordsStore.all('katrin'))).not.toContain('Elbweg');
    expect((await page('katrin', { never: ['street'] })).model()).toEqual({ name: 'Ahornhaus', street: '' });
  });

  it('stay in the window where they stand, as long as that one is open', async () => {
    const first = await page('katrin');
    await type(first, { name: 'Ahornhaus' });
    const second = TestBed.runInInjectionContext(() => requestForm(SaveThing));
    await settled();
    expect(second.model().name).toBe('');
  });
});
