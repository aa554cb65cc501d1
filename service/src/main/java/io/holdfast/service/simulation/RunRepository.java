package io.holdfast.service.simulation;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;

/** Loads and saves one run. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface RunRepository extends CrudRepository<RunRow, Long> {}
