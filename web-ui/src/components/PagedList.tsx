import type { ReactElement, ReactNode } from 'react';
import { useLanguage } from '../lib/i18n';
import type { Pages } from '../lib/pages';
import { Fault } from './Fault';

/** The search of a list: letters, and whatever else narrows it. */
export function Find({
  label,
  letters,
  onLetters,
  children,
}: {
  label: string;
  letters: string;
  onLetters: (letters: string) => void;
  children?: ReactNode;
}): ReactElement {
  return (
    <form
      className="narrowing"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <input
        type="search"
        className="field"
        aria-label={label}
        placeholder={label}
        value={letters}
        onChange={(event) => {
          onLetters(event.target.value);
        }}
      />
      {children}
    </form>
  );
}

/** One of a few words that a list is narrowed to; the first stands for all. */
export function Only<K extends string>({
  label,
  choices,
  chosen,
  onChoose,
  text,
}: {
  label: string;
  choices: readonly K[];
  chosen: K;
  onChoose: (choice: K) => void;
  text: (choice: K) => string;
}): ReactElement {
  return (
    <span className="seg" role="group" aria-label={label}>
      {choices.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={chosen === each}
          onClick={() => {
            onChoose(each);
          }}
        >
          {text(each)}
        </button>
      ))}
    </span>
  );
}

/** The rows of a list as far as they were asked for, and the way to more; where nothing matches, the way back. */
export function PagedList<P, T>({
  pages,
  onClear,
  children,
}: {
  pages: Pages<P, T>;
  /** Shows all again; left out where nothing narrows the list. */
  onClear?: () => void;
  children: (rows: T[]) => ReactNode;
}): ReactElement {
  const { t } = useLanguage();
  if (pages.rows.length === 0 && onClear)
    return (
      <p className="ways">
        {t('listNothing')}
        <button type="button" className="btn" onClick={onClear}>
          {t('listClear')}
        </button>
      </p>
    );
  return (
    <>
      {children(pages.rows)}
      {pages.rows.length > 0 && <Fault error={pages.error} />}
      {pages.left > 0 && (
        <p className="ways">
          <button type="button" className="btn" disabled={pages.loading} onClick={pages.more}>
            {t('listMore', { count: pages.left })}
          </button>
        </p>
      )}
    </>
  );
}
