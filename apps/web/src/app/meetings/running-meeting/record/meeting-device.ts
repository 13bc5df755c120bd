import { signal } from '@angular/core';
import { deviceStore, type Kept, type KeptDraft, type Owner } from './device-store';
import type { Journal, Waiting } from './minutes-queue';
import type { Picture } from './picture';
import type { ShownLine } from './shown-line';

type Word = 'changed' | 'send';

export interface DeviceWays {
  /** Another window of this device wrote something down, or the server took it. */
  changed(): void;
  /** Somebody pressed "Jetzt senden" in another window. */
  send(): void;
  /** This window is the one that sends from now on. */
  lead(): void;
}

/**
 * What one account keeps of one meeting on this device, in the order it was told; windows of the same meeting
 * hear of each other. Where the browser stores nothing, everything goes on in memory and `durable` says so.
 */
export class MeetingDevice implements Journal {
  readonly durable = signal(true);
  private writes: Promise<void> = Promise.resolve();
  private writing = 0;
  private channel: BroadcastChannel | null = null;
  private release: () => void = () => undefined;

  constructor(
    private readonly owner: Owner,
    private readonly ways: DeviceWays,
    private readonly store = deviceStore,
  ) {}

  /** Something is on its way to the disk: a window that closes now could lose it. */
  get isWriting(): boolean {
    return this.writing > 0;
  }

  /** What was kept before; null where the browser keeps nothing. */
  async open(now: string): Promise<Kept | null> {
    const kept = await this.read(now);
    if (!kept) return null;
    this.listen();
    return kept;
  }

  /** After everything written so far. */
  async read(now: string): Promise<Kept | null> {
    await this.writes;
    if (!this.durable()) return null;
    try {
      return await this.store.read(this.owner, now);
    } catch {
      this.durable.set(false);
      return null;
    }
  }

  put(waiting: Waiting): void {
    // As it is now: what waits may be written upon a newer version before its turn on the disk comes.
    const row = { ...waiting };
    this.write(() => this.store.putWaiting(this.owner, row), true);
  }

  drop(keys: readonly string[]): void {
    this.write(() => this.store.dropWaiting(this.owner, keys), true);
  }

  keepPicture(picture: Picture, now: string): void {
    this.write(() => this.store.keepPicture(this.owner, picture, now));
  }

  forgetPicture(): void {
    this.write(() => this.store.forgetPicture(this.owner));
  }

  keepDraft(draft: KeptDraft): void {
    this.write(() => this.store.putDraft(this.owner, draft));
  }

  dropDraft(place: string): void {
    this.write(() => this.store.dropDraft(this.owner, place));
  }

  keepRefused(line: ShownLine): void {
    this.write(() => this.store.putRefused(this.owner, line), true);
  }

  dropRefused(id: string): void {
    this.write(() => this.store.dropRefused(this.owner, id), true);
  }

  /** To the window that sends. */
  tell(word: Word): void {
    this.channel?.postMessage(word);
  }

  close(): void {
    this.channel?.close();
    this.channel = null;
    this.release();
  }

  private write(work: () => Promise<void>, isNews = false): void {
    if (!this.durable()) return;
    this.writing++;
    this.writes = this.writes
      .then(work)
      .then(() => isNews && this.tell('changed'))
      .catch(() => this.durable.set(false))
      .then(() => void this.writing--);
  }

  private listen(): void {
    const name = `rt-sitzung-${this.owner.accountId}-${this.owner.meetingId}`;
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<Word>) =>
      data === 'send' ? this.ways.send() : this.ways.changed();
    const untilClosed = new Promise<void>((resolve) => (this.release = resolve));
    void navigator.locks.request(name, () => {
      this.ways.lead();
      return untilClosed;
    });
  }
}
