package ma.maydan.starter.web;

import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.util.Arrays;
import ma.maydan.starter.idempotency.Creates;
import ma.maydan.starter.idempotency.NewId;
import ma.maydan.starter.paging.Paging;
import ma.maydan.starter.security.Caller;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Tells the OpenAPI document what the starter's parameter types mean on the wire. */
@AutoConfiguration
@ConditionalOnClass(OperationCustomizer.class)
class OpenApiAutoConfiguration {

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, NewId.class, Paging.class, ExpectedVersion.class);
    }

    @Bean
    OperationCustomizer apiRulesInOpenApi() {
        return (operation, method) -> {
            var types = Arrays.asList(method.getMethod().getParameterTypes());
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
}
