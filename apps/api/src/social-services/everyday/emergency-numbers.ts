import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import { type EmergencyNumberView, serviceProblems } from '@runder-tisch/domain/social-services';
import type { SaveEmergencyNumber } from '@runder-tisch/domain/social-services/social-services-requests';
import { Database } from '../../database/database';
import { KeptList } from '../../kept-lists/kept-list';
import { onConflict } from '../../problem/on-conflict';
import { EmergencyNumber } from './search-lists.entity';

export type PublicNumber = Pick<EmergencyNumberView, 'name' | 'number' | 'note' | 'danger'>;

/** Whom to call at once; the county adds its own. */
@Injectable()
export class EmergencyNumbers extends KeptList<EmergencyNumberView, EmergencyNumber, SaveEmergencyNumber> {
  constructor(database: Database) {
    super(database, { table: 'emergency_number', entity: EmergencyNumber, useCase: 'emergency-number' });
  }

  /** For everybody, in the order the county gave them. */
  shown(): Promise<PublicNumber[]> {
    return this.database.rows<PublicNumber>(
      sql`select name, number, note, danger from emergency_number where active order by position, id`,
    );
  }

  protected columns(): Sql {
    return sql`it.number, it.note, it.danger, 0 as used`;
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(
      serviceProblems,
      { emergency_number_name_key: ['emergency-number-name-taken', 'name'] },
      work,
    );
  }
}
