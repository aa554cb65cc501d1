package io.holdfast.service.evidence.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Names of files from outside: only ever told, never a path. */
public final class FileName {

    private static final int MOST = 200;

    private FileName() {}

    /** The last part of a name without what could mislead: control and direction characters, reserved characters, dots at its ends. */
    public static String plain(String given) {
        String last = given.replaceFirst("(?s).*[/\\\\]", "");
        String clean = last.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .replaceAll("^[. ]+|[. ]+$", "");
        if (clean.length() > MOST) {
            String ending = clean.replaceFirst(".*(\\.[A-Za-z0-9]{1,8})$", "$1");
            String end = ending.length() <= 9 ? ending : "";
            int cut = MOST - end.length();
            clean = clean.substring(0, Character.isHighSurrogate(clean.charAt(cut - 1)) ? cut - 1 : cut) + end;
        }
        return clean.isEmpty() ? "file" : clean;
    }

    /** A header Content-Disposition: the name in ASCII for old browsers, and as it is (RFC 6266). */
    public static String disposition(boolean inline, String name) {
        String ascii = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
