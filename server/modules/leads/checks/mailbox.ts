/**
 * What providers deliver into one mailbox, by their own help pages: a tag behind `+` (TAGGED), also dots anywhere in the
 * name (DOTTED), also every domain they have for it. Of all other domains each spelling may be somebody else's.
 */
const TAGGED = new Set([
  ...['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'icloud.com', 'me.com', 'mac.com', 'fastmail.com'],
  ...['proton.me', 'protonmail.com', 'pm.me', 'yandex.ru', 'yandex.com', 'yandex.uz', 'ya.ru', 'mail.ru'],
]);
const DOTTED: ReadonlyMap<string, string> = new Map([
  ['gmail.com', 'gmail.com'],
  ['googlemail.com', 'gmail.com'],
]);

/**
 * The mailbox that an address reaches, by which one person is known: `jane.doe+cars@googlemail.com` is
 * `janedoe@gmail.com`. `email` is normalised (emailSyntax.ts). Messages go to the address as it was given.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@');
  const [local, domain] = [email.slice(0, at), email.slice(at + 1)];
  const dotted = DOTTED.get(domain);
  if (dotted === undefined && !TAGGED.has(domain)) return email;
  const name = local.replace(/(?<=.)\+.*$/su, '');
  return dotted === undefined ? `${name}@${domain}` : `${name.replaceAll('.', '')}@${dotted}`;
}
