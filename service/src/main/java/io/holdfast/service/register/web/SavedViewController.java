package io.holdfast.service.register.web;

import io.holdfast.service.kernel.access.Acting;
import io.holdfast.service.kernel.access.Allows;
import io.holdfast.service.kernel.access.Permission;
import io.holdfast.service.kernel.web.ProblemException;
import io.holdfast.service.register.SavedView;
import io.holdfast.service.register.SavedViews;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The saved views of the register's grid over HTTP. */
@Controller("/api/register/views")
@Allows(Permission.VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "register", description = "What the organisation runs and what needs what")
final class SavedViewController {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 2_000;

    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    /**
     * A saved view as whoever asks sees it.
     *
     * @param own whether it is theirs
     */
    record ViewItem(long id, String name, String author, boolean own, boolean shared, String query) {

        static ViewItem of(SavedView view) {
            return new ViewItem(
                    view.id(), view.name(), view.author(), SavedViews.isOwn(view), view.shared(), view.query());
        }
    }

    /** One's own views and those that others share, by name. */
    record ViewList(List<ViewItem> items) {}

    @Get
    ViewList list() {
        return new ViewList(views.listViews().stream().map(ViewItem::of).toList());
    }

    /**
     * A view to keep.
     *
     * @param name what it is called; one of one's own with that name gives way to it
     * @param shared whether everybody sees it, which needs edit-register
     * @param query what it looks for, as it stands in the page's address
     */
    record ViewWish(
            @Nullable String name,
            @Nullable Boolean shared,
            @Nullable String query) {}

    @Post
    @ApiResponse(responseCode = "201", description = "Kept", useReturnTypeSchema = true)
    HttpResponse<ViewItem> save(@Body ViewWish wish) {
        String name = wish.name() == null ? "" : wish.name().strip();
        String query = wish.query() == null ? "" : wish.query();
        if (name.isEmpty() || name.length() > LONGEST_NAME || query.length() > LONGEST_QUERY || hasNull(name + query)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "bad-view",
                    "A view has a name of 1 to " + LONGEST_NAME + " characters and a query of at most " + LONGEST_QUERY
                            + "; the name has " + name.length() + ", the query " + query.length() + ".");
        }
        boolean shared = Boolean.TRUE.equals(wish.shared());
        if (shared && !Acting.current().may(Permission.EDIT_REGISTER)) {
            throw new ProblemException(
                    HttpStatus.FORBIDDEN,
                    "not-allowed",
                    "Sharing a view with everybody needs edit-register. Keep it for yourself, or ask a planner.");
        }
        return HttpResponse.created(ViewItem.of(views.saveView(name, shared, query)));
    }

    private static boolean hasNull(String text) {
        return text.indexOf('\0') >= 0;
    }

    @Delete("/{id}")
    @Consumes("*/*")
    @ApiResponse(responseCode = "204", description = "Forgotten")
    HttpResponse<?> remove(long id) {
        if (!views.removeView(id)) {
            throw new ProblemException(
                    HttpStatus.NOT_FOUND,
                    "unknown-view",
                    "There is no view " + id + " of yours. GET /api/register/views lists them.");
        }
        return HttpResponse.noContent();
    }
}
