package io.holdfast.service.identity;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Words of the organisation that others would try first, of which no password may be made: {@code holdfast.passwords.words}, as an
 * environment variable {@code HOLDFAST_PASSWORDS_WORDS=acme,taipei}.
 *
 * @param words its names, places, products; those of three characters and more count
 */
@ConfigurationProperties("holdfast.passwords")
public record PasswordWords(@Bindable(defaultValue = "") List<String> words) {

    private static final int FEWEST = 3;

    /** Leaves out what is too short to be a word. */
    public PasswordWords {
        words = words.stream()
                .map(String::strip)
                .filter(word -> word.length() >= FEWEST)
                .toList();
    }
}
