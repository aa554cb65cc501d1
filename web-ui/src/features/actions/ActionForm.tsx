import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useId } from 'react';
import { Labelled } from '../../components/Labelled';
import { violationsOf } from '../../lib/answer';
import type { ElementRow, Listing } from '../../lib/api';
import { getJson } from '../../lib/api';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { type BrokenRule, ruleOf } from '../../lib/rule';
import { getUnits, unitName } from '../../lib/units';
import { type Content, getPeople } from './api';
import { CATEGORIES, SEVERITIES } from './model';

/** Everything that is said of an action. */
export function ActionForm({
  content,
  error,
  locked,
  onChange,
}: {
  content: Content;
  error: Error | null;
  locked: boolean;
  onChange: (part: Partial<Content>) => void;
}): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const people = useId();
  const elements = useId();
  const { data } = useQuery({ queryKey: ['action-people'], queryFn: getPeople });
  const units = useQuery({ queryKey: ['units'], queryFn: getUnits });
  const letters = content.element ?? '';
  const found = useQuery({
    queryKey: ['action-elements', letters],
    queryFn: () => getJson<Listing<ElementRow>>(`/api/elements?size=20&q=${encodeURIComponent(letters)}`),
    enabled: !locked && letters.length > 1,
  });
  const broken = new Map(
    (violationsOf(error) as (BrokenRule & { path: string })[]).map((each) => [
      each.path,
      ruleOf(each, t, language).text,
    ]),
  );
  const field = (key: keyof Content, input: ReactElement, hint?: string): ReactElement => (
    <Labelled label={t(`actionField-${key}`)} hint={broken.get(`$.${key}`) ?? hint}>
      {input}
    </Labelled>
  );
  const text = (key: 'title' | 'owner' | 'element', list?: string): ReactElement => (
    <input
      className="field"
      maxLength={200}
      autoComplete="off"
      list={list}
      disabled={locked}
      aria-invalid={broken.has(`$.${key}`) ? true : undefined}
      value={content[key] ?? ''}
      onChange={(event) => {
        onChange({ [key]: event.target.value === '' && key === 'element' ? null : event.target.value });
      }}
    />
  );
  const long = (key: 'text' | 'cause'): ReactElement => (
    <textarea
      className="field"
      rows={3}
      maxLength={5000}
      disabled={locked}
      value={content[key]}
      onChange={(event) => {
        onChange({ [key]: event.target.value });
      }}
    />
  );
  const choice = <K extends 'severity' | 'category'>(
    key: K,
    prefix: string,
    all: readonly Content[K][],
  ): ReactElement => (
    <select
      className="field"
      disabled={locked}
      value={content[key]}
      onChange={(event) => {
        onChange({ [key]: event.target.value });
      }}
    >
      {all.map((each) => (
        <option key={each} value={each}>
          {t(`${prefix}-${each}` as TextKey)}
        </option>
      ))}
    </select>
  );
  return (
    <section className="card form" aria-label={t('actionWhat')}>
      {field('title', text('title'))}
      <div className="abreast">
        {field('severity', choice('severity', 'actionSeverity', SEVERITIES), t('actionHint-severity'))}
        {field('category', choice('category', 'actionCategory', CATEGORIES))}
      </div>
      {field('text', long('text'), t('actionHint-text'))}
      {field('cause', long('cause'), t('actionHint-cause'))}
      <div className="abreast">
        {field('owner', text('owner', people), t('actionHint-owner'))}
        {field(
          'due',
          <input
            className="field"
            type="date"
            disabled={locked}
            value={content.due ?? ''}
            onChange={(event) => {
              onChange({ due: event.target.value || null });
            }}
          />,
        )}
      </div>
      <div className="abreast">
        {field('element', text('element', elements), t('actionHint-element'))}
        {(units.data?.length ?? 0) > 0 &&
          field(
            'unit',
            <select
              className="field"
              disabled={locked}
              value={content.unit ?? ''}
              onChange={(event) => {
                onChange({ unit: event.target.value || null });
              }}
            >
              <option value="">{t('actionUnitAll')}</option>
              {units.data?.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unitName(unit, language)}
                </option>
              ))}
            </select>,
          )}
      </div>
      <datalist id={people}>
        {data?.items.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id={elements}>
        {found.data?.items.map((row) => (
          <option key={row.id} value={row.id}>
            {nameOf(row)}
          </option>
        ))}
      </datalist>
    </section>
  );
}
