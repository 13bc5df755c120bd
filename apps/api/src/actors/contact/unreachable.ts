import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { actorProblems } from '@runder-tisch/domain/actors';
import { normaliseMail } from '@runder-tisch/domain/addresses';
import type { UnreachableAddress } from '@runder-tisch/domain/actors/contact';
import type { CorrectAddress } from '@runder-tisch/domain/actors/contact/contact-requests';
import { type Page } from '@runder-tisch/domain/lists';
import type { PageQuery } from '@runder-tisch/domain/lists/list-requests';
import { generalProblems } from '@runder-tisch/domain/problem';
import type { Viewer } from '../../access/viewer';
import { Clock } from '../../clock';
import { Database } from '../../database/database';
import { listPage } from '../../database/list-page';
import { oneIn, rowsIn } from '../../database/rows';
import { onConflict } from '../../problem/on-conflict';
import { problem } from '../../problem/problem';
import { Search } from '../../search/search';
import { unreachableAddresses } from './unreachable-sql';

/** Addresses to work off: corrected, or left as they are. */
@Injectable()
export class Unreachable {
  constructor(
    private readonly database: Database,
    private readonly search: Search,
    private readonly clock: Clock,
  ) {}

  list(query: PageQuery): Promise<Page<UnreachableAddress>> {
    return listPage<UnreachableAddress>(this.database, query, {
      from: sql`(${unreachableAddresses(this.clock.now())})`,
      where: [],
      order: [
        { by: sql`it."refusedAt"`, type: 'timestamptz' },
        { by: sql`it.mail`, type: 'text' },
      ],
      descending: true,
      columns: sql`it.mail, it.person, it.organisation, it.phone, it.reason, it."refusedAt", it.times`,
    });
  }

  correct(viewer: Viewer, { kind, id, oldMail, mail }: CorrectAddress): Promise<void> {
    return onConflict(actorProblems, { person_mail: ['person-mail-taken', 'mail'] }, () =>
      this.database.write(viewer, `${kind}.correct-address`, async (tx) => {
        const old = normaliseMail(oldMail);
        const changed =
          kind === 'person'
            ? await oneIn(
                tx,
                sql`update person set mail = ${mail}, version = version + 1 where id = ${id} and lower(mail) = ${old} returning id`,
              )
            : await oneIn(
                tx,
                sql`update organisation set function_mailbox = ${mail}, version = version + 1
                    where id = ${id} and lower(function_mailbox) = ${old} returning id`,
              );
        if (!changed) throw problem(generalProblems, 'not-found');
        await this.search.refresh(tx, kind, [id]);
      }),
    );
  }

  check(viewer: Viewer, mail: string): Promise<void> {
    return this.database.write(viewer, 'address.checked', async (tx) => {
      await rowsIn(
        tx,
        sql`insert into checked_address (mail, checked_at, checked_by) values (${normaliseMail(mail)}, ${this.clock.now()}, ${viewer.displayName})
            on conflict (mail) do update set checked_at = excluded.checked_at, checked_by = excluded.checked_by`,
      );
    });
  }
}
