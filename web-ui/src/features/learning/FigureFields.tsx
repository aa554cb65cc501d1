import type { ReactElement } from 'react';
import { NumberInput } from '../../components/NumberInput';
import { useLanguage } from '../../lib/i18n';
import type { Said } from './api';

/** The figure itself: a time, how often something worked, or how often something happened. */
export function FigureFields({
  kind,
  said,
  onSaid,
}: {
  kind: string;
  said: Said;
  onSaid: (more: Partial<Said>) => void;
}): ReactElement {
  const { t } = useLanguage();
  const number = (key: 'hours' | 'successes' | 'failures' | 'occurrences', label: string): ReactElement => (
    <NumberInput
      label={label}
      value={said[key]}
      onValue={(value) => {
        onSaid({ [key]: value });
      }}
    />
  );
  if (kind === 'chance')
    return (
      <div className="abreast">
        {number('successes', t('learningSuccesses'))}
        {number('failures', t('learningFailures'))}
      </div>
    );
  if (kind === 'rate')
    return (
      <div className="abreast">
        {number('occurrences', t('learningOccurrences'))}
        {number('hours', t('learningWatched'))}
      </div>
    );
  return (
    <div className="abreast">
      {number('hours', t('learningHours'))}
      <label className="tickbox">
        <input
          type="checkbox"
          checked={said.finished ?? true}
          onChange={(event) => {
            onSaid({ finished: event.target.checked });
          }}
        />{' '}
        {t('learningFinished')}
      </label>
    </div>
  );
}
