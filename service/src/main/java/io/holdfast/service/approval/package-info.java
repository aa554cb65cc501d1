/**
 * Approval, one mechanism for everything that is approved: what is submitted is frozen as a numbered version, and somebody
 * else approves it or rejects it with a reason. Rooms say what can be submitted ({@link
 * io.holdfast.service.approval.ApprovalSource}) and hand it in. Doors: {@link io.holdfast.service.approval.Approvals}, {@link
 * io.holdfast.service.approval.SubjectStates}. Invariants: nobody approves their own work, themselves or through a deputy; of a
 * subject at most one version waits and at most one is approved; a version never changes but by one decision; decision and audit
 * entry are one transaction. Neighbours: kernel, identity, audit.
 */
@NullMarked
package io.holdfast.service.approval;

import org.jspecify.annotations.NullMarked;
