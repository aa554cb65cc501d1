package io.holdfast.service.identity.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.holdfast.service.identity.ProviderSignIns;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * With whom one can sign in beside the local accounts.
 *
 * @param name how people call the identity provider, in English
 * @param nameZhHant the same in Traditional Chinese
 * @param answers whether it answered when it was last asked
 * @param signOut where one signs out there, too, or null
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record ProviderView(
        String name,
        String nameZhHant,
        boolean answers,
        @Nullable String signOut) {

    /** Makes it for an answer. */
    @Singleton
    static final class Maker {

        private final ProviderSignIns providers;
        private final OwnAddress own;

        Maker(ProviderSignIns providers, OwnAddress own) {
            this.providers = providers;
            this.own = own;
        }

        Optional<ProviderView> findView() {
            return providers.findProvider(own.home()).map(state -> {
                URI signOut = state.signOut();
                return new ProviderView(
                        state.name(), state.nameZhHant(), state.answers(), signOut == null ? null : signOut.toString());
            });
        }
    }
}
