import { AttachmentUpload } from '@runder-tisch/domain/attachments/attachments-requests';
import type { AttachmentView } from '@runder-tisch/domain/attachments';
import type { ProblemView } from '@runder-tisch/domain/problem';
import { type Client, RefusedError } from '../client';

export type GivenAttachment = Pick<AttachmentUpload, 'objectKind' | 'objectId'> &
  Partial<AttachmentUpload> & { content?: Buffer | string };

const QUERY = ['objectKind', 'objectId', 'name', 'visibility', 'partId'] as const;

/** Puts a file on an object as the page does: the file is the body. Answers with its id. */
export async function attachment(client: Client, given: GivenAttachment): Promise<string> {
  const { content = 'Ein Text.\n', ...rest } = given;
  const facts = { name: 'Unterlage.txt', visibility: 'INTERNAL', ...rest };
  const query = new URLSearchParams(
    QUERY.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]] as [string, string]])),
  );
  const { id } = await sentFile<{ id: string }>(client, `/api/attachments?${query}`, content);
  return id;
}

export function newVersion(
  client: Client,
  id: string,
  {
    name = 'Unterlage.txt',
    note = '',
    content = 'Ein neuer Text.\n',
  }: { name?: string; note?: string; content?: Buffer | string } = {},
): Promise<AttachmentView> {
  const query = new URLSearchParams({ name, note });
  return sentFile(client, `/api/attachments/${id}/versions?${query}`, content);
}

/** A file as the body of a request, refused loudly. */
export async function sentFile<View>(client: Client, path: string, content: Buffer | string): Promise<View> {
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  const response = await fetch(client.url + path, {
    method: 'POST',
    headers: {
      'X-RT-Request': '1',
      'Content-Type': 'application/octet-stream',
      Cookie: client.cookie ?? '',
    },
    body,
  });
  const view = (await response.json()) as unknown;
  if (!response.ok) throw new RefusedError(response.status, view as ProblemView, `POST ${path}`);
  return view as View;
}
