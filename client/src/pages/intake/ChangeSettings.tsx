import { Button, Group, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { ChangeUploadedBatchDocument } from '../../generated/intake';
import { RefusalNote } from '../../ui/Failure';
import { FormDialog } from '../../ui/FormDialog';
import type { UploadedBatch } from './batch';
import { ConsentFields } from './ConsentFields';
import { lacksPage } from './consentGaps';
import { FactFields } from './FactFields';
import { inputOf, momentFault, settingsOf, type UploadSettings } from './settings';

/** Says anew what holds for rows that say nothing themselves; the file stays, a check of it has to be made again. */
export function ChangeSettings({ batch, onClose }: { batch: UploadedBatch; onClose(): void }) {
  const { t } = useTranslation('intake');
  const verb = useVerb(ChangeUploadedBatchDocument, 'changeBatchDefaults');
  const form = useForm<UploadSettings>({
    initialValues: settingsOf(batch),
    validate: {
      defaults: {
        consentAt: (at) => (momentFault(at) ? t('start.momentFault') : null),
        consentPage: (_page, { defaults }) => (lacksPage(batch, defaults) ? t('start.consentPageMissing') : null),
      },
    },
  });
  const toFirst = (errors: object): void => form.getInputNode(Object.keys(errors)[0] ?? '')?.focus();
  const save = async (settings: UploadSettings): Promise<void> => {
    const outcome = await verb.send({ input: { batchId: batch.id, defaults: inputOf(settings).defaults ?? {} } });
    if (outcome?.refusal) form.setErrors(fieldErrors(outcome.refusal));
    if (outcome?.payload) onClose();
  };
  const isAtField = Object.keys(fieldErrors(verb.refusal)).length > 0;
  return (
    <FormDialog
      size="lg"
      title={t('settings.title')}
      onClose={onClose}
      isSending={verb.isSending}
      isDirty={form.isDirty()}
    >
      <form onSubmit={form.onSubmit((settings) => void save(settings), toFirst)} noValidate>
        <Stack gap="lg">
          <FactFields form={form} />
          <ConsentFields form={form} needsPage={lacksPage(batch, { ...form.values.defaults, consentPage: '' })} />
          {!isAtField && <RefusalNote refusal={verb.refusal} />}
          <Group justify="space-between">
            <Link to={`/upload?like=${batch.id}`}>{t('settings.change')}</Link>
            <Group gap="xs">
              {!form.isDirty() && (
                <Text size="sm" c="dimmed">
                  {t('settings.unchanged')}
                </Text>
              )}
              <Button variant="default" disabled={verb.isSending} onClick={onClose}>
                {t('common:act.cancel')}
              </Button>
              <Button type="submit" loading={verb.isSending} disabled={!form.isDirty()}>
                {t('common:act.save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </FormDialog>
  );
}
