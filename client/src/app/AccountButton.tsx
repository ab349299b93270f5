import { Button, Text } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { forwardRef, lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from './session';

const AccountMenu = lazy(async () => ({ default: (await import('./AccountMenu')).AccountMenu }));

/** Who is logged in and where. Its menu is loaded with the first press. */
export function AccountButton() {
  const [isWanted, setIsWanted] = useState(false);
  if (!isWanted) return <MenuButton onClick={() => setIsWanted(true)} aria-haspopup="menu" />;
  return (
    <Suspense fallback={<MenuButton loading />}>
      <AccountMenu />
    </Suspense>
  );
}

interface ButtonProps {
  onClick?: () => void;
  loading?: boolean;
  'aria-haspopup'?: 'menu';
}

/** The button alone, before and after its menu is there. */
export const MenuButton = forwardRef<HTMLButtonElement, ButtonProps>(function MenuButton(props, ref) {
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
