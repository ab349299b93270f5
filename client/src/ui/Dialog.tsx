import { Modal, type ModalProps } from '@mantine/core';
import { useFocusBack } from './useFocusBack';

/** A question or a form over the page. It may be drawn only while it is open: the focus goes back to where it was. */
export function Dialog(props: ModalProps) {
  useFocusBack(props.opened);
  return <Modal centered {...props} />;
}
