import { HttpErrorResponse } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FormField } from '@angular/forms/signals';
import {
  ArrayNotEmpty,
  IsArray,
  IsEmail,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { firstValueFrom, throwError } from 'rxjs';
import { ErrorSummary, TextField } from '@runder-tisch/ui/form';
import { requestForm, type RequestForm } from './request-form';

class SaveThing {
  @IsString()
  @MinLength(2, { message: 'Bitte geben Sie den Namen an.' })
  @MaxLength(10)
  name = '';

  @ValidateIf((it: SaveThing) => it.mail !== '')
  @IsEmail()
  mail = '';

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: 'Das ist kein gültiges Datum.' })
  day: string | null = null;

  @IsArray()
  @ArrayNotEmpty()
  tags: string[] = ['a'];
}

@Component({
  imports: [ErrorSummary, FormField, TextField],
  template: `
    <rt-error-summary [entry]="entry" />
    <rt-text-field label="Name" [formField]="entry.fields.name" />
    <rt-text-field label="Mailadresse" [formField]="entry.fields.mail" />
  `,
})
class Host {
  readonly entry = requestForm(SaveThing, { day: '2027-01-16' });
}

function made(initial: Partial<SaveThing> = {}): RequestForm<SaveThing> {
  return TestBed.runInInjectionContext(() => requestForm(SaveThing, initial));
}

function refusal(status: number, code: string, detail: string, errors: object[] = []): HttpErrorResponse {
  return new HttpErrorResponse({
    status,
    error: { type: '', title: '', status, code, detail, requestId: 'r', errors },
  });
}

// HttpClient fails with something that is no Error.
const failing = (answer: HttpErrorResponse) => firstValueFrom(throwError(() => answer));

describe('A form over a request class', () => {
  it('checks by the rules of the class and speaks German', () => {
    const entry = made({ name: 'Ein viel zu langer Name', mail: 'keine' });
    expect(entry.fields.name().errors()[0]?.message).toBe('Bitte auf höchstens 10 Zeichen kürzen.');
    expect(entry.fields.mail().errors()[0]?.message).toBe('Das ist keine gültige Mailadresse.');
    expect(made().fields.name().errors()[0]?.message).toBe('Bitte geben Sie den Namen an.');
  });

  it('knows from the class which fields are needed and how long a text may be', () => {
    const { fields } = made();
    expect(fields.name().required()).toBe(true);
    expect(fields.name().maxLength?.()).toBe(10);
    expect(fields.mail().required()).toBe(false);
    expect(fields.day().required()).toBe(false);
    expect(fields.tags().required()).toBe(true);
  });

  it('sends texts without blanks around them and nothing as null', async () => {
    const entry = made({ name: ' Ahorn ' });
    const sent = jest.fn().mockResolvedValue(undefined);
    await expect(entry.submit(sent)).resolves.toBe(true);
    expect(sent).toHaveBeenCalledWith({ name: 'Ahorn', mail: '', day: null, tags: ['a'] });
  });

  it('does not send what breaks a rule', async () => {
    const entry = made();
    const sent = jest.fn();
    await expect(entry.submit(sent)).resolves.toBe(false);
    expect(sent).not.toHaveBeenCalled();
    expect(entry.failedAttempts()).toBe(1);
    expect(entry.fields.name().touched()).toBe(true);
  });

  it('puts a refusal at the field it names until that field changes', async () => {
    const entry = made({ name: 'Ahorn' });
    const taken = refusal(409, 'name-taken', 'Vergeben.', [
      { path: 'name', code: 'name-taken', detail: 'Der Name ist vergeben.' },
    ]);
    await expect(entry.submit(() => failing(taken))).resolves.toBe(false);
    expect(entry.fields.name().errors()[0]?.message).toBe('Der Name ist vergeben.');
    expect(entry.problem()).toBeNull();
    entry.fields.name().value.set('Ahornhaus');
    expect(entry.fields.name().errors()).toEqual([]);
  });

  it('shows a refusal without a field above the form, and sends again without an edit', async () => {
    const entry = made({ name: 'Ahorn' });
    await entry.submit(() => failing(new HttpErrorResponse({ status: 0 })));
    expect(entry.problem()).toContain('nicht erreichbar');
    const intent = entry.intent();
    await expect(entry.submit(() => Promise.resolve())).resolves.toBe(true);
    expect(entry.problem()).toBeNull();
    expect(entry.intent()).not.toBe(intent);
  });

  it('keeps one key over repeated attempts, so that nothing is made twice', async () => {
    const entry = made({ name: 'Ahorn' });
    const before = entry.intent();
    await entry.submit(() => failing(new HttpErrorResponse({ status: 503 })));
    expect(entry.intent()).toBe(before);
  });
});

describe('A page with such a form', () => {
  async function shown() {
    const fixture = TestBed.createComponent(Host);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const settled = async () => {
      await fixture.whenStable();
      await new Promise((resolve) => setTimeout(resolve));
    };
    return { page, settled, entry: fixture.componentInstance.entry };
  }

  it('names the fields in a summary that takes the focus', async () => {
    const { page, entry, settled } = await shown();
    entry.fields.mail().value.set('keine');
    await entry.submit(() => Promise.resolve());
    await settled();
    const summary = page.querySelector('[role=alert]');
    expect(summary?.textContent).toContain('Name: Bitte geben Sie den Namen an.');
    expect(summary?.textContent).toContain('Mailadresse: Das ist keine gültige Mailadresse.');
    expect(document.activeElement).toBe(summary);
  });

  it('does not complain to somebody who only walks through an empty field', async () => {
    const { page, settled } = await shown();
    const name = page.querySelector('input');
    const walkThrough = () => (name?.focus(), name?.blur());
    walkThrough();
    await settled();
    expect(name?.getAttribute('aria-invalid')).not.toBe('true');
    for (const words of ['Aken', '']) {
      if (name) name.value = words;
      name?.dispatchEvent(new Event('input'));
    }
    await settled();
    walkThrough();
    await settled();
    expect(name?.getAttribute('aria-invalid')).toBe('true');
  });

  it('goes to the field where only one is wrong', async () => {
    const { page, entry, settled } = await shown();
    await entry.submit(() => Promise.resolve());
    await settled();
    const field = page.querySelector('input');
    expect(document.activeElement).toBe(field);
    expect(field?.getAttribute('aria-invalid')).toBe('true');
    expect(field?.getAttribute('aria-describedby')).toBeTruthy();
  });
});
