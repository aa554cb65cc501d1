import type { ReactElement } from 'react';
import type { ReviewReason, Version } from '../lib/approval';
import { day } from '../lib/format';
import { type TextKey, useLanguage } from '../lib/i18n';
import { en } from '../lib/texts';

/** From when to when a version holds, and when it is looked at again. */
export function Validity({ version }: { version: Version }): ReactElement {
  const { t, language } = useLanguage();
  const from = day(version.validFrom, language);
  return (
    <span>
      {version.validUntil
        ? t('approvalFromUntil', { from, until: day(version.validUntil, language) })
        : t('approvalFrom', { from })}
      {language === 'en' && ' '}
      {t('approvalReviewBy', { date: day(version.reviewOn, language) })}
    </span>
  );
}

/** Why what is approved must be looked at again. */
export function Due({ reasons }: { reasons: ReviewReason[] }): ReactElement | null {
  const { t, language } = useLanguage();
  if (reasons.length === 0) return null;
  const isDay = (about: string): boolean => /^\d{4}-\d\d-\d\d$/.test(about);
  return (
    <ul className="due">
      {reasons.map((reason) => {
        const key = `approvalDue_${reason.kind}`;
        const about = reason.about ?? '';
        const shown = isDay(about) ? day(about, language) : about;
        return (
          <li key={`${reason.kind} ${about}`}>
            {key in en ? t(key as TextKey, { about: shown }) : `${reason.kind} ${shown}`}
          </li>
        );
      })}
    </ul>
  );
}
