package io.holdfast.service.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.service.plan.Band;
import io.holdfast.service.plan.Chance;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlanWordsTest {

    private final PlanWords english = new PlanWords(PlanLanguage.EN);
    private final PlanWords chinese = new PlanWords(PlanLanguage.ZH_HANT);

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    @Test
    void writesTimesInTheUnitThatFitsThem() {
        assertThat(plain(english.hours(0.7))).isEqualTo("42 min");
        assertThat(plain(english.hours(3.14))).isEqualTo("3.1 h");
        assertThat(plain(english.hours(17.4))).isEqualTo("17 h");
        assertThat(plain(english.hours(60.0))).isEqualTo("2.5 d");
        assertThat(plain(english.hours(48.0))).isEqualTo("2 d");
        assertThat(english.hours(null)).isEqualTo("never");
        assertThat(plain(chinese.hours(3.14))).isEqualTo("3.1 小時");
        assertThat(chinese.hours(null)).isEqualTo("未復原");
    }

    @Test
    void writesABandOnceWhereBothEndsReadTheSame() {
        assertThat(plain(english.band(new Band(1.0, 3.0)))).isEqualTo("1 h to 3 h");
        assertThat(plain(english.band(new Band(2.0, 2.0)))).isEqualTo("2 h");
        assertThat(english.start(new Band(0.0, 0.0))).isEqualTo("at once");
        assertThat(plain(english.loss(new Band(0.0, 12.0)))).isEqualTo("none to 12 h");
        assertThat(plain(chinese.band(new Band(1.0, null)))).isEqualTo("1 小時 至 未復原");
    }

    @Test
    void neverWritesASampledChanceAsCertain() {
        assertThat(plain(english.chance(new Chance(1, 0.998, 1)))).isEqualTo("> 99.9 % (99.8 to 100.0 %)");
        assertThat(plain(chinese.chance(new Chance(0, 0, 0.002)))).isEqualTo("< 0.1 %（0.0 至 0.2 %）");
        assertThat(plain(english.stated(1))).isEqualTo("100 %");
    }

    @Test
    void hasEveryTextInBothLanguagesWithTheSamePlaces() {
        PlanTexts en = PlanTexts.of(PlanLanguage.EN);
        PlanTexts zh = PlanTexts.of(PlanLanguage.ZH_HANT);
        assertThat(zh.keys()).isEqualTo(en.keys());
        Pattern place = Pattern.compile("\\{\\{\\w+}}");
        for (String key : en.keys()) {
            assertThat(place.matcher(zh.get(key)).results().map(found -> found.group()))
                    .as(key)
                    .containsExactlyInAnyOrderElementsOf(place.matcher(en.get(key))
                            .results()
                            .map(found -> found.group())
                            .toList());
        }
    }
}
