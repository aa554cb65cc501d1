import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { Empty, State } from '../../components/State';
import { postJson, remove } from '../../lib/api';
import { count, moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { type BaselineList, getBaselines } from './api';
import { LineField } from './Fields';
import { numberOf } from './model';
import './changes.css';

/** Every baseline of the register, the newest first. */
export function BaselinesPage(): ReactElement {
  const { t, language } = useLanguage();
  usePage({ label: t('changeTitle'), to: '/changes' }, { label: t('changeBaselines') });
  const { data, error, refetch } = useQuery({ queryKey: ['baselines'], queryFn: getBaselines });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const [newest] = data.items;
  if (!newest)
    return (
      <Empty title={t('changeBaselineEmpty')}>
        <p>{t('changeBaselineEmptyHint')}</p>
        <May permission="edit-register">
          <Take />
        </May>
      </Empty>
    );
  return (
    <div className="changes">
      <div className="head">
        <div className="grow">
          <h1>{t('changeBaselineHead', { count: data.items.length, date: moment(newest.takenAt, language) })}</h1>
          <p className="lede">{t('changeBaselineLede', { count: data.fewestKept })}</p>
        </div>
        <Link className="btn" to="/changes">
          {t('changeTable')}
        </Link>
      </div>
      <May permission="edit-register">
        <section className="card">
          <Take />
        </section>
      </May>
      <List list={data} />
    </div>
  );
}

function Take(): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const take = useMutation({
    mutationFn: () => postJson('/api/baselines', { name }),
    onSuccess: () => {
      setName('');
      return queries.invalidateQueries({ queryKey: ['baselines'] });
    },
  });
  return (
    <form
      className="take"
      onSubmit={(event) => {
        event.preventDefault();
        take.mutate();
      }}
    >
      <LineField name="name" label={t('changeBaselineName')} value={name} onValue={setName} />
      <button type="submit" className="btn pri" disabled={take.isPending || name.trim() === ''}>
        {t('changeBaselineTake')}
      </button>
      <Fault error={take.error} />
    </form>
  );
}

function List({ list }: { list: BaselineList }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const removal = useMutation({
    mutationFn: (id: number) => remove(`/api/baselines/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['baselines'] }),
  });
  return (
    <section className="card">
      <Fault error={removal.error} />
      <div className="scroll" tabIndex={0} role="region" aria-label={t('changeBaselines')}>
        <table className="plain list">
          <thead>
            <tr>
              <th scope="col">{t('changeBaselineName')}</th>
              <th scope="col">{t('changeBaselineTaken')}</th>
              <th scope="col" className="num">
                {t('changeBaselineElements')}
              </th>
              <th scope="col" className="num">
                {t('changeBaselineRevision')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {list.items.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <Link className="link" to={`/baselines/${each.id}`}>
                    {each.name}
                  </Link>{' '}
                  {each.digest === list.digest && <span className="chip acc">{t('changeBaselineSame')}</span>}
                  {each.change !== null && (
                    <small className="sub">
                      <Link to={`/changes/${each.change}`}>{numberOf(each.change)}</Link>
                    </small>
                  )}
                </th>
                <td className="when">
                  {moment(each.takenAt, language)}
                  <small className="sub"> {each.takenBy}</small>
                </td>
                <td className="num">{count(each.elements, language)}</td>
                <td className="num">{each.revision}</td>
                <td className="acts">
                  <a className="link" href={`/api/baselines/${each.id}/model`} download>
                    {t('changeBaselineModel')}
                  </a>
                  <May permission="edit-register" everywhere>
                    {each.change === null && list.items.length > list.fewestKept && (
                      <button
                        type="button"
                        className="link"
                        disabled={removal.isPending}
                        onClick={() => {
                          removal.mutate(each.id);
                        }}
                      >
                        {t('changeBaselineDelete')}
                      </button>
                    )}
                  </May>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
