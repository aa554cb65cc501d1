package io.holdfast.simulator.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence by its key in the catalogue, with what fills its places; it can be had in every language. The catalogue is
 * {@code messages_<language>.properties} beside this class.
 *
 * @param key the key, such as {@code violation.missing}
 * @param facts text, or another message, by the name of its place
 */
public record Message(String key, Map<String, Object> facts) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");
    private static final String CATALOGUE = "io.holdfast.simulator.format.messages";

    /** Copies the facts. */
    public Message {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** A message; facts are names and values in turn. */
    static Message of(String key, Object... facts) {
        Map<String, Object> byName = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i += 2) {
            byName.put((String) facts[i], facts[i + 1]);
        }
        return new Message(key, byName);
    }

    /** Nothing to say. */
    static Message none() {
        return of("none");
    }

    /**
     * The sentence in a language.
     *
     * @throws MissingResourceException when the catalogue has no such key: a mistake of the program
     */
    public String in(Language language) {
        Matcher places = PLACE.matcher(catalogue(language).getString(key));
        StringBuilder text = new StringBuilder();
        while (places.find()) {
            Object fact = facts.get(places.group(1));
            String filled = switch (fact) {
                case null -> places.group();
                case Message inner -> inner.in(language);
                default -> fact.toString();
            };
            places.appendReplacement(text, Matcher.quoteReplacement(filled));
        }
        return places.appendTail(text).toString();
    }

    /** All sentences of a language by key. */
    static ResourceBundle catalogue(Language language) {
        return ResourceBundle.getBundle(
                CATALOGUE,
                language.locale(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
