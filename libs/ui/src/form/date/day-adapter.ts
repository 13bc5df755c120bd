import { Service, inject } from '@angular/core';
import { DateAdapter } from '@angular/material/core';
import { ScreenClock, berlinDay } from '../../text';
import { readGermanDate, writeGermanDate } from './german-date';

const months = [
  'Januar', 'Februar', 'März', 'April', 'Mai', 'Juni',
  'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember',
]; // prettier-ignore
const weekdays = ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'];
const numbers = Array.from({ length: 31 }, (_, index) => String(index + 1));

/** Days as "2025-01-16" for Material's calendar: no zone can shift what has no time. */
@Service({ autoProvided: false })
export class DayAdapter extends DateAdapter<string, string> {
  private readonly clock = inject(ScreenClock);

  getYear(day: string): number {
    return Number(day.slice(0, 4));
  }
  getMonth(day: string): number {
    return Number(day.slice(5, 7)) - 1;
  }
  getDate(day: string): number {
    return Number(day.slice(8, 10));
  }
  getDayOfWeek(day: string): number {
    return at(day).getUTCDay();
  }
  getMonthNames(style: 'long' | 'short' | 'narrow'): string[] {
    return months.map((name) => (style === 'long' ? name : name.slice(0, style === 'short' ? 3 : 1)));
  }
  getDateNames(): string[] {
    return numbers;
  }
  getDayOfWeekNames(style: 'long' | 'short' | 'narrow'): string[] {
    return weekdays.map((name) => (style === 'long' ? name : name.slice(0, 2)));
  }
  getYearName(day: string): string {
    return day.slice(0, 4);
  }
  getFirstDayOfWeek(): number {
    return 1;
  }
  getNumDaysInMonth(day: string): number {
    return new Date(Date.UTC(this.getYear(day), this.getMonth(day) + 1, 0)).getUTCDate();
  }
  clone(day: string): string {
    return day;
  }
  createDate(year: number, month: number, date: number): string {
    return iso(new Date(Date.UTC(year, month, date)));
  }
  today(): string {
    return berlinDay(this.clock.now());
  }
  parse(value: unknown): string | null {
    return typeof value === 'string' ? readGermanDate(value, this.getYear(this.today())) : null;
  }
  format(day: string, format: unknown): string {
    if (format === 'month') return `${months[this.getMonth(day)]} ${this.getYear(day)}`;
    if (format === 'day')
      return `${weekdays[this.getDayOfWeek(day)]}, ${this.getDate(day)}. ${months[this.getMonth(day)]} ${this.getYear(day)}`;
    return writeGermanDate(day);
  }
  addCalendarYears(day: string, years: number): string {
    return this.addCalendarMonths(day, years * 12);
  }
  addCalendarMonths(day: string, count: number): string {
    const first = this.createDate(this.getYear(day), this.getMonth(day) + count, 1);
    const last = this.getNumDaysInMonth(first);
    return this.createDate(this.getYear(first), this.getMonth(first), Math.min(this.getDate(day), last));
  }
  addCalendarDays(day: string, days: number): string {
    return this.createDate(this.getYear(day), this.getMonth(day), this.getDate(day) + days);
  }
  toIso8601(day: string): string {
    return day;
  }
  isDateInstance(value: unknown): boolean {
    return typeof value === 'string';
  }
  isValid(day: string): boolean {
    return /^\d{4}-\d{2}-\d{2}$/.test(day);
  }
  invalid(): string {
    return '';
  }
}

/** The names of Material's formats; `DayAdapter.format` knows them. */
export const dayFormats = {
  parse: { dateInput: 'short' },
  display: { dateInput: 'short', monthYearLabel: 'month', dateA11yLabel: 'day', monthYearA11yLabel: 'month' },
};

function at(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function iso(date: Date): string {
  return date.toISOString().slice(0, 10);
}
