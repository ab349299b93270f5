import { Badge, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { useMove } from '../../app/useMove';
import styles from './organisation.module.css';

/** The organisations of this login; choosing another goes on as its member. */
export function Memberships() {
  const { t } = useTranslation('organisation');
  const { organisation, memberships } = useViewer();
  const { going, switchTo } = useMove();
  return (
    <>
      <Text size="sm" c="dimmed" mt="md" mb={4}>
        {t('profile.organisations')}
      </Text>
      <ul className={styles.rows}>
        {memberships.map(({ id, role, organisation: other }) => (
          <Group key={id} component="li" justify="space-between" py={8} wrap="nowrap">
            <div className={styles.who}>
              <Text size="sm" fw={500}>
                {other.name}
              </Text>
              <Text size="xs" c="dimmed">
                {t(`common:organisationKind.${other.kind}`)} · {t(`common:role.${role}`)}
              </Text>
            </div>
            {other.id === organisation.id ? (
              <Badge variant="light" tt="none" style={{ flexShrink: 0 }}>
                {t('profile.here')}
              </Badge>
            ) : (
              <Button
                size="xs"
                variant="default"
                style={{ flexShrink: 0 }}
                loading={going === other.id}
                aria-label={t('profile.switchTo', { name: other.name })}
                onClick={() => switchTo(other.id)}
              >
                {t('profile.switch')}
              </Button>
            )}
          </Group>
        ))}
      </ul>
    </>
  );
}
