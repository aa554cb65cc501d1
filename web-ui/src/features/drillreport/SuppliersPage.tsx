import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useNavigate } from 'react-router';
import { EvidencePanel } from '../../components/evidence/EvidencePanel';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { May } from '../../components/May';
import { State } from '../../components/State';
import { day } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { today } from '../../lib/zone';
import { createSupplier, getSuppliers, raiseSupplier, saveSupplier, type Supplier, type SupplierContent } from './api';
import { blankSupplier, RESULTS } from './model';
import './drillreport.css';

/** What suppliers drilled, whether that is enough, and when the next drill is due. */
export function SuppliersPage(): ReactElement {
  const { t } = useLanguage();
  const [open, setOpen] = useState<number | 'new' | null>(null);
  const { data, error, refetch } = useQuery({ queryKey: ['supplier-drills'], queryFn: getSuppliers });
  usePage({ label: t('reportTests'), to: '/drills/tests' }, { label: t('supplierTitle') });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return (
    <div className="drillreport">
      <div className="head">
        <div className="grow">
          <h1>
            {data.total === 0
              ? t('supplierEmpty')
              : t('supplierHead', { count: data.total, overdue: data.overdue, soon: data.soon })}
          </h1>
          <p className="lede">{t('supplierLede')}</p>
        </div>
        <May permission="plan-drills">
          <button
            type="button"
            className="btn pri"
            onClick={() => {
              setOpen('new');
            }}
          >
            {t('supplierNew')}
          </button>
        </May>
      </div>
      {open === 'new' && (
        <section className="card">
          <Editor
            onDone={() => {
              setOpen(null);
            }}
          />
        </section>
      )}
      {data.items.map((view) => (
        <One
          key={view.id}
          view={view}
          open={open === view.id}
          onToggle={() => {
            setOpen(open === view.id ? null : view.id);
          }}
        />
      ))}
    </div>
  );
}

function One({ view, open, onToggle }: { view: Supplier; open: boolean; onToggle: () => void }): ReactElement {
  const { t, language } = useLanguage();
  const { content, due } = view;
  const navigate = useNavigate();
  const raise = useMutation({
    mutationFn: () => raiseSupplier(view.id),
    onSuccess: ({ action }) => navigate(`/actions/${action}`),
  });
  return (
    <section className="card" aria-label={`${content.supplier}: ${content.title}`}>
      <h2>{`${content.supplier}: ${content.title}`}</h2>
      <p className="facts">
        <span className={content.result === 'failed' ? 'chip warn' : 'chip'}>
          {t(`reportResult-${content.result}`)}
        </span>{' '}
        <span className="sub">{t('supplierHeld', { date: day(content.heldOn, language) })}</span>{' '}
        {content.nextDue && (
          <span className={due === 'overdue' ? 'bad' : 'sub'}>
            {t(`supplierDue-${due}` as 'supplierDue-soon', { date: day(content.nextDue, language) })}
          </span>
        )}
      </p>
      <p className="said">{content.review}</p>
      {content.findings && <p className="said sub">{content.findings}</p>}
      <p className="btns">
        <button type="button" className="btn" aria-expanded={open} onClick={onToggle}>
          {t(open ? 'supplierLess' : 'supplierMore')}
        </button>
        {content.findings && (
          <May permission="plan-drills">
            <button
              type="button"
              className="btn"
              disabled={raise.isPending}
              onClick={() => {
                raise.mutate();
              }}
            >
              {t('reportRaise')}
            </button>
          </May>
        )}
      </p>
      <Fault error={raise.error} />
      {open && (
        <>
          <May permission="plan-drills">
            <Editor key={view.version} view={view} onDone={onToggle} />
          </May>
          <EvidencePanel subjectType="supplier-drill" subject={String(view.id)} />
        </>
      )}
    </section>
  );
}

function Editor({ view, onDone }: { view?: Supplier; onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [content, setContent] = useState(() => view?.content ?? blankSupplier(today()));
  const save = useMutation({
    mutationFn: () => (view ? saveSupplier(view, content) : createSupplier(content)),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['supplier-drills'] });
      onDone();
    },
  });
  const set = (part: Partial<SupplierContent>): void => {
    setContent({ ...content, ...part });
  };
  const line = (key: 'supplier' | 'title' | 'element'): ReactElement => (
    <Labelled label={t(`supplierField-${key}`)}>
      <input
        className="field"
        maxLength={200}
        value={content[key] ?? ''}
        onChange={(event) => {
          set({ [key]: key === 'element' ? event.target.value || null : event.target.value });
        }}
      />
    </Labelled>
  );
  const date = (key: 'heldOn' | 'nextDue'): ReactElement => (
    <Labelled label={t(`supplierField-${key}`)}>
      <input
        className="field"
        type="date"
        required={key === 'heldOn'}
        value={content[key] ?? ''}
        onChange={(event) => {
          set({ [key]: event.target.value || (key === 'heldOn' ? content.heldOn : null) });
        }}
      />
    </Labelled>
  );
  const area = (key: 'review' | 'findings'): ReactElement => (
    <Labelled label={t(`supplierField-${key}`)}>
      <textarea
        className="field"
        rows={2}
        maxLength={5000}
        value={content[key]}
        onChange={(event) => {
          set({ [key]: event.target.value });
        }}
      />
    </Labelled>
  );
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <div className="abreast">
        {line('supplier')}
        {line('title')}
        {line('element')}
      </div>
      <div className="abreast">
        {date('heldOn')}
        {date('nextDue')}
        <Labelled label={t('reportResult')}>
          <select
            className="field"
            value={content.result}
            onChange={(event) => {
              set({ result: event.target.value as SupplierContent['result'] });
            }}
          >
            {RESULTS.map((each) => (
              <option key={each} value={each}>
                {t(`reportResult-${each}`)}
              </option>
            ))}
          </select>
        </Labelled>
      </div>
      {area('review')}
      {area('findings')}
      <p className="btns">
        <button type="submit" className="btn pri" disabled={save.isPending}>
          {t('reportSave')}
        </button>
        <button type="button" className="btn" onClick={onDone}>
          {t('actionCancel')}
        </button>
      </p>
      <Fault error={save.error} />
    </form>
  );
}
