import { type ReactElement, useState } from 'react';
import { type ChangedLine, placeOf, valueOf } from '../lib/approval';
import { useLanguage } from '../lib/i18n';
import './approval.css';

const SHOWN = 25;

/** What differs between two versions, place by place: what was there, and what is there now. */
export function Difference({ lines }: { lines: ChangedLine[] }): ReactElement {
  const { t } = useLanguage();
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, SHOWN);
  const sections = [...new Set(shown.map((line) => placeOf(line, t).section))];
  if (lines.length === 0) return <p className="sub">{t('approvalNoDifference')}</p>;
  return (
    <>
      {sections.map((section) => (
        <div className="diff" key={section}>
          <h3>{section}</h3>
          <ol>
            {shown
              .filter((line) => placeOf(line, t).section === section)
              .map((line) => (
                <Line key={JSON.stringify([line.path, line.kind])} line={line} />
              ))}
          </ol>
        </div>
      ))}
      {lines.length > shown.length && (
        <p className="ways">
          <button
            type="button"
            className="btn"
            onClick={() => {
              setAll(true);
            }}
          >
            {t('approvalAllLines', { count: lines.length })}
          </button>
        </p>
      )}
    </>
  );
}

function Line({ line }: { line: ChangedLine }): ReactElement {
  const { t, language } = useLanguage();
  const { way } = placeOf(line, t);
  const before = valueOf(line, line.before, t, language);
  const after = valueOf(line, line.after, t, language);
  return (
    <li className={line.kind}>
      <span className="what">{t(`approvalKind-${line.kind}`)}</span>
      <span className="where">{way}</span>
      {before !== '' && before !== lastOf(line) && <del>{before}</del>}
      {before !== '' && after !== '' && <span aria-hidden="true">→</span>}
      {after !== '' && after !== lastOf(line) && <ins>{after}</ins>}
    </li>
  );
}

/** The name of the place itself: a word in a list of words is its own value. */
const lastOf = (line: ChangedLine): string => {
  const last = line.path.at(-1);
  return last && !last.key ? last.text : '';
};
