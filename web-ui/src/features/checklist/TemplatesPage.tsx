import { RuleText } from '../../components/RuleText';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { Fault } from '../../components/Fault';
import { May } from '../../components/May';
import { State } from '../../components/State';
import { violationsOf } from '../../lib/answer';
import { moment } from '../../lib/format';
import { useLanguage } from '../../lib/i18n';
import { usePage } from '../../lib/page';
import { getTemplates, type KeptTemplate, putTemplate, type Violation } from './api';
import './checklist.css';

interface Editing {
  id: string;
  version: number;
  text: string;
}

const jsonOf = (kept: KeptTemplate, id: string): string => JSON.stringify({ ...kept.template, id }, null, 2);

/** The lists that can be filled in: those that the program brings, and those of the organisation. */
export function TemplatesPage(): ReactElement {
  const { t, language, nameOf } = useLanguage();
  const [editing, setEditing] = useState<Editing | null>(null);
  usePage({ label: t('checklistRoom'), to: '/checklists' }, { label: t('checklistTemplates') });
  const { data, error, refetch } = useQuery({ queryKey: ['checklists', 'templates'], queryFn: getTemplates });
  if (!data) return <State error={error} retry={() => void refetch()} />;
  const own = data.filter((kept) => !kept.builtIn).length;
  const free = (id: string): string => {
    let n = 1;
    while (data.some((kept) => kept.template.id === `${id}-own${n === 1 ? '' : `-${n}`}`)) n++;
    return `${id}-own${n === 1 ? '' : `-${n}`}`;
  };
  return (
    <>
      <div className="head">
        <div className="grow">
          <h1>{t('checklistTemplatesHead', { total: data.length, own })}</h1>
          <p className="lede">{t('checklistTemplatesLede')}</p>
        </div>
      </div>
      {editing && (
        <Editor
          key={editing.id}
          editing={editing}
          onDone={() => {
            setEditing(null);
          }}
        />
      )}
      {data.map((kept) => (
        <section key={kept.template.id} className="card" aria-label={nameOf(kept.template)}>
          <header>
            <h2>{nameOf(kept.template)}</h2>
            <span className="sub">
              {kept.builtIn
                ? t('checklistBuiltIn')
                : t('checklistOwn', {
                    version: kept.version,
                    who: kept.changedBy ?? '–',
                    when: kept.changedAt ? moment(kept.changedAt, language) : '–',
                  })}
            </span>
            <span className="r">
              {t('checklistCounts', { items: kept.template.items.length, groups: kept.template.groups.length })}
            </span>
          </header>
          <p className="sub">{kept.template.about[language]}</p>
          <May permission="edit-register" everywhere>
            <p className="btns">
              {!kept.builtIn && (
                <button
                  type="button"
                  className="btn"
                  onClick={() => {
                    setEditing({
                      id: kept.template.id,
                      version: kept.version,
                      text: jsonOf(kept, kept.template.id),
                    });
                  }}
                >
                  {t('checklistEdit')}
                </button>
              )}
              <button
                type="button"
                className="btn"
                onClick={() => {
                  const id = free(kept.template.id);
                  setEditing({ id, version: 0, text: jsonOf(kept, id) });
                }}
              >
                {t('checklistCopy')}
                <span className="vh"> {nameOf(kept.template)}</span>
              </button>
            </p>
          </May>
        </section>
      ))}
    </>
  );
}

/** The id that a text says it is of. */
function idOf(text: string): string {
  try {
    const said = JSON.parse(text) as { id?: unknown };
    return typeof said.id === 'string' ? said.id : '';
  } catch (error) {
    if (error instanceof SyntaxError) return ''; // the service says where it stops being JSON
    throw error;
  }
}

function Editor({ editing, onDone }: { editing: Editing; onDone: () => void }): ReactElement {
  const { t } = useLanguage();
  const queries = useQueryClient();
  const [text, setText] = useState(editing.text);
  const saving = useMutation({
    mutationFn: () => putTemplate(editing.version === 0 ? idOf(text) || editing.id : editing.id, editing.version, text),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['checklists'] });
      onDone();
    },
  });
  const broken = violationsOf(saving.error) as Violation[];
  return (
    <section className="card templateeditor" aria-label={t('checklistEditor')}>
      <header>
        <h2>{t('checklistEditor')}</h2>
        <span className="sub">{t('checklistEditorHint')}</span>
      </header>
      <textarea
        className="field mono"
        rows={18}
        spellCheck={false}
        aria-label={t('checklistJson')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      <Fault error={saving.error} />
      {broken.length > 0 && (
        <ul>
          {broken.slice(0, 20).map((each) => (
            <li key={`${each.path} ${each.code}`} className="bad">
              <code>{each.path}</code> <RuleText rule={each} />
            </li>
          ))}
        </ul>
      )}
      <p className="btns">
        <button
          type="button"
          className="btn pri"
          disabled={saving.isPending}
          onClick={() => {
            saving.mutate();
          }}
        >
          {t('checklistStore')}
        </button>
        <label className="btn">
          {t('checklistUpload')}
          <input
            type="file"
            accept="application/json,.json"
            className="vh"
            onChange={(event) => {
              void event.target.files?.[0]?.text().then(setText);
            }}
          />
        </label>
        <button type="button" className="btn" onClick={onDone}>
          {t('checklistCancel')}
        </button>
      </p>
    </section>
  );
}
