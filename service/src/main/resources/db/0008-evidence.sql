--liquibase formatted sql

--changeset holdfast:0008-retention
--comment: how long records of each class are kept, and what is held longer; since when a class counts is said where it is asked
create table retention_policy (
  record_class text primary key,
  least_years int check (least_years > 0),
  years int check (years >= least_years and years <= 100),
  deletion text not null check (deletion in ('never', 'by-decision', 'automatic')),
  basis text not null,
  version int not null default 1,
  changed_at timestamptz,
  changed_by text,
  reason text,
  check ((deletion = 'by-decision') = (years is not null)),
  check ((years is null) = (least_years is null))
);
insert into retention_policy (record_class, least_years, years, deletion, basis) values
  ('audit', null, null, 'never', 'I16, I17'),
  ('approval', null, null, 'never', 'I10, D12'),
  ('evidence', 5, 5, 'by-decision', 'I10, I15'),
  ('drill-record', 5, 5, 'by-decision', 'I10, D12'),
  ('incident-record', 5, 5, 'by-decision', 'I10, I12'),
  ('training-record', 5, 5, 'by-decision', 'D16'),
  ('simulation-report', 5, 5, 'by-decision', 'I10'),
  ('session', null, null, 'automatic', '');
create table retention_hold (
  id bigint generated always as identity primary key,
  record_type text not null,
  record text not null,
  reason text not null,
  placed_at timestamptz not null,
  placed_by text not null,
  lifted_at timestamptz,
  lifted_by text,
  lifted_reason text,
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_reason is null))
);
create unique index retention_hold_once on retention_hold (record_type, record) where lifted_at is null;
--rollback drop table retention_hold; drop table retention_policy;

--changeset holdfast:0008-evidence
--comment: files as evidence, in pieces, so that they share transactions and backups; who had them stands in the audit
create table evidence_item (
  id bigint generated always as identity primary key,
  file uuid not null unique,
  subject_type text not null,
  subject text not null,
  record_class text not null references retention_policy (record_class),
  file_name text not null check (file_name <> ''),
  declared_type text not null,
  detected_type text not null,
  size bigint not null check (size > 0),
  sha256 bytea not null check (length(sha256) = 32),
  collected_at timestamptz not null,
  collected_by text,
  authorised_by text,
  present text,
  place text,
  description text,
  uploaded_at timestamptz not null,
  uploaded_by text not null,
  deleted_at timestamptz,
  check (collected_at <= uploaded_at)
);
create index evidence_item_by_subject on evidence_item (subject_type, subject, id);
create index evidence_item_by_hash on evidence_item (sha256);
create index evidence_item_by_class on evidence_item (record_class, uploaded_at) where deleted_at is null;
create table evidence_chunk (
  file uuid not null references evidence_item (file) deferrable initially deferred,
  position int not null check (position >= 0),
  bytes bytea not null,
  primary key (file, position)
);
alter table evidence_chunk alter column bytes set storage external;
--rollback drop table evidence_chunk; drop table evidence_item;

--changeset holdfast:0008-retention-guards splitStatements:false
--comment: nothing leaves before its date, whoever asks; the state HF001 is told as kept-until
create function retention_require(kind text, record text, class text, since timestamptz) returns void language plpgsql as $$
declare
  kept int;
  until timestamptz;
begin
  select years into kept from retention_policy where record_class = class;
  if kept is null then
    raise exception '% % is kept for good', kind, record using errcode = 'HF001';
  end if;
  until := (since at time zone 'UTC' + make_interval(years => kept)) at time zone 'UTC';
  if until > now() then
    raise exception '% % is kept until %', kind, record, until using errcode = 'HF001';
  end if;
  if exists (select from retention_hold where record_type = kind and retention_hold.record = retention_require.record and lifted_at is null) then
    raise exception '% % is on hold', kind, record using errcode = 'HF001';
  end if;
end $$;
create function retention_refuse() returns trigger language plpgsql as $$
begin
  raise exception '% is never emptied or deleted from', tg_table_name using errcode = 'HF001';
