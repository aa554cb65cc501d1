package io.holdfast.simulator.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.holdfast.simulator.learning.EvidenceWeight;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.Quantity;
import io.holdfast.simulator.model.Distribution;
import io.holdfast.simulator.model.Evidence;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Provenance;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A number by itself, written and read again. */
class InputTreeTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static InputRef ref(Quantity quantity) {
        return new InputRef(Id.of("db"), "restore", quantity, 1);
    }

    private static ModelInput again(ModelInput input) throws JsonProcessingException {
        JsonNode stored = JSON.readTree(InputTree.write(input).toString());
        return InputTree.read(input.ref(), stored);
    }

    @Test
    void aTimeIsTheSameWithEverythingThatItRestsOn() throws JsonProcessingException {
        for (UncertainHours each : List.of(
                UncertainHours.fixed(3),
                new UncertainHours(
                        new Distribution.Lognormal(6, 14.5), new Provenance(Evidence.EXPERT, null, "workshop")),
                new UncertainHours(
                        new Distribution.Quantiles(List.of(
                                new Distribution.Quantiles.Point(0.5, 6.25),
                                new Distribution.Quantiles.Point(0.9, 14.000001))),
                        new Provenance(Evidence.MEASURED, 3, "drill", 7.5, 15.0)))) {
            ModelInput input = new ModelInput.Hours(ref(Quantity.DURATION), each);
            assertThat(again(input)).isEqualTo(input);
        }
    }

    @Test
    void aChanceAndARateKeepTheWeightThatTheyDeserve() throws JsonProcessingException {
        Provenance contract = new Provenance(Evidence.CONTRACT, null, "support contract");
        ModelInput.Chance chance =
                (ModelInput.Chance) again(new ModelInput.Chance(ref(Quantity.SUCCESS), 0.8, contract));
        assertThat(chance.stated()).isEqualTo(0.8);
        assertThat(EvidenceWeight.of(chance.provenance())).isEqualTo(4);
        ModelInput.Rate rate =
                (ModelInput.Rate) again(new ModelInput.Rate(ref(Quantity.MTBF), 1000, Provenance.UNSAID));
        assertThat(rate.stated()).isEqualTo(1000);
        assertThat(EvidenceWeight.of(rate.provenance())).isEqualTo(1);
    }

    @Test
    void whatIsNoNumberIsRefused() throws JsonProcessingException {
        JsonNode other = JSON.readTree("{\"time\": {\"lognormal\": 3}}");
        assertThatThrownBy(() -> InputTree.read(ref(Quantity.DURATION), other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("time, chance or rate");
        assertThatThrownBy(() -> InputTree.read(ref(Quantity.SUCCESS), JSON.createObjectNode()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
