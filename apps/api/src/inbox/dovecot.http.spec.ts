import { dovecot, type Dovecot, dovecotProgram } from '../../test/imap/dovecot';
import { fresh } from '../../test/imap/inbox-mails';
import { at, InboxWorld } from '../../test/imap/inbox-world';
import { replyFamilies, wordsMail } from '../../test/mails/reply-mails';
import { inboxFolders } from './inbox-poll';

const { groupware, thunderbird } = replyFamilies;
const program = dovecotProgram();

/* The server the other specs read is ours; what it gets wrong of the protocol, they cannot see. */
(program ? describe : describe.skip)(
  `The inbox on a Dovecot${program ? '' : ' (skipped: no dovecot 2.3 in PATH, on Debian in dovecot-imapd)'}`,
  () => {
    let world: InboxWorld;
    let server: Dovecot;

    beforeAll(async () => {
      server = await dovecot(program ?? '');
      world = await InboxWorld.open(server.url);
    });
    beforeEach(() => world.begin());
    afterAll(async () => {
      await world.close();
      await server.close();
    });

    it('is read by itself, and what was taken lies in a folder of its own', async () => {
      const before = server.mails(inboxFolders.done).length;
      server.deliver(fresh(groupware({ ...world.reply, ...at('10:00') })));
      expect(await world.poll()).toMatchObject({ taken: 1, setAside: 0 });
      expect(await world.answer()).toBe('ACCEPTED');
      expect(server.mails()).toEqual([]);
      expect(server.mails(inboxFolders.done)).toHaveLength(before + 1);
      expect(await world.poll()).toMatchObject({ taken: 0 });
    });

    it('counts a mail once, although all its numbers are others when it comes again', async () => {
      const yes = fresh(groupware({ ...world.reply, ...at('10:00') }));
      server.deliver(yes);
      await world.poll();
      server.deliver(fresh(thunderbird({ ...world.reply, partstat: 'DECLINED', ...at('11:00') })));
      await world.poll();
      expect(await world.answer()).toBe('DECLINED');
      server.renumber();
      server.deliver(yes);
      await world.poll();
      expect(await world.answer()).toBe('DECLINED');
      expect(server.mails()).toEqual([]);
    });

    it('keeps umlauts and binary parts as the server sends them', async () => {
      server.deliver(
        fresh(wordsMail({ from: 'ida@linde.test', text: 'Grüße aus Kröpelin: „ja“, ß und €.' })),
      );
      await world.poll();
      const mails = await world.app.database.rows<{ text: string }>(
        'select text from inbox_mail order by taken_at desc',
      );
      expect(mails.map(({ text }) => text).join()).toContain('Grüße aus Kröpelin: „ja“, ß und €.');
    });
  },
);
