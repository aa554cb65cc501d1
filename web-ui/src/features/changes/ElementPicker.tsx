import { RuleText } from '../../components/RuleText';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useContext, useId, useState } from 'react';
import { type ElementRow, getJson, type Listing } from '../../lib/api';
import { useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import type { View } from './api';
import { FormState } from './Fields';

const SHOWN = 8;

/** Elements that a change touches: those that are chosen, and a search to add others. */
export function ElementPicker({
  value,
  known,
  onValue,
}: {
  value: string[];
  known: View['elements'];
  onValue: (value: string[]) => void;
}): ReactElement {
  const { t, nameOf } = useLanguage();
  const id = useId();
  const { broken, locked } = useContext(FormState);
  const [letters, setLetters] = useState('');
  const [added, setAdded] = useState<ElementRow[]>([]);
  const { data } = useQuery({
    queryKey: ['change-pick', letters],
    queryFn: () => getJson<Listing<ElementRow>>(`/api/elements?size=${SHOWN}&q=${encodeURIComponent(letters)}`),
    enabled: letters.trim().length > 1,
  });
  const rule = broken.get('elements');
  const nameFor = (each: string): string => {
    const own = added.find((row) => row.id === each) ?? known.find((ref) => ref.id === each);
    return own ? nameOf(own) : each;
  };
  const offered = data?.items.filter((row) => !value.includes(row.id)) ?? [];
  return (
    <div className="labelled pick">
      <label htmlFor={id} className="name">
        {t('changeField-elements')}
      </label>
      <ul className="toks" aria-label={t('changePicked')}>
        {value.map((each) => {
          const gone = known.some((ref) => ref.id === each && !ref.known);
          return (
            <li key={each} className={gone ? 'chip warn' : 'chip'}>
              {nameFor(each)}
              {gone && ` · ${t('changeGone')}`}
              {!locked && (
                <button
                  type="button"
                  aria-label={t('changeRemove', { name: nameFor(each) })}
                  onClick={() => {
                    onValue(value.filter((other) => other !== each));
                  }}
                >
                  ×
                </button>
              )}
            </li>
          );
        })}
      </ul>
      {!locked && (
        <input
          id={id}
          className="field"
          type="search"
          autoComplete="off"
          placeholder={t('changePick')}
          value={letters}
          aria-invalid={rule ? true : undefined}
          onChange={(event) => {
            setLetters(event.target.value);
          }}
        />
      )}
      {rule && (
        <small className="bad">
          <RuleText rule={rule} />
        </small>
      )}
      {letters.trim().length > 1 && offered.length > 0 && (
        <ul className="offered">
          {offered.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                onClick={() => {
                  setAdded([...added, row]);
                  onValue([...value, row.id]);
                  setLetters('');
                }}
              >
                <b>{nameOf(row)}</b> <span className="sub">{`${row.id} · ${kindText(row.kind, t)}`}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
