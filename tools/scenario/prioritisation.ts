import type {
  BeamerView,
  PrioritisationListItem,
  PrioritisationView,
} from '@runder-tisch/domain/findings/prioritisation';
import {
  AdjustPrioritisation,
  CancelPrioritisation,
  SavePrioritisation,
  SavePrioritisationOption,
} from '@runder-tisch/domain/findings/prioritisation/prioritisation-requests';
import type { Page } from '@runder-tisch/domain/lists';
import type { SentView } from '@runder-tisch/domain/meetings';
import type { Client } from './client';

/** Options as words of their own or, by `priorityId`, as Handlungsschwerpunkte. */
export interface PrioritisationFacts extends Partial<Omit<SavePrioritisation, 'options'>> {
  options?: readonly (string | { priorityId: string })[];
}

const usual = {
  question: 'Was ist am dringendsten?',
  options: ['Bus nach 18 Uhr', 'Sprechstunde in der Kita', 'Kinderarzt in Köthen'],
};

export function prioritisationRequest(facts: PrioritisationFacts = {}): SavePrioritisation {
  const { options, ...rest } = { ...usual, ...facts };
  return Object.assign(new SavePrioritisation(), rest, {
    options: options.map((it) =>
      Object.assign(
        new SavePrioritisationOption(),
        typeof it === 'string' ? { title: it } : { priorityId: it.priorityId, title: 'Schwerpunkt' },
      ),
    ),
  });
}

/** A draft; answers with its id. */
export async function prioritisation(client: Client, facts: PrioritisationFacts = {}): Promise<string> {
  return (await client.post<{ id: string }>('/api/prioritisations', prioritisationRequest(facts))).id;
}

/** One that takes points from now on. */
export async function openPrioritisation(client: Client, facts: PrioritisationFacts = {}): Promise<string> {
  const id = await prioritisation(client, facts);
  await openIt(client, id);
  return id;
}

export async function openIt(client: Client, id: string): Promise<SentView | null> {
  const { version } = await prioritisationView(client, id);
  return (await client.post<{ sent: SentView | null }>(`/api/prioritisations/${id}/open`, {}, version)).sent;
}

export function prioritisationView(client: Client, id: string): Promise<PrioritisationView> {
  return client.get<PrioritisationView>(`/api/prioritisations/${id}`);
}

export function prioritisations(client: Client, query = ''): Promise<Page<PrioritisationListItem>> {
  return client.get<Page<PrioritisationListItem>>(`/api/prioritisations?${query}`);
}

export function beamerView(client: Client, id: string): Promise<BeamerView> {
  return client.get<BeamerView>(`/api/prioritisations/${id}/beamer`);
}

/** The path behind the QR code on the wall. */
export async function joinPath(client: Client, id: string): Promise<string> {
  const { join } = await beamerView(client, id);
  if (!join) throw new Error('nobody can join');
  return new URL(join.url).pathname;
}

export async function changePrioritisation(
  client: Client,
  id: string,
  facts: PrioritisationFacts,
): Promise<PrioritisationView> {
  const { version } = await prioritisationView(client, id);
  return client.put<PrioritisationView>(`/api/prioritisations/${id}`, prioritisationRequest(facts), version);
}

export async function adjustPrioritisation(
  client: Client,
  id: string,
  changes: Partial<AdjustPrioritisation>,
): Promise<PrioritisationView> {
  const { version, places, closesDay } = await prioritisationView(client, id);
  const request = Object.assign(new AdjustPrioritisation(), { places, closesDay, ...changes });
  return client.post<PrioritisationView>(`/api/prioritisations/${id}/adjust`, request, version);
}

export async function closePrioritisation(client: Client, id: string): Promise<void> {
  await client.post(`/api/prioritisations/${id}/close`);
}

export async function recallPrioritisation(client: Client, id: string): Promise<void> {
  await client.post(`/api/prioritisations/${id}/recall`);
}

export function remindPrioritisation(client: Client, id: string): Promise<SentView> {
  return client.post<SentView>(`/api/prioritisations/${id}/remind`);
}

export function cancelPrioritisation(client: Client, id: string, reason = ''): Promise<SentView> {
  const request = Object.assign(new CancelPrioritisation(), { reason });
  return client.post<SentView>(`/api/prioritisations/${id}/cancel`, request);
}

/** A phone or a reader of mails, which keeps its cookies as a browser does. */
export class Phone {
  cookie = '';

  constructor(private readonly url: string) {}

  /** The page behind an address. */
  async open(path: string): Promise<{ status: number; text: string }> {
    const response = await fetch(this.url + path, { headers: this.headers(), redirect: 'manual' });
    this.keep(response);
    return { status: response.status, text: await response.text() };
  }

  /** Sends the form with these points in the order of the options; answers with the status, 303 where they were kept. */
  async give(
    path: string,
    options: readonly { id: string }[],
    points: readonly (number | string)[],
    pressed: Record<string, string> = {},
  ): Promise<{ status: number; text: string; location: string }> {
    const fields = options.map(({ id }, index): [string, string] => [
      `punkte-${id}`,
      String(points[index] ?? ''),
    ]);
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers: this.headers(),
      redirect: 'manual',
      body: new URLSearchParams({ ...Object.fromEntries(fields), ...pressed }),
    });
    this.keep(response);
    const location = response.headers.get('location') ?? '';
    return { status: response.status, text: await response.text(), location };
  }

  private headers(): Record<string, string> {
    return this.cookie ? { Cookie: this.cookie } : {};
  }

  private keep(response: Response): void {
    const set = response.headers.get('set-cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
  }
}
