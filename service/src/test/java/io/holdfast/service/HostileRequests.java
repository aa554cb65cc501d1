package io.holdfast.service;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.ApiDescription.Operation;
import io.holdfast.service.ApiDescription.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws whole requests, byte by byte as they are sent, from the description of an operation. */
final class HostileRequests {

    private static final String BOUNDARY = "----fuzz";
    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=" + BOUNDARY,
            "application/json; charset=utf-16",
            "application/json; charset=nonsense",
            "application/octet-stream",
            "*/*",
            "nonsense",
            "application/yaml");
    private static final List<String> ACCEPTED =
            List.of("text/html", "image/png", "application/xml", "nonsense", "*/*;q=0", "application/json;q=x");

    private final HostileValues values;

    HostileRequests(HostileValues values) {
        this.values = values;
    }

    /**
     * What the service has, so that some requests reach something.
     *
     * @param byField ids by the name of a field
     * @param byPath ids by the part of the path before them
     * @param trees entries and whole models to start from, by path
     * @param files what may be sent as a file
     */
    record Known(
            Map<String, List<String>> byField,
            Map<String, List<String>> byPath,
            Map<String, List<JsonNode>> trees,
            List<byte[]> files) {}

    /** A request: its path with the query, and the whole of it, each character a byte. */
    record Drawn(String target, String octets) {

        byte[] bytes() {
            return octets.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    Drawn draw(Operation operation, Known known, int port, List<String> headers) {
        String target = path(operation, known) + query(operation, known);
        List<String> lines = new ArrayList<>();
        lines.add(operation.method() + " " + target + " HTTP/1.1");
        lines.add("Host: 127.0.0.1:" + port);
        lines.addAll(headers);
        for (Parameter each : operation.parameters()) {
            if (each.in().equals("header") && values.chance(0.9)) {
                lines.add(each.name() + ": "
                        + (values.chance(0.7) ? "*" : header(values.parameter(each, List.of("\"1\"", "*", "\"0\"")))));
            }
        }
        if (values.chance(0.03)) {
            lines.add("Accept: " + values.one(ACCEPTED));
        }
        byte[] body = new byte[0];
        if (!operation.bodies().isEmpty()) {
            String type = values.one(List.copyOf(operation.bodies().keySet()));
            body = body(operation, type, known);
            contentType(type).ifPresent(told -> lines.add("Content-Type: " + told));
        } else if (values.chance(0.05)) {
            body = values.bytes(values.anything(0));
            lines.add("Content-Type: application/json");
        }
        if (body.length > 0 || !operation.method().equals("GET")) {
            lines.add("Content-Length: " + body.length);
        }
        return new Drawn(target, new String(RawHttp.request(body, lines), StandardCharsets.ISO_8859_1));
    }

    private Optional<String> contentType(String type) {
        if (values.chance(0.05)) {
            return values.chance(0.2) ? Optional.empty() : Optional.of(values.one(TYPES));
        }
        return Optional.of(
                switch (type) {
                    case "*/*" -> "application/octet-stream";
                    case "multipart/form-data" -> type + "; boundary=" + BOUNDARY;
                    default -> type;
                });
    }

    /** Without what would end the line: splitting of headers is tried by name elsewhere. */
    private static String header(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
                .replaceAll("\\p{Cntrl}", "");
    }

    private String path(Operation operation, Known known) {
        StringBuilder path = new StringBuilder();
        String before = "";
        for (String piece : operation.path().substring(1).split("/", -1)) {
            path.append('/');
            if (piece.startsWith("{")) {
                String name = piece.substring(1, piece.length() - 1);
                Parameter parameter = operation.parameters().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
                List<String> there = known.byPath().getOrDefault(before.equals("plans") ? name : before, List.of());
                path.append(piece(
                        there.isEmpty() || values.chance(0.3)
                                ? values.parameter(parameter, there)
                                : values.one(there)));
            } else {
                path.append(piece);
                before = piece;
            }
        }
        return path.toString();
    }

    private String piece(String value) {
        return switch (values.chance(0.12) ? values.one(List.of(0, 1, 2, 3, 4, 5, 6)) : 7) {
            case 0 -> encoded(value) + "%2f..%2f..";
            case 1 -> encoded(encoded(value));
            case 2 -> encoded(value) + ";a=b";
            case 3 -> "%2e%2e/" + encoded(value);
            case 4 -> encoded(value) + "/";
            case 5 -> encoded(value) + "%c0%ae";
            case 6 -> header(value).replaceAll("[ ?#]", "");
            default -> encoded(value);
        };
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String query(Operation operation, Known known) {
        List<String> parts = new ArrayList<>();
        for (Parameter each : operation.parameters()) {
            if (each.in().equals("query") && values.chance(0.6)) {
                List<String> there = known.byField().getOrDefault(each.name(), List.of());
                parts.add(part(each, there));
                if (values.chance(0.05)) {
                    parts.add(part(each, there));
                }
            }
        }
        if (values.chance(0.05)) {
            parts.add(encoded(values.text()) + "=" + encoded(values.text()));
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private String part(Parameter parameter, List<String> there) {
        String value = values.parameter(parameter, there);
        return switch (values.chance(0.08) ? values.one(List.of(0, 1, 2, 3)) : 4) {
            case 0 -> parameter.name();
            case 1 -> parameter.name() + "[]=" + encoded(value);
            case 2 -> parameter.name() + "=%zz" + encoded(value);
            case 3 -> parameter.name() + "=" + header(value).replaceAll("[ &#]", "");
            default -> parameter.name() + "=" + encoded(value);
        };
    }

    private byte[] body(Operation operation, String type, Known known) {
        List<JsonNode> trees = known.trees().getOrDefault(operation.path(), List.of());
        if (type.equals("multipart/form-data")) {
            return form(requireNonNull(operation.bodies().get(type)), known);
        }
        if (!trees.isEmpty()) {
            return values.bytes(values.disturbed(values.one(trees)));
        }
        if (type.equals("*/*")) {
            return file(known);
        }
        JsonNode schema = requireNonNull(operation.bodies().get(type));
        return values.bytes(values.value(schema, "", known.byField()));
    }

    private byte[] file(Known known) {
        byte[] file = values.one(known.files());
        return values.chance(0.7) ? values.broken(file) : file;
    }

    private byte[] form(JsonNode schema, Known known) {
        StringBuilder form = new StringBuilder();
        schema.path("properties").properties().forEach(part -> {
            if (values.chance(0.4)) {
                boolean isFile = part.getValue().path("format").asText().equals("binary");
                String name = values.chance(0.05) ? header(values.text()) : part.getKey();
                form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"");
                form.append(isFile ? "; filename=\"" + header(values.text()) + "\"\r\n\r\n" : "\r\n\r\n");
                byte[] content = isFile ? file(known) : part(part.getKey(), known);
                form.append(new String(content, StandardCharsets.ISO_8859_1)).append("\r\n");
            }
        });
        form.append("--" + BOUNDARY + "--\r\n");
        byte[] whole = form.toString().getBytes(StandardCharsets.ISO_8859_1);
        return values.chance(0.1) ? values.broken(whole) : whole;
    }

    private byte[] part(String name, Known known) {
        List<String> there = known.byField().getOrDefault(name, List.of());
        return there.isEmpty() || values.chance(0.2)
                ? values.bytes(options())
                : values.one(there).getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode options() {
        JsonNode usual = Http.JSON
                .createObjectNode()
                .put("system", "fuzz")
                .put("placeOn", "")
                .put("tier", 2)
                .put("removeMissing", false)
                .put("mode", "update");
        return values.disturbed(usual);
    }
}
