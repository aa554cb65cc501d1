import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Fault } from '../../components/Fault';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { drawDay, getSeal, lookAtDay, type Seal, type View } from './api';

/** The sealed day of an unannounced drill: its hash, who may know it, who has looked; day and text once the drill has begun. */
export function SealCard({ view, may }: { view: View; may: boolean }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const key = ['drill-plan-seal', view.id, view.version];
  const { data: seal } = useQuery({ queryKey: key, queryFn: () => getSeal(view.id) });
  const draw = useMutation({
    mutationFn: () => drawDay(view.id),
    onSuccess: (drawn) => {
      queries.setQueryData(key, drawn);
    },
  });
  const look = useMutation({
    mutationFn: () => lookAtDay(view.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: key }),
  });
  return (
    <section className="card" aria-label={t('dplSeal')}>
      <h2>{t('dplSeal')}</h2>
      <p className="sub">{t(seal?.openedAt ? 'dplSealOpen' : seal?.hash ? 'dplSealDrawn' : 'dplSealNone')}</p>
      {seal?.hash && (
        <dl>
          <dt>{t('dplSealHash')}</dt>
          <dd className="mono hash">{seal.hash}</dd>
          <dt>{t('dplSealWhen')}</dt>
          <dd>{t('dplSealBy', { date: moment(seal.drawnAt ?? '', language), by: seal.drawnBy ?? '' })}</dd>
        </dl>
      )}
      {look.data && <p className="told">{t('dplSealIs', { date: local(look.data.beginsAt) })}</p>}
      {seal && <Opened seal={seal} />}
      {seal && <Knowing seal={seal} />}
      <p className="btns">
        {may && seal?.mayDraw && (
          <button
            type="button"
            className="btn pri"
            disabled={draw.isPending}
            onClick={() => {
              draw.mutate();
            }}
          >
            {t('dplSealDraw')}
          </button>
        )}
        {seal?.mayLook && !look.data && (
          <button
            type="button"
            className="btn"
            disabled={look.isPending}
            onClick={() => {
              look.mutate();
            }}
          >
            {t('dplSealLook')}
          </button>
        )}
      </p>
      <Fault error={draw.error ?? look.error} />
    </section>
  );
}

const local = (at: string): string => at.replace('T', ' ').slice(0, 16);

function Opened({ seal }: { seal: Seal }): ReactElement | null {
  const { t } = useLanguage();
  if (!seal.text) return null;
  return (
    <>
      <p className="told">{t('dplSealIs', { date: local(seal.beginsAt ?? '') })}</p>
      {seal.startedOnTheDay === false && <p className="bad">{t('dplSealOtherDay')}</p>}
      <p className={seal.matches ? 'sub' : 'bad'}>{t(seal.matches ? 'dplSealMatches' : 'dplSealBroken')}</p>
      <pre className="sealtext">{seal.text}</pre>
      <p className="sub">{t('dplSealHow')}</p>
    </>
  );
}

function Knowing({ seal }: { seal: Seal }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <>
      <h3>{t('dplSealKnowing')}</h3>
      <p>
        {seal.mayKnow.length === 0
          ? t('dplSealNobody')
          : seal.mayKnow.map((each) => `${each.person} (${each.account})`).join(t('comma'))}
      </p>
      {seal.looks.length > 0 && (
        <ul className="looks">
          {seal.looks.map((look) => (
            <li key={look.who + look.at}>{t('dplSealLooked', { who: look.who, date: moment(look.at, language) })}</li>
          ))}
        </ul>
      )}
    </>
  );
}
