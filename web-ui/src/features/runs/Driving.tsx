import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { ElementResult, Named } from '../../lib/api';
import { chance, hours, percent } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { METHOD_TEXT } from '../../lib/methods';
import { methodOf, type ModelElement } from '../../lib/model';
import { linkOf, waitOf } from '../../lib/run';
import { Card } from './Numbers';

const MOST = 7;

/** What sets the pace: the links of the driving path by the share of trials that have them. */
export function Driving({
  element,
  elements,
  teams,
  trials,
}: {
  element: ElementResult;
  elements: Map<string, ModelElement>;
  teams: Named[];
  trials: number;
}): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const error = 0.98 / Math.sqrt(trials);
  const rows = element.driving.slice(0, MOST).map(({ id, share, minutesOfP95: minutes }) => {
    const waitsFor = waitOf(id, (word) => teams.some((team) => team.id === word));
    if (waitsFor !== null) {
      const team = teams.find((each) => each.id === waitsFor);
      return { id, share, minutes, link: null, name: nameOf(team ?? { id: waitsFor }), how: t('runWait') };
    }
    const link = linkOf(id);
    const of = link ? elements.get(link.element) : undefined;
    const method = link?.method ? methodOf(of, link.method) : undefined;
    const how = !link
      ? ''
      : method
        ? nameOf({ id: t(METHOD_TEXT[method.method] ?? 'methodOther'), ...method })
        : (link.method ?? t('runRestart'));
    return { id, share, minutes, link, name: link ? nameOf(of ?? { id: link.element }) : t('response'), how };
  });
  return (
    <Card title={t('driving')} sub={t('drivingHint')} id="driving">
      {rows.length === 0 ? (
        <p className="sub">{t('drivingNone')}</p>
      ) : (
        <table className="plain dp">
          <thead>
            <tr>
              <th scope="col">{t('link')}</th>
              <th scope="col" className="num" colSpan={2}>
                {t('shareColumn')}
              </th>
              <th scope="col" className="num">
                {t('runSaved')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  {row.link ? <Link to={`/register/${row.link.element}`}>{row.name}</Link> : row.name}
                  {row.how && <small>{row.how}</small>}
                </td>
                <td className="m">
                  <span className="meter" style={{ width: `${Math.round(row.share * 56)}px` }} />
                </td>
                <td className="num">
                  {row.share >= 1
                    ? chance({ estimate: 1, low: 1 - 3.7 / trials, high: 1 }, language)
                    : percent(row.share)}
                </td>
                <td className="num">{row.minutes === null ? '–' : hours(row.minutes / 60, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="sub">
        {t('runShareError', { points: (error * 100).toFixed(1) })} {t('runSavedHint')}
      </p>
    </Card>
  );
}
