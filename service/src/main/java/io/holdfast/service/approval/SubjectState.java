package io.holdfast.service.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the approval of a subject stands, beside the subject as it is now.
 *
 * @param approved the version that holds, or null
 * @param waiting the version that waits for a decision, or null
 * @param newest the newest version, whatever became of it, or null where nothing was ever submitted
 * @param differs whether the subject is not what was approved
 * @param lines what differs from what was approved, in the language asked for
 * @param due why what is approved must be looked at again
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SubjectState(
        @Nullable VersionView approved,
        @Nullable VersionView waiting,
        @Nullable VersionView newest,
        boolean differs,
        List<ChangedLine> lines,
        List<ReviewReason> due) {

    /** Nothing was ever submitted. */
    public static final SubjectState NONE = new SubjectState(null, null, null, false, List.of(), List.of());
}
