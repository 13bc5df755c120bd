import type { MergePreview } from '@runder-tisch/domain/actors';
import type { MergeRunView, MergeUndoView } from '@runder-tisch/domain/merge';
import type { InvitationView } from '@runder-tisch/domain/meetings';
import { person } from '@runder-tisch/scenario/actors';
import * as given from '@runder-tisch/scenario/meetings';
import type { SignedIn } from './signed-in';
import type { TestApp } from './test-app';

export interface Twin {
  id: string;
  mail: string;
  invitee: { personId: string; mail: string; name: string };
}

let count = 0;

/** A number nobody has had in this file. */
export const fresh = (): number => (count += 1);

/** Two entries of one human, each with an address of its own. */
export function twins(client: SignedIn): Promise<[Twin, Twin]> {
  const twin = async (name: string): Promise<Twin> => {
    const mail = `${name}${fresh()}@esche.test`;
    const id = await person(client, { givenName: 'Ada', familyName: 'Esche', mail });
    return { id, mail, invitee: { personId: id, mail, name: 'Ada Esche' } };
  };
  return Promise.all([twin('ada'), twin('a.esche')]);
}

type Kind = 'people' | 'organisations';

export function previewOf(
  client: SignedIn,
  stays: string,
  goes: string,
  kind: Kind = 'people',
): Promise<MergePreview> {
  return client.get<MergePreview>(`/api/${kind}/${stays}/merge?other=${goes}`);
}

/** Of the entries as they are now. */
export async function merge(
  client: SignedIn,
  stays: string,
  goes: string,
  take: readonly string[] = [],
  kind: Kind = 'people',
): Promise<void> {
  const { stays: one, goes: other } = await previewOf(client, stays, goes, kind);
  const request = { otherId: goes, otherVersion: other.version, take };
  await client.post(`/api/${kind}/${stays}/merge`, request, one.version);
}

export function mergesInto(client: SignedIn, id: string, kind: Kind = 'people'): Promise<MergeRunView[]> {
  return client.get<MergeRunView[]>(`/api/${kind}/${id}/merges`);
}

/** Takes the last merge into this one back. */
export async function undoMerge(
  client: SignedIn,
  stays: string,
  kind: Kind = 'people',
): Promise<MergeUndoView> {
  const [run] = await mergesInto(client, stays, kind);
  return client.post<MergeUndoView>(`/api/${kind}/${stays}/merges/${run?.id ?? ''}/undo`);
}

/** Said on the phone a minute later. */
export async function says(
  { app, client }: { app: TestApp; client: SignedIn },
  meetingId: string,
  mail: string,
  answer: 'ACCEPTED' | 'TENTATIVE' | 'DECLINED',
  more: object = {},
): Promise<void> {
  app.clock.pass(1, 'minutes');
  const { id } = await given.invitationOf(client, meetingId, mail);
  await given.enterAnswer(client, id, { answer, channel: 'PHONE', ...more });
}

export async function invitationsOf(client: SignedIn, meetingId: string): Promise<InvitationView[]> {
  return (await given.staffMeeting(client, meetingId)).invitations;
}
