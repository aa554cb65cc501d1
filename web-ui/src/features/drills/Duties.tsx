import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { useLanguage } from '../../lib/i18n';
import { dismissRetest, getDevices, getRetests, type RetestList } from './api';
import { dateText } from './model';

/** What must be tested again, and redundant devices that nobody has drilled lately; nothing where there is neither. */
export function Duties({ today }: { today: string }): ReactElement | null {
  const { language, t, nameOf } = useLanguage();
  const retests = useQuery({ queryKey: ['drill-retests', language], queryFn: () => getRetests(language) });
  const devices = useQuery({ queryKey: ['drill-devices'], queryFn: getDevices });
  const late = (devices.data ?? []).filter((group) => !group.due || group.due < today);
  const open = retests.data?.open ?? [];
  const error = retests.error ?? devices.error;
  if (!error && late.length + open.length === 0) return null;
  return (
    <section className="card duties">
      <header>
        <h2>{t('drillsDuties')}</h2>
      </header>
      <Fault error={error} />
      {open.length > 0 && (
        <>
          <h3>{t('drillsRetests', { count: open.length })}</h3>
          <ul>
            {open.map((retest) => (
              <OneRetest key={`${retest.cause}/${retest.service.id}`} retest={retest} today={today} />
            ))}
          </ul>
        </>
      )}
      {late.length > 0 && (
        <details>
          <summary>{t('drillsDevices', { count: late.length })}</summary>
          <ul>
            {late.map((group) => (
              <li key={group.devices.map((each) => each.id).join()}>
                {group.devices.map(nameOf).join(t('drillsJoin'))}{' '}
                <span className="sub">
                  {group.lastHeld
                    ? t('drillsDevicesLast', { date: dateText(group.lastHeld, language) })
                    : t('drillsDevicesNever')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function OneRetest({ retest, today }: { retest: RetestList['open'][number]; today: string }): ReactElement {
  const { language, t, nameOf } = useLanguage();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const dismiss = useMutation({
    mutationFn: () => dismissRetest(retest.cause, retest.service.id, reason),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drill-retests'] }),
  });
  return (
    <li>
      <b>{nameOf(retest.service)}</b> {retest.why.text}{' '}
      <span className={retest.by < today ? 'bad' : 'sub'}>
        {t('drillsRetestBy', { date: dateText(retest.by, language) })}
      </span>
      <May permission="plan-drills" everywhere>
        {asking ? (
          <span className="btns">
            <input
              className="field"
              aria-label={t('drillsRetestReason')}
              placeholder={t('drillsRetestReason')}
              maxLength={500}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
              }}
            />
            <button
              type="button"
              className="btn"
              disabled={reason.trim() === '' || dismiss.isPending}
              onClick={() => {
                dismiss.mutate();
              }}
            >
              {t('drillsRetestAside')}
            </button>
          </span>
        ) : (
          <button
            type="button"
            className="linkbtn"
            onClick={() => {
              setAsking(true);
            }}
          >
            {t('drillsRetestAside')}
          </button>
        )}
      </May>
      <Fault error={dismiss.error} />
    </li>
  );
}
