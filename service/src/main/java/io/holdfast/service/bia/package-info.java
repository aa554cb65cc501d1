/**
 * Impact analysis: how long the organisation can be without a process, service or asset, what follows from that, and who has
 * approved it. Doors: {@link io.holdfast.service.bia.Analyses} and {@link io.holdfast.service.bia.ScaleBook}. Invariants: what
 * an analysis says stands in the entry of the register, under {@code objectives}, {@code impact}, {@code tier}, {@code owner}
 * and {@code x-bia}, and nowhere else; what can be worked out is not stored. The scales are the room's own table. Neighbours:
 * register, approval. Figures of runs are a later room's: pages ask that one.
 */
@NullMarked
package io.holdfast.service.bia;

import org.jspecify.annotations.NullMarked;
