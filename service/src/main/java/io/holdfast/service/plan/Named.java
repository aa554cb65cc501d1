package io.holdfast.service.plan;

/** A thing of the model with its name in the language that was asked for. */
public record Named(String id, String name) {}
