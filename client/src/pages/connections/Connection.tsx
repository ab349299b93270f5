import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import type { MetaPageFieldsFragment } from '../../generated/connections';
import { Panel } from '../../ui/Panel';
import { When } from '../../ui/When';
import { ChangeForms, Disconnect, RenewToken } from './EditConnection';
import styles from './connections.module.css';

const EDITORS = { forms: ChangeForms, token: RenewToken, end: Disconnect } as const;

/** One page that is connected: its forms, and what became of the leads that Meta told of. */
export function Connection({ connection, onChanged }: { connection: MetaPageFieldsFragment; onChanged(): void }) {
  const { t } = useTranslation('connections');
  const { day } = useFormats();
  const [opened, setOpened] = useState<keyof typeof EDITORS | null>(null);
  const { pageName, pageId, problem, createdAt, tally } = connection;
  const Editor = opened && EDITORS[opened];
  return (
    <Panel title={pageName}>
      <div className={styles.head}>
        <Text size="sm" c="dimmed">
          {t('page', { pageId, day: day(createdAt) })} · {t('tally', { ...tally })}
        </Text>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setOpened('forms')}>
            {t('forms.change')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setOpened('token')}>
            {t('token.renew')}
          </Button>
          <Button size="xs" variant="subtle" color="brick" onClick={() => setOpened('end')}>
            {t('end.act')}
          </Button>
        </Group>
      </div>
      {problem && (
        <Alert role="alert" color="brick" variant="light" mt="sm">
          {t(`problem.${problem}`)}
        </Alert>
      )}
      <Forms forms={connection.forms} />
      <Deliveries deliveries={connection.deliveries} />
      {Editor && (
        <Editor
          connection={connection}
          onClose={() => setOpened(null)}
          onDone={() => {
            setOpened(null);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}

function Forms({ forms }: Pick<MetaPageFieldsFragment, 'forms'>) {
  const { t } = useTranslation('connections');
  const { country } = useFormats();
  return (
    <ul className={styles.forms} aria-label={t('forms.title')}>
      {forms.map(({ formId, niche, country: code, consentText }) => (
        <li key={formId}>
          {t('forms.one', { formId, niche: niche.name, country: country(code) })}
          <p className={styles.quote}>“{consentText}”</p>
        </li>
      ))}
    </ul>
  );
}

function Deliveries({ deliveries }: Pick<MetaPageFieldsFragment, 'deliveries'>) {
  const { t } = useTranslation('connections');
  if (deliveries.length === 0) return <p className="lb-soft">{t('leads.none')}</p>;
  return (
    <table className={styles.leads} aria-label={t('leads.title')}>
      <tbody>
        {deliveries.map(({ id, state, problem, outcome, leadId, receivedAt }) => (
          <tr key={id}>
            <td>
              <When at={receivedAt} isStop={false} />
            </td>
            <td>{leadId ? <Link to={`/leads/${leadId}`}>{id}</Link> : id}</td>
            <td>{problem ? t(`leadProblem.${problem}`) : t(`leads.${outcome ?? state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
