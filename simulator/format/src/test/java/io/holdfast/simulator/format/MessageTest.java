package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.simulator.model.Rule;
import io.holdfast.simulator.result.Finding;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageTest {

    private static Set<String> places(String sentence) {
        return Pattern.compile("\\{[A-Za-z][A-Za-z0-9]*}")
                .matcher(sentence)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLanguageHasTheSameKeysAndPlaces(Language language) {
        ResourceBundle english = Message.catalogue(Language.EN);
        ResourceBundle other = Message.catalogue(language);
        assertThat(other.keySet()).isEqualTo(english.keySet()).hasSizeGreaterThan(80);
        assertThat(english.keySet())
                .allSatisfy(key ->
                        assertThat(places(other.getString(key))).as(key).isEqualTo(places(english.getString(key))));
    }

    @Test
    void chineseIsChineseWithFullWidthPunctuation() {
        ResourceBundle chinese = Message.catalogue(Language.ZH_HANT);
        assertThat(chinese.keySet())
                .filteredOn(key -> !key.equals("none"))
                .allSatisfy(key -> assertThat(chinese.getString(key))
                        .as(key)
                        .matches(Pattern.compile("(?s).*[\\u4e00-\\u9fff：].*"))
                        .doesNotContain("模擬演練", "，，", "。。"));
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void rulesOfTheModelReadTheSameInTheCatalogue(Rule rule) {
        assertThat(Message.catalogue(Language.EN).getString("rule." + rule.word()))
                .isEqualTo(rule.sentence());
    }

    @ParameterizedTest
    @EnumSource(Finding.Kind.class)
    void everyKindOfFindingHasASentence(Finding.Kind kind) {
        for (Language language : Language.values()) {
            assertThat(Message.catalogue(language).getString(FindingText.key(kind)))
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void fillsPlacesWithTextAndWithOtherMessages(Language language) {
        Message message = Message.of("missing", "key", "kind", "wayOut", Message.of("way-out.kind"));
        assertThat(message.in(language)).contains("kind", "database").doesNotContain("{");
    }

    @Test
    void leavesBracesOfExamplesAndDollarsAlone() {
        Message message = Message.of("wrong-kind.text", "value", "$1 {value}");
        assertThat(message.in(Language.EN)).contains("'$1 {value}'");
    }
}
