/**
 * Service levels: what is promised to customers, by teams and by suppliers, whether the chain carries it, what a miss costs, what
 * was measured, and who has approved it. Doors: {@link io.holdfast.service.sla.Agreements},
 * {@link io.holdfast.service.sla.AgreementSubmissions}, {@link io.holdfast.service.sla.Measurements},
 * {@link io.holdfast.service.sla.Notices} and {@link io.holdfast.service.sla.YearReviews}. Invariants: what is agreed stands in
 * the entry of the register, under {@code sla} and {@code x-agreements}, and nowhere else; a link without a promise is never taken
 * as one that holds without saying so. Measurements, people to be told and year-end reviews are the room's own tables. Neighbours:
 * register, approval. Figures of runs are a later room's: pages ask that one.
 */
@NullMarked
package io.holdfast.service.sla;

import org.jspecify.annotations.NullMarked;
