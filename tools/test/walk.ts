import { main as test } from './main';

/** `npm run test:walk`: the walk in forced colours as well. */
export function main(args: readonly string[]): Promise<number> {
  process.env['RT_WALK'] = 'full';
  return test(['browser', 'walk', ...args]);
}
