// A person or an organisation as a coloured disc with initials. The colour comes from the id, so it is the same on
// every device and survives a change of name. It is decoration: the name stands beside it.
import { classNames } from '../classNames.ts';
import { initials } from '../i18n/format.ts';
import { avatarColour } from './avatarColour.ts';
import styles from './Avatar.module.css';

export type AvatarProps = {
  readonly id: string;
  readonly name: string;
  readonly small?: boolean | undefined;
};

export const Avatar = ({ id, name, small = false }: AvatarProps) => (
  <span
    class={classNames(styles['avatar'], small && styles['small'])}
    style={{ background: avatarColour(id) }}
    aria-hidden="true"
  >
    {initials(name)}
  </span>
);
