package io.holdfast.simulator.lint;

import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Need;
import io.holdfast.simulator.model.UncertainHours;
import io.holdfast.simulator.sampling.Sampler;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Consumer;

/**
 * Virtual machines of a failed host run again on others within 10 minutes, inclusive: what stands on a group of hosts restarts
 * within that time in 95 of 100 cases. Whether the others have room is judged as a single point of failure.
 */
final class RestartTime implements Check {

    private static final double MOST_MINUTES = 10;
    private static final double OFTEN = 0.95;

    @Override
    public void run(LintModel model, Consumer<Conflict> found) {
        for (Element element : model.elements()) {
            UncertainHours restart = element.restart();
            if (restart != null && element.needs().stream().anyMatch(entry -> isGroupOfHosts(model, entry))) {
                Sampler time = Sampler.of(restart.distribution());
                double minutes = time.hours(OFTEN) * 60;
                if (minutes > MOST_MINUTES + Chain.SAME * 60) {
                    found.accept(conflict(element, minutes, shareWithin(time)));
                }
            }
        }
    }

    private static boolean isGroupOfHosts(LintModel model, Need entry) {
        List<Need> members = switch (entry) {
            case Need.One one -> List.of();
            case Need.AllOf all -> List.of();
            case Need.AtLeast some -> some.members();
            case Need.Pool pool -> pool.members();
        };
        return members.size() > 1
                && members.stream()
                        .flatMap(Need::elements)
                        .allMatch(id -> model.element(model.place(id)).kind().equals("host"));
    }

    /** The share of cases within the time, by halving: the time grows with the probability. */
    private static double shareWithin(Sampler time) {
        double below = 0;
        double above = 1;
        for (int i = 0; i < 40; i++) {
            double middle = (below + above) / 2;
            if (time.hours(middle) * 60 <= MOST_MINUTES) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private static Conflict conflict(Element element, double minutes, double share) {
        LintRule rule = LintRule.RESTART_TOO_SLOW;
        return new Conflict(
                rule,
                Shown.finding(
                        rule,
                        List.of(element.id()),
                        "element",
                        element.id(),
                        "minutes",
                        Shown.number(minutes, 2, RoundingMode.CEILING),
                        "most",
                        "10",
                        "percent",
                        Shown.number(share * 100, 0, RoundingMode.FLOOR)),
                List.of(
                        new Figure("restartP95", minutes, "min", element.id()),
                        new Figure("most", MOST_MINUTES, "min", null),
                        new Figure("within", share, "share", element.id())),
                Mend.element(element.id(), "restart"));
    }
}
