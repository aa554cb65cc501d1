package io.holdfast.simulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.lint.LintRule;
import io.holdfast.simulator.lint.LintTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The guide says what the program does. */
class DocsTest {

    private static final Path GUIDE = Path.of("../../docs/guide");

    private static String example() throws IOException {
        String page = Files.readString(GUIDE.resolve("model-file.md"));
        return Pattern.compile("```yaml\n(holdfast: 1\n.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static int run(StringWriter out, String model, String... args) {
        return Main.run(
                new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(out),
                args);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fire", "blackout"})
    void theExampleOfTheGuideCanBeSimulated(String scenario) throws IOException {
        StringWriter out = new StringWriter();
        int status = run(out, example(), "simulate", "-", "--scenario", scenario, "--trials", "2000");
        assertThat(status).as(out.toString()).isZero();
        assertThat(out.toString()).contains("sell", "shop");
    }

    @Test
    void checkSaysOfTheExampleWhatTheGuideSays() throws IOException {
        StringWriter out = new StringWriter();
        assertThat(run(out, example(), "check", "-")).isZero();
        assertThat(out.toString()).contains("never-recovered: 'power' can be destroyed");
    }

    @Test
    void theTableOfOptionsIsThatOfTheProgram() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("| command | what it does |");
        lines.add("|---|---|");
        CommandLine program = new CommandLine(new Main(), Main.commands(new ByteArrayInputStream(new byte[0])));
        program.getSubcommands()
                .forEach((name, command) -> lines.add("| `" + name + arguments(command) + "` | "
                        + String.join(
                                " ", command.getCommandSpec().usageMessage().description()) + " |"));
        lines.add("");
        lines.add("| command | option | what it does |");
        lines.add("|---|---|---|");
        program.getSubcommands()
                .forEach((name, command) -> command.getCommandSpec().options().forEach(option -> {
                    if (!option.usageHelp() && !option.versionHelp()) {
                        lines.add("| `" + name + "` | `" + option.longestName()
                                + (option.arity().max() == 0 ? "" : " " + label(option)) + "`"
                                + (option.required() ? " (required)" : "") + " | " + described(option) + " |");
                    }
                }));
        GeneratedBlock.check(GUIDE.resolve("command-line.md"), "options", lines);
    }

    private static String arguments(CommandLine command) {
        StringBuilder text = new StringBuilder();
        command.getCommandSpec()
                .positionalParameters()
                .forEach(each -> text.append(' ').append(each.paramLabel()));
        return text.toString();
    }

    private static String label(CommandLine.Model.OptionSpec option) {
        return option.paramLabel().replace("<", "").replace(">", "").toUpperCase(java.util.Locale.ROOT);
    }

    private static String described(CommandLine.Model.OptionSpec option) {
        return String.join(" ", option.description())
                .replace("${DEFAULT-VALUE}", String.valueOf(option.defaultValueString()));
    }

    @Test
    void theCatalogueInTheGuideIsThatOfTheProgram() throws IOException {
        GeneratedBlock.check(
                GUIDE.resolve("messages.md"), "messages", io.holdfast.simulator.format.MessageTables.markdown());
    }

    @Test
    void theRulesInTheGuideAreThoseOfTheLinterAndEachIsExplained() throws IOException {
        Path page = GUIDE.resolve("findings.md");
        GeneratedBlock.check(page, "rules", LintTable.markdown());
        String text = Files.readString(page);
        String explained = text.substring(text.indexOf("## How each rule is judged"));
        for (LintRule rule : LintRule.values()) {
            assertThat(explained).contains("**`" + rule.code() + "`**");
        }
    }
}
