import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { rowsIn } from '../../database/rows';
import type { Invitation } from '../invitation.entity';

/**
 * An address that was corrected at the person or the organisation since becomes that of the invitation: answers come from
 * there, and so does every later mail go there. One that is in the list already stays whose it is.
 */
export async function takeCurrentAddresses(
  tx: EntityManager,
  invitations: readonly (Pick<Invitation, 'id' | 'mail'> & { version?: number })[],
): Promise<void> {
  const changed = await rowsIn<{ id: string; mail: string; version: number }>(
    tx,
    sql`update invitation set mail = now_at.mail, version = invitation.version + 1
        from (select distinct on (of.meeting_id, lower(known.mail)) of.id, lower(known.mail) as mail
              from invitation of left join person on person.id = of.person_id left join organisation on organisation.id = of.organisation_id
                cross join lateral (select coalesce(person.mail, organisation.function_mailbox, '') as mail) known
              where of.id = any(${invitations.map((it) => it.id)}::uuid[]) and known.mail <> ''
                and not exists (select 1 from invitation other where other.meeting_id = of.meeting_id and lower(other.mail) = lower(known.mail))
              order by of.meeting_id, lower(known.mail), of.id) now_at
        where invitation.id = now_at.id
        returning invitation.id, invitation.mail, invitation.version`,
  );
  const byId = new Map(changed.map((it) => [it.id, it]));
  for (const it of invitations) {
    const now = byId.get(it.id);
    if (now) Object.assign(it, { mail: now.mail, version: now.version });
  }
}
