import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { useLanguage } from '../../lib/i18n';
import { enterActual, getInputs, type Input, type Said } from './api';
import { FigureFields } from './FigureFields';
import { inputName, valueText } from './words';

const TYPES = ['desktop', 'data-recovery', 'scenario', 'live-failover'] as const;
const KINDS = ['drill', 'incident', 'maintenance'] as const;

/** One actual, entered by hand: what happened, what of it was measured, and the figure. */
export function ActualForm({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const [input, setInput] = useState<Input | null>(null);
  const [said, setSaid] = useState<Said>({
    event: '',
    kind: 'drill',
    types: [],
    announced: true,
    date: '',
    note: '',
  });
  const set = (more: Partial<Said>): void => {
    setSaid({ ...said, ...more });
  };
  const enter = useMutation({
    mutationFn: (chosen: Input) => enterActual(said, chosen),
    onSuccess: onDone,
  });
  const text = (
    key: 'event' | 'note' | 'date',
    label: string,
    more: { type?: string; required?: boolean },
  ): ReactElement => (
    <Labelled label={label}>
      <input
        className="field"
        maxLength={key === 'note' ? 2000 : 200}
        value={said[key]}
        {...more}
        onChange={(event) => {
          set({ [key]: event.target.value });
        }}
      />
    </Labelled>
  );
  return (
    <form
      className="card enter"
      aria-label={t('learningEnter')}
      onSubmit={(event) => {
        event.preventDefault();
        if (input) enter.mutate(input);
      }}
    >
      <div className="abreast">
        {text('event', t('learningEvent'), { required: true })}
        <Labelled label={t('learningKind')}>
          <select
            className="field"
            value={said.kind}
            onChange={(event) => {
              set({ kind: event.target.value as Said['kind'], types: [] });
            }}
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`learningKind-${each}`)}
              </option>
            ))}
          </select>
        </Labelled>
        {text('date', t('learningDate'), { type: 'date', required: true })}
      </div>
      {said.kind === 'drill' && (
        <fieldset>
          <legend>{t('learningTypes')}</legend>
          {TYPES.map((type) => (
            <label key={type} className="tickbox">
              <input
                type="checkbox"
                checked={said.types.includes(type)}
                onChange={(event) => {
                  set({
                    types: event.target.checked ? [...said.types, type] : said.types.filter((each) => each !== type),
                  });
                }}
              />{' '}
              {t(`learningType-${type}`)}
            </label>
          ))}
          <label className="tickbox">
            <input
              type="checkbox"
              checked={said.announced}
              onChange={(event) => {
                set({ announced: event.target.checked });
              }}
            />{' '}
            {t('learningAnnounced')}
          </label>
        </fieldset>
      )}
      <InputPicker input={input} onPick={setInput} />
      {input && <FigureFields kind={input.kind} said={said} onSaid={set} />}
      {text('note', t('learningNote'), {})}
      <p className="btns">
        <button type="submit" className="btn pri" disabled={!input || enter.isPending}>
          {t('learningEnterNow')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t('approvalCancel')}
        </button>
      </p>
      <Fault error={enter.error} />
    </form>
  );
}

function InputPicker({ input, onPick }: { input: Input | null; onPick: (input: Input | null) => void }): ReactElement {
  const { t, language } = useLanguage();
  const [letters, setLetters] = useState('');
  const found = useQuery({
    queryKey: ['learning', 'inputs', letters],
    queryFn: () => getInputs(letters),
    placeholderData: (before) => before,
  });
  const rows = found.data ?? [];
  const text = (each: Input): string => {
    const name = inputName(each, language, t);
    return `${name.owner} · ${name.what} (${valueText(each.kind, each.now.middle, language, t)})`;
  };
  return (
    <div className="abreast">
      <Labelled label={t('learningFindInput')} hint={t('learningFindInputHint')}>
        <input
          className="field"
          type="search"
          value={letters}
          onChange={(event) => {
            setLetters(event.target.value);
          }}
        />
      </Labelled>
      <Labelled label={t('learningInput')} hint={t('learningInputHint')}>
        <select
          className="field"
          required
          value={input?.input ?? ''}
          onChange={(event) => {
            onPick(rows.find((each) => each.input === event.target.value) ?? null);
          }}
        >
          <option value="">{t('learningChoose', { count: rows.length })}</option>
          {input && !rows.some((each) => each.input === input.input) && (
            <option value={input.input}>{text(input)}</option>
          )}
          {rows.map((each) => (
            <option key={each.input} value={each.input}>
              {text(each)}
            </option>
          ))}
        </select>
      </Labelled>
      <Fault error={found.error} />
    </div>
  );
}
