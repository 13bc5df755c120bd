import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { mdiAlertOutline, mdiClose, mdiContentPaste } from '@mdi/js';
import {
  type OrganisationType,
  organisationTypeLabels,
  organisationTypes,
} from '@runder-tisch/domain/actors';
import { readPersonName } from '@runder-tisch/domain/addresses/person-name';
import {
  type MatchedMembersView,
  type MembersAddedView,
  type MembershipRole,
  membershipRoleLabels,
  membershipRoles,
} from '@runder-tisch/domain/networks';
import type { AddMembers, MatchMembers } from '@runder-tisch/domain/networks/members-requests';
import { counted } from '@runder-tisch/domain/text';
import { berlinDay } from '@runder-tisch/domain/time';
import { DateField, EntityPicker } from '@runder-tisch/ui/form';
import { Icon } from '@runder-tisch/ui/icon';
import { SidePanel } from '@runder-tisch/ui/overlay';
import { ScreenClock, UnbrokenPipe } from '@runder-tisch/ui/text';
import { actingInPlace } from '../../http/acting';
import { Api, newIntent } from '../../http/api';
import { asProblemError } from '../../http/problem-error';
import { Lookups } from '../../lists/lookups';
import {
  asNewMember,
  type Draft,
  knownPerson,
  newPerson,
  ofLine,
  sameSeat,
  sentence,
  titleOf,
} from './new-members';

/** Stands in a picker for what is not there yet. */
const NEW = 'new';

/**
 * Adds many members without leaving the keyboard: Enter takes the organisation, Enter the person, Enter puts both on
 * the list. What nobody has entered yet is made with it. All of the list is saved at once, and the panel stays.
 */
@Component({
  selector: 'rt-members-form',
  imports: [DateField, EntityPicker, Icon, SidePanel, UnbrokenPipe],
  templateUrl: './members-form.html',
  styleUrl: './members-form.scss',
})
export class MembersForm {
  readonly networkId = input.required<string>();
  readonly closed = output<void>();
  readonly saved = output<void>();

  private readonly api = inject(Api);
  private readonly injector = inject(Injector);
  private readonly house = viewChild.required<EntityPicker>('house');
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');
  private intent = newIntent();
  protected readonly lookups = inject(Lookups);
  protected readonly act = actingInPlace();
  protected readonly icons = { paste: mdiContentPaste, remove: mdiClose, warning: mdiAlertOutline };
  protected readonly roles = membershipRoles.map((value) => ({ value, label: membershipRoleLabels[value] }));
  protected readonly types = organisationTypes.map((value) => ({
    value,
    label: organisationTypeLabels[value],
  }));
  protected readonly title = titleOf;

  protected readonly organisation = signal<Draft['organisation']>(null);
  protected readonly organisationId = signal('');
  protected readonly person = signal<{ id: string | null; name: string } | null>(null);
  protected readonly personId = signal('');
  protected readonly fromDay = signal(berlinDay(inject(ScreenClock).now()));
  protected readonly drafts = signal<readonly Draft[]>([]);
  protected readonly pasting = signal(false);
  protected readonly unreadable = signal<readonly string[]>([]);
  protected readonly said = signal('');

  protected readonly chosenHouse = computed(() => ({ id: NEW, title: this.organisation()?.name ?? '' }));
  protected readonly chosenHuman = computed(() => ({ id: NEW, title: this.person()?.name ?? '' }));
  protected readonly people = (words: string) => this.lookups.people(words, this.organisation()?.id ?? '');
  protected readonly button = computed(() => {
    const count = this.drafts().length;
    return count ? `${counted(count, 'Mitglied', 'Mitglieder')} hinzufügen` : 'Hinzufügen';
  });

  protected newHouse({ organisation }: Draft): { name: string } | null {
    return organisation && organisation.id === null ? organisation : null;
  }

  protected makeOrganisation(name: string): void {
    this.organisation.set({ id: null, name });
    this.organisationId.set(NEW);
  }

  protected makePerson(name: string): void {
    this.person.set({ id: null, name });
    this.personId.set(NEW);
  }

