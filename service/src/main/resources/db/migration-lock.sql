-- Held by the connection that runs it: no two services migrate one database at once. The number is any that nothing else uses.
select pg_advisory_lock(79440123396099)
