import type { Viewer } from '../access/viewer';
import { assertPlansFor } from './networks-access';

const viewer = (roles: Viewer['roles'], coordinatedNetworkIds: string[] = []): Viewer =>
  ({ kind: 'account', roles, coordinatedNetworkIds }) as unknown as Viewer;

it('lets the office and the coordination plan for a network, and nobody else', () => {
  expect(() => assertPlansFor(viewer(['coordinator'], ['mine']), 'foreign')).toThrow('forbidden');
  for (const [who, network] of [
    [viewer(['coordinator'], ['mine']), 'mine'],
    [viewer(['coordinator']), null],
    [viewer(['planner']), 'foreign'],
  ] as const)
    expect(() => assertPlansFor(who, network)).not.toThrow();
});
