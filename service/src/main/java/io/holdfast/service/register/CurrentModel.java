package io.holdfast.service.register;

import io.holdfast.simulator.model.ContinuityModel;
import java.util.Optional;

/** The current model: where it comes from and where it goes. For any number of threads. */
public interface CurrentModel {

    /** The current model, if one was loaded. */
    Optional<ContinuityModel> findModel();

    /** The digest of the current model, if one was loaded. */
    Optional<String> findModelDigest();

    /** Makes a valid model the current one, whole or not at all; runs on others keep theirs. */
    void saveModel(ContinuityModel model);
}
