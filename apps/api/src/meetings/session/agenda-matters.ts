import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Block } from '@runder-tisch/domain/documents';

/** What an area on the right knows of the items of an agenda: papers before a committee, for instance. */
export interface AgendaMatter {
  /** What the minutes of a committee's session still lack because of it, each as a sentence with the place it stands at. */
  missing(tx: EntityManager, meetingId: string): Promise<readonly { path: string; says: string }[]>;
  /** What the protocol prints below an item before what was said there, by the id of the item. */
  print(tx: EntityManager, meetingId: string): Promise<ReadonlyMap<string, readonly Block[]>>;
}

/** Who puts matters onto agendas: areas on the right register, so that meetings need not know them. */
@Injectable()
export class AgendaMatters {
  private readonly matters: AgendaMatter[] = [];

  register(matter: AgendaMatter): void {
    this.matters.push(matter);
  }

  async missing(tx: EntityManager, meetingId: string): Promise<{ path: string; says: string }[]> {
    const missing: { path: string; says: string }[] = [];
    for (const matter of this.matters) missing.push(...(await matter.missing(tx, meetingId)));
    return missing;
  }

  async printed(tx: EntityManager, meetingId: string): Promise<ReadonlyMap<string, readonly Block[]>> {
    const printed = new Map<string, readonly Block[]>();
    for (const matter of this.matters)
      for (const [item, blocks] of await matter.print(tx, meetingId))
        printed.set(item, [...(printed.get(item) ?? []), ...blocks]);
    return printed;
  }
}
