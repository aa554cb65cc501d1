import { type ReactElement, useState } from 'react';
import { count } from '../../../lib/format';
import { useLanguage } from '../../../lib/i18n';
import { columnOf } from './columns';
import { MOST_REMOVED } from './store';
import { type Editable, EDITABLE } from './values';

interface Props {
  chosen: ReadonlySet<string>;
  busy: boolean;
  set: (column: Editable, text: string) => void;
  remove: () => void;
  clear: () => void;
}

const LISTS: Partial<Record<Editable, string>> = { site: 'grid-sites', owner: 'grid-owners', kind: 'grid-kinds' };

/** What is done to all rows that are chosen at once. */
export function ChoiceBar({ chosen, busy, set, remove, clear }: Props): ReactElement {
  const { language, t } = useLanguage();
  const [column, setColumn] = useState<Editable>('owner');
  const [text, setText] = useState('');
  const many = chosen.size;
  return (
    <form
      className="choice"
      aria-label={t('registerChosenForm')}
      onSubmit={(event) => {
        event.preventDefault();
        set(column, text);
      }}
    >
      <b>{t('registerChosen', { count: many, rows: count(many, language) })}</b>
      <select
        className="field"
        aria-label={t('registerSetColumn')}
        value={column}
        onChange={(event) => {
          setColumn(EDITABLE.find((each) => each === event.target.value) ?? 'owner');
          setText('');
        }}
      >
        {EDITABLE.filter((each) => each !== 'name').map((each) => (
          <option key={each} value={each}>
            {t(columnOf(each).text)}
          </option>
        ))}
      </select>
      <input
        className="field"
        aria-label={t('registerSetTo')}
        placeholder={t('registerSetToEmpty')}
        list={LISTS[column]}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <button type="submit" className="btn pri" disabled={busy}>
        {t('registerSet')}
      </button>
      <button
        type="button"
        className="btn"
        disabled={busy || many > MOST_REMOVED}
        title={many > MOST_REMOVED ? t('registerRemoveMost', { most: count(MOST_REMOVED, language) }) : undefined}
        onClick={remove}
      >
        {t('registerRemove')}
      </button>
      <button type="button" className="btn" onClick={clear}>
        {t('registerChooseNone')}
      </button>
    </form>
  );
}
