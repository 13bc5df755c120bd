import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { EntityPicker, type Lookup, type PickItem } from '../index';

const people: PickItem[] = [
  { id: '1', title: 'Anna Berg', subtitle: 'Ahornhaus' },
  { id: '2', title: 'Jonas Krüger' },
];

@Component({
  imports: [EntityPicker],
  template: `<rt-entity-picker
    label="Person"
    [lookup]="lookup"
    [(value)]="value"
    createLabel="neu anlegen"
    (picked)="next?.focus()"
    (create)="made.push($event)"
  />`,
})
class Host {
  readonly value = signal('');
  asked: string[] = [];
  made: string[] = [];
  next: HTMLElement | null = null;
  lookup: Lookup = (words) => {
    this.asked.push(words);
    return Promise.resolve(people.filter((it) => it.title.toLowerCase().includes(words.toLowerCase())));
  };
}

async function shown() {
  const fixture = TestBed.createComponent(Host);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const field = (fixture.nativeElement as HTMLElement).querySelector('input') as HTMLInputElement;
  const settled = async () => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await fixture.whenStable();
  };
  const write = (text: string) => {
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const type = async (text: string) => {
    write(text);
    await settled();
  };
  const press = async (key: string) => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await fixture.whenStable();
  };
  const options = () => [...document.querySelectorAll('[role=option]')].map((it) => it.textContent?.trim());
  return { field, write, settled, type, press, options, host: fixture.componentInstance };
}

describe('A picker', () => {
  afterEach(() => document.querySelectorAll('.cdk-overlay-container').forEach((it) => it.replaceChildren()));

  it('is a combobox with the name of its label', async () => {
    const { field } = await shown();
    expect(field.getAttribute('role')).toBe('combobox');
    expect(document.querySelector(`label[for="${field.id}"]`)?.textContent).toContain('Person');
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('asks once typing pauses and takes the first with Enter', async () => {
    const { field, type, press, options, host } = await shown();
    await type('an');
    expect(host.asked).toEqual(['an']);
    expect(options()[0]).toContain('Anna Berg');
    expect(field.getAttribute('aria-activedescendant')).toBeTruthy();
    await press('Enter');
    expect(host.value()).toBe('1');
    expect(field.value).toBe('Anna Berg');
    expect(field.getAttribute('aria-expanded')).toBe('false');
  });

  it('closes with Escape and keeps what was chosen', async () => {
    const { field, type, press, host } = await shown();
    await type('jonas');
    await press('Enter');
    await type('anna');
    await press('Escape');
    field.dispatchEvent(new Event('blur'));
    expect(host.value()).toBe('2');
    expect(field.value).toBe('Jonas Krüger');
  });

  it('lets go of the choice where the field is emptied', async () => {
    const { type, press, host } = await shown();
    await type('jonas');
    await press('Enter');
    await type('');
    expect(host.value()).toBe('');
  });

  it('offers to make what was not found', async () => {
    const { type, options } = await shown();
    await type('Petra');
    expect(options()).toEqual(['„Petra“ neu anlegen']);
  });

  it('takes the first hit of the words as they stand now, however early Enter came', async () => {
    const { write, settled, type, press, host } = await shown();
    await type('anna');
    write('jonas');
    await press('Enter');
    expect(host.value()).toBe('');
    await settled();
    expect(host.value()).toBe('2');
    expect(host.made).toEqual([]);
  });

  it('makes what nothing matches with Enter, and never what was only on the way', async () => {
    const { write, settled, press, host } = await shown();
    write('Petra');
    await press('Enter');
    await press('Escape');
    await settled();
    expect(host.made).toEqual([]);
    write('Petra');
    await press('Enter');
    await settled();
    expect(host.made).toEqual(['Petra']);
  });

  it('lets its page send the focus on to the next field', async () => {
    const { type, press, host } = await shown();
    host.next = document.body.appendChild(document.createElement('button'));
    await type('anna');
    await press('Enter');
    expect(document.activeElement).toBe(host.next);
    host.next.remove();
  });

  it('offers to make something only once it is known what is there', async () => {
    const { write, settled, type, options } = await shown();
    await type('Petra');
    write('Anna');
    await Promise.resolve();
    expect(options().join()).not.toContain('Anna“ neu anlegen');
    await settled();
    expect(options()).toEqual([expect.stringContaining('Anna Berg'), '„Anna“ neu anlegen']);
  });
});
