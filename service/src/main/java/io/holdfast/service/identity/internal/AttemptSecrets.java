package io.holdfast.service.identity.internal;

/**
 * The secrets of one attempt to sign in at the provider, all made of the one that only the browser's cookie holds: an answer that
 * comes to another browser, or to another attempt, fits none of them, and a copy of the database has none of them.
 *
 * @param state what the provider sends back with its answer
 * @param browser what the cookie holds
 */
public record AttemptSecrets(String state, String browser) {

    /** Those of a new attempt. */
    public static AttemptSecrets create() {
        return new AttemptSecrets(Secrets.create(), Secrets.create());
    }

    /** What the provider writes into the token of this attempt. */
    public String nonce() {
        return Secrets.derive(browser, "nonce " + state);
    }

    /** What shows the provider that whoever redeems the code is who asked for it (RFC 7636). */
    public String codeVerifier() {
        return Secrets.derive(browser, "code verifier " + state);
    }

    /** Without the secrets, which must not reach a log. */
    @Override
    public String toString() {
        return "AttemptSecrets[]";
    }
}
