import { computed, signal } from '@angular/core';
import type { AttendanceLine } from '@runder-tisch/domain/meetings';
import { PutAttendance } from '@runder-tisch/domain/meetings/session-requests';
import { folded } from './folded';
import type { MinutesQueue } from './minutes-queue';

export interface Seat extends AttendanceLine {
  /** Stays the same while the row's id may still change to that of another device. */
  key: string;
}

/** Who is there. One tap is one word to the server. */
export class Seats {
  readonly all = signal<readonly Seat[]>([]);
  readonly present = computed(() => this.all().filter((seat) => seat.present).length);
  /** Nobody has been ticked yet: those who said they would come can be taken over in one go. */
  readonly untouched = computed(() => this.all().every((seat) => seat.present === null));
  private readonly keys = new Map<string, string>();

  constructor(private readonly queue: MinutesQueue) {}

  set(seat: Seat, present: boolean): void {
    const id = seat.id ?? crypto.randomUUID();
    this.keys.set(id, seat.key);
    this.all.update((seats) => seats.map((it) => (it.key === seat.key ? { ...it, id, present } : it)));
    const { invitationId, personId, organisationId } = seat;
    const guestName =
      seat.guest && !seat.personId ? [seat.name, seat.organisation].filter(Boolean).join(', ') : '';
    const facts = { invitationId, personId, organisationId, guestName, present };
    this.queue.add({ kind: 'seat', id, request: Object.assign(new PutAttendance(), facts) });
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
    this.all.update((seats) => [...seats, guest]);
    this.set(guest, true);
  }

  takeOverAnswers(): void {
    for (const seat of this.all()) if (seat.answer === 'ACCEPTED') this.set(seat, true);
  }

  /** Another device had taken the same person first: its row counts. */
  kept(id: string, keptAs: string): void {
    const key = this.keys.get(id);
    if (!key || id === keptAs) return;
    this.keys.set(keptAs, key);
    this.all.update((seats) => seats.map((seat) => (seat.key === key ? { ...seat, id: keptAs } : seat)));
  }

  /** The next reload shows what the server has. */
  forget(id: string): void {
    this.all.update((seats) => seats.filter((seat) => seat.id !== id || !seat.guest));
  }

  take(rows: readonly AttendanceLine[]): void {
    const own = new Map(this.all().map((seat) => [seat.key, seat]));
    const seats = rows.map((row) => {
      const key = row.invitationId ?? row.id ?? '';
      if (row.id) this.queue.knows(row.id, row.version);
      const mine = own.get(key);
      return mine?.id && this.queue.isWaiting(mine.id) ? mine : { ...row, key };
    });
    const known = new Set(seats.map((seat) => seat.key));
    const onlyHere = [...own.values()].filter(
      (seat) => !known.has(seat.key) && this.queue.isWaiting(seat.id ?? ''),
    );
    this.all.set([...seats, ...onlyHere]);
  }

  find(words: string): readonly Seat[] {
    const wanted = folded(words).split(' ').filter(Boolean);
    return this.all().filter((seat) => {
      const text = folded(`${seat.name} ${seat.organisation}`);
      return wanted.every((word) => text.includes(word));
    });
  }
}
