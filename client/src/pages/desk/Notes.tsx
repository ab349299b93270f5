import { useQuery } from '@apollo/client/react';
import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../app/useDraft';
import { useMissing } from '../../app/useMissing';
import { useKeyedVerb } from '../../app/repeatKey';
import { fieldErrors } from '../../app/useVerb';
import { AddNoteDocument, CardHistoryDocument, CardNotesDocument } from '../../generated/desk';
import { Dotted } from '../../ui/Dotted';
import { Failure, RefusalNote } from '../../ui/Failure';
import { More } from '../../ui/More';
import { When } from '../../ui/When';
import { Panel } from '../../ui/Panel';
import styles from './desk.module.css';

/** What the team wrote down about the person, and a place to write more. */
export function Notes({ cardId, isClosed }: { cardId: string; isClosed: boolean }) {
  const { t } = useTranslation('desk');
  const { data, error, refetch, fetchMore } = useQuery(CardNotesDocument, {
    variables: { id: cardId },
    notifyOnNetworkStatusChange: true,
  });
  const page = data?.card?.notes;
  const more = (): Promise<unknown> =>
    fetchMore({
      variables: { after: page?.pageInfo.endCursor },
      updateQuery: (shown, { fetchMoreResult: { card } }) =>
        shown.card && card
          ? { card: { ...card, notes: { ...card.notes, nodes: [...shown.card.notes.nodes, ...card.notes.nodes] } } }
          : shown,
    });
  return (
    <Panel title={t('notes.title')}>
      {!isClosed && <NoteForm cardId={cardId} />}
      {error && !page && <Failure error={error} onRetry={() => void refetch()} />}
      {page && page.nodes.length > 0 && (
        <ul className={styles.notes}>
          {page.nodes.map(({ id, text, at, person }) => (
            <li key={id}>
              <div className={styles.note}>{text}</div>
              <span className="lb-soft">
                <Dotted>
                  {person?.name}
                  <When at={at} />
                </Dotted>
              </span>
            </li>
          ))}
        </ul>
      )}
      {page?.nodes.length === 0 && isClosed && <p className={styles.line}>{t('notes.none')}</p>}
      {page?.pageInfo.hasNextPage && <More size="compact-sm" load={more} />}
    </Panel>
  );
}

function NoteForm({ cardId }: { cardId: string }) {
  const { t } = useTranslation('desk');
  const [text, setText, forgetText] = useDraft(`note.${cardId}`, '');
  const { send, isSending, refusal, forget } = useKeyedVerb(AddNoteDocument, 'addNote');
  const { client } = useQuery(CardNotesDocument, { variables: { id: cardId }, fetchPolicy: 'cache-only' });
  const missing = useMissing();
  const submit = async (): Promise<void> => {
    if (!missing.isGiven(text)) return;
    const outcome = await send({ input: { cardId, text: text.trim() } });
    if (!outcome?.payload) return;
    forgetText();
    void client.refetchQueries({ include: [CardNotesDocument, CardHistoryDocument] });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Textarea
        aria-label={t('notes.write')}
        placeholder={t('notes.write')}
        autosize
        minRows={2}
        maxLength={2000}
        value={text}
        error={missing.isMissing ? t('notes.missing') : fieldErrors(refusal).text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          missing.forget();
          if (refusal) forget();
        }}
      />
      <RefusalNote refusal={refusal} fields={['text']} />
      <Button type="submit" size="sm" variant="light" mt="xs" loading={isSending}>
        {t('notes.add')}
      </Button>
    </form>
  );
}
