import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { useLanguage } from '../../../lib/i18n';
import { kindText } from '../../../lib/kinds';
import { useRows } from '../useRegister';

const MOST = 8;

/** A field that finds an element by letters of its name or id, and hands over the id that is chosen. */
export function Lookup({
  label,
  taken,
  told = false,
  onChoose,
}: {
  label: string;
  taken: readonly string[];
  /** Whether the label stands in the empty field. */
  told?: boolean;
  onChoose: (id: string) => void;
}): ReactElement {
  const { t, nameOf } = useLanguage();
  const rows = useRows();
  const id = useId();
  const [letters, setLetters] = useState('');
  const [at, setAt] = useState(0);
  const wanted = letters.trim().toLowerCase();
  const found =
    wanted === ''
      ? []
      : (rows.data?.items ?? [])
          .filter(
            (row) =>
              !taken.includes(row.id) &&
              (row.id.includes(wanted) ||
                nameOf(row).toLowerCase().includes(wanted) ||
                (row.name ?? '').toLowerCase().includes(wanted)),
          )
          .slice(0, MOST);
  const choose = (chosen: string): void => {
    onChoose(chosen);
    setLetters('');
    setAt(0);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setAt((before) => Math.min(found.length - 1, before + 1));
    else if (event.key === 'ArrowUp') setAt((before) => Math.max(0, before - 1));
    else if (event.key === 'Enter' && found[at]) choose(found[at].id);
    else if (event.key === 'Escape') setLetters('');
    else return;
    event.preventDefault();
  };
  return (
    <span className="lookup">
      <input
        className="field"
        role="combobox"
        aria-label={label}
        aria-expanded={found.length > 0}
        aria-controls={id}
        aria-autocomplete="list"
        {...(found[at] ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        placeholder={told ? label : t('registerAddMember')}
        autoComplete="off"
        value={letters}
        onChange={(event) => {
          setLetters(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKey}
        onBlur={() => {
          setLetters('');
        }}
      />
      <ul id={id} role="listbox" aria-label={label} hidden={found.length === 0}>
        {found.map((row, i) => (
          <li
            key={row.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(row.id);
            }}
          >
            {nameOf(row)} <small>{kindText(row.kind, t)}</small>
          </li>
        ))}
      </ul>
    </span>
  );
}
