package io.holdfast.service.sla.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.web.Checker;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.sla.Agreements.CreditCase;
import io.micronaut.http.HttpStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads periods that somebody asks the credit of. */
final class CreditCases {

    private static final int MANY = 1000;

    private CreditCases() {}

    static List<CreditCase> read(JsonNode body) {
        Checker checker = new Checker();
        if (checker.object(body, "$", Set.of("cases"))) {
            checker.list(body.path("cases"), "$.cases", MANY, (each, where) -> check(checker, each, where));
        }
        if (!checker.found().isEmpty()) {
            throw new ProblemException(
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            "invalid",
                            "A credit cannot be worked out from this. First: "
                                    + checker.found().getFirst().message())
                    .withViolations(checker.found());
        }
        List<CreditCase> cases = new ArrayList<>();
        body.path("cases").forEach(each -> cases.add(of(each)));
        return cases;
    }

    private static void check(Checker checker, JsonNode each, String where) {
        if (checker.object(each, where, Set.of("down", "outages", "length"))) {
            double most = each.path("length").isNumber() ? each.path("length").asDouble() : Checker.LONGEST;
            checker.numberIfGiven(each.path("length"), where + ".length", 1e-6, Checker.LONGEST);
            checker.number(each.path("down"), where + ".down", 0, most);
            if (each.has("outages")) {
                checker.list(
                        each.path("outages"),
                        where + ".outages",
                        MANY,
                        (outage, place) -> checker.number(outage, place, 0, Checker.LONGEST));
            }
        }
    }

    private static CreditCase of(JsonNode each) {
        List<BigDecimal> outages = new ArrayList<>();
        each.path("outages").forEach(outage -> outages.add(exact(outage)));
        return new CreditCase(
                exact(each.path("down")), outages, each.has("length") ? exact(each.path("length")) : null);
    }

    /** The number as it was written, such as 0.1. */
    private static BigDecimal exact(JsonNode number) {
        return new BigDecimal(number.asText());
    }
}
