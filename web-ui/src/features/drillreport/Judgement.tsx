import type { ReactElement } from 'react';
import { Labelled } from '../../components/Labelled';
import { useLanguage } from '../../lib/i18n';
import type { Content, ReportView } from './api';
import { INTEGRITIES, RESULTS, withAge } from './model';
import { Card } from './Sections';

interface Props {
  content: Content;
  locked: boolean;
  onChange: (part: Partial<Content>) => void;
}

type Long = 'summary' | 'operations' | 'assets' | 'people' | 'lessons' | 'recommendations' | 'planChanges';

function Area({ name, content, locked, onChange }: Props & { name: Long }): ReactElement {
  const { t } = useLanguage();
  return (
    <Labelled label={t(`reportField-${name}`)}>
      <textarea
        className="field"
        rows={3}
        maxLength={5000}
        disabled={locked}
        value={content[name]}
        onChange={(event) => {
          onChange({ [name]: event.target.value });
        }}
      />
    </Labelled>
  );
}

/** The result that is proposed, why, and another one with a reason; whether the data were whole. */
export function Judgement({ view, ...props }: Props & { view: ReportView }): ReactElement {
  const { t } = useLanguage();
  const { content, locked, onChange } = props;
  const { filled, text } = view;
  return (
    <Card title={t('reportResult')}>
      <p className={filled.result === 'failed' ? 'big bad' : 'big'}>{text.result}</p>
      <ul className="said">
        {text.resultWhy.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
      <div className="form">
        <div className="abreast">
          <Labelled label={t('reportField-result')} hint={t('reportResultHint')}>
            <select
              className="field"
              disabled={locked}
              value={content.result ?? ''}
              onChange={(event) => {
                onChange({ result: (event.target.value || null) as Content['result'] });
              }}
            >
              <option value="">{t('reportProposed', { result: t(`reportResult-${filled.proposed}`) })}</option>
              {RESULTS.map((each) => (
                <option key={each} value={each}>
                  {t(`reportResult-${each}`)}
                </option>
              ))}
            </select>
          </Labelled>
          <Labelled label={t('reportField-integrity')}>
            <select
              className="field"
              disabled={locked}
              value={content.integrity}
              onChange={(event) => {
                onChange({ integrity: event.target.value as Content['integrity'] });
              }}
            >
              {INTEGRITIES.map((each) => (
                <option key={each} value={each}>
                  {t(`reportIntegrity-${each}`)}
                </option>
              ))}
            </select>
          </Labelled>
        </div>
        {content.result !== null && (
          <Labelled label={t('reportField-resultReason')}>
            <input
              className="field"
              maxLength={5000}
              disabled={locked}
              value={content.resultReason}
              onChange={(event) => {
                onChange({ resultReason: event.target.value });
              }}
            />
          </Labelled>
        )}
        <Labelled label={t('reportField-integrityText')}>
          <input
            className="field"
            maxLength={5000}
            disabled={locked}
            value={content.integrityText}
            onChange={(event) => {
              onChange({ integrityText: event.target.value });
            }}
          />
        </Labelled>
        {filled.elements.map((each, i) => (
          <Labelled
            key={each.element}
            label={t('reportAge', { name: text.recovered[i]?.name ?? each.element })}
            hint={t('reportAgeHint')}
          >
            <input
              className="field"
              inputMode="decimal"
              disabled={locked}
              defaultValue={content.dataAges.find((age) => age.element === each.element)?.hours ?? ''}
              onChange={(event) => {
                onChange({ dataAges: withAge(content, each.element, event.target.value).dataAges });
              }}
            />
          </Labelled>
        ))}
        <Area name="summary" {...props} />
      </div>
    </Card>
  );
}

/** Effects, lessons and what follows. */
export function Words(props: Props): ReactElement {
  const { t } = useLanguage();
  const { content, locked, onChange } = props;
  return (
    <>
      <Card title={t('reportEffects')}>
        <div className="form">
          {(['operations', 'assets', 'people'] as const).map((name) => (
            <Area key={name} name={name} {...props} />
          ))}
        </div>
      </Card>
      <Card title={t('reportFollows')}>
        <div className="form">
          {(['lessons', 'recommendations', 'planChanges'] as const).map((name) => (
            <Area key={name} name={name} {...props} />
          ))}
          <Labelled label={t('reportField-retestOn')}>
            <input
              className="field"
              type="date"
              disabled={locked}
              value={content.retestOn ?? ''}
              onChange={(event) => {
                onChange({ retestOn: event.target.value || null });
              }}
            />
          </Labelled>
        </div>
      </Card>
    </>
  );
}
