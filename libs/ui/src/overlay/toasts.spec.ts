import { TestBed } from '@angular/core/testing';
import { ToastList, Toasts } from './toasts';

describe('What was done is said in one line', () => {
  let host: HTMLElement;
  let toasts: Toasts;
  let update: () => void;

  beforeEach(() => {
    const fixture = TestBed.createComponent(ToastList);
    host = fixture.nativeElement as HTMLElement;
    document.body.append(host);
    toasts = TestBed.inject(Toasts);
    update = () => fixture.detectChanges();
    update();
  });
  afterEach(() => host.remove());

  const lines = (): (string | null)[] => {
    update();
    return [...host.querySelectorAll('.words')].map((it) => it.textContent);
  };
  const press = (on: EventTarget, key = 'z'): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', {
      key,
      ctrlKey: key === 'z',
      bubbles: true,
      cancelable: true,
    });
    on.dispatchEvent(event);
    return event;
  };

  it('which the next one replaces', () => {
    toasts.say('Gespeichert.');
    toasts.say('Erinnerung gesendet');
    expect(lines()).toEqual(['Erinnerung gesendet']);
  });

  it('and taken back by Ctrl Z, once', () => {
    let undone = 0;
    toasts.say('Erledigt: Protokoll senden', () => void (undone += 1));
    update();
    expect(press(document.body).defaultPrevented).toBe(true);
    expect(undone).toBe(1);
    expect(lines()).toEqual([]);
    expect(press(document.body).defaultPrevented).toBe(false);
    expect(undone).toBe(1);
  });

  it('while Ctrl Z in a field belongs to what is typed there', () => {
    let undone = 0;
    const field = document.createElement('textarea');
    host.append(field);
    toasts.say('Erledigt', () => void (undone += 1));
    update();
    expect(press(field).defaultPrevented).toBe(false);
    expect(undone).toBe(0);
  });

  it('that goes with the page it belongs to, and comes along when it was said on the way', () => {
    toasts.say('Angelegt.');
    toasts.pageChanged();
    expect(lines()).toEqual(['Angelegt.']);
    press(document.body, 'Tab');
    toasts.pageChanged();
    expect(lines()).toEqual([]);
  });
});
