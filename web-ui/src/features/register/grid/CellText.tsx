import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { SmallGlyph } from '../../../components/Glyph';
import { timesOf } from '../../../lib/estimate';
import { chance, hours, share } from '../../../lib/format';
import { type TextKey, useLanguage } from '../../../lib/i18n';
import { type ColumnKey, type Line, mainEvidence } from '../rows';

const TYPES: Record<Line['row']['type'], TextKey> = {
  asset: 'registerTypeAsset',
  service: 'registerTypeService',
  process: 'registerTypeProcess',
};
const HOLDS = { rto: 'rtoHours', rpo: 'rpoHours', mtpd: 'mtpdHours' } as const;

/** What a cell shows of a line that is stored. */
export function CellText({ column, line }: { column: ColumnKey; line: Line }): ReactElement | string {
  const { language, t } = useLanguage();
  const { row } = line;
  switch (column) {
    case 'id':
      return (
        <Link to={`/register/${row.id}`} tabIndex={-1} className="mono">
          {row.id}
        </Link>
      );
    case 'name':
      return (
        <>
          {line.name}
          {line.spof && <span className="chip warn">{t('registerSpofShort')}</span>}
        </>
      );
    case 'type':
      return t(TYPES[row.type]);
    case 'kind':
      return line.kind;
    case 'site':
      return line.site || '–';
    case 'zone':
      return row.zone ?? '–';
    case 'owner':
      return line.owner || '–';
    case 'tier':
      return row.tier === undefined ? '–' : String(row.tier);
    case 'rto':
    case 'rpo':
    case 'mtpd': {
      const holds = row[HOLDS[column]];
      if (holds === undefined) return '–';
      const own = row.stated?.[column] !== undefined;
      const from = column === 'rto' && row.rtoFrom ? row.rtoFrom : '';
      return (
        <span
          className={own ? undefined : 'taken'}
          title={own ? undefined : `${t('registerTakenOver')} ${from}`.trim()}
        >
          {hours(holds, language)}
        </span>
      );
    }
    case 'needs':
      return String(row.needsCount);
    case 'neededBy':
      return String(row.neededByCount);
    case 'chance':
      return <Chance line={line} />;
    case 'guesses':
      return <Rests line={line} />;
    case 'key':
      return row.externalKey ?? '–';
  }
}

export function Chance({ line: { row, worst } }: { line: Line }): ReactElement {
  const { language, t } = useLanguage();
  if (!worst) return <span className="sub">{t('notHit')}</span>;
  const within = worst.recovery.withinRto;
  return (
    <Link to={`/runs/${worst.run}/${row.id}`} title={worst.scenario} tabIndex={-1} className="worst">
      <span>{within ? chance(within, language) : t('noTarget')}</span>
      <SmallGlyph {...timesOf(worst)} />
    </Link>
  );
}

export function Rests({ line: { row, guesses } }: { line: Line }): ReactElement | string {
  const { t } = useLanguage();
  const evidence = mainEvidence(row.evidence);
  if (!evidence) return '–';
  return (
    <span className="ev">
      <i className={`ev-${evidence}`} />
      {t(evidence)}
      {guesses !== null && guesses > 0 && <small>{t('registerGuessed', { share: share(guesses) })}</small>}
    </span>
  );
}
