import { type ReactElement, useState } from 'react';
import { Labelled } from '../../../components/Labelled';
import { NumberInput } from '../../../components/NumberInput';
import type { Duration } from '../../../lib/api';
import { evidenceOf } from '../../../lib/distribution';
import { useLanguage } from '../../../lib/i18n';
import { Density } from '../Density';
import {
  asKind,
  EVIDENCE,
  type Kind,
  kindOf,
  KINDS,
  PARTS,
  partsOf,
  problemOf,
  readList,
  withPart,
  withSaid,
  writeList,
} from './durations';

/** A duration in its numbers, with its density drawn as they are typed. */
export function DurationEditor({
  label,
  value,
  onValue,
}: {
  label: string;
  value: Duration;
  onValue: (value: Duration) => void;
}): ReactElement {
  const { t } = useLanguage();
  const kind = kindOf(value);
  const problem = problemOf(value);
  const parts = partsOf(value);
  const source = typeof value === 'number' ? '' : (value.source ?? '');
  const observations = typeof value === 'number' ? undefined : value.observations;
  return (
    <fieldset className="duration">
      <legend>{label}</legend>
      <div className="fields">
        <Labelled label={t('registerDurationKind')}>
          <select
            className="field"
            value={kind}
            onChange={(event) => {
              onValue(asKind(value, event.target.value as Kind));
            }}
          >
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {t(`registerDuration-${each}`)}
              </option>
            ))}
          </select>
        </Labelled>
        {kind === 'empirical' || kind === 'quantiles' ? (
          <ListField key={kind} kind={kind} value={value} onValue={onValue} />
        ) : (
          PARTS[kind].map(([key, text], i) => (
            <NumberInput
              key={key}
              label={t(text)}
              value={parts[i]}
              onValue={(next) => {
                onValue(withPart(value, i, next));
              }}
            />
          ))
        )}
      </div>
      {problem ? (
        <p className="bad" role="alert">
          {t(problem)}
        </p>
      ) : (
        <Density duration={value} label={label} />
      )}
      <div className="fields">
        <Labelled label={t('registerRestsOn')}>
          <select
            className="field"
            value={evidenceOf(value)}
            onChange={(event) => {
              onValue(withSaid(value, 'evidence', event.target.value));
            }}
          >
            {EVIDENCE.map((each) => (
              <option key={each} value={each}>
                {t(each)}
              </option>
            ))}
          </select>
        </Labelled>
        <NumberInput
          label={t('registerObservations')}
          value={observations}
          onValue={(next) => {
            onValue(withSaid(value, 'observations', next));
          }}
        />
        <Labelled label={t('registerSourceField')}>
          <input
            className="field"
            maxLength={500}
            value={source}
            onChange={(event) => {
              onValue(withSaid(value, 'source', event.target.value === '' ? undefined : event.target.value));
            }}
          />
        </Labelled>
      </div>
    </fieldset>
  );
}

function ListField({
  kind,
  value,
  onValue,
}: {
  kind: 'empirical' | 'quantiles';
  value: Duration;
  onValue: (value: Duration) => void;
}): ReactElement {
  const { t } = useLanguage();
  const [typed, setTyped] = useState(() => writeList(value));
  const wrong = readList(value, typed) === null;
  return (
    <Labelled label={t(`registerDurationList-${kind}`)} hint={wrong ? t(`registerDurationListBad-${kind}`) : undefined}>
      <input
        className="field"
        aria-invalid={wrong || undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          const next = readList(value, event.target.value);
          if (next !== null) onValue(next);
        }}
      />
    </Labelled>
  );
}
