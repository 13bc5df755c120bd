import { Service, inject } from '@angular/core';
import { CONTRIBUTIONS, type DeviceKeeper } from '../contribution';

/**
 * What accounts left in this browser, asked of forms and of the areas that keep something here. Their code is loaded only for
 * the question: it may have been an earlier visit that left something.
 */
@Service()
export class LeftOnDevice {
  private readonly contributions = inject(CONTRIBUTIONS);

  /** What waits to be sent, and the first page where it can be. */
  async unsent(accountId: string): Promise<{ count: number; page: readonly string[] } | null> {
    const found = await this.ofAll((keeper) => keeper.unsent(accountId));
    const [first, ...others] = found.flat();
    return first
      ? { page: first.page, count: others.reduce((sum, it) => sum + it.count, first.count) }
      : null;
  }

  async forgetRead(accountId: string): Promise<void> {
    await this.ofAll((keeper) => keeper.forgetRead(accountId));
  }

  async clear(accountId: string): Promise<void> {
    await this.ofAll((keeper) => keeper.clear(accountId));
  }

  /** A browser that stores nothing has nothing left either. */
  private async ofAll<Answer>(question: (keeper: DeviceKeeper) => Promise<Answer>): Promise<Answer[]> {
    const forms = () => import('../forms/words-on-device').then((file) => file.wordsOnDevice);
    const loaders = [...this.contributions.flatMap(({ deviceKeeper }) => deviceKeeper ?? []), forms];
    const answers = await Promise.allSettled(loaders.map(async (load) => question(await load())));
    return answers.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
  }
}
