import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { useLanguage } from '../../lib/i18n';
import { callForReview } from './api';

const KINDS = ['major-change', 'incident', 'drill', 'regulation'] as const;

/** Says that something has happened that calls for a review of what is approved. */
export function Happened({ id }: { id: string }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [kind, setKind] = useState<(typeof KINDS)[number]>('major-change');
  const [about, setAbout] = useState('');
  const told = useMutation({
    mutationFn: () => callForReview(id, kind, about),
    onSuccess: async () => {
      setAbout('');
      await Promise.all(['bia', 'approval', 'approvals'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  return (
    <details className="card happened">
      <summary>{t('biaHappened')}</summary>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          told.mutate();
        }}
      >
        <Labelled label={t('biaHappenedKind')}>
          <select
            className="field"
            value={kind}
            onChange={(event) => {
              setKind(KINDS.find((each) => each === event.target.value) ?? 'major-change');
            }}
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`biaHappened-${each}`)}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={t('biaHappenedAbout')}>
          <input
            className="field"
            maxLength={200}
            required
            value={about}
            onChange={(event) => {
              setAbout(event.target.value);
            }}
          />
        </Labelled>
        <span className="btns">
          <button type="submit" className="btn" disabled={told.isPending}>
            {t('biaHappenedSend')}
          </button>
        </span>
        {told.isSuccess && <p role="status">{t('biaHappenedDone')}</p>}
        <Fault error={told.error} />
      </form>
    </details>
  );
}
