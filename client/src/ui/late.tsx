import { Button } from '@mantine/core';
import { Component, type ComponentType, lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EdgeNotice } from './EdgeNotice';

/** A part of a page as its module gives it. */
type Load<P> = () => Promise<{ default: ComponentType<P> }>;

/** Props of what can be closed: so can what stands in its place when its code does not come. */
type Closable = { onClose?: (() => void) | undefined };

/**
 * A part of a page whose code is loaded when it is drawn first. Code that does not come is told at the edge of the window
 * with a way to try again; the page below stays as it is, and so does what was typed there. `Waiting` is what stands there
 * until it comes.
 */
export function late<P extends object>(load: Load<P>, Waiting?: ComponentType<P>): ComponentType<P> {
  let known = lazy(load);
  return function Late(props: P) {
    const [Part, setPart] = useState(() => known);
    const [hasRetried, setHasRetried] = useState(false);
    const again = (): void => {
      // A browser remembers that a file did not come, and asks for it again only with the page.
      if (hasRetried) return location.reload();
      setHasRetried(true);
      known = lazy(load);
      setPart(() => known);
    };
    return (
      <Boundary
        notice={(reset) => (
          <NotLoaded
            onClose={(props as Closable).onClose}
            isLast={hasRetried}
            onRetry={() => {
              again();
              reset();
            }}
          />
        )}
      >
        <Suspense fallback={Waiting && <Waiting {...props} />}>
          <Part {...props} />
        </Suspense>
      </Boundary>
    );
  };
}

interface BoundaryProps {
  notice(reset: () => void): ReactNode;
  children: ReactNode;
}

/** Meets code that did not come, and nothing else: of a part that broke while it worked nobody knows what it has done. */
class Boundary extends Component<BoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError = (error: Error) => ({ error });

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    if (!isNotLoaded(error)) throw error;
    return this.props.notice(() => this.setState({ error: null }));
  }
}

function NotLoaded({ isLast, onRetry, onClose }: { isLast: boolean; onRetry(): void } & Closable) {
  const { t } = useTranslation();
  const [isHidden, setIsHidden] = useState(false);
  if (isHidden) return null;
  return (
    <EdgeNotice text={t('failure.part')}>
      <Button size="xs" onClick={onRetry}>
        {t(isLast ? 'failure.reload' : 'failure.retry')}
      </Button>
      <Button size="xs" variant="default" onClick={onClose ?? (() => setIsHidden(true))}>
        {t('act.close')}
      </Button>
    </EdgeNotice>
  );
}

/** Whether a page was not drawn because its code did not come, in the words of the browsers and of the build. */
export const isNotLoaded = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|preload CSS|module script failed|Loading chunk/i.test(error.message);
