import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { versionPage } from '../../lib/approval';
import { day } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { ApprovalLine } from './api';
import { standingOf } from './model';

const CHIPS = {
  none: '',
  waits: 'chip acc',
  yours: 'chip acc',
  rejected: 'chip warn',
  due: 'chip warn',
  approved: 'chip',
};

/** Where the approval of a plan stands, in a word; what waits leads to its decision. */
export function Standing({ line }: { line: ApprovalLine | undefined }): ReactElement {
  const { t, language } = useLanguage();
  const standing = standingOf(line);
  if (!line || standing === 'none') return <span className="sub">{t('planStanding-none')}</span>;
  const { newest, approved } = line;
  const until = approved?.validUntil;
  const word =
    standing !== 'approved'
      ? t(`planStanding-${standing}`)
      : until
        ? t('planStanding-until', { date: day(until, language) })
        : t('planStanding-approved', { date: day(approved?.reviewOn ?? '', language) });
  return (
    <span className="standing">
      {standing === 'approved' ? (
        word
      ) : (
        <Link className={CHIPS[standing]} to={versionPage(standing === 'due' ? (approved ?? newest) : newest)}>
          {word}
        </Link>
      )}
      {approved && approved.number !== newest.number && (
        <span className="sub">{t('planStandingHolds', { number: approved.number })}</span>
      )}
    </span>
  );
}
