package io.holdfast.service.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ImportDefaultsTest {

    @Test
    void standInTheGuideAsTheyAreUsed() throws IOException {
        String guide = Files.readString(Path.of("..", "docs", "guide", "import.md"));
        String table = ImportDefaults.table().entrySet().stream()
                .map(each -> "| " + each.getKey() + " | " + ways(each.getValue()) + " |")
                .collect(Collectors.joining("\n"));
        assertThat(guide).contains(table + "\n<!-- end -->");
    }

    private static String ways(List<ImportDefaults.Way> ways) {
        return ways.isEmpty()
                ? "none"
                : ways.stream()
                        .map(way -> "%s %.0f, %.0f (%s)".formatted(way.method(), way.median(), way.p90(), way.why()))
                        .collect(Collectors.joining("; "));
    }

    @Test
    void neverTakeLongerInHalfOfTheCasesThanInNineOfTen() {
        assertThat(ImportDefaults.table().values())
                .allSatisfy(ways -> assertThat(ways)
                        .allSatisfy(way -> assertThat(way.median()).isLessThan(way.p90())));
    }

    @Test
    void areStricterTheMoreCriticalTheTier() {
        assertThat(ImportDefaults.objectivesByTier().values())
                .extracting(each -> java.util.Objects.requireNonNull(each.rtoHours()))
                .isSorted();
        assertThat(ImportDefaults.objectivesByTier().values())
                .allSatisfy(each -> assertThat(each.rtoHours()).isLessThan(each.mtpdHours()));
    }
}
