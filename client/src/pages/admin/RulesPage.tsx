import { useQuery } from '@apollo/client/react';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RuleNichesDocument, RulesDocument } from '../../generated/admin';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { figures, Table } from '../../ui/Table';
import { RuleRow } from './RuleRow';
import styles from './admin.module.css';

/** The rules of the checks: how often each fired and was proven right, and what it weighs. */
export function RulesPage() {
  const { t } = useTranslation('admin');
  const { data, error, refetch } = useQuery(RulesDocument);
  const niches = useQuery(RuleNichesDocument).data?.niches ?? [];
  const rules = [...(data?.rules ?? [])].sort((a, b) => b.fired - a.fired);
  return (
    <Page title={t('rules.title')} lead={t('rules.lead')}>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PageSkeleton rows={12} />}
      {data && (
        <Table
          caption={t('rules.title')}
          columns={[
            t('rules.rule'),
            ...figures([t('rules.fired'), t('rules.right'), t('rules.wrong'), t('rules.weight')]),
          ]}
          className={styles.rules}
        >
          <tbody>
            {rules.map((rule) => (
              <RuleRow key={rule.code} rule={rule} niches={niches} />
            ))}
          </tbody>
        </Table>
      )}
      <Text size="xs" c="dimmed" mt="md">
        {t('rules.credit')} <Anchor href="https://db-ip.com">IP Geolocation by DB-IP</Anchor>
      </Text>
    </Page>
  );
}
