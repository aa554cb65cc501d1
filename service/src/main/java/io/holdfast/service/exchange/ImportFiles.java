package io.holdfast.service.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The files of one import; those not given are null.
 *
 * @param dump a NetBox dump (Django's JSON)
 * @param assets a table of assets
 * @param relations a table of what needs what
 * @param edges a table of calls between services
 * @param model a continuity model
 * @param network a network in GraphML
 */
@SuppressWarnings("ArrayRecordComponent") // bytes in, never compared
public record ImportFiles(
        byte @Nullable [] dump,
        byte @Nullable [] assets,
        byte @Nullable [] relations,
        byte @Nullable [] edges,
        byte @Nullable [] model,
        byte @Nullable [] network) {

    /** Without a network. */
    public ImportFiles(
            byte @Nullable [] dump,
            byte @Nullable [] assets,
            byte @Nullable [] relations,
            byte @Nullable [] edges,
            byte @Nullable [] model) {
        this(dump, assets, relations, edges, model, null);
    }

    /** With a network alone. */
    public static ImportFiles ofNetwork(byte[] network) {
        return new ImportFiles(null, null, null, null, null, network);
    }
}
