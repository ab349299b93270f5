import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { Panel } from '../../ui/Panel';
import { AddRecording } from '../recordings/AddRecording';
import { Recordings } from '../recordings/Recordings';
import type { LeadDetails } from './LeadPage';

/** The calls that the agency recorded with the person of a lead, and the way to add one. */
export function RecordingsPanel({ lead, onChanged }: { lead: LeadDetails; onChanged(): void }) {
  const { t } = useTranslation('recordings');
  const { may } = useSession();
  const [isAdding, setIsAdding] = useState(false);
  const mayAdd =
    may('UPLOAD_LEADS') && lead.preview.line !== null && (lead.state === 'ACCEPTED' || lead.state === 'QUARANTINED');
  return (
    <Panel title={t('title')}>
      {lead.recordings.length > 0 ? (
        <Recordings recordings={lead.recordings} />
      ) : (
        <Text size="sm" c="dimmed">
          {t(lead.state === 'ERASED' ? 'erased' : 'none')}
        </Text>
      )}
      {mayAdd && (
        <Button size="xs" variant="default" mt="sm" onClick={() => setIsAdding(true)}>
          {t('add.open')}
        </Button>
      )}
      {isAdding && (
        <AddRecording
          leadId={lead.id}
          onClose={() => setIsAdding(false)}
          onDone={() => {
            setIsAdding(false);
            onChanged();
          }}
        />
      )}
    </Panel>
  );
}
