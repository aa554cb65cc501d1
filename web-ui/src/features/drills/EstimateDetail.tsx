import type { ReactElement, ReactNode } from 'react';
import { SmallAxis, SmallGlyph } from '../../components/Glyph';
import { chance, figure, hours } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { CallTree, Estimated, Store, Switch, Timeline } from './estimate';
import type { NameOf } from './EstimateReport';

/** What only one type has: the call tree, the stores, the timeline, or the switch. */
export function EstimateDetail({ type, name }: { type: Estimated; name: NameOf }): ReactElement | null {
  if (type.callTree) return <Calls tree={type.callTree} name={name} />;
  if (type.stores) return <Stores stores={type.stores} name={name} />;
  if (type.timeline) return <Times timeline={type.timeline} name={name} />;
  return type.switch ? <Live live={type.switch} name={name} /> : null;
}

const useTime = (): ((value: number | null) => string) => {
  const { language, t } = useLanguage();
  return (value) => (value === null ? t('never') : hours(value, language));
};

function Table({
  title,
  sub,
  head,
  children,
}: {
  title: string;
  sub: string;
  head: string[];
  children: ReactNode;
}): ReactElement {
  return (
    <div className="card">
      <header>
        <h3>{title}</h3>
        <span className="sub">{sub}</span>
      </header>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="plain">
          <thead>
            <tr>
              {head.map((each, i) => (
                <th key={each} scope="col" className={i > 0 ? 'num' : ''}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </div>
  );
}

function Calls({ tree, name }: { tree: CallTree; name: NameOf }): ReactElement {
  const { language, t } = useLanguage();
  const time = useTime();
  const reached = (value: number | null): string => (value === null ? t('drillsNotReached') : hours(value, language));
  const lead = tree.leader ? t('drillsCallsLeader', { team: name(tree.leader) }) : t('drillsCallsAll');
  return (
    <Table
      title={t('drillsCalls')}
      sub={`${lead} ${t('drillsCallsDecided', { p50: time(tree.decided.p50), p95: time(tree.decided.p95) })}`}
      head={[t('drillsTeam'), t('drillsCallsReached'), t('drillsCallsAt'), t('drillsCallsReady')]}
    >
      {tree.teams.map((team) => (
        <tr key={team.id}>
          <th scope="row">{name(team.id)}</th>
          <td className="num">{chance(team.alerted, language)}</td>
          <td className="num">{reached(team.alertedAt.p95)}</td>
          <td className="num">{reached(team.readyAt.p95)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Stores({ stores, name }: { stores: Store[]; name: NameOf }): ReactElement {
  const { language, t } = useLanguage();
  const time = useTime();
  return (
    <Table
      title={t('drillsStores')}
      sub={t('drillsStoresHint')}
      head={[t('drillsStore'), t('drillsStoreRestored'), t('drillsStoreDone'), t('drillsStoreAge'), 'RPO']}
    >
      {stores.map((store) => (
        <tr key={store.id}>
          <th scope="row">{name(store.id)}</th>
          <td className="num">{chance(store.restored, language)}</td>
          <td className="num">{time(store.duration.p95)}</td>
          <td className="num">
            {time(store.dataLoss.p50)} · {store.dataLoss.p95 === null ? t('runLost') : time(store.dataLoss.p95)}
          </td>
          <td className="num">{store.rpo === null ? '–' : hours(store.rpo, language)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Times({ timeline, name }: { timeline: Timeline; name: NameOf }): ReactElement {
  const { language, t } = useLanguage();
  const time = useTime();
  return (
    <div className="card">
      <header>
        <h3>{t('drillsTimeline')}</h3>
        <span className="sub">{t('drillsTimelineHint', { chance: chance(timeline.disrupted, language) })}</span>
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('element')}</th>
            <th scope="col">
              <span className="vh">{t('target')}</span>
              <SmallAxis />
            </th>
            <th scope="col" className="num">
              {t('p95')}
            </th>
          </tr>
        </thead>
        <tbody>
          {timeline.elements.map((each) => (
            <tr key={each.id}>
              <th scope="row">{name(each.id)}</th>
              <td>
                <SmallGlyph rto={each.rto} mtpd={null} p50={each.recovery.p50} p95={each.recovery.p95} />
              </td>
              <td className="num">{time(each.recovery.p95)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Live({ live, name }: { live: Switch; name: NameOf }): ReactElement {
  const { language, t } = useLanguage();
  const time = useTime();
  const best = live.window.best;
  return (
    <div className="card">
      <header>
        <h3>{t('drillsSwitch')}</h3>
        <span className="sub">{live.switched.map(name).join(t('drillsJoin'))}</span>
      </header>
      <dl>
        <dt>{t('drillsSwitchRollback')}</dt>
        <dd>{chance(live.rollback, language)}</dd>
        <dt>{t('drillsSwitchThere')}</dt>
        <dd>
          {time(live.switching.p50)} · <b>{time(live.switching.p95)}</b>
        </dd>
        <dt>{t('drillsSwitchStay')}</dt>
        <dd>{hours(live.stay, language)}</dd>
        <dt>{t('drillsSwitchBack')}</dt>
        <dd>
          {time(live.back.p50)} · <b>{time(live.back.p95)}</b>
        </dd>
        {live.headroom.map((room) => (
          <HeadroomLine key={room.id} room={room} name={name} />
        ))}
        <dt>{t('drillsWindow')}</dt>
        <dd>{t(best === null ? 'drillsWindowNone' : best === 'office' ? 'drillsWindowOffice' : 'drillsWindowOff')}</dd>
      </dl>
      <p className="sub">{t('drillsSwitchVisible', { names: live.visible.map(name).join(t('drillsJoin')) })}</p>
    </div>
  );
}

function HeadroomLine({ room, name }: { room: Switch['headroom'][number]; name: NameOf }): ReactElement {
  const { language, t } = useLanguage();
  return (
    <>
      <dt>{t('drillsSwitchHeadroom', { name: name(room.id) })}</dt>
      <dd className={(room.p05 ?? 0) < 0 ? 'bad' : ''}>
        {room.p05 === null ? '–' : `${figure(room.p05, language)}\u00a0${room.unit}`}
      </dd>
    </>
  );
}
