package io.holdfast.service.bia.internal;

import static io.holdfast.service.bia.internal.Proposing.SAME;
import static io.holdfast.service.bia.internal.Proposing.orZero;

import io.holdfast.service.bia.Analysis;
import io.holdfast.service.bia.Proposals.BackupProposal;
import io.holdfast.simulator.model.Amount;
import io.holdfast.simulator.model.MethodData;
import io.holdfast.simulator.model.Objectives;
import org.jspecify.annotations.Nullable;

/**
 * What an RPO asks of copies (row B5). Source: simulation 1.11. Copies have the ages {@code phase + takes + j × every}, j = 0, 1,
 * 2, …, with a phase that is uniform in [0, every); the newest that is usable is lost back to. The newest of all is therefore younger
 * than {@code every + takes}, so that {@code every + takes ≤ RPO} holds the RPO whenever that copy is usable.
 */
public final class BackupRules {

    /** Copies looked at, as in the simulator. */
    private static final int COPIES = 10_000;

    private static final double NEGLIGIBLE = 1e-15;

    private BackupRules() {}

    /** The longest interval that the RPO allows, of time and of volume the stricter. */
    static BackupProposal propose(Objectives stated, Analysis analysis) {
        Analysis.Backup backup = analysis.backup();
        double takes = backup == null ? 0 : orZero(backup.takes());
        Double volume = volumeHours(stated.rpoVolume(), backup);
        Double rpo = least(stated.rpoHours(), volume);
        boolean tooSlow = rpo != null && takes >= rpo - SAME;
        return new BackupProposal(rpo == null || tooSlow ? null : rpo - takes, rpo, volume, takes, tooSlow);
    }

    /** After how many hours so much has changed. */
    private static @Nullable Double volumeHours(@Nullable Amount volume, Analysis.@Nullable Backup backup) {
        Double change = backup == null ? null : backup.changePerHour();
        return volume == null || change == null || change <= 0 ? null : volume.amount() / change;
    }

    private static @Nullable Double least(@Nullable Double one, @Nullable Double other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Math.min(one, other);
    }

    /** The most that is lost when the newest copy is usable, in hours: {@code every + takes}. */
    public static double worstHours(MethodData.Backup backup) {
        return backup.everyHours() + backup.takesHours();
    }

    /**
     * The chance that no more than the RPO is lost, after anything but a corruption: Σ usable × (1 − usable)^j × the part of the
     * phases for which {@code phase + takes + j × every ≤ RPO}.
     */
    public static double chanceWithin(MethodData.Backup backup, double rpoHours) {
        double chance = 0;
        double reached = backup.usable();
        double age = backup.takesHours();
        for (int copy = 0; copy < COPIES && age < rpoHours && reached > NEGLIGIBLE; copy++) {
            chance += reached * Math.min(1, (rpoHours - age) / backup.everyHours());
            reached *= 1 - backup.usable();
            age += backup.everyHours();
        }
        return Math.min(1, chance);
    }
}
