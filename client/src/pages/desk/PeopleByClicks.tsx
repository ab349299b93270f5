import { useQuery } from '@apollo/client/react';
import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AnyClickLeadDocument } from '../../generated/desk';

/** People whom the business named in conversions have no card, as nothing was bought but the click: the way to them, where there are any. */
export function PeopleByClicks() {
  const { t } = useTranslation('desk');
  const { data } = useQuery(AnyClickLeadDocument);
  if (!data?.clickLeads.nodes.length) return null;
  return (
    <>
      {' '}
      <Anchor component={Link} to="/campaigns/clicks?view=people" inherit underline="always">
        {t('peopleByClicks')}
      </Anchor>
    </>
  );
}
