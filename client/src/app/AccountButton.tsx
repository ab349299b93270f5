import { Button, Text } from '@mantine/core';
import { ChevronDown } from 'lucide-react';
import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from './session';

/** Who is logged in, and where; takes what its menu gives it. */
export const AccountButton = forwardRef<HTMLButtonElement, ComponentPropsWithoutRef<'button'>>(
  function AccountButton(props, ref) {
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
  },
);
