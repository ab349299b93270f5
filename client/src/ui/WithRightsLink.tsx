import { Anchor } from '@mantine/core';
import { Fragment } from 'react';

/** A text in which the address of this market's page of people's rights can be followed; no other address can. */
export function WithRightsLink({ text }: { text: string }) {
  const address = `${window.location.origin}/me`;
  return text.split(address).map((part, place) => (
    <Fragment key={place}>
      {place > 0 && (
        <Anchor href={address} target="_blank" rel="noopener" inherit>
          {address}
        </Anchor>
      )}
      {part}
    </Fragment>
  ));
}
