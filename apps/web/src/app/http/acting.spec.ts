import { TestBed } from '@angular/core/testing';
import { Toasts } from '@runder-tisch/ui/overlay';
import { acting, actingInPlace } from './acting';
import { ProblemError } from './problem-error';

describe('A change without a form', () => {
  const heard: string[] = [];
  let asked: number;
  const again = (): void => void asked++;
  const make = <Made>(how: () => Made): Made => TestBed.runInInjectionContext(how);
  const refusedBy = (errors: ProblemError['errors'] = []) =>
    Promise.reject(new ProblemError(409, 'in-use', 'Das geht so nicht.', errors));

  beforeEach(() => {
    heard.length = asked = 0;
    TestBed.configureTestingModule({
      providers: [
        {
          provide: Toasts,
          useValue: {
            say: (words: string) => heard.push(`gesagt: ${words}`),
            warn: (words: string) => heard.push(`gewarnt: ${words}`),
          },
        },
      ],
    });
  });

  it('says what was done, with what came of it, and asks again', async () => {
    const act = make(() => acting(again));
    const done = act(
      async () => ({ recipients: 3 }),
      ({ recipients }) => `${recipients} Mails gehen hinaus.`,
    );
    expect(act.busy()).toBe(true);
    expect(await done).toBe(true);
    expect(act.busy()).toBe(false);
    expect(heard).toEqual(['gesagt: 3 Mails gehen hinaus.']);
    expect(asked).toBe(1);
  });

  it('says why it was refused, in detail and nothing twice, and asks again as well', async () => {
    const act = make(() => acting(again));
    const errors = ['Das geht so nicht.', 'Es fehlt die Koordination.'].map((detail) => ({
      path: '',
      code: 'x',
      detail,
    }));
    expect(await act(() => refusedBy(errors), 'Gespeichert.')).toBe(false);
    expect(heard).toEqual(['gewarnt: Das geht so nicht. Es fehlt die Koordination.']);
    expect(act.busy()).toBe(false);
    expect(asked).toBe(1);
  });

  it('keeps the refusal in place until the next try', async () => {
    const act = make(() => actingInPlace());
    await act(() => refusedBy());
    expect(act.refusal()).toBe('Das geht so nicht.');
    expect(heard).toEqual([]);
    await act(async () => undefined, 'Jetzt schon.');
    expect(act.refusal()).toBeNull();
    expect(heard).toEqual(['gesagt: Jetzt schon.']);
  });
});
