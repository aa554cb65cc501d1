package io.holdfast.service.exchange.internal;

import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Imported needs and their short form, {@code located-in netbox.rack-1} or {@code powered-by 1 of netbox.powerfeed-1,
 * netbox.powerfeed-2}, by which a later import finds them again. What people add to an entry, such as how long it holds, is
 * no part of the short form.
 */
final class NeedText {

    /** The key of a need's terms under which the kind of the relation stands. */
    static final String RELATION = "x-relation";

    private NeedText() {}

    /** A need of one. */
    static Need one(String kind, Id to, @Nullable String source) {
        return new Need.AllOf(List.of(new Need.One(to)), terms(kind, source));
    }

    /** A need of some of a group. */
    static Need some(String kind, int atLeast, List<Id> of) {
        return new Need.AtLeast(
                atLeast, of.stream().map(id -> (Need) new Need.One(id)).toList(), terms(kind, null));
    }

    private static NeedTerms terms(String kind, @Nullable String source) {
        return new NeedTerms(null, null, null, source, null, Map.of(RELATION, kind));
    }

    /** The short form of an imported entry; nothing for an entry that people wrote. */
    static Optional<String> of(Need need) {
        if (!(need.terms().extras().get(RELATION) instanceof String kind)) {
            return Optional.empty();
        }
        String members = need.elements().map(Id::value).collect(Collectors.joining(", "));
        return switch (need) {
            case Need.One one -> Optional.empty();
            case Need.AllOf all -> Optional.of(kind + " " + members);
            case Need.AtLeast some -> Optional.of(kind + " " + some.atLeast() + " of " + members);
            case Need.Pool pool -> Optional.empty();
        };
    }

    /** The relations that a short form stands for, each as {@code kind id}. */
    static List<String> relations(String text) {
        int space = text.indexOf(' ');
        int of = text.indexOf(" of ");
        String kind = text.substring(0, space);
        String members = text.substring(of < 0 ? space + 1 : of + 4);
        return Arrays.stream(members.split(", ")).map(id -> kind + " " + id).toList();
    }
}
