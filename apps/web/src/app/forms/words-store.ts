import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** Which form of which account, on which page and about what; nothing on the device is read without the account. */
export interface FormPlace {
  accountId: string;
  /** The page where it stands, such as `/akteure/organisationen`. */
  page: string;
  /** What else tells it from other forms of the page. */
  form: string;
}

/** What somebody typed into a form and has not saved. */
export interface KeptWords extends FormPlace {
  /** The window it was typed in: as long as that one lives, the words stand there. */
  window: string;
  at: string;
  /** The form as it stood before. */
  base: unknown;
  words: unknown;
  /** What belongs to the form and is no field of it. */
  beside: Record<string, unknown>;
}

type Key = [accountId: string, page: string, form: string, window: string];

interface Schema extends DBSchema {
  words: { key: Key; value: KeptWords };
}

/** Words of forms in this browser. Every method throws where the browser refuses to store. */
export class WordsStore {
  private opened: Promise<IDBPDatabase<Schema>> | null = null;

  constructor(private readonly name = 'runder-tisch-eingaben') {}

  async put(words: KeptWords): Promise<void> {
    await (await this.database()).put('words', words);
  }

  /** From all windows, the newest first. */
  async of({ accountId, page, form }: FormPlace): Promise<KeptWords[]> {
    const found = await (await this.database()).getAll('words', within(accountId, page, form));
    return found.sort((one, other) => (one.at < other.at ? 1 : -1));
  }

  async all(accountId: string): Promise<KeptWords[]> {
    return (await this.database()).getAll('words', within(accountId));
  }

  async drop({ accountId, page, form }: FormPlace, windows: readonly string[]): Promise<void> {
    const tx = (await this.database()).transaction('words', 'readwrite');
    for (const window of windows)
      void tx.store.delete([accountId, page, form, window]).catch(() => undefined);
    await tx.done;
  }

  async clear(accountId: string): Promise<void> {
    await (await this.database()).delete('words', within(accountId));
  }

  /** Nobody came back for them. */
  async dropBefore(at: string): Promise<void> {
    const tx = (await this.database()).transaction('words', 'readwrite');
    for (let row = await tx.store.openCursor(); row; row = await row.continue())
      if (row.value.at < at) void row.delete().catch(() => undefined);
    await tx.done;
  }

  async close(): Promise<void> {
    (await this.opened)?.close();
    this.opened = null;
  }

  private database(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= openDB<Schema>(this.name, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('words', { keyPath: ['accountId', 'page', 'form', 'window'] });
      },
      blocking: () => void this.close(),
      terminated: () => (this.opened = null),
    }).catch((failed: unknown) => {
      this.opened = null;
      throw failed;
    });
    return this.opened;
  }
}

export const wordsStore = new WordsStore();

/** All keys that begin so: a list sorts behind every string. */
function within(...start: string[]): IDBKeyRange {
  return IDBKeyRange.bound(start, [...start, []]);
}
