package io.holdfast.simulator.lint;

import static io.holdfast.simulator.lint.Clause.guideline;
import static io.holdfast.simulator.lint.Clause.standard;
import static io.holdfast.simulator.lint.Strength.SHALL;
import static io.holdfast.simulator.lint.Strength.SHOULD;
import static io.holdfast.simulator.lint.Topic.BACKUP;
import static io.holdfast.simulator.lint.Topic.DATA_QUALITY;
import static io.holdfast.simulator.lint.Topic.DEPENDENCIES;
import static io.holdfast.simulator.lint.Topic.SERVICE_LEVELS;
import static io.holdfast.simulator.lint.Topic.TARGETS;

import io.holdfast.simulator.result.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that a model is held against, in the order in which they are listed. Where a source does not say how strongly it
 * asks, backup and ownership count as 應, continuity as 宜.
 */
public enum LintRule {
    /** RTO and work recovery time lie within the MTPD. */
    TARGETS_CONTRADICT(Finding.Kind.TARGETS_CONTRADICT, TARGETS, SHOULD),
    /** What is needed is back as soon as whoever needs it. */
    NEED_RECOVERS_LATER(Finding.Kind.NEED_RECOVERS_LATER, TARGETS, SHOULD),
    /** What is needed loses no more data than whoever needs it may. */
    NEED_LOSES_MORE_DATA(Finding.Kind.NEED_LOSES_MORE_DATA, TARGETS, SHOULD),
    /** Every process states an RTO. */
    NO_TARGET(Finding.Kind.NO_TARGET, TARGETS, SHOULD),
    /** An off-site standby or copy is at least 35.0 km away. */
    OFF_SITE_TOO_NEAR(Finding.Kind.OFF_SITE_TOO_NEAR, BACKUP, SHALL),
    /** There are three copies of data. */
    COPIES_TOO_FEW(Finding.Kind.COPIES_TOO_FEW, BACKUP, SHALL),
    /** One of the copies is at another site. */
    NO_COPY_OFF_SITE(Finding.Kind.NO_COPY_OFF_SITE, BACKUP, SHALL),
    /** Machines of a failed host run again elsewhere within 10 minutes. */
    RESTART_TOO_SLOW(Finding.Kind.RESTART_TOO_SLOW, BACKUP, SHALL),
    /** No more is promised than what it rests on promises together. */
    PROMISE_ABOVE_CHAIN(Finding.Kind.PROMISE_ABOVE_CHAIN, SERVICE_LEVELS, SHOULD),
    /** Data lie in the organisation's country, or the risk of their leaving it is known. */
    DATA_ABROAD(Finding.Kind.DATA_ABROAD, BACKUP, SHOULD),
    /** Nothing takes a service or process down by itself. */
    SINGLE_POINT_OF_FAILURE(Finding.Kind.SINGLE_POINT_OF_FAILURE, DEPENDENCIES, SHOULD),
    /** Recoveries do not wait for each other. */
    RECOVERY_DEADLOCK(Finding.Kind.RECOVERY_DEADLOCK_AHEAD, DEPENDENCIES, SHOULD),
    /** Nothing needs itself through others. */
    MUTUAL_DEPENDENCY(Finding.Kind.MUTUAL_DEPENDENCY, DEPENDENCIES, SHOULD),
    /** No shared load lies on a cycle. */
    POOL_ON_CYCLE(Finding.Kind.POOL_ON_CYCLE, DEPENDENCIES, SHOULD),
    /** What a scenario can damage can be recovered. */
    NEVER_RECOVERED(Finding.Kind.NEVER_RECOVERED, DEPENDENCIES, SHOULD),
    /** Every element has an owner. */
    NO_OWNER(Finding.Kind.NO_OWNER, DATA_QUALITY, SHALL),
    /** What was verified was verified within a year. */
    VERIFIED_LONG_AGO(Finding.Kind.VERIFIED_LONG_AGO, DATA_QUALITY, SHOULD),
    /** Plans and documents were reviewed within a year. */
    REVIEW_OVERDUE(Finding.Kind.REVIEW_OVERDUE, DATA_QUALITY, SHOULD),
    /** Every entry of a scenario's hits selects something. */
    HIT_SELECTS_NOTHING(Finding.Kind.HIT_SELECTS_NOTHING, DATA_QUALITY, SHOULD),
    /** No key of a file is misspelt. */
    UNKNOWN_KEY(Finding.Kind.UNKNOWN_KEY, DATA_QUALITY, SHOULD);

    private final Finding.Kind kind;
    private final Topic topic;
    private final Strength strength;

    LintRule(Finding.Kind kind, Topic topic, Strength strength) {
        this.kind = kind;
        this.topic = topic;
        this.strength = strength;
    }

    /** The kind of the findings that break it. */
    public Finding.Kind kind() {
        return kind;
    }

    /** Its stable code, that of its findings. */
    public String code() {
        return kind.code();
    }

    /** What it is about. */
    public Topic topic() {
        return topic;
    }

    /** How strongly its source asks for it. */
    public Strength strength() {
        return strength;
    }

    /** Where it stands, the guideline first; at least one. */
    public List<Clause> clauses() {
        return switch (this) {
            case TARGETS_CONTRADICT -> List.of(guideline("B2"), standard("NIST SP 800-34 r1"));
            case NEED_RECOVERS_LATER ->
                List.of(guideline("B2"), standard("TW 證券暨期貨市場資訊作業韌性參考指引 (2025-02)"), standard("ISO/IEC 27031:2025"));
            case NEED_LOSES_MORE_DATA -> List.of(guideline("B2"), standard("TW 證券暨期貨市場資訊作業韌性參考指引 (2025-02)"));
            case NO_TARGET -> List.of(guideline("B2"));
            case OFF_SITE_TOO_NEAR -> List.of(guideline("S12"), guideline("A1"));
            case COPIES_TOO_FEW -> List.of(standard("TW 期貨業韌性自律規範 (2025-08)"));
            case NO_COPY_OFF_SITE -> List.of(guideline("A1"), standard("TW 期貨業韌性自律規範 (2025-08)"));
            case RESTART_TOO_SLOW -> List.of(guideline("S13"));
            case PROMISE_ABOVE_CHAIN -> List.of(guideline("S2"), guideline("S6"));
            case DATA_ABROAD -> List.of(guideline("S15"));
            case SINGLE_POINT_OF_FAILURE -> List.of(guideline("M9"), guideline("A6"));
            case RECOVERY_DEADLOCK -> List.of(guideline("B13"));
            case MUTUAL_DEPENDENCY, POOL_ON_CYCLE -> List.of(guideline("B13"), guideline("M2"));
            case NEVER_RECOVERED -> List.of(guideline("B4"));
            case NO_OWNER -> List.of(guideline("M10"));
            case VERIFIED_LONG_AGO, HIT_SELECTS_NOTHING, UNKNOWN_KEY -> List.of(guideline("M6"));
            case REVIEW_OVERDUE -> List.of(guideline("B17"), guideline("B21"));
        };
    }

    /** The rule of a code. */
    public static Optional<LintRule> findByCode(@Nullable String code) {
        return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
    }

    /** The rule of a kind of finding; throws where there is none, a mistake of the program. */
    static LintRule getByKind(Finding.Kind kind) {
        return Arrays.stream(values())
                .filter(rule -> rule.kind == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No rule has findings of kind " + kind));
    }
}