end $$;
create function retention_policy_changed() returns trigger language plpgsql as $$
begin
  if new.record_class <> old.record_class or new.least_years is distinct from old.least_years or new.deletion <> old.deletion or new.basis <> old.basis then
    raise exception 'of a policy only the years change' using errcode = 'HF001';
  end if;
  return new;
end $$;
create trigger retention_policy_years before update on retention_policy for each row execute function retention_policy_changed();
create function retention_hold_lifted() returns trigger language plpgsql as $$
begin
  if old.lifted_at is not null or (new.record_type, new.record, new.reason, new.placed_at, new.placed_by) is distinct from (old.record_type, old.record, old.reason, old.placed_at, old.placed_by) then
    raise exception 'a hold can only be lifted, once' using errcode = 'HF001';
  end if;
  return new;
end $$;
create trigger retention_hold_lifting before update on retention_hold for each row execute function retention_hold_lifted();
create trigger retention_hold_stays before delete on retention_hold for each row execute function retention_refuse();
create trigger retention_hold_stays_whole before truncate on retention_hold for each statement execute function retention_refuse();
create function evidence_item_changed() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['collected_by', 'authorised_by', 'present', 'place', 'description', 'deleted_at'])
      <> (to_jsonb(old) - array['collected_by', 'authorised_by', 'present', 'place', 'description', 'deleted_at']) then
    raise exception 'what evidence says is not changed' using errcode = 'HF001';
  end if;
  if (new.collected_by is not null and new.collected_by is distinct from old.collected_by)
      or (new.authorised_by is not null and new.authorised_by is distinct from old.authorised_by)
      or (new.present is not null and new.present is distinct from old.present)
      or (new.place is not null and new.place is distinct from old.place)
      or (new.description is not null and new.description is distinct from old.description) then
    raise exception 'what evidence says can only be redacted' using errcode = 'HF001';
  end if;
  if new.deleted_at is distinct from old.deleted_at then
    if old.deleted_at is not null then
      raise exception 'a file that was deleted stays so' using errcode = 'HF001';
    end if;
    perform retention_require('evidence', old.id::text, old.record_class, old.uploaded_at);
  end if;
  return new;
end $$;
create trigger evidence_item_changes before update on evidence_item for each row execute function evidence_item_changed();
create trigger evidence_item_stays before delete on evidence_item for each row execute function retention_refuse();
create trigger evidence_item_stays_whole before truncate on evidence_item for each statement execute function retention_refuse();
create function evidence_chunk_deleted() returns trigger language plpgsql as $$
begin
  if exists (select from evidence_item where file = old.file and deleted_at is null) then
    raise exception 'the bytes of evidence go with its file, after its date' using errcode = 'HF001';
  end if;
  return old;
end $$;
create trigger evidence_chunk_deletes before delete on evidence_chunk for each row execute function evidence_chunk_deleted();
create trigger evidence_chunk_stays before update on evidence_chunk for each row execute function retention_refuse();
create trigger evidence_chunk_stays_whole before truncate on evidence_chunk for each statement execute function retention_refuse();
create function run_deleted() returns trigger language plpgsql as $$
begin
  perform retention_require('run', old.id::text, 'simulation-report', coalesce(old.finished_at, old.requested_at));
  return old;
end $$;
create trigger run_deletes before delete on run for each row execute function run_deleted();
create trigger run_stays_whole before truncate on run for each statement execute function retention_refuse();
create function drill_schedule_deleted() returns trigger language plpgsql as $$
begin
  if not exists (select from drill_schedule where year = old.year) then
    perform retention_require('schedule', old.year::text, 'drill-record', make_timestamptz(old.year + 1, 1, 1, 0, 0, 0, 'UTC'));
  end if;
  return null;
end $$;
create constraint trigger drill_schedule_deletes after delete on drill_schedule deferrable initially deferred for each row execute function drill_schedule_deleted();
create trigger drill_schedule_stays_whole before truncate on drill_schedule for each statement execute function retention_refuse();
--rollback drop function drill_schedule_deleted cascade; drop function run_deleted cascade; drop function evidence_chunk_deleted cascade; drop function evidence_item_changed cascade; drop function retention_hold_lifted cascade; drop function retention_policy_changed cascade; drop function retention_refuse cascade; drop function retention_require cascade;
