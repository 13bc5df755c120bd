import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { mdiAlertOutline, mdiClose, mdiContentPaste } from '@mdi/js';
import {
  type Invitee,
  type MissingInvitee,
  missingReasonLabels,
  type ResolvedInvitees,
} from '@runder-tisch/domain/meetings';
import { EntitiesPicker, type PickItem } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { MailAddress, UnbrokenPipe } from '@runder-tisch/ui/text';
import { acting } from '../../http/acting';
import { InviteeLookup } from './invitee-lookup';

/** Below this many the whole list is shown at once. */
const SHORT = 8;

/** Who is invited: one field finds whole networks, kinds, fields, people and addresses; doubles vanish. */
@Component({
  selector: 'rt-invitee-editor',
  imports: [EntitiesPicker, Icon, MailAddress, UnbrokenPipe],
  templateUrl: './invitee-editor.html',
  styleUrl: './invitee-editor.scss',
})
export class InviteeEditor {
  readonly invitees = input.required<readonly Invitee[]>();
  readonly missing = input<readonly MissingInvitee[]>([]);
  readonly doubles = input<readonly string[]>([]);
  readonly inviteesChange = output<readonly Invitee[]>();

  private readonly lookup = inject(InviteeLookup);
  private readonly act = acting();
  protected readonly icons = { remove: mdiClose, warning: mdiAlertOutline, paste: mdiContentPaste };
  protected readonly whyLabels = missingReasonLabels;
  protected readonly find = this.lookup.find;
  /** What was picked turns into people at once, so the field itself stays empty. */
  protected readonly picked = signal<readonly string[]>([]);
  protected readonly pasting = signal(false);
  protected readonly all = signal(false);
  protected readonly said = signal('');
  protected readonly unreachable = linkedSignal<readonly MissingInvitee[]>(() => this.missing());
  protected readonly shown = computed(() =>
    this.all() || this.invitees().length <= SHORT ? this.invitees() : this.invitees().slice(0, SHORT),
  );
  protected readonly hidden = computed(() => this.invitees().length - this.shown().length);

  protected async add(item: PickItem): Promise<void> {
    this.picked.set([]);
    await this.take(() => this.lookup.resolve(item));
  }

  protected async addTyped(text: string): Promise<void> {
    this.picked.set([]);
    await this.take(() => this.lookup.paste(text));
  }

  protected async paste(text: string): Promise<void> {
    if (!text.trim()) return;
    if (await this.take(() => this.lookup.paste(text))) this.pasting.set(false);
  }

  protected remove(invitee: Invitee): void {
    this.inviteesChange.emit(this.invitees().filter((it) => it.mail !== invitee.mail));
    this.said.set(`${invitee.name} steht nicht mehr in der Liste.`);
  }

  private take(ask: () => Promise<ResolvedInvitees>): Promise<boolean> {
    return this.act(async () => {
      const found = await ask();
      const there = new Set(this.invitees().map((it) => it.mail));
      const fresh = found.invitees.filter((it) => !there.has(it.mail));
      const known = found.invitees.length - fresh.length + found.doubles.length;
      this.inviteesChange.emit([...this.invitees(), ...fresh]);
      this.unreachable.update((missing) => [
        ...missing,
        ...found.missing.filter((it) => !missing.some((other) => other.name === it.name)),
      ]);
      this.said.set(sentence(fresh.length, known, found.missing.length));
    });
  }
}

function sentence(added: number, known: number, missing: number): string {
  const parts = [
    added === 1 ? '1 Person hinzugefügt' : added > 1 ? `${added} hinzugefügt` : 'Niemand Neues',
    known > 0 && `${known} ${known === 1 ? 'war' : 'waren'} schon in der Liste`,
    missing > 0 && `${missing} ohne Adresse`,
  ];
  return `${parts.filter(Boolean).join(', ')}.`;
}
