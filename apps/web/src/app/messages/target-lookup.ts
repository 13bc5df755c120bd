import { Service, inject } from '@angular/core';
import type { TargetKind } from '@runder-tisch/domain/messages';
import type { MessageTarget } from '@runder-tisch/domain/messages/messages-requests';
import type { PickItem } from '@runder-tisch/ui/form';
import { InviteeLookup } from '../meetings/compose/invitee-lookup';
import { NetworkChoices } from '../meetings/network-choices';

/** As the lookup for invitations names its choices. */
const kinds: Record<string, TargetKind> = {
  networkIds: 'NETWORK',
  personIds: 'PERSON',
  organisationIds: 'ORGANISATION',
  organisationTypes: 'ORGANISATION_TYPE',
  fieldIds: 'FIELD',
};

/** Everything a Nachricht can go to, as one types: own networks, people, organisations, kinds of them, Handlungsfelder. */
@Service()
export class TargetLookup {
  private readonly invitees = inject(InviteeLookup);
  private readonly networks = inject(NetworkChoices);

  readonly find = async (words: string): Promise<readonly PickItem[]> => {
    const own = new Set(this.networks.plannable().map(({ value }) => value));
    const found = await this.invitees.find(words);
    return found.flatMap((item) => {
      const [name = '', id = ''] = item.id.split(' ');
      const kind = kinds[name];
      if (!kind || (kind === 'NETWORK' && !own.has(id))) return [];
      return [{ ...item, id: `${kind} ${id}` }];
    });
  };
}

export function targetOf(picked: string): MessageTarget {
  const [kind = '', id = ''] = picked.split(' ');
  return { kind: kind as TargetKind, id };
}

export function pickedOf({ kind, id }: MessageTarget): string {
  return `${kind} ${id}`;
}
