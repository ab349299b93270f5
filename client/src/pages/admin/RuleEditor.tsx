import { NativeSelect, NumberInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { type RuleFieldsFragment, type RuleNichesQuery, SetRuleWeightDocument } from '../../generated/admin';
import { RuleTrial } from './RuleTrial';
import { ValueEditor } from './ValueEditor';

const MOST = 100;

interface Props {
  rule: RuleFieldsFragment;
  niches: RuleNichesQuery['niches'];
  shown: string;
  isSoft: boolean;
}

/**
 * Sets what a rule weighs in a niche or in all; an empty weight takes the setting away. What it would do is tried first, by
 * moderators too, who set none.
 */
export function RuleEditor({ rule: { code, settings, usualWeight }, niches, shown, isSoft }: Props) {
  const { t } = useTranslation('admin');
  const [nicheId, setNicheId] = useState('');
  const [typed, setTyped] = useState<number | string>('');
  const [slip, setSlip] = useState<string | null>(null);
  const { may } = useSession();
  const verb = useVerb(SetRuleWeightDocument, 'setRuleWeight');
  const label = t('rules.weightOf', { rule: t(`signals:${code}`) });
  const setIn = (place: string): number | string =>
    settings.find(({ niche }) => (niche?.id ?? '') === place)?.weight ?? '';

  const weight = typeof typed === 'number' ? Math.round(typed) : null;
  const isSound = weight === null || (weight >= 0 && weight <= MOST);
  const isFit = (): boolean => {
    setSlip(isSound ? null : t('rules.limits'));
    return isSound;
  };
  const asked = { code, nicheId: nicheId || null, weight };
  const save = async (reason: string): Promise<boolean> => {
    const outcome = await verb.send({ input: { ...asked, reason } });
    if (!outcome?.payload) return false;
    notifications.show({ message: t('rules.set', { label }) });
    return true;
  };
  return (
    <ValueEditor
      label={label}
      shown={shown}
      isSoft={isSoft}
      verb={verb}
      fields={['weight', 'nicheId', 'code']}
      trialOnly={
        may('SET_RULE_WEIGHTS') ? undefined : { opens: t('rules.tryWeight', { label }), means: t('rules.trialOnly') }
      }
      isDirty={typed !== setIn(nicheId)}
      onOpen={() => {
        verb.forget();
        setSlip(null);
        setNicheId('');
        setTyped(setIn(''));
      }}
      isFit={isFit}
      onSave={save}
    >
      <NativeSelect
        size="sm"
        label={t('rules.niche')}
        value={nicheId}
        onChange={(event) => {
          setNicheId(event.currentTarget.value);
          setTyped(setIn(event.currentTarget.value));
        }}
        data={[
          { value: '', label: t('rules.allNiches') },
          ...niches.filter(({ isRetired }) => !isRetired).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <NumberInput
        size="sm"
        label={t('rules.newWeight')}
        description={t('rules.lines', { usual: usualWeight })}
        data-autofocus
        allowDecimal={false}
        clampBehavior="none"
        value={typed}
        error={slip ?? fieldErrors(verb.refusal).weight}
        onChange={(now) => {
          setTyped(now);
          setSlip(null);
          verb.mended('weight');
        }}
      />
      <RuleTrial key={`${nicheId} ${typed}`} asked={asked} isSound={isSound} />
    </ValueEditor>
  );
}
