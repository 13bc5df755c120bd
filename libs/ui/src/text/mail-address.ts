import { Component, computed, input } from '@angular/core';

/** An address that breaks behind its "@" before it breaks anywhere else; copied, it is whole. */
@Component({
  selector: 'rt-mail-address',
  template: `{{ parts().name }}<wbr />{{ parts().domain }}`,
})
export class MailAddress {
  readonly mail = input.required<string>();

  protected readonly parts = computed(() => {
    const behind = this.mail().lastIndexOf('@') + 1;
    return { name: this.mail().slice(0, behind), domain: this.mail().slice(behind) };
  });
}
