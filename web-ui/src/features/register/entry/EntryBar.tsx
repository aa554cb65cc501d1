import { RuleText } from '../../../components/RuleText';
import type { ReactElement } from 'react';
import { Fault } from '../../../components/Fault';
import { useLanguage } from '../../../lib/i18n';
import type { EntryState } from './useEntry';

/** What is stored and what is not, with the ways on; it stays in sight. */
export function EntryBar({ entry, onClose }: { entry: EntryState; onClose: () => void }): ReactElement {
  const { t } = useLanguage();
  const places = entry.clashes?.map((each) => each.path) ?? [];
  return (
    <div className={entry.dirty ? 'entrybar dirty' : 'entrybar'}>
      <span role="status">
        {entry.clashes
          ? places.length > 0
            ? t('registerEntryClash', { places: places.join(', ') })
            : t('registerEntryMerged')
          : entry.dirty
            ? t('registerEntryUnsaved')
            : entry.saved
              ? t('registerEntrySaved')
              : t('registerEntryEditing')}
      </span>
      <span className="btns">
        {entry.canUndo && (
          <button type="button" className="btn" onClick={entry.undo}>
            {t('registerUndo')}
          </button>
        )}
        {entry.clashes && (
          <button type="button" className="btn" onClick={entry.takeTheirs}>
            {t('registerTakeTheirs')}
          </button>
        )}
        {entry.dirty && !entry.clashes && (
          <button type="button" className="btn" onClick={entry.discard}>
            {t('registerDrop')}
          </button>
        )}
        <button type="button" className="btn pri" disabled={!entry.dirty || entry.saving} onClick={entry.save}>
          {t('registerEntrySave')}
        </button>
        {!entry.dirty && (
          <button type="button" className="btn" onClick={onClose}>
            {t('registerEntryClose')}
          </button>
        )}
      </span>
      {(entry.error !== null || entry.broken.length > 0) && (
        <div className="bad">
          <Fault error={entry.error} />
          <ul>
            {entry.broken.map((each) => (
              <li key={`${each.path} ${each.code}`}>
                <code>{each.path.replace('$.changes[0].patch', '$')}</code> <RuleText rule={each} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
