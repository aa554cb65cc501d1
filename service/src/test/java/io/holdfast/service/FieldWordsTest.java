package io.holdfast.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.bia.ApprovedAnalysis;
import io.holdfast.service.change.ApprovedChange;
import io.holdfast.service.drill.ApprovedSchedule;
import io.holdfast.service.drillplan.DrillPlanDrafts;
import io.holdfast.service.drillreport.ReportText;
import io.holdfast.service.plan.ContinuityPlan;
import io.holdfast.service.sla.ApprovedAgreements;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A difference of two versions names every place in words: whatever can be submitted has a word for each of its keys. */
class FieldWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-Hant"})
    void everyKeyOfWhatIsApprovedHasAWord(String language) throws Exception {
        JsonNode texts = Http.JSON.readTree(Path.of("../web-ui/src/lib/texts/approval." + language + ".json")
                .toFile());
        Set<String> keys = new TreeSet<>();
        Set<Class<?>> seen = new HashSet<>();
        Stream.of(
                        ContinuityPlan.class,
                        ApprovedSchedule.class,
                        ApprovedAnalysis.class,
                        ApprovedAgreements.class,
                        ApprovedChange.class,
                        DrillPlanDrafts.Approved.class,
                        ReportText.class)
                .forEach(each -> collect(each, keys, seen));
        assertThat(keys)
                .hasSizeGreaterThan(100)
                .allSatisfy(key -> assertThat(texts.path("approvalField-" + key).asText())
                        .as(key)
                        .isNotEmpty());
    }

    private static void collect(Type type, Set<String> keys, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType list) {
            collect(list.getActualTypeArguments()[0], keys, seen);
        } else if (type instanceof Class<?> record && record.isRecord() && seen.add(record)) {
            for (RecordComponent component : record.getRecordComponents()) {
                keys.add(component.getName());
                collect(component.getGenericType(), keys, seen);
            }
        }
    }
}
