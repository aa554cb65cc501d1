import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Link, useParams } from 'react-router';
import { ElementChanges } from '../../components/ElementChanges';
import { LastTest } from '../../components/LastTest';
import { EvidencePanel } from '../../components/evidence/EvidencePanel';
import { Icon } from '../../components/Icon';
import { LossCurve } from '../../components/LossCurve';
import { State } from '../../components/State';
import {
  type ElementEstimate,
  getJson,
  type GraphNode,
  type Listing,
  type Meta,
  type Named,
  type Scenario,
} from '../../lib/api';
import { isRare, worstFirst } from '../../lib/estimate';
import { chance, count, hours } from '../../lib/format';
import { type Translate, useLanguage } from '../../lib/i18n';
import { kindText } from '../../lib/kinds';
import { usePage } from '../../lib/page';
import { useMay } from '../../lib/session';
import { BlastRadius, type Place, Places, Results } from './ElementCards';
import { EntryBar } from './entry/EntryBar';
import { MethodsEditor } from './entry/MethodsEditor';
import { NeedsEditor } from './entry/NeedsEditor';
import { type Detail, isKept, useDetail, useEntry } from './entry/useEntry';
import { Facts } from './Facts';
import { FactsCard } from './facts/FactsCard';
import { FactsEditor } from './facts/FactsEditor';
import { QualityCard } from './facts/QualityCard';
import { Methods } from './Methods';
import { Needs, Token } from './Needs';
import { OwnChecklists } from './OwnChecklists';
import { OwnFindings } from './OwnFindings';
import './element.css';
import { useRows, useSummary } from './useRegister';

const useOf = <T,>(path: string, key: string[]) =>
  useQuery({ queryKey: key, queryFn: () => getJson<T>(path), retry: 1 });

/** One element: what it is, what it needs, how it is recovered, what goes down with it, and how it fares. */
export function ElementPage(): ReactElement {
  const { id = '' } = useParams();
  const { t, nameOf } = useLanguage();
  const at = `/api/elements/${encodeURIComponent(id)}`;
  const detail = useDetail(id);
  const blast = useOf<{ dependants: GraphNode[]; count: number }>(`${at}/blast-radius`, ['blast', id]);
  const places = useOf<{ items: Place[] }>(`${at}/hits`, ['element-hits', id]);
  const estimates = useOf<{ items: ElementEstimate[] }>(`/api/estimates?element=${encodeURIComponent(id)}`, [
    'estimates',
    id,
  ]);
  const scenarios = useOf<Listing<Scenario>>('/api/scenarios', ['scenarios']);
  const meta = useOf<Meta>('/api/meta', ['meta']);
  const rows = useRows();
  const summary = useSummary();
  usePage({ label: t('register'), to: '/register' }, { label: detail.data ? nameOf(detail.data.element) : id });
  const error = [detail, blast, places, estimates, scenarios, rows, summary].find((each) => each.error)?.error ?? null;
  if (!detail.data || !blast.data || !places.data || !estimates.data || !rows.data || !summary.data || !scenarios.data)
    return <State error={error} retry={() => void detail.refetch()} />;
  const names = new Map(
    [...rows.data.items, ...summary.data.sites, ...summary.data.teams, ...scenarios.data.items].map((each) => [
      each.id,
      nameOf(each),
    ]),
  );
  const { element } = detail.data;
  const reached = estimates.data.items.filter((each) => each.disrupted.estimate > 0).sort(worstFirst);
  return (
    <Page
      key={id}
      teams={summary.data.teams}
      detail={detail.data}
      name={nameOf(element)}
      type={rows.data.items.find((row) => row.id === id)?.type ?? 'asset'}
      named={(each) => names.get(each) ?? each}
      single={new Set(summary.data.singlePoints)}
      reached={reached}
      dependants={blast.data.dependants}
      places={places.data.items}
      currency={meta.data?.organisation?.currency ?? 'TWD'}
    />
  );
}

interface Props {
  detail: Detail;
  teams: Named[];
  name: string;
  type: string;
  named: (id: string) => string;
  single: Set<string>;
  reached: ElementEstimate[];
  dependants: GraphNode[];
  places: Place[];
  currency: string;
}

function headline({ name, reached, dependants, named }: Props, language: 'en' | 'zh-Hant', t: Translate): string {
  const [worst] = reached;
  const lost =
    dependants.length === 0
      ? t('registerTakesNothingDown')
      : t('registerTakesDown', { count: dependants.length, shown: count(dependants.length, language) });
  if (!worst) return `${t('registerNotReached', { name })} ${lost}`;
  const within = isRare(worst) ? worst.whenDisrupted?.withinRto : worst.recovery.withinRto;
  const { rto } = worst.objectives;
  if (!within || rto === undefined)
    return `${t('registerWorstNoTarget', { name, scenario: named(worst.scenario), p95: worst.recovery.p95 === null ? t('never') : hours(worst.recovery.p95, language) })} ${lost}`;
  const key = isRare(worst) ? 'registerWorstWhenHit' : 'registerWorst';
  return `${t(key, { name, scenario: named(worst.scenario), chance: chance(within, language), rto: hours(rto, language) })} ${lost}`;
}

