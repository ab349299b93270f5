import { Button } from '@mantine/core';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import styles from './DropZone.module.css';

interface Props {
  /** What the file is, for ears. */
  label: string;
  /** Kinds of file that the chooser of the system shows first. */
  accept: string;
  /** The id of what says why a file was refused. */
  problemId?: string | undefined;
  className?: string | undefined;
  onFiles(files: FileList): void;
  /** The button that opens the chooser; null while there is nothing to choose. */
  button: { label: string; isBusy?: boolean } | null;
  /** What the zone says. */
  children: ReactNode;
}

/** A place to drop a file on or to choose one by. */
export function DropZone({ label, accept, problemId, className, onFiles, button, children }: Props) {
  const [isOver, setIsOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useKeepPageOnDrop();
  const drag = (event: DragEvent, over: boolean): void => {
    event.preventDefault();
    setIsOver(over);
  };
  return (
    <div
      className={[styles.zone, className].filter(Boolean).join(' ')}
      data-over={isOver || undefined}
      data-problem={problemId !== undefined || undefined}
      onDragOver={(event) => drag(event, true)}
      onDragLeave={(event) => drag(event, false)}
      onDrop={(event) => {
        drag(event, false);
        onFiles(event.dataTransfer.files);
      }}
    >
      {children}
      {button && (
        <Button variant="default" loading={button.isBusy ?? false} onClick={() => input.current?.click()}>
          {button.label}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        accept={accept}
        className="lb-visually-hidden"
        tabIndex={-1}
        aria-label={label}
        aria-describedby={problemId}
        onChange={({ currentTarget }) => {
          if (currentTarget.files) onFiles(currentTarget.files);
          // The same name chosen again, after it was mended, is a change too.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}

/** A file that is dropped beside the zone would make the browser leave the page, and lose what was typed. */
function useKeepPageOnDrop(): void {
  useEffect(() => {
    const keep = (event: Event): void => event.preventDefault();
    window.addEventListener('dragover', keep);
    window.addEventListener('drop', keep);
    return () => {
      window.removeEventListener('dragover', keep);
      window.removeEventListener('drop', keep);
    };
  }, []);
}
