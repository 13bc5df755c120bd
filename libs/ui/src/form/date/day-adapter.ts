import { Service, inject } from '@angular/core';
import { DateAdapter } from '@angular/material/core';
import {
  addDays,
  addMonths,
  berlinDay,
  dayParts,
  formatLongDate,
  formatShortDate,
  isDay,
  joinDay,
  monthName,
  monthNames,
  monthOf,
  weekday,
  weekdayNames,
} from '@runder-tisch/domain/time';
import { ScreenClock } from '../../text';
import { readGermanDate } from './german-date';

const numbers = Array.from({ length: 31 }, (_, index) => String(index + 1));

/** Days as "2025-01-16" for Material's calendar: no zone can shift what has no time. */
@Service({ autoProvided: false })
export class DayAdapter extends DateAdapter<string, string> {
  private readonly clock = inject(ScreenClock);

  getYear(day: string): number {
    return dayParts(day).year;
  }
  getMonth(day: string): number {
    return dayParts(day).month - 1;
  }
  getDate(day: string): number {
    return dayParts(day).dayOfMonth;
  }
  getDayOfWeek(day: string): number {
    return weekday(day) % 7;
  }
  getMonthNames(style: 'long' | 'short' | 'narrow'): string[] {
    return monthNames.map((name) => (style === 'long' ? name : name.slice(0, style === 'short' ? 3 : 1)));
  }
  getDateNames(): string[] {
    return numbers;
  }
  getDayOfWeekNames(style: 'long' | 'short' | 'narrow'): string[] {
    // Material counts from Sunday, whichever day it shows first.
    const names = [weekdayNames[6], ...weekdayNames.slice(0, 6)];
    return names.map((name) => (style === 'long' ? name : name.slice(0, 2)));
  }
  getYearName(day: string): string {
    return day.slice(0, 4);
  }
  getFirstDayOfWeek(): number {
    return 1;
  }
  getNumDaysInMonth(day: string): number {
    return dayParts(monthOf(day).last).dayOfMonth;
  }
  clone(day: string): string {
    return day;
  }
  createDate(year: number, month: number, date: number): string {
    return joinDay(year, month + 1, date);
  }
  today(): string {
    return berlinDay(this.clock.now());
  }
  parse(value: unknown): string | null {
    return typeof value === 'string' ? readGermanDate(value, this.getYear(this.today())) : null;
  }
  format(day: string, format: unknown): string {
    if (format === 'month') return `${monthName(dayParts(day).month)} ${this.getYearName(day)}`;
    return format === 'day' ? formatLongDate(day) : formatShortDate(day);
  }
  addCalendarYears(day: string, years: number): string {
    return addMonths(day, years * 12);
  }
  addCalendarMonths(day: string, count: number): string {
    return addMonths(day, count);
  }
  addCalendarDays(day: string, days: number): string {
    return addDays(day, days);
  }
  toIso8601(day: string): string {
    return day;
  }
  isDateInstance(value: unknown): boolean {
    return typeof value === 'string';
  }
  isValid(day: string): boolean {
    return isDay(day);
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
