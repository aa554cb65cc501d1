package io.holdfast.simulator.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.simulator.result.Finding;

/** A finding as it stands in every kind of result. */
final class FindingNode {

    private FindingNode() {}

    static ObjectNode of(Nodes nodes, Finding finding) {
        ObjectNode node = nodes.object();
        node.put("code", finding.code());
        node.put("severity", Nodes.word(finding.severity()));
        ArrayNode ids = node.putArray("elements");
        finding.elements().forEach(id -> ids.add(id.value()));
        node.put("message", FindingText.of(finding, Language.EN));
        ObjectNode messages = node.putObject("messages");
        FindingText.inAll(finding).forEach(messages::put);
        return node;
    }
}
