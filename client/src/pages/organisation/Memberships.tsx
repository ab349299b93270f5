import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSession, useViewer } from '../../app/session';
import { Failure } from '../../ui/Failure';
import styles from './organisation.module.css';

/** The organisations of this login; choosing another goes on as its member. */
export function Memberships() {
  const { t } = useTranslation('organisation');
  const { organisation, memberships } = useViewer();
  const { switchTo } = useSession();
  const navigate = useNavigate();
  const [going, setGoing] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const go = async (id: string): Promise<void> => {
    setGoing(id);
    setProblem(null);
    try {
      await switchTo(id);
      await navigate('/');
    } catch (error) {
      setProblem(error instanceof Error && error.message ? error.message : t('common:failure.offline'));
      setGoing(null);
    }
  };
  return (
    <>
      <Text size="sm" c="dimmed" mt="md" mb={4}>
        {t('profile.organisations')}
      </Text>
      {problem && <Failure message={problem} />}
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
                onClick={() => void go(other.id)}
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
