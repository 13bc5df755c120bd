import type { MigrationInterface, QueryRunner } from 'typeorm';
import { mailAddress } from '@runder-tisch/domain/addresses';

const COLUMNS = [
  { table: 'person', column: 'mail' },
  { table: 'account', column: 'mail' },
  { table: 'organisation', column: 'function_mailbox' },
  { table: 'invitation', column: 'mail' },
] as const;

/** Domains with letters beyond ASCII are kept as they are read, so that "xn--mller-kva.de" meets "müller.de". */
export class AddressesInOneForm1760000003320 implements MigrationInterface {
  name = 'AddressesInOneForm1760000003320';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `select set_config('rt.actor', 'system', true), set_config('rt.use_case', 'address.one-form', true)`,
    );
    for (const { table, column } of COLUMNS) {
      const rows = (await runner.query(
        `select id, ${column} as mail from ${table} where ${column} ~* '@.*(xn--|[^\\x01-\\x7f])' order by id`,
      )) as { id: string; mail: string }[];
      for (const { id, mail } of rows) {
        const kept = mailAddress(mail);
        if (kept === mail) continue;
        // Where both spellings are there already, two people are; the office merges them.
        await runner.query(
          `update ${table} set ${column} = $2 where id = $1
           and ('${table}' in ('organisation', 'invitation')
                or not exists (select 1 from ${table} other where lower(other.${column}) = lower($2) and other.id <> $1))`,
          [id, kept],
        );
      }
    }
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
