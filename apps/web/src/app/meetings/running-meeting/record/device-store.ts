import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Picture } from './picture';
import type { Waiting } from './minutes-queue';
import type { LineDraft, ShownLine } from './shown-line';

/** Whose minutes, and of which meeting: nothing on the device is read without both. */
export interface Owner {
  accountId: string;
  meetingId: string;
}

/** A line somebody is still typing, or the name of a guest. */
export interface KeptDraft {
  /** Its agenda item, its line, or 'guest'. */
  place: string;
  draft: LineDraft;
  /** The line as it stood when the change began; null for a new one. */
  before: ShownLine | null;
}

export interface Kept {
  picture: Picture | null;
  waiting: Waiting[];
  drafts: KeptDraft[];
  /** Lines the server refused: their words stand on this device alone. */
  refused: ShownLine[];
}

type Key = [accountId: string, meetingId: string, id: string];

interface Schema extends DBSchema {
  pictures: {
    key: [accountId: string, meetingId: string];
    // Without a time in rows of earlier versions.
    value: Owner & { picture: Picture; keptAt?: string };
  };
  waiting: { key: Key; value: Owner & Waiting };
  drafts: { key: Key; value: Owner & KeptDraft };
  refused: { key: Key; value: Owner & { id: string; line: ShownLine } };
}

const DAY_MS = 86_400_000;
const unsentStores = ['waiting', 'drafts', 'refused'] as const;
const allStores = ['pictures', ...unsentStores] as const;

/** What running meetings keep in this browser. Every method throws where the browser refuses to store. */
export class DeviceStore {
  private opened: Promise<IDBPDatabase<Schema>> | null = null;

  constructor(private readonly name = 'runder-tisch') {}

  /** Everything that waits; the picture only where it is not older than a day, else it goes now. */
  async read({ accountId, meetingId }: Owner, now: string): Promise<Kept> {
    await this.forgetOldPictures(now);
    const tx = (await this.database()).transaction(allStores);
    const range = within(accountId, meetingId);
    const [found, waiting, drafts, refused] = await Promise.all([
      tx.objectStore('pictures').get([accountId, meetingId]),
      tx.objectStore('waiting').getAll(range),
      tx.objectStore('drafts').getAll(range),
      tx.objectStore('refused').getAll(range),
    ]);
    return asCalledNow({
      picture: found?.picture ?? null,
      waiting: waiting.sort((one, other) => one.order - other.order || (one.key < other.key ? -1 : 1)),
      drafts,
      refused: refused.map((row) => row.line),
    });
  }

  /** The running meeting alone: what this account read of other meetings goes, what it has not sent stays. */
  async keepPicture(owner: Owner, picture: Picture, now: string): Promise<void> {
    const tx = (await this.database()).transaction('pictures', 'readwrite');
    void tx.store.delete(within(owner.accountId)).catch(() => undefined);
    void tx.store.put({ ...owner, picture, keptAt: now }).catch(() => undefined);
    await tx.done;
  }

  async putWaiting(owner: Owner, { key, order, base, change }: Waiting): Promise<void> {
    await (await this.database()).put('waiting', { ...owner, key, order, base, change });
  }

  async dropWaiting(owner: Owner, keys: readonly string[]): Promise<void> {
    const tx = (await this.database()).transaction('waiting', 'readwrite');
    for (const key of keys) {
      void tx.store.delete([owner.accountId, owner.meetingId, key]).catch(() => undefined);
    }
    await tx.done;
  }

  async putDraft(owner: Owner, draft: KeptDraft): Promise<void> {
    await (await this.database()).put('drafts', { ...owner, ...draft });
  }

  async dropDraft({ accountId, meetingId }: Owner, place: string): Promise<void> {
    await (await this.database()).delete('drafts', [accountId, meetingId, place]);
  }

  async putRefused(owner: Owner, line: ShownLine): Promise<void> {
    await (await this.database()).put('refused', { ...owner, id: line.id, line });
  }

  async dropRefused({ accountId, meetingId }: Owner, id: string): Promise<void> {
    await (await this.database()).delete('refused', [accountId, meetingId, id]);
  }

  /** Nothing more to do with this meeting, as its minutes are approved. */
  async forgetPicture({ accountId, meetingId }: Owner): Promise<void> {
    await (await this.database()).delete('pictures', [accountId, meetingId]);
  }

  async forgetPictures(accountId: string): Promise<void> {
    await (await this.database()).delete('pictures', within(accountId));
  }

  private async forgetOldPictures(now: string): Promise<void> {
    const tx = (await this.database()).transaction('pictures', 'readwrite');
    for (let row = await tx.store.openCursor(); row; row = await row.continue()) {
      const { keptAt } = row.value;
      // A meeting that runs while the application is renewed goes on; the day is counted from now.
      if (!keptAt) void row.update({ ...row.value, keptAt: now }).catch(() => undefined);
      else if (Math.abs(Date.parse(now) - Date.parse(keptAt)) > DAY_MS)
        void row.delete().catch(() => undefined);
    }
    await tx.done;
  }

  /** In how many places something of this account waits, and the meeting it belongs to. */
  async unsent(accountId: string): Promise<{ meetingId: string; count: number }[]> {
    const tx = (await this.database()).transaction(unsentStores);
    const keys = await Promise.all(
      unsentStores.map((name) => tx.objectStore(name).getAllKeys(within(accountId))),
    );
    const counts = new Map<string, number>();
    for (const [, meetingId] of keys.flat()) counts.set(meetingId, (counts.get(meetingId) ?? 0) + 1);
    return [...counts].map(([meetingId, count]) => ({ meetingId, count }));
  }

  /** Signing out: everything of this account, sent or not. */
  async clear(accountId: string): Promise<void> {
    const tx = (await this.database()).transaction(allStores, 'readwrite');
    for (const name of allStores) {
      void tx
        .objectStore(name)
        .delete(within(accountId))
        .catch(() => undefined);
    }
    await tx.done;
  }

  async close(): Promise<void> {
    (await this.opened)?.close();
    this.opened = null;
  }

  private database(): Promise<IDBPDatabase<Schema>> {
    this.opened ??= this.open().catch((failed: unknown) => {
      this.opened = null;
      throw failed;
    });
    return this.opened;
  }

  private async open(): Promise<IDBPDatabase<Schema>> {
    const database = await openDB<Schema>(this.name, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore('pictures', { keyPath: ['accountId', 'meetingId'] });
        fresh.createObjectStore('waiting', { keyPath: ['accountId', 'meetingId', 'key'] });
        fresh.createObjectStore('drafts', { keyPath: ['accountId', 'meetingId', 'place'] });
        fresh.createObjectStore('refused', { keyPath: ['accountId', 'meetingId', 'id'] });
      },
      blocking: () => void this.close(),
      terminated: () => (this.opened = null),
    });
    return database;
  }
}

export const deviceStore = new DeviceStore();

/** All keys that begin so: a list sorts behind every string. */
function within(...start: string[]): IDBKeyRange {
  return IDBKeyRange.bound(start, [...start, []]);
}

/** Until areas on the right could own lines there was one, and what a line refers to was called after it. */
function asCalledNow<T>(kept: T): T {
  if (Array.isArray(kept)) return kept.map(asCalledNow) as T;
  if (typeof kept !== 'object' || kept === null) return kept;
  const entries = Object.entries(kept).map(([name, value]: [string, unknown]) => [name, asCalledNow(value)]);
  const now = Object.fromEntries(entries) as Record<string, unknown>;
  if ('feedbackId' in now) now['referenceId'] ??= now['feedbackId'] ?? null;
  return now as T;
}
