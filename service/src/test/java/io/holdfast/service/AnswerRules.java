package io.holdfast.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds of every answer, however bad the request. */
final class AnswerRules {

    private static final Path GUIDE = Path.of("../docs/guide/errors.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9, ]+) \\|");

    /** What only a program that lets slip how it is built would say. */
    private static final Pattern SLIP = Pattern.compile("\\n\\s*at [\\w.$]+\\("
            + "|\\b(java|javax|jakarta|reactor|io\\.micronaut|io\\.netty|io\\.holdfast|com\\.fasterxml|org\\.postgresql|org\\.jooq"
            + "|org\\.yaml|net\\.fortuna|de\\.siegmar|com\\.openhtmltopdf)\\.[a-z]+\\."
            + "|\\b[A-Z][A-Za-z]+(Exception|Error)\\b"
            + "|\\bStream(Read|Write)(Constraints|Feature)|\\bJsonToken\\b|\\(class "
            + "|\\bSQLSTATE\\b|\\b(select|insert into|update|delete from|from) \"[a-z_]+\""
            + "|invalid byte sequence|violates .* constraint");

    private final Map<String, String> codes;

    private AnswerRules(Map<String, String> codes) {
        this.codes = codes;
    }

    static AnswerRules read() throws IOException {
        Map<String, String> codes = new HashMap<>();
        Matcher row = ROW.matcher(Files.readString(GUIDE));
        while (row.find()) {
            codes.put(row.group(1), row.group(2));
        }
        return new AnswerRules(codes);
    }

    /** The rules that an answer breaks, as sentences. */
    List<String> broken(RawHttp.Answer answer) {
        List<String> broken = new ArrayList<>();
        String text = answer.text();
        if (answer.status() >= 500) {
            broken.add("a fault: " + answer.status() + " " + start(text));
        } else if (answer.status() >= 400) {
            problem(answer, text, broken);
        } else if (answer.status() >= 300 && !staysHere(answer)) {
            broken.add("sends elsewhere: " + answer.status() + " " + answer.headers());
        }
        Matcher slip = SLIP.matcher(text);
        boolean readable = answer.header("Content-Type").orElse("").matches(".*(json|yaml|text).*");
        if (readable && slip.find()) {
            int at = slip.start();
            broken.add("lets slip '" + slip.group() + "' in: "
                    + text.substring(Math.max(0, at - 100), Math.min(text.length(), at + 200)));
        }
        if (!answer.header("X-Content-Type-Options").orElse("").equals("nosniff")) {
            broken.add("without nosniff: " + answer.status() + " " + answer.headers());
        }
        return broken;
    }

    /** What has not changed is not sent again; the way back from an identity provider goes to the sign-in page of this service. */
    private static boolean staysHere(RawHttp.Answer answer) {
        return answer.status() == 304
                || (answer.status() == 303
                        && answer.header("Location").orElse("").matches("/sign-in\\?failed=[a-z-]+"));
    }

    private void problem(RawHttp.Answer answer, String text, List<String> broken) {
        if (!answer.header("Content-Type").orElse("").startsWith("application/problem+json")) {
            broken.add("not a problem: " + answer.status() + " " + answer.headers() + " " + start(text));
            return;
        }
        try {
            JsonNode problem = Http.JSON.readTree(text);
            String code = problem.path("code").asText();
            String listed = codes.getOrDefault(code, "");
            if (!listed.contains(String.valueOf(answer.status()))
                    || problem.path("status").asInt() != answer.status()) {
                broken.add("the guide does not list " + code + " with " + answer.status() + ": " + start(text));
            }
            if (problem.path("detail").asText().isBlank()) {
                broken.add("a problem without a sentence: " + start(text));
            }
        } catch (JsonProcessingException e) {
            broken.add("not JSON: " + start(text));
        }
    }

    private static String start(String text) {
        return text.substring(0, Math.min(text.length(), 400));
    }
}
