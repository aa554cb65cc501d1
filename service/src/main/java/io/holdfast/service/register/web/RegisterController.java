package io.holdfast.service.register.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.PageOfList;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.kernel.web.VersionTag;
import io.holdfast.service.register.NeedGraph;
import io.holdfast.service.register.Register;
import io.holdfast.service.register.RegisterEdits;
import io.holdfast.service.register.RegisterState;
import io.holdfast.simulator.compile.EffectiveObjectives;
import io.holdfast.simulator.format.ModelWriter;
import io.holdfast.simulator.format.Suggestion;
import io.holdfast.simulator.model.ContinuityModel;
import io.holdfast.simulator.model.Element;
import io.holdfast.simulator.model.Id;
import io.holdfast.simulator.model.Scenario;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The register over HTTP: lists, one element, the graph, and the whole as a file. */
@Controller("/api")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "register", description = "What the organisation runs and what needs what")
final class RegisterController {

    private static final Map<String, Function<ElementRow, @Nullable Comparable<?>>> SORTS = Map.of(
            "id", ElementRow::id,
            "name", ElementRow::name,
            "type", ElementRow::type,
            "kind", ElementRow::kind,
            "site", ElementRow::site,
            "tier", ElementRow::tier,
            "needsCount", ElementRow::needsCount,
            "neededByCount", ElementRow::neededByCount,
            "rtoHours", ElementRow::rtoHours);

    private final Register register;
    private final RegisterEdits edits;

    RegisterController(Register register, RegisterEdits edits) {
        this.register = register;
        this.edits = edits;
    }

    /** A page of rows. */
    record Page(List<ElementRow> items, int page, int size, int total) {}

    @Get("/elements")
    Page elements(
            @Nullable @QueryValue String type,
            @Nullable @QueryValue String kind,
            @Nullable @QueryValue String site,
            @Nullable @QueryValue String q,
            @Nullable @QueryValue String sort,
            @QueryValue(defaultValue = "0") int page,
            @QueryValue(defaultValue = "50") int size) {
        PageOfList.require(page, size);
        List<ElementRow> found =
                new ArrayList<>(ElementRows.of(register.requireState()).select(type, kind, site, q));
        if (sort != null) {
            found.sort(order(sort));
        }
        List<ElementRow> items =
                found.stream().skip((long) page * size).limit(size).toList();
        return new Page(items, page, size, found.size());
    }

    /** Rows without a value come last in either direction; equal ones keep the order of the file. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // values of one column are of one type
    private static Comparator<ElementRow> order(String sort) {
        boolean falling = sort.startsWith("-");
        String column = falling ? sort.substring(1) : sort;
        Function<ElementRow, @Nullable Comparable<?>> value = SORTS.get(column);
        if (value == null) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "unknown-sort",
                    "'" + column + "' is not a column to sort by. " + Suggestion.didYouMean(column, SORTS.keySet())
                            + "There are "
                            + String.join(", ", SORTS.keySet().stream().sorted().toList())
                            + "; a hyphen in front turns the order round.");
        }
        Comparator<Comparable> direction = falling ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(row -> (Comparable) value.apply(row), Comparator.nullsLast(direction));
    }

    /** One element with its place among the others. */
    record ElementDetail(
            String type,
            JsonNode element,
            List<String> needs,
            List<String> neededBy,
            EffectiveTargets objectives,
            @Nullable String objectivesFrom) {}

    /** Targets that hold for an element, stated or taken over; hours. */
    record EffectiveTargets(
            @Nullable Double mtpdHours,
            @Nullable Double rtoHours,
            @Nullable Double rpoHours,
            @Nullable Double mbco,
            @Nullable Double wrtHours) {}

    /** The element; the ETag is its version. It is read first, so that it is never newer than what is shown. */
    @Get("/elements/{id}")
    HttpResponse<ElementDetail> element(String id) {
        int version = register.findVersion(id).orElse(0);
        RegisterState state = register.requireState();
        Element element = requireElement(state, id);
        NeedGraph graph = state.graph();
        EffectiveObjectives goals = state.findObjectives(element.id()).orElseThrow();
        var targets = goals.objectives();
        Id from = goals.from();
        return HttpResponse.ok(new ElementDetail(
                        ElementRow.word(element),
                        ModelWriter.toTree(element),
                        texts(graph.needsOf(element.id())),
                        texts(graph.neededBy(element.id())),
                        new EffectiveTargets(
                                targets.mtpdHours(),
                                targets.rtoHours(),
                                targets.rpoHours(),
                                targets.mbco(),
                                targets.wrtHours()),
                        from == null ? null : from.value()))
                .header("ETag", VersionTag.of(version));
    }

    /** What goes down with an element. */
    record BlastRadius(String id, List<GraphView.Node> dependants, int count) {}

