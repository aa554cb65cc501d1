package io.holdfast.simulator.format;

import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.regex.Pattern;

/** Leaves quotes away only where a text cannot be taken for anything else in any YAML. */
final class PlainWords extends StringQuotingChecker {

    private static final long serialVersionUID = 1L;

    private static final Pattern PLAIN = Pattern.compile(
            "[\\p{L}\\p{Nd}/(（「](?:[\\p{L}\\p{Nd} ._/()+%&'、，。；：（）「」-]*[\\p{L}\\p{Nd}._/()+%、，。；（）「」-])?");

    @Override
    public boolean needToQuoteName(String name) {
        return needToQuoteValue(name);
    }

    @Override
    public boolean needToQuoteValue(String text) {
        return !PLAIN.matcher(text).matches()
                || isReservedKeyword(text)
                || looksLikeYAMLNumber(text)
                || !(YamlWords.resolve(text, 0, 0).value() instanceof String);
    }
}
