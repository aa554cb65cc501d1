import type { ReactElement, ReactNode } from 'react';
import { Labelled } from '../../../components/Labelled';
import { NumberInput } from '../../../components/NumberInput';
import { useLanguage } from '../../../lib/i18n';
import { METHOD_TEXT } from '../../../lib/methods';
import type { ElementFacts, ModelElement } from '../../../lib/model';
import { EVIDENCE } from '../entry/durations';

const DOCUMENTS = ['drawing', 'procedure', 'contract', 'certificate', 'report', 'other'] as const;
const LEVELS = ['basic', 'standard', 'strict'] as const;
const FALLBACKS = ['same', 'weaker', 'none'] as const;
const RESTING = ['software', 'firmware', 'location', 'cost', 'country', 'owner', 'configurations'] as const;

/** An object without what says nothing; undefined where nothing is left. */
function said<T extends object>(value: T): T | undefined {
  const kept = Object.entries(value as Record<string, unknown>).filter(
    ([, each]) => each !== undefined && each !== '' && !(Array.isArray(each) && each.length === 0),
  );
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as T);
}

/** The same with a part of it changed, or no longer said. */
const withPart = <T extends object>(each: T, part: { [key in keyof T]?: T[key] | undefined }): T =>
  said<T>({ ...each, ...part }) ?? each;

interface Props {
  element: ModelElement;
  onFacts: (facts: ElementFacts | undefined) => void;
  onOwner: (owner: string | undefined) => void;
}

