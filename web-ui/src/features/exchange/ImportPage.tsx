import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { Choose } from './Choose';
import { CountTable } from './CountTable';
import './import.css';
import { headline, withFile } from './model';
import { figures, type ListReport } from './lists';
import { MapColumns } from './MapColumns';
import { Preview } from './Preview';
import type { Files, ImportReport, Part, Source } from './types';
import { useMay } from '../../lib/session';
import { State } from '../../components/State';

/** Bring a register in: choose, look, import. */
export function ImportPage(): ReactElement {
  const { language, t } = useLanguage();
  const [source, setSource] = useState<Source>('netbox');
  const [files, setFiles] = useState<Files>({});
  const [step, setStep] = useState<'choose' | 'preview'>('choose');
  const [done, setDone] = useState<ImportReport | null>(null);
  const [taken, setTaken] = useState<ListReport | null>(null);
  usePage({ label: t('importTitle') });
  const may = useMay('edit-register', true);
  const choose = (part: Part, file: File | undefined): void => {
    setFiles(withFile(files, part, file));
  };
  if (!may) return <State error={new Error(t('notAllowed'))} />;
  if (done ?? taken) {
    return (
      <>
        <div className="head" role="status">
          <div className="grow">
            <h1>{done ? headline(done, t, language) : taken && t('importListDone', figures(taken))}</h1>
            {done && <p className="sub mono">{t('importDoneLede', { digest: done.after })}</p>}
          </div>
        </div>
        {done && <CountTable report={done} />}
        <section className="card">
          <h2>{t('importNext')}</h2>
          <p className="btns">
            <Link className="btn pri" to="/register">
              {t('importToRegister')}
            </Link>
            <Link className="btn" to="/">
              {t('importToOverview')}
            </Link>
            <button
              type="button"
              className="btn"
              onClick={() => {
                setDone(null);
                setTaken(null);
                setFiles({});
                setStep('choose');
              }}
            >
              {t('importMore')}
            </button>
          </p>
        </section>
      </>
    );
  }
  if (step === 'preview' && source === 'own' && files.table) {
    return (
      <MapColumns
        file={files.table}
        onBack={() => {
          setStep('choose');
        }}
        onDone={setTaken}
      />
    );
  }
  if (step === 'preview') {
    return (
      <Preview
        source={source}
        files={files}
        onBack={() => {
          setStep('choose');
        }}
        onDone={setDone}
      />
    );
  }
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>{t('importHeadline')}</h1>
          <p className="lede">{t('importLede')}</p>
        </div>
        <p className="btns">
          <Link className="btn" to="/lists">
            {t('importLists')}
          </Link>
        </p>
      </div>
      <Choose
        source={source}
        files={files}
        onSource={setSource}
        onFile={choose}
        onPreview={() => {
          setStep('preview');
        }}
      />
    </>
  );
}
