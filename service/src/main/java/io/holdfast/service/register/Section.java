package io.holdfast.service.register;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A list of the model file whose entries can be changed one by one. */
public enum Section {
    /** Places. */
    SITE("sites"),
    /** Teams. */
    TEAM("teams"),
    /** Whom to call. */
    CONTACT("contacts"),
    /** Configuration items. */
    ASSET("assets"),
    /** Services. */
    SERVICE("services"),
    /** Business processes. */
    PROCESS("processes"),
    /** Orders of recovery. */
    PLAN("plans"),
    /** What can happen. */
    SCENARIO("scenarios"),
    /** Drills written down. */
    DRILL("drills");

    /** The lists of elements. */
    public static final Set<Section> ELEMENTS = Collections.unmodifiableSet(EnumSet.of(ASSET, SERVICE, PROCESS));

    /** The lists whose changes are checked by reading the changed entries alone; a change of the others reads the whole model. */
    private static final Set<Section> READ_ALONE =
            Collections.unmodifiableSet(EnumSet.of(ASSET, SERVICE, PROCESS, SCENARIO));

    private final String key;

    Section(String key) {
        this.key = key;
    }

    /** The key of the list in the file. */
    public String key() {
        return key;
    }

    /** The word for one entry. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isReadAlone() {
        return READ_ALONE.contains(this);
    }

    /** The section of a key of the file. */
    public static Optional<Section> findByKey(String key) {
        return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
    }

    /** The section of a type of element, by its word. */
    public static Optional<Section> findOfElements(String word) {
        return ELEMENTS.stream().filter(each -> each.word().equals(word)).findFirst();
    }
}
