import { useQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../app/format';
import { useVerb } from '../../app/useVerb';
import { ConversionSetupDocument, RenewConversionSecretDocument } from '../../generated/clicks';
import { CopyText } from '../../ui/CopyText';
import { Failure } from '../../ui/Failure';
import { PageSkeleton } from '../../ui/Page';
import { Panel } from '../../ui/Panel';
import { RenewDialog } from '../../ui/RenewDialog';
import { ShownOnce } from '../../ui/ShownOnce';
import type { UsageModel } from '../campaigns/model';
import styles from '../campaigns/usage/usage.module.css';
import { pageExample, pictureExample, requestExample } from './installExamples';

interface Props {
  mayMake: boolean;
  model: UsageModel;
}

/** How a business's server and pages tell what became of visitors and calls: one secret for all of its campaigns. */
export function Install({ mayMake, model }: Props) {
  const { t } = useTranslation('clicks');
  const { moment } = useFormats();
  const { data, error, refetch } = useQuery(ConversionSetupDocument);
  const [isRenewing, setIsRenewing] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton rows={2} />;
  const { postbackAddress, scriptAddress, pixelAddress, keyId, madeAt, formerUntil } = data.conversionSetup;
  return (
    <Panel title={t('install.title', { context: model })}>
      <Text size="sm">{t('install.lead', { context: model })}</Text>
      <h3>{t('install.server')}</h3>
      <Text size="sm">{t('install.serverMeans', { context: model })}</Text>
      <Text size="sm" mt="xs">
        {keyId && madeAt ? t('install.key', { keyId, moment: moment(madeAt) }) : t('install.noSecret')}{' '}
        {formerUntil && t('install.former', { moment: moment(formerUntil) })}
      </Text>
      {mayMake ? (
        <Button size="xs" mt="xs" onClick={() => setIsRenewing(true)}>
          {t(keyId ? 'install.renew' : 'install.make')}
        </Button>
      ) : (
        <Text size="sm">{t('install.notYours')}</Text>
      )}
      {secret !== null && (
        <ShownOnce
          title={t('install.made')}
          means={t('install.once')}
          secret={secret}
          copyLabel={t('install.copySecret')}
          onClose={() => setSecret(null)}
        />
      )}
      <Example
        name={t('install.example')}
        copyName={t('install.copyExample')}
        text={requestExample(postbackAddress, keyId, model)}
      />
      {model === 'CLICK' && <OnPages scriptAddress={scriptAddress} pixelAddress={pixelAddress} />}
      {isRenewing && (
        <RenewSecret
          hasFormer={keyId !== null}
          onClose={() => setIsRenewing(false)}
          onMade={(made) => {
            setSecret(made);
            setIsRenewing(false);
            void refetch();
          }}
        />
      )}
    </Panel>
  );
}

/** The weak way, of visitors alone. */
function OnPages({ scriptAddress, pixelAddress }: Record<'scriptAddress' | 'pixelAddress', string>) {
  const { t } = useTranslation('clicks');
  return (
    <>
      <h3>{t('install.page')}</h3>
      <Text size="sm">{t('install.pageMeans')}</Text>
      <Example name={t('install.snippet')} copyName={t('install.copySnippet')} text={pageExample(scriptAddress)} />
      <Text size="sm" mt="xs" style={{ overflowWrap: 'anywhere' }}>
        {t('install.picture', { address: pictureExample(pixelAddress) })}
      </Text>
    </>
  );
}

function Example({ name, copyName, text }: { name: string; copyName: string; text: string }) {
  return (
    <>
      <pre className={styles.example} tabIndex={0} role="group" aria-label={name}>
        {text}
      </pre>
      <CopyText text={text} label={copyName} />
    </>
  );
}

interface RenewProps {
  hasFormer: boolean;
  onClose(): void;
  onMade(secret: string): void;
}

function RenewSecret({ hasFormer, onClose, onMade }: RenewProps) {
  const { t } = useTranslation('clicks');
  const { send, isSending, refusal } = useVerb(RenewConversionSecretDocument, 'renewConversionSecret');
  const act = t(hasFormer ? 'install.renew' : 'install.make');
  const make = async (endsFormerAtOnce: boolean): Promise<void> => {
    const outcome = await send({ input: { endsFormerAtOnce } });
    if (outcome?.payload) onMade(outcome.payload.secret);
  };
  return (
    <RenewDialog
      title={act}
      act={act}
      means={t('install.renewMeans')}
      atOnce={hasFormer ? t('install.atOnce') : null}
      isSending={isSending}
      refusal={refusal}
      onRenew={(atOnce) => void make(atOnce)}
      onClose={onClose}
    />
  );
}
