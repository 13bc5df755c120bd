import type { DemoWorld } from './demo-world';

/** The demo of one network, told through the interface of the API. */
export async function fillDemo(world: DemoWorld): Promise<void> {
  world.progress(`  Tag der Demo: ${world.today.toISOString().slice(0, 10)}`);
}
