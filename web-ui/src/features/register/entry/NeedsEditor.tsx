import type { ReactElement } from 'react';
import { NumberInput } from '../../../components/NumberInput';
import { useLanguage } from '../../../lib/i18n';
import type { Need } from '../../../lib/model';
import {
  type Group,
  grouped,
  membersOf,
  type Mode,
  modeOf,
  needsOf,
  withMember,
  withMemberAt,
  withMode,
  withoutMember,
  withShareAt,
  withTerm,
} from '../needs';
import { DurationEditor } from './DurationEditor';
import { Lookup } from './Lookup';

const MODES: readonly Mode[] = ['all', 'atLeast', 'together'];

interface Props {
  label: string;
  needs: Need[];
  named: (id: string) => string;
  onNeeds: (needs: Need[]) => void;
  /** Whether an empty line stands ready, to name the first need. */
  self?: string;
}

/** The needs builder: every line must hold; a line asks for all of its members, some of them, or that they carry a load together. */
export function NeedsEditor({ label, needs, named, onNeeds, self }: Props): ReactElement {
  const { t } = useLanguage();
  const lines = grouped(needs);
  const put = (next: Group[]): void => {
    onNeeds(needsOf(next));
  };
  return (
    <div className="needseditor" role="group" aria-label={label}>
      <ul className="nb">
        {lines.map((line, i) => (
          <li key={i}>
            <GroupEditor
              group={line}
              label={t('registerLine', { number: i + 1 })}
              named={named}
              {...(self === undefined ? {} : { self })}
              onGroup={(next) => {
                put(lines.map((each, j) => (j === i ? next : each)));
              }}
              onRemove={() => {
                put(lines.filter((_, j) => j !== i));
              }}
            />
          </li>
        ))}
      </ul>
      <div className="btns">
        <Lookup
          told
          label={t('registerAddNeed')}
          taken={self === undefined ? [] : [self]}
          onChoose={(id) => {
            onNeeds([...needs, id]);
          }}
        />
        <Lookup
          told
          label={t('registerAddAlternatives')}
          taken={self === undefined ? [] : [self]}
          onChoose={(id) => {
            onNeeds([...needs, { atLeast: 1, of: [id] }]);
          }}
        />
      </div>
    </div>
  );
}

interface GroupProps {
  group: Group;
  label: string;
  named: (id: string) => string;
  self?: string;
  onGroup: (group: Group) => void;
  onRemove: () => void;
}

function GroupEditor({ group, label, named, self, onGroup, onRemove }: GroupProps): ReactElement {
  const { t } = useLanguage();
  const members = membersOf(group);
  const mode = modeOf(group);
  const taken = members.filter((each): each is string => typeof each === 'string');
  return (
    <fieldset className="groupeditor">
      <legend className="vh">{label}</legend>
      <span className="terms">
        <select
          className="field"
          aria-label={t('registerAsks')}
          value={mode}
          onChange={(event) => {
            onGroup(withMode(group, event.target.value as Mode));
          }}
        >
          {MODES.map((each) => (
            <option key={each} value={each}>
              {t(`registerMode-${each}`)}
            </option>
          ))}
        </select>
        {mode === 'atLeast' && (
          <NumberInput
            hidden
            label={t('registerHowMany')}
            value={group.atLeast}
            onValue={(value) => {
              onGroup({ ...group, atLeast: value ?? 1 });
            }}
          />
        )}
        {mode === 'together' && (
          <NumberInput
            label={t('registerMinimum')}
            factor={100}
            value={group.minimum}
            onValue={(value) => {
              onGroup({ ...group, minimum: value ?? 1 });
            }}
          />
        )}
      </span>
      <span className="grp">
        {members.map((member, i) => (
          <span key={typeof member === 'string' ? member : i} className="nested">
            {typeof member === 'string' ? (
              <span className="tok">
                {named(member)}
                <Remove
                  name={named(member)}
                  onRemove={() => {
                    onGroup(withoutMember(group, i));
                  }}
                />
              </span>
            ) : (
              <GroupEditor
                group={member}
                label={t('registerInner')}
                named={named}
                {...(self === undefined ? {} : { self })}
                onGroup={(next) => {
                  onGroup(withMemberAt(group, i, next));
                }}
                onRemove={() => {
                  onGroup(withoutMember(group, i));
                }}
              />
            )}
            {mode === 'together' && (
              <NumberInput
                hidden
                label={t('registerShareOf', { name: typeof member === 'string' ? named(member) : t('registerInner') })}
                factor={100}
                value={group.shares?.[i]}
                onValue={(value) => {
                  onGroup(withShareAt(group, i, value ?? 0));
                }}
              />
            )}
          </span>
        ))}
        <Lookup
          label={t('registerAddTo', { line: label })}
          taken={self === undefined ? taken : [...taken, self]}
          onChoose={(id) => {
            onGroup(withMember(group, id));
          }}
        />
      </span>
      <details className="terms-more" open={group.holdsFor !== undefined || group.soft !== undefined}>
        <summary>{t('registerTerms')}</summary>
        <label className="tick">
          <input
            type="checkbox"
            checked={group.holdsFor !== undefined}
            onChange={(event) => {
              const { holdsFor, ...rest } = group;
              onGroup(event.target.checked ? { ...rest, holdsFor: holdsFor ?? 1 } : rest);
            }}
          />
          {t('registerHoldsForTick')}
        </label>
        {group.holdsFor !== undefined && (
          <DurationEditor
            label={t('registerHoldsForLabel')}
            value={group.holdsFor}
            onValue={(holdsFor) => {
              onGroup({ ...group, holdsFor });
            }}
          />
        )}
        <div className="fields">
          <NumberInput
            label={t('registerSoftLabel')}
            factor={100}
            value={group.soft}
            onValue={(value) => {
              onGroup(withTerm(group, 'soft', value));
            }}
          />
          <label className="labelled">
            <span>{t('registerVerifiedOn')}</span>
            <input
              type="date"
              className="field"
              value={group.verified ?? ''}
              onChange={(event) => {
                onGroup(withTerm(group, 'verified', event.target.value === '' ? undefined : event.target.value));
              }}
            />
          </label>
        </div>
      </details>
      <button type="button" className="btn" onClick={onRemove}>
        {t('registerRemoveLine')}
        <span className="vh"> {label}</span>
      </button>
    </fieldset>
  );
}

/** A small cross that takes something away. */
export function Remove({ name, onRemove }: { name: string; onRemove: () => void }): ReactElement {
  const { t } = useLanguage();
  return (
    <button type="button" className="cross" aria-label={t('registerRemoveNamed', { name })} onClick={onRemove}>
      ×
    </button>
  );
}
