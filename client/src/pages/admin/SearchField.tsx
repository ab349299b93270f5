import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useKeys } from '../../ui/useKeys';

const WAIT_MS = 250;

/**
 * Words that are looked for while they are typed; the key `/` leads here. Words from elsewhere, as by the back button,
 * show in the field unless somebody is typing in it.
 */
export function SearchField({ label, words, onWords }: { label: string; words: string; onWords(words: string): void }) {
  const field = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => field.current?.focus() });
  useEffect(() => {
    const input = field.current;
    if (input && document.activeElement !== input) input.value = words;
  }, [words]);
  const tellSoon = useDebouncedCallback((typed: string) => onWords(typed.trim()), WAIT_MS);
  return (
    <TextInput
      ref={field}
      type="search"
      maw={400}
      aria-label={label}
      placeholder={label}
      leftSection={<Search size={16} aria-hidden />}
      defaultValue={words}
      onChange={({ currentTarget }) => tellSoon(currentTarget.value)}
    />
  );
}
