import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { State } from '../../components/State';
import { isMeanwhile } from '../../lib/answer';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { useStay } from '../../lib/stay';
import { type DrillType, getPresets, getRules, type Rules, type RulesView, saveRules } from './api';
import { RuleNumbers } from './RuleNumbers';
import { TYPES, TYPE_TEXT } from './words';

/** What the organisation has decided about its drills: a table that is data, from a preset or its own. */
export function RulesPanel(): ReactElement {
  const rules = useQuery({ queryKey: ['drill-rules'], queryFn: getRules });
  if (!rules.data) return <State error={rules.error} retry={() => void rules.refetch()} />;
  return <Form stored={rules.data} />;
}

const PRESET_TEXT = {
  standard: 'drillsPresetStandard',
  taiwan: 'drillsPresetTaiwan',
  dora: 'drillsPresetDora',
  own: 'drillsPresetOwn',
} as const;

function Form({ stored }: { stored: RulesView }): ReactElement {
  const { language, t } = useLanguage();
  const queries = useQueryClient();
  const [seen, setSeen] = useState(stored); // what stood here when somebody began to change it
  const [rules, setRules] = useState(stored.rules);
  const presets = useQuery({ queryKey: ['drill-presets'], queryFn: getPresets });
  const dirty = rules !== seen.rules;
  if (!dirty && stored !== seen) {
    setSeen(stored);
    setRules(stored.rules);
  }
  const take = (after: RulesView): void => {
    setSeen(after);
    setRules(after.rules);
  };
  const save = useMutation({
    mutationFn: (version: number) => saveRules(rules, version),
    onSuccess: (after) => {
      take(after);
      queries.setQueryData(['drill-rules'], after);
      return queries.invalidateQueries({ queryKey: ['drills'] });
    },
    onError: (error) => (isMeanwhile(error) ? queries.invalidateQueries({ queryKey: ['drill-rules'] }) : undefined),
  });
  useStay(dirty);
  const meanwhile = dirty && stored.version !== seen.version;
  const change = (part: Partial<Rules>): void => {
    save.reset();
    setRules({ ...rules, preset: 'own', ...part });
  };
  return (
    <section className="card rules" aria-label={t('drillsRules')}>
      <header>
        <h2>{t('drillsRules')}</h2>
        <span className="sub">
          {stored.changedBy && stored.changedAt
            ? t('drillsRulesBy', { by: stored.changedBy, at: moment(stored.changedAt, language) })
            : t('drillsRulesPreset')}
        </span>
      </header>
      <p className="btns">
        <span className="seg" role="group" aria-label={t('drillsPreset')}>
          {(presets.data ?? []).map((preset) => (
            <button
              key={preset.preset}
              type="button"
              aria-pressed={rules.preset === preset.preset}
              onClick={() => {
                change({ ...preset, freezes: rules.freezes });
              }}
            >
              {t(PRESET_TEXT[preset.preset as keyof typeof PRESET_TEXT])}
            </button>
          ))}
        </span>
        {rules.preset === 'own' && <span className="chip">{t('drillsPresetOwn')}</span>}
      </p>
      <Steps rules={rules} change={change} />
      <RuleNumbers rules={rules} change={change} />
      <Freezes rules={rules} change={change} />
      {meanwhile ? (
        <p className="meanwhile" role="alert">
          {t('drillsRulesMeanwhile', {
            by: stored.changedBy ?? '–',
            at: stored.changedAt ? moment(stored.changedAt, language) : '–',
          })}
        </p>
      ) : null}
      {!(meanwhile && isMeanwhile(save.error)) && <Fault error={save.error} />}
      <p className="btns">
        <May permission="plan-drills" everywhere>
          <button
            type="button"
            className="btn pri"
            disabled={save.isPending || !dirty}
            onClick={() => {
              save.mutate(meanwhile ? stored.version : seen.version);
            }}
          >
            {t(meanwhile ? 'saveOverTheirs' : 'drillsRulesSave')}
          </button>
        </May>
        {dirty && (
          <button
            type="button"
            className="btn"
            disabled={save.isPending}
            onClick={() => {
              save.reset();
              take(stored);
            }}
          >
            {t(meanwhile ? 'drillsRulesTheirs' : 'drillsRulesDiscard')}
          </button>
        )}
        <span className="sub">{t('drillsRulesHint')}</span>
      </p>
    </section>
  );
}

export interface Part {
  rules: Rules;
  change: (part: Partial<Rules>) => void;
}

