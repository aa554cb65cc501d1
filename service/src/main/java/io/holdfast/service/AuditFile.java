package io.holdfast.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.holdfast.service.audit.ChainCheck;
import io.holdfast.service.audit.ChainedEntry;
import io.holdfast.service.audit.internal.Chain;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Checks an exported audit without the service that it comes from. */
final class AuditFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private AuditFile() {}

    /** Follows the chain of a file from its first entry. */
    static ChainCheck check(Path file) throws IOException {
        Chain chain = new Chain();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && (line.isBlank() || chain.follows(JSON.readValue(line, ChainedEntry.class)))) {
                line = lines.readLine();
            }
        }
        return chain.check();
    }

    /** The command: prints what it found; 0 where the chain is whole, 1 where it is not, 2 where there is nothing to read. */
    static int run(Path file, PrintStream out, PrintStream err) throws IOException {
        try {
            ChainCheck check = check(file);
            if (check.whole()) {
                out.println("The chain is whole: " + check.entries() + " entries, of which " + check.redacted()
                        + " are redacted. Hash of the last: " + check.lastHash());
                return 0;
            }
            err.println("holdfast: the chain breaks at entry " + check.brokenAt() + ": " + check.reason()
                    + ". Compare it with an export or backup from before.");
            return 1;
        } catch (NoSuchFileException e) {
            err.println("holdfast: there is no file '" + file
                    + "'. GET /api/audit/export or the page Administration writes one.");
        } catch (JsonProcessingException e) {
            err.println("holdfast: '" + file + "' is not an export of the audit: line is not such an entry ("
                    + e.getOriginalMessage() + ").");
        }
        return 2;
    }
}
