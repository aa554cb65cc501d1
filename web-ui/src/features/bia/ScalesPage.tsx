import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useMemo, useState } from 'react';
import { Fault } from '../../components/Fault';
import { State } from '../../components/State';
import { violationsOf } from '../../lib/answer';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import { getScales, type KeptScales, saveScales, type Scales, type Violation } from './api';
import { FormState, LinesField, NumberField, Rule, TextField, useBroken } from './Fields';
import { equals, numberOf } from '../../lib/merge';
import './bia.css';

/** How the organisation measures impact: kinds, levels, time points, tiers. */
export function ScalesPage(): ReactElement {
  const { t } = useLanguage();
  usePage({ label: t('biaTitle'), to: '/impact' }, { label: t('biaScales') });
  const { data, error, refetch } = useQuery({ queryKey: ['bia', 'scales'], queryFn: getScales });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return <Form key={data.version} kept={data} />;
}

function Form({ kept }: { kept: KeptScales }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const may = useMay('edit-register', true);
  const [scales, setScales] = useState(kept.scales);
  const save = useMutation({
    mutationFn: () => saveScales(kept.version, scales),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['bia'] }),
  });
  const broken = useMemo(
    () => new Map((violationsOf(save.error) as Violation[]).map((each) => [each.path, each])),
    [save.error],
  );
  const change = (part: Partial<Scales>): void => {
    setScales({ ...scales, ...part });
    if (save.isError) save.reset();
  };
  const dirty = !equals(scales, kept.scales);
  return (
    <FormState value={{ broken, locked: !may }}>
      <div className="head">
        <div className="grow">
          <h1>
            {t('biaScalesHeadline', {
              hours: scales.hours.length,
              kinds: scales.kinds.length,
              levels: scales.levels.length,
              level: scales.levels[scales.intolerableFrom]?.names[language] ?? String(scales.intolerableFrom),
            })}
          </h1>
          <p className="lede">
            {kept.changedAt
              ? t('biaScalesChanged', {
                  version: kept.version,
                  name: kept.changedBy ?? '',
                  date: moment(kept.changedAt, language),
                })
              : t('biaScalesFirst')}{' '}
            {t('biaScalesWarn')}
          </p>
        </div>
      </div>
      <form
        className="scales"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Kinds scales={scales} change={change} may={may} />
        <Levels scales={scales} change={change} may={may} />
        <Limits scales={scales} change={change} />
        {may && (
          <p className={dirty ? 'bar dirty' : 'bar'}>
            <span role="status">{dirty ? t('biaUnsaved') : save.isSuccess ? t('biaScalesSaved') : ''}</span>
            <button type="submit" className="btn pri" disabled={!dirty || save.isPending}>
              {t('biaScalesSave')}
            </button>
          </p>
        )}
        <Fault error={save.error} />
      </form>
    </FormState>
  );
}

interface Part {
  scales: Scales;
  change: (part: Partial<Scales>) => void;
  may?: boolean;
}

/** A list with another entry in one place, or without it where there is none. */
const withAt = <T,>(list: T[], at: number, entry: T | null): T[] =>
  list.flatMap((each, i) => (i === at ? (entry === null ? [] : [entry]) : [each]));

function Section({
  title,
  path,
  children,
  onAdd,
}: {
  title: string;
  path: string;
  children: ReactNode;
  onAdd?: (() => void) | undefined;
}): ReactElement {
  const { t } = useLanguage();
  const broken = useBroken(path);
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {onAdd && (
          <button type="button" className="btn r" onClick={onAdd}>
            {t('biaScalesAdd')}
          </button>
        )}
      </header>
      {broken?.path === path && <Rule violation={broken} />}
      {children}
    </section>
  );
}

function Remove({ name, onRemove }: { name: string; onRemove: () => void }): ReactElement {
  const { t } = useLanguage();
  return (
    <button type="button" className="btn" aria-label={t('biaScalesRemove', { name })} onClick={onRemove}>
      ×
    </button>
  );
}

