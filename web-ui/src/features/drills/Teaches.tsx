import type { ReactElement } from 'react';
import { percent, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { METHOD_TEXT } from '../../lib/methods';
import { methodOf, type ModelElement } from '../../lib/model';
import type { Lesson, Teaching } from './estimate';
import type { NameOf } from './EstimateReport';
import { NOTHING, QUANTITY_TEXT } from './words';

const MOST = 6;

/** Below this a share is not told from none. */
const LEAST = 0.001;

/** Which inputs the drill shows, and how much less one would then not know. */
export function Teaches({
  teaches,
  elements,
  name,
}: {
  teaches: Teaching;
  elements: Map<string, ModelElement>;
  name: NameOf;
}): ReactElement {
  const { t } = useLanguage();
  const lessons = teaches.inputs.filter((each) => each.expectedReduction >= LEAST).slice(0, MOST);
  if (lessons.length === 0)
    return (
      <div className="card">
        <header>
          <h3>{t('drillsTeaches')}</h3>
        </header>
        <p className="sub">{t(NOTHING[teaches.status], { element: name(teaches.element ?? '') })}</p>
      </div>
    );
  return (
    <div className="card">
      <header>
        <h3>{t('drillsTeaches')}</h3>
        <span className="sub">
          {t('drillsTeachesSum', {
            sum: share(teaches.expectedReduction),
            element: name(teaches.element ?? ''),
          })}
        </span>
      </header>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('drillsTeachesInput')}</th>
            <th scope="col" className="num" colSpan={2}>
              {t('drillsTeachesLess')}
            </th>
            <th scope="col" className="num">
              {t('drillsTeachesOf')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lessons.map((lesson) => (
            <Row key={lesson.input} lesson={lesson} elements={elements} name={name} />
          ))}
        </tbody>
      </table>
      <p className="sub">{t('drillsTeachesHint', { draws: teaches.draws })}</p>
    </div>
  );
}

function Row({
  lesson,
  elements,
  name,
}: {
  lesson: Lesson;
  elements: Map<string, ModelElement>;
  name: NameOf;
}): ReactElement {
  const { t, nameOf } = useLanguage();
  const method = lesson.method === null ? undefined : methodOf(elements.get(lesson.owner), lesson.method);
  const how = method ? nameOf({ id: t(METHOD_TEXT[method.method] ?? 'methodOther'), ...method }) : null;
  const what = t(QUANTITY_TEXT[lesson.quantity] ?? 'drillsQuantityOther');
  return (
    <tr>
      <th scope="row">
        {name(lesson.owner)}
        <small>{how === null ? what : `${how}${t('drillsJoin')}${what}`}</small>
      </th>
      <td className="m">
        <span className="meter" style={{ width: `${Math.max(1, Math.round(lesson.expectedReduction * 120))}px` }} />
      </td>
      <td className="num">{percent(lesson.expectedReduction, 1)}</td>
      <td className="num">{share(Math.min(1, Math.max(0, lesson.share.estimate)))}</td>
    </tr>
  );
}
