/**
 * Files as evidence with who had them, and how long records are kept. Doors: {@link io.holdfast.service.evidence.Evidence} and
 * {@link io.holdfast.service.evidence.Retention}. Invariants: what a file is never changes; everything that is done with one is an entry
 * of the audit, which is its chain of custody; nothing is deleted before its date or while it is on hold, and then by a person's
 * decision only. Neighbours: kernel, audit; rooms whose things have evidence or are kept say so through {@link
 * io.holdfast.service.evidence.EvidenceSubjects} and {@link io.holdfast.service.evidence.KeptRecords}.
 */
@NullMarked
package io.holdfast.service.evidence;

import org.jspecify.annotations.NullMarked;
