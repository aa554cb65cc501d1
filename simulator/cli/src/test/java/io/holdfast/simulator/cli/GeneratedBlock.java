package io.holdfast.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A part of a page that a test writes: on drift it is written anew and the test fails, so that the change is looked at. */
final class GeneratedBlock {

    private GeneratedBlock() {}

    static void check(Path page, String name, List<String> lines) throws IOException {
        String text = Files.readString(page);
        String begin = "<!-- begin:" + name + " (written by a test) -->\n";
        String end = "<!-- end:" + name + " -->";
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        assertThat(text).contains(begin, end);
        String wanted = String.join("\n", lines) + "\n";
        if (!text.substring(from, to).equals(wanted)) {
            Files.writeString(page, text.substring(0, from) + wanted + text.substring(to));
            throw new AssertionError(page + " said something else; it was written anew. Look at it and commit it.");
        }
    }
}
