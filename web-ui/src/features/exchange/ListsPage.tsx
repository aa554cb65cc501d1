import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { FileDrop } from '../../components/FileDrop';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import './import.css';
import { ListPreview } from './ListPreview';
import { figures, fileOf, type List, type ListReport, LISTS } from './lists';

const NAMES: Record<List, TextKey> = {
  sites: 'importRowSites',
  teams: 'importRowTeams',
  contacts: 'importRowContacts',
  assets: 'importRowAssets',
  services: 'importRowServices',
  processes: 'importRowProcesses',
  plans: 'importRowPlans',
  scenarios: 'importRowScenarios',
  drills: 'importRowDrills',
};

/** Lists of the register out to a spreadsheet, and back in with a look at the difference. */
export function ListsPage(): ReactElement {
  const { t } = useLanguage();
  const [list, setList] = useState<List>('processes');
  const [file, setFile] = useState<File>();
  const [done, setDone] = useState<ListReport>();
  usePage({ label: t('register'), to: '/register' }, { label: t('importLists') });
  const may = useMay('edit-register');
  const choose = (chosen: File | undefined): void => {
    setDone(undefined);
    setFile(chosen);
  };
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>{t('importListsHeadline')}</h1>
          <p className="lede">{t('importListsLede')}</p>
        </div>
      </div>
      <div className="import">
        <section className="card">
          <h2>{t('importListOut')}</h2>
          <div className="choices list-out">
            <label>
              {t('importListWhich')}
              <select
                value={list}
                onChange={(event) => {
                  setList(event.target.value as List);
                  choose(undefined);
                }}
              >
                {LISTS.map((each) => (
                  <option key={each} value={each}>
                    {t(NAMES[each])}
                  </option>
                ))}
              </select>
            </label>
            <p className="btns">
              <a className="btn" href={fileOf(list, 'xlsx')} download>
                {t('importListXlsx')}
              </a>
              <a className="btn" href={fileOf(list, 'csv')} download>
                {t('importListCsv')}
              </a>
            </p>
          </div>
        </section>
        {may && !file && (
          <section className="card">
            <h2>{t('importListIn')}</h2>
            <div className="drops">
              <FileDrop
                label={t('importListFile')}
                hint={t('importDrop')}
                file={file}
                accept=".xlsx,.csv,.tsv,.txt"
                onChoose={choose}
              />
            </div>
          </section>
        )}
        {file && done === undefined && (
          <ListPreview
            list={list}
            file={file}
            onDone={setDone}
            onOther={() => {
              choose(undefined);
            }}
          />
        )}
        {done && (
          <section className="card" role="status">
            <h2>{t('importListDone', figures(done))}</h2>
            <p className="btns">
              <Link className="btn pri" to="/register">
                {t('importToRegister')}
              </Link>
              <button
                type="button"
                className="btn"
                onClick={() => {
                  choose(undefined);
                }}
              >
                {t('importListOther')}
              </button>
            </p>
          </section>
        )}
      </div>
    </>
  );
}
