// Devices, invitations and joining, without passwords.
import type { identity as polish } from '../pl/identity.ts';
import { plural } from '../plural.ts';

export const identity: typeof polish = {
  joinTitle: 'Join a partnership',
  joinText: 'Scan the QR code with your phone’s camera, or type the code you see on the tablet.',
  code: 'Invitation code',
  codeHint: 'Capital and small letters are the same.',
  join: 'Join',
  joined: (name) => `Joined: ${name}`,
  yourName: 'What is your name',
  yourNameHint: 'Others in the partnership will see it.',
  inviteTitle: 'Invitation',
  inviteDevice: 'Connect a second device',
  invitePartner: 'Invite a partner',
  inviteFacilitator: 'Invite a facilitator',
  qrLabel: 'QR code of the invitation',
  copyLink: 'Copy the link',
  validUntil: (when) => `Valid until: ${when}`,
  usesLeft: (n) => `Can be used ${n} more ${plural('en', n, { one: 'time', other: 'times' })}`,
  revoke: 'Revoke',
  revoked: 'Invitation revoked',
  devices: 'Devices',
  thisDevice: 'this device',
  deviceName: 'Name of the device',
  deviceNameHint: 'For example “The library’s tablet”',
  removeDevice: 'Disconnect the device',
  roles: {
    librarian: 'librarian',
    partner: 'partner',
    facilitator: 'facilitator',
    programme: 'programme coordination',
  },
};
