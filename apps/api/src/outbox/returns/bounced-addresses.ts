import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import { newId } from '../../database/new-id';
import { oneIn, rowsIn } from '../../database/rows';

/** What a server said of an address that cannot be reached, as a scalar of JSON; null where nothing is known against it. */
export function bouncedOf(mail: Sql): Sql {
  return sql`(select json_build_object('reason', bounced_address.reason, 'reportedAt', bounced_address.reported_at)
    from bounced_address where bounced_address.mail = lower(${mail}))`;
}

/** Addresses that mail servers say cannot be reached, until somebody has looked after them. */
@Injectable()
export class BouncedAddresses {
  /**
   * A server reports that a mail of ours (by its id) did not arrive. Noted at that very mail and at its address.
   * Answers the address; null where the mail is not ours or the report speaks of other addresses.
   */
  async note(
    tx: EntityManager,
    mailId: string,
    { mails, says, reason, at }: { mails: readonly string[]; says: string; reason: string; at: Date },
  ): Promise<string | null> {
    const sent = await oneIn<{ address: string }>(
      tx,
      sql`select to_address as address from outbox_message where id = ${mailId} and state in ('SENT', 'REFUSED') for update`,
    );
    const mail = sent ? normaliseMail(sent.address) : '';
    if (!sent || (mails.length > 0 && !mails.some((it) => normaliseMail(it) === mail))) return null;
    await rowsIn(
      tx,
      sql`update outbox_message set state = 'REFUSED', last_error = ${says} where id = ${mailId} and state = 'SENT' returning id`,
    );
    await rowsIn(
      tx,
      sql`insert into bounced_address (id, mail, reason, reported_at) values (${newId()}, ${mail}, ${reason}, ${at})
          on conflict (mail) do update set reason = excluded.reason, reported_at = greatest(bounced_address.reported_at, excluded.reported_at),
            times = bounced_address.times + 1`,
    );
    return mail;
  }

  /** Somebody asked for the right address, or it works again. */
  async forget(tx: EntityManager, id: string): Promise<boolean> {
    const gone = await rowsIn(tx, sql`delete from bounced_address where id = ${id} returning id`);
    return gone.length > 0;
  }
}
