package io.holdfast.service;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may use whom. A change of the table is a decision record. */
class RoomsTest {

    private static final String BASE = "io.holdfast.service.";

    private static final Map<String, List<String>> MAY_USE = new LinkedHashMap<>(Map.of(
            "kernel", List.of(),
            "web", List.of(),
            "register", List.of("kernel", "web"),
            "simulation", List.of("kernel", "web", "register"),
            "overview", List.of("kernel", "web", "register", "simulation")));

    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.holdfast.service");

    @Test
    void roomsUseOnlyWhatTheTableAllows() {
        MAY_USE.forEach((room, allowed) -> {
            String[] forbidden = MAY_USE.keySet().stream()
                    .filter(other -> !other.equals(room) && !allowed.contains(other))
                    .map(other -> BASE + other + "..")
                    .toArray(String[]::new);
            if (forbidden.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(BASE + room + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden)
                        .check(SERVICE);
            }
        });
    }

    @Test
    void everyRoomStandsInTheTable() {
        TreeSet<String> rooms = new TreeSet<>();
        SERVICE.forEach(each -> {
            String name = each.getPackageName();
            if (name.startsWith(BASE)) {
                rooms.add(name.substring(BASE.length()).split("\\.", 2)[0]);
            }
        });
        assertThat(rooms).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
    }
}
