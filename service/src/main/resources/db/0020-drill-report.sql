--liquibase formatted sql

--changeset holdfast:0020-drill-report
--comment: what people add to the report of a drill, and drills of suppliers; both are drill records, kept until their date
create table drill_report (
  plan bigint primary key,
  version int not null check (version > 0),
  content text not null,
  submitted_version int,
  ended_at timestamptz not null,
  changed_at timestamptz not null,
  changed_by text not null
);
create table supplier_drill (
  id bigint generated always as identity primary key,
  version int not null check (version > 0),
  content text not null,
  held_on date not null,
  next_due date,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null
);

--changeset holdfast:0020-drill-report-kept splitStatements:false
--comment: neither leaves before its date, whoever asks
create function drill_report_deleted() returns trigger language plpgsql as $$
begin
  perform retention_require('drill-report', old.plan::text, 'drill-record', old.ended_at);
  return old;
end $$;
create trigger drill_report_deletes before delete on drill_report for each row execute function drill_report_deleted();
create trigger drill_report_stays_whole before truncate on drill_report for each statement execute function retention_refuse();
create function supplier_drill_deleted() returns trigger language plpgsql as $$
begin
  perform retention_require('supplier-drill', old.id::text, 'drill-record', old.held_on::timestamp at time zone 'UTC');
  return old;
end $$;
create trigger supplier_drill_deletes before delete on supplier_drill for each row execute function supplier_drill_deleted();
create trigger supplier_drill_stays_whole before truncate on supplier_drill for each statement execute function retention_refuse();
--rollback drop function supplier_drill_deleted cascade; drop function drill_report_deleted cascade; drop table supplier_drill; drop table drill_report;
