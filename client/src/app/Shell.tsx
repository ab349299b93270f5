import { ActionIcon, Burger, Button, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet } from 'react-router';
import { Mark } from '../ui/Mark';
import { Sheet } from '../ui/Sheet';
import { AccountMenu } from './AccountMenu';
import { navigation } from './areas';
import { useAway } from './away';
import { Balance } from './Balance';
import { useSession } from './session';
import { usePlace } from './usePlace';
import styles from './Shell.module.css';

/** The frame of every page: name, navigation of the role, balance and account. */
export function Shell() {
  const { viewer, may } = useSession();
  const { t } = useTranslation();
  const [isOpen, sheet] = useDisclosure(false);
  const main = usePlace();
  const items = viewer ? navigation.filter(({ isFor }) => isFor(viewer)) : [];
  const links = items.map(({ to, label, icon: Icon }) => (
    <NavLink key={to} to={to} className={styles.link} onClick={sheet.close}>
      <Icon size={16} aria-hidden />
      {t(label)}
    </NavLink>
  ));
  return (
    <>
      <a className="lb-skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          {items.length > 0 && (
            <Burger
              className={styles.burger}
              size="sm"
              opened={isOpen}
              onClick={sheet.toggle}
              aria-label={t('shell.menu')}
            />
          )}
          <Link to="/" className={styles.brand}>
            <Mark />
            <span className={items.length > 0 ? styles.name : undefined}>Leadbourse</span>
          </Link>
          <nav className={styles.links} aria-label={t('shell.navigation')}>
            {links}
          </nav>
          <div className={styles.side}>
            {may('SEE_WALLET') && <Balance />}
            <SchemeSwitch />
            {viewer ? <AccountMenu /> : viewer === null && <VisitorDoors />}
          </div>
        </div>
        <Away />
      </header>
      <Sheet isOpen={isOpen} onClose={sheet.close} title={t('shell.menu')} size="xs">
        <nav className={styles.sheet} aria-label={t('shell.navigation')}>
          {links}
        </nav>
      </Sheet>
      <main id="main" className={styles.main} tabIndex={-1} ref={main}>
        <Outlet />
      </main>
    </>
  );
}

/** Quietly, that nothing is live just now: what is shown may be of before. */
function Away() {
  const { t } = useTranslation();
  const away = useAway();
  return (
    <div role="status" className={away ? styles.away : undefined}>
      {away && t(`shell.away.${away}`)}
    </div>
  );
}

function SchemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const { t } = useTranslation();
  const isDark = scheme === 'dark';
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={t(isDark ? 'shell.light' : 'shell.dark')}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <Sun size={18} aria-hidden /> : <Moon size={18} aria-hidden />}
    </ActionIcon>
  );
}

function VisitorDoors() {
  const { t } = useTranslation();
  return (
    <>
      <Button component={Link} to="/log-in" variant="subtle" size="sm" px="xs">
        {t('shell.logIn')}
      </Button>
      <Button component={Link} to="/sign-up" size="sm" px="sm">
        {t('shell.signUp')}
      </Button>
    </>
  );
}
