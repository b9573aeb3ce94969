package ma.maydan.starter.openapi;

import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.search.SearchText;
import ma.maydan.starter.security.Allow;
import ma.maydan.starter.security.Caller;
import ma.maydan.starter.web.ExpectedVersion;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;

/**
 * What the OpenAPI document of every service says beyond what its controllers show: the headers and parameters behind
 * the starter's types, which members are required, which refusals come.
 */
@AutoConfiguration
@ConditionalOnClass(OperationCustomizer.class)
@OpenAPIDefinition(servers = @Server(url = "/"))
@SecurityScheme(name = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer", bearerFormat = "JWT")
class OpenApiAutoConfiguration {

    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(
                        Caller.class, NewId.class, Paging.class, ExpectedVersion.class, SearchText.class);
    }

    @Bean
    OperationCustomizer apiRulesInOpenApi() {
        return (operation, method) -> {
            var types = Arrays.asList(method.getMethod().getParameterTypes());
            if (types.contains(SearchText.class)) {
                operation.addParametersItem(new QueryParameter()
                        .name("q")
                        .description("Finds by the words of names and texts, in Arabic, French and English at once,"
                                + " the best first; the depth is bounded: of words that very many have, some hundred"
                                + " documents are ranked. Not with updatedAfter.")
                        .schema(new StringSchema().maxLength(SearchText.MOST)));
            }
            if (types.contains(Paging.class)) {
                operation.addParametersItem(new QueryParameter()
                        .name("cursor")
                        .description("nextCursor of the page before")
                        .schema(new StringSchema()));
                operation.addParametersItem(new QueryParameter()
                        .name("limit")
                        .schema(new IntegerSchema()
                                .minimum(java.math.BigDecimal.ONE)
                                .maximum(java.math.BigDecimal.valueOf(Paging.MAX_LIMIT))
                                ._default(Paging.DEFAULT_LIMIT)));
            }
            if (types.contains(ExpectedVersion.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name("If-Match")
                        .required(true)
                        .description("The ETag of the object as it was read")
                        .schema(new StringSchema()));
            }
            if (method.hasMethodAnnotation(Creates.class)) {
                operation.addParametersItem(new HeaderParameter()
                        .name("Idempotency-Key")
                        .required(true)
                        .description("The same key and body get the same answer for 24 hours")
                        .schema(new StringSchema().minLength(1).maxLength(128)));
            }
            return operation;
        };
    }

    /** A record's component is required unless it is nullable. */
    @Bean
    ModelConverter requiredMembers() {
        return (type, context, chain) -> {
            if (!chain.hasNext()) {
                return null;
            }
            var schema = chain.next().resolve(type, context, chain);
            var raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (schema != null && raw.isRecord()) {
                var reference = schema.get$ref();
                var name = reference == null ? schema.getName() : reference.substring(reference.lastIndexOf('/') + 1);
                require(raw, name == null ? null : context.getDefinedModels().get(name));
            }
            return schema;
        };
    }

    @Bean
    OpenApiCustomizer problemSchema() {
        return api -> api.getComponents().addSchemas(PROBLEM, problem());
    }

    @Bean
    GlobalOperationCustomizer access() {
        return (operation, method) -> {
            var allow = method.getMethodAnnotation(Allow.class);
            if (allow != null && allow.value() == Allow.To.ANYONE) {
                operation.addSecurityItem(new SecurityRequirement());
            }
            return operation.addSecurityItem(new SecurityRequirement().addList("bearer"));
        };
    }

    @Bean
    GlobalOperationCustomizer refusals() {
        return (operation, method) -> {
            for (var status : refusals(method)) {
                var known = HttpStatus.valueOf(status);
                operation.getResponses().addApiResponse(Integer.toString(status), response(known.getReasonPhrase()));
            }
            operation.getResponses().addApiResponse("default", response("Another problem"));
            return operation;
        };
    }

    private static List<Integer> refusals(HandlerMethod method) {
        var refusals = new TreeMap<Integer, Boolean>();
        var parameters = List.of(method.getMethodParameters());
        var body = parameters.stream().anyMatch(p -> p.hasParameterAnnotation(RequestBody.class));
        var path = parameters.stream().anyMatch(p -> p.hasParameterAnnotation(PathVariable.class));
        var creates = method.hasMethodAnnotation(Creates.class);
        var changes = parameters.stream().anyMatch(p -> p.getParameterType() == ExpectedVersion.class);
        for (var always : List.of(400, 401, 403)) {
            refusals.put(always, true);
        }
        refusals.put(404, path || creates);
        refusals.put(409, creates || changes);
        refusals.put(412, changes);
        refusals.put(422, body || !path || changes);
        refusals.put(428, changes);
        return refusals.entrySet().stream()
                .filter(entry -> entry.getValue())
                .map(entry -> entry.getKey())
                .toList();
    }

    private static ApiResponse response(String description) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(description)
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    /** RFC 9457 with the members that Maydan adds. */
    private static Schema<?> problem() {
        var error = new ObjectSchema()
                .addProperty("pointer", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("detail", new StringSchema())
                .required(List.of("pointer", "code"));
        var name = new ObjectSchema()
                .addProperty("ar", new StringSchema())
                .addProperty("fr", new StringSchema())
                .addProperty("en", new StringSchema());
        var strings = new ArraySchema().items(new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("allowedTransitions", strings)
                .addProperty("errors", new ArraySchema().items(error))
                // Of what is gone for good.
                .addProperty("legalName", name)
                .addProperty("since", new StringSchema().format("date"))
                .required(List.of("type", "title", "status", "detail", "code"));
    }

    private static void require(Class<?> type, @Nullable Schema<?> schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        for (var component : type.getRecordComponents()) {
            var optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            var required = schema.getRequired();
            if (!optional
                    && schema.getProperties().containsKey(component.getName())
                    && (required == null || !required.contains(component.getName()))) {
                schema.addRequiredItem(component.getName());
            }
        }
    }
}
