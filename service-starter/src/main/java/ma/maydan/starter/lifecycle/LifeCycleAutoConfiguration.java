package ma.maydan.starter.lifecycle;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** The OpenAPI document of a service says of each transition from where it goes, by whom, and to where. */
@AutoConfiguration
@ConditionalOnClass(OpenApiCustomizer.class)
class LifeCycleAutoConfiguration {

    @Bean
    OpenApiCustomizer lifeCyclesInOpenApi(ObjectProvider<LifeCycle<?, ?, ?>> lifeCycles) {
        return api -> lifeCycles.forEach(lifeCycle ->
                lifeCycle.transitions().forEach(transition -> describe(api, lifeCycle.thing(), transition)));
    }

    private static void describe(OpenAPI api, String thing, Transition<?, ?> transition) {
        var operation = operation(api, "/api/v1/" + thing + "s/{id}", transition.code());
        if (operation == null) {
            throw new IllegalStateException("The API has no operation for " + thing + " " + transition.code());
        }
        var said = operation.getDescription();
        var words = transition.rule().words();
        operation.setDescription(said == null ? words : said + " " + words);
    }

    private static @Nullable Operation operation(OpenAPI api, String thing, String code) {
        return switch (code) {
            case "edit" -> at(api, thing).getPut();
            case "delete" -> at(api, thing).getDelete();
            default -> {
                var path = at(api, thing + "/" + code);
                // What replaces a part of it, such as its picture, is put there.
                yield path.getPost() == null ? path.getPut() : path.getPost();
            }
        };
    }

    private static PathItem at(OpenAPI api, String path) {
        return api.getPaths().getOrDefault(path, new PathItem());
    }
}
