import { TestBed } from '@angular/core/testing';
import { MailAddress } from './mail-address';
import { UnbrokenPipe } from './unbroken-pipe';

describe('In a narrow column', () => {
  it('the name of an organisation does not end within "e. V."', () => {
    expect(new UnbrokenPipe().transform('Ahornhaus e. V. (Demo)')).toBe('Ahornhaus e.\u00A0V. (Demo)');
    expect(new UnbrokenPipe().transform(null)).toBe('');
  });

  it('an address breaks behind its "@", and is whole for whoever copies it', () => {
    const shown = TestBed.createComponent(MailAddress);
    shown.componentRef.setInput('mail', 'robin.khalil@ankommen.example');
    shown.detectChanges();
    const host = shown.nativeElement as HTMLElement;
    expect(host.textContent).toBe('robin.khalil@ankommen.example');
    expect(host.innerHTML).toContain('robin.khalil@<wbr>ankommen.example');
  });
});
