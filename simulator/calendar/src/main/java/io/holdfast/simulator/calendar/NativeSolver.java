package io.holdfast.simulator.calendar;

import com.google.ortools.Loader;

/** Loads the solver's native library, once in a program. For any number of threads. */
final class NativeSolver {

    private NativeSolver() {}

    /** Throws {@link SolverMissingException} where this platform has no native library on the class path. */
    static void require() {
        require(Loader::loadNativeLibraries);
    }

    /** The same with another way to load; the way must be harmless when it is gone twice. */
    static void require(Runnable loader) {
        try {
            loader.run();
        } catch (UnsatisfiedLinkError | RuntimeException e) {
            throw new SolverMissingException(
                    "The drill calendar's solver has no native library for " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch")
                            + ". Put ortools-linux-x86-64, ortools-linux-aarch64, ortools-darwin-x86-64,"
                            + " ortools-darwin-aarch64 or ortools-win32-x86-64 of com.google.ortools, in the version of"
                            + " ortools-java, on the class path; other platforms have none.",
                    e);
        }
    }
}
