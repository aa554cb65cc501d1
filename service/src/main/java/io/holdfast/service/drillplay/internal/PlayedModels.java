package io.holdfast.service.drillplay.internal;

import io.holdfast.service.drillplay.Play;
import io.holdfast.service.simulation.Simulations;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.play.PlayedTrial;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kept models, ready to be played; those used last are kept compiled. For any number of threads: one plays a model at a time. */
@Singleton
public final class PlayedModels {

    private static final int KEPT = 4;
    private static final Logger LOG = LoggerFactory.getLogger(PlayedModels.class);

    private final Simulations simulations;
    private final Map<String, Ready> ready = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Ready> eldest) {
            return size() > KEPT;
        }
    };

    PlayedModels(Simulations simulations) {
        this.simulations = simulations;
    }

    /**
     * A model that is ready.
     *
     * @param model the model
     * @param trial the scenario of its drill, to be played by one thread at a time
     */
    public record Ready(ContinuityModel model, PlayedTrial trial) {

        /** Asks the trials something; others wait. */
        public <T> T ask(Function<PlayedTrial, T> question) {
            synchronized (trial) {
                return question.apply(trial);
            }
        }
    }

    /** The model of a play; empty where this version cannot play it any more. */
    public Optional<Ready> find(Play play, Id drill) {
        synchronized (ready) {
            Ready kept = ready.get(play.modelDigest());
            if (kept == null) {
                Optional<ContinuityModel> model = simulations.findModel(play.modelDigest());
                if (model.isEmpty()) {
                    LOG.warn("The model of play {} can be read no more", play.id());
                    return Optional.empty();
                }
                try {
                    kept = new Ready(model.get(), PlayedTrial.of(model.get(), drill));
                } catch (IllegalArgumentException e) { // it could be played when it was begun
                    LOG.warn("The model of play {} cannot be played: {}", play.id(), e.getMessage());
                    return Optional.empty();
                }
                ready.put(play.modelDigest(), kept);
            }
            return Optional.of(kept);
        }
    }
}
