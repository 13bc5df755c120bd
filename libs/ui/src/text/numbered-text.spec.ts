import { TestBed } from '@angular/core/testing';
import { NumberedText } from './numbered-text';

describe('Words with numbers in them', () => {
  it('read as they were written, and each number is a piece that does not break', async () => {
    const words = 'M-2026-007 „Beratung“ kam nach dem Beschluss (E-2026-009, Kreistag, BV/0174/2020).';
    const fixture = TestBed.createComponent(NumberedText);
    fixture.componentRef.setInput('text', words);
    await fixture.whenStable();
    const host = fixture.nativeElement as HTMLElement;
    expect(host.textContent).toBe(words);
    expect([...host.querySelectorAll('.rt-number')].map((it) => it.textContent)).toEqual([
      'M-2026-007',
      'E-2026-009',
    ]);
  });
});
