import { type ReactElement, useState } from 'react';
import { Labelled } from '../../components/Labelled';
import { changePolicy, type Policy } from '../../lib/evidence';
import { moment } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { Decide } from './Decide';

/** How long each class of records is kept; years can be lengthened, with a reason. */
export function PolicyTable({ policies }: { policies: Policy[] }): ReactElement {
  const { t } = useLanguage();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <section className="card" aria-label={t('evidencePolicy')}>
      <header>
        <h2>{t('evidencePolicy')}</h2>
        <span className="sub">{t('evidencePolicyHint')}</span>
      </header>
      <ul className="lines policies">
        {policies.map((policy) => (
          <PolicyLine key={policy.recordClass} policy={policy} open={open === policy.recordClass} onOpen={setOpen} />
        ))}
      </ul>
    </section>
  );
}

function PolicyLine({
  policy,
  open,
  onOpen,
}: {
  policy: Policy;
  open: boolean;
  onOpen: (recordClass: string | null) => void;
}): ReactElement {
  const { t, language } = useLanguage();
  const [years, setYears] = useState(String(policy.years ?? 0));
  const then = t(`evidenceThen-${policy.deletion}` as TextKey);
  const { leastYears, changedAt, changedBy, reason } = policy;
  return (
    <li>
      <b>{t(`evidenceClass-${policy.recordClass}` as TextKey)}</b>
      <span>{policy.years ? t('evidenceYearsThen', { count: policy.years, then }) : then}</span>
      <span className="sub">
        {policy.basis &&
          (leastYears
            ? t('evidenceBasisOf', { least: t('evidenceAtLeast', { count: leastYears }), rows: policy.basis })
            : t('evidenceBasisOnly', { rows: policy.basis }))}
        {changedAt &&
          ` · ${t('evidenceChangedBy', { who: changedBy ?? '', when: moment(changedAt, language), reason: reason ?? '' })}`}
      </span>
      {leastYears && !open && (
        <button
          type="button"
          className="btn"
          onClick={() => {
            onOpen(policy.recordClass);
          }}
        >
          {t('evidenceChange')}
        </button>
      )}
      {leastYears && open && (
        <Decide
          label={t('evidenceSave')}
          decide={(why) => changePolicy(policy.recordClass, Number(years), policy.version, why)}
          onDone={() => {
            onOpen(null);
          }}
        >
          <Labelled label={t('evidenceChangeYears')}>
            <input
              className="field"
              type="number"
              required
              min={leastYears}
              max={100}
              value={years}
              onChange={(event) => {
                setYears(event.target.value);
              }}
            />
          </Labelled>
        </Decide>
      )}
    </li>
  );
}
