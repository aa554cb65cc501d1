package io.holdfast.service.learning.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.learning.Actual;
import io.holdfast.service.learning.Belief;
import io.holdfast.service.learning.CoverageView;
import io.holdfast.service.learning.FrozenLesson;
import io.holdfast.service.learning.KeptInput;
import io.holdfast.service.learning.Lesson;
import io.holdfast.service.learning.Preview;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.format.InputTree;
import io.holdfast.simulator.learning.Change;
import io.holdfast.simulator.learning.Coverage;
import io.holdfast.simulator.learning.InputRef;
import io.holdfast.simulator.learning.Learned.LeftOut;
import io.holdfast.simulator.learning.Learned.SharedBias;
import io.holdfast.simulator.learning.Learning;
import io.holdfast.simulator.learning.Measured;
import io.holdfast.simulator.learning.ModelInput;
import io.holdfast.simulator.learning.ModelInputs;
import io.holdfast.simulator.learning.PastEvent;
import io.holdfast.simulator.learning.Pit;
import io.holdfast.simulator.model.ContinuityModel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Learns from all actuals on the model as it was stated, and says what that would change in the register. Pure; one use an instance. */
public final class LearningWork {

    private final RegisterState register;
    private final Map<InputRef, ModelInput> current = new LinkedHashMap<>();
    private final Map<InputRef, KeptInput> kept = new HashMap<>();
    private final OwnerNames names;
    private final PastEvents past;
    private final List<PastEvent> events;
    private final ContinuityModel base;
    private final Map<InputRef, ModelInput> stated = new HashMap<>();

    private LearningWork(RegisterState register, List<Actual> holding, List<KeptInput> known) {
        this.register = register;
        names = new OwnerNames(register.model());
        ModelInputs.listAll(register.model()).forEach(input -> current.put(input.ref(), input));
        List<ModelInput> before = new ArrayList<>();
        for (KeptInput each : known) {
            if (current.containsKey(each.ref())) {
                kept.put(each.ref(), each);
                before.add(InputTree.read(each.ref(), each.stated()));
            }
        }
        base = ModelInputs.withInputs(register.model(), before);
        ModelInputs.listAll(base).forEach(input -> stated.put(input.ref(), input));
        past = new PastEvents(holding, stated, known);
        events = past.events();
    }

    /**
     * What actuals would make of the register. Cost: one learning, and one for each event with times.
     *
     * @param holding the actuals that hold, in the order in which they happened
     * @param known the numbers of which something was learned before
     * @param progress is told how many learnings are done and of how many; what it throws ends the work
     */
    public static Learned of(RegisterState register, List<Actual> holding, List<KeptInput> known, Progress progress) {
        return new LearningWork(register, holding, known).run(holding.size(), progress);
    }

    /** How far the work is. */
    public interface Progress {
        /** Told after each learning. */
        void done(int done, int of);
    }

    private Learned run(int holding, Progress progress) {
        int all = events.size() + 1;
        progress.done(0, all);
        io.holdfast.simulator.learning.Learned learned = Learning.of(base, events, true);
        progress.done(1, all);
        Coverage forecasts = Learning.forecasts(base, events, true, done -> progress.done(done + 1, all));
        Map<InputRef, Change> changes = new LinkedHashMap<>();
        learned.changes().forEach(change -> changes.put(change.input().ref(), change));
        List<FrozenLesson> lessons = new ArrayList<>();
        int unchanged = 0;
        for (ModelInput input : current.values()) {
            Change change = changes.get(input.ref());
            if (change == null && !kept.containsKey(input.ref())) {
                continue;
            }
            FrozenLesson lesson = lesson(input, change);
            if (LearningJson.isSame(lesson.before(), lesson.after())) {
                unchanged++;
            } else {
                lessons.add(lesson);
            }
        }
        learned.leftOut().forEach(this::leaveOut);
        Preview preview = new Preview(
                tag(lessons),
                register.revision(),
                register.digest(),
                holding,
                events.size(),
                unchanged,
                lessons.stream().map(FrozenLesson::lesson).toList(),
                past.leftOut(),
                bias(learned.bias()),
                CoverageView.of(learned.stated()),
                CoverageView.of(forecasts),
                points(learned, forecasts));
        return new Learned(preview, lessons);
    }

