import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { count, percent } from '../../lib/format';
import { type TextKey, useLanguage } from '../../lib/i18n';
import type { Plan } from './api';
import { Section } from './Sections';
import { Table } from './Table';
import { useWords } from './words';

const MOST_NAMES = 12;
const TARGETS: Record<string, TextKey> = { rto: 'planRto', mtpd: 'planMtpd', rpo: 'planRpo' };

function Bullets({
  title,
  none,
  lines,
  lang,
}: {
  title: TextKey;
  none: TextKey;
  lines: string[];
  lang?: string | undefined;
}): ReactElement {
  const { t } = useLanguage();
  return (
    <>
      <h3>{t(title)}</h3>
      {lines.length === 0 ? (
        <p>{t(none)}</p>
      ) : (
        <ul className="bullets" lang={lang}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}

export function People({ plan }: { plan: Plan }): ReactElement {
  const { t } = useLanguage();
  const words = useWords();
  const steps = (numbers: number[]): string => words.list(numbers.map(String));
  return (
    <Section id="people" title="planPeople">
      {plan.teams.length === 0 ? (
        <p>{t('planPeopleNone')}</p>
      ) : (
        <>
          <Table
            label={t('planPeople')}
            heads={[
              { text: t('planTeam') },
              { text: t('planPhase') },
              { text: t('planPeak'), figure: true },
              { text: t('planAvailable'), figure: true },
              { text: t('planWhen') },
            ]}
            rows={plan.teams.map((need) => ({
              key: need.phase + need.team.id,
              cells: [
                need.team.name,
                words.word('planPhase', need.phase),
                need.peak,
                <>
                  {t(need.people ? 'planOfSize' : 'planOfMeans', { available: need.available, size: need.size })},{' '}
                  <span className={need.isShort ? 'bad' : ''}>
                    {need.isShort ? t('planShort', { count: need.peak - need.available }) : t('planEnough')}
                  </span>
                </>,
                need.peakAt === null
                  ? t('planPeakOne', { steps: steps(need.steps) })
                  : t('planPeakAt', { hours: words.hours(need.peakAt), steps: steps(need.peakSteps) }),
              ],
            }))}
          />
          <p className="sub">{t('planPeopleHint')}</p>
        </>
      )}
    </Section>
  );
}

export function Contacts({ plan }: { plan: Plan }): ReactElement {
  const { t } = useLanguage();
  const words = useWords();
  return (
    <Section id="contacts" title="planContacts">
      {plan.contacts.length === 0 ? (
        <p>{t('planContactsNone')}</p>
      ) : (
        <Table
          label={t('planContacts')}
          heads={[
            { text: t('planContact') },
            { text: t('planTeam') },
            { text: t('planReach'), figure: true },
            { text: t('planDeputy') },
          ]}
          rows={plan.contacts.map((line) => ({
            key: line.contact.id,
            cells: [
              line.contact.name,
              line.team?.name ?? '–',
              words.stated(line.reach),
              line.deputy?.name ?? t('planNoDeputy'),
            ],
          }))}
        />
      )}
      <p className="sub">{t('planContactsOffline')}</p>
      <h3>{t('planSuppliers')}</h3>
      {plan.suppliers.length === 0 ? (
        <p>{t('planSuppliersNone')}</p>
      ) : (
        <Table
          label={t('planSuppliers')}
          heads={[
            { text: t('planSupplier') },
            { text: t('planOwner') },
            { text: t('planPromised'), figure: true },
            { text: t('planHitIn'), figure: true },
            { text: t('planNote') },
          ]}
          rows={plan.suppliers.map((line) => ({
            key: line.supplier.id,
            cells: [
              line.supplier.name,
              line.owner?.name ?? t('planNobody'),
              line.rtoHours === null ? t('planNotSet') : words.hours(line.rtoHours),
              line.disrupted.estimate === 0 ? t('planSupplierUp') : percent(line.disrupted.estimate),
              line.note ?? '',
            ],
          }))}
        />
      )}
    </Section>
  );
}

export function OpenPoints({ plan }: { plan: Plan }): ReactElement {
  const { t } = useLanguage();
  const words = useWords();
  return (
    <Section id="open" title="planOpenPoints">
      <Bullets
        title="planMissed"
        none="planMissedNone"
        lines={plan.missed.map((missed) =>
          t('planMissedLine', {
            target: t(TARGETS[missed.target] ?? 'planTarget'),
            hours: words.hours(missed.targetHours),
            p95: words.hours(missed.p95),
            chance: missed.within ? words.chance(missed.within) : '–',
          }),
        )}
      />
      <Bullets
        title="planGaps"
        none="planGapsNone"
        lines={plan.gaps.map((gap) =>
          t('planGapLine', {
            gap: words.word('planGap', gap.code),
            count: gap.about.length,
            names: words.names(gap.about, MOST_NAMES),
          }),
        )}
      />
      <Bullets
        title="planFindings"
        none="planFindingsNone"
        lang={plan.findings.length > 0 ? 'en' : undefined}
        lines={plan.findings.map((finding) => `${finding.code}: ${finding.message}`)}
      />
    </Section>
  );
}

export function Maintenance({ plan }: { plan: Plan }): ReactElement {
  const { language, t } = useLanguage();
  const words = useWords();
  const { run } = plan;
  return (
    <Section id="maintenance" title="planMaintenance">
      <Bullets
        title="planWritten"
        none="planWrittenNone"
        lines={plan.written.map((each) =>
          words.list([
            each.plan.name,
            each.owner?.name ?? t('planNobody'),
            each.reviewed ? t('planReviewed', { date: each.reviewed }) : t('planNeverReviewed'),
          ]),
        )}
      />
      <Bullets
        title="planDrills"
        none="planDrillsNone"
        lines={plan.drills.map(
          (each) =>
            each.drill.name +
            words.brackets(
              [
                ...each.types.map((type) => words.word('planDrill', type)),
                ...(each.sameScenario ? [t('planDrillSame')] : []),
              ].join(' · '),
            ),
        )}
      />
      {run && (
        <>
          <h3>{t('planOriginOf')}</h3>
          <p>
            {t('planRunLine', { run: run.id, seed: run.seed, trials: count(run.trials, language), engine: run.engine })}{' '}
            ·{' '}
            <Link className="link noprint" to={`/runs/${run.id}/${plan.element.id}`}>
              {t('planSeeRun')}
            </Link>
          </p>
          <p className="sub">
            {t('planDigest')} <span className="mono">{run.modelDigest}</span>
          </p>
        </>
      )}
    </Section>
  );
}

/** Who stands behind the plan, to be signed on paper. */
export function Approval(): ReactElement {
  const { t } = useLanguage();
  const roles: TextKey[] = ['planPrepared', 'planReviewedBy', 'planApproved'];
  return (
    <section className="card approval">
      <h2>{t('planApproval')}</h2>
      <Table
        label={t('planApproval')}
        heads={[{ text: t('planRole') }, { text: t('planNameSign') }, { text: t('planDate') }]}
        rows={roles.map((role) => ({ key: role, cells: [t(role), '', ''] }))}
      />
    </section>
  );
}
