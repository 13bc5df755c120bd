import { Pipe, type PipeTransform } from '@angular/core';
import { unbroken } from '@runder-tisch/domain/text';
import {
  formatLongDate,
  formatShortDate,
  formatShortDateTime,
  formatShortDay,
  formatTime,
} from '@runder-tisch/domain/time';

const formats = {
  day: formatShortDay,
  short: formatShortDate,
  long: formatLongDate,
  time: formatTime,
  dayTime: formatShortDateTime,
} as const;

/** `{{ meeting.startsAt | berlinDate: 'dayTime' }}`; Angular's own date pipe knows no Berlin. */
@Pipe({ name: 'berlinDate' })
export class BerlinDatePipe implements PipeTransform {
  /** Hours stay on one line. */
  transform(value: string | Date | null | undefined, format: keyof typeof formats = 'day'): string {
    return value ? unbroken(formats[format](value)) : '';
  }
}
