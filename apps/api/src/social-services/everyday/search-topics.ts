import { Injectable } from '@nestjs/common';
import sql, { type Sql } from 'sql-template-tag';
import {
  type EverydayTopic,
  serviceProblems,
  type SearchTopicView,
} from '@runder-tisch/domain/social-services';
import type { SaveSearchTopic } from '@runder-tisch/domain/social-services/social-services-requests';
import { Database } from '../../database/database';
import { KeptList } from '../../kept-lists/kept-list';
import { onConflict } from '../../problem/on-conflict';
import { SearchTopic } from './search-lists.entity';

/** What people say, and by which words offers are found then. */
@Injectable()
export class SearchTopics extends KeptList<SearchTopicView, SearchTopic, SaveSearchTopic> {
  constructor(database: Database) {
    super(database, { table: 'search_topic', entity: SearchTopic, useCase: 'search-topic' });
  }

  /** Those the public search goes by. */
  used(): Promise<EverydayTopic[]> {
    return this.database.rows<EverydayTopic>(
      sql`select said, finds, danger from search_topic where active order by position, id`,
    );
  }

  protected columns(): Sql {
    return sql`it.said, it.finds, it.danger, 0 as used`;
  }

  protected named<T>(work: () => Promise<T>): Promise<T> {
    return onConflict(serviceProblems, { search_topic_name_key: ['search-topic-name-taken', 'name'] }, work);
  }
}
