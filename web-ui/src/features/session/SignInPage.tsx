import { type ReactElement, useState } from 'react';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { type ProviderInfo, useSession } from '../../lib/session';
import { Card } from './Card';
import { ProviderButton, useProviderName } from './Provider';
import { SharedTick, SignInForm } from './SignIn';
import { failureOf } from './words';

/** What stands before everything else while nobody is signed in. */
export function SignInPage({ first }: { first: boolean }): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('sessionSignIn') });
  const provider = useSession()?.provider;
  const name = useProviderName(provider);
  const failure = failureOf(new URLSearchParams(window.location.search).get('failed'));
  return (
    <Card>
      <h1>{t(first ? 'sessionFirstHeadline' : 'sessionHeadline')}</h1>
      <p className="lede">{t(first ? 'sessionFirstLede' : 'sessionLede')}</p>
      {failure && (
        <p className="bad" role="alert">
          {t(failure, { provider: name })}
        </p>
      )}
      {!first && (provider ? <TwoWays provider={provider} /> : <SignInForm />)}
    </Card>
  );
}

/** The provider first; where it does not answer, the account here first, with a sentence that says why. */
function TwoWays({ provider }: { provider: ProviderInfo }): ReactElement {
  const { t } = useLanguage();
  const name = useProviderName(provider);
  const [shared, setShared] = useState(false);
  const button = <ProviderButton provider={provider} sharedStation={shared} primary={provider.answers} />;
  const form = <SignInForm shared={shared} second={provider.answers} />;
  return (
    <div className="stack ways">
      {!provider.answers && <p role="status">{t('sessionProviderDown', { provider: name })}</p>}
      <SharedTick shared={shared} onChange={setShared} />
      {provider.answers ? button : form}
      <p className="or">{t(provider.answers ? 'sessionOrHere' : 'sessionOr')}</p>
      {provider.answers ? form : button}
    </div>
  );
}
