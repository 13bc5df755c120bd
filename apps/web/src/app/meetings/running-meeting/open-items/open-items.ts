import { type Signal } from '@angular/core';
import type { OpenItem, OpenItemMark } from '@runder-tisch/domain/meetings';
import { PutOpenItem } from '@runder-tisch/domain/meetings/session/session-requests';
import type { MinutesQueue } from '../record/minutes-queue';

/** What earlier meetings left to do. One tap is one word to the server, with network or without. */
export class OpenItems {
  constructor(
    readonly all: Signal<readonly OpenItem[]>,
    private readonly queue: MinutesQueue,
  ) {}

  say({ id }: OpenItem, mark: OpenItemMark, movedTo: string | null = null): void {
    this.queue.add({ kind: 'open-item', id, request: Object.assign(new PutOpenItem(), { mark, movedTo }) });
  }
}
