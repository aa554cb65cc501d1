package io.holdfast.simulator.lint;

import io.holdfast.simulator.compile.StaticFindings;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.ServiceLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** No element promises more availability than all that it rests on promises together ({@link PromisedChain}). */
final class Promises implements Check {

    /** Shares that differ by less are the same. */
    private static final double SAME = 1e-12;

    /** What an element promises, if it does. */
    static @Nullable Double promised(Element element) {
        ServiceLevel level = element.serviceLevel();
        return level == null ? null : level.availability();
    }

    @Override
    public void run(LintModel model, Consumer<Conflict> found) {
        for (Element element : model.elements()) {
            Double promised = promised(element);
            if (promised != null) {
                PromisedChain chain = new PromisedChain(model, element);
                if (chain.together() < promised - SAME) {
                    found.accept(conflict(element, promised, chain));
                }
            }
        }
    }

    private static Conflict conflict(Element element, double promised, PromisedChain chain) {
        LintRule rule = LintRule.PROMISE_ABOVE_CHAIN;
        List<Id> elements = new ArrayList<>(List.of(element.id()));
        elements.addAll(chain.promises().keySet());
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure("promised", promised, "share", element.id()));
        figures.add(new Figure("together", chain.together(), "share", null));
        chain.promises().forEach((id, share) -> figures.add(new Figure("promised", share, "share", id)));
        return new Conflict(
                rule,
                Shown.finding(
                        rule,
                        elements,
                        "element",
                        element.id(),
                        "promised",
                        Shown.percent(promised),
                        "together",
                        Shown.percent(chain.together()),
                        "chain",
                        StaticFindings.shortList(List.copyOf(chain.promises().keySet()))),
                figures,
                Mend.element(element.id(), "sla.availability"));
    }
}
