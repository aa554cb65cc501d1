import { type ReactElement, useContext } from 'react';
import { useLanguage } from '../../lib/i18n';
import { today } from '../../lib/zone';
import type { Agreement, Kind, LevelRecord, Pairs, Period, Sla } from './api';
import { Choice, FormState, NumberField, TextField } from './Form';
import { freeId, said, withAgreement } from './model';

const PERIODS = ['month', 'quarter', 'year'] as const;
const KINDS = ['sla', 'ola', 'contract'] as const;

interface Props {
  record: LevelRecord;
  onRecord: (record: LevelRecord) => void;
}

/** What an SLA promises and pays back: the part of a record that the simulator reads. */
export function SlaFields({ record, onRecord, currency }: Props & { currency: string }): ReactElement {
  const { t } = useLanguage();
  const { locked } = useContext(FormState);
  const { sla } = record;
  const change = (next: Sla): void => {
    onRecord({ ...record, sla: said(next) });
  };
  return (
    <section className="card" aria-label={t('slaTerms')}>
      <header>
        <h2>{t('slaTerms')}</h2>
        <span className="r">{t('slaTermsHint')}</span>
      </header>
      {sla === undefined ? (
        <p className="ways">
          {t('slaTermsNone')}
          <button
            type="button"
            className="btn"
            disabled={locked}
            onClick={() => {
              onRecord({ ...record, sla: { availability: 0.999, per: 'month' } });
            }}
          >
            {t('slaTermsAdd')}
          </button>
        </p>
      ) : (
        <>
          <div className="threes">
            <NumberField
              label={t('slaAvailability')}
              path="$.sla.availability"
              value={sla.availability}
              factor={100}
              onValue={(availability) => {
                change({ ...sla, ...{ availability: availability as number } });
              }}
            />
            <Choice<Period>
              label={t('slaPeriod')}
              path="$.sla.per"
              value={sla.per ?? 'month'}
              options={PERIODS.map((each) => [each, t(`slaPer-${each}`)] as const)}
              onValue={(per) => {
                change({ ...sla, per });
              }}
            />
            <NumberField
              label={t('slaFee', { currency })}
              path="$.sla.fee"
              value={sla.fee}
              onValue={(fee) => {
                change({ ...sla, ...{ fee: fee as number } });
              }}
            />
          </div>
          <PairsField
            title={t('slaCredits')}
            path="$.sla.credits"
            limit={t('slaBelow')}
            pairs={sla.credits ?? []}
            factor={100}
            onPairs={(credits) => {
              change({ ...sla, credits });
            }}
          />
          <PairsField
            title={t('slaCreditsByOutage')}
            path="$.sla.creditsByOutage"
            limit={t('slaLonger')}
            pairs={sla.creditsByOutage ?? []}
            factor={1}
            onPairs={(creditsByOutage) => {
              change({ ...sla, creditsByOutage });
            }}
          />
        </>
      )}
    </section>
  );
}

