import type { OpenItem, RunningMeetingView } from '@runder-tisch/domain/meetings';
import { PutOpenItem } from '@runder-tisch/domain/meetings/session/session-requests';
import type { LineOwners } from '../record/line-owners';
import type { Change } from '../record/minutes-queue';
import { openItemsOf, withKept, type Picture } from '../record/picture';

const item: OpenItem = {
  ...{ id: 'a', version: 0, kind: 'TASK', title: 'Räume anfragen', who: '' },
  ...{ dueOn: null, mark: 'OPEN', movedTo: null },
};
const picture = (openItems?: OpenItem[]): Picture => ({ view: { openItems } as RunningMeetingView });
const said = (facts: Partial<PutOpenItem>): Change => ({
  kind: 'open-item',
  id: 'a',
  request: Object.assign(new PutOpenItem(), facts),
});

describe('What is open from last time, on the device', () => {
  it('shows the last tap while it waits, and goes on with it once the server took it', () => {
    const taps = [said({ mark: 'DONE' }), said({ mark: 'MOVED', movedTo: '2026-12-18' })];
    expect(openItemsOf(picture([item]), taps)).toMatchObject([{ mark: 'MOVED', movedTo: '2026-12-18' }]);
    const [first] = taps;
    const kept = withKept(picture([item]), first as Change, { id: 'a', version: 1 }, {} as LineOwners);
    expect(openItemsOf(kept, [])).toMatchObject([{ mark: 'DONE', version: 1 }]);
  });

  it('is nothing in what a device kept before it was told', () => {
    expect(openItemsOf(picture(), [])).toEqual([]);
    expect(openItemsOf(null, [])).toEqual([]);
  });
});
