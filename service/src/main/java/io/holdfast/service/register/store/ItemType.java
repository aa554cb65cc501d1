package io.holdfast.service.register.store;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lists of a model file, in file order, and the word for one entry of each. */
public enum ItemType {
    /** A place. */
    SITE("sites"),
    /** A team. */
    TEAM("teams"),
    /** A person to call. */
    CONTACT("contacts"),
    /** A configuration item. */
    ASSET("assets"),
    /** A service. */
    SERVICE("services"),
    /** A business process. */
    PROCESS("processes"),
    /** An order of recovery. */
    PLAN("plans"),
    /** Something that can happen. */
    SCENARIO("scenarios"),
    /** A drill written down. */
    DRILL("drills");

    private final String section;

    ItemType(String section) {
        this.section = section;
    }

    /** The key of the list in the file. */
    public String section() {
        return section;
    }

    /** The word in the table and in answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its entries are elements: can be up or down. */
    public boolean isElement() {
        return this == ASSET || this == SERVICE || this == PROCESS;
    }

    /** The type of a word. */
    public static Optional<ItemType> find(String word) {
        return List.of(values()).stream()
                .filter(each -> each.word().equals(word))
                .findFirst();
    }
}
