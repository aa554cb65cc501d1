package io.holdfast.simulator.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The engine is a library: no framework, no database, no clock, no input or output; its packages know only earlier ones. */
class BordersTest {

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.holdfast.simulator");

    @Test
    void knowsOnlyJavaCommonsAndAnnotations() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.holdfast.simulator..",
                        "java.lang..",
                        "java.util..",
                        "java.math",
                        "java.nio.charset",
                        "org.apache.commons.math3..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.rng..",
                        "org.jspecify..",
                        "com.google.errorprone.annotations..")
                .check(ENGINE);
    }

    @Test
    void asksNoClock() {
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(ENGINE);
        noClasses().should().callMethod(System.class, "nanoTime").check(ENGINE);
    }

    @Test
    void packagesKnowOnlyEarlierOnes() {
        String base = "io.holdfast.simulator.";
        noClasses()
                .that()
                .resideInAPackage(base + "model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(base + "sampling", base + "compile", base + "engine", base + "result")
                .check(ENGINE);
        noClasses()
                .that()
                .resideInAPackage(base + "sampling")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(base + "compile", base + "lanes", base + "engine", base + "result")
                .check(ENGINE);
        noClasses()
                .that()
                .resideInAnyPackage(base + "compile", base + "result")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(base + "lanes", base + "engine")
                .check(ENGINE);
        noClasses()
                .that()
                .resideInAPackage(base + "lanes")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(base + "engine")
                .check(ENGINE);
    }
}
