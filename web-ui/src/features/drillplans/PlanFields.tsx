import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useContext, useState } from 'react';
import { getJson, type Listing, type Named } from '../../lib/api';
import { type TextKey, useLanguage } from '../../lib/i18n';
import type { Content } from './api';
import { ChoiceField, ElementsField, Field, PlanForm, TextField, Tick } from './Fields';
import { CATEGORIES, CLAIMS, FORMS, freeId, KINDS, linesOf, ROLES, TYPES, USES } from './model';
import { RowsField } from './RowsField';

type Change = (part: Partial<Content>) => void;
type Part = { content: Content; onChange: Change };

function Card({ name, children }: { name: string; children: ReactNode }): ReactElement {
  const { t } = useLanguage();
  const title = t(`dplSection-${name}` as TextKey);
  return (
    <section className="card" id={`dpl-${name}`} aria-label={title}>
      <h2>{title}</h2>
      <div className="form">{children}</div>
    </section>
  );
}

/** Everything that a plan says, in the order of the eight mandatory fields. */
export function PlanFields({ content, onChange }: Part): ReactElement {
  return (
    <>
      <What content={content} onChange={onChange} />
      <When content={content} onChange={onChange} />
      <Steps content={content} onChange={onChange} />
      <Who content={content} onChange={onChange} />
      <With content={content} onChange={onChange} />
      <Notify content={content} onChange={onChange} />
      <Judge content={content} onChange={onChange} />
      <Injects content={content} onChange={onChange} />
      <Claims content={content} onChange={onChange} />
    </>
  );
}

