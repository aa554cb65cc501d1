/**
 * Continuity plans: what to do, in which order, who, and by when, for a process or service and a scenario. A plan is built
 * from the model and its newest finished run whenever it is asked for; nothing is stored, so it cannot lag behind. Every
 * time in it is a number of the run, unchanged. Door: {@link io.holdfast.service.plan.Plans}. Neighbours: simulation for
 * models and runs.
 */
@NullMarked
package io.holdfast.service.plan;

import org.jspecify.annotations.NullMarked;
