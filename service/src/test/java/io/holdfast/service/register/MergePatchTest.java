package io.holdfast.service.register;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cases of RFC 7396, appendix A, whose target and patch are objects. */
class MergePatchTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"a":"b"}              | {"a":"c"}                        | {"a":"c"}
            {"a":"b"}              | {"b":"c"}                        | {"a":"b","b":"c"}
            {"a":"b"}              | {"a":null}                       | {}
            {"a":"b","b":"c"}      | {"a":null}                       | {"b":"c"}
            {"a":["b"]}            | {"a":"c"}                        | {"a":"c"}
            {"a":"c"}              | {"a":["b"]}                      | {"a":["b"]}
            {"a":{"b":"c"}}        | {"a":{"b":"d","c":null}}         | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]}      | {"a":[1]}                        | {"a":[1]}
            {"e":null}             | {"a":1}                          | {"e":null,"a":1}
            {}                     | {"a":{"bb":{"ccc":null}}}        | {"a":{"bb":{}}}
            {"a":1}                | {"a":{"b":null,"c":2}}           | {"a":{"c":2}}
            """)
    void givesWhatTheStandardGives(String target, String patch, String result) throws JsonProcessingException {
        ObjectNode before = (ObjectNode) JSON.readTree(target);
        assertThat(MergePatch.applied(before, (ObjectNode) JSON.readTree(patch)))
                .isEqualTo(JSON.readTree(result));
        assertThat(before).isEqualTo(JSON.readTree(target));
    }
}
