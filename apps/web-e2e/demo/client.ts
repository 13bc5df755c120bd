import type { TestApp } from '@runder-tisch/api/test';
import type { World } from '../world';

/** A client signed in as this account of the demo. */
export async function clientOf(world: World, app: TestApp, accountId: string) {
  const { token } = await app.get(world.Sessions).open(accountId);
  return new world.Client(app.url, `rt_session=${token}`);
}
