import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Those who follow links to Hinweise see what they are without reading their words, and of 200,000 those that lead
 * nowhere are counted, in the whole, in a field and in a period, in an index.
 */
export class FactsOfFeedback1760000004097 implements MigrationInterface {
  name = 'FactsOfFeedback1760000004097';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index feedback_fingerprint;
      create index feedback_facts on feedback (id)
        include (fingerprint, state, source, sentiment, decision, received_at, primary_field_id, counted_with_id);
      drop index feedback_state;
      create index feedback_state on feedback (state, decision, counted_with_id);
      drop index feedback_primary_field_state;
      create index feedback_primary_field_state on feedback (primary_field_id, state, decision, counted_with_id);
      create index feedback_primary_field_list on feedback (primary_field_id, received_at desc, id desc)
        include (state, decision, counted_with_id);
      drop index feedback_list;
      create index feedback_list on feedback (received_at, id) include (state, sentiment, decision, counted_with_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
