import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { May } from '../../components/May';
import { State } from '../../components/State';
import { day } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { today } from '../../lib/zone';
import { getReviews, keepReview, type YearReview } from './api';
import './sla.css';

const CHANGES = ['services', 'agreements', 'contracts', 'requirements'] as const;

/** Meetings before the end of a year: who took part, what changes, what was decided (row S9). */
export function YearReviewsPage(): ReactElement {
  const { t } = useLanguage();
  const [editing, setEditing] = useState<YearReview | null>(null);
  usePage({ label: t('slaTitle'), to: '/levels' }, { label: t('slaReviews') });
  const { data, error, refetch } = useQuery({ queryKey: ['sla', 'reviews'], queryFn: getReviews });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const year = Number(today().slice(0, 4));
  const held = data.items.some((each) => each.year === year);
  return (
    <article className="level">
      <div className="head">
        <div className="grow">
          <h1>{t(held ? 'slaReviewHeld' : 'slaReviewOpen', { year })}</h1>
          <p className="lede">{t('slaReviewLede')}</p>
        </div>
      </div>
      {data.items.map((each) => (
        <Review
          key={each.id}
          review={each}
          onEdit={() => {
            setEditing(each);
          }}
        />
      ))}
      <May permission="edit-register" everywhere>
        <Form
          key={`${editing?.id ?? 0} ${editing?.version ?? 0}`}
          before={editing}
          year={year}
          onDone={() => {
            setEditing(null);
          }}
        />
      </May>
    </article>
  );
}

function Review({ review, onEdit }: { review: YearReview; onEdit: () => void }): ReactElement {
  const { t, language } = useLanguage();
  return (
    <section className="card" aria-label={t('slaReviewOf', { year: review.year })}>
      <header>
        <h2>{t('slaReviewOf', { year: review.year })}</h2>
        <span className="r">{t('slaReviewBy', { date: day(review.heldOn, language), name: review.changedBy })}</span>
      </header>
      <dl className="facts">
        <div className="pair">
          <dt>{t('slaParticipants')}</dt>
          <dd>{review.participants.join(language === 'en' ? ', ' : '、')}</dd>
        </div>
        {CHANGES.filter((key) => review[key] !== '').map((key) => (
          <div className="pair" key={key}>
            <dt>{t(`slaChange-${key}`)}</dt>
            <dd>{review[key]}</dd>
          </div>
        ))}
        <div className="pair">
          <dt>{t('slaConclusion')}</dt>
          <dd>{review.conclusion}</dd>
        </div>
      </dl>
      <May permission="edit-register" everywhere>
        <button type="button" className="btn" onClick={onEdit}>
          {t('slaCorrectSend')}
        </button>
      </May>
    </section>
  );
}

function Form({ before, year, onDone }: { before: YearReview | null; year: number; onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [of, setOf] = useState(String(before?.year ?? year));
  const [heldOn, setHeldOn] = useState(before?.heldOn ?? today());
  const [people, setPeople] = useState(before?.participants.join('\n') ?? '');
  const [words, setWords] = useState<Record<(typeof CHANGES)[number] | 'conclusion', string>>({
    services: before?.services ?? '',
    agreements: before?.agreements ?? '',
    contracts: before?.contracts ?? '',
    requirements: before?.requirements ?? '',
    conclusion: before?.conclusion ?? '',
  });
  const keeping = useMutation({
    mutationFn: () =>
      keepReview(
        {
          ...words,
          year: Number(of),
          heldOn,
          participants: people
            .split(/[\n,、，]/)
            .map((each) => each.trim())
            .filter(Boolean),
          elements: before?.elements ?? [],
        },
        before,
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['sla', 'reviews'] });
      setPeople('');
      setWords({ services: '', agreements: '', contracts: '', requirements: '', conclusion: '' });
      onDone();
    },
  });
  return (
    <section className="card" aria-label={t('slaReviewNew')}>
      <h2>{before ? t('slaReviewCorrect', { year: before.year }) : t('slaReviewNew')}</h2>
      <form
        className="review-form"
        onSubmit={(event) => {
          event.preventDefault();
          keeping.mutate();
        }}
      >
        <div className="threes">
          <Labelled label={t('slaReviewYear')}>
            <input
              className="field num"
              required
              inputMode="numeric"
              pattern="[0-9]{4}"
              value={of}
              onChange={(event) => {
                setOf(event.target.value);
              }}
            />
          </Labelled>
          <Labelled label={t('slaReviewDay')}>
            <input
              className="field"
              type="date"
              required
              value={heldOn}
              onChange={(event) => {
                setHeldOn(event.target.value);
              }}
            />
          </Labelled>
          <Labelled label={t('slaParticipants')} hint={t('slaParticipantsHint')}>
            <textarea
              className="field"
              rows={2}
              required
              value={people}
              onChange={(event) => {
                setPeople(event.target.value);
              }}
            />
          </Labelled>
        </div>
        <div className="twos">
          {CHANGES.map((key) => (
            <Labelled key={key} label={t(`slaChange-${key}`)}>
              <textarea
                className="field"
                rows={2}
                maxLength={4000}
                value={words[key]}
                onChange={(event) => {
                  setWords({ ...words, [key]: event.target.value });
                }}
              />
            </Labelled>
          ))}
        </div>
        <Labelled label={t('slaConclusion')}>
          <textarea
            className="field"
            rows={2}
            maxLength={4000}
            required
            value={words.conclusion}
            onChange={(event) => {
              setWords({ ...words, conclusion: event.target.value });
            }}
          />
        </Labelled>
        <span className="btns">
          <button type="submit" className="btn pri" disabled={keeping.isPending}>
            {t('slaReviewKeep')}
          </button>
          {before && (
            <button type="button" className="btn" onClick={onDone}>
              {t('slaCancel')}
            </button>
          )}
        </span>
        <Fault error={keeping.error} />
      </form>
    </section>
  );
}
