import { Popover, Text, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SignalChips, type SignalLine } from '../../ui/SignalChips';
import styles from './LeadTable.module.css';

/** What the checks found, on one line: the heaviest finding as a chip, the others behind a button. */
export function ShortSignals({ signals }: { signals: readonly SignalLine[] }) {
  const { t } = useTranslation('leads');
  const [heaviest, ...others] = [...signals].sort((first, second) => second.weight - first.weight);
  return (
    <>
      <SignalChips signals={heaviest ? [heaviest] : []} />
      {others.length > 0 && (
        <Popover width={300} position="bottom" withArrow>
          <Popover.Target>
            <UnstyledButton
              className={styles.more}
              aria-label={t('table.moreSignals', { count: others.length })}
              title={others.map(({ code }) => t(`signals:${code}`)).join(', ')}
            >
              +{others.length}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <ul className={styles.others}>
              {others.map(({ code, weight, evidence }) => (
                <li key={code}>
                  <Text size="sm" fw={500}>
                    {t(`signals:${code}`)}
                  </Text>
                  <Text size="sm">{evidence}</Text>
                  <Text size="xs" c="dimmed">
                    {t('common:signal.weight', { weight })}
                  </Text>
                </li>
              ))}
            </ul>
          </Popover.Dropdown>
        </Popover>
      )}
    </>
  );
}
