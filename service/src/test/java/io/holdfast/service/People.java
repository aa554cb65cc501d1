package io.holdfast.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.service.kernel.access.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of a service that asks who somebody is: its first administrator, and whom they add. */
final class People {

    static final String PASSWORD = "correct-horse-battery-staple-9";

    private final Http http;
    private final Http root;

    private People(Http http, Http root) {
        this.http = http;
        this.root = root;
    }

    /** Makes the first administrator, by the link that the service printed at its first start. */
    static People begin(Http http, String link) throws IOException, InterruptedException {
        ObjectNode first = Http.JSON.createObjectNode();
        first.put("link", URI.create(link).getFragment())
                .put("signInName", "root")
                .put("displayName", "Root")
                .put("password", PASSWORD);
        return new People(http, session(http, http.post("api/links/first", first.toString())));
    }

    /** The first administrator, in the session of the beginning. */
    Http root() {
        return root;
    }

    /** A client in the session that an answer has begun. */
    static Http session(Http http, HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        String csrf = Http.JSON.readTree(answer.body()).path("csrf").asText();
        return http.with("Cookie", cookie, "Holdfast-Csrf", csrf);
    }

    HttpResponse<String> signIn(String name, String password) throws IOException, InterruptedException {
        ObjectNode credentials = Http.JSON.createObjectNode();
        credentials.put("name", name).put("password", password).put("sharedStation", false);
        return http.post("api/session", credentials.toString());
    }

    /** Adds somebody with roles, in a unit or, where it is null, everywhere, by an administrator, and signs them in. */
    Http add(Http administrator, String name, List<Role> roles, @Nullable String unit)
            throws IOException, InterruptedException {
        ObjectNode wanted = Http.JSON.createObjectNode().put("signInName", name).put("displayName", name);
        ArrayNode grants = wanted.putArray("grants");
        roles.forEach(role -> grants.addObject().put("role", role.word()).put("unit", unit));
        HttpResponse<String> added = administrator.post("api/accounts", wanted.toString());
        if (added.statusCode() != 201) {
            throw new AssertionError(added.body());
        }
        JsonNode invited = Http.JSON.readTree(added.body());
        ObjectNode password = Http.JSON.createObjectNode();
        password.put("link", invited.path("link").asText()).put("password", PASSWORD);
        return session(http, http.post("api/links/password", password.toString()));
    }
}
