import type { ReactElement } from 'react';
import { Labelled } from '../../components/Labelled';

/** A password: the one that is there, or a new one, of which the browser knows that it may make it. */
export function PasswordField({
  label,
  hint,
  isNew = false,
  autoFocus = false,
  value,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  isNew?: boolean;
  autoFocus?: boolean;
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  return (
    <Labelled label={label} hint={hint}>
      <input
        className="field"
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        required
        minLength={isNew ? 12 : undefined}
        autoFocus={autoFocus}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </Labelled>
  );
}