  /** What stands in the two fields goes onto the list; the next one begins at the organisation. */
  protected take(event: Event): void {
    event.preventDefault();
    const organisation = this.organisationId() ? this.organisation() : null;
    const human = this.personId() ? this.person() : null;
    if (organisation || human) {
      const person =
        human &&
        (human.id === null
          ? newPerson(readPersonName(human.name))
          : knownPerson({ id: human.id, name: human.name }));
      const draft: Draft = {
        organisation,
        organisationType: 'FREE_PROVIDER',
        person,
        mail: '',
        role: 'MEMBER',
        refusal: '',
      };
      const fresh = this.put([draft]);
      this.said.set(
        fresh ? `${titleOf(draft)} steht auf der Liste.` : `${titleOf(draft)} stand schon auf der Liste.`,
      );
      for (const side of [this.organisation, this.person]) side.set(null);
      for (const id of [this.organisationId, this.personId]) id.set('');
    }
    this.house().focus();
  }

  protected async read(text: string): Promise<void> {
    if (!text.trim()) return;
    const request: MatchMembers = { text };
    await this.act(async () => {
      const found = await this.api.act<MatchedMembersView>(
        `/api/networks/${this.networkId()}/memberships/match`,
        null,
        request,
      );
      const free = found.lines.filter((line) => !line.seated);
      const read = free.map(ofLine).filter((draft) => draft.organisation || draft.person);
      const taken = this.put(read);
      this.unreadable.set([
        ...found.unreadable,
        ...free.filter((line) => !ofLine(line).organisation && !ofLine(line).person).map((line) => line.mail),
      ]);
      this.said.set(sentence(taken, found.lines.length - free.length, read.length - taken));
      this.pasting.set(false);
      afterNextRender(() => (this.list()?.nativeElement ?? this.house()).focus(), {
        injector: this.injector,
      });
    });
  }

  protected change(index: number, part: Partial<Draft>): void {
    this.drafts.update((drafts) =>
      drafts.map((it, at) => (at === index ? { ...it, ...part, refusal: '' } : it)),
    );
  }

  protected changeType(index: number, type: string): void {
    this.change(index, { organisationType: type as OrganisationType });
  }

  protected changeRole(index: number, role: string): void {
    this.change(index, { role: role as MembershipRole });
  }

  protected remove(index: number): void {
    this.drafts.update((drafts) => drafts.filter((_, at) => at !== index));
  }

  protected async save(): Promise<void> {
    const drafts = this.drafts();
    const request: AddMembers = { fromDay: this.fromDay(), members: drafts.map(asNewMember) };
    const path = `/api/networks/${this.networkId()}/memberships/at-once`;
    let refused: readonly { path: string; detail?: string }[] = [];
    const done = await this.act(async () => {
      try {
        return await this.api.create<MembersAddedView>(path, request, this.intent);
      } catch (failed) {
        const problem = asProblemError(failed);
        refused = problem.errors.filter((it) => it.path.startsWith('members.'));
        // Each line says its own reason, so only the sentence of the whole stands above the button.
        throw refused.length ? Object.assign(problem, { errors: [] }) : problem;
      }
    }, told);
    if (!done) {
      this.drafts.set(
        drafts.map((it, index) => ({
          ...it,
          refusal: refused.find(({ path: at }) => at.startsWith(`members.${index}.`))?.detail ?? '',
        })),
      );
      return;
    }
    this.intent = newIntent();
    this.drafts.set([]);
    this.unreadable.set([]);
    this.said.set('');
    this.saved.emit();
    this.house().focus();
  }

  /** How many of them were not on the list yet. */
  private put(drafts: readonly Draft[]): number {
    const all = [...this.drafts()];
    const before = all.length;
    for (const draft of drafts) if (!all.some((it) => sameSeat(it, draft))) all.push(draft);
    this.drafts.set(all);
    return all.length - before;
  }
}

function told({ members, organisations, people }: MembersAddedView): string {
  const made = [
    ...(organisations ? [counted(organisations, 'Organisation', 'Organisationen')] : []),
    ...(people ? [counted(people, 'Person', 'Personen')] : []),
  ];
  const added = `${counted(members, 'Mitglied', 'Mitglieder')} hinzugefügt`;
  return made.length ? `${added}, ${made.join(' und ')} neu angelegt.` : `${added}.`;
}
