import { type ReactElement, useState } from 'react';
import { Labelled } from '../../components/Labelled';
import { type Hold, liftHold, placeHold } from '../../lib/evidence';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { Decide } from './Decide';

const TYPES = ['evidence', 'run', 'schedule'] as const;

/** What is not deleted whatever its date, and a way to add to it. */
export function Holds({ holds }: { holds: Hold[] }): ReactElement {
  const { t } = useLanguage();
  const [type, setType] = useState<string>('evidence');
  const [record, setRecord] = useState('');
  return (
    <section className="card" aria-label={t('evidenceHolds')}>
      <header>
        <h2>{t('evidenceHolds')}</h2>
        <span className="sub">{t('evidenceHoldsHint')}</span>
      </header>
      <ul className="lines">
        {holds.map((hold) => (
          <HoldLine key={hold.id} hold={hold} />
        ))}
      </ul>
      {holds.length === 0 && <p className="sub">{t('evidenceHoldsNone')}</p>}
      <Decide
        label={t('evidencePlace')}
        decide={(reason) => placeHold(type, record.trim(), reason)}
        onDone={() => {
          setRecord('');
        }}
      >
        <Labelled label={t('evidenceRecordType')}>
          <select
            className="field"
            value={type}
            onChange={(event) => {
              setType(event.target.value);
            }}
          >
            {TYPES.map((each) => (
              <option key={each} value={each}>
                {t(`evidenceType-${each}`)}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={t('evidenceRecord')}>
          <input
            className="field"
            required
            value={record}
            onChange={(event) => {
              setRecord(event.target.value);
            }}
          />
        </Labelled>
      </Decide>
    </section>
  );
}

function HoldLine({ hold }: { hold: Hold }): ReactElement {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <span>
        <b>
          {t(`evidenceType-${hold.recordType}` as TextKey)} {hold.record}
        </b>{' '}
        <span className="sub">
          {t('evidencePlaced', { who: hold.placedBy, when: moment(hold.placedAt, language), reason: hold.reason })}
          {hold.liftedAt && ` · ${t('evidenceLifted', { who: hold.liftedBy ?? '', reason: hold.liftedReason ?? '' })}`}
        </span>
      </span>
      {!hold.liftedAt && !open && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            setOpen(true);
          }}
        >
          {t('evidenceLift')}
        </button>
      )}
      {!hold.liftedAt && open && <Decide label={t('evidenceLift')} decide={(reason) => liftHold(hold.id, reason)} />}
    </li>
  );
}
