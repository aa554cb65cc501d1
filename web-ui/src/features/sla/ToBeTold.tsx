import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link } from 'react-router';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { May } from '../../components/May';
import { day } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { dayOfMoment, today } from '../../lib/zone';
import { addNotice, getNotices, markTold, type Notice } from './api';

/** Who is to be told that a level may be, or was, missed; of one element, or of all. */
export function ToBeTold({
  id,
  about = '',
  recipient = '',
  cause = 'other',
}: {
  id?: string;
  /** What could be told now, in words; empty for nothing. */
  about?: string;
  recipient?: string;
  cause?: string;
}): ReactElement {
  const { t } = useLanguage();
  const { data, error } = useQuery({ queryKey: ['sla', 'notices', id ?? ''], queryFn: () => getNotices(id) });
  return (
    <section className="card" aria-label={t('slaTold')}>
      <header>
        <h2>{t('slaTold')}</h2>
        <span className="r">{data && t('slaToldOpen', { count: data.open })}</span>
      </header>
      <Fault error={error} />
      {data?.items.length === 0 && <p className="sub">{t('slaToldNone')}</p>}
      <ul className="days">
        {data?.items.map((each) => (
          <Line key={each.id} notice={each} withThing={id === undefined} />
        ))}
      </ul>
      {id !== undefined && (
        <May permission="edit-register">
          <Add key={about} id={id} about={about} recipient={recipient} cause={cause} />
        </May>
      )}
    </section>
  );
}

function Line({ notice, withThing }: { notice: Notice; withThing: boolean }): ReactElement {
  const { t, language } = useLanguage();
  const queries = useQueryClient();
  const [on, setOn] = useState(today);
  const [how, setHow] = useState('');
  const told = useMutation({
    mutationFn: () => markTold(notice, on, how),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sla', 'notices'] }),
  });
  return (
    <li>
      <span>{day(dayOfMoment(notice.createdAt), language)}</span>
      <span>
        <b>{notice.recipient}</b>
        {withThing && (
          <>
            {' · '}
            <Link className="link" to={`/levels/${encodeURIComponent(notice.element)}`}>
              {notice.element}
            </Link>
          </>
        )}
        <small className="sub">
          {t(`slaCause-${notice.cause as 'other'}`)} · {notice.about}
        </small>
        {notice.toldOn === null ? (
          <May permission="edit-register">
            <details>
              <summary>{t('slaToldMark')}</summary>
              <form
                className="inline"
                onSubmit={(event) => {
                  event.preventDefault();
                  told.mutate();
                }}
              >
                <Labelled label={t('slaToldOn')}>
                  <input
                    className="field"
                    type="date"
                    required
                    value={on}
                    onChange={(event) => {
                      setOn(event.target.value);
                    }}
                  />
                </Labelled>
                <Labelled label={t('slaToldHow')}>
                  <input
                    className="field"
                    maxLength={200}
                    value={how}
                    onChange={(event) => {
                      setHow(event.target.value);
                    }}
                  />
                </Labelled>
                <button type="submit" className="btn pri" disabled={told.isPending}>
                  {t('slaToldSend')}
                </button>
              </form>
            </details>
            <Fault error={told.error} />
          </May>
        ) : (
          <small className="sub">
            {t('slaToldBy', { date: day(notice.toldOn, language), name: notice.toldBy ?? '' })}
            {notice.toldHow && ` · ${notice.toldHow}`}
          </small>
        )}
      </span>
    </li>
  );
}

function Add({
  id,
  about,
  recipient,
  cause,
}: {
  id: string;
  about: string;
  recipient: string;
  cause: string;
}): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [words, setWords] = useState(about);
  const [who, setWho] = useState(recipient);
  const adding = useMutation({
    mutationFn: () => addNotice({ element: id, cause, about: words, recipient: who }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['sla', 'notices'] }),
  });
  return (
    <details>
      <summary>{t('slaToldAdd')}</summary>
      <form
        className="inline"
        onSubmit={(event) => {
          event.preventDefault();
          adding.mutate();
        }}
      >
        <Labelled label={t('slaToldWho')}>
          <input
            className="field"
            required
            maxLength={200}
            value={who}
            onChange={(event) => {
              setWho(event.target.value);
            }}
          />
        </Labelled>
        <Labelled label={t('slaToldAbout')}>
          <input
            className="field"
            required
            maxLength={1000}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
            }}
          />
        </Labelled>
        <button type="submit" className="btn pri" disabled={adding.isPending}>
          {t('slaToldNote')}
        </button>
      </form>
      <Fault error={adding.error} />
    </details>
  );
}
