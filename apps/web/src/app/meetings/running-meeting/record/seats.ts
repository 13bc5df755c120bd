import { computed, type Signal } from '@angular/core';
import { PutAttendance } from '@runder-tisch/domain/meetings/session/session-requests';
import { folded } from '@runder-tisch/domain/text';
import type { MinutesQueue } from './minutes-queue';
import type { Seat } from './seat';

/** Who is there. One tap is one word to the server. */
export class Seats {
  readonly present = computed(() => this.all().filter((seat) => seat.present).length);
  /** The people among those who are there whom somebody knows by name. */
  readonly peopleThere = computed(() =>
    this.all().flatMap(({ present, personId }) => (present && personId ? [personId] : [])),
  );
  /** Nobody has been ticked yet: those who said they would come can be taken over in one go. */
  readonly untouched = computed(() => this.all().every((seat) => seat.present === null));

  constructor(
    readonly all: Signal<readonly Seat[]>,
    private readonly queue: MinutesQueue,
  ) {}

  set(seat: Seat, present: boolean): void {
    const id = seat.id ?? crypto.randomUUID();
    const { invitationId, personId, organisationId } = seat;
    const guestName =
      seat.guest && !seat.personId ? [seat.name, seat.organisation].filter(Boolean).join(', ') : '';
    const facts = { invitationId, personId, organisationId, guestName, present };
    const request = Object.assign(new PutAttendance(), facts);
    this.queue.add({ kind: 'seat', id, request, seat: { ...seat, id, present } });
  }

  /** "Dora Lenz, Kiebitz gGmbH" */
  addGuest(line: string): void {
    const [name = '', ...organisation] = line.split(',').map((part) => part.trim());
    const id = crypto.randomUUID();
    const guest: Seat = {
      id,
      key: id,
      version: 0,
      invitationId: null,
      personId: null,
      organisationId: null,
      name,
      organisation: organisation.join(', '),
      answer: null,
      present: null,
      guest: true,
    };
    this.set(guest, true);
  }

  takeOverAnswers(): void {
    for (const seat of this.all()) if (seat.answer === 'ACCEPTED') this.set(seat, true);
  }

  find(words: string): readonly Seat[] {
    const wanted = folded(words).split(/\s+/).filter(Boolean);
    return this.all().filter((seat) => {
      const text = folded(`${seat.name} ${seat.organisation}`);
      return wanted.every((word) => text.includes(word));
    });
  }
}
