import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Belief, Lesson, Point } from './api';
import { Bands } from './Bands';
import { actualsOf } from './model';
import { inputName, valueText } from './words';

/** Numbers that change: what they are, why, before and after. Where one may choose, each has a box. */
export function LessonRows({
  lessons,
  points = [],
  label,
  chosen,
  onChoose,
}: {
  lessons: readonly Lesson[];
  points?: readonly Point[];
  label: string;
  chosen?: ReadonlySet<string> | undefined;
  onChoose?: ((input: string, on: boolean) => void) | undefined;
}): ReactElement {
  const { t, language } = useLanguage();
  const choose = onChoose;
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="plain lessons">
        <thead>
          <tr>
            {choose && (
              <th scope="col">
                <span className="vh">{t('learningTake')}</span>
              </th>
            )}
            <th scope="col">{t('learningWhat')}</th>
            <th scope="col" className="num">
              {t('learningBefore')}
            </th>
            <th scope="col" className="num">
              {t('learningAfter')}
            </th>
            <th scope="col" className="wide">
              {t('learningPicture')}
            </th>
            <th scope="col">{t('learningWhy')}</th>
          </tr>
        </thead>
        <tbody>
          {lessons.map((lesson) => {
            const name = inputName(lesson, language, t);
            return (
              <tr key={lesson.input}>
                {choose && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={t('learningTakeOne', { name: `${name.owner}, ${name.what}` })}
                      checked={chosen?.has(lesson.input) ?? false}
                      onChange={(event) => {
                        choose(lesson.input, event.target.checked);
                      }}
                    />
                  </td>
                )}
                <th scope="row">
                  {name.owner}
                  <small>{name.what}</small>
                </th>
                <td className="num">
                  <Said kind={lesson.kind} belief={lesson.now} />
                </td>
                <td className="num">
                  <Said kind={lesson.kind} belief={lesson.after} />
                </td>
                <td className="wide">
                  <Bands
                    lesson={lesson}
                    dots={points.filter((each) => each.input === lesson.input).map((each) => each.hours)}
                  />
                </td>
                <td>
                  <Why lesson={lesson} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Said({ kind, belief }: { kind: string; belief: Belief }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <>
      {valueText(kind, belief.middle, language, t)}
      <small>
        {t('learningRange', {
          low: valueText(kind, belief.low, language, t),
          high: valueText(kind, belief.high, language, t),
        })}
      </small>
    </>
  );
}

function Why({ lesson }: { lesson: Lesson }): ReactElement {
  const { t } = useLanguage();
  if (lesson.why === 'stated') return <>{t('learningWhyStated')}</>;
  if (lesson.why === 'shared-bias') return <>{t('learningWhyShared')}</>;
  const count = actualsOf(lesson);
  return (
    <>
      {lesson.kind === 'chance'
        ? t('learningWhyChance', { count, successes: lesson.successes })
        : t('learningWhyMeasured', { count })}
      {lesson.brokenOff > 0 && `${t('comma')}${t('learningBrokenOff', { count: lesson.brokenOff })}`}
      <small>{lesson.events.join(t('comma'))}</small>
    </>
  );
}
