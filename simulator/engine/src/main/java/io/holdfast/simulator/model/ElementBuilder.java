package io.holdfast.simulator.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts of an {@link Element}. Not for use by several threads. */
public final class ElementBuilder {

    private final Id id;
    private final ElementType type;
    private final String kind;
    private final List<Need> needs = new ArrayList<>();
    private final List<RecoveryMethod> methods = new ArrayList<>();
    private Label label = Label.NONE;
    private @Nullable Id site;
    private @Nullable String zone;
    private @Nullable UncertainHours restart;
    private @Nullable Amount capacity;
    private @Nullable Demand demand;
    private Objectives objectives = Objectives.NONE;
    private @Nullable Integer tier;
    private @Nullable Impact impact;
    private @Nullable ServiceLevel serviceLevel;
    private @Nullable Failure failure;
    private @Nullable CommonCause commonCause;

    /** Starts an element of any type; {@link Element#asset} and its siblings read better. */
    public ElementBuilder(Id id, ElementType type, String kind) {
        this.id = id;
        this.type = type;
        this.kind = kind;
    }

    /** Sets names and notes. */
    @CanIgnoreReturnValue
    public ElementBuilder label(Label value) {
        label = value;
        return this;
    }

    /** Sets where it is. */
    @CanIgnoreReturnValue
    public ElementBuilder site(@Nullable Id value) {
        site = value;
        return this;
    }

    /** Sets the part of the site. */
    @CanIgnoreReturnValue
    public ElementBuilder zone(@Nullable String value) {
        zone = value;
        return this;
    }

    /** Sets the time to come back after a lost need. */
    @CanIgnoreReturnValue
    public ElementBuilder restart(@Nullable UncertainHours value) {
        restart = value;
        return this;
    }

    /** Sets what it can carry. */
    @CanIgnoreReturnValue
    public ElementBuilder capacity(@Nullable Amount value) {
        capacity = value;
        return this;
    }

    /** Sets what it asks of what it runs on. */
    @CanIgnoreReturnValue
    public ElementBuilder demand(@Nullable Demand value) {
        demand = value;
        return this;
    }

    /** Sets the stated targets. */
    @CanIgnoreReturnValue
    public ElementBuilder objectives(Objectives value) {
        objectives = value;
        return this;
    }

    /** Sets the importance, 1 the most critical. */
    @CanIgnoreReturnValue
    public ElementBuilder tier(@Nullable Integer value) {
        tier = value;
        return this;
    }

    /** Sets what its disruption costs. */
    @CanIgnoreReturnValue
    public ElementBuilder impact(@Nullable Impact value) {
        impact = value;
        return this;
    }

    /** Sets the service level agreement. */
    @CanIgnoreReturnValue
    public ElementBuilder serviceLevel(@Nullable ServiceLevel value) {
        serviceLevel = value;
        return this;
    }

    /** Sets how often it fails by itself. */
    @CanIgnoreReturnValue
    public ElementBuilder failure(@Nullable Failure value) {
        failure = value;
        return this;
    }

    /** Sets the common-cause group. */
    @CanIgnoreReturnValue
    public ElementBuilder commonCause(@Nullable CommonCause value) {
        commonCause = value;
        return this;
    }

    /** Adds entries of needs, in order. */
    @CanIgnoreReturnValue
    public ElementBuilder needs(List<? extends Need> more) {
        needs.addAll(more);
        return this;
    }

    /** Adds single elements as needs, in order. */
    @CanIgnoreReturnValue
    public ElementBuilder needs(String... ids) {
        for (String needed : ids) {
            needs.add(new Need.One(Id.of(needed)));
        }
        return this;
    }

    /** Adds recovery methods, in order of preference. */
    @CanIgnoreReturnValue
    public ElementBuilder methods(List<RecoveryMethod> more) {
        methods.addAll(more);
        return this;
    }

    /** The element; throws {@link IllegalArgumentException} where a rule is broken. */
    public Element build() {
        return new Element(
                id,
                type,
                kind,
                label,
                site,
                zone,
                needs,
                methods,
                restart,
                capacity,
                demand,
                objectives,
                tier,
                impact,
                serviceLevel,
                failure,
                commonCause);
    }
}
