import { useMutation } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { Problem } from '../../lib/api';
import { useLanguage } from '../../lib/i18n';
import { setSession } from '../../lib/session';
import { Labelled } from '../../components/Labelled';
import { PasswordField } from './PasswordField';
import { begin } from './api';
import { wordOf } from './words';

/** Name and password; a name that is given cannot be changed, so that nobody goes on with another's work. */
export function SignInForm({ name, children }: { name?: string; children?: ReactNode }): ReactElement {
  const { t } = useLanguage();
  const [given, setGiven] = useState(name ?? '');
  const [password, setPassword] = useState('');
  const [sharedStation, setSharedStation] = useState(false);
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
          autoFocus={name === undefined}
          readOnly={name !== undefined}
          value={given}
          onChange={(event) => {
            setGiven(event.target.value);
          }}
        />
      </Labelled>
      <PasswordField
        label={t('sessionPassword')}
        autoFocus={name !== undefined}
        value={password}
        onChange={setPassword}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={sharedStation}
          onChange={(event) => {
            setSharedStation(event.target.checked);
          }}
        />
        <span>{t('sessionShared')}</span>
      </label>
      {signIn.error && (
        <p className="bad" role="alert">
          {signIn.error instanceof Problem ? wordOf(signIn.error, t) : signIn.error.message}
        </p>
      )}
      <p className="btns">
        <button type="submit" className="btn pri" disabled={signIn.isPending}>
          {t('sessionSignIn')}
        </button>
        {children}
      </p>
    </form>
  );
}
