import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { May } from '../../components/May';
import { useSome } from '../../components/Some';
import { State } from '../../components/State';
import { day, hours, type Language } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import { type DrillLesson, type Drills, getDrills, getLesson, takeDrill } from './api';
import { inputName } from './words';

/** So many drills are listed at once. */
const AT_ONCE = 8;

/** Drills that are over and of which nothing was taken yet; nothing where there are none. */
export function OverDrills(): ReactElement | null {
  const { t } = useLanguage();
  const { data, error } = useQuery({ queryKey: ['learning', 'drills'], queryFn: getDrills });
  const open = (data?.drills ?? []).filter((each) => !each.taken);
  const { shown, more } = useSome(open, AT_ONCE);
  if (open.length === 0) return <Fault error={error} />;
  const head = t('learningOver', { count: open.length });
  return (
    <section className="card" aria-label={head}>
      <header>
        <h2>{head}</h2>
        <span className="sub">{t('learningOverHint')}</span>
      </header>
      <ul className="over">
        {shown.map((drill) => (
          <Over key={drill.plan} drill={drill} />
        ))}
      </ul>
      {more}
    </section>
  );
}

function Over({ drill }: { drill: Drills['drills'][number] }): ReactElement {
  const { t, language } = useLanguage();
  const [looking, setLooking] = useState(false);
  const name = `${drill.number} ${drill.title}`;
  return (
    <li>
      <span className="line">
        <span>
          <b>{name}</b> <small>{day(drill.on, language)}</small>
        </span>
        <May permission="plan-drills" everywhere>
          <button
            type="button"
            className="btn"
            aria-expanded={looking}
            aria-label={t('learningLookOne', { name })}
            onClick={() => {
              setLooking(!looking);
            }}
          >
            {t('learningLook')}
          </button>
        </May>
      </span>
      {looking && <Look plan={drill.plan} name={name} reported={drill.reported} />}
    </li>
  );
}

function Look({ plan, name, reported }: { plan: number; name: string; reported: boolean }): ReactElement {
  const { t } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['learning', 'drills', plan],
    queryFn: () => getLesson(plan),
  });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return data.figures.length === 0 && data.restores.length === 0 ? (
    <p className="sub">{t('learningNothingMeasured')}</p>
  ) : (
    <Take lesson={data} drill={name} reported={reported} />
  );
}

type Figure = DrillLesson['figures'][number];

function valueOf(figure: Figure, language: Language, t: Translate): string {
  if (figure.hours !== null) return `${figure.finished === false ? '> ' : ''}${hours(figure.hours, language)}`;
  return t(figure.successes === 0 ? 'learningFailed' : 'learningSucceeded');
}

function Take({ lesson, drill, reported }: { lesson: DrillLesson; drill: string; reported: boolean }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [copies, setCopies] = useState<Record<string, string>>({});
  const take = useMutation({
    mutationFn: () =>
      takeDrill(
        lesson.plan,
        Object.fromEntries(
          Object.entries(copies)
            .filter(([, said]) => said !== '')
            .map(([key, said]) => [key, Number(said)]),
        ),
        [...left],
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['learning'] }),
  });
  const count = lesson.figures.filter((each) => !left.has(each.input)).length;
  const nothing = count === 0 && lesson.restores.length === 0;
  const label = count > 0 ? t('learningTakeThese', { count }) : t('learningTakeCopies');
  return (
    <form
      className="enter"
      aria-label={t('learningFiguresOf', { name: drill })}
      onSubmit={(event) => {
        event.preventDefault();
        take.mutate();
      }}
    >
      <ul className="figures" aria-label={t('learningFiguresOf', { name: drill })}>
        {lesson.figures.map((figure) => {
          const name = inputName(figure, language, t);
          return (
            <li key={figure.input}>
              <label className="tickbox">
                <input
                  type="checkbox"
                  aria-label={t('learningTakeOne', { name: `${name.owner}, ${name.what}` })}
                  checked={!left.has(figure.input)}
                  onChange={(event) => {
                    const next = new Set(left);
                    if (event.target.checked) next.delete(figure.input);
                    else next.add(figure.input);
                    setLeft(next);
                  }}
                />
                <span>
                  {name.owner} · {name.what}
                </span>
              </label>
              <b>{valueOf(figure, language, t)}</b>
            </li>
          );
        })}
      </ul>
      {lesson.restores.map((restore) => (
        <Labelled
          key={restore.key}
          label={t('learningCopies', { name: restore.names[language] ?? restore.owner })}
          hint={t(restore.done ? 'learningCopiesDone' : 'learningCopiesFailed')}
        >
          <input
            className="field copies"
            type="number"
            min={0}
            max={1000}
            step={1}
            required={!restore.done}
            value={copies[restore.key] ?? (restore.done ? '0' : '')}
            onChange={(event) => {
              setCopies({ ...copies, [restore.key]: event.target.value });
            }}
          />
        </Labelled>
      ))}
      <p className="btns" aria-live="polite">
        {!reported ? (
          <span className="sub">
            {t('learningReportFirst')}{' '}
            <Link className="link" to={`/drills/plans/${lesson.plan}/report`}>
              {t('learningToReport')}
            </Link>
          </span>
        ) : nothing ? (
          <span className="sub">{t('learningTakeNone')}</span>
        ) : (
          <button
            type="submit"
            className="btn pri"
            aria-label={t('learningTakeTheseOf', { take: label, name: drill })}
            disabled={take.isPending}
          >
            {label}
          </button>
        )}
      </p>
      <Fault error={take.error} />
    </form>
  );
}
