import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Said } from '../../components/Fault';
import { May } from '../../components/May';
import { PlanIt } from '../../components/PlanIt';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { State } from '../../components/State';
import { useLanguage } from '../../lib/i18n';
import { isOpen, STATUS_TEXT } from '../../lib/run';
import { today } from '../../lib/zone';
import { askEstimate, listWritten, type WrittenDrill } from './estimate';
import { MarkIcon } from './Mark';
import { TYPE_TEXT } from './words';

/** The drills that are written down, each with its newest estimate and a button that asks for one. */
export function WrittenDrills(): ReactElement | null {
  const { t } = useLanguage();
  const written = useQuery({ queryKey: ['written-drills'], queryFn: listWritten, retry: 1 });
  if (!written.data) return written.error ? <State error={written.error} retry={() => void written.refetch()} /> : null;
  return (
    <section className="card writtendrills">
      <header>
        <h2>{t('drillsWrittenDown')}</h2>
        <span className="sub">{t(written.data.length === 0 ? 'drillsWrittenDownNone' : 'drillsWrittenDownHint')}</span>
      </header>
      <ul>
        {written.data.map((drill) => (
          <Item key={drill.id} drill={drill} />
        ))}
      </ul>
    </section>
  );
}

function Item({ drill }: { drill: WrittenDrill }): ReactElement {
  const { t, nameOf } = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const name = nameOf(drill);
  const ask = useMutation({
    mutationFn: () => askEstimate(drill.id, today()),
    onSuccess: async (run) => {
      await queries.invalidateQueries({ queryKey: ['written-drills'] });
      void navigate(`/drills/estimates/${run.id}`);
    },
  });
  const open = drill.newest !== null && isOpen(drill.newest) ? drill.newest : null;
  return (
    <li>
      <div className="grow">
        <b>{name}</b>
        <span className="kind sub">
          <MarkIcon types={drill.types} />
          {drill.types.map((type) => t(TYPE_TEXT[type])).join(' + ')}
          {!drill.announced && <span className="chip">{t('drillsUnannounced')}</span>}
        </span>
        {drill.scenario && <span className="sub">{nameOf(drill.scenario)}</span>}
        {ask.error && (
          <span className="bad" role="alert">
            <Said error={ask.error} />
          </span>
        )}
      </div>
      <div className="ways">
        {open ? (
          <Link className="link" to={`/drills/estimates/${open.id}`}>
            {t(STATUS_TEXT[open.status])}
          </Link>
        ) : (
          drill.estimate !== null && (
            <Link
              className="link"
              to={`/drills/estimates/${drill.estimate}`}
              aria-label={t('drillsEstimateOf', { name })}
            >
              {t(drill.modelChanged ? 'drillsEstimateOld' : 'drillsEstimateNewest')}
            </Link>
          )
        )}
        <May permission="run">
          <button
            type="button"
            className="btn"
            disabled={ask.isPending || open !== null}
            aria-label={t('drillsEstimateDo', { name })}
            onClick={() => {
              ask.mutate();
            }}
          >
            {t('drillsEstimate')}
          </button>
        </May>
        <PlanIt from={{ written: drill.id, year: Number(today().slice(0, 4)) }} name={name} />
      </div>
    </li>
  );
}
