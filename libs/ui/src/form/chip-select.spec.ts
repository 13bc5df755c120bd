import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { ChipSelect } from './chip-select';

const many = Array.from({ length: 22 }, (_, index) => ({
  value: String(index),
  label: `Gruppe ${index}`,
}));

describe('A chip select that folds', () => {
  function field(value: readonly string[], choices = many): ComponentFixture<ChipSelect> {
    const fixture = TestBed.createComponent(ChipSelect);
    fixture.componentRef.setInput('label', 'Zielgruppen');
    fixture.componentRef.setInput('foldable', true);
    fixture.componentRef.setInput('choices', choices);
    fixture.componentRef.setInput('value', value);
    fixture.detectChanges();
    return fixture;
  }
  const host = (of: ComponentFixture<ChipSelect>) => of.nativeElement as HTMLElement;
  const boxes = (of: ComponentFixture<ChipSelect>) => [...host(of).querySelectorAll('input')];
  const press = (of: ComponentFixture<ChipSelect>) => {
    host(of).querySelector('button')?.click();
    of.detectChanges();
  };

  it('shows what is chosen, and all there is when it is asked to', () => {
    const groups = field(['3', '7']);
    expect(boxes(groups).map((box) => box.parentElement?.textContent?.trim())).toEqual([
      'Gruppe 3',
      'Gruppe 7',
    ]);
    press(groups);
    expect(boxes(groups)).toHaveLength(22);
    press(groups);
    expect(boxes(groups)).toHaveLength(2);
  });

  it('says how many wait where nothing is chosen, and leads there from an error', () => {
    const groups = field([]);
    expect(host(groups).textContent).toContain('Aus 22 wählen');
    document.body.append(host(groups));
    groups.componentInstance.focus();
    expect(document.activeElement?.textContent).toContain('Aus 22 wählen');
    press(groups);
    expect(boxes(groups)).toHaveLength(22);
  });

  it('keeps in sight what somebody unticks', () => {
    const groups = field(['3']);
    boxes(groups)[0]?.click();
    groups.detectChanges();
    expect(groups.componentInstance.value()).toEqual([]);
    expect(host(groups).textContent).toContain('Gruppe 3');
  });

  it('does not fold a few', () => {
    expect(boxes(field([], many.slice(0, 5)))).toHaveLength(5);
  });
});
