import { Pipe, type PipeTransform } from '@angular/core';
import { unbroken } from '@runder-tisch/domain/text';

/** `{{ organisation.name | unbroken }}`: "e. V." stays on one line. For what is shown, never for what is compared. */
@Pipe({ name: 'unbroken' })
export class UnbrokenPipe implements PipeTransform {
  transform(text: string | null | undefined): string {
    return text ? unbroken(text) : '';
  }
}
