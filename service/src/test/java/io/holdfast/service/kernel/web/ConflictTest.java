package io.holdfast.service.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.kernel.Database;
import io.holdfast.service.kernel.ServiceInstance;
import io.holdfast.service.kernel.Unpacked;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Exposure;
import io.holdfast.service.kernel.access.Permission;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.annotation.Transactional;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database refuses is a conflict that tells nothing of its statement. */
class ConflictTest {

    /** Stores the same key twice. */
    @Allows(Permission.VIEW)
    @Controller("/api/stored-twice")
    @Requires(property = "stored-twice")
    @ExecuteOn(TaskExecutors.BLOCKING)
    static class StoredTwice {

        private final DSLContext jooq;

        StoredTwice(DSLContext jooq) {
            this.jooq = jooq;
        }

        @Post
        @Transactional
        public String store() {
            jooq.createTemporaryTable("secret_name")
                    .column("key", SQLDataType.INTEGER)
                    .primaryKey("key")
                    .onCommitDrop()
                    .execute();
            for (int i = 0; i < 2; i++) {
                jooq.insertInto(DSL.table(DSL.name("secret_name"))).values(1).execute();
            }
            return "stored";
        }
    }

    @Test
    void answersAConflictWithoutTheStatement(@TempDir Path data) throws Exception {
        try (Database database = Database.open(Unpacked.inDatabase(data));
                ApplicationContext context = ApplicationContext.builder()
                        .properties(database.properties())
                        .properties(Map.of("micronaut.server.port", -1, "stored-twice", true))
                        .singletons(new ServiceInstance("here", "now"), Exposure.DEMO)
                        .start();
                EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
                HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/api/stored-twice"))
                            .POST(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("\"code\":\"already-there\"").doesNotContain("secret_name");
        }
    }
}