function Page(props: Props): ReactElement {
  const { detail, named, single, reached, dependants, places, currency } = props;
  const { objectives } = detail;
  const { language, t } = useLanguage();
  const entry = useEntry(detail.element.id, detail);
  const [editing, setEditing] = useState(() => isKept(detail.element.id));
  const may = useMay('edit-register');
  const { element } = entry;
  const change = (part: { [key in keyof typeof element]?: (typeof element)[key] | undefined }): void => {
    const next: Record<string, unknown> = { ...element, ...part };
    entry.change(
      Object.fromEntries(
        Object.entries(next).filter(
          ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
        ),
      ) as unknown as typeof element,
    );
  };
  const loss = element.impact?.loss;
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>{headline(props, language, t)}</h1>
          <p className="lede">
            <span className="mono">{element.id}</span> · {kindText(element.kind ?? props.type, t)}
            {element.site && ` · ${named(element.site)}`}
            {element.zone && ` · ${element.zone}`}{' '}
            {single.has(element.id) && <span className="chip warn">{t('registerSpofOne')}</span>}
          </p>
        </div>
        {may && !editing && (
          <button
            type="button"
            className="btn pri"
            onClick={() => {
              setEditing(true);
            }}
          >
            {t('registerEdit')}
          </button>
        )}
        <Link className="btn" to={`/impact/${element.id}`}>
          <Icon name="impact" size={14} />
          {t('biaRoom')}
        </Link>
        <Link className="btn" to={`/register/graph?focus=${element.id}`}>
          <Icon name="graph" size={14} />
          {t('registerOnGraph')}
        </Link>
      </div>
      {editing && (
        <EntryBar
          entry={entry}
          onClose={() => {
            setEditing(false);
          }}
        />
      )}
      <div className="el">
        <div className="stack">
          <section className="card">
            <header>
              <h2>{t('registerNeeds')}</h2>
              <span className="sub">{t('registerEveryLine')}</span>
            </header>
            {editing ? (
              <NeedsEditor
                label={t('registerNeeds')}
                needs={element.needs ?? []}
                named={named}
                self={element.id}
                onNeeds={(needs) => {
                  change({ needs });
                }}
              />
            ) : element.needs && element.needs.length > 0 ? (
              <Needs needs={element.needs} named={named} single={single} />
            ) : (
              <p className="sub">{t('registerNeedsNothing')}</p>
            )}
            <h2 className="mid">{t('registerNeededBy')}</h2>
            {detail.neededBy.length > 0 ? (
              <p className="toks">
                {detail.neededBy.map((id) => (
                  <Token key={id} id={id} name={named(id)} />
                ))}
              </p>
            ) : (
              <p className="sub">{t('registerNeededByNone')}</p>
            )}
          </section>
          <Results reached={reached} named={named} />
          <section className="card">
            <header>
              <h2>{t('registerMethods')}</h2>
              <span className="sub">{t('registerMethodsHint')}</span>
            </header>
            {editing ? (
              <MethodsEditor
                methods={element.recovery ?? []}
                teams={props.teams}
                named={named}
                onMethods={(recovery) => {
                  change({ recovery });
                }}
              />
            ) : element.recovery && element.recovery.length > 0 ? (
              <Methods methods={element.recovery} named={named} single={single} />
            ) : (
              <p className="sub">{t(props.type === 'asset' ? 'registerMethodsNone' : 'registerMethodsNoneOwn')}</p>
            )}
          </section>
        </div>
        <div className="stack">
          <Facts element={element} targets={objectives} from={detail.objectivesFrom} named={named} />
          {loss && loss.length > 1 && (
            <section className="card">
              <header>
                <h2>{t('registerImpact')}</h2>
                <span className="sub">{t('registerImpactHint')}</span>
              </header>
              <LossCurve loss={loss} currency={currency} rto={objectives.rtoHours} mtpd={objectives.mtpdHours} />
            </section>
          )}
          {editing ? (
            <FactsEditor
              element={element}
              onFacts={(facts) => {
                change({ 'x-facts': facts });
              }}
              onOwner={(owner) => {
                change({ owner });
              }}
            />
          ) : (
            <FactsCard element={element} currency={currency} />
          )}
          <QualityCard id={element.id} />
          <OwnFindings element={element.id} />
          <OwnChecklists element={element.id} />
          <LastTest element={element.id} />
          <ElementChanges element={element.id} />
          <EvidencePanel subjectType="element" subject={element.id} />
          <BlastRadius dependants={dependants} />
          <Places places={places} named={named} />
        </div>
      </div>
    </>
  );
}
