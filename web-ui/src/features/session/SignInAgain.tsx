import { type ReactElement, useEffect, useRef } from 'react';
import { useLanguage } from '../../lib/i18n';
import { useSession, useSignInAgain } from '../../lib/session';
import { SignInForm } from './SignIn';
import './session.css';

/** Over the page when a session has ended: what was typed stays below, and goes on once the same person has signed in again. */
export function SignInAgain(): ReactElement {
  const { t } = useLanguage();
  const session = useSession();
  const again = useSignInAgain();
  const dialog = useRef<HTMLDialogElement>(null);
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
          <SignInForm name={session?.signInName ?? ''}>
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
        </>
      )}
    </dialog>
  );
}
