package io.holdfast.service.drillreport.web;

import io.holdfast.service.approval.SubjectState;
import io.holdfast.service.approval.VersionView;
import io.holdfast.service.drillreport.internal.ReportWords;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;

/** Where the approval of a report stands, in a sentence for its document. */
final class Sentences {

    private Sentences() {}

    static String standing(SubjectState state, ReportWords words) {
        VersionView approved = state.approved();
        VersionView waiting = state.waiting();
        return approved != null
                ? standing(approved, words)
                : waiting != null ? standing(waiting, words) : words.of("Draft, not submitted", "草稿，尚未陳核");
    }

    static String standing(VersionView version, ReportWords words) {
        String number = words.of("Version " + version.number(), "第 " + version.number() + " 版");
        String by = version.decidedBy() == null ? "" : version.decidedBy();
        return switch (version.state()) {
            case APPROVED, SUPERSEDED ->
                number
                        + words.of(", approved by " + by + ", ", "，由 " + by + " 核准，")
                        + words.moment(version.decidedAt());
            case SUBMITTED ->
                number
                        + words.of(
                                ", submitted by " + version.submittedBy() + ", waits for approval",
                                "，由 " + version.submittedBy() + " 陳核，待核准");
            case REJECTED -> number + words.of(", rejected by " + by, "，由 " + by + " 退回");
            case WITHDRAWN -> number + words.of(", withdrawn", "，已撤回");
        };
    }

    /** Whether the format is DOCX; a problem {@code bad-format} where it is neither that nor PDF. */
    static boolean isWord(String format) {
        return switch (format) {
            case "docx" -> true;
            case "pdf" -> false;
            default ->
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "bad-format",
                        "format is '" + format + "', but it must be pdf or docx.");
        };
    }
}
