package io.holdfast.service.kernel;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The clock of the service, in the computer's time zone; a test brings its own. */
@Factory
final class Clocks {

    @Singleton
    @Requires(missingBeans = Clock.class)
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }
}
