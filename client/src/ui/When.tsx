import { Tooltip } from '@mantine/core';
import { useFormats } from '../app/format';

/** A moment as people say it; the exact one on focus. */
export function When({ at }: { at: string }) {
  const { relative, moment } = useFormats();
  return (
    <Tooltip label={moment(at)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at} tabIndex={0} style={{ whiteSpace: 'nowrap' }}>
        {relative(at)}
      </time>
    </Tooltip>
  );
}
