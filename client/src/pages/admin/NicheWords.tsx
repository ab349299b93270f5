import { useQuery } from '@apollo/client/react';
import { Button, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrors, useVerb } from '../../app/useVerb';
import { type CatalogueNicheFragment, NicheWordsDocument, SetNicheWordsDocument } from '../../generated/admin';
import { Failure, RefusalNote } from '../../ui/Failure';
import { type FormState, useTellForm } from '../../ui/FormDialog';
import { PageSkeleton } from '../../ui/Page';
import { NAMES } from '../confirm/languageNames';
import { askedWords, type NicheWordsShown, wordsShown } from './nicheWordValues';
import styles from './admin.module.css';

interface Props {
  niche: CatalogueNicheFragment;
  onState(state: FormState): void;
}

const LANGUAGES = Object.entries(NAMES).map(([value, label]) => ({ value, label }));

/** What the niche and its questions are called where people meet them, in one language after the other. */
export function NicheWords({ niche, onState }: Props) {
  const { t } = useTranslation('admin');
  const [language, setLanguage] = useState<string | null>(null);
  return (
    <section className={styles.retire}>
      <Title order={3} size="h6">
        {t('words.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('words.meaning')}
      </Text>
      <Select
        label={t('words.language')}
        placeholder={t('words.choose')}
        data={LANGUAGES}
        value={language}
        onChange={setLanguage}
      />
      {language && <OfLanguage key={language} niche={niche} language={language} onState={onState} />}
    </section>
  );
}

function OfLanguage({ niche, language, onState }: Props & { language: string }) {
  const variables = { slug: niche.slug, language };
  const { data, error, refetch } = useQuery(NicheWordsDocument, { variables, fetchPolicy: 'network-only' });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data?.niche) return <PageSkeleton rows={3} />;
  return <WordsForm niche={niche} words={data.niche.words} onState={onState} />;
}

function WordsForm({ niche, words, onState }: Props & { words: NicheWordsShown }) {
  const { t } = useTranslation('admin');
  const lines = wordsShown(words);
  const [texts, setTexts] = useState(() => lines.map(({ own }) => own ?? ''));
  const verb = useVerb(SetNicheWordsDocument, 'setNicheWords');
  const isDirty = lines.some(({ own }, place) => (own ?? '') !== texts[place]);
  useTellForm(onState, { isSending: verb.isSending, isDirty });
  const asked = askedWords(lines, texts);
  const errors = fieldErrors(verb.refusal);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const input = { nicheId: niche.id, language: words.language, words: asked.map(({ word }) => word) };
    const outcome = await verb.send({ input, language: words.language });
    if (outcome?.payload) notifications.show({ message: t('words.done', { name: niche.name }) });
  };
  const errorAt = (place: number): string | undefined => {
    const sent = asked.findIndex((one) => one.place === place);
    return sent < 0 ? undefined : (errors[`words.${sent}.text`] ?? errors[`words.${sent}.of`]);
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)}>
      <Stack gap="xs" mt="xs">
        {lines.map(({ id, of, shown, own, isChoice }, place) => (
          <TextInput
            key={id}
            size="xs"
            label={of}
            // What people read while nothing is written here.
            placeholder={own === null ? shown : of}
            lang={words.language}
            maxLength={120}
            ms={isChoice ? 'lg' : 0}
            value={texts[place] ?? ''}
            error={errorAt(place)}
            onChange={({ currentTarget: { value } }) => {
              verb.forget();
              setTexts(texts.map((text, at) => (at === place ? value : text)));
            }}
          />
        ))}
        <RefusalNote refusal={verb.refusal} fields={Object.keys(errors).filter((field) => field !== 'words')} />
        <Button
          type="submit"
          variant="default"
          loading={verb.isSending}
          disabled={!isDirty}
          style={{ alignSelf: 'start' }}
        >
          {t('words.save')}
        </Button>
      </Stack>
    </form>
  );
}