function What({ content, onChange }: Part): ReactElement {
  const { t, nameOf } = useLanguage();
  const { locked } = useContext(PlanForm);
  const scenarios = useQuery({
    queryKey: ['drill-plan-scenarios'],
    queryFn: () => getJson<Listing<Named & { id: string }>>('/api/scenarios?size=500'),
  });
  const text = (key: 'title' | 'purpose' | 'scenarioText' | 'objectives' | 'desktopOnlyReason', long = true) => (
    <TextField
      path={key}
      label={t(`dplField-${key}`)}
      long={long}
      value={content[key]}
      onValue={(value) => {
        onChange({ [key]: value });
      }}
    />
  );
  return (
    <Card name="what">
      {text('title', false)}
      <fieldset className="kinds">
        <legend>{t('dplField-types')}</legend>
        {TYPES.map((type) => (
          <label key={type} className="tick">
            <input
              type="checkbox"
              disabled={locked}
              checked={content.types.includes(type)}
              onChange={(event) => {
                onChange({
                  types: TYPES.filter((each) => (each === type ? event.target.checked : content.types.includes(each))),
                });
              }}
            />
            {t(`dplType-${type}`)}
          </label>
        ))}
      </fieldset>
      {content.types.length === 1 && content.types[0] === 'desktop' && text('desktopOnlyReason')}
      <div className="abreast">
        <ChoiceField
          path="form"
          label={t('dplField-form')}
          value={content.form}
          choices={FORMS}
          prefix="dplForm"
          onValue={(form) => {
            onChange({ form });
          }}
        />
        <ChoiceField
          path="category"
          label={t('dplField-category')}
          value={content.category}
          choices={CATEGORIES}
          prefix="dplCategory"
          onValue={(category) => {
            onChange({ category });
          }}
        />
        <TextField
          path="year"
          label={t('dplField-year')}
          type="number"
          value={String(content.year)}
          onValue={(year) => {
            onChange({ year: Number(year) });
          }}
        />
      </div>
      {text('purpose')}
      <ElementsField
        path="scope"
        label={t('dplField-scope')}
        value={content.scope}
        most={100}
        onValue={(scope) => {
          onChange({ scope });
        }}
      />
      <Field path="scenario" label={t('dplField-scenario')}>
        {(more) => (
          <select
            {...more}
            value={content.scenario ?? ''}
            onChange={(event) => {
              onChange({ scenario: event.target.value === '' ? null : event.target.value });
            }}
          >
            <option value="">{t('dplNoScenario')}</option>
            {content.scenario !== null && !scenarios.data?.items.some((each) => each.id === content.scenario) && (
              <option value={content.scenario}>{content.scenario}</option>
            )}
            {scenarios.data?.items.map((each) => (
              <option key={each.id} value={each.id}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {text('scenarioText')}
      {text('objectives')}
    </Card>
  );
}

const TIME = { start: '09:00', earliest: '09:00', latest: '15:00' };

function When({ content, onChange }: Part): ReactElement {
  const { t } = useLanguage();
  const { locked } = useContext(PlanForm);
  const timing = content.timing ?? { date: '', start: TIME.start, minutes: 240 };
  const within = content.window ?? { from: '', to: '', earliest: TIME.earliest, latest: TIME.latest, minutes: 240 };
  return (
    <Card name="when">
      <fieldset className="kinds">
        <legend>{t('dplField-announced')}</legend>
        {[true, false].map((announced) => (
          <label key={String(announced)} className="tick">
            <input
              type="radio"
              name="announced"
              disabled={locked}
              checked={content.announced === announced}
              onChange={() => {
                onChange({ announced, timing: null, window: null });
              }}
            />
            {t(announced ? 'dplAnnounced' : 'dplUnannounced')}
          </label>
        ))}
      </fieldset>
      {!content.announced && <p className="sub">{t('dplUnannouncedHint')}</p>}
      <div className="abreast">
        {content.announced
          ? (['date', 'start', 'minutes'] as const).map((key) => (
              <TextField
                key={key}
                path={`timing.${key}`}
                label={t(`dplField-${key}`)}
                type={key === 'date' ? 'date' : key === 'start' ? 'time' : 'number'}
                value={String(timing[key]).slice(0, key === 'start' ? 5 : undefined)}
                onValue={(value) => {
                  onChange({ timing: { ...timing, [key]: key === 'minutes' ? Number(value) : value } });
                }}
              />
            ))
          : (['from', 'to', 'earliest', 'latest', 'minutes'] as const).map((key) => (
              <TextField
                key={key}
                path={`window.${key}`}
                label={t(`dplField-${key}`)}
                type={key === 'minutes' ? 'number' : key === 'from' || key === 'to' ? 'date' : 'time'}
                value={String(within[key]).slice(0, key === 'earliest' || key === 'latest' ? 5 : undefined)}
                onValue={(value) => {
                  onChange({ window: { ...within, [key]: key === 'minutes' ? Number(value) : value } });
                }}
              />
            ))}
      </div>
    </Card>
  );
}

function Steps({ content, onChange }: Part): ReactElement {
  return (
    <Card name="steps">
      <RowsField
        path="steps"
        rows={content.steps}
        add="dplAddStep"
        columns={[
          { key: 'title', label: 'dplCol-title', kind: 'text' },
          { key: 'role', label: 'dplCol-doneBy', kind: 'text' },
          { key: 'plannedMinutes', label: 'dplCol-plannedMinutes', kind: 'number' },
          { key: 'use', label: 'dplCol-use', kind: 'choice', choices: USES, prefix: 'dplUse' },
          { key: 'text', label: 'dplCol-how', kind: 'long' },
          { key: 'element', label: 'dplCol-element', kind: 'element' },
          { key: 'method', label: 'dplCol-method', kind: 'text' },
          { key: 'ends', label: 'dplCol-ends', kind: 'element' },
        ]}
        make={() => ({
          id: freeId(content.steps, 's'),
          title: '',
          text: '',
          role: '',
          plannedMinutes: null,
          element: null,
          method: null,
          use: 'both' as const,
          ends: null,
        })}
        onRows={(steps) => {
          onChange({ steps });
        }}
      />
    </Card>
  );
}

function Who({ content, onChange }: Part): ReactElement {
  return (
    <Card name="who">
      <RowsField
        path="participants"
        rows={content.participants}
        add="dplAddParticipant"
        columns={[
          { key: 'person', label: 'dplCol-person', kind: 'text' },
          { key: 'team', label: 'dplCol-team', kind: 'text' },
          { key: 'role', label: 'dplCol-role', kind: 'choice', choices: ROLES, prefix: 'dplRole' },
          { key: 'contact', label: 'dplCol-contact', kind: 'text' },
          ...(content.announced
            ? []
            : ([
                { key: 'account', label: 'dplCol-account', kind: 'text' },
                { key: 'knows', label: 'dplCol-knows', kind: 'flag' },
              ] as const)),
        ]}
        make={() => ({
          team: '',
          person: '',
          account: null,
          role: content.participants.length === 0 ? ('leader' as const) : ('participant' as const),
          contact: '',
          knows: false,
        })}
        onRows={(participants) => {
          onChange({ participants });
        }}
      />
    </Card>
  );
}

function With({ content, onChange }: Part): ReactElement {
  const { t } = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <Card name="with">
      <Field path="resources" label={t('dplField-resources')}>
        {(more) => (
          <textarea
            {...more}
            rows={3}
            value={typed ?? content.resources.join('\n')}
            onChange={(event) => {
              setTyped(event.target.value);
              onChange({ resources: linesOf(event.target.value) });
            }}
            onBlur={() => {
              setTyped(null);
            }}
          />
        )}
      </Field>
      <h3>{t('dplField-suppliers')}</h3>
      <RowsField
        path="suppliers"
        rows={content.suppliers}
        add="dplAddSupplier"
        columns={[
          { key: 'name', label: 'dplCol-company', kind: 'text' },
          { key: 'contact', label: 'dplCol-person', kind: 'text' },
          { key: 'phone', label: 'dplCol-phone', kind: 'text' },
        ]}
        make={() => ({ element: null, name: '', contact: '', phone: '' })}
        onRows={(suppliers) => {
          onChange({ suppliers });
        }}
      />
      {content.suppliers.length === 0 && (
        <TextField
          path="noSuppliersReason"
          label={t('dplField-noSuppliersReason')}
          value={content.noSuppliersReason}
          onValue={(noSuppliersReason) => {
            onChange({ noSuppliersReason });
          }}
        />
      )}
    </Card>
  );
}

function Notify({ content, onChange }: Part): ReactElement {
  const { t } = useLanguage();
  return (
    <Card name="notify">
      <p className="sub">{t('dplNotifyHint')}</p>
      <RowsField
        path="notifications"
        rows={content.notifications}
        add="dplAddNotification"
        columns={[
          { key: 'to', label: 'dplCol-to', kind: 'text' },
          { key: 'channel', label: 'dplCol-channel', kind: 'text' },
          { key: 'withinMinutes', label: 'dplCol-withinMinutes', kind: 'number' },
          { key: 'text', label: 'dplCol-message', kind: 'long' },
        ]}
        make={() => ({
          id: freeId(content.notifications, 'n'),
          to: '',
          channel: '',
          withinMinutes: null,
          text: '',
        })}
        onRows={(notifications) => {
          onChange({ notifications });
        }}
      />
    </Card>
  );
}

function Judge({ content, onChange }: Part): ReactElement {
  const { t } = useLanguage();
  return (
    <Card name="judge">
      <h3>{t('dplField-successCriteria')}</h3>
      <RowsField
        path="successCriteria"
        rows={content.successCriteria}
        add="dplAddCriterion"
        columns={[
          { key: 'text', label: 'dplCol-criterion', kind: 'text' },
          { key: 'kind', label: 'dplCol-kind', kind: 'choice', choices: KINDS, prefix: 'dplKind' },
          { key: 'element', label: 'dplCol-about', kind: 'element' },
          { key: 'hours', label: 'dplCol-hours', kind: 'number' },
        ]}
        make={() => ({
          id: freeId(content.successCriteria, 'c'),
          text: '',
          kind: 'judged' as const,
          element: null,
          hours: null,
        })}
        onRows={(successCriteria) => {
          onChange({ successCriteria });
        }}
      />
      <h3>{t('dplField-stopCriteria')}</h3>
      <RowsField
        path="stopCriteria"
        rows={content.stopCriteria}
        add="dplAddStop"
        columns={[
          { key: 'text', label: 'dplCol-stop', kind: 'text' },
          { key: 'measure', label: 'dplCol-measure', kind: 'text' },
          { key: 'limit', label: 'dplCol-limit', kind: 'number' },
          { key: 'unit', label: 'dplCol-unit', kind: 'text' },
          { key: 'atLeast', label: 'dplCol-atLeast', kind: 'flag' },
        ]}
        make={() => ({
          id: freeId(content.stopCriteria, 'x'),
          text: '',
          measure: null,
          unit: null,
          limit: null,
          atLeast: false,
        })}
        onRows={(stopCriteria) => {
          onChange({ stopCriteria });
        }}
      />
      <TextField
        path="rollback"
        label={t('dplField-rollback')}
        long
        value={content.rollback}
        onValue={(rollback) => {
          onChange({ rollback });
        }}
      />
    </Card>
  );
}

function Injects({ content, onChange }: Part): ReactElement {
  return (
    <Card name="injects">
      <RowsField
        path="injects"
        rows={content.injects}
        add="dplAddInject"
        columns={[
          { key: 'atMinutes', label: 'dplCol-atMinutes', kind: 'number' },
          { key: 'title', label: 'dplCol-title', kind: 'text' },
          { key: 'to', label: 'dplCol-to', kind: 'text' },
          { key: 'text', label: 'dplCol-message', kind: 'long' },
          { key: 'expected', label: 'dplCol-expected', kind: 'long' },
        ]}
        make={() => ({
          id: freeId(content.injects, 'i'),
          atMinutes: 0,
          title: '',
          text: '',
          to: '',
          expected: '',
        })}
        onRows={(injects) => {
          onChange({ injects });
        }}
      />
    </Card>
  );
}

function Claims({ content, onChange }: Part): ReactElement {
  const { t } = useLanguage();
  return (
    <Card name="claims">
      {CLAIMS.map((claim) => (
        <Tick
          key={claim}
          label={t(`dplClaim-${claim}`)}
          value={content.claims[claim]}
          onValue={(value) => {
            onChange({ claims: { ...content.claims, [claim]: value } });
          }}
        />
      ))}
    </Card>
  );
}
