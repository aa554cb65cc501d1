import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Deputy, Person } from './api';

/** Who stands in for somebody, and from which day to which. */
export function StandIns({
  person,
  people,
  deputies,
  onChange,
}: {
  person: Person;
  people: Person[];
  deputies: Deputy[];
  onChange: (deputies: Deputy[]) => void;
}): ReactElement {
  const { t } = useLanguage();
  const replace = (at: number, part: Partial<Deputy>): void => {
    onChange(deputies.map((each, i) => (i === at ? { ...each, ...part } : each)));
  };
  const candidates = (chosen: number): Person[] =>
    people.filter((each) => each.id !== person.id && (!each.disabled || each.id === chosen));
  return (
    <fieldset className="grants">
      <legend>{t('sessionDeputies')}</legend>
      <small className="sub">{t('peopleDeputiesHint')}</small>
      {deputies.map((deputy, at) => (
        <p key={at} className="btns">
          <select
            className="field"
            aria-label={t('sessionDeputy')}
            required
            value={deputy.account === 0 ? '' : deputy.account}
            onChange={(event) => {
              replace(at, { account: Number(event.target.value) });
            }}
          >
            <option value="">{t('peopleChoose')}</option>
            {candidates(deputy.account).map((each) => (
              <option key={each.id} value={each.id}>
                {each.displayName} ({each.signInName})
              </option>
            ))}
          </select>
          <input
            className="field"
            type="date"
            aria-label={t('sessionFirstDay')}
            required
            value={deputy.firstDay ?? ''}
            onChange={(event) => {
              replace(at, { firstDay: event.target.value || null });
            }}
          />
          <span className="sub">{t('to')}</span>
          <input
            className="field"
            type="date"
            aria-label={t('sessionLastDay')}
            required
            min={deputy.firstDay ?? undefined}
            value={deputy.lastDay ?? ''}
            onChange={(event) => {
              replace(at, { lastDay: event.target.value || null });
            }}
          />
          <button
            type="button"
            className="btn"
            onClick={() => {
              onChange(deputies.filter((_, i) => i !== at));
            }}
          >
            {t('peopleRemove')}
          </button>
        </p>
      ))}
      <button
        type="button"
        className="btn"
        onClick={() => {
          onChange([...deputies, { account: 0, firstDay: null, lastDay: null }]);
        }}
      >
        {t('peopleAddDeputy')}
      </button>
    </fieldset>
  );
}
