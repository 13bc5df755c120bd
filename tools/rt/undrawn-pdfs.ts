import { askOwner } from '../start/owner';

/*
 * PDFs were two thirds of the kept demo. Its file holds what each is made of instead of its bytes: whoever opens
 * one gets it drawn, as on any day on which the worker had not come to it yet.
 */

/** From now on this database remembers what its PDFs were drawn from, beside the tables that go into a backup. */
export async function rememberPdfDocuments(ownerUrl: string): Promise<void> {
  await askOwner(ownerUrl, (owner) =>
    owner.query(`
      create schema drawn;
      create table drawn.document (like public.pdf_work);
      create function drawn.remember() returns trigger language plpgsql security definer as $$
        begin
          insert into drawn.document select old.*;
          return old;
        end $$;
      create trigger remember before delete on public.pdf_work for each row execute function drawn.remember()`),
  );
}

/** Takes the bytes of the PDFs back, and leaves them to be drawn once more. */
export async function forgetDrawnPdfs(ownerUrl: string): Promise<void> {
  await askOwner(ownerUrl, (owner) =>
    owner.query(`
      delete from file_part where file_id in (select file_id from drawn.document);
      update drawn.document set lease = null, free_at = null, attempts = 0;
      insert into pdf_work select document.* from drawn.document join file on file.id = file_id`),
  );
}
