import type { ImportView } from '@runder-tisch/domain/imports';
import { type Client, RefusedError } from './client';

/** Sends a list as the page does: the file is the body. */
export async function uploadedList(
  client: Client,
  name: string,
  content: Buffer | string,
  target = 'actors',
): Promise<ImportView> {
  const response = await fetch(
    `${client.url}/api/imports?target=${target}&name=${encodeURIComponent(name)}`,
    {
      method: 'POST',
      headers: {
        'X-RT-Request': '1',
        'Content-Type': 'application/octet-stream',
        Cookie: client.cookie ?? '',
      },
      body: typeof content === 'string' ? content : new Uint8Array(content),
    },
  );
  const answer = (await response.json()) as { id: string };
  if (!response.ok) throw new RefusedError(response.status, answer as never, `POST ${name}`);
  return client.get<ImportView>(`/api/imports/${answer.id}`);
}

/** The assignment the page suggests. */
export function suggestedColumns(view: ImportView): string[] {
  return view.columns.map((column) => column.field ?? '');
}
