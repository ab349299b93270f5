import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Facts, Panel } from '../../ui/Panel';
import type { LeadDetails } from './LeadPage';

/** Where the person came from who sent a form; nothing for leads that came another way. */
export function SourcePanel({ source }: { source: LeadDetails['source'] }) {
  const { t } = useTranslation('leads');
  if (!source) return null;
  const { form } = source;
  return (
    <Panel title={t('source.title')}>
      <Facts
        facts={[
          [
            t('source.form'),
            form && (
              <Anchor component={Link} to={`/forms/${form.id}`} inherit>
                {form.name}
              </Anchor>
            ),
          ],
          [t('source.utmSource'), source.utmSource],
          [t('source.utmMedium'), source.utmMedium],
          [t('source.utmCampaign'), source.utmCampaign],
          [t('source.utmTerm'), source.utmTerm],
          [t('source.utmContent'), source.utmContent],
          [t('source.referrer'), source.referrer],
          [t('source.landingPage'), source.landingPage],
        ]}
      />
    </Panel>
  );
}
