import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useNavigate } from 'react-router';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { setSession } from '../../lib/session';
import { PasswordField } from './PasswordField';
import { begin, look } from './api';
import { WORDS } from './words';
import './session.css';

/** Where a link leads that works once: to a password, and the first one to the account that administers. */
export function WelcomePage(): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('sessionWelcome') });
  const [link] = useState(() => window.location.hash.slice(1));
  const use = useQuery({ queryKey: ['link', link], queryFn: () => look(link), retry: false });
  return (
    <main className="door" id="content">
      <section className="card">
        {use.data ? (
          <Welcome link={link} signInName={use.data.signInName} />
        ) : (
          <>
            <h1>{t(use.error ? 'sessionLinkHeadline' : 'loading')}</h1>
            <Fault className="lede" error={use.error} own={WORDS} />
            {use.error && (
              <p className="btns">
                <a className="btn" href="/">
                  {t('sessionToSignIn')}
                </a>
              </p>
            )}
          </>
        )}
      </section>
      <LanguageSwitch />
    </main>
  );
}

function Welcome({ link, signInName }: { link: string; signInName: string }): ReactElement {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const first = signInName === '';
  const [name, setName] = useState(signInName);
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const differs = repeated !== '' && repeated !== password;
  const accept = useMutation({
    mutationFn: () =>
      first
        ? begin('/api/links/first', { link, signInName: name, displayName, password })
        : begin('/api/links/password', { link, password }),
    onSuccess: (session) => {
      setSession(session);
      void navigate('/', { replace: true });
    },
  });
  return (
    <>
      <h1>{t(first ? 'sessionBecomeHeadline' : 'sessionChooseHeadline')}</h1>
      <p className="lede">{t(first ? 'sessionBecomeLede' : 'sessionChooseLede')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (password === repeated) accept.mutate();
        }}
      >
        <Labelled label={t('sessionName')} hint={first ? t('sessionNameHint') : undefined}>
          <input
            className="field"
            autoComplete="username"
            autoCapitalize="none"
            required
            readOnly={!first}
            value={name}
            onChange={(event) => {
              setName(event.target.value);
            }}
          />
        </Labelled>
        {first && (
          <Labelled label={t('sessionDisplayName')}>
            <input
              className="field"
              autoComplete="name"
              required
              value={displayName}
              onChange={(event) => {
                setDisplayName(event.target.value);
              }}
            />
          </Labelled>
        )}
        <PasswordField
          isNew
          label={t('sessionNewPassword')}
          hint={t('sessionPasswordHint')}
          value={password}
          onChange={setPassword}
        />
        <PasswordField isNew label={t('sessionRepeat')} value={repeated} onChange={setRepeated} />
        {differs ? (
          <p className="bad" role="alert">
            {t('sessionDiffers')}
          </p>
        ) : (
          <Fault error={accept.error} own={WORDS} />
        )}
        <p className="btns">
          <button type="submit" className="btn pri" disabled={accept.isPending || differs}>
            {t(first ? 'sessionBecome' : 'sessionChoose')}
          </button>
        </p>
      </form>
    </>
  );
}
