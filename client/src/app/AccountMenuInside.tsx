import { Menu, Text } from '@mantine/core';
import { Building2, Check, Languages, LogOut, UserRound } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AccountButton } from './AccountButton';
import { languages, speak } from './i18n';
import { useSession } from './session';
import { useMove } from './useMove';

/** The menu of the account: other organisations, profile, language, log out. It comes open. */
export default function AccountMenuInside() {
  const { viewer } = useSession();
  const { switchTo, logOut } = useMove();
  const { t, i18n } = useTranslation();
  const [isOpen, setIsOpen] = useState(true);
  const button = useRef<HTMLButtonElement>(null);
  // The keyboard was at the button that this one stands in for, and goes back to it.
  const takeFocus = (): void => button.current?.focus();
  useEffect(takeFocus, []);
  if (!viewer) return null;
  return (
    <Menu position="bottom-end" width={280} opened={isOpen} onChange={setIsOpen} onClose={takeFocus}>
      <Menu.Target>
        <AccountButton ref={button} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {viewer.person.name} · {t(`role.${viewer.role}`)}
        </Menu.Label>
        {viewer.memberships.length > 1 &&
          viewer.memberships.map(({ id, organisation, role }) => (
            <Menu.Item
              key={id}
              leftSection={organisation.id === viewer.organisation.id ? <Check size={16} /> : <span />}
              onClick={() => switchTo(organisation.id)}
            >
              {organisation.name}
              <Text size="xs" c="dimmed">
                {t(`organisationKind.${organisation.kind}`)} · {t(`role.${role}`)}
              </Text>
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/organisation" leftSection={<Building2 size={16} />}>
          {t('account.organisation')}
        </Menu.Item>
        <Menu.Item component={Link} to="/profile" leftSection={<UserRound size={16} />}>
          {t('account.profile')}
        </Menu.Item>
        {languages.length > 1 &&
          languages.map((language) => (
            <Menu.Item key={language} leftSection={<Languages size={16} />} onClick={() => void speak(language)}>
              {new Intl.DisplayNames([language], { type: 'language' }).of(language)}
              {language === i18n.language && ' ✓'}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} />} onClick={logOut}>
          {t('account.logOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
