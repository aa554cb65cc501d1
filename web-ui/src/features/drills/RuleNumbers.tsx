import type { ReactElement } from 'react';
import type { TextKey } from '../../lib/i18n';
import { useLanguage } from '../../lib/i18n';
import type { Part } from './RulesPanel';

/** Everything of the rules that is one number or one choice. */
export function RuleNumbers({ rules, change }: Part): ReactElement {
  const { language, t } = useLanguage();
  const number = (
    label: TextKey,
    value: number | null | undefined,
    set: (value: number | null) => void,
    most: number,
  ): ReactElement => (
    <label key={label}>
      {t(label)}
      <input
        type="number"
        className="field"
        min={0}
        max={most}
        value={value ?? ''}
        onChange={(event) => {
          set(event.target.value === '' ? null : Number(event.target.value));
        }}
      />
    </label>
  );
  return (
    <div className="numbers">
      {number(
        'drillsPeopleLimit',
        rules.peopleHours,
        (peopleHours) => {
          change({ peopleHours });
        },
        1e6,
      )}
      {number(
        'drillsLiveLimit',
        rules.liveHours,
        (liveHours) => {
          change({ liveHours });
        },
        1e6,
      )}
      {number(
        'drillsTeamLimit',
        rules.teamPerWeek,
        (teamPerWeek) => {
          change({ teamPerWeek });
        },
        7,
      )}
      {number(
        'drillsExtra',
        rules.extraDrills,
        (value) => {
          change({ extraDrills: value ?? 0 });
        },
        50,
      )}
      {number(
        'drillsRedundantEvery',
        rules.redundantEveryMonths,
        (v) => {
          change({ redundantEveryMonths: v ?? 0 });
        },
        60,
      )}
      {number(
        'drillsRetestDays',
        rules.retestDays,
        (value) => {
          change({ retestDays: value ?? 0 });
        },
        366,
      )}
      <label>
        {t('drillsRetestRisk')}
        <select
          className="field"
          value={rules.retestFromRisk}
          onChange={(event) => {
            change({ retestFromRisk: event.target.value });
          }}
        >
          <option value="medium">{t('drillsRiskMedium')}</option>
          <option value="high">{t('drillsRiskHigh')}</option>
        </select>
      </label>
      {rules.recurring.map((each, i) => (
        <label key={each.id}>
          {t('drillsRecurringEvery', { name: each.names[language] ?? each.names['en'] ?? each.id })}
          <select
            className="field"
            value={each.everyMonths}
            onChange={(event) => {
              const everyMonths = Number(event.target.value);
              change({ recurring: rules.recurring.map((other, o) => (o === i ? { ...other, everyMonths } : other)) });
            }}
          >
            {[1, 2, 3, 4, 6, 12].map((months) => (
              <option key={months} value={months}>
                {months}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
