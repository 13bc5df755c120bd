import fc from 'fast-check';
import { at, InboxWorld } from '../../test/imap/inbox-world';
import { fresh } from '../../test/imap/inbox-mails';
import { replyFamilies } from '../../test/mails/reply-mails';

const { outlook } = replyFamilies;

describe('Answers of calendars in the inbox', () => {
  let world: InboxWorld;

  beforeAll(async () => {
    world = await InboxWorld.open();
  });
  beforeEach(() => world.begin());
  afterAll(() => world.close());

  describe.each(Object.entries(replyFamilies))('reads %s:', (_name, family) => {
    it.each(['ACCEPTED', 'TENTATIVE', 'DECLINED'])(
      '%s stands on the page of the meeting',
      async (partstat) => {
        await world.came(family({ ...world.reply, partstat, ...at('10:00') }));
        expect(await world.entered()).toMatchObject({
          answer: partstat,
          channel: 'CALENDAR',
          enteredBy: 'Posteingang',
        });
        expect(world.imap.mails()).toEqual([]);
        expect(await world.listed()).toEqual([]);
      },
    );

    it.each([
      ['ACCEPTED', 'DECLINED'],
      ['DECLINED', 'ACCEPTED'],
      ['TENTATIVE', 'DECLINED'],
    ])('the later of %s and %s counts, in whatever order they come', async (first, second) => {
      const mails = [
        family({ ...world.reply, partstat: first, ...at('10:00') }),
        family({ ...world.reply, partstat: second, ...at('10:05') }),
      ];
      await world.came(...mails);
      expect(await world.answer()).toBe(second);
      await world.begin();
      const again = [
        family({ ...world.reply, partstat: second, ...at('10:05') }),
        family({ ...world.reply, partstat: first, ...at('10:00') }),
      ];
      await world.came(...again);
      expect(await world.answer()).toBe(second);
    });
  });

  it('ends in the same state whatever order the answers come in', async () => {
    const families = Object.values(replyFamilies);
    const said = fc.record({
      family: fc.integer({ min: 0, max: families.length - 1 }),
      partstat: fc.constantFrom('ACCEPTED', 'TENTATIVE', 'DECLINED'),
      minute: fc.integer({ min: 10, max: 50 }),
      // Outlook for Mac and iOS repeat the stamp of the invitation.
      repeats: fc.boolean(),
    });
    const some = fc.uniqueArray(said, { minLength: 2, maxLength: 4, selector: ({ minute }) => minute });
    await fc.assert(
      fc.asyncProperty(
        some.chain((answers) =>
          fc.tuple(
            fc.constant(answers),
            fc.shuffledSubarray(answers, { minLength: answers.length, maxLength: answers.length }),
          ),
        ),
        async ([answers, shuffled]) => {
          const state = async (order: typeof answers) => {
            await world.begin();
            for (const { family, partstat, minute, repeats } of [...order, ...order.slice(0, 1)]) {
              const times = at(`09:${minute}`);
              const facts = { ...world.reply, partstat, ...times };
              world.imap.deliver(
                fresh(
                  families[family]?.(repeats ? { ...facts, dtstamp: '20261123T080000Z' } : facts) as Buffer,
                ),
              );
            }
            await world.poll();
            return { answer: await world.answer(), waits: (await world.listed()).length };
          };
          const last = [...answers].sort((one, other) => other.minute - one.minute)[0];
          const inOrder = await state(answers);
          expect(await state(shuffled)).toEqual(inOrder);
          expect(inOrder).toEqual({ answer: last?.partstat, waits: 0 });
        },
      ),
      { numRuns: 8, seed: 20261124 },
    );
  });

  it('asks the office where two answers of one moment differ, in either order, and a later one settles it', async () => {
    for (const [first, second] of [
      ['ACCEPTED', 'DECLINED'],
      ['DECLINED', 'ACCEPTED'],
    ] as const) {
      await world.begin();
      const facts = { ...world.reply, dtstamp: '20261123T080000Z', date: 'Tue, 24 Nov 2026 18:30:00 +0100' };
      await world.came(outlook({ ...facts, partstat: first }), outlook({ ...facts, partstat: second }));
      expect(await world.answer()).toBe(first);
      expect(await world.asked()).toMatchObject({ kind: 'DIFFERS', entered: first, answer: second });
      if (first === 'ACCEPTED') {
        await world.accept((await world.asked()).id);
        expect(await world.answer()).toBe(second);
      } else {
        await world.came(
          outlook({ ...facts, partstat: 'TENTATIVE', date: 'Tue, 24 Nov 2026 18:31:00 +0100' }),
        );
        expect(await world.answer()).toBe('TENTATIVE');
      }
      expect(await world.listed()).toEqual([]);
    }
  });
});
