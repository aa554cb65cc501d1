import { type ReactElement, type ReactNode, useContext } from 'react';
import { day, figure, hours as time, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { dayOfMoment } from '../../lib/zone';
import type { BiaRecord, Evidence, Proposals, Scales, View } from './api';
import { FormState, NumberField, TextField, useBroken } from './Fields';
import { equals } from '../../lib/merge';
import { isSame, withValue } from './model';
import { whyMtpd, whyRto, whyTier } from './why';

type TargetName = 'mtpd' | 'rto' | 'rpo' | 'rpoVolume' | 'mbco' | 'wrt' | 'tier';
const TARGETS: TargetName[] = ['mtpd', 'rto', 'rpo', 'rpoVolume', 'mbco', 'wrt', 'tier'];
const EVIDENCE: Evidence[] = ['measured', 'contract', 'expert', 'default'];

interface Props {
  record: BiaRecord;
  proposals: Proposals;
  scales: Scales;
  view: View;
  currency: string;
  onRecord: (record: BiaRecord) => void;
}

const statedOf = (record: BiaRecord, name: TargetName): unknown =>
  name === 'tier' ? record.tier : record.objectives?.[name];

function useShown(): (name: TargetName, value: unknown) => string {
  const { language, t } = useLanguage();
  return (name, value) => {
    if (value === undefined || value === null) return t('biaNotStated');
    if (name === 'tier') return String(Number(value));
    if (name === 'mbco') return share(Number(value));
    if (typeof value === 'number') return time(value, language);
    const { unit, amount } = value as { unit: string; amount: number };
    return `${figure(amount, language)} ${unit}`;
  };
}

/** Every target: what is proposed and why, what is stated and why, and who has approved it. */
export function Targets(props: Props): ReactElement {
  const { t } = useLanguage();
  return (
    <section className="card targets" aria-label={t('biaTargets')}>
      <header>
        <h2>{t('biaTargets')}</h2>
        <span className="r">{t('biaTargetsHint')}</span>
      </header>
      <Sum {...props} />
      <ul>
        {TARGETS.map((name) => (
          <Target key={name} name={name} {...props} />
        ))}
      </ul>
    </section>
  );
}

function Sum({ record }: Props): ReactElement | null {
  const { t, language } = useLanguage();
  const { mtpd, rto, wrt = 0 } = record.objectives ?? {};
  if (mtpd === undefined || rto === undefined || rto + wrt <= mtpd + 1e-9) return null;
  return (
    <p className="bad" role="alert">
      {t('biaSumOver', { rto: time(rto, language), wrt: time(wrt, language), mtpd: time(mtpd, language) })}
    </p>
  );
}

function Target({
  name,
  record,
  proposals,
  scales,
  view,
  currency,
  onRecord,
}: Props & { name: TargetName }): ReactElement {
  const { t, language } = useLanguage();
  const { locked } = useContext(FormState);
  const shown = useShown();
  const words = { t, language, currency, scales };
  const proposed: number | null | undefined =
    name === 'mtpd'
      ? proposals.mtpd.hours
      : name === 'rto'
        ? proposals.rto.hours
        : name === 'tier'
          ? proposals.tier.tier
          : undefined;
  const why =
    name === 'mtpd'
      ? whyMtpd(proposals.mtpd, words)
      : name === 'rto'
        ? whyRto(proposals.rto, words)
        : name === 'tier'
          ? whyTier(proposals.tier, words)
          : null;
  const stated = statedOf(record, name);
  const path = name === 'tier' ? ['tier'] : ['objectives', name];
  const taken = proposed != null && typeof stated === 'number' && isSame(stated, proposed);
  const overridden = proposed != null && stated !== undefined && !taken;
  const reason = record['x-bia']?.reasons?.[name];
  const asks = useBroken(`$.x-bia.reasons.${name}`) !== undefined;
  const set = (value: unknown): void => {
    onRecord(withValue(record, path, value));
  };
  return (
    <li className="aim">
      <span className="name">
        <b>{t(`biaName-${name}`)}</b>
        <small>{t(`biaLong-${name}`)}</small>
      </span>
      <span className="proposed">
        {proposed != null && (
          <>
            <span className={overridden ? 'struck' : ''}>{t('biaProposed', { value: shown(name, proposed) })}</span>
            {!taken && !locked && (
              <button
                type="button"
                className="btn"
                onClick={() => {
                  set(proposed);
                }}
              >
                {t('biaTake', { value: shown(name, proposed) })}
              </button>
            )}
          </>
        )}
      </span>
      <span className="stated">
        <Value name={name} record={record} onValue={set} />
      </span>
      <Approver name={name} view={view} stated={stated} />
      {why && <p className="why sub">{why}</p>}
      <Inherited name={name} view={view} record={record} />
      {(overridden || reason !== undefined || asks || stated !== undefined || name === 'rpo') && (
        <div className="reasons">
          <TextField
            label={t('biaReason', { target: t(`biaName-${name}`) })}
            path={`$.x-bia.reasons.${name}`}
            value={reason}
            hint={
              overridden && !reason ? t('biaReasonNeeded') : name === 'rpo' && !reason ? t('biaReasonRpo') : undefined
            }
            onValue={(text) => {
              onRecord(withValue(record, ['x-bia', 'reasons', name], text));
            }}
          />
          <Rests name={name} record={record} onRecord={onRecord} />
        </div>
      )}
    </li>
  );
}

function Value({
  name,
  record,
  onValue,
}: {
  name: TargetName;
  record: BiaRecord;
  onValue: (value: unknown) => void;
}): ReactElement {
  const { t } = useLanguage();
  const label = t(`biaName-${name}`);
  if (name === 'rpoVolume') {
    const volume = record.objectives?.rpoVolume;
    return (
      <>
        <NumberField
          label={`${label} · ${t('biaAmount')}`}
          hidden
          path="$.objectives.rpoVolume.amount"
          value={volume?.amount}
          onValue={(amount) => {
            onValue(amount === undefined ? undefined : { unit: volume?.unit ?? 'GB', amount });
          }}
        />
        <TextField
          label={`${label} · ${t('biaUnit')}`}
          hidden
          path="$.objectives.rpoVolume.unit"
          value={volume?.unit}
          onValue={(unit) => {
            if (volume) onValue({ ...volume, unit: unit ?? '' });
          }}
        />
      </>
    );
  }
  const stated = statedOf(record, name);
  return (
    <>
      <NumberField
        label={label}
        hidden
        path={name === 'tier' ? '$.tier' : `$.objectives.${name}`}
        value={typeof stated === 'number' ? stated : undefined}
        factor={name === 'mbco' ? 100 : 1}
        onValue={onValue}
      />
      <span className="unit">{name === 'mbco' ? t('biaPercent') : name === 'tier' ? '' : t('biaHours')}</span>
    </>
  );
}

/** Who has approved what is stated, and when; what was approved where that is something else. */
function Approver({ name, view, stated }: { name: TargetName; view: View; stated: unknown }): ReactElement {
  const { t, language } = useLanguage();
  const shown = useShown();
  const { approved, approvedBy, approvedAt, number } = view.standing;
  let text: ReactNode = t('biaApprovedNone');
  if (approved && approvedAt) {
    const who = { name: approvedBy ?? '', date: day(dayOfMoment(approvedAt), language) };
    const was = statedOf(approved, name);
    text = equals(was, stated)
      ? was === undefined
        ? ''
        : t('biaApprovedBy', who)
      : was === undefined
        ? t('biaApprovedNew', { number: number ?? 0 })
        : t('biaApprovedOther', { ...who, value: shown(name, was) });
  } else if (stated === undefined) text = '';
  return <span className="approver sub">{text}</span>;
}

function Inherited({ name, view, record }: { name: TargetName; view: View; record: BiaRecord }): ReactElement | null {
  const { t, language, nameOf } = useLanguage();
  const from = view.effective.rtoFrom;
  const strictest = view.neededBy.items.find((each) => each.late) ?? null;
  if (name !== 'rto') return null;
  if (record.objectives?.rto === undefined && from && from.id !== view.thing.id && view.effective.rtoHours !== null)
    return (
      <p className="why sub">
        {t('biaInherited', { value: time(view.effective.rtoHours, language), name: nameOf(from) })}
      </p>
    );
  if (strictest?.rtoHours == null) return null;
  return (
    <p className="why bad">
      {t('biaInherited', { value: time(strictest.rtoHours, language), name: nameOf(strictest.thing) })}
    </p>
  );
}

/** What a value rests on: how it is known, and where that stands. */
export function Rests({
  name,
  record,
  onRecord,
}: {
  name: TargetName | 'impact';
  record: BiaRecord;
  onRecord: (record: BiaRecord) => void;
}): ReactElement {
  const { t } = useLanguage();
  const { locked } = useContext(FormState);
  const basis = record['x-bia']?.evidence?.[name];
  const set = (value: unknown): void => {
    onRecord(withValue(record, ['x-bia', 'evidence', name], value));
  };
  return (
    <div className="rests">
      <label className="labelled">
        <span>{t('biaRests')}</span>
        <select
          className="field"
          disabled={locked}
          value={basis?.evidence ?? ''}
          onChange={(event) => {
            set(event.target.value === '' ? undefined : { ...basis, evidence: event.target.value });
          }}
        >
          <option value="">{t('biaRests-')}</option>
          {EVIDENCE.map((each) => (
            <option key={each} value={each}>
              {t(each)}
            </option>
          ))}
        </select>
      </label>
      {basis && (
        <TextField
          label={t('biaSource')}
          path={`$.x-bia.evidence.${name}.source`}
          value={basis.source}
          onValue={(source) => {
            set({ ...basis, source });
          }}
        />
      )}
    </div>
  );
}
