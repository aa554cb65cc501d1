import type { ReactElement } from 'react';
import { useLanguage } from '../lib/i18n';
import { type Facts, type OwnWords, toldOf } from '../lib/problem';

interface Props {
  error: Error;
  /** Texts of this place for some codes. */
  own?: OwnWords;
  values?: Facts;
}

/** What went wrong and the way out, in the reader's language; the service's own sentence below it where that names more. */
export function Said({ error, own, values }: Props): ReactElement {
  const { t, language } = useLanguage();
  const told = toldOf(error, t, language, own, values);
  return (
    <>
      <span lang={told.english ? 'en' : undefined}>{told.text}</span>
      {told.more && (
        <small className="says" lang="en">
          {told.more}
        </small>
      )}
    </>
  );
}

/** The same as a paragraph that is read out when it appears; nothing where nothing went wrong. */
export function Fault({
  error,
  className = 'bad',
  ...words
}: Omit<Props, 'error'> & { error: Error | null; className?: string }): ReactElement | null {
  return (
    error && (
      <p className={className} role="alert">
        <Said error={error} {...words} />
      </p>
    )
  );
}
