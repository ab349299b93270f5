import { Button, Menu, Text } from '@mantine/core';
import { Building2, Check, ChevronDown, Languages, LogOut, UserRound } from 'lucide-react';
import { forwardRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { languages, speak } from './i18n';
import { useSession, useViewer } from './session';
import { useMove } from './useMove';

/** The menu of the account: other organisations, profile, language, log out. */
export function AccountMenu() {
  const { viewer } = useSession();
  const { switchTo, logOut } = useMove();
  const { t, i18n } = useTranslation();
  if (!viewer) return null;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <MenuButton />
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

/** Who is logged in, and where; takes what its menu gives it. */
const MenuButton = forwardRef<HTMLButtonElement>(function MenuButton(props, ref) {
  const { organisation, person } = useViewer();
  const { t } = useTranslation();
  return (
    <Button
      ref={ref}
      variant="subtle"
      color="gray"
      size="sm"
      px="xs"
      aria-label={t('account.menu', { organisation: organisation.name, name: person.name })}
      rightSection={<ChevronDown size={14} aria-hidden />}
      {...props}
    >
      <Text size="sm" maw={{ base: 88, sm: 160 }} truncate component="span">
        {organisation.name}
      </Text>
    </Button>
  );
});
