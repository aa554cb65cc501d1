import type { ReactElement } from 'react';
import { Labelled } from '../../../components/Labelled';
import { NumberInput } from '../../../components/NumberInput';
import type { Named } from '../../../lib/api';
import { useLanguage } from '../../../lib/i18n';
import { METHOD_TEXT, STATE_TEXT } from '../../../lib/methods';
import type { Method } from '../../../lib/model';
import { DurationEditor } from './DurationEditor';
import { NeedsEditor, Remove } from './NeedsEditor';

interface Props {
  methods: Method[];
  teams: Named[];
  named: (id: string) => string;
  onMethods: (methods: Method[]) => void;
}

const WORDS = Object.keys(METHOD_TEXT);
const STATES = Object.keys(STATE_TEXT);

/** An object without the keys that say nothing. */
function said<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value as Record<string, unknown>).filter(
      ([, each]) =>
        each !== undefined &&
        !(Array.isArray(each) && each.length === 0) &&
        !(typeof each === 'object' && each !== null && Object.keys(each).length === 0),
    ),
  ) as T;
}

/** Recovery methods in the order in which they are tried. */
export function MethodsEditor({ methods, teams, named, onMethods }: Props): ReactElement {
  const { t } = useLanguage();
  const swap = (i: number, j: number): void => {
    const next = [...methods];
    const [one, other] = [next[i], next[j]];
    if (one && other) [next[i], next[j]] = [other, one];
    onMethods(next);
  };
  return (
    <>
      <ol className="methods">
        {methods.map((method, i) => (
          <li key={i} aria-label={t('registerMethodN', { number: i + 1 })}>
            <One
              method={method}
              place={i + 1}
              teams={teams}
              named={named}
              onMethod={(next) => {
                onMethods(methods.map((each, j) => (j === i ? said(next) : each)));
              }}
            />
            <p className="btns">
              {i > 0 && (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    swap(i, i - 1);
                  }}
                >
                  {t('registerEarlier')}
                </button>
              )}
              {i + 1 < methods.length && (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    swap(i, i + 1);
                  }}
                >
                  {t('registerLater')}
                </button>
              )}
              <button
                type="button"
                className="btn"
                onClick={() => {
                  onMethods(methods.filter((_, j) => j !== i));
                }}
              >
                {t('registerRemoveMethod')}
              </button>
            </p>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="btn"
        onClick={() => {
          onMethods([...methods, { method: 'repair', duration: { pert: [1, 2, 8], evidence: 'default' } }]);
        }}
      >
        {t('registerAddMethod')}
      </button>
    </>
  );
}

interface OneProps {
  method: Method;
  place: number;
  teams: Named[];
  named: (id: string) => string;
  onMethod: (method: Method) => void;
}

function One({ method, place, teams, named, onMethod }: OneProps): ReactElement {
  const { t, nameOf } = useLanguage();
  const put = (part: Partial<Record<keyof Method, unknown>>): void => {
    onMethod({ ...method, ...part } as Method);
  };
  const data = (key: string, value: number | undefined): void => {
    const next: Record<string, unknown> = {
      ...method.data,
      [key]: value,
      ...(key === 'usable' ? { usableWeight: undefined } : {}),
    };
    put({ data: said(next) });
  };
  const dataOf = (key: string): number | undefined => {
    const value = method.data?.[key];
    return typeof value === 'number' ? value : undefined;
  };
  const crew = Object.entries(method.crew ?? {});
  const free = teams.filter((team) => method.crew?.[team.id] === undefined);
  return (
    <>
      <div className="fields">
        <Labelled label={t('registerMethodWord', { number: place })}>
          <select
            className="field"
            value={method.method}
            onChange={(event) => {
              put({ method: event.target.value });
            }}
          >
            {WORDS.map((word) => (
              <option key={word} value={word}>
                {t(METHOD_TEXT[word] ?? 'methodOther')}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={t('registerMethodName')}>
          <input
            className="field"
            maxLength={200}
            value={method.name ?? ''}
            onChange={(event) => {
              put({ name: event.target.value === '' ? undefined : event.target.value });
            }}
          />
        </Labelled>
        <NumberInput
          label={t('registerSucceedsField')}
          factor={100}
          value={method.success}
          onValue={(success) => {
            // how sure a chance that was learned is holds for that chance alone
            onMethod({ ...method, success, successWeight: undefined } as Method);
          }}
        />
        <NumberInput
          label={t('registerDeliversField')}
          factor={100}
          value={method.capacity}
          onValue={(capacity) => {
            put({ capacity });
          }}
        />
        <label className="tick">
          <input
            type="checkbox"
            checked={method.automatic ?? false}
            onChange={(event) => {
              put({ automatic: event.target.checked || undefined });
            }}
          />
          {t('registerByItself')}
        </label>
      </div>
      <DurationEditor
        label={t('registerTakes')}
        value={method.duration}
        onValue={(duration) => {
          put({ duration });
        }}
      />
      <div className="fields">
        {crew.map(([team, size]) => (
          <span key={team} className="crew">
            <NumberInput
              label={named(team)}
              value={size}
              onValue={(value) => {
                put({ crew: { ...method.crew, [team]: value ?? 1 } });
              }}
            />
            <Remove
              name={named(team)}
              onRemove={() => {
                put({ crew: Object.fromEntries(crew.filter(([each]) => each !== team)) });
              }}
            />
          </span>
        ))}
        {free.length > 0 && (
          <Labelled label={t('registerAddCrew')}>
            <select
              className="field"
              value=""
              onChange={(event) => {
                put({ crew: { ...method.crew, [event.target.value]: 1 } });
              }}
            >
              <option value="">–</option>
              {free.map((team) => (
                <option key={team.id} value={team.id}>
                  {nameOf(team)}
                </option>
              ))}
            </select>
          </Labelled>
        )}
      </div>
      <details open={method.needs !== undefined || method.alsoNeeds !== undefined || method.data !== undefined}>
        <summary>{t('registerMethodMore')}</summary>
        <p className="sub">{t('registerRunsOn')}</p>
        <NeedsEditor
          label={t('registerRunsOn')}
          needs={method.needs ?? []}
          named={named}
          onNeeds={(needs) => {
            put({ needs });
          }}
        />
        <p className="sub">{t('registerToStart')}</p>
        <NeedsEditor
          label={t('registerToStart')}
          needs={method.alsoNeeds ?? []}
          named={named}
          onNeeds={(alsoNeeds) => {
            put({ alsoNeeds });
          }}
        />
        <div className="fields">
          <NumberInput
            label={t('registerBackupEvery')}
            value={dataOf('every')}
            onValue={(value) => {
              data('every', value);
            }}
          />
          <NumberInput
            label={t('registerBackupTakes')}
            value={dataOf('takes')}
            onValue={(value) => {
              data('takes', value);
            }}
          />
          <NumberInput
            label={t('registerBackupUsable')}
            factor={100}
            value={dataOf('usable')}
            onValue={(value) => {
              data('usable', value);
            }}
          />
        </div>
        <fieldset className="ticks">
          <legend>{t('registerAnswersField')}</legend>
          {STATES.map((state) => (
            <label key={state} className="tick">
              <input
                type="checkbox"
                checked={method.answers?.includes(state) ?? false}
                onChange={(event) => {
                  const others = (method.answers ?? []).filter((each) => each !== state);
                  put({ answers: event.target.checked ? [...others, state] : others });
                }}
              />
              {t(STATE_TEXT[state] ?? 'stateDamaged')}
            </label>
          ))}
        </fieldset>
      </details>
    </>
  );
}
