import type { Problems } from '../../problem';

export const contactProblems = {
  'contact-without-mail': {
    status: 409,
    says: 'Hier steht keine Mailadresse, an die der Link gehen könnte. Bitte fragen Sie am Telefon.',
  },
  'contact-link-today': {
    status: 409,
    says: 'Heute ist schon ein Link an diese Person gegangen. Bitte warten Sie bis morgen.',
  },
  'contact-nothing-changed': {
    status: 400,
    says: 'Es hat sich nichts geändert. Ihre Angaben stehen schon so bei uns.',
  },
} as const satisfies Problems;
