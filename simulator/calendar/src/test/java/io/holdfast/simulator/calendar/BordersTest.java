package io.holdfast.simulator.calendar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The calendar is a library: no framework, no database, no input or output, and of the simulator the model alone. */
class BordersTest {

    private static final JavaClasses CALENDAR = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.holdfast.simulator.calendar");

    @Test
    void knowsOnlyJavaTheModelAndTheSolver() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.holdfast.simulator.calendar",
                        "io.holdfast.simulator.model",
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "com.google.ortools..",
                        "com.google.protobuf..",
                        "org.jspecify..",
                        "com.google.errorprone.annotations..")
                .check(CALENDAR);
    }

    @Test
    void asksNoDateAndNoChance() {
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(CALENDAR);
        noClasses().should().callMethod(java.time.LocalDate.class, "now").check(CALENDAR);
        noClasses().should().callMethod(Math.class, "random").check(CALENDAR);
    }
}
