// Devices, invitations and joining, without passwords.
import { plural } from '../plural.ts';

export const identity = {
  joinTitle: 'Dołącz do partnerstwa',
  joinText: 'Zeskanuj kod QR aparatem telefonu albo wpisz kod, który widzisz na ekranie tabletu.',
  code: 'Kod zaproszenia',
  codeHint: 'Wielkość liter nie ma znaczenia.',
  join: 'Dołącz',
  joined: (name: string) => `Dołączono: ${name}`,
  yourName: 'Jak się nazywasz',
  yourNameHint: 'To imię zobaczą inni w partnerstwie.',
  inviteTitle: 'Zaproszenie',
  inviteDevice: 'Podłącz drugie urządzenie',
  invitePartner: 'Zaproś partnera',
  inviteFacilitator: 'Zaproś animatora lub animatorkę',
  qrLabel: 'Kod QR zaproszenia',
  copyLink: 'Kopiuj link',
  validUntil: (when: string) => `Ważne do: ${when}`,
  usesLeft: (n: number) =>
    `Można użyć jeszcze ${n} ${plural('pl', n, { one: 'raz', few: 'razy', many: 'razy', other: 'raza' })}`,
  revoke: 'Unieważnij',
  revoked: 'Zaproszenie unieważnione',
  devices: 'Urządzenia',
  thisDevice: 'to urządzenie',
  deviceName: 'Nazwa urządzenia',
  deviceNameHint: 'Na przykład „Tablet biblioteki”',
  removeDevice: 'Odłącz urządzenie',
  roles: {
    librarian: 'bibliotekarka lub bibliotekarz',
    partner: 'partner',
    facilitator: 'animator lub animatorka',
    programme: 'koordynacja programu',
  },
};
