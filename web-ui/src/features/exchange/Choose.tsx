import type { ReactElement } from 'react';
import { type TextKey, useLanguage } from '../../lib/i18n';
import { FileDrop } from '../../components/FileDrop';
import { filesOf, isReady, MOST_BYTES, PARTS, sizeOf } from './model';
import type { Files, Part, Source } from './types';

const SOURCES: { source: Source; text: TextKey; hint: TextKey }[] = [
  { source: 'netbox', text: 'importNetbox', hint: 'importNetboxHint' },
  { source: 'own', text: 'importOwn', hint: 'importOwnHint' },
  { source: 'tables', text: 'importTables', hint: 'importTablesHint' },
  { source: 'calls', text: 'importCalls', hint: 'importCallsHint' },
  { source: 'network', text: 'importNetwork', hint: 'importNetworkHint' },
  { source: 'model', text: 'importModel', hint: 'importModelHint' },
];
const LABELS: Record<Part, TextKey> = {
  dump: 'importPartDump',
  assets: 'importPartAssets',
  relations: 'importPartRelations',
  edges: 'importPartEdges',
  model: 'importPartModel',
  network: 'importPartNetwork',
  table: 'importPartTable',
};
const ACCEPT: Record<Part, string> = {
  dump: '.json,application/json',
  assets: '.csv,.tsv,.txt,text/csv',
  relations: '.csv,.tsv,.txt,text/csv',
  edges: '.csv,.tsv,.txt,text/csv',
  model: '.yaml,.yml,.json',
  network: '.graphml,.xml',
  table: '.xlsx,.csv,.tsv,.txt',
};

/** The first step: what there is, and its files. */
export function Choose({
  source,
  files,
  onSource,
  onFile,
  onPreview,
}: {
  source: Source;
  files: Files;
  onSource: (source: Source) => void;
  onFile: (part: Part, file: File | undefined) => void;
  onPreview: () => void;
}): ReactElement {
  const { t } = useLanguage();
  const size = sizeOf(filesOf(source, files));
  const hint = (file: File | undefined): string =>
    file
      ? t('importChosen', {
          name: file.name,
          size: Math.max(1, Math.round(file.size / 1024)).toLocaleString('en-GB'),
        })
      : t('importDrop');
  const label = (part: Part): string =>
    t(part === 'edges' && source !== 'calls' ? 'importPartEdgesOptional' : LABELS[part]);
  return (
    <form
      className="import"
      onSubmit={(event) => {
        event.preventDefault();
        onPreview();
      }}
    >
      <fieldset className="card sources">
        <legend>{t('importSource')}</legend>
        {SOURCES.map((each) => (
          <label key={each.source} className={each.source === source ? 'on' : ''}>
            <input
              type="radio"
              name="source"
              checked={each.source === source}
              onChange={() => {
                onSource(each.source);
              }}
            />
            <span>
              <b>{t(each.text)}</b>
              <span className="sub">{t(each.hint)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <section className="card">
        <h2>{t('importFiles')}</h2>
        <div className="drops">
          {PARTS[source].map((part) => (
            <FileDrop
              key={part}
              label={label(part)}
              hint={hint(files[part])}
              file={files[part]}
              accept={ACCEPT[part]}
              onChoose={(file) => {
                onFile(part, file);
              }}
            />
          ))}
        </div>
        {size > MOST_BYTES && (
          <p className="bad" role="alert">
            {t('importTooLarge', { size: Math.ceil(size / 1024 / 1024) })}
          </p>
        )}
      </section>
      <p>
        <button type="submit" className="btn pri" disabled={!isReady(source, files) || size > MOST_BYTES}>
          {t(source === 'own' ? 'importMapStart' : 'importPreview')}
        </button>
      </p>
    </form>
  );
}
