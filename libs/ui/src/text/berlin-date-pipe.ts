import { Pipe, type PipeTransform } from '@angular/core';
import { berlinDate, type BerlinFormat } from './berlin-date';

/** `{{ meeting.startsAt | berlinDate: 'dayTime' }}`; Angular's own date pipe knows no Berlin. */
@Pipe({ name: 'berlinDate' })
export class BerlinDatePipe implements PipeTransform {
  transform(value: string | Date | null | undefined, format: BerlinFormat = 'day'): string {
    return berlinDate(value, format);
  }
}
