import { button, buttonLink, buttons, form, hiddenField } from '../../pages/forms';
import { html, type Html } from '../../pages/html';

export function signInButton(greeting: string, token: string, target: string): Html {
  return html`<h1>${greeting}</h1>
    <p class="lead">Willkommen am Runden Tisch. Mit einem Klick sind Sie angemeldet.</p>
    ${form(
      { action: `/anmeldung/${token}` },
      html`${hiddenField('ziel', target)} ${buttons(button({ label: 'Jetzt anmelden' }))}`,
    )}
    <p class="note">
      Auf diesem Gerät bleiben Sie angemeldet, bis Sie sich abmelden oder 30 Minuten nichts tun. Melden Sie
      sich an einem fremden Gerät bitte immer ab.
    </p>`;
}

export function oldLink(greeting: string, state: 'EXPIRED' | 'USED', token: string): Html {
  return html`<h1>${state === 'USED' ? 'Dieser Link wurde schon benutzt' : 'Dieser Link ist abgelaufen'}</h1>
    <p class="lead">${greeting}. Aus Sicherheitsgründen gilt jeder Link 24 Stunden und nur einmal.</p>
    ${form({ action: `/anmeldung/${token}/neu` }, buttons(button({ label: 'Neuen Link senden' })))}
    <p class="note">Er kommt an dieselbe Mailadresse wie der alte.</p>`;
}

/** @param leaves whether mails leave the house; nobody is sent to an empty mailbox */
export function newLinkSent(sentTo: string, leaves: boolean): Html {
  if (!leaves)
    return html`<h1>Der neue Link bleibt im Postausgang</h1>
      <p class="lead">
        Hier verlässt zurzeit keine Mail das Haus. Bitte fragen Sie den Landkreis nach dem Link.
      </p>`;
  return html`<h1>Der neue Link ist unterwegs</h1>
    <p class="lead">
      Wir haben ihn an ${sentTo} geschickt. Bitte sehen Sie in Ihr Postfach, auch in den Spam-Ordner.
    </p>`;
}

export function unknownLink(): Html {
  return html`<h1>Diesen Link kennen wir nicht</h1>
    <p class="lead">Vielleicht wurde er beim Kopieren abgeschnitten, oder er ist sehr alt.</p>
    ${buttons(buttonLink('Zur Anmeldung', '/anmelden'))}`;
}

export function closedAccount(): Html {
  return html`<h1>Dieser Zugang ist gesperrt</h1>
    <p class="lead">
      Bitte wenden Sie sich an die Sozialplanung des Landkreises. Die Adresse steht im
      <a href="/impressum">Impressum</a>.
    </p>`;
}
