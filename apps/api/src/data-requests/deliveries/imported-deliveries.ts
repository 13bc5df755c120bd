import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { dataRequestMoves, type DataRequestState } from '@runder-tisch/domain/data-requests';
import { counted } from '@runder-tisch/domain/text';
import type { Viewer } from '../../access/viewer';
import { rowsIn } from '../../database/rows';
import { type WrittenFile, WrittenFigures } from '../../indicators/imports/written-figures';
import { Search } from '../../search/search';
import { DataRequestsService } from '../data-requests.service';

/** Whoever takes the figures over has checked them. */
const WAY = ['validate', 'import', 'close'] as const;

/** A request has what it asked for once the figures of its newest delivery are taken over; nobody has to say so again. */
@Injectable()
export class ImportedDeliveries implements OnModuleInit {
  constructor(
    private readonly written: WrittenFigures,
    private readonly requests: DataRequestsService,
    private readonly search: Search,
  ) {}

  onModuleInit(): void {
    this.written.observe((tx, viewer, file) => this.imported(tx, viewer, file));
  }

  private async imported(tx: EntityManager, viewer: Viewer, { sha256, rows }: WrittenFile): Promise<void> {
    const met = await rowsIn<{ id: string; state: DataRequestState }>(
      tx,
      sql`select it.id, it.state from data_request it
          where it.state in ('DELIVERED', 'VALIDATED')
            and (select delivery.sha256 from data_request_delivery delivery where delivery.request_id = it.id
                 order by delivery.delivered_at desc, delivery.id desc limit 1) = ${sha256}
          order by it.id for update`,
    );
    for (const { id, state } of met) {
      let now = state;
      for (const move of WAY) {
        const { to } = dataRequestMoves.next(now, move);
        if (!to) continue;
        now = to;
        const words = move === 'import' ? counted(rows, 'Zeile', 'Zeilen') : '';
        await this.requests.step(tx, viewer, id, to, words);
      }
      await rowsIn(
        tx,
        sql`update data_request set state = ${now}, imported_rows = ${rows}::int, version = version + 1 where id = ${id}`,
      );
    }
    if (met.length > 0)
      await this.search.refresh(
        tx,
        'data-request',
        met.map(({ id }) => id),
      );
  }
}
