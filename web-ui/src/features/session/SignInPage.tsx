import type { ReactElement } from 'react';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { SignInForm } from './SignIn';
import './session.css';

/** What stands before everything else while nobody is signed in. */
export function SignInPage({ first }: { first: boolean }): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('sessionSignIn') });
  return (
    <main className="door" id="content">
      <section className="card">
        <h1>{t(first ? 'sessionFirstHeadline' : 'sessionHeadline')}</h1>
        <p className="lede">{t(first ? 'sessionFirstLede' : 'sessionLede')}</p>
        {!first && <SignInForm />}
      </section>
      <LanguageSwitch />
    </main>
  );
}
