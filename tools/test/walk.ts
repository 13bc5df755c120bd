import { main as test } from './main';

/** `npm run test:walk`: the walk with every rule in every setting, not only those that may differ there. */
export function main(args: readonly string[]): Promise<number> {
  process.env['RT_WALK'] = 'full';
  return test(['browser', 'walk', ...args]);
}
