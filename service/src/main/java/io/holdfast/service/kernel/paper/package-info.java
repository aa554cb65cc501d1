/**
 * Documents that people print, sign and file: as PDF with embedded typefaces, as DOCX for a word processor. A room says what stands in
 * one ({@link io.holdfast.service.kernel.paper.Paper}); both files have the same headings and tables.
 */
@NullMarked
package io.holdfast.service.kernel.paper;

import org.jspecify.annotations.NullMarked;