/** The facts of an element as fields; what is emptied is no longer said. */
export function FactsEditor({ element, onFacts, onOwner }: Props): ReactElement {
  const { t, nameOf } = useLanguage();
  const facts: ElementFacts = element['x-facts'] ?? {};
  const put = (part: Partial<Record<keyof ElementFacts, unknown>>): void => {
    onFacts(said({ ...facts, ...part } as ElementFacts));
  };
  const modes = (element.recovery ?? []).filter((each) => (each.capacity ?? 1) < 1);
  const { cost, safeMode, fallback, batch, control } = facts;
  return (
    <section className="card factseditor" aria-label={t('registerFacts')}>
      <header>
        <h2>{t('registerFacts')}</h2>
      </header>
      <div className="fields">
        <Text label={t('registerOwner')} value={element.owner} onText={onOwner} />
        {(['software', 'firmware', 'location'] as const).map((key) => (
          <Text
            key={key}
            label={t(
              key === 'software' ? 'registerSoftware' : key === 'firmware' ? 'registerFirmware' : 'registerLocation',
            )}
            value={facts[key]}
            onText={(text) => {
              put({ [key]: text });
            }}
          />
        ))}
        <Text
          label={t('registerCountryField')}
          value={facts.country}
          most={2}
          onText={(text) => {
            put({ country: text?.toUpperCase() });
          }}
        />
        <Day
          label={t('registerVerifiedFact')}
          value={facts.verified}
          onDay={(verified) => {
            put({ verified });
          }}
        />
      </div>
      <Part title={t('registerCost')}>
        <div className="fields">
          {(['purchase', 'yearly'] as const).map((key) => (
            <NumberInput
              key={key}
              label={t(key === 'purchase' ? 'registerPurchase' : 'registerYearly')}
              value={cost?.[key]}
              onValue={(value) => {
                put({ cost: said({ ...cost, [key]: value }) });
              }}
            />
          ))}
          <Text
            label={t('registerAssetNumber')}
            value={cost?.assetNumber}
            onText={(assetNumber) => {
              put({ cost: said({ ...cost, assetNumber }) });
            }}
          />
          <Day
            label={t('registerBoughtOn')}
            value={cost?.boughtOn}
            onDay={(boughtOn) => {
              put({ cost: said({ ...cost, boughtOn }) });
            }}
          />
        </div>
      </Part>
      <List
        title={t('registerDocuments')}
        add={t('registerAddDocument')}
        items={facts.documents ?? []}
        fresh={{ title: '', kind: 'procedure' }}
        onItems={(documents) => {
          put({ documents });
        }}
        fields={(each, change) => (
          <>
            <Text
              label={t('registerTitle')}
              value={each.title}
              onText={(title) => {
                change({ ...each, title: title ?? '' });
              }}
            />
            <Choice
              label={t('registerKind')}
              value={each.kind}
              words={DOCUMENTS.map((kind) => [kind, t(`registerDocument-${kind}`)])}
              onChoice={(kind) => {
                change({ ...each, kind });
              }}
            />
            <Text
              label={t('registerLink')}
              value={each.link}
              onText={(link) => {
                change(withPart(each, { link }));
              }}
            />
            <Day
              label={t('registerDay')}
              value={each.day}
              onDay={(date) => {
                change(withPart(each, { day: date }));
              }}
            />
          </>
        )}
      />
      <List
        title={t('registerConfigurations', { count: facts.configurations?.length ?? 0 })}
        add={t('registerAddConfiguration')}
        items={facts.configurations ?? []}
        fresh={{ version: '', day: '' }}
        onItems={(configurations) => {
          put({ configurations });
        }}
        fields={(each, change) => (
          <>
            <Text
              label={t('registerVersion')}
              value={each.version}
              onText={(version) => {
                change({ ...each, version: version ?? '' });
              }}
            />
            <Day
              label={t('registerDay')}
              value={each.day}
              onDay={(date) => {
                change({ ...each, day: date ?? '' });
              }}
            />
            <Text
              label={t('registerWhere')}
              value={each.where}
              onText={(where) => {
                change(withPart(each, { where }));
              }}
            />
            <Text
              label="SHA-256"
              value={each.sha256}
              most={64}
              onText={(sha256) => {
                change(withPart(each, { sha256 }));
              }}
            />
          </>
        )}
      />
      <Part title={t('registerRests')}>
        <div className="fields">
          {RESTING.map((key) => {
            const rests = facts.evidence?.[key];
            const change = (next: { evidence: string; source?: string } | undefined): void => {
              put({ evidence: said({ ...facts.evidence, [key]: next }) });
            };
            return (
              <span key={key} className="rests">
                <Choice
                  label={t(`registerRests-${key}`)}
                  value={rests?.evidence ?? ''}
                  words={[['', '–'], ...EVIDENCE.map((each): [string, string] => [each, t(each)])]}
                  onChoice={(evidence) => {
                    change(evidence === '' ? undefined : { ...rests, evidence });
                  }}
                />
                {rests && (
                  <Text
                    label={t('registerSourceField')}
                    value={rests.source}
                    onText={(source) => {
                      change(withPart(rests, { source }));
                    }}
                  />
                )}
              </span>
            );
          })}
        </div>
      </Part>
      <Part title={t('registerControl')}>
        <div className="fields">
          <Choice
            label={t('registerControlField')}
            value={control?.level ?? ''}
            words={[
              ['', t('registerControlProposed')],
              ...LEVELS.map((each): [string, string] => [each, t(`registerControl-${each}`)]),
            ]}
            onChoice={(level) => {
              put({ control: level === '' ? undefined : { level, reason: control?.reason ?? '' } });
            }}
          />
          {control && (
            <Text
              label={t('registerControlReason')}
              value={control.reason}
              onText={(reason) => {
                put({ control: { ...control, reason: reason ?? '' } });
              }}
            />
          )}
        </div>
      </Part>
      <Part title={t('registerSafeMode')}>
        {modes.length === 0 ? (
          <p className="sub">{t('registerSafeModeNoMethod')}</p>
        ) : (
          <div className="fields">
            <Choice
              label={t('registerSafeModeMethod')}
              value={safeMode?.method ?? ''}
              words={[
                ['', '–'],
                ...modes.map((each): [string, string] => [
                  each.id ?? each.method,
                  nameOf({ id: t(METHOD_TEXT[each.method] ?? 'methodOther'), ...said({ name: each.name ?? '' }) }),
                ]),
              ]}
              onChoice={(method) => {
                put({ safeMode: method === '' ? undefined : { functions: [], ...safeMode, method } });
              }}
            />
            {safeMode && (
              <>
                <Text
                  label={t('registerSafeModeFunctions')}
                  value={safeMode.functions.join('; ')}
                  onText={(text) => {
                    put({ safeMode: { ...safeMode, functions: (text ?? '').split(/[;；]\s*/).filter(Boolean) } });
                  }}
                />
                <Text
                  label={t('registerSafeModeLimits')}
                  value={safeMode.limits}
                  onText={(limits) => {
                    put({ safeMode: { ...said({ ...safeMode, limits }), functions: safeMode.functions } });
                  }}
                />
              </>
            )}
          </div>
        )}
      </Part>
      <Part title={t('registerFallback')}>
        <div className="fields">
          {(['control', 'instead', 'measures'] as const).map((key) => (
            <Text
              key={key}
              label={t(`registerFallbackField-${key}`)}
              value={fallback?.[key]}
              onText={(text) => {
                const next = { ...fallback, [key]: text };
                const empty = !next.control && !next.instead && !next.measures;
                put({ fallback: empty ? undefined : said({ ...next, level: fallback?.level ?? 'weaker' }) });
              }}
            />
          ))}
          {fallback && (
            <Choice
              label={t('registerFallbackLevel')}
              value={fallback.level}
              words={FALLBACKS.map((each) => [each, t(`registerFallback-${each}`)])}
              onChoice={(level) => {
                put({ fallback: { ...fallback, level } });
              }}
            />
          )}
        </div>
      </Part>
      <List
        title={t('registerBatch')}
        add={t('registerAddFault')}
        items={batch?.faults ?? []}
        fresh={{ fault: '', action: '' }}
        onItems={(faults) => {
          put({ batch: faults.length === 0 && !batch?.schedule ? undefined : { ...batch, faults } });
        }}
        fields={(each, change) => (
          <>
            <Text
              label={t('registerFault')}
              value={each.fault}
              onText={(fault) => {
                change({ ...each, fault: fault ?? '' });
              }}
            />
            <Text
              label={t('registerAction')}
              value={each.action}
              onText={(action) => {
                change({ ...each, action: action ?? '' });
              }}
            />
            <Text
              label={t('registerWho')}
              value={each.who}
              onText={(who) => {
                change(withPart(each, { who }));
              }}
            />
            <NumberInput
              label={t('registerWithinField')}
              value={each.withinHours}
              onValue={(withinHours) => {
                change(withPart(each, { withinHours }));
              }}
            />
          </>
        )}
      />
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }): ReactElement {
  return (
    <>
      <h2 className="mid">{title}</h2>
      {children}
    </>
  );
}

