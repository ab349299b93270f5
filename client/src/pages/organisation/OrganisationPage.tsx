import { useQuery } from '@apollo/client/react';
import { Badge, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { useSession } from '../../app/session';
import { OwnOrganisationDocument } from '../../generated/organisation';
import { Dotted } from '../../ui/Dotted';
import { Failure } from '../../ui/Failure';
import { Page, PageSkeleton } from '../../ui/Page';
import { Invitations } from './Invitations';
import { Marks } from './Marks';
import { Members } from './Members';
import { OrganisationName } from './OrganisationName';

const STATUS_COLOURS = { ACTIVE: 'bottle', PENDING: 'amber', SUSPENDED: 'brick' } as const;

/** The viewer's organisation: how it stands, who belongs to it, and who is invited; and the ways to what else is its own. */
export function OrganisationPage() {
  const { t } = useTranslation('organisation');
  const { may, viewer } = useSession();
  const { country, day } = useFormats();
  const { data, error, refetch } = useQuery(OwnOrganisationDocument);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  const { name, kind, country: code, status, createdAt } = data.organisation;
  return (
    <Page
      title={name}
      lead={
        <Group gap="xs">
          <Dotted>
            {t(`common:organisationKind.${kind}`)}
            {country(code)}
            {t('since', { day: day(createdAt) })}
          </Dotted>
          <Badge color={STATUS_COLOURS[status]} variant="light" tt="none">
            {t(`status.${status}`)}
          </Badge>
        </Group>
      }
      actions={
        <>
          {kind === 'AGENCY' && (
            <>
              <Button component={Link} to="/organisation/quality" variant="default">
                {t('quality')}
              </Button>
              <Button component={Link} to="/organisation/connections" variant="default">
                {t('connections')}
              </Button>
              <Button component={Link} to="/organisation/keys" variant="default">
                {t('keys.title')}
              </Button>
            </>
          )}
          {kind === 'BUSINESS' && may('BUY_LEADS') && (
            <Button component={Link} to="/organisation/own-list" variant="default">
              {t('ownList')}
            </Button>
          )}
          {kind === 'BUSINESS' && viewer?.role !== 'AGENT' && (
            <Button component={Link} to="/organisation/webhooks" variant="default">
              {t('webhooks')}
            </Button>
          )}
        </>
      }
    >
      <Members />
      {may('MANAGE_MEMBERS') && <Invitations />}
      {kind !== 'PLATFORM' && (may('BUY_LEADS') || may('LIST_LEADS')) && <Marks />}
      {viewer?.role === 'OWNER' && status !== 'SUSPENDED' && <OrganisationName />}
    </Page>
  );
}
