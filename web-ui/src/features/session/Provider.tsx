import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect } from 'react';
import { Fault } from '../../components/Fault';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { announceSession, type ProviderInfo, useSession } from '../../lib/session';
import { beginAtProvider } from './api';
import { Card } from './Card';
import { WORDS } from './words';

/** What people call the identity provider, in the reader's language. */
export function useProviderName(provider: ProviderInfo | null | undefined): string {
  const { language } = useLanguage();
  return (language === 'zh-Hant' ? provider?.nameZhHant : provider?.name) ?? '';
}

/** Where somebody goes on who has signed in here; not where they were told that they had to. */
const here = (): string =>
  window.location.pathname.startsWith('/sign') ? '/' : window.location.pathname + window.location.search;

/** Goes to the identity provider, and comes back to where the reader is now. */
export function ProviderButton({
  provider,
  sharedStation,
  primary,
}: {
  provider: ProviderInfo;
  sharedStation: boolean;
  primary: boolean;
}): ReactElement {
  const { t } = useLanguage();
  const name = useProviderName(provider);
  const go = useMutation({
    mutationFn: () => beginAtProvider(here(), sharedStation),
    onSuccess: ({ address }) => {
      window.location.assign(address);
    },
  });
  return (
    <>
      <button
        type="button"
        className={primary ? 'btn pri wide' : 'btn wide'}
        disabled={go.isPending || go.isSuccess}
        onClick={() => {
          go.mutate();
        }}
      >
        {t(primary ? 'sessionProviderSignIn' : 'sessionProviderTry', { provider: name })}
      </button>
      <Fault error={go.error} own={WORDS} values={{ provider: name }} />
    </>
  );
}

/** A tab of its own that goes to the identity provider, while what somebody typed waits in another one. */
export function ProviderTab(): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('sessionSignIn') });
  const name = useProviderName(useSession()?.provider);
  const shared = new URLSearchParams(window.location.search).has('shared');
  const way = useQuery({
    queryKey: ['way'],
    queryFn: () => beginAtProvider('/signed-in', shared),
    retry: false,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });
  const address = way.data?.address;
  useEffect(() => {
    if (address) window.location.replace(address);
  }, [address]);
  return (
    <Card>
      <h1>{t(way.error ? 'sessionProviderFailed' : 'loading')}</h1>
      <Fault className="lede" error={way.error} own={WORDS} values={{ provider: name }} />
    </Card>
  );
}

/** Where that tab ends: the other one goes on by itself. */
export function SignedInPage(): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('sessionSignIn') });
  useEffect(() => {
    announceSession();
  }, []);
  return (
    <Card>
      <h1>{t('sessionBackHeadline')}</h1>
      <p className="lede">{t('sessionBackLede')}</p>
      <p className="btns">
        <a className="btn" href="/">
          {t('sessionBackHere')}
        </a>
      </p>
    </Card>
  );
}

/** After signing out of a session that the identity provider began: it may go on there. */
export function SignedOutPage(): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('sessionSignOut') });
  const provider = useSession()?.provider;
  const name = useProviderName(provider);
  return (
    <Card>
      <h1>{t('sessionOutHeadline')}</h1>
      {provider && <p className="lede">{t('sessionOutLede', { provider: name })}</p>}
      <p className="btns">
        {provider?.signOut && (
          <a className="btn pri" href={provider.signOut}>
            {t('sessionOutThere', { provider: name })}
          </a>
        )}
        <a className="btn" href="/">
          {t('sessionToSignIn')}
        </a>
      </p>
    </Card>
  );
}
