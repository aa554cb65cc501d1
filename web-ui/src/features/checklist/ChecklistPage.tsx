import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { EvidencePanel } from '../../components/evidence/EvidencePanel';
import { State } from '../../components/State';
import { listEvidence } from '../../lib/evidence';
import { share } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import { getChecklist, pageOf, type Place, type Score, type View } from './api';
import { Item } from './Item';
import { ShareBar } from './ShareBar';
import { useDesk } from './useDesk';
import './checklist.css';

/** One checklist to fill in: what is asked, what was found, and on what that rests. */
export function ChecklistPage(): ReactElement {
  const { template = '', subject = '' } = useParams();
  const [params] = useSearchParams();
  const variant = params.get('variant') ?? '';
  const { t, nameOf } = useLanguage();
  const { data, error, refetch } = useQuery({
    queryKey: ['checklists', 'one', template, subject, variant],
    queryFn: () => getChecklist({ template, subject, variant }),
    retry: 1,
  });
  usePage({ label: t('checklistRoom'), to: '/checklists' }, { label: data ? nameOf(data.thing) : subject });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  return <Filling key={`${template}/${subject}/${variant}`} place={{ template, subject, variant }} view={data} />;
}

function headline(score: Score, name: string, t: Translate): string {
  const of = score.asked - score.notApplicable;
  if (score.open === score.asked) return t('checklistHeadNone', { name, asked: score.asked });
  if (score.share === null) return t('checklistHeadNothing', { name });
  const key = score.open > 0 ? 'checklistHead' : 'checklistHeadAll';
  return t(key, { name, met: score.met, of, share: share(score.share), open: score.open });
}

function Filling({ place, view }: { place: Place; view: View }): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const may = useMay('keep-evidence');
  const [entries, desk] = useDesk(place, view);
  const { thing, score } = view;
  const { template } = view.template;
  const type = thing.type === 'site' ? 'site' : 'element';
  const files = useQuery({
    queryKey: ['evidence', type, thing.id],
    queryFn: () => listEvidence(type, thing.id),
    retry: 1,
  });
  const unsaved = desk.unsaved();
  const groups = template.groups
    .map((group) => ({ group, lines: view.items.filter((line) => line.item.group === group.id) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>{headline(score, nameOf(thing), t)}</h1>
          <p className="lede">
            {nameOf(template)} · {t('checklistVersion', { version: view.template.version })}
            {thing.owner && ` · ${t('checklistOwner', { owner: thing.owner })}`}
          </p>
        </div>
        {template.variants.length > 0 && (
          <span className="seg" role="group" aria-label={t('checklistVariant')}>
            {template.variants.map((variant) => (
              <Link
                key={variant.id}
                to={pageOf({ ...place, variant: variant.id })}
                aria-current={variant.id === place.variant ? 'page' : undefined}
              >
                {variant.names[language] ?? variant.id}
              </Link>
            ))}
          </span>
        )}
        {type === 'element' && (
          <Link className="btn" to={`/register/${encodeURIComponent(thing.id)}`}>
            {t('checklistRegister')}
          </Link>
        )}
      </div>
      <div className="filling">
        <div className="stack">
          <p className="bar" role="status">
            {!may
              ? t('checklistReadOnly')
              : unsaved.length > 0
                ? t('checklistUnsaved', { numbers: unsaved.join(language === 'en' ? ', ' : '、') })
                : t('checklistSaved')}
          </p>
          {groups.map(({ group, lines }) => (
            <section key={group.id} className="card" aria-label={group.names[language] ?? group.id}>
              <header>
                <h2>{group.names[language] ?? group.id}</h2>
                <span className="r">
                  {t('checklistGroupMet', {
                    met: lines.filter((line) => line.answer?.state === 'met').length,
                    of: lines.filter((line) => line.answer?.state !== 'not-applicable').length,
                  })}
                </span>
              </header>
              <ul className="items">
                {lines.map((line) => (
                  <Item
                    key={line.item.number}
                    line={line}
                    entry={entries.get(line.item.number)}
                    desk={desk}
                    files={files.data?.items ?? []}
                    locked={!may}
                    version={view.template.version}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <div className="stack">
          <Standing score={score} />
          <EvidencePanel subjectType={type} subject={thing.id} />
          <section className="card">
            <header>
              <h2>{t('checklistAbout')}</h2>
            </header>
            <p className="sub">{template.about[language]}</p>
          </section>
        </div>
      </div>
    </>
  );
}

/** How it stands, in counts. */
function Standing({ score }: { score: Score }): ReactElement {
  const { t } = useLanguage();
  const facts = [
    ['checklistState-met', score.met],
    ['checklistState-partly', score.partly],
    ['checklistState-not-met', score.notMet],
    ['checklistState-not-applicable', score.notApplicable],
    ['checklistOpen', score.open],
  ] as const;
  const troubles = [
    ['checklistOverdue', score.overdue],
    ['checklistStale', score.stale],
    ['checklistBare', score.withoutEvidence],
  ] as const;
  return (
    <section className="card" aria-label={t('checklistStanding')}>
      <header>
        <h2>{t('checklistStanding')}</h2>
        <span className="sub">{t('checklistStandingHint')}</span>
      </header>
      <ShareBar score={score} wide />
      <dl>
        {facts.map(([key, amount]) => (
          <div key={key} className="pair">
            <dt>{t(key)}</dt>
            <dd>{amount}</dd>
          </div>
        ))}
        <div className="pair">
          <dt>{t('checklistShallMet')}</dt>
          <dd>{t('checklistGroupMet', { met: score.shallMet, of: score.shallAsked })}</dd>
        </div>
        {troubles.map(
          ([key, amount]) =>
            amount > 0 && (
              <div key={key} className="pair">
                <dt className="bad">{t(key)}</dt>
                <dd className="bad">{amount}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
