import type { ReactElement } from 'react';
import { useLanguage } from '../../lib/i18n';
import type { Proposal, View } from './api';
import { ElementPicker } from './ElementPicker';
import { ChoiceField, LineField, ListField, LongField, TimeField } from './Fields';
import { UnitField } from './UnitField';
import { KINDS, linesOf, numberOf, numbersIn, RISKS, ROUTES } from './model';

/** Everything that is said of a change before it is carried out. */
export function ProposalForm({
  proposal,
  known,
  onChange,
}: {
  proposal: Proposal;
  known: View['elements'];
  onChange: (part: Partial<Proposal>) => void;
}): ReactElement {
  const { t } = useLanguage();
  const text = (name: keyof Proposal, long = false): ReactElement => {
    const Kind = long ? LongField : LineField;
    return (
      <Kind
        name={name}
        value={proposal[name] as string}
        onValue={(value) => {
          onChange({ [name]: value });
        }}
      />
    );
  };
  return (
    <>
      <section className="card" aria-label={t('changeSection-what')}>
        <h2>{t('changeSection-what')}</h2>
        <div className="form">
          {text('title')}
          <ElementPicker
            value={proposal.elements}
            known={known}
            onValue={(elements) => {
              onChange({ elements });
            }}
          />
          <div className="abreast">
            <ChoiceField
              name="kind"
              value={proposal.kind}
              choices={KINDS}
              prefix="changeKind"
              onValue={(kind) => {
                onChange({ kind });
              }}
            />
            <ChoiceField
              name="route"
              value={proposal.route}
              choices={ROUTES}
              prefix="changeRoute"
              onValue={(route) => {
                onChange({ route });
              }}
            />
            <ChoiceField
              name="risk"
              value={proposal.risk}
              choices={RISKS}
              prefix="changeRisk"
              onValue={(risk) => {
                onChange({ risk });
              }}
            />
          </div>
          <UnitField
            value={proposal.unit}
            onValue={(unit) => {
              onChange({ unit });
            }}
          />
          {text('riskReason', true)}
          {text('description', true)}
          <div className="abreast">
            {text('reason', true)}
            {text('benefit', true)}
          </div>
        </div>
      </section>
      <section className="card" aria-label={t('changeSection-plan')}>
        <h2>{t('changeSection-plan')}</h2>
        <div className="form">
          <div className="abreast">
            <TimeField
              name="windowStart"
              value={proposal.windowStart}
              onValue={(windowStart) => {
                onChange({ windowStart });
              }}
            />
            <TimeField
              name="windowEnd"
              value={proposal.windowEnd}
              onValue={(windowEnd) => {
                onChange({ windowEnd });
              }}
            />
          </div>
          <div className="abreast">
            {text('implementer')}
            {proposal.route === 'emergency' && text('authorisedBy')}
          </div>
          {text('backOut', true)}
          {text('testAfter', true)}
        </div>
      </section>
      <ReleaseForm proposal={proposal} onChange={onChange} />
    </>
  );
}

function ReleaseForm({
  proposal,
  onChange,
}: {
  proposal: Proposal;
  onChange: (part: Partial<Proposal>) => void;
}): ReactElement {
  const { t } = useLanguage();
  const { release } = proposal;
  const change = (part: Partial<Proposal['release']>): void => {
    onChange({ release: { ...release, ...part } });
  };
  return (
    <section className="card" aria-label={t('changeSection-release')}>
      <h2>{t('changeSection-release')}</h2>
      <div className="form">
        <div className="abreast">
          <TimeField
            type="date"
            name="date"
            value={release.date}
            onValue={(date) => {
              change({ date });
            }}
          />
          <ListField
            name="relatedChanges"
            value={release.relatedChanges}
            read={numbersIn}
            write={(numbers) => numbers.map(numberOf).join(', ')}
            onValue={(relatedChanges) => {
              change({ relatedChanges });
            }}
          />
        </div>
        <ListField
          long
          name="deliverables"
          value={release.deliverables}
          read={linesOf}
          write={(lines) => lines.join('\n')}
          onValue={(deliverables) => {
            change({ deliverables });
          }}
        />
        <div className="abreast">
          <LongField
            name="knownErrors"
            value={release.knownErrors}
            onValue={(knownErrors) => {
              change({ knownErrors });
            }}
          />
          <LongField
            name="remedy"
            value={release.remedy}
            onValue={(remedy) => {
              change({ remedy });
            }}
          />
        </div>
      </div>
    </section>
  );
}
