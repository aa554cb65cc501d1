import type { ReactElement } from 'react';
import { StrengthMark } from '../../components/FindingLines';
import type { RuleCount } from '../../lib/api';
import { useLanguage } from '../../lib/i18n';
import { ruleText } from './model';

/** The rules that nothing breaks, so that the reader knows what was looked at. */
export function Kept({ rules }: { rules: RuleCount[] }): ReactElement | null {
  const { language, t } = useLanguage();
  const kept = rules.filter((rule) => rule.count === 0);
  if (kept.length === 0) return null;
  return (
    <section className="card">
      <header>
        <h2>{t('findingKept')}</h2>
        <span className="sub">{t('findingKeptHint')}</span>
      </header>
      <ul className="found">
        {kept.map((rule) => (
          <li key={rule.code}>
            <StrengthMark strength={rule.strength} />
            <div>
              {t(ruleText(rule.code))} <span className="sub">{rule.clauses[language]?.join(' · ')}</span>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
