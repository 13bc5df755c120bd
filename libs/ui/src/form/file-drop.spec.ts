import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { FileDrop } from './file-drop';

describe('A place for files', () => {
  let taken: string[][];

  function place(inputs: Record<string, unknown> = {}): ComponentFixture<FileDrop> {
    const fixture = TestBed.createComponent(FileDrop);
    taken = [];
    fixture.componentInstance.files.subscribe((files) => taken.push(files.map(({ name }) => name)));
    for (const [name, value] of Object.entries({ limit: 1024 * 1024, ...inputs }))
      fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    return fixture;
  }
  const host = (of: ComponentFixture<FileDrop>) => of.nativeElement as HTMLElement;
  function drop(of: ComponentFixture<FileDrop>, ...files: File[]): void {
    const event = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files } });
    host(of).querySelector('.drop')?.dispatchEvent(event);
    of.detectChanges();
    expect(event.defaultPrevented).toBe(true);
  }
  const file = (name: string, size = 3) => new File([new Uint8Array(size)], name);
  const alert = (of: ComponentFixture<FileDrop>) =>
    host(of).querySelector('[role=alert]')?.textContent.trim();

  it('takes one file, by the mouse or by the keyboard', () => {
    const one = place();
    drop(one, file('a.csv'));
    expect(taken).toEqual([['a.csv']]);
    expect(host(one).querySelector('button')?.textContent.trim()).toBe('Datei auswählen');
    expect(host(one).querySelector('input')?.multiple).toBe(false);
    drop(one, file('a.csv'), file('b.csv'));
    expect(taken).toHaveLength(1);
    expect(alert(one)).toBe('Bitte geben Sie eine Datei nach der anderen ab.');
  });

  it('takes several where it says so, and none that is too large', () => {
    const many = place({ multiple: true });
    drop(many, file('a.csv'), file('b.csv'));
    expect(taken).toEqual([['a.csv', 'b.csv']]);
    drop(many, file('a.csv'), file('groß.csv', 1024 * 1024 + 1));
    expect(taken).toHaveLength(1);
    expect(alert(many)).toBe('„groß.csv“ ist größer als 1 MB. Bitte teilen Sie die Datei.');
    drop(many, file('a.csv'));
    expect(alert(many)).toBeUndefined();
  });

  it('takes nothing while it is busy, and says how far it is', () => {
    const busy = place({ busy: true, progress: '2 von 5 Dateien' });
    drop(busy, file('a.csv'));
    expect(taken).toEqual([]);
    expect(host(busy).querySelector('button')?.disabled).toBe(true);
    expect(host(busy).querySelector('[role=status]')?.textContent).toBe('2 von 5 Dateien');
  });

  it('says why it was not taken', () => {
    expect(alert(place({ refusal: 'Das ist keine Tabelle.' }))).toBe('Das ist keine Tabelle.');
  });
});