function PairsField({
  title,
  path,
  limit,
  pairs,
  factor,
  onPairs,
}: {
  title: string;
  path: string;
  limit: string;
  pairs: Pairs;
  factor: number;
  onPairs: (pairs: Pairs) => void;
}): ReactElement {
  const { t } = useLanguage();
  const { locked } = useContext(FormState);
  const put = (at: number, which: 0 | 1, value: number | undefined): void => {
    onPairs(
      pairs.map((pair, i) => {
        if (i !== at) return pair;
        return which === 0 ? [value ?? 0, pair[1]] : [pair[0], value ?? 0];
      }),
    );
  };
  return (
    <fieldset className="pairs">
      <legend>{title}</legend>
      {pairs.map((pair, i) => (
        <div className="pair-line" key={i}>
          <NumberField
            label={limit}
            path={`${path}[${i}][0]`}
            value={pair[0]}
            factor={factor}
            onValue={(value) => {
              put(i, 0, value);
            }}
          />
          <NumberField
            label={t('slaShareOfFee')}
            path={`${path}[${i}][1]`}
            value={pair[1]}
            factor={100}
            onValue={(value) => {
              put(i, 1, value);
            }}
          />
          <button
            type="button"
            className="btn"
            disabled={locked}
            onClick={() => {
              onPairs(pairs.filter((_, other) => other !== i));
            }}
          >
            {t('slaRemove')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn"
        disabled={locked}
        onClick={() => {
          onPairs([...pairs, factor === 100 ? [0.99, 0.1] : [4, 0.1]]);
        }}
      >
        {t('slaAddCredit')}
      </button>
    </fieldset>
  );
}

/** Every agreement about an element, each to be opened. */
export function AgreementList({ record, onRecord }: Props): ReactElement {
  const { t } = useLanguage();
  const { locked } = useContext(FormState);
  const all = record['x-agreements'] ?? [];
  const add = (kind: Kind): void => {
    onRecord({
      ...record,
      ...(kind === 'sla' && record.sla === undefined ? { sla: { availability: 0.999, per: 'month' } } : {}),
      'x-agreements': [...all, { id: freeId(all, kind), kind }],
    });
  };
  return (
    <section className="card" aria-label={t('slaAgreements')}>
      <header>
        <h2>{t('slaAgreements')}</h2>
      </header>
      {all.length === 0 && <p className="sub">{t('slaAgreementsNone')}</p>}
      {all.map((each, i) => (
        <details key={`${i} ${each.kind}`} className="agreement" open={all.length === 1}>
          <summary>
            <span className="chip">{t(`slaShort-${each.kind}`)}</span> <b>{each.name ?? each.id}</b>{' '}
            <span className="sub">{each.counterparty}</span>
          </summary>
          <Fields
            agreement={each}
            path={`$.x-agreements[${i}]`}
            onAgreement={(next) => {
              onRecord(withAgreement(record, i, next === undefined ? undefined : said(next)));
            }}
          />
        </details>
      ))}
      <span className="btns">
        {KINDS.filter((kind) => kind !== 'sla' || !all.some((each) => each.kind === 'sla')).map((kind) => (
          <button
            key={kind}
            type="button"
            className="btn"
            disabled={locked}
            onClick={() => {
              add(kind);
            }}
          >
            {t(`slaAdd-${kind}`)}
          </button>
        ))}
      </span>
    </section>
  );
}

function Fields({
  agreement,
  path,
  onAgreement,
}: {
  agreement: Agreement;
  path: string;
  onAgreement: (agreement: Agreement | undefined) => void;
}): ReactElement {
  const { t } = useLanguage();
  const { locked } = useContext(FormState);
  const put = (more: Record<string, unknown>): void => {
    onAgreement({ ...agreement, ...more });
  };
  const text = (
    key: 'name' | 'counterparty' | 'notes' | 'normalEnd' | 'earlyEnd' | 'exitPlan',
    long = false,
  ): ReactElement => (
    <TextField
      label={t(`slaField-${key}`)}
      path={`${path}.${key}`}
      value={agreement[key]}
      long={long}
      onValue={(value) => {
        put({ [key]: value });
      }}
    />
  );
  const date = (key: 'start' | 'end' | 'nextReview'): ReactElement => (
    <TextField
      label={t(`slaField-${key}`)}
      path={`${path}.${key}`}
      value={agreement[key]}
      date
      onValue={(value) => {
        put({ [key]: value });
      }}
    />
  );
  const number = (key: 'longestOutage' | 'rto' | 'rpo' | 'noticeDays'): ReactElement => (
    <NumberField
      label={t(`slaField-${key}`)}
      path={`${path}.${key}`}
      value={agreement[key]}
      onValue={(value) => {
        put({ [key]: value });
      }}
    />
  );
  return (
    <>
      <div className="threes">
        {text('name')}
        {text('counterparty')}
        {agreement.kind !== 'sla' && (
          <>
            <Choice
              label={t('slaField-covers')}
              path={`${path}.covers`}
              value={agreement.covers ?? 'whole'}
              options={[
                ['whole', t('slaCovers-whole')],
                ['own', t('slaCovers-own')],
              ]}
              onValue={(covers) => {
                put({ covers });
              }}
            />
            <NumberField
              label={t('slaAvailability')}
              path={`${path}.availability`}
              value={agreement.availability}
              factor={100}
              onValue={(availability) => {
                put({ availability });
              }}
            />
            <Choice<Period>
              label={t('slaPeriod')}
              path={`${path}.per`}
              value={agreement.per ?? 'month'}
              options={PERIODS.map((each) => [each, t(`slaPer-${each}`)] as const)}
              onValue={(per) => {
                put({ per });
              }}
            />
          </>
        )}
        {number('longestOutage')}
        {number('rto')}
        {number('rpo')}
        {date('start')}
        {date('end')}
        {number('noticeDays')}
        {date('nextReview')}
      </div>
      <div className="twos">
        {text('normalEnd', true)}
        {text('earlyEnd', true)}
        {text('exitPlan', true)}
        {text('notes', true)}
      </div>
      {agreement.kind === 'contract' && <Supplier agreement={agreement} path={path} put={put} />}
      <button
        type="button"
        className="btn"
        disabled={locked}
        onClick={() => {
          onAgreement(undefined);
        }}
      >
        {t('slaRemoveAgreement')}
      </button>
    </>
  );
}

type Put = (more: Record<string, unknown>) => void;

/** What a contract says of the supplier: its continuity plan, whom it relies on, and the reports that it files. */
function Supplier({ agreement, path, put }: { agreement: Agreement; path: string; put: Put }): ReactElement {
  const { t } = useLanguage();
  const plan = agreement.continuity ?? {};
  const planned = (more: Record<string, unknown>): void => {
    put({ continuity: said({ ...plan, ...more }) });
  };
  return (
    <>
      <h3>{t('slaContinuity')}</h3>
      <div className="threes">
        <NumberField
          label="RTO (h)"
          path={`${path}.continuity.rto`}
          value={plan.rto}
          onValue={(rto) => {
            planned({ rto });
          }}
        />
        <NumberField
          label="RPO (h)"
          path={`${path}.continuity.rpo`}
          value={plan.rpo}
          onValue={(rpo) => {
            planned({ rpo });
          }}
        />
        <TextField
          label={t('slaField-document')}
          path={`${path}.continuity.document`}
          value={plan.document}
          onValue={(document) => {
            planned({ document });
          }}
        />
        <TextField
          label={t('slaField-evidence')}
          path={`${path}.continuity.evidence`}
          value={plan.evidence}
          date
          onValue={(evidence) => {
            planned({ evidence });
          }}
        />
        <TextField
          label={t('slaField-lastDrill')}
          path={`${path}.continuity.lastDrill`}
          value={plan.lastDrill}
          date
          onValue={(lastDrill) => {
            planned({ lastDrill });
          }}
        />
        <Choice<Period | 'never'>
          label={t('slaField-reportsEvery')}
          path={`${path}.reportsEvery`}
          value={agreement.reportsEvery ?? 'never'}
          options={[['never', t('slaNever')], ...PERIODS.map((each) => [each, t(`slaPer-${each}`)] as const)]}
          onValue={(every) => {
            put({ reportsEvery: every === 'never' ? undefined : every });
          }}
        />
      </div>
      <Lines
        title={t('slaSubs')}
        path={`${path}.subcontractors`}
        keys={['name', 'role', 'element']}
        lines={agreement.subcontractors ?? []}
        fresh={{ name: '', role: '' }}
        put={(subcontractors) => {
          put({ subcontractors });
        }}
      />
      <Lines
        title={t('slaReports')}
        path={`${path}.reports`}
        keys={['period', 'received', 'reviewer', 'reviewed', 'result']}
        lines={agreement.reports ?? []}
        fresh={{ period: '', received: today() }}
        put={(reports) => {
          put({ reports });
        }}
      />
    </>
  );
}

type LineKey = 'name' | 'role' | 'element' | 'period' | 'received' | 'reviewer' | 'reviewed' | 'result';

function Lines({
  title,
  path,
  keys,
  lines,
  fresh,
  put,
}: {
  title: string;
  path: string;
  keys: readonly LineKey[];
  lines: Partial<Record<LineKey, string>>[];
  fresh: Partial<Record<LineKey, string>>;
  put: (lines: Partial<Record<LineKey, string>>[]) => void;
}): ReactElement {
  const { t } = useLanguage();
  const { locked } = useContext(FormState);
  return (
    <fieldset className="pairs">
      <legend>{title}</legend>
      {lines.map((line, i) => (
        <div className="field-line" key={i}>
          {keys.map((key) => (
            <TextField
              key={key}
              label={t(`slaField-${key}`)}
              path={`${path}[${i}].${key}`}
              value={line[key]}
              date={key === 'received' || key === 'reviewed'}
              onValue={(value) => {
                put(
                  lines.map((other, j) => {
                    if (j !== i) return other;
                    const rest = Object.fromEntries(Object.entries(other).filter(([name]) => name !== key));
                    return value === undefined && key !== 'name' && key !== 'role' && key !== 'period'
                      ? rest
                      : { ...other, [key]: value ?? '' };
                  }),
                );
              }}
            />
          ))}
          <button
            type="button"
            className="btn"
            disabled={locked}
            onClick={() => {
              put(lines.filter((_, j) => j !== i));
            }}
          >
            {t('slaRemove')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn"
        disabled={locked}
        onClick={() => {
          put([...lines, fresh]);
        }}
      >
        {t('slaAddLine')}
      </button>
    </fieldset>
  );
}
