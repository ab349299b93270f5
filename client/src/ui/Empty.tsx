import { Button, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTabTitle } from './useTabTitle';

interface Action {
  label: string;
  to?: string;
  onClick?: () => void;
}

/** A place where nothing is yet: says so, and what to do first. */
export function Empty({
  title,
  text,
  action,
  children,
  isPage = false,
}: {
  title: string;
  text?: string;
  action?: Action;
  children?: ReactNode;
  /** It is all that the page has, so that it bears the page's heading and names the browser's tab. */
  isPage?: boolean;
}) {
  useTabTitle(isPage ? title : null);
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <Title order={isPage ? 1 : 2} size="h3">
        {title}
      </Title>
      {text && (
        <Text c="dimmed" maw={480}>
          {text}
        </Text>
      )}
      {children}
      {action?.to && (
        <Button component={Link} to={action.to} mt="xs">
          {action.label}
        </Button>
      )}
      {action?.onClick && (
        <Button onClick={action.onClick} mt="xs">
          {action.label}
        </Button>
      )}
    </Stack>
  );
}