function Text({
  label,
  value,
  onText,
  most = 500,
}: {
  label: string;
  value: string | undefined;
  onText: (text: string | undefined) => void;
  most?: number;
}): ReactElement {
  return (
    <Labelled label={label}>
      <input
        className="field"
        maxLength={most}
        autoComplete="off"
        value={value ?? ''}
        onChange={(event) => {
          onText(event.target.value === '' ? undefined : event.target.value);
        }}
      />
    </Labelled>
  );
}

function Day({
  label,
  value,
  onDay,
}: {
  label: string;
  value: string | undefined;
  onDay: (day: string | undefined) => void;
}): ReactElement {
  return (
    <Labelled label={label}>
      <input
        type="date"
        className="field"
        value={value ?? ''}
        onChange={(event) => {
          onDay(event.target.value === '' ? undefined : event.target.value);
        }}
      />
    </Labelled>
  );
}

function Choice({
  label,
  value,
  words,
  onChoice,
}: {
  label: string;
  value: string;
  words: [string, string][];
  onChoice: (word: string) => void;
}): ReactElement {
  return (
    <Labelled label={label}>
      <select
        className="field"
        value={value}
        onChange={(event) => {
          onChoice(event.target.value);
        }}
      >
        {words.map(([word, text]) => (
          <option key={word} value={word}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function List<T extends object>({
  title,
  add,
  items,
  fresh,
  onItems,
  fields,
}: {
  title: string;
  add: string;
  items: readonly T[];
  fresh: T;
  onItems: (items: T[]) => void;
  fields: (item: T, change: (item: T) => void) => ReactNode;
}): ReactElement {
  const { t } = useLanguage();
  return (
    <Part title={title}>
      {items.map((item, i) => (
        <fieldset key={i} className="fields listed">
          <legend className="vh">{`${title} ${i + 1}`}</legend>
          {fields(item, (next) => {
            onItems(items.map((each, j) => (j === i ? next : each)));
          })}
          <button
            type="button"
            className="btn"
            onClick={() => {
              onItems(items.filter((_, j) => j !== i));
            }}
          >
            {t('registerRemove')}
            <span className="vh">{` ${title} ${i + 1}`}</span>
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        className="btn"
        onClick={() => {
          onItems([...items, fresh]);
        }}
      >
        {add}
      </button>
    </Part>
  );
}