    private FrozenLesson lesson(ModelInput now, @Nullable Change change) {
        InputRef ref = now.ref();
        ModelInput before = Objects.requireNonNull(stated.get(ref), "the model as stated has the same numbers");
        ModelInput after = change == null ? before : change.learned();
        KeptInput known = kept.get(ref);
        JsonNode written = InputTree.write(now);
        Lesson lesson = new Lesson(
                ref.address(),
                ref.owner().value(),
                names.of(ref.owner()),
                ref.method(),
                ref.quantity().word(),
                ref.number(),
                kind(now),
                change == null
                        ? "stated"
                        : change.why().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                change instanceof Change.OfHours time ? time.finished() : 0,
                change instanceof Change.OfHours time ? time.brokenOff() : 0,
                change instanceof Change.OfChance chance ? chance.successes() : 0,
                change instanceof Change.OfChance chance ? chance.failures() : 0,
                change instanceof Change.OfRate rate ? rate.events() : 0,
                eventsOf(ref),
                Belief.of(before),
                Belief.of(now),
                Belief.of(after),
                known != null && !LearningJson.isSame(known.learned(), written));
        return new FrozenLesson(lesson, written, InputTree.write(before), InputTree.write(after));
    }

    private static String kind(ModelInput input) {
        return switch (input) {
            case ModelInput.Hours ignored -> "time";
            case ModelInput.Chance ignored -> "chance";
            case ModelInput.Rate ignored -> "rate";
        };
    }

    private List<String> eventsOf(InputRef ref) {
        return past.actuals().stream()
                .filter(each -> each.measured().input().equals(ref))
                .map(past::nameOf)
                .distinct()
                .toList();
    }

    private void leaveOut(LeftOut left) {
        past.actuals().stream()
                .filter(each -> past.nameOf(each).equals(left.event())
                        && each.measured().equals(left.measured()))
                .findFirst()
                .ifPresent(each -> past.leaveOut(
                        each, left.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static Preview.@Nullable Bias bias(@Nullable SharedBias bias) {
        return bias == null
                ? null
                : new Preview.Bias(bias.guesses(), bias.actuals(), bias.place(), bias.spread(), bias.sureness());
    }

    /** Each finished time that counts, in the order in which the simulator tells where they lay. */
    private List<Preview.Point> points(io.holdfast.simulator.learning.Learned learned, Coverage forecasts) {
        Set<Object> left = new HashSet<>();
        learned.leftOut().forEach(each -> left.add(List.of(each.event(), each.measured())));
        List<Actual> finished = past.actuals().stream()
                .filter(each -> each.measured() instanceof Measured.Took took && took.finished())
                .filter(each -> !left.contains(List.of(past.nameOf(each), each.measured())))
                .toList();
        List<Pit> statedPits = learned.stated().pits();
        List<Pit> forecastPits = forecasts.pits();
        if (statedPits.size() != finished.size() || forecastPits.size() != finished.size()) {
            throw new IllegalStateException("There are " + finished.size() + " finished times, but " + statedPits.size()
                    + " and " + forecastPits.size() + " of them were looked at");
        }
        List<Preview.Point> points = new ArrayList<>();
        for (int i = 0; i < finished.size(); i++) {
            Actual actual = finished.get(i);
            InputRef ref = actual.measured().input();
            points.add(new Preview.Point(
                    actual.id(),
                    actual.occasion().name(),
                    actual.occasion().on(),
                    ref.address(),
                    ref.owner().value(),
                    names.of(ref.owner()),
                    ref.method(),
                    ref.quantity().word(),
                    ((Measured.Took) actual.measured()).hours(),
                    statedPits.get(i).middle(),
                    forecastPits.get(i).middle()));
        }
        return points;
    }

    private static String tag(List<FrozenLesson> lessons) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (FrozenLesson each : lessons) {
                String line = each.lesson().input() + "\n" + each.before() + "\n" + each.after() + "\n";
                sha.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
