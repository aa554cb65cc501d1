package io.holdfast.simulator.cli;

import io.holdfast.simulator.format.Language;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a language by its tag. */
final class LanguageTag implements ITypeConverter<Language> {

    @Override
    public Language convert(String tag) {
        return Language.findByTag(tag)
                .orElseThrow(() -> new TypeConversionException("'" + tag
                        + "' is not a language that is there. There are "
                        + Arrays.stream(Language.values()).map(Language::tag).collect(Collectors.joining(", ")) + "."));
    }
}
