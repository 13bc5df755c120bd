import { Injectable, type OnModuleInit } from '@nestjs/common';
import sql from 'sql-template-tag';
import type { EntityManager } from 'typeorm';
import { dataRequestMoves, type DataRequestState, tellsOf } from '@runder-tisch/domain/data-requests';
import { counted } from '@runder-tisch/domain/text';
import type { Viewer } from '../../access/viewer';
import { rowsIn } from '../../database/rows';
import { type UndoneFile, type WrittenFile, WrittenFigures } from '../../indicators/imports/written-figures';
import { Search } from '../../search/search';
import { DataRequestsService } from '../data-requests.service';

/** Whoever takes the figures over has checked them. */
const WAY = ['validate', 'import', 'close'] as const;

interface Met {
  id: string;
  state: DataRequestState;
  period: string;
  /** The file was read from the delivery to this very request. */
  linked: boolean;
}

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
    this.written.observeUndone((tx, viewer, file) => this.undone(tx, viewer, file));
  }

  /** An import was begun with the file of this delivery. */
  async begun(tx: EntityManager, importId: string, deliveryId: string): Promise<void> {
    await rowsIn(
      tx,
      sql`insert into data_request_import (import_id, delivery_id) values (${importId}, ${deliveryId})`,
    );
  }

  private async imported(tx: EntityManager, viewer: Viewer, file: WrittenFile): Promise<void> {
    const { importId, sha256, rows } = file;
    const met = await rowsIn<Met>(
      tx,
      sql`select it.id, it.state, it.period,
            coalesce(newest.id = (select delivery_id from data_request_import where import_id = ${importId}), false) as linked
          from data_request it cross join lateral (
            select delivery.id, delivery.sha256 from data_request_delivery delivery where delivery.request_id = it.id
            order by delivery.delivered_at desc, delivery.id desc limit 1) newest
          where it.state in ('DELIVERED', 'VALIDATED') and newest.sha256 = ${sha256}
          order by it.id for update of it`,
    );
    const meant = whichIsMeant(met, file);
    if (!meant) return;
    let now = meant.state;
    for (const move of WAY) {
      const { to } = dataRequestMoves.next(now, move);
      if (!to) continue;
      now = to;
      const words = move === 'import' ? counted(rows, 'Zeile', 'Zeilen') : '';
      await this.requests.step(tx, viewer, meant.id, to, words);
    }
    await rowsIn(
      tx,
      sql`update data_request set state = ${now}, imported_rows = ${rows}::int, closed_by_import_id = ${importId}, version = version + 1
          where id = ${meant.id}`,
    );
    await this.search.refresh(tx, 'data-request', [meant.id]);
  }

  /** Nothing of it counts any more, so the delivery waits to be checked again. */
  private async undone(tx: EntityManager, viewer: Viewer, { importId, fileName }: UndoneFile): Promise<void> {
    const closed = await rowsIn<{ id: string; state: DataRequestState }>(
      tx,
      sql`select it.id, it.state from data_request it where it.closed_by_import_id = ${importId} order by it.id for update`,
    );
    for (const { id, state } of closed) {
      const { to } = dataRequestMoves.next(state, 'reopen');
      if (!to) continue;
      await rowsIn(
        tx,
        sql`update data_request set state = ${to}, imported_rows = null, closed_by_import_id = null, version = version + 1 where id = ${id}`,
      );
      const words = `Die Werte aus „${fileName}“ sind zurückgenommen: Die Lieferung ist wieder zu prüfen.`;
      await this.requests.step(tx, viewer, id, to, words);
      await this.search.refresh(tx, 'data-request', [id]);
    }
  }
}

/**
 * The same file may have been delivered for several requests: it closes the one whose delivery was read. Where it came
 * another way, that one whose time its values tell of; if that leaves more than one, nobody guesses.
 */
function whichIsMeant(met: readonly Met[], { periods }: WrittenFile): Met | undefined {
  const linked = met.find((it) => it.linked);
  if (linked || met.length < 2) return linked ?? met[0];
  const fitting = met.filter(({ period }) => tellsOf(period, periods));
  return fitting.length === 1 ? fitting[0] : undefined;
}
