import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { FindingView } from '../lib/api';
import type { Language } from '../lib/format';
import { useLanguage } from '../lib/i18n';
import './finding.css';

const PAGES: Record<string, string> = { element: '/register/', scenario: '/scenarios/' };

/** 應 or 宜: how strongly the source of a rule asks. */
export function StrengthMark({ strength }: { strength: string }): ReactElement {
  const { t } = useLanguage();
  const must = strength === 'shall';
  return <span className={must ? 'chip warn' : 'chip'}>{t(must ? 'findingShall' : 'findingShould')}</span>;
}

/** The sentence of a finding in the language of the page. */
export const sentenceOf = (finding: FindingView, language: Language): string =>
  finding.messages[language] ?? finding.messages.en ?? finding.code;

/** Findings as lines, each with the way to where it is mended. */
export function FindingLines({ findings, marked }: { findings: FindingView[]; marked?: boolean }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  return (
    <ul className="found">
      {findings.map((finding) => {
        const { thing, where, field } = finding.mend;
        const page = PAGES[where];
        return (
          <li key={[finding.code, field, ...finding.elements.map((each) => each.id)].join(' ')}>
            {marked && <StrengthMark strength={finding.strength} />}
            <div>
              <p>{sentenceOf(finding, language)}</p>
              {thing && (
                <p className="sub">
                  {t('findingMend')}{' '}
                  {page ? (
                    <Link className="link" to={page + thing.id}>
                      {nameOf(thing)}
                    </Link>
                  ) : (
                    nameOf(thing)
                  )}{' '}
                  <code>{field}</code>
                </p>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
