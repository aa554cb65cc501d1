package io.holdfast.service.kernel.paper;

import java.util.List;

/**
 * What stands in a document, in one language.
 *
 * @param kind what kind of document it is, above the title
 * @param title its title
 * @param author whose it is
 * @param language the tag of its language
 * @param answer what it says in a sentence or a few, right below the title
 * @param sections what it holds, in order
 * @param foot what stands at the foot of every page
 */
public record Paper(
        String kind,
        String title,
        String author,
        String language,
        List<String> answer,
        List<Section> sections,
        String foot) {

    /** Copies the lists. */
    public Paper {
        answer = List.copyOf(answer);
        sections = List.copyOf(sections);
    }

    /**
     * A section with a heading.
     *
     * @param heading its heading
     * @param parts what stands in it, in order
     */
    public record Section(String heading, List<Part> parts) {

        /** Copies the list. */
        public Section {
            parts = List.copyOf(parts);
        }
    }

    /** Something that stands in a section. */
    public sealed interface Part {}

    /** A paragraph; its line breaks are kept. */
    public record Words(String text) implements Part {}

    /** Sentences one below the other, each with a mark before it. */
    public record Points(List<String> texts) implements Part {

        /** Copies the list. */
        public Points {
            texts = List.copyOf(texts);
        }
    }

    /** Names with what they stand for. */
    public record Facts(List<Fact> facts) implements Part {

        /** Copies the list. */
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** A name with what it stands for. */
    public record Fact(String name, String value) {}

    /**
     * A table whose first line is repeated on every page.
     *
     * @param columns what its columns are
     * @param rows the texts of each line, one a column
     */
    public record Table(List<Column> columns, List<List<String>> rows) implements Part {

        /** Copies the lists. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A column.
     *
     * @param name its heading
     * @param width its share of the page's width, in hundredths
     * @param figure whether it holds figures, which stand at its right side
     */
    public record Column(String name, int width, boolean figure) {}
}
