import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { shapeOf } from '../../lib/distribution';
import { hours, share } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import type { Need } from '../../lib/model';
import { grouped } from './needs';

/** An element's name as a small block that leads to it. */
export function Token({
  id,
  name,
  extra,
  bad,
}: {
  id: string;
  name: string;
  extra?: string;
  bad?: boolean;
}): ReactElement {
  return (
    <Link className={bad ? 'tok warn' : 'tok'} to={`/register/${id}`} title={id}>
      {name}
      {extra && <small>{extra}</small>}
    </Link>
  );
}

interface Props {
  needs: Need[];
  named: (id: string) => string;
  single: Set<string>;
}

/** Needs as they are read: every line must hold. */
export function Needs({ needs, named, single }: Props): ReactElement {
  return (
    <ul className="nb">
      {grouped(needs).map((entry, i) => (
        <li key={i}>
          <Entry entry={entry} named={named} single={single} />
        </li>
      ))}
    </ul>
  );
}

function Entry({ entry, named, single }: { entry: Exclude<Need, string> } & Omit<Props, 'needs'>): ReactElement {
  const { language, t } = useLanguage();
  const members: Need[] = typeof entry.of === 'string' ? [entry.of] : entry.of;
  const word =
    entry.shares !== undefined
      ? t('registerTogether', { minimum: share(entry.minimum ?? 1) })
      : entry.atLeast !== undefined
        ? t('registerAtLeast', { count: entry.atLeast, of: members.length })
        : t('registerAllOf');
  return (
    <>
      <span className="op">{word}</span>
      <span className="grp">
        {members.map((member, i) => {
          const part = entry.shares?.[i];
          return typeof member === 'string' ? (
            <Token
              key={member}
              id={member}
              name={named(member)}
              bad={single.has(member)}
              {...(part === undefined ? {} : { extra: share(part) })}
            />
          ) : (
            <span key={i} className="nested">
              <Entry entry={member} named={named} single={single} />
              {part !== undefined && <small>{share(part)}</small>}
            </span>
          );
        })}
        {entry.holdsFor !== undefined && (
          <span className="chip">{t('registerHoldsFor', { time: hours(shapeOf(entry.holdsFor).p50, language) })}</span>
        )}
        {entry.soft !== undefined && <span className="chip">{t('registerSoft', { share: share(entry.soft) })}</span>}
        {entry.verified !== undefined && (
          <span className="chip">{t('registerVerified', { date: entry.verified })}</span>
        )}
      </span>
    </>
  );
}
