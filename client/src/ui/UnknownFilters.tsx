import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAddressChange } from '../app/address';

interface NoteProps {
  /** What the address asks for by them, in words. */
  filters: readonly string[];
  /** What follows from it for what is shown. */
  means?: string;
  /** Words of the way on. */
  drop?: string;
  onDrop(): void;
}

/** Says which filters of the address mean nothing, and gives a way on without them. */
export function UnknownFilterNote({ filters, means, drop, onDrop }: NoteProps) {
  const { t } = useTranslation();
  const count = filters.length;
  return (
    <Alert
      role="status"
      color="amber"
      variant="light"
      title={t('unknownFilter.title', { count, filters: filters.join(', ') })}
    >
      {means && <p style={{ margin: 0 }}>{means}</p>}
      <Button size="xs" variant="default" mt={means ? 'xs' : 0} onClick={onDrop}>
        {drop ?? t('unknownFilter.drop', { count })}
      </Button>
    </Alert>
  );
}

/** A filter that the address of a page may have. */
export interface AddressFilter {
  /** Its name in the address. */
  name: string;
  /** What the page calls it. */
  what: string;
  knows(value: string): boolean;
}

/** Tells of filters whose value nobody knows, so that nobody takes what is shown for what was asked for. */
export function UnknownFilters({ filters }: { filters: readonly AddressFilter[] }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const changeAddress = useAddressChange();
  const unknown = unknownOf(params, filters);
  if (unknown.length === 0) return null;
  const drop = (): void =>
    changeAddress(
      (now) => new URLSearchParams([...now].filter(([name]) => unknown.every((filter) => filter.name !== name))),
      { replace: true },
    );
  return (
    <UnknownFilterNote
      filters={unknown.map(({ what, value }) => t('unknownFilter.value', { what, value }))}
      means={t('unknownFilter.leftAside', { count: unknown.length })}
      onDrop={drop}
    />
  );
}

/** Of a filter with a list of values. */
export const isOneOf =
  (values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value);

/** Those of the filters that the address has with a value that nobody knows. */
const unknownOf = (params: URLSearchParams, filters: readonly AddressFilter[]) =>
  filters.flatMap((filter) => {
    const value = params.get(filter.name);
    return value && !filter.knows(value) ? [{ ...filter, value }] : [];
  });
