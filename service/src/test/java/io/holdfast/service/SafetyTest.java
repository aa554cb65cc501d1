package io.holdfast.service;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the product never does, so that no input can make it; docs/operations/security.md says so. */
class SafetyTest {

    /** The one class that reads XML that somebody sends (decision 21). */
    private static final String NETWORKS = "io.holdfast.service.exchange.internal.GraphmlReader";

    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java"),
            Path.of("../simulator/engine/src/main/java"),
            Path.of("../simulator/format/src/main/java"));

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/jooq/"))
            .importPackages("io.holdfast");

    @Test
    void nothingDangerousIsCalled() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(NETWORKS)
                .should()
                .dependOnClassesThat(resideInAPackage("javax.naming..")
                        .or(resideInAPackage("javax.script.."))
                        .or(resideInAPackage("javax.management.remote.."))
                        .or(resideInAPackage("javax.xml.."))
                        .or(resideInAPackage("org.xml.sax.."))
                        .or(resideInAPackage("java.rmi..")))
                .because("nothing is looked up, carried out or parsed as XML because somebody sent it")
                .check(PRODUCT);
        noClasses()
                .that()
                .haveFullyQualifiedName(NETWORKS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.naming..",
                        "javax.script..",
                        "javax.management.remote..",
                        "javax.xml.parsers..",
                        "javax.xml.transform..",
                        "javax.xml.validation..",
                        "javax.xml.xpath..",
                        "javax.xml.catalog..",
                        "org.xml.sax..",
                        "java.rmi..")
                .because("networks are read as a stream, without document types and entities")
                .check(PRODUCT);
        for (String name : List.of(
                "java.io.ObjectInputStream", "java.beans.XMLDecoder", "java.util.Random", "java.net.URLClassLoader")) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(name)
                    .check(PRODUCT);
        }
    }

    @Test
    void programsAreStartedByTheDatabaseAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.holdfast.service.kernel")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .check(PRODUCT);
        noClasses().should().callMethod(Runtime.class, "exec", String.class).check(PRODUCT);
        noClasses().should().callMethod(Runtime.class, "exec", String[].class).check(PRODUCT);
    }

    @Test
    void onlySignInAtAProviderCallsOthers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.holdfast.service.identity..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("java.net.http..").or(resideInAPackage("io.micronaut.http.client..")))
                .check(PRODUCT);
        for (String name : List.of("java.net.URLConnection", "java.net.HttpURLConnection", "java.net.Socket")) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(name)
                    .check(PRODUCT);
        }
    }

    /** What stands first behind each use of a regular expression. */
    private static final Pattern EXPRESSION = Pattern.compile("(?:Pattern\\.compile|\\.replaceFirst)\\(\\s*(\\S)");

    @Test
    void regularExpressionsAreWrittenInTheSource()
            throws IOException { // .split and .replaceAll are names of our own, too
        List<String> made = new ArrayList<>();
        for (Path file : sources()) {
            EXPRESSION
                    .matcher(Files.readString(file))
                    .results()
                    .filter(found -> !found.group(1).equals("\""))
                    .forEach(found -> made.add(file + ": " + found.group()));
        }
        assertThat(made).isEmpty();
    }

    private static final Pattern ALGORITHM = Pattern.compile("\\.getInstance\\(\\s*\"([^\"]+)\"");

    @Test
    void theInventoryNamesTheAlgorithmsOfTheSources() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : sources()) {
            ALGORITHM
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(found -> used.add(found.replaceFirst(".*\"([^\"]+)\"", "$1")));
        }
        String inventory = Files.readString(Path.of("../docs/operations/security.md"))
                .replaceFirst("(?s)^.*\n## Cryptography\n(.*?)\n## .*$", "$1");
        assertThat(used).contains("SHA-256");
        assertThat(used).allSatisfy(algorithm -> assertThat(inventory).contains("`" + algorithm + "`"));
        assertThat(String.join(" ", used)).doesNotContainPattern("MD5|SHA-?1\\b|DES|RC4|ECB|PKCS1");
    }

    private static List<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                all.addAll(
                        files.filter(each -> each.toString().endsWith(".java")).toList());
            }
        }
        assertThat(all).hasSizeGreaterThan(300);
        return all;
    }
}
