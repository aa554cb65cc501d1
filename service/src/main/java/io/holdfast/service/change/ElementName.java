package io.holdfast.service.change;

/**
 * What an element was called when something about it was frozen.
 *
 * @param en in English
 * @param zhHant in Traditional Chinese
 */
public record ElementName(String en, String zhHant) {

    /** The name in a language. */
    public String in(String language) {
        return language.equals("zh-Hant") ? zhHant : en;
    }
}
