import { useMutation } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Fault } from '../../components/Fault';
import { useLanguage } from '../../lib/i18n';
import { setSession } from '../../lib/session';
import { Labelled } from '../../components/Labelled';
import { PasswordField } from './PasswordField';
import { begin } from './api';
import { WORDS } from './words';

/** Whether others use the same device, so that the session ends sooner. */
export function SharedTick({
  shared,
  onChange,
}: {
  shared: boolean;
  onChange: (shared: boolean) => void;
}): ReactElement {
  const { t } = useLanguage();
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={shared}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      />
      <span>{t('sessionShared')}</span>
    </label>
  );
}

/**
 * Name and password; a name that is given cannot be changed, so that nobody goes on with another's work. Whether others use the
 * device is asked here, unless that was asked before; `second`: another way to sign in comes first.
 */
export function SignInForm({
  name,
  shared,
  second = false,
  children,
}: {
  name?: string;
  shared?: boolean;
  second?: boolean;
  children?: ReactNode;
}): ReactElement {
  const { t } = useLanguage();
  const [given, setGiven] = useState(name ?? '');
  const [password, setPassword] = useState('');
  const [ticked, setTicked] = useState(false);
  const sharedStation = shared ?? ticked;
  const signIn = useMutation({
    mutationFn: () => begin('/api/session', { name: given, password, sharedStation }),
    onSuccess: setSession,
  });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <Labelled label={t('sessionName')}>
        <input
          className="field"
          autoComplete="username"
          autoCapitalize="none"
          required
          autoFocus={name === undefined && !second}
          readOnly={name !== undefined}
          value={given}
          onChange={(event) => {
            setGiven(event.target.value);
          }}
        />
      </Labelled>
      <PasswordField
        label={t('sessionPassword')}
        autoFocus={name !== undefined && !second}
        value={password}
        onChange={setPassword}
      />
      {shared === undefined && <SharedTick shared={ticked} onChange={setTicked} />}
      <Fault error={signIn.error} own={WORDS} />
      <p className="btns">
        <button type="submit" className={second ? 'btn' : 'btn pri'} disabled={signIn.isPending}>
          {t('sessionSignIn')}
        </button>
        {children}
      </p>
    </form>
  );
}
