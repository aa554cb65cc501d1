package io.holdfast.service.kernel.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.web.Problem.Violation;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a broken rule names stands beside its sentence, so that the page can say it in another language. */
class SaidTest {

    private enum Colour {
        DARK_BLUE,
        RED
    }

    private final ObjectNode body = JsonNodeFactory.instance.objectNode();

    private Said said() {
        return Said.of(body, Set.of("name", "count", "colour"));
    }

    private static Violation only(Said said) {
        assertThat(said.broken()).hasSize(1);
        return said.broken().getFirst();
    }

    @Test
    void tellsBoundsOfTexts() {
        body.put("name", "abcdef");
        Said long5 = said();
        long5.text("name", 5);
        assertThat(only(long5).facts()).isEqualTo(Map.of("most", "5"));
        Said least7 = said();
        least7.text("name", 7, 9);
        assertThat(only(least7).code()).isEqualTo("too-short");
        assertThat(only(least7).facts()).isEqualTo(Map.of("least", "7", "most", "9"));
        body.put("name", "  ");
        Said blank = said();
        blank.text("name", 7, 9);
        assertThat(only(blank).code()).isEqualTo("missing");
    }

    @Test
    void tellsChoicesAndRanges() {
        body.put("colour", "green").put("count", 11);
        Said colour = said();
        colour.choice("colour", Colour.class, null);
        assertThat(only(colour).facts()).isEqualTo(Map.of("choices", "dark-blue, red"));
        Said count = said();
        count.whole("count", 1, 10);
        assertThat(only(count).facts()).isEqualTo(Map.of("least", "1", "most", "10"));
        assertThat(only(count).value()).isEqualTo("11");
    }

    @Test
    void namesNothingWhereTheRuleDoesNot() {
        body.put("size", 1);
        assertThat(only(said()).facts()).isNull();
    }
}
