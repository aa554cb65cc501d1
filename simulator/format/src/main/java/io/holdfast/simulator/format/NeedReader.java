package io.holdfast.simulator.format;

import io.holdfast.simulator.format.Violation.Code;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.NeedTerms;
import io.holdfast.simulator.model.UncertainHours;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads entries of needs, and notes which names they use. */
final class NeedReader {

    private final Names names;

    NeedReader(Names names) {
        this.names = names;
    }

    /** The entries under a key; an element may be written alone. */
    List<Need> read(Fields owner, String key) {
        Located found = owner.get(key);
        if (found instanceof Located.Scalar) {
            Need only = one(owner, found, owner.path() + "." + key);
            return only == null ? List.of() : List.of(only);
        }
        return owner.list(key, (item, path) -> entry(owner, item, path));
    }

    private @Nullable Need entry(Fields owner, Located item, String path) {
        return item instanceof Located.Scalar ? one(owner, item, path) : compound(owner.at(item, path));
    }

    private @Nullable Need one(Fields owner, Located item, String path) {
        Id id = owner.id(item, path);
        if (id == null) {
            return null;
        }
        names.useElement(id, item, path);
        return new Need.One(id);
    }

    private @Nullable Need compound(Fields fields) {
        if (fields.require("of", "need") == null) {
            return null;
        }
        int given = fields.items("of").size();
        List<Need> members = fields.list("of", (item, path) -> entry(fields, item, path));
        Integer atLeast = fields.count("atLeast");
        boolean isAtLeast = fields.has("atLeast");
        boolean isPool = fields.has("shares") || fields.has("minimum");
        List<Double> shares = fields.list("shares", fields::number);
        double minimum = fields.share("minimum", 0);
        NeedTerms terms = terms(fields);
        if (members.size() < given || terms == null) {
            return null;
        }
        if (isAtLeast && isPool) {
            fields.violation(Code.WRONG_KIND, "atLeast", Message.of("wrong-kind.count-and-pool"));
            return null;
        }
        if (isPool) {
            fields.require("shares", "shares");
            return fields.build(() -> new Need.Pool(members, shares, minimum, terms));
        }
        if (isAtLeast) {
            return atLeast == null ? null : fields.build(() -> new Need.AtLeast(atLeast, members, terms));
        }
        return fields.build(() -> new Need.AllOf(members, terms));
    }

    private @Nullable NeedTerms terms(Fields fields) {
        Id id = fields.id("id");
        if (id != null) {
            names.define(id, "entry of needs", fields.node(), fields.path() + ".id");
        }
        UncertainHours holdsFor = DurationReader.read(fields, "holdsFor");
        Double soft = fields.share("soft");
        String source = fields.text("source");
        String verified = fields.text("verified");
        return fields.build(() -> new NeedTerms(id, holdsFor, soft, source, verified, fields.extras()));
    }
}
