import { hours as time, money } from '../../lib/format';
import type { Language } from '../../lib/format';
import type { Translate } from '../../lib/i18n';
import type { Proposals, Scales } from './api';

interface Words {
  t: Translate;
  language: Language;
  currency: string;
  scales: Scales;
}

/** Why an MTPD is proposed, or why none is. */
export function whyMtpd(mtpd: Proposals['mtpd'], { t, language, currency, scales }: Words): string {
  if (mtpd.hours === null) return t('biaWhyMtpdNone');
  const kinds = mtpd.why.map((each) => {
    const kind = scales.kinds.find((one) => one.id === each.kind);
    return kind
      ? t('biaWhyKind', { kind: kind.names[language] ?? each.kind })
      : each.kind === 'money'
        ? t('biaWhyMoney', { limit: money(each.value, currency, language) })
        : t('biaWhyKind', { kind: each.kind });
  });
  return t('biaWhyMtpd', {
    hours: mtpd.hours === 0 ? t('biaAtOnce') : time(mtpd.hours, language),
    kinds: kinds.join(t('biaWhyAnd')),
  });
}

/** Why an RTO is proposed, or why none is. */
export function whyRto(rto: Proposals['rto'], { t, language }: Words): string {
  if (rto.mtpdHours === null) return t('biaWhyRtoNone');
  const values = { mtpd: time(rto.mtpdHours, language), wrt: time(rto.wrtHours, language) };
  if (rto.hours === null) return t('biaWhyRtoNoRoom', values);
  return t(rto.wrtHours > 0 ? 'biaWhyRto' : 'biaWhyRtoPlain', { ...values, rto: time(rto.hours, language) });
}

/** Why a tier is proposed, or why none is. */
export function whyTier(tier: Proposals['tier'], { t, language }: Words): string {
  if (tier.tier === null) return t('biaWhyTierNone');
  if (tier.target === null || tier.hours === null || tier.limitHours === null) return t('biaWhyTierLast');
  return t('biaWhyTier', {
    target: tier.target.toUpperCase(),
    hours: time(tier.hours, language),
    tier: tier.tier,
    limit: time(tier.limitHours, language),
  });
}
