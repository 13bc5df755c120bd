import { refusalOf } from '@runder-tisch/scenario/client';
import { icsIn } from '../../test/imap/inbox-mails';
import { at, IDA, InboxWorld } from '../../test/imap/inbox-world';
import { replyFamilies } from '../../test/mails/reply-mails';
import { Dispatcher } from '../outbox/dispatcher';

const { groupware } = replyFamilies;

describe('Another time that is not taken', () => {
  let world: InboxWorld;

  beforeAll(async () => {
    world = await InboxWorld.open();
  });
  beforeEach(() => world.begin());
  afterAll(() => world.close());

  it('tells who proposed another time that it is declined, in words and to their calendar', async () => {
    const counter = { method: 'COUNTER', partstat: 'TENTATIVE', ...at('10:00') };
    await world.came(groupware({ ...world.reply, ...counter }));
    const { id, says } = await world.asked();
    await world.app.get(Dispatcher).runOnce();
    const before = world.app.smtp.mailsTo(IDA).length;
    await world.coordinator.post(`/api/inbox/${id}/decline`);
    expect(await world.listed('ANSWERS')).toMatchObject([
      { state: 'DROPPED', says: expect.stringMatching(/abgelehnt; .* bekommt Bescheid\.$/) },
    ]);
    // Within the minute it is taken back, and nobody hears of it.
    await world.coordinator.post(`/api/inbox/${id}/reopen`);
    expect(await world.asked()).toMatchObject({ state: 'WAITING', says });
    await world.coordinator.post(`/api/inbox/${id}/decline`);
    world.app.clock.pass(2, 'minutes');
    await world.app.get(Dispatcher).runOnce();
    const told = world.app.smtp.mailsTo(IDA).slice(before);
    expect(told).toHaveLength(1);
    const raw = told[0]?.raw.toString('latin1') ?? '';
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=DECLINECOUNTER/i);
    const ics = icsIn(raw);
    expect(ics).toContain('METHOD:DECLINECOUNTER');
    expect(ics).toContain(`UID:${world.reply.uid}`);
    expect(ics).toContain('SEQUENCE:0');
    expect(ics).toMatch(/ATTENDEE;.*:mailto:ida@linde\.test/);
    expect(await world.answer()).toBe('NEEDS_ACTION');
    await expect(world.coordinator.post(`/api/inbox/${id}/reopen`)).rejects.toMatchObject({ status: 409 });
  });

  it('tells nobody once there is nothing to decline', async () => {
    await world.came(groupware({ ...world.reply, method: 'COUNTER', partstat: 'TENTATIVE', ...at('10:00') }));
    const { id } = await world.asked();
    await world.later('2026-12-04T09:00:00+01:00');
    expect(await refusalOf(world.coordinator.post(`/api/inbox/${id}/decline`))).toBe(
      'inbox-nothing-to-decline',
    );
    expect(await world.listed()).toMatchObject([{ id, state: 'WAITING' }]);
    await world.came(groupware({ ...world.reply, ...at('11:00'), from: 'fremd@linde.test' }));
    const other = (await world.listed()).find((it) => it.id !== id);
    if (other)
      expect(await refusalOf(world.coordinator.post(`/api/inbox/${other.id}/decline`))).toBe(
        'inbox-nothing-to-decline',
      );
  });
});
