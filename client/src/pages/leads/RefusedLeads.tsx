import { Alert, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export interface Refused {
  leadId: string;
  message: string;
}

/** So many are named; the rest is counted. */
const MOST_NAMED = 50;

/** Leads that were not put on sale, each with its reason. `names` says who is known by which words. */
export function RefusedLeads({ refused, names }: { refused: readonly Refused[]; names: ReadonlyMap<string, string> }) {
  const { t } = useTranslation('leads');
  if (refused.length === 0) return null;
  return (
    <Alert color="amber" variant="light" title={t('refused.title', { count: refused.length })}>
      <List size="sm" spacing={4} mah={240} style={{ overflowY: 'auto' }}>
        {refused.slice(0, MOST_NAMED).map(({ leadId, message }) => (
          <List.Item key={leadId}>
            <Link to={`/leads/${leadId}`}>{names.get(leadId) || t('nameless')}</Link>: {message}
          </List.Item>
        ))}
      </List>
      {refused.length > MOST_NAMED && t('refused.more', { count: refused.length - MOST_NAMED })}
    </Alert>
  );
}
