package io.holdfast.service.register;

import io.holdfast.simulator.model.ContinuityModel;
import java.util.Optional;

/** Where the current model comes from. For any number of threads. */
public interface CurrentModel {

    /** The current model, if one was loaded. */
    Optional<ContinuityModel> findModel();

    /** The digest of the current model, if one was loaded. */
    Optional<String> findModelDigest();
}
