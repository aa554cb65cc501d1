import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { listEvidence } from '../../lib/evidence';
import { useLanguage } from '../../lib/i18n';
import { Fault } from '../Fault';
import { May } from '../May';
import { AddEvidence } from './AddEvidence';
import { EvidenceLine } from './EvidenceLine';
import './evidence.css';

/** Files about a thing: what there is, who had it, and a way to add one. */
export function EvidencePanel({ subjectType, subject }: { subjectType: string; subject: string }): ReactElement {
  const { t } = useLanguage();
  const [open, setOpen] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  const list = useQuery({
    queryKey: ['evidence', subjectType, subject],
    queryFn: () => listEvidence(subjectType, subject),
    retry: 1,
  });
  const items = list.data?.items ?? [];
  return (
    <section className="card evidence" aria-label={t('evidenceTitle')}>
      <header>
        <h2>{t('evidenceTitle')}</h2>
        <span className="sub">{t('evidenceHint')}</span>
      </header>
      <Fault error={list.error} />
      {!list.error && !list.data && <p className="sub">{t('loading')}</p>}
      {items.length > 0 && (
        <ul className="files">
          {items.map((item) => (
            <EvidenceLine
              key={item.id}
              item={item}
              open={open === item.id}
              onToggle={() => {
                setOpen(open === item.id ? null : item.id);
              }}
            />
          ))}
        </ul>
      )}
      {list.data && items.length === 0 && <p className="sub">{t('evidenceNone')}</p>}
      {list.data && (
        <May permission="keep-evidence">
          {adding ? (
            <AddEvidence
              subjectType={subjectType}
              subject={subject}
              mostMib={list.data.mostMib}
              onAdded={(id) => {
                setAdding(false);
                setOpen(id);
              }}
              onCancel={() => {
                setAdding(false);
              }}
            />
          ) : (
            <button
              type="button"
              className="btn add"
              onClick={() => {
                setAdding(true);
              }}
            >
              {t('evidenceAdd')}
            </button>
          )}
        </May>
      )}
    </section>
  );
}