/** How often each tier is drilled as what: every year, every other, or never. */
function Steps({ rules, change }: Part): ReactElement {
  const { t } = useLanguage();
  const years = (tier: number, type: DrillType): number =>
    rules.steps.find((step) => step.tier === tier)?.drills.find((asked) => asked.types.includes(type))?.everyYears ?? 0;
  const set = (tier: number, type: DrillType, everyYears: number): void => {
    change({
      steps: rules.steps.map((step) => {
        if (step.tier !== tier) return step;
        const kept = step.drills
          .map((asked) => ({ ...asked, types: asked.types.filter((each) => each !== type) }))
          .filter((asked) => asked.types.length > 0);
        const drills = everyYears === 0 ? kept : [...kept, { types: [type], everyYears }];
        const order = (types: string[]): number => TYPES.indexOf((types[0] ?? 'desktop') as DrillType);
        return { ...step, drills: drills.sort((a, b) => order(a.types) - order(b.types)) };
      }),
    });
  };
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('drillsRulesTiers')}>
      <table className="plain steps">
        <thead>
          <tr>
            <th scope="col">{t('drillsRulesTier')}</th>
            {TYPES.map((type) => (
              <th key={type} scope="col">
                {t(TYPE_TEXT[type])}
              </th>
            ))}
            <th scope="col">{t('drillsRulesSource')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.steps.map((step, i) => (
            <tr key={step.tier}>
              <th scope="row">
                {t(i === rules.steps.length - 1 ? 'drillsRulesTierAndBeyond' : 'drillsRulesTierOne', {
                  tier: step.tier,
                })}
              </th>
              {TYPES.map((type) => (
                <td key={type}>
                  <select
                    className="field"
                    aria-label={t('drillsRulesEvery', { tier: step.tier, type: t(TYPE_TEXT[type]) })}
                    value={years(step.tier, type)}
                    onChange={(event) => {
                      set(step.tier, type, Number(event.target.value));
                    }}
                  >
                    <option value={0}>{t('drillsRulesNever')}</option>
                    <option value={1}>{t('drillsRulesYearly')}</option>
                    <option value={2}>{t('drillsRulesTwoYears')}</option>
                    <option value={3}>{t('drillsRulesThreeYears')}</option>
                  </select>
                </td>
              ))}
              <td className="sub">{step.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Days without drills. */
function Freezes({ rules, change }: Part): ReactElement {
  const { t } = useLanguage();
  const set = (index: number, part: Partial<Rules['freezes'][number]>): void => {
    change({ freezes: rules.freezes.map((each, i) => (i === index ? { ...each, ...part } : each)) });
  };
  return (
    <fieldset>
      <legend>{t('drillsFreezes')}</legend>
      {rules.freezes.map((freeze, i) => (
        <p key={i} className="btns">
          <input
            className="field"
            aria-label={t('drillsFreezeName')}
            placeholder={t('drillsFreezeName')}
            value={freeze.name}
            onChange={(event) => {
              set(i, { name: event.target.value });
            }}
          />
          <input
            type="date"
            className="field"
            aria-label={t('drillsFreezeFrom')}
            value={freeze.from}
            onChange={(event) => {
              set(i, { from: event.target.value });
            }}
          />
          <input
            type="date"
            className="field"
            aria-label={t('drillsFreezeTo')}
            value={freeze.to}
            onChange={(event) => {
              set(i, { to: event.target.value });
            }}
          />
          <select
            className="field"
            aria-label={t('drillsFreezeType')}
            value={freeze.type ?? ''}
            onChange={(event) => {
              set(i, { type: event.target.value || null, site: null, team: null });
            }}
          >
            <option value="">{t('drillsFreezeAll')}</option>
            {TYPES.map((type) => (
              <option key={type} value={type}>
                {t(TYPE_TEXT[type])}
              </option>
            ))}
          </select>
          {(freeze.site ?? freeze.team) && <span className="chip">{freeze.site ?? freeze.team}</span>}
          <button
            type="button"
            className="btn"
            aria-label={t('drillsFreezeRemoveOf', { name: freeze.name })}
            onClick={() => {
              change({ freezes: rules.freezes.filter((_, other) => other !== i) });
            }}
          >
            {t('drillsFreezeRemove')}
          </button>
        </p>
      ))}
      <button
        type="button"
        className="btn"
        onClick={() => {
          change({ freezes: [...rules.freezes, { name: '', from: '', to: '', site: null, team: null, type: null }] });
        }}
      >
        {t('drillsFreezeAdd')}
      </button>
    </fieldset>
  );
}