function Kinds({ scales, change, may }: Part): ReactElement {
  const { t } = useLanguage();
  const { kinds } = scales;
  return (
    <Section
      title={t('biaScalesKinds')}
      path="$.kinds"
      onAdd={
        may
          ? () => {
              change({ kinds: [...kinds, { id: '', names: { en: '', 'zh-Hant': '' }, unit: null }] });
            }
          : undefined
      }
    >
      {kinds.map((kind, i) => {
        const put = (part: Partial<typeof kind>): void => {
          change({ kinds: withAt(kinds, i, { ...kind, ...part }) });
        };
        return (
          <div className="line kinds" key={i}>
            <TextField
              label={t('biaScalesId')}
              path={`$.kinds[${i}].id`}
              value={kind.id}
              onValue={(id = '') => {
                put({ id });
              }}
            />
            <TextField
              label={t('biaScalesEn')}
              path={`$.kinds[${i}].names.en`}
              value={kind.names['en']}
              onValue={(en = '') => {
                put({ names: { ...kind.names, en } });
              }}
            />
            <TextField
              label={t('biaScalesZh')}
              path={`$.kinds[${i}].names.zh-Hant`}
              value={kind.names['zh-Hant']}
              onValue={(zh = '') => {
                put({ names: { ...kind.names, 'zh-Hant': zh } });
              }}
            />
            <TextField
              label={t('biaScalesUnit')}
              path={`$.kinds[${i}].unit`}
              value={kind.unit ?? undefined}
              onValue={(unit) => {
                put({ unit: unit ?? null });
              }}
            />
            {may && (
              <Remove
                name={kind.id}
                onRemove={() => {
                  change({ kinds: withAt(kinds, i, null) });
                }}
              />
            )}
          </div>
        );
      })}
    </Section>
  );
}

function Levels({ scales, change, may }: Part): ReactElement {
  const { t } = useLanguage();
  const { levels } = scales;
  return (
    <Section
      title={t('biaScalesLevels')}
      path="$.levels"
      onAdd={
        may
          ? () => {
              change({
                levels: [...levels, { names: { en: '', 'zh-Hant': '' }, means: { en: '', 'zh-Hant': '' } }],
              });
            }
          : undefined
      }
    >
      {levels.map((level, i) => {
        const field = (of: 'names' | 'means', language: 'en' | 'zh-Hant', label: string): ReactElement => (
          <TextField
            label={label}
            path={`$.levels[${i}].${of}.${language}`}
            value={level[of][language]}
            onValue={(text = '') => {
              change({ levels: withAt(levels, i, { ...level, [of]: { ...level[of], [language]: text } }) });
            }}
          />
        );
        return (
          <div className="line" key={i}>
            <b className="num">{i}</b>
            {field('names', 'en', t('biaScalesEn'))}
            {field('names', 'zh-Hant', t('biaScalesZh'))}
            {field('means', 'en', t('biaScalesMeansEn'))}
            {field('means', 'zh-Hant', t('biaScalesMeansZh'))}
            {may && i === levels.length - 1 && i > 1 && (
              <Remove
                name={String(i)}
                onRemove={() => {
                  change({ levels: withAt(levels, i, null) });
                }}
              />
            )}
          </div>
        );
      })}
      <NumberField
        label={t('biaScalesFrom')}
        path="$.intolerableFrom"
        value={scales.intolerableFrom}
        onValue={(from) => {
          change({ intolerableFrom: from ?? levels.length - 1 });
        }}
      />
    </Section>
  );
}

function Limits({ scales, change }: Part): ReactElement {
  const { t } = useLanguage();
  return (
    <Section title={t('biaScalesTiers')} path="$.tiers">
      <p className="sub">{t('biaScalesTiersHint')}</p>
      {scales.tiers.map((tier, i) => {
        const put = (part: Partial<typeof tier>): void => {
          change({ tiers: withAt(scales.tiers, i, { ...tier, ...part }) });
        };
        return (
          <div className="line tiers" key={tier.tier}>
            <b>{t('biaTierN', { tier: tier.tier })}</b>
            <NumberField
              label={t('biaScalesMtpd')}
              path={`$.tiers[${i}].mtpdHours`}
              value={tier.mtpdHours}
              onValue={(hours = 0) => {
                put({ mtpdHours: hours });
              }}
            />
            <NumberField
              label={t('biaScalesRto')}
              path={`$.tiers[${i}].rtoHours`}
              value={tier.rtoHours}
              onValue={(hours = 0) => {
                put({ rtoHours: hours });
              }}
            />
          </div>
        );
      })}
      <div className="line tiers">
        <span />
        <LinesField
          label={t('biaScalesHours')}
          path="$.hours"
          value={scales.hours}
          write={String}
          read={(line) => numberOf(line) ?? 0}
          onValue={(hours) => {
            change({ hours });
          }}
        />
        <NumberField
          label={t('biaScalesMoney')}
          path="$.moneyLimit"
          value={scales.moneyLimit ?? undefined}
          onValue={(limit) => {
            change({ moneyLimit: limit ?? null });
          }}
        />
      </div>
    </Section>
  );
}
