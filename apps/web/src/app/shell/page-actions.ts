/** A button or link of the page that is open. */
export interface PageAction {
  label: string;
  /** What the page is there for, as against what can be done beside it. */
  primary: boolean;
  press: () => void;
}

/**
 * What the page before one's eyes offers in its head, and its primary buttons elsewhere: read from the page itself, so
 * that no page has to tell it twice. What sends a form is left out: that belongs to the form.
 */
export function pageActions(document: Document): PageAction[] {
  const found = document.querySelectorAll<HTMLElement>(
    'main [data-page-actions] :is(a[href], button), main :is(a[href], button).rt-primary:not(form *)',
  );
  return [...found]
    .filter((it) => it.checkVisibility() && !it.matches(':disabled, [aria-disabled="true"], [type="submit"]'))
    .flatMap((it) => {
      const label = (it.ariaLabel ?? it.innerText).replaceAll(/\s+/g, ' ').trim();
      return label ? [{ label, primary: it.classList.contains('rt-primary'), press: () => pressed(it) }] : [];
    });
}

/** The focus goes there as well: a form that closes gives it back to what opened it. */
function pressed(it: HTMLElement): void {
  it.focus();
  it.click();
}
