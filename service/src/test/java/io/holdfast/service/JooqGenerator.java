package io.holdfast.service;

import io.holdfast.service.kernel.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/** Writes the classes of the tables, as the migrations make them in an empty database. */
public final class JooqGenerator {

    private static final Path COMMITTED = Path.of("src/main/java");
    private static final Path PACKAGE = Path.of("io/holdfast/service/jooq");

    private JooqGenerator() {}

    /** Replaces the committed classes; run in the folder of the module. */
    public static void main(String[] args) throws Exception {
        Path data = Files.createTempDirectory("holdfast-jooq");
        try {
            deleteTree(COMMITTED.resolve(PACKAGE));
            try (Database database = Database.open(data)) {
                generate(database, COMMITTED);
            }
        } finally {
            deleteTree(data);
        }
    }

    static Path committed() {
        return COMMITTED.resolve(PACKAGE);
    }

    /** Writes the classes below a source folder and answers the folder of their package. */
    static Path generate(Database database, Path sources) throws Exception {
        Configuration configuration = new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(database.url())
                        .withUser(database.user())
                        .withPassword(database.password()))
                .withGenerator(new Generator()
                        .withDatabase(new org.jooq.meta.jaxb.Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema("public")
                                .withOutputSchemaToDefault(true)
                                .withIncludeRoutines(false)
                                .withExcludes("databasechangelog.*"))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withImplicitJoinPathsToOne(false)
                                .withImplicitJoinPathsToMany(false)
                                .withImplicitJoinPathsManyToMany(false))
                        .withTarget(new Target()
                                .withPackageName("io.holdfast.service.jooq")
                                .withDirectory(sources.toString())));
        GenerationTool.generate(configuration);
        return sources.resolve(PACKAGE);
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
