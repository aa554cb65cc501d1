--liquibase formatted sql

--changeset holdfast:0024-learning-bands
--comment: bands of drills are read from their approved plans, so that all of them count and not only those whose actuals were taken
drop table learning_prediction;
--rollback create table learning_prediction (id bigint generated always as identity primary key, drill_plan bigint not null, subject text not null, event text not null, happened_on date not null, p10 double precision not null, p50 double precision not null, p90 double precision not null, hours double precision not null check (hours > 0), finished boolean not null, taken_at timestamptz not null, taken_by text not null, unique (drill_plan, subject));
