package io.holdfast.service.identity;

/** A file of settings that breaks a rule. The message names file, key, value, rule and a way out. */
public final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A refusal with a sentence. */
    public SettingsRefused(String sentence) {
        super(sentence);
    }

    /** A refusal with a sentence and what came before it. */
    public SettingsRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
