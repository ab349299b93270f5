import { Anchor, Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../app/format';
import { useSession } from '../../app/session';
import type { OfferFieldsFragment } from '../../generated/campaigns';
import { APPLICATION_COLOURS } from './Applications';
import { ApplyDialog } from './ApplyDialog';
import { askAgainAt } from './askAgain';
import { When } from '../../ui/When';

/** How an agency's application to a campaign stands, and what it can do about it. */
export function ApplicationNote({ campaign }: { campaign: OfferFieldsFragment }) {
  const { t } = useTranslation('campaigns');
  const { moment } = useFormats();
  const { may } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  const { id, name, model, application, state } = campaign;
  const again = application && askAgainAt(application);
  const [now] = useState(() => Date.now());
  const isWaiting = again ? again.getTime() > now : false;
  const mayAsk = may('UPLOAD_LEADS') && state === 'RUNNING' && application?.state !== 'APPROVED' && !isWaiting;
  return (
    <>
      {application && (
        <Group gap="xs" mt="sm">
          <Badge variant="light" tt="none" color={APPLICATION_COLOURS[application.state]}>
            {t(`application.own.${application.state}`)}
          </Badge>
          <Text size="sm" c="dimmed" component="span">
            <When at={application.decidedAt ?? application.appliedAt} />
          </Text>
        </Group>
      )}
      {application?.reason && (
        <Text size="sm" mt={4}>
          {t('application.because', { reason: application.reason })}
        </Text>
      )}
      {again && isWaiting && (
        <Text size="sm" c="dimmed" mt={4}>
          {t('application.again', { moment: moment(again.toISOString()) })}
        </Text>
      )}
      {application?.state === 'APPROVED' && (
        <Anchor
          component={Link}
          to={`/campaigns/${id}?view=${model === 'CALL' ? 'numbers' : 'links'}`}
          size="sm"
          mt="xs"
          display="inline-block"
        >
          {t('application.toLinks', { context: model })}
        </Anchor>
      )}
      {mayAsk && (
        <Button
          size="xs"
          mt="sm"
          display="block"
          variant={application?.state === 'PENDING' ? 'default' : 'filled'}
          aria-label={t(application?.state === 'PENDING' ? 'apply.changeOf' : 'apply.of', { name })}
          onClick={() => setIsAsking(true)}
        >
          {t(application?.state === 'PENDING' ? 'apply.change' : 'apply.open')}
        </Button>
      )}
      {isAsking && <ApplyDialog campaign={campaign} onClose={() => setIsAsking(false)} />}
    </>
  );
}
