import { type ReactElement, useEffect, useRef, useState } from 'react';
import { loadSession } from '../../lib/http';
import { useLanguage } from '../../lib/i18n';
import { type SessionInfo, setSession, useSession, useSignInAgain, watchOtherTabs } from '../../lib/session';
import { useProviderName } from './Provider';
import { SignInForm } from './SignIn';
import './session.css';

/** Over the page when a session has ended: what was typed stays below, and goes on once the same person has signed in again. */
export function SignInAgain(): ReactElement {
  const { t } = useLanguage();
  const session = useSession();
  const again = useSignInAgain();
  const dialog = useRef<HTMLDialogElement>(null);
  const stranger = useOtherTab(again, session?.signInName ?? '');
  useEffect(() => {
    if (again) dialog.current?.showModal();
    else dialog.current?.close();
  }, [again]);
  return (
    <dialog
      ref={dialog}
      className="again"
      aria-label={t('sessionAgainHeadline')}
      onCancel={(event) => {
        event.preventDefault();
      }}
    >
      {again && (
        <>
          <h1>{t('sessionAgainHeadline')}</h1>
          <p className="lede">{t('sessionAgainLede')}</p>
          {stranger && (
            <p className="bad" role="alert">
              {t('sessionStranger', { name: stranger, owner: session?.displayName ?? '' })}
            </p>
          )}
          <div className="stack ways">
            {session?.provider && <ProviderLink session={session} />}
            {session?.provider && <p className="or">{t('sessionOrHere')}</p>}
            <SignInForm name={session?.signInName ?? ''} second={session?.byProvider ?? false}>
              <button
                type="button"
                className="btn"
                onClick={() => {
                  window.location.assign('/');
                }}
              >
                {t('sessionSomebodyElse')}
              </button>
            </SignInForm>
          </div>
        </>
      )}
    </dialog>
  );
}

/** The way through the identity provider, in a tab of its own, since this one must stay. */
function ProviderLink({ session }: { session: SessionInfo }): ReactElement {
  const { t } = useLanguage();
  const name = useProviderName(session.provider);
  return (
    <>
      <a
        className={session.byProvider ? 'btn pri wide' : 'btn wide'}
        href={session.sharedStation ? '/sign-in/provider?shared' : '/sign-in/provider'}
        target="_blank"
        rel="noopener"
      >
        {t('sessionProviderSignIn', { provider: name })}
      </a>
      <small className="sub">{t('sessionAgainTab')}</small>
    </>
  );
}

/** Goes on when another tab has signed the same person in; answers the name of somebody else whom it has. */
function useOtherTab(again: boolean, owner: string): string | null {
  const [stranger, setStranger] = useState<string | null>(null);
  useEffect(() => {
    if (!again) return;
    return watchOtherTabs(() => {
      loadSession().then(
        (now) => {
          if (now.state !== 'signed-in') return;
          if (now.signInName === owner) setSession(now);
          else setStranger(now.displayName ?? now.signInName ?? '');
        },
        () => {
          // the service does not answer just now; the next look asks again
        },
      );
    });
  }, [again, owner]);
  return again ? stranger : null;
}
