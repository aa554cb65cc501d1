package io.holdfast.service.kernel.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Makes Chinese text in a saved document searchable. One glyph may stand for an ideograph and for a radical of the same
 * shape (小 and ⼩); PDFBox names the radical, so that nobody who searches for the word finds it. Every such name is put
 * back to the ideograph. Source: Unicode Standard, section 18.2, Kangxi radicals and their compatibility decompositions.
 */
final class SearchableText {

    private static final Pattern RANGE = Pattern.compile("<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>");

    /** Radicals of the supplement that a Chinese text uses for words and that have no decomposition. */
    private static final Map<Integer, Integer> SUPPLEMENT =
            Map.of(0x2ED1, 0x9577, 0x2EE9, 0x9EC4, 0x2ED8, 0x9752, 0x2EEF, 0x9F8D, 0x2EE4, 0x9B3C);

    private static final int MOST_IN_BLOCK = 100;

    private SearchableText() {}

    /** Mends the names of all glyphs of a document that has been loaded. */
    static void mend(PDDocument document) throws IOException {
        Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (PDPage page : document.getPages()) {
            COSDictionary resources = page.getResources().getCOSObject();
            COSDictionary fonts = resources.getCOSDictionary(COSName.FONT);
            if (fonts != null) {
                for (COSName name : fonts.keySet()) {
                    COSDictionary font = fonts.getCOSDictionary(name);
                    if (font != null && seen.add(font)) {
                        mend(font);
                    }
                }
            }
        }
    }

    private static void mend(COSDictionary font) throws IOException {
        COSStream names = font.getCOSStream(COSName.TO_UNICODE);
        if (names == null) {
            return;
        }
        String text = names.toTextString();
        int from = text.indexOf("endcodespacerange");
        int to = text.indexOf("endcmap");
        if (from < 0 || to < from) {
            return;
        }
        int head = from + "endcodespacerange".length();
        String mended = text.substring(0, head) + '\n' + blocks(read(text.substring(head, to))) + text.substring(to);
        try (OutputStream out = names.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(mended.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The name of each glyph, ranges taken apart. */
    private static Map<Integer, String> read(String ranges) {
        Map<Integer, String> names = new TreeMap<>();
        for (MatchResult range : RANGE.matcher(ranges).results().toList()) {
            int first = Integer.parseInt(range.group(1), 16);
            int last = Integer.parseInt(range.group(2), 16);
            String name = range.group(3);
            for (int glyph = first; glyph <= last; glyph++) {
                names.put(glyph, glyph == first ? name : plus(name, glyph - first));
            }
        }
        return names;
    }

    private static String plus(String name, int steps) {
        int end = name.length() - 4;
        return name.substring(0, end) + hex(Integer.parseInt(name.substring(end), 16) + steps);
    }

    private static String hex(int code) {
        return String.format("%04X", code);
    }

    private static StringBuilder blocks(Map<Integer, String> names) {
        StringBuilder out = new StringBuilder();
        int left = names.size();
        int inBlock = 0;
        for (Map.Entry<Integer, String> entry : names.entrySet()) {
            if (inBlock == 0) {
                inBlock = Math.min(MOST_IN_BLOCK, left);
                out.append(inBlock).append(" beginbfchar\n");
            }
            out.append('<')
                    .append(hex(entry.getKey()))
                    .append("> <")
                    .append(ideograph(entry.getValue()))
                    .append(">\n");
            left--;
            if (--inBlock == 0) {
                out.append("endbfchar\n");
            }
        }
        return out;
    }

    private static String ideograph(String name) {
        if (name.length() != 4) {
            return name;
        }
        int code = Integer.parseInt(name, 16);
        if (code < 0x2E80 || code > 0x2FDF) {
            return name;
        }
        int known = SUPPLEMENT.getOrDefault(code, code);
        return hex(Normalizer.normalize(Character.toString(known), Normalizer.Form.NFKC)
                .codePointAt(0));
    }
}
