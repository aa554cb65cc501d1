/**
 * Checklists with evidence: one mechanism for whatever is checked against a list, such as what the guideline asks of a cloud
 * provider (its table 7), of a site or of an alternate site. Doors: {@link io.holdfast.service.checklist.Checklists} and {@link
 * io.holdfast.service.checklist.TemplateBook}. Invariants: a template is data; an answer belongs to one item of one template about
 * one element or site of the register (and one variant of the template, such as SaaS), has a version of its own, says since when it holds and
 * which evidence about the same thing it rests on; scores are worked out, never stored. Neighbours: register, evidence.
 */
@NullMarked
package io.holdfast.service.checklist;

import org.jspecify.annotations.NullMarked;
