package io.holdfast.simulator.compile;

/**
 * What takes no time in a variant of a model, under the same draws: one link of driving paths.
 *
 * @param method the number of a method whose work takes no time, or -1
 * @param element the number of an element that restarts at once, and whose outage from the hazard ends at once, or -1
 * @param response whether detection, declaration and mobilisation take no time
 * @param team the number of a team of which there are always enough, or -1
 */
public record Instant(int method, int element, boolean response, int team) {

    /** Everything takes its time. */
    public static final Instant NOTHING = new Instant(-1, -1, false, -1);

    /** The work of a method. */
    public static Instant ofMethod(int method) {
        return new Instant(method, -1, false, -1);
    }

    /** The restart of an element. */
    public static Instant ofElement(int element) {
        return new Instant(-1, element, false, -1);
    }

    /** The response. */
    public static Instant ofResponse() {
        return new Instant(-1, -1, true, -1);
    }

    /** The wait for a team. */
    public static Instant ofWait(int team) {
        return new Instant(-1, -1, false, team);
    }
}
