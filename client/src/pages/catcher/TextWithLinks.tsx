import { Fragment } from 'react';
import { Link } from 'react-router';

const ADDRESS = /(https?:\/\/[^\s<>"]+)/;

/** A text whose addresses can be followed; the server may know itself by another name than this browser does. */
export function TextWithLinks({ text }: { text: string }) {
  return text.split(ADDRESS).map((part, place) =>
    place % 2 === 0 ? (
      <Fragment key={place}>{part}</Fragment>
    ) : (
      <Link key={place} to={pathOf(part)}>
        {part}
      </Link>
    ),
  );
}

function pathOf(address: string): string {
  const { pathname, search, hash } = new URL(address);
  return pathname + search + hash;
}
