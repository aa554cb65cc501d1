package io.holdfast.service;

import io.holdfast.service.drill.CalendarReading;
import io.holdfast.service.drill.Drills;
import io.holdfast.service.drill.internal.CalendarFiles;
import io.holdfast.service.kernel.Database;
import io.holdfast.service.kernel.DatabaseFailure;
import io.holdfast.service.kernel.ServiceInstance;
import io.holdfast.service.register.Register;
import io.holdfast.service.simulation.RunWorker;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.engine.RunRequest;
import io.holdfast.simulator.engine.YearRequest;
import io.holdfast.simulator.format.ModelReader;
import io.holdfast.simulator.format.ReadOutcome;
import io.holdfast.simulator.model.ContinuityModel;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.exceptions.ApplicationStartupException;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

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

    private final Database database;
    private final ApplicationContext context;
    private final EmbeddedServer server;

    private Application(Database database, ApplicationContext context, EmbeddedServer server) {
        this.database = database;
        this.context = context;
        this.server = server;
    }

    /** Starts the service; the address is {@link #url}. What was started is stopped again where a later step fails. */
    public static Application start(Arguments arguments) throws IOException {
        ServiceInstance instance = ServiceInstance.of(arguments.data());
        Database database = Database.open(arguments.data().resolve("database"));
        ApplicationContext context = null;
        try {
            context = ApplicationContext.builder()
                    .properties(database.properties())
                    .properties(Map.of("micronaut.server.port", arguments.port()))
                    .singletons(instance)
                    .start();
            if (arguments.sample()) {
                loadSample(context, arguments.trials());
            }
            EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
            context.getBean(RunWorker.class).start();
            return new Application(database, context, server);
        } catch (IOException | RuntimeException e) {
            if (context != null) {
                context.close();
            }
            database.close();
            throw e;
        }
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

    /** Where the page is served. */
    public String url() {
        return "http://127.0.0.1:" + server.getPort() + "/";
    }

    @Override
    public void close() {
        context.getBean(RunWorker.class).close();
        context.close();
        database.close();
    }

    /** Runs until the process is told to stop. Exit status 2 and a sentence where it cannot start. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintStream err = System.err;
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            err.println("holdfast: " + e.getMessage());
            System.exit(2);
            return;
        }
        try {
            requireFree(arguments.port());
            Application application = start(arguments);
            CountDownLatch stopped = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
                application.close();
                stopped.countDown();
            }));
            application.database.handOver();
            System.out.println("Holdfast is ready: " + application.url());
            stopped.await();
        } catch (DatabaseFailure e) {
            err.println("holdfast: " + e.getMessage());
            System.exit(2);
        } catch (BindException | ServerStartupException | ApplicationStartupException e) {
            err.println("holdfast: the address 127.0.0.1:" + arguments.port() + " cannot be used (" + e.getMessage()
                    + "). Stop what uses it, or choose another one with --port (0: any free one).");
            System.exit(2);
        }
    }

    /** Before anything is started: a taken port is the usual reason for not starting. */
    private static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        }
    }
}
