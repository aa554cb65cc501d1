package io.holdfast.service.kernel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a body or parameter that cannot be read, without a word about how it is read. */
final class Unreadable {

    private Unreadable() {}

    /** The sentence for an error of conversion, wherever it stands in the chain of causes. */
    static Optional<String> find(@Nullable Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonMappingException mapping) {
                return Optional.of(ofField(mapping));
            }
            if (cause instanceof StreamConstraintsException) {
                return Optional.of(
                        "The body is nested too deeply, or a name, number or text in it is too long. Send less at once.");
            }
            if (cause instanceof JsonProcessingException syntax) {
                return Optional.of("The body is not JSON" + place(syntax) + ". Mend it there and send it again.");
            }
            if (cause instanceof ConversionErrorException conversion && !hasJson(conversion)) {
                return Optional.of(ofParameter(conversion));
            }
        }
        return Optional.empty();
    }

    private static boolean hasJson(Throwable error) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException) {
                return true;
            }
        }
        return false;
    }

    private static String ofField(JsonMappingException mapping) {
        String path = mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        String where = path.isEmpty() ? "The body" : "Field `" + path + "` of the body";
        return mapping instanceof InvalidFormatException format
                ? where + " is '" + format.getValue() + "', but it must be " + word(format.getTargetType()) + "."
                : where + " does not have the shape that this address takes" + place(mapping)
                        + ". See /api/openapi.yml.";
    }

    private static String ofParameter(ConversionErrorException conversion) {
        Object value = conversion.getConversionError().getOriginalValue().orElse("");
        return "Parameter `" + conversion.getArgument().getName() + "` is '" + value + "', but it must be "
                + word(conversion.getArgument().getType()) + ".";
    }

    private static String place(JsonProcessingException error) {
        return error.getLocation() == null
                ? ""
                : " at line " + error.getLocation().getLineNr() + ", column "
                        + error.getLocation().getColumnNr();
    }

    private static String word(Class<?> type) {
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == Double.class) {
            return "a number";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        return type == String.class ? "a text" : "of another form; see /api/openapi.yml";
    }
}
