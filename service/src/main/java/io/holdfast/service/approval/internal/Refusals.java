package io.holdfast.service.approval.internal;

import io.holdfast.service.approval.Version;
import io.holdfast.service.kernel.web.ProblemException;
import io.micronaut.http.HttpStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is said to who may not, or asks for what cannot be. */
public final class Refusals {

    private Refusals() {}

    /** Nobody knows who acts. */
    public static ProblemException noPerson() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "no-person",
                "Submitting and deciding need a person who is signed in, so that nobody approves their own work; in a"
                        + " demonstration nobody is known. Start the service without --demo and sign in.");
    }

    /** Somebody may not decide. */
    public static ProblemException missing(Mandate.Why why, @Nullable String unit) {
        return switch (why) {
            case NO_PERSON -> noPerson();
            case OWN_WORK ->
                new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "own-work",
                        "You submitted this version, and nobody decides about their own work. Ask another approver.");
            case FOR_SUBMITTER ->
                new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "own-work",
                        "You could decide only as the deputy of the person who submitted this version, and nobody's work is"
                                + " decided in their own name. Ask another approver.");
            case NOT_IN_UNIT ->
                new ProblemException(
                        HttpStatus.FORBIDDEN,
                        "not-in-your-unit",
                        unit == null
                                ? "This belongs to no unit, so it needs the role of an approver in the whole organisation. Ask an"
                                        + " administrator for it."
                                : "This belongs to the unit '" + unit
                                        + "', in which you are no approver. Ask an administrator for that role.");
        };
    }

    /** Somebody takes back what another person submitted. */
    public static ProblemException notYours() {
        return new ProblemException(
                HttpStatus.FORBIDDEN,
                "not-yours",
                "Only whoever submitted a version takes it back. Ask that person, or an approver to reject it.");
    }

    /** There is no such version. */
    public static ProblemException unknown(long document, int number) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-version",
                "There is no version " + number + " of document " + document
                        + " under approval. GET /api/approvals lists what there is.");
    }

    /** A version waits already. */
    public static ProblemException waiting(int number) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "already-submitted",
                "Version " + number
                        + " waits for a decision. Take it back, or wait for the decision, and submit then.");
    }

    /** What would be submitted is what is approved. */
    public static ProblemException same(int number) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "nothing-new",
                "This is what was approved as version " + number
                        + ", word for word, and its review is not due. There is nothing to decide.");
    }

    /** Somebody decided already. */
    public static ProblemException decided(Version version, String who) {
        Version.Decision decision = version.decision();
        return new ProblemException(
                HttpStatus.CONFLICT,
                "already-decided",
                "Version " + version.number() + " is " + version.state().word() + " already, by " + who
                        + (decision == null ? "" : " at " + decision.at()) + ". Load it anew to see what was decided.");
    }

    /** A decision does not say what was seen. */
    public static ProblemException unseen() {
        return new ProblemException(
                HttpStatus.PRECONDITION_REQUIRED,
                "version-missing",
                "Say with If-Match which content you saw: the ETag of the GET of this version.");
    }

    /** A decision is about other content. */
    public static ProblemException otherContent() {
        return new ProblemException(
                HttpStatus.PRECONDITION_FAILED,
                "changed-meanwhile",
                "If-Match is not the ETag of this version, so you saw something else. Load this version and decide then.");
    }

    /** A reason is missing. */
    public static ProblemException reason() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "bad-reason",
                "Say in 5 to 2000 characters why it is rejected: whoever submitted it must know what to change.");
    }

    /** A note is too long. */
    public static ProblemException note() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY, "bad-note", "A note has at most 2000 characters. Shorten it.");
    }

    /** The days do not fit each other. */
    public static ProblemException days(LocalDate from, LocalDate last, LocalDate until) {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_ENTITY,
                "bad-validity",
                "A version that holds from " + from + " is reviewed between that day and " + last
                        + ", a year later or its last day at the latest, and holds until " + until
                        + " at the latest. Choose days within these.");
    }
}
