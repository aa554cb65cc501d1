package io.holdfast.service.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Who this service is among others on the same database.
 *
 * @param instance stays the same over restarts: one a data folder
 * @param boot new at every start
 */
public record ServiceInstance(String instance, String boot) {

    /** The instance of a data folder, made at its first start, with a new boot. */
    public static ServiceInstance of(Path dataFolder) throws IOException {
        Path file = dataFolder.resolve("instance");
        if (!Files.exists(file)) {
            Files.createDirectories(dataFolder);
            Files.writeString(file, UUID.randomUUID().toString());
        }
        return new ServiceInstance(
                Files.readString(file).strip(), UUID.randomUUID().toString());
    }
}
