package io.holdfast.service.identity.internal;

/** What comes of a code that the provider gave. */
public sealed interface ProviderAnswer {

    /** Somebody, of whom every check has held. */
    record Person(ProviderPerson person) implements ProviderAnswer {}

    /** The provider does not answer. */
    record Unreachable(String why) implements ProviderAnswer {}

    /** The provider, or a check of its token, says no. The reason holds no token and no secret. */
    record Refused(String why) implements ProviderAnswer {}
}
