import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { May } from '../../components/May';
import { day, hours, type Language } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import { type Actual, withdrawActual } from './api';
import { inputName } from './words';

/** What those are called on which actuals stand, by id, then by language. */
type OwnerNames = Partial<Record<string, Record<string, string>>>;

/** Actuals in a table; one that does not hold is struck through and says why. */
export function ActualRows({ rows, names }: { rows: readonly Actual[]; names: OwnerNames }): ReactElement {
  const { t } = useLanguage();
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('learningActuals')}>
      <table className="plain actuals">
        <thead>
          <tr>
            <th scope="col">{t('learningDate')}</th>
            <th scope="col">{t('learningEvent')}</th>
            <th scope="col">{t('learningWhat')}</th>
            <th scope="col" className="num">
              {t('learningValue')}
            </th>
            <th scope="col">{t('learningNote')}</th>
            <th scope="col">
              <span className="vh">{t('learningWithdraw')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} names={names} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function valueOf(row: Actual, language: Language, t: Translate): string {
  if (row.finished !== null) return `${row.finished ? '' : '> '}${hours(row.hours ?? 0, language)}`;
  if (row.successes !== null)
    return t('learningOf', { inside: row.successes, total: row.successes + (row.failures ?? 0) });
  return t('learningOccurred', { count: row.occurrences ?? 0, hours: hours(row.hours ?? 0, language) });
}

function Row({ row, names }: { row: Actual; names: OwnerNames }): ReactElement {
  const { t, language } = useLanguage();
  const [asking, setAsking] = useState(false);
  const called = names[row.owner];
  const name = inputName({ ...row, ...(called ? { names: called } : {}) }, language, t);
  const gone = row.withdrawnAt !== null;
  return (
    <>
      <tr className={gone ? 'gone' : undefined}>
        <td className="when">{day(row.date, language)}</td>
        <th scope="row">
          {row.event}
          <small>
            {[
              t(`learningKind-${row.kind}` as 'learningKind-drill'),
              ...row.types.map((type) => t(`learningType-${type}` as 'learningType-desktop')),
            ].join(' · ')}
          </small>
        </th>
        <td>
          {name.owner}
          <small>{name.what}</small>
        </td>
        <td className="num">{valueOf(row, language, t)}</td>
        <td className="said">
          {gone ? t('learningGone', { name: row.withdrawnBy ?? '', reason: row.reason ?? '' }) : row.note}
          <small>{t('learningEnteredBy', { name: row.enteredBy })}</small>
        </td>
        <td>
          {!gone && (
            <May permission="plan-drills" everywhere>
              <button
                type="button"
                className="btn"
                aria-expanded={asking}
                aria-label={t('learningWithdrawOne', { event: row.event, name: `${name.owner}, ${name.what}` })}
                onClick={() => {
                  setAsking(!asking);
                }}
              >
                {t('learningWithdraw')}
              </button>
            </May>
          )}
        </td>
      </tr>
      {asking && (
        <tr>
          <td colSpan={6}>
            <Withdraw
              row={row}
              onDone={() => {
                setAsking(false);
              }}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function Withdraw({ row, onDone }: { row: Actual; onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const withdraw = useMutation({
    mutationFn: () => withdrawActual(row.id, reason),
    onSuccess: () => {
      onDone();
      return queries.invalidateQueries({ queryKey: ['learning'] });
    },
  });
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        withdraw.mutate();
      }}
    >
      <Labelled label={t('learningReason')} hint={t('learningReasonHint')}>
        <input
          className="field"
          required
          minLength={5}
          maxLength={2000}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value);
          }}
        />
      </Labelled>
      <span className="btns">
        <button type="submit" className="btn pri" disabled={withdraw.isPending}>
          {t('learningWithdrawNow')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t('approvalCancel')}
        </button>
      </span>
      <Fault error={withdraw.error} />
    </form>
  );
}
