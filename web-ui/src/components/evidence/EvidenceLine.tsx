import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { type EvidenceItem, fileSize, getEvidence, handOver, verifyEvidence } from '../../lib/evidence';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { Fault } from '../Fault';
import { Labelled } from '../Labelled';
import { May } from '../May';
import { Custody } from './Custody';

/** One file: its name in a line, opened in place to what is known of it. */
export function EvidenceLine({
  item,
  open,
  onToggle,
}: {
  item: EvidenceItem;
  open: boolean;
  onToggle: () => void;
}): ReactElement {
  const { t, language } = useLanguage();
  return (
    <li>
      <button type="button" className="row" aria-expanded={open} onClick={onToggle}>
        <b>{item.fileName}</b>
        {item.deletedAt && <span className="chip">{t('evidenceGone')}</span>}
        {item.onHold && <span className="chip acc">{t('evidenceOnHold')}</span>}
        <span className="sub">
          {fileSize(item.size)} · {moment(item.uploadedAt, language)}
        </span>
      </button>
      {open && <Detail item={item} />}
    </li>
  );
}

const FACTS = ['collectedBy', 'authorisedBy', 'present', 'place', 'description'] as const;

function Detail({ item }: { item: EvidenceItem }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const [shown, setShown] = useState(false);
  const detail = useQuery({ queryKey: ['evidence', item.id], queryFn: () => getEvidence(item.id) });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: ['evidence', item.id] });
  const verify = useMutation({ mutationFn: () => verifyEvidence(item.id), onSuccess: refresh });
  const file = `/api/evidence/${item.id}/file`;
  const picture = item.detectedType === 'image/png' || item.detectedType === 'image/jpeg';
  return (
    <div className="detail">
      <dl className="wide">
        <dt>{t('evidenceCollectedAt')}</dt>
        <dd>{moment(item.collectedAt, language)}</dd>
        {FACTS.filter((key) => item[key]).map((key) => (
          <Fact key={key} name={t(`evidence-${key}`)} value={item[key] ?? ''} />
        ))}
        <dt>{t('evidenceClass')}</dt>
        <dd>{t(`evidenceClass-${item.recordClass}` as 'evidenceClass-evidence')}</dd>
        <dt>{t('evidenceKeptUntil')}</dt>
        <dd>{item.keptUntil ? moment(item.keptUntil, language) : t('evidenceForGood')}</dd>
        <dt>{t('evidenceType')}</dt>
        <dd>{item.detectedType}</dd>
        <dt>SHA-256</dt>
        <dd className="mono">{item.sha256}</dd>
      </dl>
      {detail.data && detail.data.sameAs.length > 0 && (
        <p className="sub">{t('evidenceSame', { ids: detail.data.sameAs.join(', ') })}</p>
      )}
      {!item.deletedAt && (
        <p className="btns">
          <button
            type="button"
            className="btn"
            disabled={verify.isPending}
            onClick={() => {
              verify.mutate();
            }}
          >
            {t('evidenceVerify')}
          </button>
          <a
            className="btn"
            href={file}
            download={item.fileName}
            onClick={() => setTimeout(() => void refresh(), 1000)}
          >
            {t('evidenceDownload')}
          </a>
          {picture && !shown && (
            <button
              type="button"
              className="btn"
              onClick={() => {
                setShown(true);
              }}
            >
              {t('evidenceShow')}
            </button>
          )}
        </p>
      )}
      {verify.data && (
        <p className={verify.data.whole ? 'sub' : 'bad'} role="status">
          {t(verify.data.whole ? 'evidenceWhole' : 'evidenceBroken')}
        </p>
      )}
      <Fault error={verify.error} />
      {shown && (
        <img src={`${file}?inline=true`} alt={item.description ?? item.fileName} onLoad={() => void refresh()} />
      )}
      <Custody events={detail.data?.custody ?? []} total={detail.data?.events ?? 0} />
      <May permission="keep-evidence">
        <HandOver id={item.id} onDone={() => void refresh()} />
      </May>
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function HandOver({ id, onDone }: { id: number; onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const [to, setTo] = useState('');
  const [note, setNote] = useState('');
  const give = useMutation({
    mutationFn: () => handOver(id, to, note),
    onSuccess: () => {
      setTo('');
      setNote('');
      onDone();
    },
  });
  return (
    <form
      className="fields"
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate();
      }}
    >
      <Labelled label={t('evidenceTo')}>
        <input
          className="field"
          required
          maxLength={200}
          value={to}
          onChange={(event) => {
            setTo(event.target.value);
          }}
        />
      </Labelled>
      <Labelled label={t('evidenceNote')}>
        <input
          className="field"
          maxLength={2000}
          value={note}
          onChange={(event) => {
            setNote(event.target.value);
          }}
        />
      </Labelled>
      <button type="submit" className="btn" disabled={give.isPending}>
        {t('evidenceHandOver')}
      </button>
      <Fault error={give.error} />
    </form>
  );
}
