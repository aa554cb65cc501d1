import { Component, type ReactElement, type ReactNode, Suspense } from 'react';
import { useLocation } from 'react-router';
import { State } from '../components/State';
import { useLanguage } from '../lib/i18n';

/** A page while its part of the program is loaded, and what to do where that does not come or the page fails. */
export function Loaded({ children }: { children: ReactNode }): ReactElement {
  const { pathname } = useLocation();
  return (
    <Boundary at={pathname}>
      <Suspense fallback={<State error={null} />}>{children}</Suspense>
    </Boundary>
  );
}

interface Props {
  /** The address; another one is another page, which may be well. */
  at: string;
  children: ReactNode;
}

class Boundary extends Component<Props, { failedAt: string | null }> {
  override state: { failedAt: string | null } = { failedAt: null };

  static getDerivedStateFromError(): { failedAt: string | null } {
    return { failedAt: '' };
  }

  static getDerivedStateFromProps(
    props: Props,
    state: { failedAt: string | null },
  ): { failedAt: string | null } | null {
    if (state.failedAt === '') return { failedAt: props.at };
    return state.failedAt !== null && state.failedAt !== props.at ? { failedAt: null } : null;
  }

  override render(): ReactNode {
    return this.state.failedAt === null ? this.props.children : <Failed />;
  }
}

function Failed(): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="card failed" role="alert">
      <h1>{t('pageFailed')}</h1>
      <p>{t('pageFailedHint')}</p>
      <p className="ways">
        <button
          type="button"
          className="btn"
          onClick={() => {
            location.reload();
          }}
        >
          {t('pageReload')}
        </button>
      </p>
    </section>
  );
}
