import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { Labelled } from '../../components/Labelled';
import { money } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { getCredits } from './api';
import { atBest, promise, typedNumber } from './model';

/** What the stored SLA pays back for a period that somebody describes, exactly by the rule of the model format. */
export function Credit({ id, currency, hours }: { id: string; currency: string; hours: number }): ReactElement {
  const { t, language } = useLanguage();
  const [down, setDown] = useState('');
  const [outages, setOutages] = useState('');
  const asking = useMutation({
    mutationFn: async () => {
      const [answer] = await getCredits(id, [
        {
          down: typedNumber(down) ?? 0,
          outages: outages
            .split(/[;\s]+/)
            .filter(Boolean)
            .map((each) => typedNumber(each) ?? 0),
        },
      ]);
      return answer;
    },
  });
  const answer = asking.data;
  return (
    <section className="card" aria-label={t('slaCalculator')}>
      <header>
        <h2>{t('slaCalculator')}</h2>
        <span className="r">{t('slaCalculatorHint', { hours })}</span>
      </header>
      <form
        className="inline"
        onSubmit={(event) => {
          event.preventDefault();
          asking.mutate();
        }}
      >
        <Labelled label={t('slaDownHours')}>
          <input
            className="field num"
            required
            inputMode="decimal"
            value={down}
            onChange={(event) => {
              setDown(event.target.value);
            }}
          />
        </Labelled>
        <Labelled label={t('slaOutageHours')}>
          <input
            className="field"
            inputMode="decimal"
            value={outages}
            onChange={(event) => {
              setOutages(event.target.value);
            }}
          />
        </Labelled>
        <button type="submit" className="btn pri" disabled={asking.isPending}>
          {t('slaCalculate')}
        </button>
      </form>
      <Fault error={asking.error} />
      {answer && (
        <p role="status">
          {t('slaCreditSays', {
            availability: atBest(answer.availability),
            money: money(answer.money, currency, language),
            share: promise(answer.share),
          })}
          {answer.band && ` ${t('slaCreditBand', { below: promise(answer.band.below) })}`}
          {answer.outages.length > 0 && ` ${t('slaCreditOutages', { count: answer.outages.length })}`}
        </p>
      )}
    </section>
  );
}