    @Get("/elements/{id}/blast-radius")
    BlastRadius blastRadius(String id) {
        RegisterState state = register.requireState();
        Element element = requireElement(state, id);
        Map<Id, Element> byId = state.model().elementsById();
        Set<Id> down = state.graph().dependantsLostWith(Set.of(element.id()));
        List<GraphView.Node> dependants = down.stream()
                .map(byId::get)
                .filter(java.util.Objects::nonNull)
                .map(each -> GraphView.Node.of(each, false))
                .toList();
        return new BlastRadius(id, dependants, dependants.size());
    }

    /**
     * A part of the dependency graph.
     *
     * @param focus the element that it is around; without one, services and processes with what they need directly
     * @param depth steps from the element in focus, from 0 to 20
     * @param direction {@code needs}, {@code neededBy} or {@code both}
     * @param whole without a focus: every element
     * @param most how many elements are shown at most, from 1 to 3,000; those that come first
     */
    @Get("/graph")
    GraphView graph(
            @Nullable @QueryValue String focus,
            @QueryValue(defaultValue = "2") int depth,
            @QueryValue(defaultValue = "both") String direction,
            @QueryValue(defaultValue = "false") boolean whole,
            @QueryValue(defaultValue = "300") int most) {
        RegisterState state = register.requireState();
        if (most < 1 || most > GraphView.MOST_NODES) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "bad-most", "most is " + most + ", but it must lie between 1 and 3,000.");
        }
        if (depth < 0 || depth > 20) {
            throw new ProblemException(HttpStatus.BAD_REQUEST, "bad-depth", "depth must lie between 0 and 20.");
        }
        GraphView.Direction way = GraphView.Direction.find(direction)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "bad-direction",
                        "direction is '" + direction + "', but it must be needs, neededBy or both."));
        if (focus != null) {
            return GraphView.around(state, requireElement(state, focus).id(), depth, way, most);
        }
        return whole ? GraphView.whole(state, most) : GraphView.overview(state, most);
    }

    @Get("/scenarios/{id}")
    HttpResponse<JsonNode> scenario(String id) {
        int version = register.findVersion(id).orElse(0);
        ContinuityModel model = register.requireModel();
        return HttpResponse.ok(model.scenarios().stream()
                        .filter(each -> each.id().value().equals(id))
                        .findFirst()
                        .map(ModelWriter::toTree)
                        .orElseThrow(() -> unknown(
                                "scenario",
                                id,
                                model.scenarios().stream().map(Scenario::id).toList())))
                .header("ETag", VersionTag.of(version));
    }

    @Get("/model")
    HttpResponse<String> model(@QueryValue(defaultValue = "yaml") String format) {
        RegisterState state = register.requireState();
        MutableHttpResponse<String> answer = switch (format) {
            case "yaml" ->
                HttpResponse.ok(ModelWriter.toYaml(state.model())).contentType(new MediaType("application/yaml"));
            case "json" ->
                HttpResponse.ok(ModelWriter.toPrettyJson(state.model())).contentType(MediaType.APPLICATION_JSON_TYPE);
            default ->
                throw new ProblemException(
                        HttpStatus.BAD_REQUEST,
                        "bad-format",
                        "format is '" + format + "', but it must be yaml or json.");
        };
        return answer.header("ETag", VersionTag.of(state.revision()));
    }

    /** The revision that is stored now. */
    record ModelStored(long revision, String digest) {}

    /** Puts a whole model file in the place of the register; the ETag of the GET says which revision was seen. */
    @Allows(value = Permission.EDIT_REGISTER, everywhere = true)
    @Put("/model")
    @Consumes({MediaType.APPLICATION_JSON, "application/yaml", MediaType.APPLICATION_YAML, MediaType.TEXT_PLAIN})
    HttpResponse<ModelStored> replaceModel(@Nullable @Header("If-Match") String ifMatch, @Body byte[] file) {
        Long seen = VersionTag.seen(ifMatch);
        long revision =
                Answers.require(edits.replaceAll(file, seen), "model", "").revision();
        return HttpResponse.ok(
                        new ModelStored(revision, register.findModelDigest().orElse("")))
                .header("ETag", VersionTag.of(revision));
    }

    private static Element requireElement(RegisterState state, String id) {
        Optional<Element> found = Id.isValid(id) ? state.findElement(Id.of(id)) : Optional.empty();
        return found.orElseThrow(() -> unknown(
                "element",
                id,
                state.model().elements().stream().map(Element::id).toList()));
    }

    private static ProblemException unknown(String what, String id, List<Id> known) {
        return new ProblemException(
                HttpStatus.NOT_FOUND,
                "unknown-" + what,
                "There is no " + what + " '" + id + "'. " + Suggestion.didYouMean(id, texts(known)) + "GET /api/" + what
                        + "s lists them.");
    }

    private static List<String> texts(Collection<Id> ids) {
        return ids.stream().map(Id::value).toList();
    }
}
