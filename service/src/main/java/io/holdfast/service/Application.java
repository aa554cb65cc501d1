package io.holdfast.service;

import io.holdfast.service.drill.CalendarReading;
import io.holdfast.service.drill.Drills;
import io.holdfast.service.drill.internal.CalendarFiles;
import io.holdfast.service.identity.Accounts;
import io.holdfast.service.identity.OidcSettings;
import io.holdfast.service.identity.ProviderSignIns;
import io.holdfast.service.identity.SettingsRefused;
import io.holdfast.service.identity.internal.OidcFile;
import io.holdfast.service.kernel.DataFolder;
import io.holdfast.service.kernel.Database;
import io.holdfast.service.kernel.DatabaseAddress;
import io.holdfast.service.kernel.DatabaseFailure;
import io.holdfast.service.kernel.ServiceInstance;
import io.holdfast.service.kernel.ServiceRole;
import io.holdfast.service.kernel.TemporaryFiles;
import io.holdfast.service.kernel.access.Exposure;
import io.holdfast.service.register.Register;
import io.holdfast.service.simulation.RunWorker;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.YearRequest;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.LoggerFactory;

/** Starts everything in order, prints the address, and stops it in reverse order. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Holdfast",
                        version = "0.1.0",
                        description =
                                "Business continuity and capacity planning with simulation. Times are in hours, shares in [0, 1]. Every error is a"
                                        + " Problem (application/problem+json) with a stable code.",
                        license = @License(name = "Apache-2.0")))
public final class Application implements AutoCloseable {

    /** How long a stop waits for those who are being answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What TLS is spoken with, the strongest first: authenticated encryption, with keys that are gone after the connection. */
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    private final DataFolder folder;
    private final Database database;
    private final ApplicationContext context;
    private final EmbeddedServer server;
    private final Exposure exposure;

    private Application(
            DataFolder folder,
            Database database,
            ApplicationContext context,
            EmbeddedServer server,
            Exposure exposure) {
        this.folder = folder;
        this.database = database;
        this.context = context;
        this.server = server;
        this.exposure = exposure;
    }

    /** Starts the service; the address is {@link #url}. What was started is stopped again where a later step fails. */
    public static Application start(Arguments arguments) throws IOException {
        return start(arguments, Clock.system(ZoneId.systemDefault()));
    }

    /** The same on a clock of one's own. */
    static Application start(Arguments arguments, Clock clock) throws IOException {
        Path oidc = arguments.oidc();
        Optional<OidcSettings> provider = Optional.ofNullable(oidc).map(OidcFile::read);
        DatabaseAddress address = arguments.databaseAddress();
        DataFolder folder = DataFolder.hold(arguments.data());
        try {
            return start(arguments, clock, provider, address, folder);
        } catch (IOException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Application start(
            Arguments arguments,
            Clock clock,
            Optional<OidcSettings> provider,
            DatabaseAddress address,
            DataFolder folder)
            throws IOException {
        ServiceInstance instance = ServiceInstance.of(arguments.data());
        Database database = Database.open(address, arguments.data().resolve("backups"));
        ApplicationContext context = null;
        try {
            TemporaryFiles temporary = TemporaryFiles.emptied(arguments.data());
            ApplicationContextBuilder builder = ApplicationContext.builder()
                    .properties(database.properties())
                    .properties(temporary.properties())
                    .properties(serverProperties(arguments))
                    .singletons(instance, arguments.exposure(), clock, temporary);
            provider.ifPresent(builder::singletons);
            ApplicationContext started = builder.start();
            context = started;
            if (arguments.sample()) {
                database.alone(() -> loadSample(started, arguments.trials()));
            }
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            context.getBean(ProviderSignIns.class).look();
            context.getBean(RunWorker.class).start();
            return new Application(folder, database, context, server, arguments.exposure());
        } catch (IOException | RuntimeException e) {
            if (context != null) {
                context.close();
            }
            database.close();
            throw e;
        }
    }

    private static Map<String, Object> serverProperties(Arguments arguments) throws IOException {
        Map<String, Object> properties = new HashMap<>();
        properties.put("micronaut.server.port", arguments.port());
        properties.put("micronaut.server.host", arguments.bind().getHostAddress());
        Path keystore = arguments.keystore();
        if (keystore != null) {
            Path passwordFile = keystore.resolveSibling(keystore.getFileName() + ".password");
            properties.put("micronaut.server.ssl.enabled", true);
            properties.put("micronaut.server.ssl.port", arguments.port());
            properties.put("micronaut.server.ssl.key-store.path", "file:" + keystore.toAbsolutePath());
            properties.put("micronaut.server.ssl.key-store.type", "PKCS12");
            properties.put(
                    "micronaut.server.ssl.key-store.password",
                    Files.readString(passwordFile).strip());
            properties.put("micronaut.server.ssl.protocols", List.of("TLSv1.3", "TLSv1.2"));
            properties.put("micronaut.server.ssl.ciphers", CIPHERS);
        }
        return properties;
    }

    private static void loadSample(ApplicationContext context, long trials) throws IOException {
        Register register = context.getBean(Register.class);
        if (register.findModelDigest().isPresent()) {
            return;
        }
        loadCalendar(context.getBean(Drills.class));
        switch (ModelReader.read(sample("operator.yaml"))) {
            case ReadOutcome.Read read -> load(register, context.getBean(Simulations.class), read.model(), trials);
            case ReadOutcome.Refused refused ->
                throw new IllegalStateException("The sample is not valid: " + refused.violations());
        }
    }

    private static void loadCalendar(Drills drills) throws IOException {
        String name = "taiwan-special-days.csv";
        switch (CalendarFiles.read(sample(name))) {
            case CalendarReading.Read read -> drills.importCalendar(name, read);
            case CalendarReading.Refused refused ->
                throw new IllegalStateException("The sample's calendar is not valid: " + refused.faults());
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream file = Application.class.getResourceAsStream("/sample/" + name)) {
            return Objects.requireNonNull(file, "the sample is part of the program")
                    .readAllBytes();
        }
    }

    private static void load(Register register, Simulations simulations, ContinuityModel sample, long trials) {
        register.saveModel(sample);
        sample.scenarios().forEach(scenario -> simulations.request(scenario.id(), trials, RunRequest.DEFAULT_SEED));
        simulations.requestYears(Math.min(trials, YearRequest.DEFAULT_YEARS), RunRequest.DEFAULT_SEED);
    }

    /** Where the page is served, on this computer. */
    public String url() {
        return server.getScheme() + "://127.0.0.1:" + server.getPort() + "/";
    }

    /** The door of a room, for whoever has started this service in their own process. */
    <T> T door(Class<T> room) {
        return context.getBean(room);
    }

    /** The address of the database, for JDBC. */
    String databaseUrl() {
        return database.url();
    }

    /** The role with which the service works in it. */
    ServiceRole databaseRole() {
        return database.role();
    }

    /** The address at which the first administrator makes an account; empty where there is one, or nobody is asked. */
    public Optional<String> findFirstUrl() {
        if (exposure.demo()) {
            return Optional.empty();
        }
        URI publicUrl = exposure.publicUrl();
        String base = publicUrl == null ? url() : publicUrl.toString().replaceFirst("/?$", "/");
        return context.getBean(Accounts.class).createFirstLink().map(secret -> base + "welcome#" + secret);
    }

    /** As {@link #close}, after those who are being answered have their answer; new requests are turned away meanwhile. */
    private void stop() {
        try {
            context.getBean(GracefulShutdownManager.class)
                    .shutdownGracefully()
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LoggerFactory.getLogger(Application.class)
                    .info("Some requests, or pages that listen, are still open after {}; they end now", PATIENCE);
        } catch (ExecutionException e) {
            LoggerFactory.getLogger(Application.class).warn("Stopping early", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    @Override
    public void close() {
        context.getBean(RunWorker.class).close();
        context.close();
        database.close();
        folder.close();
    }

    /** Runs until the process is told to stop. Exit status 2 and a sentence where it cannot start. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream err = System.err;
        if ("json".equals(System.getenv("HOLDFAST_LOG"))) {
            System.setProperty("logback.configurationFile", "logback-json.xml");
        }
        OptionalInt status = new Commands(System.out, err).run(args);
        if (status.isPresent()) {
            System.exit(status.getAsInt());
        }
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            err.println("holdfast: " + e.getMessage());
            System.exit(2);
            return;
        }
        try {
            requireFree(arguments);
            Application application = start(arguments);
            Optional<String> firstUrl = application.findFirstUrl();
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                application.stop();
                stopped.countDown();
            }));
            application.database.handOver();
            announce(application, firstUrl);
            stopped.await();
        } catch (DatabaseFailure | SettingsRefused e) {
            err.println("holdfast: " + e.getMessage());
            System.exit(2);
        } catch (BindException | ServerStartupException | ApplicationStartupException e) {
            err.println("holdfast: the address " + arguments.bind().getHostAddress() + ":" + arguments.port()
                    + " cannot be used (" + e.getMessage()
                    + "). Stop what uses it, or choose another one with --port (0: any free one).");
            System.exit(2);
        }
    }

    /** In one piece, so that who reads the address can read what follows it. */
    private static void announce(Application application, Optional<String> firstUrl) {
        StringBuilder text = new StringBuilder("Holdfast is ready: " + application.url());
        if (application.exposure.demo()) {
            text.append(
                    "\nDEMONSTRATION: nobody is asked to sign in, and anybody at this computer may change everything. Never keep"
                            + " real data so.");
        }
        firstUrl.ifPresent(
                first -> text.append("\nNobody has an account yet. Open this link within 24 hours to become the"
                                + " administrator; it works once:\n")
                        .append(first));
        System.out.println(text);
    }

    /** Before anything is started: a taken port is the usual reason for not starting. */
    private static void requireFree(Arguments arguments) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(arguments.bind(), arguments.port()));
        }
    }
}
