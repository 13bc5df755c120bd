import { TestBed } from '@angular/core/testing';
import { type LostMail, LostMails } from './lost-mails';

const eva: LostMail = { id: '1', name: 'Eva Eiche', mail: 'eva@eiche.test', reason: 'Postfach voll' };
const tom: LostMail = { id: '2', name: 'Tom Tanne', mail: 'tom@tanne.test', reason: '550 unbekannt' };

function shown(people: readonly LostMail[], maySend = true) {
  const fixture = TestBed.createComponent(LostMails);
  fixture.componentRef.setInput('what', 'Die Umfrage');
  fixture.componentRef.setInput('people', people);
  fixture.componentRef.setInput('maySend', maySend);
  const sent: string[][] = [];
  fixture.componentInstance.again.subscribe((to) => sent.push(to.map((it) => it.name)));
  fixture.detectChanges();
  const page = fixture.nativeElement as HTMLElement;
  const buttons = [...page.querySelectorAll('button')];
  return { words: page.textContent.replace(/\s+/g, ' '), buttons, sent };
}

describe('Mails that did not arrive', () => {
  it('are told with who did not get them and why', () => {
    const { words } = shown([eva, tom]);
    expect(words).toContain('Die Umfrage kam nicht an.');
    expect(words).toMatch(/Eva Eiche.*Postfach voll.*Tom Tanne.*550 unbekannt/);
  });

  it('go again to one of them or to all', () => {
    const { buttons, sent } = shown([eva, tom]);
    for (const button of buttons) button.click();
    expect(sent).toEqual([['Eva Eiche'], ['Tom Tanne'], ['Eva Eiche', 'Tom Tanne']]);
  });

  it('need one button for one, and none for those who only read', () => {
    expect(shown([eva]).buttons).toHaveLength(1);
    expect(shown([eva, tom], false).buttons).toEqual([]);
  });
});
