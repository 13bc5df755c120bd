import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The public part of a committee's protocol, for those who do not sit in it. Of what has been approved already it is
 * what stands before the first heading behind the public part; its PDF is drawn by the worker.
 */
export class PublicPartOfProtocols1760000004500 implements MigrationInterface {
  name = 'PublicPartOfProtocols1760000004500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `select set_config('rt.actor', 'system', true), set_config('rt.use_case', 'protocol.public-part', true)`,
    );
    await runner.query(`
      alter table protocol
        add column public_content jsonb,
        add column public_pdf_file_id uuid references file;
      create index protocol_public_pdf on protocol (public_pdf_file_id);

      create temporary table divided on commit drop as
      select protocol.id, gen_random_uuid() as file_id, protocol.approved_at, meeting.title, meeting.starts_at,
        jsonb_build_object('kind', 'note', 'runs', jsonb_build_array(jsonb_build_object('kind', 'plain',
          'text', 'Dies ist nur der öffentliche Teil; der nichtöffentliche ist denen vorbehalten, die im Gremium sitzen.'))) as note,
        (select min(place) from jsonb_array_elements(protocol.content -> 'blocks') with ordinality blocks (block, place)
          where block ->> 'kind' = 'heading' and (block ->> 'level')::int = 2
            and block ->> 'text' not in ('Wer dabei war', 'Öffentlicher Teil')) as closed_from
      from protocol join meeting on meeting.id = protocol.meeting_id
      where meeting.type = 'COMMITTEE';

      update protocol set public_content = protocol.content, public_pdf_file_id = protocol.pdf_file_id
      from divided where divided.id = protocol.id and divided.closed_from is null;

      delete from divided where closed_from is null;
      insert into file (id, name, media_type, size, sha256, created_at)
      select file_id, 'Protokoll öffentlicher Teil.pdf', 'application/pdf', 0, encode(sha256(''), 'hex'), coalesce(approved_at, now())
      from divided;
      update protocol set public_pdf_file_id = divided.file_id,
        public_content = protocol.content || jsonb_build_object(
          'title', 'Protokoll (öffentlicher Teil): ' || divided.title,
          'blocks', jsonb_build_array(divided.note) || coalesce((select jsonb_agg(block order by place)
            from jsonb_array_elements(protocol.content -> 'blocks') with ordinality blocks (block, place)
            where place < divided.closed_from), '[]'))
      from divided where divided.id = protocol.id;
      insert into pdf_work (file_id, document, created_at)
      select divided.file_id, jsonb_build_object('content', protocol.public_content,
          'footer', concat_ws(' · ', nullif(county.county_name, ''), divided.title,
            to_char(divided.starts_at at time zone 'Europe/Berlin', 'FMDD.FMMM.YYYY')),
          'created', to_json(coalesce(divided.approved_at, now())), 'countyName', coalesce(county.county_name, ''),
          'logoFileId', county.logo_file_id), coalesce(divided.approved_at, now())
      from divided join protocol on protocol.id = divided.id
        left join lateral (select county_name, logo_file_id from county_settings limit 1) county on true;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}
